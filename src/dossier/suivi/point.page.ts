import { uuidv7 } from '#platform'
import { badgeDelai, delai, jour } from '#signalement'
import { accordeon, bouton, champChoix, champDate, champListe, champTexte, champZone, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { securiteCourte } from '../entretien/securite.page.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import type { Suivi } from './suivi.ts'
import { PAROLES, RANGS } from './vocabulaire.ts'

const F = 'suivi/points'

const prevus = (d: Suivi): Html =>
  html`<ul>
    ${d.prevus.map((j) => html`<li>${RANGS[j.rang].libelle}, le ${jour(j.le)} ${delai(j.le).ton === 'erreur' && badgeDelai(j.le)}</li>`)}
  </ul>`

const observe = (s: Saisies): Html =>
  html`${champZone({ nom: 'vie', libelle: 'Ce que les adultes voient', facultatif: '(facultatif)', aide: 'En classe, dans la cour, à la cantine. Des faits, pas une note.', lignes: 3, valeur: s.valeur(F, 'vie'), ...s.erreur('vie') })}
  ${champTexte({ nom: 'reseaux', libelle: 'Téléphone et réseaux', facultatif: '(facultatif)', valeur: s.valeur(F, 'reseaux'), ...s.erreur('reseaux') })}
  ${champTexte({ nom: 'absences', libelle: 'Absences, retards, infirmerie', facultatif: '(facultatif)', valeur: s.valeur(F, 'absences'), ...s.erreur('absences') })}
  ${champTexte({ nom: 'travail', libelle: 'Travail en classe', facultatif: '(facultatif)', valeur: s.valeur(F, 'travail'), ...s.erreur('travail') })}`

const formulaire = (o: Dossier, d: Suivi, s: Saisies, libelle: string): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${F}" novalidate>
    ${cache('id', s.valeur(F, 'id') || uuidv7())}
    ${champListe({
      nom: 'jalon',
      libelle: 'Quel point',
      valeur: s.valeur(F, 'jalon', d.prevus[0]?.id ?? ''),
      options: [
        ...d.prevus.map((j) => ({ valeur: j.id, libelle: `${RANGS[j.rang].libelle}, prévu le ${jour(j.le)}` })),
        { valeur: '', libelle: 'Un point de plus' },
      ],
    })}
    ${champDate({ nom: 'point_jour', libelle: 'Fait le', valeur: s.valeur(F, 'point_jour', o.vu.jour), ...s.erreur('point_jour') })}
    ${champChoix({
      nom: 'parole',
      libelle: 'L’élève visé, seul avec un adulte : est-ce que cela a cessé ?',
      aide: 'Une question ouverte : « Comment ça se passe, maintenant ? » Jamais devant les autres.',
      valeur: s.valeur(F, 'parole'),
      options: Object.entries(PAROLES).map(([valeur, p]) => ({ valeur, libelle: p.libelle })),
      enLigne: true,
      ...s.erreur('parole'),
    })}
    ${champZone({ nom: 'mots', libelle: 'Ses mots, entre guillemets', aide: 'Ou pourquoi sa parole n’a pas été recueillie, et qui la demandera.', lignes: 4, valeur: s.valeur(F, 'mots'), ...s.erreur('mots') })}
    ${champZone({ nom: 'famille', libelle: 'Ce que dit la famille', facultatif: '(facultatif)', lignes: 3, valeur: s.valeur(F, 'famille'), ...s.erreur('famille') })}
    ${observe(s)} ${securiteCourte(F, s)} ${bouton({ libelle, icone: 'calendrier' })}
  </form>`

/** Checkpoints: those that are promised, and the form of the next one. */
export function points(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  if (o.d.etat !== 'surveillance') return undefined
  const { regle, refus } = peut(o.moi, 'point_suivi', o.situation)
  return html`<section class="preau-pile" id="point_suivi" aria-labelledby="points-titre">
    <h2 id="points-titre">Points de suivi</h2>
    ${d.prevus.length > 0 && prevus(d)}
    ${
      regle === null
        ? html`<p class="preau-discret">${typo(refus)}</p>`
        : accordeon({ titre: regle.bouton, ouvert: s.ici(F) || d.prevus.length > 0, contenu: formulaire(o, d, s, regle.bouton) })
    }
  </section>`
}
