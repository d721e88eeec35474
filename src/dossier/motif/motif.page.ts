import { uuidv7 } from '#platform'
import { MOTIFS_LECTURE } from '#acces'
import { badgeDelai, dateHeure } from '#signalement'
import { alerte, badge, bouton, champTexte, definitionListe, enTete, html, typo, type Html } from '#ui'
import type { ParNumeroRow } from '../dossier.sql.ts'
import type { Retour } from '../fiche/fiche.ts'
import { cache, refus, Saisies } from '../fiche/gestes.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'

/** Who holds it, and how to reach them: often a call is what was wanted. */
const joindre = (d: ParNumeroRow): Html =>
  definitionListe([
    {
      terme: 'En répond',
      definition: html`${d.resp_prenom} ${d.resp_nom}, <a href="mailto:${d.resp_mail}">${d.resp_mail}</a>`,
    },
    ...(d.telephone === null || d.telephone === ''
      ? []
      : [
          {
            terme: 'L’établissement',
            definition: html`<a href="tel:${d.telephone.replaceAll(/[^+\d]/g, '')}">${d.telephone}</a>`,
          },
        ]),
    { terme: 'Ouvert', definition: `${dateHeure(d.ouvert_le)}, par ${d.ouvert_prenom} ${d.ouvert_nom}` },
    ...(d.revu_le === null ? [] : [{ terme: 'Dernière revue', definition: dateHeure(d.revu_le) }]),
  ])

const forme = (d: ParNumeroRow, vers: string, contenu: Html): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${d.numero}/motif" novalidate>
    ${cache('id', uuidv7())} ${cache('vers', vers)} ${contenu}
  </form>`

/** To choose is to open: one press for each motive of the list; words only where the list has none. */
function pourquoi(d: ParNumeroRow, vers: string, s: Saisies): Html {
  const { autre, ...motifs } = MOTIFS_LECTURE
  return html`<section class="preau-pile" aria-labelledby="motif">
    <h2 id="motif" tabindex="-1">Pourquoi l’ouvrez-vous ?</h2>
    ${forme(
      d,
      vers,
      html`<div class="preau-motifs">
        ${Object.entries(motifs).map(([valeur, m]) => bouton({ libelle: typo(m.libelle), nom: 'motif', valeur, variante: 'secondaire' }))}
      </div>`,
    )}
    ${forme(
      d,
      vers,
      html`${champTexte({ nom: 'mots_motif', libelle: autre.libelle, aide: 'Quelques mots, sans nom d’élève.', valeur: s.valeur('motif', 'mots_motif'), ...s.erreur('mots_motif') })}
      ${bouton({ libelle: 'Ouvrir pour cette raison', nom: 'motif', valeur: 'autre', variante: 'secondaire' })}`,
    )}
  </section>`
}

const heures = (n: number): string => (n === 1 ? 'une heure' : `${n} heures`)

/** That a dossier exists, where it stands and who holds it, before what is in it: no name of a pupil, no word of the narrative. */
export function pageCouverture(d: ParNumeroRow, vers: string, duree: number, retour?: Retour): Html {
  return html`<div class="preau-pile">
    ${refus(retour)}
    ${enTete({
      surtitre: `${d.ecole}, ${d.commune}`,
      titre: `Dossier ${d.numero}`,
      badges: [
        badge({ libelle: ETATS[d.etat as Etat].libelle, ton: 'info' }),
        ...(d.echeance === null ? [] : [badgeDelai(d.echeance)]),
        ...(d.urgences.length === 0 ? [] : [badge({ libelle: 'Urgent', ton: 'erreur', icone: 'alerte' })]),
      ],
      texte: typo(
        `${vers.startsWith('/signalements/') ? 'Le signalement que vous ouvrez est rattaché à ce dossier. Il' : 'Ce dossier'} est dans votre territoire, mais rien ne vous y est confié. Dites pourquoi vous l’ouvrez : c’est écrit sur le dossier, et vaut ${heures(duree)}.`,
      ),
    })}
    ${
      d.urgences.length > 0 &&
      alerte({
        type: 'attention',
        texte: typo('Une urgence y est signalée. Si vous devez agir maintenant, ouvrez-le sans attendre.'),
      })
    }
    ${pourquoi(d, vers, new Saisies(retour))}
    <section class="preau-pile" aria-labelledby="joindre">
      <h2 id="joindre">Ou demander à qui le connaît</h2>
      ${joindre(d)}
    </section>
  </div>`
}
