import { nettoyerImage, ouvrir, reduireImage, sceller, uuidv7, type Maison } from '#platform'

export const PHOTOS_MAX = 6
export const PHOTO_OCTETS = 10 * 1024 * 1024
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp']
/** The longest side, in pixels: what a page shows among others, and what a click opens. */
const COTES = { petite: 480, grande: 1_400 } as const
export type Taille = keyof typeof COTES
export const estTaille = (t: string): t is Taille => Object.hasOwn(COTES, t)

export interface Photo {
  id: string
  largeur: number
  hauteur: number
  empreinte: Buffer
  petite: Buffer
  grande: Buffer
}
export type RefusPhoto = 'trop_gros' | 'trop_nombreux' | 'vide' | 'type' | 'bombe' | 'illisible'

export const REFUS_PHOTO: Record<RefusPhoto, string> = {
  trop_gros: 'Une image dépasse 10 Mo. Elle n’a pas été gardée.',
  trop_nombreux: `Une action a ${PHOTOS_MAX} photos au plus. Les premières sont gardées.`,
  vide: 'Un fichier est vide. Il n’a pas été gardé.',
  type: 'Un fichier n’est pas une photo JPEG, PNG ou WebP. Il n’a pas été gardé.',
  bombe: 'Une image est trop grande (50 millions de points au plus). Elle n’a pas été gardée.',
  illisible: 'Une image est abîmée. Elle n’a pas été gardée.',
}

const lieu = (taille: Taille, acad: string, id: string) => `photo.${taille}/${acad}/${id}` as const

/** Drawn anew in two sizes, without place nor device, and sealed. Outside any transaction: it takes time. */
export async function preparerPhotos(
  m: Maison,
  fichiers: readonly { octets: Buffer }[],
): Promise<{ photos: Photo[]; refus: Set<RefusPhoto> }> {
  const photos: Photo[] = []
  const refus = new Set<RefusPhoto>(fichiers.length > PHOTOS_MAX ? ['trop_nombreux'] : [])
  for (const { octets } of fichiers.slice(0, PHOTOS_MAX)) {
    const propre = await nettoyerImage(octets)
    if ('raison' in propre) refus.add(propre.raison)
    else photos.push(await photoDe(m, propre.copie, propre.empreinte))
  }
  return { photos, refus }
}

async function photoDe(m: Maison, copie: Buffer, empreinte: Buffer): Promise<Photo> {
  const { academie } = m.config
  const cle = m.trousseau.cle('photos', academie)
  const id = uuidv7()
  const grande = await reduireImage(copie, COTES.grande)
  const petite = await reduireImage(copie, COTES.petite)
  return {
    id,
    largeur: grande.largeur,
    hauteur: grande.hauteur,
    empreinte,
    petite: sceller(cle, lieu('petite', academie, id), petite.octets),
    grande: sceller(cle, lieu('grande', academie, id), grande.octets),
  }
}

/** @throws when the bytes were altered, or belong to another photograph. */
export const ouvrirPhoto = (m: Maison, id: string, taille: Taille, scelle: Uint8Array): Buffer =>
  ouvrir(m.trousseau.cle('photos', m.config.academie), lieu(taille, m.config.academie, id), scelle)
