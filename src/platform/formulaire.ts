import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import type { Context } from 'hono'
import { annonce, lireAnnonce } from './corps.ts'
import { Refus } from './errors.ts'
import { menerABien, SILENCE_MAX_MS, source, surveiller } from './flux.ts'

const TEXTE_MAX = 256 * 1024
const CHAMPS_MAX = 200
/** No form asks for a tenth of it; but a sealed draft travels as one value, whatever the writing of what it holds. */
const VALEUR_MAX = 100_000
const NOM_MAX = 100
/** Fields, files, and what is neither: a browser sends an empty part for each file input left empty. */
const PARTIES_MAX = CHAMPS_MAX + 50
/** What all the uploads being read may hold together; beyond, the newest bytes are refused rather than everybody's memory. */
const EN_LECTURE_MAX = 256 * 1024 * 1024

export interface Formulaire {
  champs: ReadonlyMap<string, readonly string[]>
  /** Bytes as sent, of a type nobody has checked yet; never a file name. */
  fichiers: { champ: string; octets: Buffer }[]
  refuses: { raison: 'trop_gros' | 'trop_nombreux' | 'vide' }[]
  /** The first value, exactly as typed; '' when absent. */
  un(nom: string): string
  tous(nom: string): readonly string[]
}

interface Bornes {
  max: number
  octets: number
}

/**
 * Reads a form as browsers send it, files included, holding no more than `fichiers` allows.
 * @throws Refus when the body is not a form, is cut, stalls, or passes a bound.
 */
export async function lireFormulaire(c: Context, o: { fichiers?: Bornes } = {}): Promise<Formulaire> {
  const type = c.req.header('Content-Type') ?? ''
  const nature = type.split(';', 1)[0]!.trim().toLowerCase()
  const bornes = o.fichiers ?? { max: 0, octets: 0 }
  if (nature === 'application/x-www-form-urlencoded') return lireSimple(c)
  if (nature === 'multipart/form-data') return lireEnParties(c, type, bornes)
  throw new Refus('Cet envoi n’est pas un formulaire : il faut le remplir et l’envoyer depuis la page.', 422)
}

async function lireSimple(c: Context): Promise<Formulaire> {
  const saisie = new Saisie()
  for (const paire of (await menerABien(() => lireTout(c))).toString('latin1').split('&')) {
    if (paire === '') continue
    const egal = paire.indexOf('=')
    const [nom, valeur] = egal < 0 ? [paire, ''] : [paire.slice(0, egal), paire.slice(egal + 1)]
    saisie.ajouter(sansPourcent(nom), sansPourcent(valeur))
  }
  return saisie.formulaire()
}

async function lireTout(c: Context): Promise<Buffer> {
  const dite = annonce(c)
  if (dite !== undefined && dite.octets > TEXTE_MAX) throw tropGros()
  if (dite !== undefined) return lireAnnonce(dite.demande, SILENCE_MAX_MS)
  const recus: Buffer[] = []
  await pipeline(source(c), surveiller(TEXTE_MAX, tropGros), async (flux) => {
    for await (const morceau of flux) recus.push(morceau as Buffer)
  })
  return Buffer.concat(recus)
}

const sansPourcent = (s: string): string =>
  s.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hexa: string) => String.fromCharCode(Number.parseInt(hexa, 16)))

async function lireEnParties(c: Context, type: string, bornes: Bornes): Promise<Formulaire> {
  const saisie = new Saisie()
  const reception = new Reception(bornes)
  await menerABien(async () => {
    const parties = busboy({
      headers: { 'content-type': type },
      // Values come as bytes in a string; `enTexte` alone decides what is text.
      defCharset: 'latin1',
      limits: {
        fieldSize: TEXTE_MAX + 1,
        // busboy calls a file of exactly the limit too large.
        fileSize: bornes.octets + 1,
        parts: PARTIES_MAX + 1,
        headerPairs: 20,
      },
    })
    parties.on('partsLimit', () => parties.destroy(tropDeChamps()))
    parties.on('field', (nom: string | undefined, valeur) => {
      try {
        if (nom !== undefined) saisie.ajouter(nom, valeur)
      } catch (refus) {
        parties.destroy(refus as Error)
      }
    })
    parties.on('file', (champ: string | undefined, flux, { filename }: { filename: string | undefined }) => {
      flux.on('error', () => {}) // told by the whole, through the pipeline
      try {
        reception.accueillir(nomDeChamp(champ ?? ''), flux, Boolean(filename), (refus) => parties.destroy(refus))
      } catch (refus) {
        parties.destroy(refus as Error)
      }
    })
    await pipeline(source(c), surveiller(TEXTE_MAX + 2 * bornes.max * bornes.octets, tropGros), parties)
  }).finally(() => reception.rendre())
  return saisie.formulaire(reception)
}

