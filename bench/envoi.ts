import { createApp } from '../src/app.ts'
import { empreinteCode } from '../src/signalement/depot/deposer.ts'
import { nouveauBrouillon, scellerBrouillon, type Brouillon } from '../src/signalement/depot/brouillon.ts'
import { closeBase, openBase, ouvrirJournal, urlDePorte } from '#platform'
import { enAdmin, type Banc } from './banc.ts'
import { requete, resumer, tirer, type Tir } from './charge.ts'
import { alterner, auMoins, auPlus, centiles, mediane, sous, type Ctx, type Mesure } from './mesure.ts'
import { peuplerAnnuaire } from './peuple.ts'
import { piloteDuJour, rejouer, type Rejeu } from './rejeu.ts'
import { lancerServeur, type Serveur } from './serveur.ts'
import { noter } from './trace.ts'

const TOURS = 3
const SECONDES = 4
const CLIENTS = 32
/** More than a round can send: a round ends by time. */
const BROUILLONS_PAR_TOUR = 8000
/** Different schools for the bare SQL too: all on one row would wait for each other. */
const SCRIPTS = 24
/** The size of the académie of the demonstration. */
const ECOLES = 2512

// 1.6 kB of text, as in the measured peer.
const RECIT = 'Depuis la rentrée, on se moque de moi dans le couloir et on me prend mes affaires à la récréation. '.repeat(16)

const reponses = (etab: string): Brouillon['r'] => ({
  ...nouveauBrouillon().r,
  declarant: 'victime',
  etab,
  quoi: ['mots', 'ecart', 'vol'],
  recit: RECIT,
  depuis: 'mois',
  frequence: 'semaine',
  lieux: ['couloir', 'cour'],
  auteurs: 'eleves',
  cible: 'Prénom Exemple, 5e B',
  noms: 'Camarade Inventé et Voisine Imaginée, 5e C',
})

const nouveau = (etabs: readonly string[], rang: number): Brouillon => ({
  ...nouveauBrouillon(),
  r: reponses(etabs[rang % etabs.length]!),
})

const corps = (banc: Banc, b: Brouillon): string =>
  new URLSearchParams({ brouillon: scellerBrouillon(banc.trousseau, b), etape: 'resume', vers: 'envoyer' }).toString()

const FORMULAIRE = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }

/** Two hundred reports an address: within what one school may send in a quarter of an hour. */
const preparer = (banc: Banc, etabs: readonly string[], combien: number, tour: number): Buffer[] =>
  Array.from({ length: combien }, (_, rang) =>
    requete(
      'POST',
      '/signaler',
      { ...FORMULAIRE, 'X-Forwarded-For': `10.${tour}.0.${Math.floor(rang / 200)}` },
      corps(banc, nouveau(etabs, rang)),
    ),
  )

