import { readFile, writeFile } from 'node:fs/promises'
import { Refus } from '#platform'

/** Captions of a film of an hour weigh some 60 kB. */
const VTT_MAX = 1024 * 1024

export interface Replique {
  /** Milliseconds from the start of the film. */
  du: number
  au: number
  reglages: string
  texte: string
}

const faute = (ligne: number, quoi: string): Refus => new Refus(`Sous-titres, ligne ${ligne} : ${quoi}`, 422)

const INSTANT = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/
function instant(t: string): number | null {
  const lu = INSTANT.exec(t)
  if (lu === null) return null
  const [, h = '0', m, s, ms] = lu
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms)
}

/** Where a line stands on the picture: what WebVTT § 4.4 names, and nothing else. */
const REGLAGE =
  /^(?:vertical:(?:rl|lr)|line:-?[\d.]+%?(?:,(?:start|center|end))?|position:[\d.]+%(?:,[a-z-]+)?|size:[\d.]+%|align:(?:start|center|end|left|right))$/

/** `00:00:01.000 --> 00:00:04.000 align:start`. */
function minutage(texte: string, ligne: number): Pick<Replique, 'du' | 'au' | 'reglages'> {
  const [debut = '', fleche, fin = '', ...reglages] = texte.trim().split(/[ \t]+/)
  const [du, au] = [instant(debut), instant(fin)]
  if (fleche !== '-->' || du === null || au === null)
    throw faute(ligne, `« ${texte.trim().slice(0, 60)} » n’est pas un minutage comme 00:00:01.000 --> 00:00:04.000.`)
  if (au <= du) throw faute(ligne, 'cette réplique finit avant de commencer.')
  return { du, au, reglages: reglages.filter((r) => REGLAGE.test(r)).join(' ') }
}

interface Bloc {
  ligne: number
  lignes: string[]
}
function blocs(texte: string): Bloc[] {
  const tous: Bloc[] = []
  let bloc: Bloc | null = null
  for (const [i, l] of texte.split('\n').entries()) {
    if (l.trim() === '') bloc = null
    else if (bloc === null) tous.push((bloc = { ligne: i + 1, lignes: [l] }))
    else bloc.lignes.push(l)
  }
  return tous
}

const ANNEXE = /^(?:NOTE|STYLE|REGION)(?:\s|$)/

/**
 * WebVTT (W3C), read strictly: the mark first, cues that are well formed, times in order.
 * @throws Refus with the line and what is wrong there.
 */
export function lireVtt(octets: Uint8Array): Replique[] {
  let texte: string
  try {
    texte = new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    throw new Refus('Ces sous-titres ne sont pas en UTF-8 : enregistrez-les de nouveau dans cet encodage.', 422)
  }
  const [tete, ...suite] = blocs(texte.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
  if (tete === undefined || tete.ligne !== 1 || !/^WEBVTT(?:[ \t].*)?$/.test(tete.lignes[0]!))
    throw faute(1, 'le fichier commence par WEBVTT.')
  if (tete.lignes.some((l) => l.includes('-->'))) throw faute(2, 'il faut une ligne vide après WEBVTT.')
  const repliques = suite.filter((b) => !ANNEXE.test(b.lignes[0]!)).map(replique)
  repliques.forEach(({ du, ligne }, i) => {
    if (i > 0 && du < repliques[i - 1]!.du) throw faute(ligne, 'cette réplique commence avant celle qui la précède.')
  })
  if (repliques.length === 0) throw new Refus('Ces sous-titres n’ont aucune réplique.', 422)
  return repliques.map(({ du, au, reglages, texte }) => ({ du, au, reglages, texte }))
}

function replique(b: Bloc): Replique & { ligne: number } {
  // A cue may bear a name on a line before its times.
  const rang = b.lignes[0]!.includes('-->') ? 0 : 1
  const temps = b.lignes[rang]
  if (temps === undefined) throw faute(b.ligne, `« ${b.lignes[0]!.slice(0, 60)} » n’a pas de minutage.`)
  const texte = b.lignes.slice(rang + 1).join('\n')
  const ligne = b.ligne + rang
  if (texte.trim() === '') throw faute(ligne, 'cette réplique n’a pas de texte.')
  if (texte.includes('-->')) throw faute(ligne + 1, 'il manque une ligne vide entre deux répliques.')
  return { ...minutage(temps, ligne), texte, ligne }
}

/** Who speaks, and emphasis: `<v Lina>`, `<i>`, `<b>`, `<u>`. Any other mark is dropped, its words are kept. */
const MARQUES = /<(?!\/?(?:[ibu]|v(?:\s[^<>]*)?)>)[^<>]*>/g

function dire(ms: number): string {
  const deux = (n: number): string => String(n).padStart(2, '0')
  const [s, m, h] = [Math.floor(ms / 1000) % 60, Math.floor(ms / 60_000) % 60, Math.floor(ms / 3_600_000)]
  return `${deux(h)}:${deux(m)}:${deux(s)}.${String(ms % 1000).padStart(3, '0')}`
}

/** The same captions and nothing beside them: no style, no note, no mark that a player would obey. */
export const ecrireVtt = (repliques: readonly Replique[]): string =>
  `WEBVTT\n\n${repliques
    .map((r) => `${dire(r.du)} --> ${dire(r.au)}${r.reglages && ` ${r.reglages}`}\n${r.texte.replace(MARQUES, '')}`)
    .join('\n\n')}\n`

/** Reads captions and writes them anew in their place. */
export async function nettoyerVtt(chemin: string): Promise<void> {
  const octets = await readFile(chemin)
  if (octets.length > VTT_MAX) throw new Refus('Ces sous-titres sont trop lourds : 1 Mo au plus.', 413)
  await writeFile(chemin, ecrireVtt(lireVtt(octets)))
}

export const estVtt = (debut: Buffer): boolean => /^(?:\u00ef\u00bb\u00bf)?WEBVTT(?:[\s]|$)/.test(debut.toString('latin1'))
