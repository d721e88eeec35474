// Generated from repartition.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Open dossiers of each person, in what the caller sees. The scope is repeated so that an index serves it. */
export type ChargeRow = { responsable: string; prenom: string; nom: string; ouverts: number; retard: number; urgents: number; semaine: number; absent_jusqu: string | null; remplacant: string | null }
export const charge: Statement<{ maintenant: Date; avant: Date; acad: string; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; acads: readonly string[] }, ChargeRow> = {
  name: 'dossier.bureau.repartition.charge',
  text: `select a.id as responsable, a.prenom, a.nom, c.ouverts, c.retard, c.urgents, c.semaine, b.au as absent_jusqu, r.prenom || ' ' || r.nom as remplacant
  from (
    select d.responsable, count(*)::int as ouverts, count(*) filter (where d.echeance <= $1)::int as retard,
        count(*) filter (where d.urgences <> '{}')::int as urgents, count(*) filter (where d.echeance > $1 and d.echeance < $2)::int as semaine
      from confidentiel.dossier d
      where d.acad = $3 and d.echeance is not null
        and (d.portee_etab = any ($4::text[]) or d.portee_circo = any ($5::text[]) or d.portee_dept = any ($6::text[])
          or d.acad = any ($7::text[]))
      group by d.responsable) c
  join annuaire.agent a on a.acad = $3 and a.id = c.responsable
  left join lateral (select * from annuaire.absence b where b.acad = $3 and b.agent = a.id and b.annulee_le is null
    and acces.aujourdhui() between b.du and b.au limit 1) b on true
  left join annuaire.agent r on r.acad = $3 and r.id = b.remplacant
  order by c.ouverts desc, a.nom, a.prenom limit 200`,
  params: ['maintenant', 'avant', 'acad', 'etabs', 'circos', 'depts', 'acads'],
}

export type DossiersDeRow = { id: string; numero: string; etat: string; echeance: Date | null; urgences: string[]; responsable: string; ecole: string; commune: string }
export const dossiersDe: Statement<{ acad: string; agent: string; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; acads: readonly string[] }, DossiersDeRow> = {
  name: 'dossier.bureau.repartition.dossiersDe',
  text: `select d.id, d.numero, d.etat, d.echeance, d.urgences, d.responsable, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = $1 and d.responsable = $2 and d.echeance is not null
    and (d.portee_etab = any ($3::text[]) or d.portee_circo = any ($4::text[]) or d.portee_dept = any ($5::text[])
      or d.acad = any ($6::text[]))
  order by d.echeance, d.id limit 60`,
  params: ['acad', 'agent', 'etabs', 'circos', 'depts', 'acads'],
}

export type DossiersParIdsRow = { id: string; numero: string; etat: string; echeance: Date | null; urgences: string[]; responsable: string; ecole: string; commune: string }
export const dossiersParIds: Statement<{ acad: string; ids: readonly string[] }, DossiersParIdsRow> = {
  name: 'dossier.bureau.repartition.dossiersParIds',
  text: `select d.id, d.numero, d.etat, d.echeance, d.urgences, d.responsable, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = $1 and d.id = any ($2::uuid[])
  order by d.echeance, d.id limit 60`,
  params: ['acad', 'ids'],
}

export type SignalementsParIdsRow = { id: string; recu_le: Date; ecole: string; commune: string }
export const signalementsParIds: Statement<{ acad: string; ids: readonly string[] }, SignalementsParIdsRow> = {
  name: 'dossier.bureau.repartition.signalementsParIds',
  text: `select s.id, s.recu_le, e.nom as ecole, e.commune
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = $1 and s.id = any ($2::uuid[]) order by s.echeance limit 60`,
  params: ['acad', 'ids'],
}

/** Who could take them: whoever sees them, the least loaded first. `vus`: how many of these they see. */
export type CandidatsRow = { agent: string; prenom: string; nom: string; role: string; vus: number; ouverts: number }
export const candidats: Statement<{ acad: string; fils: readonly string[] }, CandidatsRow> = {
  name: 'dossier.bureau.repartition.candidats',
  text: `select l.agent, l.prenom, l.nom, min(l.role) as role, count(distinct f.fil)::int as vus,
    (select count(*)::int from confidentiel.dossier d where d.acad = $1 and d.responsable = l.agent and d.echeance is not null) as ouverts
  from unnest($2::uuid[]) f (fil) cross join lateral acces.lecteurs(f.fil) l
  where l.role <> 'equipe'
  group by l.agent, l.prenom, l.nom
  order by count(distinct f.fil) desc, 6, l.nom`,
  params: ['acad', 'fils'],
}

export type NomsDeRow = { id: string; prenom: string; nom: string }
export const nomsDe: Statement<{ acad: string; ids: readonly string[] }, NomsDeRow> = {
  name: 'dossier.bureau.repartition.nomsDe',
  text: `select id, prenom, nom from annuaire.agent where acad = $1 and id = any ($2::uuid[])`,
  params: ['acad', 'ids'],
}
