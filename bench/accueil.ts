import { requete, resumer, tirer, type Tir } from './charge.ts'
import { alterner, auMoins, mediane, type Ctx, type Mesure } from './mesure.ts'
import { NAVIGATEUR, recevoir } from './poids.ts'
import { lancerServeur, lancerTemoin, type Serveur } from './serveur.ts'

const TOURS = 3
const SECONDES = 3
const CLIENTS = 16

/** The first page, as often as one process can serve it, and the same bytes from memory on node:http. */
async function mesurer({ banc, dire }: Ctx): Promise<void> {
  const url = await banc.nouvelleBase()
  const serveur = await lancerServeur(banc, url)
  const { corps: octets } = await recevoir(serveur.port, '/')
  const temoin = await lancerTemoin(banc, octets)
  for (const s of [serveur, temoin]) await tourner(s, 1)
  const [pages, nues] = await alterner(TOURS, [() => tourner(serveur), () => tourner(temoin)])
  const r = resumer(pages.map((p) => p.tir))
  dire(
    {
      name: 'page.accueil',
      value: r.parSeconde,
      unit: '/s',
      limit: resumer(nues.map((p) => p.tir)).parSeconde,
      ratio: mediane(pages.map((p, i) => p.tir.parSeconde / nues[i]!.tir.parSeconde)),
      p50: r.p50,
      p95: r.p95,
      p99: r.p99,
      octets,
      // Whoever asks shares the machine: the processor's time of the two servers alone is told beside.
      usCpuParPage: mediane(pages.map((p) => p.usCpu)),
      usCpuNu: mediane(nues.map((p) => p.usCpu)),
    },
    auMoins(0.6),
  )
  await Promise.all([serveur.arreter(), temoin.arreter()])
  await banc.supprimerBase(url)
}

async function tourner(serveur: Serveur, secondes = SECONDES): Promise<{ tir: Tir; usCpu: number }> {
  const octets = requete('GET', '/', NAVIGATEUR)
  const avant = await serveur.ressources()
  const tir = await tirer({ port: serveur.port, clients: CLIENTS, secondes, suivante: () => octets })
  const apres = await serveur.ressources()
  if (tir.refusees > 0) throw new Error(`${tir.refusees} first pages refused`)
  return { tir, usCpu: ((apres.cpu - avant.cpu) * 1e6) / tir.faites }
}

export const accueil: Mesure = { noms: ['page.accueil'], mesurer }
