import { uuidv7 } from '#platform'
import { libelleRole, PROFESSIONS, type Profession } from '#annuaire'
import { dateHeure, jour } from '#signalement'
import {
  accordeon,
  badge,
  bouton,
  champChoix,
  champListe,
  champZone,
  groupeBoutons,
  html,
  paragraphes,
  typo,
  type Html,
} from '#ui'
import { FAMILLE } from '../accord/accord.mots.ts'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'
import { formeScellee } from '../brouillon/brouillon.ts'
import type { Dossier } from '../dossier.ts'
import { cache, Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import type { NoteScellee, Partage, Scellees } from './scellee.ts'

const profession = (code: string): string => PROFESSIONS[code as Profession].libelle

const recu = (p: Partage): Html =>
  html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <p class="fr-badges-group">
        ${badge({ libelle: typo(`Partagé par : ${profession(p.profession).toLowerCase()}`), icone: 'cadenas' })}
      </p>
      <h3 class="fr-card__title">${typo(`${p.prenom} ${p.nom}, ${dateHeure(p.le)}`)}</h3>
      ${paragraphes(p.texte)}
      <p class="preau-discret">${typo(`Pour : ${p.raison} Ne le répétez pas : ce partage est pour vous.`)}</p>
    </div>
  </li>`

const donne = (p: Partage): Html =>
  html`<li>
    ${typo(`Partagé avec ${p.avec_prenom} ${p.avec_nom}, ${dateHeure(p.le)} : ${p.raison} ${FAMILLE[p.famille as keyof typeof FAMILLE].libelle}. ${p.familleRaison}`)}
  </li>`

const note = (n: NoteScellee, partages: readonly Partage[]): Html =>
  html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <p class="fr-badges-group">${badge({ libelle: profession(n.profession), icone: 'cadenas' })}</p>
      <h3 class="fr-card__title">${typo(`${n.prenom} ${n.nom}, ${dateHeure(n.le)}`)}</h3>
      ${paragraphes(n.texte)}
      ${
        partages.length > 0 &&
        html`<ul class="preau-discret">
          ${partages.map(donne)}
        </ul>`
      }
    </div>
  </li>`

function ecrire(o: Dossier, v: Scellees, profession: Profession, retour: Saisies['retour']): Html {
  const forme = 'notes/scellees'
  const s = new Saisies(retour, v.garde, forme)
  const brouillon = formeScellee(profession)
  return accordeon({
    titre: 'Écrire une note scellée',
    ouvert: s.reprise(forme),
    contenu: html`${avisBrouillon(o, brouillon, s)}
      <form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/notes/scellees" novalidate>
        ${champsBrouillon(o, brouillon, s)} ${cache('id', s.valeur(forme, 'id') || uuidv7())}
        ${champZone({ nom: 'scellee', libelle: 'Note', aide: 'Lue par votre profession seulement. Personne d’autre ne sait qu’elle existe.', lignes: 6, valeur: s.valeur(forme, 'scellee'), ...s.erreur('scellee') })}
        ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Sceller', icone: 'cadenas' }), garder(o)])}
      </form>`,
  })
}

function partager(o: Dossier, v: Scellees, s: Saisies): Html | undefined {
  if (v.notes.length === 0) return undefined
  const forme = 'notes/partages'
  const val = (champ: string, defaut = ''): string => s.valeur(forme, champ, defaut)
  const autres = v.lecteurs.filter((l) => l.agent !== o.moi.agent)
  return accordeon({
    titre: 'Partager le nécessaire avec une personne',
    ouvert: s.ici(forme),
    contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/notes/partages" novalidate>
      ${cache('id', val('id') || uuidv7())}
      <p>
        ${typo('Un partage se limite au strict nécessaire pour protéger l’enfant, entre personnes tenues au secret (L226-2-2 du code de l’action sociale et des familles). La note elle-même reste scellée.')}
      </p>
      ${champListe({ nom: 'de_note', libelle: 'De quelle note', valeur: val('de_note', v.notes.at(-1)!.id), options: v.notes.map((n) => ({ valeur: n.id, libelle: `${n.prenom} ${n.nom}, le ${jour(n.le)}` })), ...s.erreur('de_note') })}
      ${champListe({ nom: 'avec', libelle: 'Avec qui', vide: 'Choisir…', valeur: val('avec'), options: autres.map((l) => ({ valeur: l.agent, libelle: `${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}` })), ...s.erreur('avec') })}
      ${champZone({ nom: 'partage', libelle: 'Ce que vous partagez', lignes: 3, valeur: val('partage'), ...s.erreur('partage') })}
      ${champZone({ nom: 'partage_raison', libelle: 'Pourquoi cette personne en a besoin', lignes: 2, valeur: val('partage_raison'), ...s.erreur('partage_raison') })}
      ${champChoix({ nom: 'famille', libelle: 'La famille', valeur: val('famille'), options: Object.entries(FAMILLE).map(([valeur, { libelle }]) => ({ valeur, libelle })), ...s.erreur('famille') })}
      ${champZone({ nom: 'famille_raison', libelle: 'Si elle n’est pas informée, pourquoi', facultatif: '(facultatif)', lignes: 2, valeur: val('famille_raison'), ...s.erreur('famille_raison') })}
      ${bouton({ libelle: 'Partager', variante: 'secondaire' })}
    </form>`,
  })
}

/** The sealed part of the page of notes: absent for whoever has no such profession and was given nothing. */
export function noteScellee(o: Dossier, v: Scellees, s: Saisies): Html | undefined {
  const recus = v.partages.filter((p) => p.avec === o.moi.agent)
  const peutSceller = v.profession !== null && peut(o.moi, 'sceller', o.situation).regle !== null
  if (v.profession === null && recus.length === 0) return undefined
  return html`<section class="preau-pile" id="sceller" aria-labelledby="scellees">
    <h2 id="scellees">Notes scellées</h2>
    ${
      recus.length > 0 &&
      html`<ul class="preau-pile">
        ${recus.map(recu)}
      </ul>`
    }
    ${
      v.profession !== null &&
      html`<p class="preau-discret">
          ${typo(v.notes.length === 0 ? 'Aucune note scellée de votre profession.' : `Lues par votre profession seulement : ${profession(v.profession).toLowerCase()}.`)}
        </p>
        <ul class="preau-pile">
          ${v.notes.map((n) =>
            note(
              n,
              v.partages.filter((p) => p.note === n.id),
            ),
          )}
        </ul>`
    }
    ${peutSceller && v.profession !== null && html`${ecrire(o, v, v.profession, s.retour)} ${partager(o, v, s)}`}
  </section>`
}
