import { closeBase, openBase, ouvrirJournal, urlDePorte } from '#platform'
import { createApp } from '../src/app.ts'
import type { Banc } from './banc.ts'
import { requete, resumer, tirer, type Tir } from './charge.ts'
import { ouvrirSession, peuplerDossiers } from './dossiers.ts'
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
/** As a reading of lists asks for them (`lecture`): the bare driver then follows the same plan as the page. */
const REGLAGES_DES_LISTES = { plan_cache_mode: 'force_generic_plan', enable_bitmapscan: 'off', random_page_cost: '1.1' }

type Niveau = (typeof NIVEAUX)[number]['nom']

interface Monde {
  url: string
  jetons: Record<Niveau, string>
}

async function monde(banc: Banc, dossiers: number): Promise<Monde> {
  const url = await banc.nouvelleBase()
  const etabs = await peuplerAnnuaire(url, ECOLES)
  await peuplerDossiers(url, etabs, dossiers)
  const paires = await Promise.all(
    NIVEAUX.map(async ({ nom, mail }) => [nom, await ouvrirSession(url, mail(etabs[0]!))] as const),
  )
  return { url, jetons: Object.fromEntries(paires) as Record<Niveau, string> }
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
  const nue =
    (ou: Connexion, par: Pilote = pilote) =>
    (): Promise<number> =>
      rejouer(par, ou, rejeux, SECONDES)
  const octets = requete('GET', '/dossiers', { Cookie: `preau=${beaucoup.jetons[niveau]}` })
  const lire = (): Promise<Tir> => tirer({ port: serveur.port, clients: CLIENTS, secondes: SECONDES, suivante: () => octets })
  await lire()
  const [pages, avec, sans, petites, parFil] = await alterner(TOURS, [
    lire,
    nue(enAgent(beaucoup)),
    nue({ url: beaucoup.url }),
    nue(enAgent(peu)),
    nue({ ...enAgent(beaucoup), reglages: { ...enAgent(beaucoup).reglages, ...REGLAGES_DES_LISTES } }, 'pg'),
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
  ctx.dire(
    { name: `${nom}.pg`, value, unit: '/s', limit: mediane(parFil), ratio: rapport(debits, parFil), pilote: 'pg' },
    auMoins(0.3),
  )
  ctx.dire({ name: `${nom}.rls`, value: limit, unit: '/s', limit: mediane(sans), ratio: rapport(avec, sans) }, auMoins(0.5))
  const croissance = rapport(petites, avec)
  ctx.dire({ name: `${nom}.croissance`, value: croissance, unit: '×', limit: 1, ratio: croissance }, auPlus(1.5))
}

export const liste: Mesure = {
  noms: NIVEAUX.flatMap(({ nom }) => ['', '.pg', '.rls', '.croissance'].map((suite) => `dossier.liste.${nom}${suite}`)),
  mesurer,
}
