// Generated from transfert.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this very form was sent already. */
export type InscrireRow = {}
export const inscrire: Statement<{ acad: string; id: string; fil: string; vers: string | null; ailleurs: Uint8Array | null; continue: boolean }, InscrireRow> = {
  name: 'dossier.transfert.transfert.inscrire',
  text: `insert into confidentiel.transfert (acad, id, fil, vers, ailleurs, continue_ici, par, le)
  values ($1, $2, $3, $4, $5, $6, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'vers', 'ailleurs', 'continue'],
}

export type TransfertsRow = { id: string; ailleurs: Buffer | null; continue_ici: boolean; le: Date; numero: string; ecole: string; commune: string }
export const transferts: Statement<{ acad: string; fil: string }, TransfertsRow> = {
  name: 'dossier.transfert.transfert.transferts',
  text: `select t.id, t.ailleurs, t.continue_ici, t.le, d.numero, e.nom as ecole, e.commune from confidentiel.transfert t
  left join confidentiel.dossier d on d.acad = t.acad and d.id = t.vers
  left join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where t.acad = $1 and t.fil = $2 order by t.le`,
  params: ['acad', 'fil'],
}

export type OrigineRow = { numero: string; le: Date }
export const origine: Statement<{ acad: string; dossier: string }, OrigineRow> = {
  name: 'dossier.transfert.transfert.origine',
  text: `select d.numero, t.le from confidentiel.transfert t join confidentiel.dossier d on d.acad = t.acad and d.id = t.fil
  where t.acad = $1 and t.vers = $2`,
  params: ['acad', 'dossier'],
}

export type TuteursRow = { agent: string }
export const tuteurs: Statement<{ acad: string; etab: string }, TuteursRow> = {
  name: 'dossier.transfert.transfert.tuteurs',
  text: `select m.agent from annuaire.mandat m
  where m.acad = $1 and m.etab = $2 and m.role in ('chef', 'coordonnateur') and m.du <= acces.maintenant()
    and (m.au is null or m.au > acces.maintenant())
  order by case m.role when 'chef' then 0 else 1 end, m.du limit 1`,
  params: ['acad', 'etab'],
}
