import { dateHeure, parMandat } from '#signalement'
import { alerte, bouton, champChoix, champListe, champTexte, champZone, enTete, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Retour } from '../fiche/fiche.ts'
import { refus, Saisies } from '../fiche/gestes.ts'
import type { OctroisRow } from '../octroi/octroi.sql.ts'
import { mot } from '../vocabulaire.ts'
import { AVIS_SECOURS, MOTIFS_SECOURS, PREFIXE } from './motifs.ts'
import type { Secours } from './regard.ts'

/** What it opens, for how long, and who will know: said before the button. */
export function pageSecours(numero: string, retour: Retour | undefined): Html {
  const s = new Saisies(retour)
  return html`<div class="preau-pile">
    ${refus(retour)}
    ${enTete({
      titre: 'Accès d’urgence',
      texte: typo('Un enfant a besoin de vous tout de suite, vous avez le numéro de son dossier, et vous ne le voyez pas.'),
    })}
    ${alerte({
      type: 'attention',
      niveau: 2,
      titre: 'D’abord l’enfant',
      texte: typo(
        'Restez avec lui. Danger de mort : 15, 17 ou 112, et 114 par SMS. Aucun numéro de dossier n’est nécessaire pour appeler.',
      ),
    })}
    <ul>
      <li>${typo('Vous verrez ce dossier vingt-quatre heures, pour le lire ; aucun autre.')}</li>
      <li>
        ${typo('La personne qui en répond et le niveau au-dessus sont prévenus à l’instant. Le délégué à la protection des données le voit au journal.')}
      </li>
      <li>${typo('Votre nom, l’heure et votre raison restent dans l’histoire du dossier.')}</li>
    </ul>
    <form class="preau-pile" method="post" action="/dossiers/secours" novalidate>
      ${champTexte({ nom: 'numero', libelle: 'Numéro du dossier', aide: 'Comme 31-2026-K7Q2M4.', valeur: numero, sansCorrection: true, ...s.erreur('numero') })}
      ${champListe({
        nom: 'motif',
        libelle: 'Pourquoi maintenant',
        vide: 'Choisir…',
        options: Object.entries(MOTIFS_SECOURS).map(([valeur, m]) => ({ valeur, libelle: m.libelle })),
        valeur: s.valeur('secours', 'motif'),
        ...s.erreur('motif'),
      })}
      ${champZone({
        nom: 'raison_secours',
        libelle: 'Ce qui se passe, et qui vous avez essayé de joindre',
        aide: 'Ce texte est gardé dans les notes du dossier.',
        lignes: 4,
        valeur: s.valeur('secours', 'raison_secours'),
        ...s.erreur('raison_secours'),
      })}
      ${bouton({ libelle: 'Ouvrir ce dossier pour un jour', icone: 'alerte' })}
    </form>
  </div>`
}

const passant = (o: Dossier, x: OctroisRow): Html =>
  html`<p>
      ${typo(`${x.prenom} ${x.nom} l’a ouvert ${dateHeure(x.du)} : « ${mot(MOTIFS_SECOURS, x.motif.slice(PREFIXE.length))} ». La raison est dans les notes. Cet accès finit ${dateHeure(x.au!)}.`)}
    </p>
    <form method="post" action="/dossiers/${o.d.numero}/secours/${x.id}/fin">
      ${bouton({ libelle: 'Refermer cet accès', precision: `de ${x.prenom} ${x.nom}`, variante: 'secondaire', petit: true })}
    </form>`

/** What the level above said of an access; to whoever has to say it, the form. */
function regard(o: Dossier, x: Secours, s: Saisies): Html | undefined {
  const ouvert = `${x.prenom} ${x.nom}, ${dateHeure(x.du)} : « ${mot(MOTIFS_SECOURS, x.motif.slice(PREFIXE.length))} ».`
  if (x.avis !== null)
    return html`<p>${typo(`${ouvert} ${mot(AVIS_SECOURS, x.avis)}, dit le niveau au-dessus : ${x.raison}`)}</p>`
  if (!x.a_moi) return html`<p>${typo(`${ouvert} Le niveau au-dessus le regarde, au plus tard ${dateHeure(x.avant)}.`)}</p>`
  const forme = 'secours/:id/avis'
  return html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/secours/${x.id}/avis" novalidate>
    <p>${typo(`${ouvert} La raison est dans les notes. À regarder au plus tard ${dateHeure(x.avant)}.`)}</p>
    ${champChoix({ nom: 'avis_secours', libelle: 'Cet accès était', enLigne: true, valeur: s.valeur(forme, 'avis_secours'), options: Object.entries(AVIS_SECOURS).map(([valeur, a]) => ({ valeur, libelle: a.libelle })), ...s.erreur('avis_secours') })}
    ${champZone({ nom: 'raison_regard', libelle: 'Pourquoi', aide: 'Pas justifié : le responsable académique et le délégué à la protection des données en sont prévenus, sans nom d’élève.', lignes: 3, valeur: s.valeur(forme, 'raison_regard'), ...s.erreur('raison_regard') })}
    ${bouton({ libelle: 'Enregistrer ce regard', variante: 'secondaire' })}
  </form>`
}

/** Under the dossier: each emergency access of it, looked at afterwards by the level above. */
export function regards(o: Dossier, tous: readonly Secours[], s: Saisies): Html | undefined {
  if (tous.length === 0) return undefined
  return html`<section class="preau-pile" id="regarder" aria-labelledby="regards-titre">
    <h2 id="regards-titre">${tous.length === 1 ? 'Un accès d’urgence' : 'Accès d’urgence'}</h2>
    ${tous.map((x) => regard(o, x, s))}
  </section>`
}

/** On the dossier itself: who is reading it in an emergency; to that person, what this access is. */
export function secours(o: Dossier, passants: readonly OctroisRow[]): Html | undefined {
  if (passants.length > 0)
    return alerte({
      type: 'attention',
      niveau: 2,
      titre: passants.length === 1 ? 'Un accès d’urgence est en cours' : 'Des accès d’urgence sont en cours',
      texte: html`${passants.map((x) => passant(o, x))}`,
    })
  const mien = o.faits.findLast((f) => f.verbe === 'dossier.ouvrir_en_urgence' && f.par === o.moi.agent)
  if (mien === undefined || parMandat(o.moi, o.d)) return undefined
  return alerte({
    type: 'attention',
    niveau: 2,
    titre: 'Vous lisez ce dossier en accès d’urgence',
    texte: typo(
      `Depuis ${dateHeure(mien.le)}, pour vingt-quatre heures. ${o.d.resp_prenom} ${o.d.resp_nom} en répond : cette personne est prévenue.${o.d.telephone ? ` L’établissement : ${o.d.telephone}.` : ''} Danger de mort : 15, 17 ou 112.`,
    ),
  })
}
