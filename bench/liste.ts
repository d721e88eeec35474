import { closeBase, openBase, ouvrirJournal, urlDePorte } from '#platform'
import { empreinteDe, nouveauJeton } from '#acces'
import { createApp } from '../src/app.ts'
import { enAdmin, type Banc } from './banc.ts'
import { requete, resumer, tirer, type Tir } from './charge.ts'
import { alterner, auMoins, auPlus, mediane, type Ctx, type Mesure } from './mesure.ts'
import { DEPARTEMENTS, peuplerAnnuaire } from './peuple.ts'
import { piloteDuJour, rejouer, type Connexion, type Pilote, type Rejeu } from './rejeu.ts'
import { lancerServeur, type Serveur } from './serveur.ts'
import { noter, type Envoye } from './trace.ts'

const ECOLES = 8_000
const PEU = 10_000
const BEAUCOUP = 200_000
const TOURS = 3
const SECONDES = 2
const CLIENTS = 32

/** Who looks: the head of one school, the référent of its département, the responsable of the whole. */
const NIVEAUX = [
  { nom: 'etablissement', mail: (etab: string) => `chef${etab.toLowerCase()}@exemple.fr` },
  { nom: 'departement', mail: () => `referent${DEPARTEMENTS[0]}@exemple.fr` },
  { nom: 'academie', mail: () => 'responsable@exemple.fr' },
] as const
type Niveau = (typeof NIVEAUX)[number]['nom']

interface Monde {
  url: string
  jetons: Record<Niveau, string>
}

async function monde(banc: Banc, dossiers: number): Promise<Monde> {
  const url = await banc.nouvelleBase()
  const etabs = await peuplerAnnuaire(url, ECOLES)
  await enAdmin(url, (c) => c.query(DOSSIERS, [etabs, dossiers]).then(() => c.query('vacuum analyze')))
  const paires = await Promise.all(
    NIVEAUX.map(async ({ nom, mail }) => [nom, await ouvrirSession(url, mail(etabs[0]!))] as const),
  )
  return { url, jetons: Object.fromEntries(paires) as Record<Niveau, string> }
}

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
    join annuaire.etablissement e on e.acad = '16' and e.etab = ($1::text[])[case when i < 60 then 1 else i % ${ECOLES} + 1 end]
    join annuaire.agent a on a.acad = '16' and a.mail = 'chef' || lower(e.etab) || '@exemple.fr'`

async function ouvrirSession(url: string, mail: string): Promise<string> {
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

/** The statement of the list that this person's page really sends. */
async function requeteDeLaListe(banc: Banc, { url, jetons }: Monde, niveau: Niveau): Promise<Rejeu> {
  const base = openBase((door) => urlDePorte(url, banc.trousseau, door))
  const note = noter(base, 'agent')
  const app = createApp({ config: banc.config, base: note.base, trousseau: banc.trousseau, journal: ouvrirJournal('silent') })
  const reponse = await app.request('/dossiers', { headers: { Cookie: `preau=${jetons[niveau]}` } })
  const lignes = (await reponse.text()).match(/href="\/dossiers\/\d/g)?.length ?? 0
  await closeBase(base)
  if (reponse.status !== 200 || lignes < 30) throw new Error(`the list of ${niveau}: ${reponse.status}, ${lignes} rows`)
  const listes = note.salves.flat().filter(estListe)
  if (listes.length !== 1) throw new Error(`${listes.length} lists in one page`)
  return { salves: [listes], neufs: { uuids: [], empreintes: [] } }
}

const estListe = ({ text }: Envoye): boolean => /from confidentiel\.dossier\b[^]*\blimit\b/.test(text)

async function mesurer(ctx: Ctx): Promise<void> {
  const { banc, detail } = ctx
  detail(`${PEU} puis ${BEAUCOUP} dossiers dans ${ECOLES} établissements`)
  const peu = await monde(banc, PEU)
  const beaucoup = await monde(banc, BEAUCOUP)
  const serveur = await lancerServeur(banc, beaucoup.url)
  const pilote = await piloteDuJour()
  for (const { nom } of NIVEAUX) await mesurerNiveau(ctx, nom, peu, beaucoup, serveur, pilote)
  await serveur.arreter()
  for (const { url } of [peu, beaucoup]) await banc.supprimerBase(url)
}

async function mesurerNiveau(
  ctx: Ctx,
  niveau: Niveau,
  peu: Monde,
  beaucoup: Monde,
  serveur: Serveur,
  pilote: Pilote,
): Promise<void> {
  const { banc } = ctx
  const nom = `dossier.liste.${niveau}`
  const rejeux = [await requeteDeLaListe(banc, beaucoup, niveau)]
  const enAgent = ({ url, jetons }: Monde): Connexion => ({
    url: urlDePorte(url, banc.trousseau, 'agent'),
    reglages: { 'preau.session': jetons[niveau] },
  })
  const nue = (ou: Connexion) => (): Promise<number> => rejouer(pilote, ou, rejeux, SECONDES)
  const octets = requete('GET', '/dossiers', { Cookie: `preau=${beaucoup.jetons[niveau]}` })
  const lire = (): Promise<Tir> => tirer({ port: serveur.port, clients: CLIENTS, secondes: SECONDES, suivante: () => octets })
  await lire()
  const [pages, avec, sans, petites] = await alterner(TOURS, [
    lire,
    nue(enAgent(beaucoup)),
    nue({ url: beaucoup.url }),
    nue(enAgent(peu)),
  ])
  const { refusees, faites, ...r } = resumer(pages)
  if (refusees > 0) throw new Error(`${refusees} lists refused of ${faites + refusees}`)
  const rapport = (a: number[], b: number[]): number => mediane(a.map((x, i) => x / b[i]!))
  const limit = mediane(avec)
  const debits = pages.map((p) => p.parSeconde)
  const { parSeconde: value, ...temps } = r
  ctx.dire(
    { name: nom, value, unit: '/s', limit, ratio: rapport(debits, avec), ...temps, clients: CLIENTS, pilote },
    auMoins(0.3),
  )
  ctx.dire({ name: `${nom}.rls`, value: limit, unit: '/s', limit: mediane(sans), ratio: rapport(avec, sans) }, auMoins(0.5))
  const croissance = rapport(petites, avec)
  ctx.dire({ name: `${nom}.croissance`, value: croissance, unit: '×', limit: 1, ratio: croissance }, auPlus(1.5))
}

export const liste: Mesure = {
  noms: NIVEAUX.flatMap(({ nom }) => ['', '.rls', '.croissance'].map((suite) => `dossier.liste.${nom}${suite}`)),
  mesurer,
}
