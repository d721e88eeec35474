import { bouton, champChoix, champZone, html, typo, type Html } from '#ui'
import { cache, type Saisies } from '../fiche/gestes.ts'
import type { Avis } from './relecture.ts'

/** The form of a second reader, under what is read. `avis`: what each answer is called here. */
export const formulaireAvis = (p: {
  forme: string
  action: string
  version: number
  avis: Readonly<Record<Avis, string>>
  s: Saisies
}): Html =>
  html`<form class="preau-pile" method="post" action="${p.action}" novalidate>
    ${cache('version', p.version)}
    ${champChoix({ nom: 'avis', libelle: 'Après lecture, mot à mot', valeur: p.s.valeur(p.forme, 'avis'), options: Object.entries(p.avis).map(([valeur, libelle]) => ({ valeur, libelle: typo(libelle) })), ...p.s.erreur('avis') })}
    ${champZone({ nom: 'avis_raison', libelle: 'Ce qui est à reprendre', facultatif: '(si quelque chose est à reprendre)', lignes: 3, valeur: p.s.valeur(p.forme, 'avis_raison'), ...p.s.erreur('avis_raison') })}
    ${bouton({ libelle: 'Enregistrer ma lecture' })}
  </form>`
