import { deriver } from '#platform'
import { ecrireCode, formaterCode } from '../src/signalement/code/code.ts'

/** Three reports whose return codes are known, to see the reporter's side. The name is the one that the story gives. */
const CONNUS = [
  ['lina', 'une élève de cinquième, collège Les Tilleuls : l’adulte a répondu, le dialogue continue'],
  ['maman-sami', 'la mère d’un élève de CM1, école Les Glycines : l’école a agi, le signalement est clos'],
  ['temoin-canal', 'un lycéen témoin, lycée du Canal : le message vient d’arriver, personne ne l’a encore lu'],
] as const

export type CodeConnu = (typeof CONNUS)[number][0]

/** The same code at each loading, from the name that a story gives it. In the demonstration only: anywhere else it is drawn. */
export const secretDe = (nom: CodeConnu): Buffer =>
  deriver(Buffer.from('académie de démonstration'), 'code de retour', nom).subarray(0, 10)

export const codesDeDemonstration = (): { code: string; qui: string }[] =>
  CONNUS.map(([nom, qui]) => ({ code: formaterCode(ecrireCode(secretDe(nom))), qui }))
