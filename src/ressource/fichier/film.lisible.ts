import { Refus } from '#platform'
import { enfants } from './film.boites.ts'

/** What every browser of today reads in an MP4: H.264, VP9 and AV1; AAC, Opus, FLAC and MP3. */
const IMAGES = new Set(['avc1', 'avc2', 'avc3', 'avc4', 'vp08', 'vp09', 'av01'])
const SONS = new Set(['mp4a', 'Opus', 'fLaC', '.mp3'])
/** H.265, and Dolby Vision over it: what an iPhone films unless told otherwise. */
const HEVC = new Set(['hvc1', 'hev1', 'hvc2', 'hev2', 'dvh1', 'dvhe'])

/** The kind of data of a track: `vide`, `soun`…, and how each of its descriptions is coded. */
export interface Nature {
  nature: string
  codes: readonly string[]
}

/** @throws Refus with what to do, when a family would see a black picture or hear nothing. */
export function exigerLisible(pistes: readonly Nature[]): void {
  const lues = (nature: string, connus: ReadonlySet<string>): boolean =>
    pistes.some((p) => p.nature === nature && p.codes.length > 0 && p.codes.every((c) => connus.has(c)))
  if (!lues('vide', IMAGES)) throw illisible(pistes.flatMap((p) => p.codes).some((c) => HEVC.has(c)))
  if (pistes.some((p) => p.nature === 'soun') && !lues('soun', SONS)) throw illisible(false)
}

const illisible = (hevc: boolean): Refus =>
  new Refus(
    hevc
      ? 'Ce film est en HEVC (H.265) : beaucoup d’ordinateurs n’en montreraient rien. Exportez-le en MP4 (H.264) depuis un logiciel de montage. Pour la prochaine fois, sur un iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ».'
      : 'Les navigateurs ne lisent pas ce film : exportez-le en MP4 (image H.264, son AAC) depuis un logiciel de montage.',
    422,
  )

/** A sample description names the encoder, and with it often the camera: blank. @returns how each is coded. */
export function nettoyerDescriptions(stsd: Buffer, nature: string): string[] {
  return enfants(stsd.subarray(8)).map((b) => {
    const dedans = stsd.subarray(8 + b.debut + b.tete, 8 + b.fin)
    // QuickTime File Format: the vendor, and for pictures the name of the compressor.
    if (nature === 'vide' || nature === 'soun') dedans.fill(0, 12, Math.min(16, dedans.length))
    if (nature === 'vide') dedans.fill(0, 42, Math.min(74, dedans.length))
    return b.type
  })
}