/** The files of one form: each is kept whole or dropped as it comes. */
class Reception {
  static enLecture = 0
  readonly fichiers: Formulaire['fichiers'] = []
  readonly refuses: Formulaire['refuses'] = []
  #tenus = 0
  readonly #bornes: Bornes

  constructor(bornes: Bornes) {
    this.#bornes = bornes
  }

  accueillir(champ: string, flux: Readable, nomme: boolean, arreter: (refus: Refus) => void): void {
    let morceaux: Buffer[] = []
    let raison: Formulaire['refuses'][number]['raison'] | undefined
    let taille = 0
    let tenus = 0
    flux.on('data', (morceau: Buffer) => {
      taille += morceau.length
      if (this.fichiers.length >= this.#bornes.max) raison = 'trop_nombreux'
      else if (taille > this.#bornes.octets) raison = 'trop_gros'
      const change = raison === undefined ? morceau.length : -tenus
      tenus += change
      this.#compter(change)
      if (raison === undefined) morceaux.push(morceau)
      else morceaux = []
      if (Reception.enLecture > EN_LECTURE_MAX)
        arreter(new Refus('Beaucoup d’images arrivent en même temps. Il faut réessayer dans une minute.', 503))
    })
    flux.on('end', () => {
      if (taille === 0 && !nomme) return
      if (taille === 0) raison = 'vide'
      if (raison === undefined) this.fichiers.push({ champ, octets: Buffer.concat(morceaux) })
      else this.refuses.push({ raison })
    })
  }

  #compter(octets: number): void {
    this.#tenus += octets
    Reception.enLecture += octets
  }

  rendre(): void {
    this.#compter(-this.#tenus)
  }
}

class Saisie {
  readonly #champs = new Map<string, string[]>()
  #nombre = 0
  #octets = 0

  /** Both come as bytes in a string (latin1). */
  ajouter(nom: string, valeur: string): void {
    this.#nombre += 1
    this.#octets += nom.length + valeur.length
    if (this.#nombre > CHAMPS_MAX) throw tropDeChamps()
    if (this.#octets > TEXTE_MAX) throw tropGros()
    const texte = enTexte(valeur)
    if (texte.length > VALEUR_MAX) throw valeurTropLongue()
    const cle = nomDeChamp(nom)
    const liste = this.#champs.get(cle)
    if (liste === undefined) this.#champs.set(cle, [texte])
    else liste.push(texte)
  }

  formulaire(recu: Pick<Formulaire, 'fichiers' | 'refuses'> = { fichiers: [], refuses: [] }): Formulaire {
    const champs = this.#champs
    const tous = (nom: string): readonly string[] => champs.get(nom) ?? []
    return { champs, fichiers: recu.fichiers, refuses: recu.refuses, tous, un: (nom) => tous(nom)[0] ?? '' }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text or nothing: a NUL cannot be stored, and bytes that are not UTF-8 would be kept as something nobody wrote. */
function enTexte(latin1: string): string {
  let texte: string
  try {
    texte = utf8.decode(Buffer.from(latin1, 'latin1'))
  } catch {
    throw caracteres()
  }
  if (texte.includes('\0')) throw caracteres()
  return texte.replace(/\r\n?/g, '\n')
}

function nomDeChamp(latin1: string): string {
  if (latin1.length > NOM_MAX) throw tropDeChamps()
  return enTexte(latin1)
}

const tropGros = (): Refus => new Refus('Cet envoi est trop gros : il faut raccourcir le texte ou joindre moins d’images.', 413)
const tropDeChamps = (): Refus =>
  new Refus('Cet envoi ne ressemble pas au formulaire de la page : il faut recharger la page.', 422)
const valeurTropLongue = (): Refus => new Refus('Un des textes est trop long : 100 000 caractères au plus.', 422)
const caracteres = (): Refus => new Refus('Un des textes contient des caractères illisibles : il faut le taper de nouveau.', 422)
