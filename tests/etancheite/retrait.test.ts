import assert from 'node:assert/strict'
import { request, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { clock, closeBase, Memoire, openBase, urlDePorte, uuidv7 } from '#platform'
import { createApp } from '../../src/app.ts'
import { film } from '../support/films.ts'
import { photoDeTelephone, pngAvecTextes } from '../support/images.ts'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../support/monde.ts'
import { adresseDe, ecrite, enLigne, publier } from '../support/ressources.ts'

/**
 * What was public and is withdrawn, asked for again by whoever had it: with the mark of before, in each encoding, by pieces, by its
 * head alone, at the process that published and at another, with the pages that each keeps in memory before anything else runs.
 */
const MOT = 'zibeline'
let m: Monde
const serveurs: Server[] = []
const bases: ReturnType<typeof openBase>[] = []

async function ouvrir(): Promise<void> {
  const base = openBase((door) => urlDePorte(m.url, m.maison.trousseau, door))
  const maison = { ...m.maison, base }
  const memoire = new Memoire(maison.journal)
  const serveur = createServer(
    memoire.devant(getRequestListener(createApp(maison, memoire).fetch, { overrideGlobalObjects: true })),
  )
  await new Promise<void>((r) => serveur.listen(0, '127.0.0.1', r))
  serveurs.push(serveur)
  bases.push(base)
}
before(async () => {
  m = await nouveauMonde()
  // As in service: the pages kept in memory are not kept where a test holds the clock.
  clock.set(null)
  await ouvrir()
  await ouvrir()
})
after(async () => {
  for (const s of serveurs) {
    s.closeAllConnections()
    s.close()
  }
  for (const b of bases) await closeBase(b)
  await m.fermer()
})

interface Lu {
  statut: number
  entetes: Record<string, string>
  octets: Buffer
  texte: string
}
const DECODER: Readonly<Record<string, (b: Buffer) => Buffer>> = { br: brotliDecompressSync, gzip: gunzipSync }

/** Bytes as they came, not as a client would mend them. */
const demander = (serveur: Server, chemin: string, method: string, headers: Record<string, string>): Promise<Lu> =>
  new Promise((dire, rater) => {
    const { port } = serveur.address() as AddressInfo
    const r = request({ port, host: '127.0.0.1', path: chemin, method, headers }, (reponse) => {
      const morceaux: Buffer[] = []
      reponse.on('data', (b: Buffer) => morceaux.push(b))
      reponse.on('end', () => {
        const octets = Buffer.concat(morceaux)
        const entetes = reponse.headers as Record<string, string>
        const decoder = DECODER[entetes['content-encoding'] ?? '']
        const texte = (decoder !== undefined && octets.length > 0 ? decoder(octets) : octets).toString('latin1')
        dire({ statut: reponse.statusCode!, entetes, octets, texte })
      })
    })
    r.on('error', rater)
    r.end()
  })

const CODAGES = ['identity', 'gzip', 'br', 'gzip, deflate, br, zstd']

async function envoyer(chemin: string, champs: Record<string, string | string[]>, qui: NomAgent): Promise<void> {
  const r = await m.envoyer(chemin, champs, qui)
  assert.equal(r.status, 303, `${chemin}: ${await r.text()}`)
}
async function joindre(chemin: string, champ: string, octets: Buffer, nom: string, qui: NomAgent, champs = {}): Promise<void> {
  const corps = new FormData()
  for (const [k, v] of Object.entries(champs)) corps.append(k, v as string)
  corps.append(champ, new Blob([new Uint8Array(octets)]), nom)
  const r = await m.app.request(chemin, { method: 'POST', body: corps, headers: { Cookie: `preau=${await m.session(qui)}` } })
  assert.equal(r.status, 303, await r.text())
}

async function planterAction(): Promise<{ id: string; photo: string }> {
  const id = uuidv7()
  const champs = {
    etab: ECOLES.tilleuls.etab,
    suite: 'proposer',
    temps_fort: '2025.journee_nationale',
    du: '2025-11-06',
    type: 'jeu',
  }
  await envoyer(
    '/actions/nouvelle',
    { id, ...champs, publics: 'collegiens', titre: `La course ${MOT}`, texte: `Des mots ${MOT}. `.repeat(90) },
    'chefTilleuls',
  )
  await joindre(`/actions/${id}/photos`, 'photos', await photoDeTelephone(300, 200), 'a.jpg', 'chefTilleuls')
  const [p] = await m.admin<{ id: string }>('select id from prevention.photo where action = $1', [id])
  const droits = { [`alternative_${p!.id}`]: `Image ${MOT}`, [`reconnus_${p!.id}`]: 'personne' }
  await envoyer(`/actions/${id}/photos/${p!.id}/droits`, droits, 'chefTilleuls')
  await envoyer(`/actions/${id}/validation`, { version: '2' }, 'referent31')
  await envoyer(`/actions/${id}/publication`, { version: '3', photos: [p!.id] }, 'communication')
  return { id, photo: p!.id }
}

/** A resource with a film and its captions, a document and a picture. @returns its id and the address of each. */
async function planterRessource(): Promise<{ id: string; adresses: string[] }> {
  const id = await ecrite(m, { titre: `Le film ${MOT}`, texte: `Des mots ${MOT}. `.repeat(90) })
  const joint = (octets: Buffer, nom: string, alternative = `Tout ce que dit ${MOT}.`): Promise<void> =>
    joindre(`/redaction/${id}/fichier`, 'contenu', octets, nom, 'communication', { libelle: nom, alternative })
  await joint(film(50_000), `${MOT}.mp4`)
  await joint(Buffer.from(`WEBVTT\n\n00:01.000 --> 00:04.000\n${MOT}\n`), 'a.vtt', '')
  await joint(Buffer.from(`%PDF-1.7\n% ${MOT}\n%%EOF\n`), 'a.pdf')
  await joint(pngAvecTextes(), 'a.png')
  const fichiers = await m.admin<{ id: string }>(
    'select v.fichier as id from prevention.ressource r join prevention.version_fichier v on v.version = r.tete where r.id = $1',
    [id],
  )
  assert.equal(fichiers.length, 4)
  assert.equal((await publier(m, id)).status, 303)
  return { id, adresses: fichiers.map((f) => `/ressources/fichiers/${f.id}`) }
}

/** Reads each address as everybody does, twice (the second from memory). @returns the mark of each, in each encoding. */
async function lireTout(adresses: readonly string[], mots: readonly string[]): Promise<Map<string, string>> {
  const marques = new Map<string, string>()
  for (const a of adresses)
    for (const serveur of serveurs)
      for (const codage of CODAGES)
        for (let fois = 0; fois < 2; fois++) {
          const lu = await demander(serveur, a, 'GET', { 'Accept-Encoding': codage })
          assert.equal(lu.statut, 200, a)
          if (mots.includes(a)) assert.ok(lu.texte.includes(MOT), `${a} in ${codage}: nothing to find`)
          if (lu.entetes.etag !== undefined) marques.set(`${a} ${codage}`, lu.entetes.etag)
        }
  return marques
}

/** All the ways to ask again. */
function* manieres(a: string, marques: ReadonlyMap<string, string>): Generator<[string, Record<string, string>]> {
  for (const methode of ['GET', 'HEAD'])
    for (const codage of CODAGES) {
      const marque = marques.get(`${a} ${codage}`) ?? '"x"'
      for (const plus of [
        {},
        { 'If-None-Match': marque },
        { 'If-None-Match': '*' },
        { Range: 'bytes=0-40' },
        { Range: 'bytes=-40', 'If-Range': marque },
        { 'If-Modified-Since': new Date().toUTCString() },
      ] as Record<string, string>[])
        yield [methode, { 'Accept-Encoding': codage, ...plus }]
    }
}

/** Addresses that die say what an address that never was says; those that live on say nothing of what is gone. */
async function rienNeReste(
  mortes: readonly string[],
  vivantes: readonly string[],
  marques: ReadonlyMap<string, string>,
): Promise<void> {
  const restes: string[] = []
  for (const serveur of serveurs)
    for (const a of [...mortes, ...vivantes])
      for (const [methode, entetes] of manieres(a, marques)) {
        const lu = await demander(serveur, a, methode, entetes)
        const quoi = `${methode} ${a} ${JSON.stringify(entetes)}: ${lu.statut}`
        if (mortes.includes(a) ? lu.statut !== 404 : lu.statut !== 200) restes.push(quoi)
        if (lu.texte.includes(MOT) || JSON.stringify(lu.entetes).includes(MOT)) restes.push(`${quoi}, says it`)
        if (mortes.includes(a) && (lu.entetes.etag ?? lu.entetes['content-range']) !== undefined) restes.push(`${quoi}, marked`)
      }
  assert.deepEqual(restes, [])
}

const JOURNEE = '/journee-nationale/2025'
const LISTES = [
  JOURNEE,
  '/journee-nationale',
  `${JOURNEE}?dept=031`,
  `${JOURNEE}?type=jeu&public=collegiens`,
  `${JOURNEE}/actions.atom`,
  `${JOURNEE}/calendrier.ics`,
]

test('what was withdrawn is nowhere any more, however it is asked for again and wherever it was kept', async () => {
  const jour = { code: 'journee_nationale', annee: '2025', jour: '2025-11-06', introduction: 'Bonjour.', publier: 'oui' }
  await envoyer('/actions/journees/nouvelle', jour, 'communication')
  const action = await planterAction()
  const ressource = await planterRessource()
  const page = await enLigne(m, { titre: `Une page ${MOT}`, resume: '', texte: `Des mots ${MOT}. `.repeat(90) }, 'page')
  const photos = ['petite', 'grande'].map((t) => `/photos/${action.photo}-${t}.jpg`)
  const fiche = `/ressources/${await adresseDe(m, ressource.id)}`
  const libre = `/pages/${page.adresse}`
  const etagere = ['/ressources', `/ressources?q=${MOT}`, '/ressources?forme=affiche', `/ressources/kit?r=${ressource.id}`]
  const apercu = '/apercus/journee_nationale-2025.png'
  const mortes = [...photos, fiche, libre, ...ressource.adresses]
  const sites = ['/sitemap.xml', '/plan-du-site']
  const marques = await lireTout(
    [...mortes, ...LISTES, '/ressources', ...sites, apercu],
    [...LISTES, fiche, libre, '/ressources', ...sites],
  )

  await envoyer(`/actions/${action.id}/photos/${action.photo}/retrait`, {}, 'chefTilleuls')
  await envoyer(`/actions/${action.id}/retrait`, { version: '4', motif: 'Une famille le demande.' }, 'chefTilleuls')
  await envoyer(`/redaction/${ressource.id}/retrait`, { motif: 'Fini' }, 'communication')
  await envoyer(`/redaction/${page.id}/retrait`, { motif: 'Fini' }, 'communication')
  await rienNeReste(mortes, [...LISTES, ...etagere.filter((a) => !a.includes(MOT)), ...sites, apercu], marques)

  // The whole edition, its picture for shared links among it.
  await envoyer(
    '/actions/journees/2025/journee_nationale',
    { ...jour, publier: '', version: '1', introduction: MOT },
    'communication',
  )
  await rienNeReste(
    [JOURNEE, `${JOURNEE}?dept=031`, `${JOURNEE}/actions.atom`, `${JOURNEE}/calendrier.ics`, apercu],
    sites,
    marques,
  )
})
