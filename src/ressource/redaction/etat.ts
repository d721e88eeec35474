import { badge, html, type Badge, type Html } from '#ui'
import { instant } from '#acces'
import type { ListerRow } from './redaction.sql.ts'
import { revueDe } from './revue.ts'

export type CodeEtat = 'brouillon' | 'programmee' | 'en_ligne' | 'finie' | 'retiree'

/** Where a resource stands now, from its publications alone. */
export const etatDe = (l: ListerRow): CodeEtat =>
  l.enLigne
    ? 'en_ligne'
    : l.programmee !== null
      ? 'programmee'
      : l.finie !== null && (l.retiree === null || l.finie > l.retiree)
        ? 'finie'
        : l.retiree !== null
          ? 'retiree'
          : 'brouillon'

export const ETATS: Record<CodeEtat, Badge> = {
  brouillon: { libelle: 'Brouillon' },
  programmee: { libelle: 'Programmée', ton: 'info' },
  en_ligne: { libelle: 'En ligne', ton: 'succes' },
  finie: { libelle: 'Expirée', ton: 'attention' },
  retiree: { libelle: 'Retirée', ton: 'attention' },
}

export function badgesEtat(l: ListerRow): Html[] {
  const etat = etatDe(l)
  return [
    badge(ETATS[etat]),
    ...(etat === 'en_ligne' && l.rangEnLigne !== l.rang
      ? [badge({ libelle: `Version ${l.rang} pas encore publiée`, ton: 'info' })]
      : []),
    ...(l.remplacee ? [badge({ libelle: 'Remplacée' })] : []),
    ...(l.acces === 'personnels' ? [badge({ libelle: 'Personnels', icone: 'cadenas' })] : []),
    ...(revueDe(l) === 'passee'
      ? [badge({ libelle: 'Relecture passée', ton: 'erreur' })]
      : revueDe(l) === 'bientot'
        ? [badge({ libelle: 'À relire bientôt', ton: 'attention' })]
        : []),
    ...(l.morts > 0 ? [badge({ libelle: l.morts > 1 ? `${l.morts} liens morts` : 'Un lien mort', ton: 'erreur' })] : []),
  ]
}

/** The state in a sentence, with its dates. */
export function phraseEtat(l: ListerRow): Html {
  const etat = etatDe(l)
  if (etat === 'en_ligne')
    return html`Version ${l.rangEnLigne} en ligne depuis le
    ${instant(l.du!)}${l.au !== null && html`, jusqu’au ${instant(l.au)}`}${l.programmee !== null && html`${'\u00a0'}; la suivante paraît le ${instant(l.programmee)}`}.`
  if (etat === 'programmee') return html`Elle paraît le ${instant(l.programmee!)}.`
  if (etat === 'finie')
    return html`Elle n’est plus en ligne depuis le ${instant(l.finie!)}${'\u00a0'}: sa date de fin est passée.`
  if (etat === 'retiree') return html`Elle a été retirée le ${instant(l.retiree!)}.`
  return html`Personne d’autre que les rédacteurs ne la voit.`
}
