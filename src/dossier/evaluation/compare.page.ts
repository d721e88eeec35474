import { dateHeure, liste } from '#signalement'
import { badge, html, tableau, typo, type Html } from '#ui'
import { divergent, type Regard } from './comparer.ts'
import type { Evaluation } from './evaluation.ts'
import { criteresDe, type Critere } from './grilles.ts'

function mots(e: Evaluation, code: string): string | undefined {
  const c = criteresDe(e.modele)[code]
  const dit = c?.reponses[e.reponses[code] ?? '']
  const lesquels = (e.lesquels?.[code] ?? []).map((x) => c?.lesquels?.parmi[x]?.libelle ?? x)
  return dit === undefined || lesquels.length === 0 ? dit : typo(`${dit} : ${liste(lesquels).toLowerCase()}`)
}

/** This adult was asked in other words than those of the row. */
function autrement(e: Evaluation, code: string, c: Critere): string | undefined {
  const posee = criteresDe(e.modele)[code]?.question
  return posee === undefined || posee === c.question ? undefined : posee
}

/** What this adult says today, what it rests on, and what they said before when that changed. */
function cellule(r: Regard, code: string, c: Critere): Html {
  const e = r.suite.at(-1)!
  const dit = mots(e, code)
  const avant = r.suite.slice(0, -1).map((x) => ({ le: x.le, dit: mots(x, code) }))
  const changes = avant.filter((a, i) => a.dit !== undefined && a.dit !== (avant[i + 1]?.dit ?? dit))
  const posee = autrement(e, code, c)
  return html`<strong>${dit ?? 'N’était pas demandé'}</strong>
    ${posee !== undefined && html`<br /><small class="preau-discret">${typo(`On lui demandait : « ${posee} »`)}</small>`}
    ${e.bases[code] !== undefined && html`<br /><span dir="auto">${e.bases[code]}</span>`}
    ${changes.map((a) => html`<br /><small class="preau-discret">${typo(`${dateHeure(a.le)} : ${a.dit!.toLowerCase()}`)}</small>`)}`
}

const entete = (r: Regard): string => {
  const n = r.suite.length
  return `${r.qui}, ${dateHeure(r.suite.at(-1)!.le)}${n > 1 ? ` (${n}e grille)` : ''}`
}

/** Criterion by criterion, everybody side by side; on a phone each criterion is a card. Differences are said in words. */
export function comparaison(regards: readonly Regard[]): Html {
  const codes = new Map<string, Critere>()
  for (const r of regards)
    for (const e of r.suite) for (const [code, c] of Object.entries(criteresDe(e.modele))) codes.set(code, c)
  return tableau({
    legende: 'Les regards, critère par critère',
    legendeMasquee: true,
    dense: true,
    colonnes: [{ libelle: 'Critère' }, ...regards.map((r) => ({ libelle: entete(r) }))],
    lignes: [...codes].map(([code, c]) => {
      const avis = divergent(regards, code)
      return {
        cellules: [
          html`${typo(c.question)} ${avis && badge({ libelle: 'Avis différents', ton: 'attention', icone: 'alerte' })}`,
          ...regards.map((r) => cellule(r, code, c)),
        ],
        ...(avis && { accent: 'attention' as const }),
      }
    }),
  })
}
