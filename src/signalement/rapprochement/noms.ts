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

/** The names that a text may hold, as keys of their sound. */
export const clesDe = (texte: string): string[] => [
  ...new Set(
    (plier(texte).match(/\p{L}+/gu) ?? []).filter((mot) => mot.length >= 3 && !VIDES.has(mot)).map((mot) => cleSonore(mot)),
  ),
]

/** Blind index: 16 bytes for each name, under a key of the académie. Says that two threads may speak of the same person, never of whom. */
export function jetonsDe(t: Trousseau, acad: string, texte: string): Buffer[] {
  const cle = t.cle('noms', acad)
  return clesDe(texte).map((mot) => hmac(cle, mot).subarray(0, 16))
}
