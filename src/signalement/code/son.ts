// A rough key of how a French word sounds, so that « gato » finds « gâteau » when the code was written down by ear.
// Applied in order; capitals and digits stand for sounds that one letter cannot write.
const REGLES: readonly (readonly [RegExp, string])[] = [
  [/^h/g, ''],
  [/œu?/g, 'e'],
  [/eau|au/g, 'o'],
  [/ph/g, 'f'],
  [/s?ch/g, 'S'],
  [/gn/g, 'N'],
  [/qu/g, 'k'],
  [/ill/g, 'iy'],
  [/ail$/g, 'ay'],
  [/eu?il$/g, 'ey'],
  [/gu(?=[eéèêi])/g, 'G'],
  [/g(?=[eéèêiy])/g, 'j'],
  [/je(?=[ao])/g, 'j'],
  [/ç|c(?=[eéèêiy])/g, 's'],
  [/c/g, 'k'],
  [/x$/g, ''],
  [/y/g, 'i'],
  [/[ae]i(?!n)/g, 'è'],
  [/oi/g, 'wa'],
  [/ou/g, 'u'],
  [/[ae]in|in(?![aeiouéèê])|im(?=[bp])/g, '1'],
  [/[ae]n(?![aeiouéèên])|[ae]m(?=[bp])/g, '2'],
  [/on(?![aeiouéèên])|om(?=[bp])/g, '3'],
  [/(?<=[aeiouéè])s(?=[aeiouéè])/g, 'z'],
  [/e[rzt]$/g, 'é'],
  [/[dtspx]+$/g, ''],
  [/es?$/g, ''],
  [/h/g, ''],
]

export function son(mot: string): string {
  const dit = REGLES.reduce((m, [ecrit, entendu]) => m.replace(ecrit, entendu), mot.normalize('NFC').toLowerCase())
  return dit.normalize('NFD').replace(/\p{M}/gu, '').replace(/(.)\1/g, '$1')
}
