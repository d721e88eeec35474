import { enAdmin } from './banc.ts'

export const DEPARTEMENTS = ['009', '012', '031', '032', '046', '065', '081', '082']

/** An invented académie: so many schools over eight départements, each with a head and a coordinator. Returns their UAI. */
export const peuplerAnnuaire = (url: string, ecoles: number): Promise<string[]> =>
  enAdmin(url, async (c) => {
    await c.query(`insert into annuaire.academie values ('16', 'Toulouse', 'C')`)
    await c.query(`insert into annuaire.departement select '16', d, 'Département ' || d from unnest($1::text[]) d`, [
      DEPARTEMENTS,
    ])
    const { rows } = await c.query<{ etab: string }>(
      `insert into annuaire.etablissement (acad, etab, dept, nom, type, secteur, commune, code_postal)
         select '16', n || substr('ABCDEFGHJKLMNPRSTUVWXYZ', n::int % 23 + 1, 1), d, 'Collège ' || i, 'college', 'public', 'Commune ' || i / 3,
           substr(d, 2) || '000'
         from (select i, ($1::text[])[i % 8 + 1] as d, ($1::text[])[i % 8 + 1] || lpad((i / 8)::text, 4, '0') as n
           from generate_series(0, $2 - 1) i) e
         returning etab`,
      [DEPARTEMENTS, ecoles],
    )
    await c.query(`
      insert into annuaire.agent (acad, id, nom, prenom, mail, cree_le)
        select acad, gen_random_uuid(), r || etab, 'Prénom', lower(r || etab) || '@exemple.fr', now() - interval '1 year'
        from annuaire.etablissement, unnest(array['chef', 'coordonnateur']) r;
      insert into annuaire.mandat (acad, id, agent, role, etab, du)
        select a.acad, gen_random_uuid(), a.id, r, e.etab, a.cree_le
        from annuaire.etablissement e, unnest(array['chef', 'coordonnateur']) r
        join annuaire.agent a on a.acad = '16' where a.nom = r || e.etab;
      insert into annuaire.agent (acad, id, nom, prenom, mail, cree_le)
        select acad, gen_random_uuid(), 'Référence ' || dept, 'Prénom', 'referent' || dept || '@exemple.fr', now() - interval '1 year' from annuaire.departement
        union all select '16', gen_random_uuid(), 'Responsable', 'Prénom', 'responsable@exemple.fr', now() - interval '1 year';
      insert into annuaire.mandat (acad, id, agent, role, dept, du)
        select a.acad, gen_random_uuid(), a.id, 'referent_departemental', right(a.nom, 3), a.cree_le from annuaire.agent a where a.nom like 'Référence %';
      insert into annuaire.mandat (acad, id, agent, role, du)
        select a.acad, gen_random_uuid(), a.id, 'responsable_academique', a.cree_le from annuaire.agent a where a.nom = 'Responsable'`)
    await c.query('vacuum analyze')
    return rows.map((r) => r.etab)
  })
