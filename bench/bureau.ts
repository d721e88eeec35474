import { closeBase, openBase, ouvrirJournal, urlDePorte, uuidv7 } from '#platform'
import { empreinteDe, nouveauJeton } from '#acces'
import { createApp } from '../src/app.ts'
import { enAdmin, type Banc } from './banc.ts'
import { requete, resumer, tirer, type Tir } from './charge.ts'
import { alterner, auPlus, mediane, sous, type Ctx, type Mesure } from './mesure.ts'
import { DEPARTEMENTS, peuplerAnnuaire } from './peuple.ts'
import { lancerServeur, type Serveur } from './serveur.ts'

const ECOLES = 2_500
/** One year of dossiers, then ten: what is open stays about the same, what is closed piles up. */
const PEU = 5_000
const BEAUCOUP = 50_000
const OUVERTS = 1_500
/** A référent with forty situations, each with a long history. */
const MIENS = 40
const FAITS = 150
const TOURS = 3
const SECONDES = 4
/** Agents who wait at the same time: more than the thirty-eight référents of an académie ever do. */
const CLIENTS = 4

const PAGES = [
  { nom: 'bureau.referent', chemin: '/bureau' },
  { nom: 'revue.suivant', chemin: '/bureau/revue' },
] as const

interface Monde {
  url: string
  jeton: string
}

/** Dossiers of others: the first ones open over the whole académie, the rest closed. */
const AUTRES = `
  insert into confidentiel.dossier (acad, id, numero, dept, etab, niveau, protocole, etat, responsable, echeance, ouvert_par,
      ouvert_le, pris_le, clos_le, resume)
    select '16', gen_random_uuid(), e.dept || '-2020-' || lpad(upper(to_hex(i)), 6, '0'), e.dept, e.etab, 'etablissement',
      '2024', case when i < ${OUVERTS} then 'evaluation' else 'clos' end, a.id,
      case when i < ${OUVERTS} then now() + (i % 30 - 5) * interval '1 day' end, a.id, le, le,
      case when i >= ${OUVERTS} then le + interval '60 days' end, sha512(i::text::bytea)
    from generate_series(0, $1 - 1) i
    cross join lateral (select now() - interval '90 days' - random() * interval '3000 days' as le) l
    join annuaire.etablissement e on e.acad = '16' and e.etab = ($2::text[])[i % ${ECOLES} + 1]
    join annuaire.agent a on a.acad = '16' and a.mail = 'chef' || lower(e.etab) || '@exemple.fr'`

/** Closed dossiers have their facts and what was promised in them too: the tables grow, not the desk. */
const PASSE = `
  with fils as (select acad, id, responsable, ouvert_le, row_number() over () as n from confidentiel.dossier where etat = 'clos')
  insert into confidentiel.prevu (acad, id, fil, nature, pour, le, prevu_par, prevu_le, issue, fini_par, fini_le)
    select acad, gen_random_uuid(), id, 'tache', responsable, ouvert_le, responsable, ouvert_le, 'fait', responsable, ouvert_le
    from fils cross join generate_series(1, 5)`

const HISTOIRE = `
  insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
    select d.acad, d.id, 0, 'dossier.noter', d.responsable, 'referent_departemental', '-infinity', '{"note": "x", "appeles": []}', '', ''
    from confidentiel.dossier d cross join generate_series(1, ${FAITS}) where d.responsable = $1 and d.echeance is not null`

