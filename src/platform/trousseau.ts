import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs'
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { dirname } from 'node:path'
import { Empechement } from './config.ts'
import { faireDossier } from './dossier.ts'
import { deriver, hmac, nouvelleCle, ouvrir, sceller } from './crypto.ts'

/**
 * The keys of the house, behind the few operations that a KMS or an HSM can fill. `enveloppes` are versioned and can be
 * rotated (`preau cles tourner`); `racine` gives the keys that must not move: hashes of return codes, blind index, doors.
 */
export interface Trousseau {
  /** Wraps a data key for the académie, under the newest envelope key. */
  emballer(acad: string, fil: string, cle: Uint8Array): { version: number; emballee: Buffer }
  /** @throws when the wrapped key was altered or belongs to another thread. */
  deballer(acad: string, fil: string, version: number, emballee: Uint8Array): Buffer
  /** The newest version of the envelope key. */
  readonly version: number
  /** A fixed key for one purpose (`code`, `noms`, `contact`, `brouillon`, `portes`…), apart for each académie. */
  cle(usage: string, acad?: string): Buffer
  /** Ed25519 over the anchors. */
  signer(octets: Uint8Array): { signature: Buffer; cle: string }
  verifier(octets: Uint8Array, signature: Uint8Array): boolean
}

interface Fichier {
  enveloppes: Record<string, string>
  racine: string
  signature: string
}

const b64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64')

