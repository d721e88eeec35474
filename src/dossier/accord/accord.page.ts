import { champChoix, champListe, champZone, html, typo, type Html } from '#ui'
import type { Saisies } from '../fiche/gestes.ts'
import { mot } from '../vocabulaire.ts'
import { ACCORDS, RAISONS } from './accord.mots.ts'
import { champsDe, type Accord } from './accord.ts'

const options = (liste: Readonly<Record<string, { libelle: string }>>) =>
  Object.entries(liste).map(([valeur, { libelle }]) => ({ valeur, libelle: typo(libelle) }))

/** Does the family know, and what does it say? Asked before a dossier goes to somebody else. `facultatif`: when it is not always due. */
export function champsAccord(pour: string, forme: string, s: Saisies, quand: { facultatif?: string } = {}): Html {
  const nom = champsDe(pour)
  const v = (champ: string): string => s.valeur(forme, champ)
  return html`${champChoix({
    nom: nom.famille,
    libelle: 'La famille de l’élève visé',
    ...quand,
    aide: typo('Protéger n’attend pas son accord. Qui reçoit le dossier sait ainsi, avant de l’appeler, si elle est au courant.'),
    valeur: v(nom.famille),
    options: options(ACCORDS),
    ...s.erreur(nom.famille),
  })}
  ${champListe({
    nom: nom.motif,
    libelle: 'Sans son accord, pourquoi',
    facultatif: '(si elle n’est pas d’accord, ou ne le sait pas)',
    vide: 'Choisir…',
    valeur: v(nom.motif),
    options: options(RAISONS),
    ...s.erreur(nom.motif),
  })}
  ${champZone({ nom: nom.mots, libelle: 'Ce que la famille et l’enfant ont dit, ou pourquoi', facultatif: '(facultatif)', lignes: 2, valeur: v(nom.mots), ...s.erreur(nom.mots) })}`
}

/** As whoever receives it reads it. */
export function accordDit({ famille, motif, mots }: Accord): Html {
  if (famille === 'non_dit') return html`<p class="preau-discret">${typo('La famille : ce n’était pas encore demandé.')}</p>`
  const raison = motif === null || motif === 'autre' ? '' : ` ${mot(RAISONS, motif)}.`
  return html`<p>${typo(`${ACCORDS[famille].libelle}.${raison}${mots === '' ? '' : ` « ${mots} »`}`)}</p>`
}
