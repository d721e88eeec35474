import { ecrireCode, formaterCode } from '../src/signalement/code/code.ts'
import { secretDe } from './scene.ts'

/** Three reports whose return codes are known, to see the reporter's side. The name is the one that the story gives. */
const CONNUS = [
  ['lina', 'une élève de cinquième, collège Les Tilleuls : l’adulte a répondu, le dialogue continue'],
  ['maman-sami', 'la mère d’un élève de CM1, école Les Glycines : l’école a agi, le signalement est clos'],
  ['temoin-canal', 'un lycéen témoin, lycée du Canal : le message vient d’arriver, personne ne l’a encore lu'],
] as const

export type CodeConnu = (typeof CONNUS)[number][0]

export const codesDeDemonstration = (): { code: string; qui: string }[] =>
  CONNUS.map(([nom, qui]) => ({ code: formaterCode(ecrireCode(secretDe(nom))), qui }))
