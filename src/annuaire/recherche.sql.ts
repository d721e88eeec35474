// Generated from recherche.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Every word, at the beginning of a word of the name, the town or the postal code: the trigram index finds them together. An empty pattern asks for nothing. The rank is computed on a bounded number of rows: a wider search must be narrowed anyway. */
export type TrouverRow = { etab: string; nom: string; type: string; commune: string; code_postal: string; dept: string; deptNom: string }
export const trouver: Statement<{ acad: string; m1: string; m2: string; m3: string; m4: string; m5: string; court: string; types: readonly string[]; dept: string | null; plus: readonly string[]; natures: readonly string[]; limite: number }, TrouverRow> = {
  name: 'annuaire.recherche.trouver',
  text: `with candidats as materialized (
  select e.acad, e.etab, e.nom, e.type, e.nature, e.commune, e.code_postal, e.dept, e.recherche
  from annuaire.etablissement e
  where e.acad = $1 and e.etat <> 'ferme'
    and e.recherche ~ $2 and e.recherche ~ $3 and e.recherche ~ $4 and e.recherche ~ $5 and e.recherche ~ $6 and e.recherche like $7
    and (cardinality($8::text[]) = 0 or e.type = any ($8::text[]))
    and ($9::text is null or e.dept = $9)
  limit 500
)
select c.etab, c.nom, c.type, c.commune, c.code_postal, c.dept, d.nom as "deptNom"
  from candidats c join annuaire.departement d on d.acad = c.acad and d.dept = c.dept
  order by (select count(*) from unnest($10::text[]) p where c.recherche ~ p) desc,
    c.nature = any ($11::text[]) desc, length(c.recherche), c.nom, c.etab
  limit $12`,
  params: ['acad', 'm1', 'm2', 'm3', 'm4', 'm5', 'court', 'types', 'dept', 'plus', 'natures', 'limite'],
}

/** Words that no school bears together: those with the most of them, at least half. */
export type TrouverPartieRow = { etab: string; nom: string; type: string; commune: string; code_postal: string; dept: string; deptNom: string }
export const trouverPartie: Statement<{ motifs: readonly string[]; acad: string; types: readonly string[]; dept: string | null; phrase: string; limite: number }, TrouverPartieRow> = {
  name: 'annuaire.recherche.trouverPartie',
  text: `with points as materialized (
  select e.acad, e.etab, count(*) as points
  from unnest($1::text[]) m cross join lateral (
    select x.acad, x.etab from annuaire.etablissement x
    where x.acad = $2 and x.etat <> 'ferme' and x.recherche ~ m
      and (cardinality($3::text[]) = 0 or x.type = any ($3::text[]))
      and ($4::text is null or x.dept = $4)
    limit 2000
  ) e
  group by e.acad, e.etab
  having count(*) * 2 >= cardinality($1::text[])
  order by points desc
  limit 300
)
select e.etab, e.nom, e.type, e.commune, e.code_postal, e.dept, d.nom as "deptNom"
  from points p join annuaire.etablissement e on e.acad = p.acad and e.etab = p.etab
  join annuaire.departement d on d.acad = e.acad and d.dept = e.dept
  order by p.points desc, extensions.word_similarity($5, e.recherche) desc, e.nom, e.etab
  limit $6`,
  params: ['motifs', 'acad', 'types', 'dept', 'phrase', 'limite'],
}

export type TrouverUaiRow = { etab: string; nom: string; type: string; commune: string; code_postal: string; dept: string; deptNom: string }
export const trouverUai: Statement<{ acad: string; etab: string; types: readonly string[]; dept: string | null }, TrouverUaiRow> = {
  name: 'annuaire.recherche.trouverUai',
  text: `select e.etab, e.nom, e.type, e.commune, e.code_postal, e.dept, d.nom as "deptNom"
  from annuaire.etablissement e join annuaire.departement d on d.acad = e.acad and d.dept = e.dept
  where e.acad = $1 and e.etab = $2 and e.etat <> 'ferme'
    and (cardinality($3::text[]) = 0 or e.type = any ($3::text[]))
    and ($4::text is null or e.dept = $4)`,
  params: ['acad', 'etab', 'types', 'dept'],
}

export type BaseRow = { nom: string }
export const base: Statement<{}, BaseRow> = {
  name: 'annuaire.recherche.base',
  text: `select current_database()::text as nom`,
  params: [],
}

/** Every word of the names and towns of an académie's open schools. */
export type MotsRow = { mot: string; fois: number }
export const mots: Statement<{ acad: string }, MotsRow> = {
  name: 'annuaire.recherche.mots',
  text: `select m as mot, count(*)::int as fois
  from annuaire.etablissement e, string_to_table(translate(e.recherche, '-/.,()"', '       '), ' ') m
  where e.acad = $1 and e.etat <> 'ferme' and m ~ '^[[:alpha:]]{3,}$'
  group by m`,
  params: ['acad'],
}
