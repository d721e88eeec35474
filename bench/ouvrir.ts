import { randomUUID } from 'node:crypto'
import { closeBase, openBase, ouvrirJournal, urlDePorte } from '#platform'
import { createApp } from '../src/app.ts'
import { enAdmin, type Banc } from './banc.ts'
import { requete, resumer, tirer, type Tir } from './charge.ts'
import { ouvrirSession, peuplerDossiers } from './dossiers.ts'
import { alterner, auMoins, auPlus, mediane, sous, type Ctx, type Mesure } from './mesure.ts'
import { peuplerAnnuaire } from './peuple.ts'
import { piloteDuJour, rejouer, type Connexion, type Rejeu } from './rejeu.ts'
import { lancerServeur } from './serveur.ts'
import { noter } from './trace.ts'

const ECOLES = 2_500
const PEU = 5_000
const BEAUCOUP = 50_000
const FAITS = 150
const TOURS = 3
const SECONDES = 2
const CLIENTS = 8

interface Monde {
  url: string
  jeton: string
  numero: string
}

type Formulaire = Record<string, string>

/** A dossier told through the forms, then the facts of a long follow-up. */
async function raconter(banc: Banc, url: string, jeton: string, etab: string): Promise<string> {
  const base = openBase((door) => urlDePorte(url, banc.trousseau, door))
  const app = createApp({ config: banc.config, base, trousseau: banc.trousseau, journal: ouvrirJournal('silent') })
  const envoyer = async (chemin: string, champs: Formulaire): Promise<string> => {
    const r = await app.request(chemin, {
      method: 'POST',
      body: new URLSearchParams(champs),
      headers: { Cookie: `preau=${jeton}` },
    })
    if (r.status !== 303) throw new Error(`${chemin}: ${r.status}`)
    return r.headers.get('Location') ?? ''
  }
  const noms = ['cible', 'auteur_presume', 'auteur_presume', 'temoin', 'responsable_legal', 'responsable_legal']
  const personnes = Object.fromEntries(
    noms.flatMap((role, i) => [
      [`nom${i}`, `Prénom Nom ${i}`],
      [`role${i}`, role],
    ]),
  )
  const id = randomUUID()
  const vers = await envoyer('/dossiers/nouveau', {
    id,
    etab,
    resume: 'Des faits, avec les mots entendus. '.repeat(20),
    ...personnes,
  })
  const numero = /\/dossiers\/([^/?]+)/.exec(vers)![1]!
  for (let i = 0; i < 6; i++)
    await envoyer(`/dossiers/${numero}/mesures`, {
      id: randomUUID(),
      version: String(i + 1),
      nature: 'vigilance',
      quoi: 'Présence aux récréations.',
      qui: 'Vie scolaire',
    })
  await closeBase(base)
  await enAdmin(url, (c) => c.query(SUIVI, [id, FAITS]).then(() => c.query('vacuum analyze')))
  return numero
}

/** Up to so many facts in all, of the kinds that a follow-up writes most. */
const SUIVI = `
  insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
    select '16', $1, 0, case when i % 3 = 0 then 'dossier.resumer' else 'dossier.reporter' end, d.responsable, 'chef', now(), '{}', '', ''
    from confidentiel.dossier d, generate_series(1, $2 - (select count(*)::int from confidentiel.fait where fil = $1)) i where d.id = $1`

async function monde(banc: Banc, dossiers: number): Promise<Monde> {
  const url = await banc.nouvelleBase()
  const etabs = await peuplerAnnuaire(url, ECOLES)
  await peuplerDossiers(url, etabs, dossiers)
  const jeton = await ouvrirSession(url, `chef${etabs[0]!.toLowerCase()}@exemple.fr`)
  return { url, jeton, numero: await raconter(banc, url, jeton, etabs[0]!) }
}

/** What the page of this dossier really asks, in its own round trips: the session, then the dossier. */
async function requetesDeLaPage(banc: Banc, { url, jeton, numero }: Monde): Promise<Rejeu> {
  const base = openBase((door) => urlDePorte(url, banc.trousseau, door))
  const note = noter(base, 'agent')
  const app = createApp({ config: banc.config, base: note.base, trousseau: banc.trousseau, journal: ouvrirJournal('silent') })
  const lire = (): Response | Promise<Response> => app.request(`/dossiers/${numero}`, { headers: { Cookie: `preau=${jeton}` } })
  // The first reading writes its consultation; those of the next ten minutes do not.
  await lire()
  note.salves.length = 0
  const r = await lire()
  const evenements = (await r.text()).match(/class="preau-evenement|<time/g)?.length ?? 0
  await closeBase(base)
  if (r.status !== 200 || evenements < FAITS) throw new Error(`the page: ${r.status}, ${evenements} facts`)
  return { salves: note.salves, neufs: { uuids: [], empreintes: [] } }
}

async function mesurer(ctx: Ctx): Promise<void> {
  const { banc } = ctx
  ctx.detail(`un dossier de ${FAITS} faits, parmi ${PEU} puis ${BEAUCOUP}`)
  const peu = await monde(banc, PEU)
  const beaucoup = await monde(banc, BEAUCOUP)
  const pilote = await piloteDuJour()
  const nue = (w: Monde, rejeux: readonly Rejeu[]) => {
    const ou: Connexion = { url: urlDePorte(w.url, banc.trousseau, 'agent') }
    return (): Promise<number> => rejouer(pilote, ou, rejeux, SECONDES)
  }
  const serveurs = [await lancerServeur(banc, beaucoup.url), await lancerServeur(banc, peu.url)]
  const page = (w: Monde, port: number) => {
    const octets = requete('GET', `/dossiers/${w.numero}`, { Cookie: `preau=${w.jeton}` })
    return (clients: number) => (): Promise<Tir> => tirer({ port, clients, secondes: SECONDES, suivante: () => octets })
  }
  const [grande, petite] = [page(beaucoup, serveurs[0]!.port), page(peu, serveurs[1]!.port)]
  await grande(CLIENTS)()
  await petite(CLIENTS)()
  const [pages, bares, seules, petites] = await alterner(TOURS, [
    grande(CLIENTS),
    nue(beaucoup, [await requetesDeLaPage(banc, beaucoup)]),
    grande(1),
    petite(CLIENTS),
  ])
  const { refusees, parSeconde: value } = resumer(pages)
  if (refusees > 0) throw new Error(`${refusees} pages refused`)
  const debit = (t: Tir[]): number[] => t.map((p) => p.parSeconde)
  const rapport = (a: number[], b: number[]): number => mediane(a.map((x, i) => x / b[i]!))
  const { p50, p95, p99 } = resumer(seules)
  ctx.dire(
    {
      name: 'dossier.ouvrir',
      value,
      unit: '/s',
      limit: mediane(bares),
      ratio: rapport(debit(pages), bares),
      p50,
      p95,
      p99,
      clients: CLIENTS,
      pilote,
    },
    auMoins(0.3),
    sous(40, 'p95'),
  )
  const croissance = rapport(debit(petites), debit(pages))
  ctx.dire({ name: 'dossier.ouvrir.croissance', value: croissance, unit: '×', limit: 1, ratio: croissance }, auPlus(1.5))
  for (const s of serveurs) await s.arreter()
  for (const { url } of [peu, beaucoup]) await banc.supprimerBase(url)
}

export const ouvrir: Mesure = { noms: ['dossier.ouvrir', 'dossier.ouvrir.croissance'], mesurer }
