import type { FileHandle } from 'node:fs/promises'
import { lireElement, vide, type Element } from './film.ebml.ts'
import { filmAbime, filmQuiSuit, lireMorceau, mettreAZero } from './film.ts'

/** Names of Matroska (RFC 9559) that a player needs; tags, attached files, and whatever we do not know go. */
const EBML = 0x1a45dfa3
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
const INFO = 0x1549a966
const TRACKS = 0x1654ae6b
const TRACK = 0xae
const GARDES = new Set([CLUSTER, INFO, TRACKS, 0x114d9b74, 0x1c53bb6b])
const D_UN_CLUSTER = new Set([0xe7, 0xa3, 0xa0, 0xab, 0xa7, 0xec, 0xbf, 0xaf, 0x5854])
const D_INFO = new Set([0x2ad7b1, 0x4489])
/** MuxingApp and WritingApp must be there: they say nothing. */
const MUETS = new Set([0x4d80, 0x5741])
const CRC = 0xbf
const NOM_DE_PISTE = 0x536e
const NATURE_DE_PISTE = 0x83
/** Pictures, sound, both, words. */
const PISTES = new Set([1, 2, 3, 0x11])

const TABLE_MAX = 16 * 1024 * 1024
const ELEMENTS_AU_PLUS = 2_000_000

export async function nettoyerWebm(f: FileHandle, taille: number): Promise<void> {
  const tete = await element(f, 0, taille)
  if (tete.id !== EBML || tete.fin === null) throw filmAbime()
  const segment = await element(f, tete.fin, taille)
  if (segment.id !== SEGMENT) throw filmAbime()
  const fin = segment.fin ?? taille
  let place = segment.debut + segment.tete
  let vus = 0
  while (place < fin) {
    if (vus++ === ELEMENTS_AU_PLUS) throw filmAbime()
    const e = await element(f, place, fin)
    place = e.id === CLUSTER && e.fin === null ? await finDuCluster(f, e, fin) : await traiter(f, e)
  }
  await mettreAZero(f, fin, taille)
}

async function element(f: FileHandle, debut: number, limite: number): Promise<Element> {
  return lireElement(await lireMorceau(f, debut, Math.min(12, limite - debut)), 0, debut, limite)
}

/** @returns where it ends. */
async function traiter(f: FileHandle, e: Element): Promise<number> {
  if (e.fin === null) throw filmAbime()
  if (e.id === INFO || e.id === TRACKS) {
    const debut = e.debut + e.tete
    if (e.fin - debut > TABLE_MAX) throw filmAbime()
    const table = await lireMorceau(f, debut, e.fin - debut)
    nettoyerTable(table, e.id)
    await f.write(table, 0, table.length, debut)
  } else if (!GARDES.has(e.id)) {
    const entete = vide(e.fin - e.debut)
    await f.write(entete, 0, entete.length, e.debut)
    await mettreAZero(f, e.debut + entete.length, e.fin)
  }
  return e.fin
}

/** What a browser records is written as it comes: a cluster then ends where the next thing begins. */
async function finDuCluster(f: FileHandle, cluster: Element, fin: number): Promise<number> {
  let place = cluster.debut + cluster.tete
  for (let vus = 0; place < fin; vus++) {
    const e = await element(f, place, fin)
    if (!D_UN_CLUSTER.has(e.id)) return place
    if (e.fin === null || vus === ELEMENTS_AU_PLUS) throw filmAbime()
    place = e.fin
  }
  return place
}

function nettoyerTable(table: Buffer, quoi: number): void {
  for (const e of dansTable(table)) {
    const dedans = table.subarray(e.debut + e.tete, e.fin)
    if (quoi === TRACKS && e.id === TRACK) nettoyerPiste(dedans)
    else if (quoi === INFO && MUETS.has(e.id)) dedans.fill(' ')
    else if (quoi === TRACKS || !D_INFO.has(e.id)) viderDans(table, e)
  }
}

function nettoyerPiste(piste: Buffer): void {
  for (const e of dansTable(piste)) {
    if (e.id === NATURE_DE_PISTE && !PISTES.has(piste.readUInt8(e.fin - 1))) throw filmQuiSuit()
    if (e.id === NOM_DE_PISTE || e.id === CRC) viderDans(piste, e)
  }
}

function dansTable(table: Buffer): (Element & { fin: number })[] {
  const elements: (Element & { fin: number })[] = []
  let place = 0
  while (place < table.length) {
    const e = lireElement(table, place, place, table.length)
    if (e.fin === null) throw filmAbime()
    elements.push({ ...e, fin: e.fin })
    place = e.fin
  }
  return elements
}

function viderDans(table: Buffer, e: Element & { fin: number }): void {
  const entete = vide(e.fin - e.debut)
  entete.copy(table, e.debut)
  table.fill(0, e.debut + entete.length, e.fin)
}
