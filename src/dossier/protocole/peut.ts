import { qualite, type Moi } from '#acces'
import { estRole } from '#annuaire'
import { Refus } from '#platform'
import { parMandat } from '#signalement'
import { PROTOCOLE_2024 } from './2024.ts'
import type { EnAttente } from '../transmission/attente.ts'
import { phraseDe, type Prealable } from './prealables.ts'
import type { Etat, Protocole, Regle, Verbe } from './protocole.ts'

const PROTOCOLES: Record<string, Protocole> = { [PROTOCOLE_2024.version]: PROTOCOLE_2024 }
/** New dossiers are opened under this one; the others keep theirs. */
export const PROTOCOLE_COURANT = PROTOCOLE_2024

export function protocoleDe(version: string): Protocole {
  const p = PROTOCOLES[version]
  if (p === undefined) throw new Error(`no protocol ${version}`)
  return p
}

/** What the table looks at. */
export interface Situation {
  protocole: string
  etat: string
  niveau: string
  etab: string
  circo: string | null
  dept: string
  /** What has been written so far. */
  acquis: ReadonlySet<Prealable>
  /** What is decided and has not left: the refusal names it. */
  enAttente: readonly EnAttente[]
}

export type Reponse = { regle: Regle; refus: null } | { regle: null; refus: string }

const A_QUI_CONFIE = 'Ce dossier vous a été confié pour y aider. Cet acte revient à qui vous l’a confié.'
const A_QUI_DECIDE = 'Cet acte revient à la direction, à l’inspection ou au pôle.'
/** Sentences that send to somebody else of the same dossier. */
export const AUTRES: ReadonlySet<string> = new Set([A_QUI_CONFIE, A_QUI_DECIDE])

const non = (refus: string): Reponse => ({ regle: null, refus })

/** In what capacity: the mandate that opens the dossier, or the équipe ressource when it was handed over; null for other grants. */
function roleSur(moi: Moi, d: Situation): string | null {
  if (parMandat(moi, d)) return qualite(moi, d)
  return moi.mandats.some((m) => m.role === 'equipe') ? 'equipe' : null
}

/** The table's answer: the rule, or the sentence of the refusal. Guard, button and due date all come from here. */
export function peut(moi: Moi, verbe: Verbe, d: Situation): Reponse {
  const p = protocoleDe(d.protocole)
  const role = roleSur(moi, d)
  if (role === null) return non('Ce dossier vous est ouvert pour le lire. Le reste revient à qui en répond.')
  const regle = p.regles[d.etat as Etat][verbe]
  if (regle === undefined) return non(p.refus[verbe])
  if (!estRole(role) || !regle.roles.includes(role)) return non(role === 'equipe' ? A_QUI_CONFIE : A_QUI_DECIDE)
  const manque = regle.avant?.find((a) => !d.acquis.has(a))
  return manque === undefined ? { regle, refus: null } : non(phraseDe(manque, d.enAttente))
}

/** @throws Refus with its sentence when the table says no. */
export function exiger(moi: Moi, verbe: Verbe, d: Situation): Regle {
  const r = peut(moi, verbe, d)
  if (r.regle === null) throw new Refus(r.refus)
  return r.regle
}
