import { empreinteDe, nouveauJeton } from '#acces'
import { enAdmin } from './banc.ts'

/** Three years of dossiers over all the schools; the one that is looked at has two pages of them, however many there are in all. */
const DOSSIERS = `
  insert into confidentiel.dossier (acad, id, numero, dept, etab, niveau, protocole, etat, responsable, echeance, ouvert_par,
      ouvert_le, pris_le, clos_le, resume)
    select '16', gen_random_uuid(), e.dept || '-2026-' || lpad(upper(to_hex(i)), 6, '0'), e.dept, e.etab,
      case when i < 60 or i % 20 < 16 then 'etablissement' when i % 20 < 19 then 'departement' else 'academie' end,
      '2024', case when i % 2 = 0 then 'clos' else 'pris_en_charge' end, a.id,
      case when i % 2 = 1 then now() + (i % 30 - 10) * interval '1 day' end, a.id, le, le,
      case when i % 2 = 0 then le + interval '60 days' end, sha512(i::text::bytea) || sha512(le::text::bytea)
    from generate_series(0, $2 - 1) i
    cross join lateral (select now() - random() * interval '1000 days' as le) l
    join annuaire.etablissement e on e.acad = '16' and e.etab = ($1::text[])[case when i < 60 then 1 else i % cardinality($1::text[]) + 1 end]
    join annuaire.agent a on a.acad = '16' and a.mail = 'chef' || lower(e.etab) || '@exemple.fr'`

/** So many dossiers over these schools. The first school has sixty of them at least. */
export const peuplerDossiers = (url: string, etabs: readonly string[], combien: number): Promise<unknown> =>
  enAdmin(url, (c) => c.query(DOSSIERS, [etabs, combien]).then(() => c.query('vacuum analyze')))

/** A session of the agent with this address, as its token. */
export async function ouvrirSession(url: string, mail: string): Promise<string> {
  const jeton = nouveauJeton()
  const { rowCount } = await enAdmin(url, (c) =>
    c.query(
      `insert into acces.session (empreinte, acad, agent, ouverte_le, vue_le, finit_le)
         select $1, acad, id, now(), now(), now() + interval '12 hours' from annuaire.agent where mail = $2`,
      [empreinteDe(jeton), mail],
    ),
  )
  if (rowCount !== 1) throw new Error(`nobody is ${mail}`)
  return jeton
}