function nouveauFichier(): Fichier {
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    enveloppes: { 1: b64(nouvelleCle()) },
    racine: b64(nouvelleCle()),
    signature: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Written beside and synced. It keeps the owner and the rights of the file that it takes the place of: whoever serves still reads it. */
function preparer(chemin: string, fichier: Fichier): string {
  const provisoire = `${chemin}.${process.pid}.nouveau`
  const avant = statSync(chemin, { throwIfNoEntry: false })
  const fd = openSync(provisoire, 'w', 0o600)
  try {
    writeFileSync(fd, JSON.stringify(fichier, null, 2))
    if (avant !== undefined) heriter(fd, avant)
    fsyncSync(fd)
  } catch (cause) {
    unlinkSync(provisoire)
    throw cause
  } finally {
    closeSync(fd)
  }
  return provisoire
}

function heriter(fd: number, { uid, gid, mode }: Stats): void {
  const neuf = fstatSync(fd)
  if (neuf.uid !== uid || neuf.gid !== gid) fchownSync(fd, uid, gid)
  fchmodSync(fd, mode & 0o777)
}

/** The folder too: what is wrapped under a new key must never outlive that key in a power cut. */
function synchroniser(dossier: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(dossier, 'r')
  fsyncSync(fd)
  closeSync(fd)
}

/** The key file is whole or absent, never half. @throws Empechement when it cannot be written; then it is as it was. */
function poser(chemin: string, fichier: Fichier, mettre: (provisoire: string) => void): void {
  try {
    faireDossier(dirname(chemin))
    mettre(preparer(chemin, fichier))
    synchroniser(dirname(chemin))
  } catch (cause) {
    throw direImpossible(chemin, 'écrit', cause)
  }
}

/** Of two that make it at once, the first one's keys stand, and both use them. */
function mettreSiAbsent(chemin: string, provisoire: string): void {
  try {
    linkSync(provisoire, chemin)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') return renameSync(provisoire, chemin)
  }
  unlinkSync(provisoire)
}

function direImpossible(chemin: string, quoi: 'lu' | 'écrit', cause: unknown): Error {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT' && quoi === 'lu')
    return new Empechement(
      `Le fichier des clés ${chemin} est absent : remettez-le en place (PREAU_CLES dit où). Sans lui, rien de ce qui est chiffré ne se lit.`,
    )
  if (code === 'EISDIR') return new Empechement(`PREAU_CLES nomme un dossier, ${chemin} : il faut le chemin d’un fichier.`)
  return new Empechement(
    `Le fichier des clés ${chemin} ne peut pas être ${quoi} (${code ?? 'erreur'}) : lancez Préau avec le compte à qui il appartient, corrigez ses droits, ou donnez un autre chemin dans PREAU_CLES.`,
  )
}

/** @throws Empechement when it is absent, cannot be read or is damaged. Never with its cause: what breaks a JSON is quoted in it. */
function lireFichier(chemin: string): Fichier {
  let texte: string
  try {
    texte = readFileSync(chemin, 'utf8')
  } catch (cause) {
    throw direImpossible(chemin, 'lu', cause)
  }
  const f = analyser(texte)
  if (f !== null) return f
  throw new Empechement(
    `Le fichier des clés ${chemin} est abîmé : remettez-le depuis votre sauvegarde. Sans lui, rien de ce qui est chiffré ne se lit.`,
  )
}

const estCle = (x: unknown): boolean => typeof x === 'string' && Buffer.from(x, 'base64').length === 32

function analyser(texte: string): Fichier | null {
  try {
    const { enveloppes, racine, signature } = JSON.parse(texte) as Fichier
    const versions = Object.keys(enveloppes)
    createPrivateKey(signature)
    const entier = versions.length > 0 && versions.every((v) => /^\d+$/.test(v) && estCle(enveloppes[v])) && estCle(racine)
    return entier ? { enveloppes, racine, signature } : null
  } catch {
    return null
  }
}

/** @throws Empechement when the file is absent: new keys in its place would lock everybody out of what is there. */
export const ouvrirTrousseau = (chemin: string): Trousseau => trousseau(lireFichier(chemin), chemin)

/** The key ring of a new house: makes the file if there is none. */
export function creerTrousseau(chemin: string): Trousseau {
  if (!existsSync(chemin)) poser(chemin, nouveauFichier(), (provisoire) => mettreSiAbsent(chemin, provisoire))
  return ouvrirTrousseau(chemin)
}

/** A key ring that lives in memory only: tests. */
export const trousseauEphemere = (): Trousseau => trousseau(nouveauFichier())

/**
 * Adds a new envelope key to the file; the old ones stay until nothing is wrapped under them. Returns its version. One caller at a
 * time: of two keys written over one another, one would be lost with all that is wrapped under it.
 */
export function ajouterEnveloppe(chemin: string): number {
  const fichier = lireFichier(chemin)
  const version = Math.max(...Object.keys(fichier.enveloppes).map(Number)) + 1
  fichier.enveloppes[version] = b64(nouvelleCle())
  poser(chemin, fichier, (provisoire) => renameSync(provisoire, chemin))
  return version
}

const GUET_MS = 1_000

/** The envelope keys, those of the file as it stands today: another process may add one while this one serves. */
class Enveloppes {
  #cles: Record<string, string>
  readonly #chemin: string | undefined
  #vuLe = performance.now()
  #date: number

  constructor(cles: Record<string, string>, chemin: string | undefined) {
    this.#cles = cles
    this.#chemin = chemin
    this.#date = chemin === undefined ? 0 : statSync(chemin).mtimeMs
  }

  /** The newest version; the file is looked at once a second at the most. */
  get version(): number {
    if (performance.now() - this.#vuLe > GUET_MS) this.#guetter()
    return Math.max(...Object.keys(this.#cles).map(Number))
  }

  lire(version: number): Buffer {
    if (this.#cles[version] === undefined) this.#relire()
    const cle = this.#cles[version]
    if (cle === undefined) throw new Error(`envelope key ${version} is not in the key file`)
    return Buffer.from(cle, 'base64')
  }

  /** Away or unreadable for a moment (a copy, a move, rights): what is known serves on, nobody who tells is refused for it. */
  #guetter(): void {
    this.#vuLe = performance.now()
    try {
      if (this.#chemin !== undefined && statSync(this.#chemin).mtimeMs !== this.#date) this.#relire()
    } catch {
      // Looked at again in a second.
    }
  }

  #relire(): void {
    if (this.#chemin === undefined) return
    const date = statSync(this.#chemin).mtimeMs
    this.#cles = lireFichier(this.#chemin).enveloppes
    this.#date = date
  }
}

function trousseau(f: Fichier, chemin?: string): Trousseau {
  const enveloppes = new Enveloppes(f.enveloppes, chemin)
  const racine = Buffer.from(f.racine, 'base64')
  const prive = createPrivateKey(f.signature)
  const publique = createPublicKey(prive)
  const nom = createHash('sha256')
    .update(publique.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
  const memo = new Map<string, Buffer>()
  const garde = (cle: string, faire: () => Buffer): Buffer => memo.get(cle) ?? (memo.set(cle, faire()), memo.get(cle)!)
  const enveloppe = (acad: string, v: number): Buffer =>
    garde(`enveloppe ${acad} ${v}`, () => deriver(enveloppes.lire(v), 'enveloppe', acad))
  return {
    get version() {
      return enveloppes.version
    },
    emballer(acad, fil, cle) {
      const { version } = enveloppes
      return { version, emballee: sceller(enveloppe(acad, version), `cle.emballee/${acad}/${fil}`, cle) }
    },
    deballer: (acad, fil, v, emballee) => ouvrir(enveloppe(acad, v), `cle.emballee/${acad}/${fil}`, emballee),
    cle: (usage, acad = '') => garde(`${usage} ${acad}`, () => deriver(racine, usage, acad)),
    signer: (octets) => ({ signature: sign(null, octets, prive), cle: nom }),
    verifier: (octets, signature) => verify(null, octets, publique, signature),
  }
}

/** The password of a door's role: derived, so that it is written nowhere else than in the key file. */
export const motDePasse = (t: Trousseau, role: string): string => hmac(t.cle('portes'), role).toString('base64url')