async function monde(banc: Banc, dossiers: number): Promise<Monde> {
  const url = await banc.nouvelleBase()
  const etabs = await peuplerAnnuaire(url, ECOLES)
  const dept = DEPARTEMENTS[0]!
  const jeton = nouveauJeton()
  const agent = await enAdmin(url, async (c) => {
    await c.query(AUTRES, [dossiers, etabs])
    await c.query(PASSE)
    const { rows } = await c.query<{ agent: string }>(
      `insert into acces.session (empreinte, acad, agent, ouverte_le, vue_le, finit_le)
         select $1, acad, id, now(), now(), now() + interval '12 hours' from annuaire.agent where mail = $2 returning agent`,
      [empreinteDe(jeton), `referent${dept}@exemple.fr`],
    )
    return rows[0]!.agent
  })
  await ouvrirLesMiens(
    banc,
    url,
    jeton,
    etabs.filter((e) => e.startsWith(dept)),
  )
  await enAdmin(url, async (c) => {
    await c.query(HISTOIRE, [agent])
    await c.query(
      `insert into confidentiel.prevu (acad, id, fil, nature, pour, le, prevu_par, prevu_le)
         select acad, gen_random_uuid(), id, 'entretien', responsable, now() + random() * interval '6 days', responsable, now()
         from confidentiel.dossier where responsable = $1 and echeance is not null`,
      [agent],
    )
    await c.query(`update confidentiel.dossier set ouvert_le = ouvert_le - interval '20 days' where responsable = $1`, [agent])
    await c.query(`insert into acces.revue (acad, agent, perimetre, commencee_le) values ('16', $1, 'miens', now())`, [agent])
    await c.query('vacuum analyze')
  })
  return { url, jeton }
}

/** Through the form, as people do: their words are really under their keys. */
async function ouvrirLesMiens(banc: Banc, url: string, jeton: string, etabs: readonly string[]): Promise<void> {
  const base = openBase((door) => urlDePorte(url, banc.trousseau, door))
  const app = createApp({ config: banc.config, base, trousseau: banc.trousseau, journal: ouvrirJournal('silent') })
  for (let i = 0; i < MIENS; i++) {
    const body = new URLSearchParams({
      id: uuidv7(),
      etab: etabs[i % etabs.length]!,
      nom0: `Élève ${i}`,
      role0: 'cible',
      resume: 'Des faits. '.repeat(60),
    })
    const r = await app.request('/dossiers/nouveau', { method: 'POST', body, headers: { Cookie: `preau=${jeton}` } })
    if (r.status !== 303) throw new Error(`a dossier was not opened: ${r.status}`)
  }
  await closeBase(base)
}

async function mesurer(ctx: Ctx): Promise<void> {
  const { banc, detail } = ctx
  detail(`${PEU} puis ${BEAUCOUP} dossiers, dont ${OUVERTS} ouverts et ${MIENS} suivis par la même personne`)
  const petit = await monde(banc, PEU)
  const grand = await monde(banc, BEAUCOUP)
  const serveurs = { petit: await lancerServeur(banc, petit.url), grand: await lancerServeur(banc, grand.url) }
  for (const { nom, chemin } of PAGES) {
    const lire = (s: Serveur, m: Monde) => (): Promise<Tir> => {
      const octets = requete('GET', chemin, { Cookie: `preau=${m.jeton}` })
      return tirer({ port: s.port, clients: CLIENTS, secondes: SECONDES, suivante: () => octets })
    }
    const [a, b] = [lire(serveurs.grand, grand), lire(serveurs.petit, petit)]
    await Promise.all([a(), b()])
    const [grands, petits] = await alterner(TOURS, [a, b])
    const { refusees, faites, parSeconde, ...temps } = resumer(grands)
    if (refusees > 0) throw new Error(`${chemin}: ${refusees} refused of ${faites + refusees}`)
    ctx.dire(
      { name: nom, value: temps.p95, unit: 'ms', limit: null, ratio: null, ...temps, parSeconde, clients: CLIENTS },
      sous(60, 'p95'),
    )
    const croissance = mediane(petits.map((p, i) => p.parSeconde / grands[i]!.parSeconde))
    ctx.dire({ name: `${nom}.croissance`, value: croissance, unit: '×', limit: 1, ratio: croissance }, auPlus(1.5))
  }
  for (const s of Object.values(serveurs)) await s.arreter()
  for (const { url } of [petit, grand]) await banc.supprimerBase(url)
}

export const bureau: Mesure = {
  noms: PAGES.flatMap(({ nom }) => [nom, `${nom}.croissance`]),
  mesurer,
}
