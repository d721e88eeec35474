import { hmac, type Trousseau } from '#platform'

/** Particles, and the words with which people speak of somebody without naming them. */
const VIDES = new Set(
  `les des une aux dans avec mon mes son ses leur leurs elle elles ils lui moi toi est sont qui que pas sais sait tout tous toute toutes
  autre autres nom noms prenom prenoms classe eleve eleves fille filles garcon garcons groupe plusieurs quelqu personne enfant enfants
  ami amis amie amies copain copains copine copines frere soeur cousin cousine parent parents pere mere maman papa
  monsieur madame mademoiselle mme mlle prof professeur maitre maitresse surveillant surveillante cpe aed directeur directrice
  sixieme cinquieme quatrieme troisieme seconde premiere terminale maternelle ecole college lycee
  van von den der dos das del dit dite ben bin ibn`.split(/\s+/),
)

const plier = (texte: string): string =>
  texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')

/** In this order: each line is a way in which the same name is written twice. */
const REGLES: readonly [RegExp, string][] = [
  [/y/g, 'i'], // Lucy, Lucie
  [/ph/g, 'f'], // Sophie, Sofia
  [/ch(?=[lr])/g, 'k'], // Chloé, Cloé
  [/[cs]h/g, 'x'], // Charline, Sharline
  [/ck|qu|q|c(?![eix])/g, 'k'], // Jacques, Jak
  [/c(?=[ei])/g, 's'],
  [/gu(?=[ei])/g, 'g'],
  [/g(?=[ei])/g, 'j'], // Gérôme, Jérôme
  [/h/g, ''], // Mathieu, Matthieu
  [/w/g, 'v'],
  [/z/g, 's'], // Lisa, Liza
  [/(?:eau|au)(?:l?[tdx]?s?)$/g, 'o'], // Thibault, Thibaut, Thibaud
  [/(.)\1+/g, '$1'], // Emma, Ema
]

/** A short key of how a French name sounds: what is written twice meets, and two names seldom do. */
export function cleSonore(mot: string): string {
  let cle = plier(mot)
  for (const [motif, par] of REGLES) cle = cle.replace(motif, par)
  // Silent ends: Lucas, Yanisse, Karine. Three letters always stay.
  while (cle.length > 3 && /[etdsx]$/.test(cle)) cle = cle.slice(0, -1)
  return cle
}

const estNom = (mot: string): boolean => mot.length >= 3 && !VIDES.has(mot)
const motsDe = (texte: string): string[] => plier(texte).match(/\p{L}+/gu) ?? []

/** The names that a text may hold, as keys of their sound. */
export const clesDe = (texte: string): string[] => [
  ...new Set(
    motsDe(texte)
      .filter(estNom)
      .map((mot) => cleSonore(mot)),
  ),
]

/** Inside a name, between its parts: « de la Tour », « Ben Amar ». */
const PARTICULES = /^(de|la|le|les|du|des|d|l|van|von|den|der|el|al|ben|bin|ibn|dos|das)$/

/** Names that follow one another, as those of one person do: « Mathieu Delcros », « DELCROS Mathieu », « Jean-Baptiste de la Tour ». */
export function suitesDe(texte: string): string[][] {
  const suites: string[][] = []
  for (const bout of plier(texte).split(/[^\p{L} \u00a0’'-]+/u)) {
    let suite: string[] = []
    for (const mot of motsDe(bout)) {
      if (PARTICULES.test(mot)) continue
      if (!estNom(mot)) suite = []
      else if (suite.push(cleSonore(mot)) === 1) suites.push(suite)
    }
  }
  return suites
}

/** Blind index: 16 bytes for each name, under a key of the académie. Says that two threads may speak of the same person, never of whom. */
export const jetonsDe = (t: Trousseau, acad: string, texte: string): Buffer[] => jetonsDesCles(t, acad, clesDe(texte))

export function jetonsDesCles(t: Trousseau, acad: string, cles: readonly string[]): Buffer[] {
  const cle = t.cle('noms', acad)
  return cles.map((mot) => hmac(cle, mot).subarray(0, 16))
}