/** What one sending really asks of the database, for schools spread over the académie. */
async function noterEnvois(banc: Banc, url: string, etabs: readonly string[]): Promise<Rejeu[]> {
  const base = openBase((door) => urlDePorte(url, banc.trousseau, door))
  const rejeux: Rejeu[] = []
  for (let rang = 0; rang < SCRIPTS; rang++) {
    const note = noter(base, 'public')
    const maison = { config: banc.config, base: note.base, trousseau: banc.trousseau, journal: ouvrirJournal('silent') }
    const b = nouveau(etabs, rang * 97)
    const reponse = await createApp(maison).request('/signaler', { method: 'POST', headers: FORMULAIRE, body: corps(banc, b) })
    if (reponse.status !== 200) throw new Error(`a report was answered ${reponse.status}`)
    rejeux.push({
      salves: note.salves,
      neufs: neufsDe(
        banc,
        b,
        note.salves.flat().flatMap((e) => e.values),
      ),
    })
  }
  await closeBase(base)
  return rejeux
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const neufsDe = (banc: Banc, b: Brouillon, valeurs: readonly unknown[]): Rejeu['neufs'] => ({
  uuids: [...new Set([b.id, ...(JSON.stringify(valeurs).match(UUID) ?? [])])],
  empreintes: [empreinteCode(banc.trousseau, banc.config.academie, Buffer.from(b.secret, 'base64'))],
})

async function envoyer(serveur: Serveur, attente: Buffer[]): Promise<Tir> {
  return tirer({ port: serveur.port, clients: CLIENTS, secondes: SECONDES, suivante: () => attente.pop() ?? null })
}

/** Acknowledged means whole and kept: each report has its key, its first fact, its return code and its nudge. */
async function verifier(url: string, avant: number, accusees: number): Promise<void> {
  const entiers = await compter(url)
  if (entiers - avant !== accusees) throw new Error(`${accusees} reports acknowledged, ${entiers - avant} kept whole`)
}

const compter = (url: string): Promise<number> =>
  enAdmin(url, async (c) => {
    const { rows } = await c.query<{ n: number }>(
      `select count(*)::int as n from confidentiel.signalement s join confidentiel.cle k on k.acad = s.acad and k.fil = s.id
         join confidentiel.fait f on f.acad = s.acad and f.fil = s.id and f.rang = 1 join acces.suivi u on u.acad = s.acad and u.signalement = s.id
         where exists (select from machine.courriel m where m.acad = s.acad and m.fil = s.id)`,
    )
    return rows[0]!.n
  })

async function mesurer(ctx: Ctx): Promise<void> {
  const { banc } = ctx
  const url = await banc.nouvelleBase()
  const etabs = await peuplerAnnuaire(url, ECOLES)
  const rejeux = await noterEnvois(banc, url, etabs)
  const serveur = await lancerServeur(banc, url)
  const auDepart = await serveur.ressources()
  await ensemble(ctx, serveur, etabs)
  if (ctx.voulu('signalement.envoi') || ctx.voulu('memoire')) await debit(ctx, serveur, url, etabs, rejeux)
  const { mo } = await serveur.ressources()
  ctx.dire({ name: 'memoire', value: mo, unit: 'Mo', limit: auDepart.mo, ratio: mo / auDepart.mo }, auPlus(250))
  await serveur.arreter()
  await banc.supprimerBase(url)
}

async function debit(ctx: Ctx, serveur: Serveur, url: string, etabs: readonly string[], rejeux: Rejeu[]): Promise<void> {
  const { banc } = ctx
  const pilote = await piloteDuJour()
  const porte = { url: urlDePorte(url, banc.trousseau, 'public') }
  ctx.detail('mise en route')
  await tirer({
    port: serveur.port,
    clients: 8,
    secondes: 2,
    suivante: (
      (a) => () =>
        a.pop() ?? null
    )(preparer(banc, etabs, 2000, 9)),
  })
  const cpuAvant = (await serveur.ressources()).cpu
  let tour = 9
  const unTour = async (): Promise<Tir> => {
    const attente = preparer(banc, etabs, BROUILLONS_PAR_TOUR, ++tour)
    const avant = await compter(url)
    const tir = await envoyer(serveur, attente)
    await verifier(url, avant, tir.faites)
    return tir
  }
  ctx.detail(`envois, puis le même SQL par ${pilote}`)
  const [tirs, limites] = await alterner(TOURS, [unTour, () => rejouer(pilote, porte, rejeux, SECONDES)])
  const cpu = (await serveur.ressources()).cpu - cpuAvant
  const r = resumer(tirs)
  const limite = mediane(limites)
  ctx.dire(
    {
      name: 'signalement.envoi',
      value: r.parSeconde,
      unit: '/s',
      limit: limite,
      ratio: mediane(tirs.map((t, i) => t.parSeconde / limites[i]!)),
      p50: r.p50,
      p95: r.p95,
      p99: r.p99,
      clients: CLIENTS,
      envoyes: r.faites,
      refuses: r.refusees,
      pilote,
      msCpuParEnvoi: (cpu * 1000) / r.faites,
    },
    auMoins(0.4),
    sous(50, 'p99'),
  )
}

/** 64 pupils of one school, behind one address, at the same instant. */
async function ensemble(ctx: Ctx, serveur: Serveur, etabs: readonly string[]): Promise<void> {
  const tirs: Tir[] = []
  for (let fois = 0; fois < TOURS; fois++) {
    const attente = Array.from({ length: 64 }, () =>
      requete(
        'POST',
        '/signaler',
        { ...FORMULAIRE, 'X-Forwarded-For': `10.1.1.${fois}` },
        corps(ctx.banc, nouveau(etabs.slice(0, 1), 0)),
      ),
    )
    tirs.push(await tirer({ port: serveur.port, clients: 64, secondes: 20, suivante: () => attente.pop() ?? null }))
  }
  const refuses = tirs.reduce((n, t) => n + t.refusees, 0) + 64 * TOURS - tirs.reduce((n, t) => n + t.faites + t.refusees, 0)
  ctx.dire(
    {
      name: 'signalement.envoi.64',
      value: refuses,
      unit: 'refusés',
      limit: 64 * TOURS,
      ratio: refuses / (64 * TOURS),
      ...centiles(tirs.flatMap((t) => t.durees)),
    },
    auPlus(0),
  )
}

export const envoi: Mesure = { noms: ['signalement.envoi', 'signalement.envoi.64', 'memoire'], mesurer }
