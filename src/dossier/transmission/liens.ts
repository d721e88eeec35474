import { coches } from '../champs.ts'
import type { Envoi } from '../agir.ts'
import { Incomplet } from '../dossier.ts'
import type { CodeDestinataire } from './transmission.mots.ts'

/** Recipients that have contents taken down: they need exact addresses, and each has its own outcome. */
export const ONT_DES_LIENS: ReadonlySet<CodeDestinataire> = new Set<CodeDestinataire>(['n3018', 'pharos'])

const LIENS_MAX = 30
/** An address, or a network and an account: never a sentence, where a name would slip in. */
const ADRESSE = /^(https?:\/\/\S{4,500}|\p{L}[\p{L}\d .-]{1,30} @\S{1,100})$/iu

export function liensDe(envoi: Envoi, code: CodeDestinataire): string[] {
  if (!ONT_DES_LIENS.has(code)) return []
  const lignes = (envoi.liens ?? '').split('\n').map((l) => l.trim())
  const liens = [...new Set(lignes.filter((l) => l !== ''))]
  const faux = liens.find((l) => !ADRESSE.test(l))
  if (faux !== undefined || liens.length > LIENS_MAX)
    throw new Incomplet({
      champ: 'liens',
      message: `Une adresse par ligne, ${LIENS_MAX} au plus : « https://… », ou le réseau et le compte, comme « Snapchat @compte ». Pas de phrase, pas de nom.`,
    })
  return liens
}

interface Demande {
  id: string
  liens: readonly string[]
  suites: readonly { retires: readonly string[] }[]
}

/** What was asked to be taken down and, as far as we know, is still there. */
export const enLigne = (t: Demande): string[] => {
  const retires = new Set(t.suites.flatMap((s) => s.retires))
  return t.liens.filter((l) => !retires.has(l))
}

/** The name of the box of one address. */
export const codeLien = (t: Pick<Demande, 'id'>, rang: number): string => `${t.id}_${rang}`

/** The addresses ticked as gone, of this request. @throws Incomplet when all is said to be gone and some are left. */
export function retiresDe(envoi: Envoi, t: Demande, issue: string): string[] {
  const restent = enLigne(t)
  const codes = Object.fromEntries(restent.map((l) => [codeLien(t, t.liens.indexOf(l)), l]))
  const retires = coches(envoi, 'retires', codes).map((code) => codes[code]!)
  if (issue === 'retiree' && retires.length < restent.length)
    throw new Incomplet({
      champ: 'retires',
      message: 'Cochez chaque adresse qui n’est plus en ligne. S’il en reste, choisissez « Retiré en partie ».',
    })
  if (issue === 'retiree_partie' && retires.length === 0)
    throw new Incomplet({ champ: 'retires', message: 'Cochez ce qui n’est plus en ligne.' })
  return retires
}
