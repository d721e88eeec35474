import { jourIso } from '#signalement'
import { alerte, groupeBoutons, html, lienBouton, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { peut } from '../protocole/peut.ts'
import { survenus } from './arret.ts'
import { url } from './commun.page.ts'
import { evolution } from './evolution.page.ts'
import { COTES, type Cote } from './methodes.ts'
import { enCours, type Eleve, type Intervenant, type Piste, type Rencontre, type Traitement } from './piste.ts'
import { coteDe } from './rythme.ts'

export const presents = (t: Traitement, cote: Cote): Intervenant[] =>
  t.intervenants.filter((i) => i.cote === cote && i.retire_le === null)

const equipe = (t: Traitement): Html =>
  html`<dl class="preau-equipe">
    ${(['cible', 'groupe'] as const).map((c) => {
      const la = presents(t, c)
      return html`<div>
        <dt>${COTES[c].voit}</dt>
        <dd>${la.length === 0 ? 'Personne encore' : la.map((i) => i.nom).join(', ')}</dd>
      </div>`
    })}
  </dl>`

const quand = (r: Rencontre): string => (r.debut === null ? jourIso(r.jour) : `${jourIso(r.jour)} à ${r.debut}`)

/** The next talk of each pupil, and the link that notes it. */
function prochains(o: Dossier, t: Traitement, p: Piste): Html {
  const note = peut(o.moi, 'preoccuper', o.situation).regle !== null
  const ligne = (e: Eleve): Html => {
    const prevue = t.rencontres.find((r) => r.piste === p.id && r.personne === e.id && r.constat === null)
    const qui = prevue && t.intervenants.find((i) => i.id === prevue.intervenant)?.nom
    return html`<li>
      <span
        ><strong>${e.nom}</strong> <small>${COTES[coteDe(e)].libelle}</small><br /><small
          >${prevue ? typo(`${quand(prevue)}, avec ${qui}`) : 'Rien de prévu'}</small
        ></span
      >
      ${note && lienBouton({ libelle: 'Noter l’entretien', precision: `avec ${e.nom}`, url: url(o, `entretiens/${e.id}`), variante: 'secondaire', petit: true })}
    </li>`
  }
  return html`<ul class="preau-prochains">
    ${t.eleves.map(ligne)}
  </ul>`
}

function manque(t: Traitement): Html | undefined {
  if (t.eleves.every((e) => coteDe(e) === 'cible'))
    return alerte({
      type: 'info',
      texte: typo('Aucun autre élève n’est inscrit : ajoutez les auteurs présumés ou les témoins dans la vue d’ensemble.'),
    })
  if (presents(t, 'cible').length === 0 || presents(t, 'groupe').length === 0)
    return alerte({
      type: 'attention',
      texte: typo('L’équipe n’est pas complète : il faut un adulte pour l’élève visé, et un autre pour le groupe.'),
    })
  return undefined
}

/** The shared concern, at a glance: who is in the team, what each pupil says week after week, what comes next. */
export function mpp(o: Dossier, t: Traitement, p: Piste): Html {
  if (!enCours(p)) return html`${evolution(t, p)}`
  const arretee = survenus(o, t, p).length > 0
  return html`${equipe(t)} ${manque(t)} ${prochains(o, t, p)}
  ${groupeBoutons([
    !arretee && lienBouton({ libelle: 'Prévoir la matinée', url: url(o, 'matinee'), icone: 'calendrier' }),
    lienBouton({ libelle: 'Composer l’équipe', url: url(o, 'equipe'), variante: 'secondaire' }),
  ])}
  ${evolution(t, p)}`
}
