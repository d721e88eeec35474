import { clock, JOUR, plus, Refus, type AgentDb, type Formulaire } from '#platform'
import { bouton, champDate, champListe, html, typo, type Html } from '#ui'
import { debutDeJour, isoJour, jour, type CtxAgent } from '#acces'
import type { ListerRow } from './redaction.sql.ts'
import * as sql from './revue.sql.ts'

/** A resource is read again within a year; its editors are told a month before (proposition: no text sets it). */
export const REVUE_JOURS = 365
const AVANT_JOURS = 30
const AU_PLUS_JOURS = 3 * 365

export const dansJours = (n: number): string => isoJour(plus(clock.now(), n * JOUR))

export type Urgence = 'passee' | 'bientot' | null
/** Only what somebody may read grows old: a draft waits without harm. */
export const revueDe = (l: Pick<ListerRow, 'enLigne' | 'a_revoir_le'>): Urgence =>
  !l.enLigne || l.a_revoir_le > dansJours(AVANT_JOURS) ? null : l.a_revoir_le < dansJours(0) ? 'passee' : 'bientot'

/** POST /redaction/:id/revue: read again, still true until a new day, with somebody who answers for it. */
export async function revoir(db: AgentDb, c: CtxAgent, id: string, f: Pick<Formulaire, 'un'>): Promise<string> {
  const { acad } = c.get('moi')
  const garant = f.un('garant')
  const aRevoirLe = f.un('a_revoir_le')
  if (!(await db.all(sql.redacteurs, { acad })).some((r) => r.id === garant))
    throw new Refus('Choisissez qui répond de cette ressource.', 422)
  if (debutDeJour(aRevoirLe) === null) throw new Refus('Donnez le jour de la prochaine relecture.', 422)
  if (aRevoirLe <= dansJours(0)) throw new Refus('La prochaine relecture est un jour à venir.', 422)
  if (aRevoirLe > dansJours(AU_PLUS_JOURS)) throw new Refus('La prochaine relecture vient dans trois ans au plus.', 422)
  await db.run(sql.revoir, { acad, id, garant, aRevoirLe })
  return 'revue'
}

interface Revue {
  l: ListerRow
  redacteurs: readonly sql.RedacteursRow[]
  tape: (nom: string) => string
}

const leJour = (iso: string): Html => jour(debutDeJour(iso) ?? clock.now())

/** Who answers for it and until when it is held to be true; one form says that it was read again. */
export function pageRevue({ l, redacteurs, tape }: Revue): Html {
  const ici = redacteurs.some((r) => r.id === l.garant)
  const urgence = revueDe(l)
  return html`<section class="preau-pile" aria-labelledby="revue">
    <h2 id="revue">Qui en répond</h2>
    <p>
      ${ici ? typo(`${l.garantNom} en répond.`) : typo(`${l.garantNom} en répondait et ne publie plus ici : choisissez quelqu’un.`)}
      ${urgence === 'passee' ? html`Elle devait être relue le ${leJour(l.a_revoir_le)}.` : html`À relire avant le ${leJour(l.a_revoir_le)}.`}
    </p>
    <form class="preau-pile" method="post" action="/redaction/${l.id}/revue" novalidate>
      ${champListe({ nom: 'garant', libelle: 'Qui en répond', vide: 'Choisir…', valeur: tape('garant') || (ici ? l.garant : ''), options: redacteurs.map((r) => ({ valeur: r.id, libelle: `${r.prenom} ${r.nom}` })) })}
      ${champDate({ nom: 'a_revoir_le', libelle: 'Prochaine relecture', valeur: tape('a_revoir_le') || dansJours(REVUE_JOURS) })}
      ${bouton({ libelle: 'Je l’ai relue, elle est juste', variante: 'secondaire', petit: true })}
    </form>
  </section>`
}
