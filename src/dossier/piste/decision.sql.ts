// Generated from decision.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type ConsignerRow = {}
export const consigner: Statement<{ acad: string; id: string; fil: string; piste: string; decision: string; parole: string; sanction: string | null; quantite: number | null; sursis: boolean; personne: string | null; contenu: Uint8Array }, ConsignerRow> = {
  name: 'dossier.piste.decision.consigner',
  text: `insert into confidentiel.piste_decision (acad, id, fil, piste, decision, parole, sanction, quantite, sursis, personne, contenu, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, acces.moi(), acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'piste', 'decision', 'parole', 'sanction', 'quantite', 'sursis', 'personne', 'contenu'],
}

/** The track that was on the screen, still running: two people deciding at once, the second is told. */
export type DeciderRow = {}
export const decider: Statement<{ parole: string; issue: string | null; acad: string; fil: string; id: string; version: number }, DeciderRow> = {
  name: 'dossier.piste.decision.decider',
  text: `update confidentiel.piste set version = version + 1, parole = $1, issue = $2::text,
    finie_le = case when $2::text is null then null else acces.maintenant() end,
    finie_par = case when $2::text is null then null else acces.moi() end
  where acad = $3 and fil = $4 and id = $5 and issue is null and version = $6`,
  params: ['parole', 'issue', 'acad', 'fil', 'id', 'version'],
}
