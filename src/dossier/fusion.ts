import { createHash } from 'node:crypto'
import type { Envoi } from './agir.ts'
import { Incomplet } from './dossier.ts'

/** As a browser sends it back and as it was stored are the same text. */
const egaliser = (t: string): string => t.replaceAll('\r\n', '\n').trim()

/** What a form carries to say which text it showed: short, and telling nothing by itself. */
export const empreinteDe = (texte: string): string =>
  createHash('sha256').update(egaliser(texte)).digest('base64url').slice(0, 16)

/** The name of the hidden field that carries it. */
export const vuDe = (champ: string): string => `vu_${champ}`

export interface Fusion<C extends string> {
  /** Each field merged; where both wrote, what this person typed. */
  valeurs: Record<C, string>
  /** Both wrote, and not the same. */
  disputes: C[]
  /** Something is to be written. */
  change: boolean
}

/**
 * Field by field: what one did not touch is what the other wrote. `aJour`: a form that does not say what it showed (an old page, a
 * script) is believed only if nothing at all changed since.
 */
export function fusionner<C extends string>(
  champs: readonly C[],
  actuel: Readonly<Record<C, string>>,
  envoi: Envoi,
  aJour: boolean,
): Fusion<C> {
  const valeurs = {} as Record<C, string>
  const disputes: C[] = []
  let change = false
  for (const champ of champs) {
    const [leur, mien] = [egaliser(actuel[champ]), egaliser(envoi[champ] ?? actuel[champ])]
    const vu = envoi[vuDe(champ)] ?? (aJour || leur === '' ? empreinteDe(leur) : '')
    const touche = empreinteDe(mien) !== vu
    if (touche && mien !== leur && empreinteDe(leur) !== vu) disputes.push(champ)
    valeurs[champ] = touche ? mien : leur
    change ||= valeurs[champ] !== leur
  }
  return { valeurs, disputes, change }
}

/** Both wrote the same field: nothing was written over, both texts come back on the screen, and the person decides. */
export class Dispute extends Incomplet {
  readonly valeurs: Readonly<Record<string, string>>
  /** The verbs by which the other text may have come. */
  readonly verbes: readonly string[]
  constructor(f: Fusion<string>, verbes: readonly string[]) {
    super(
      f.disputes.map((champ) => ({ champ, message: 'Un autre texte a été enregistré ici pendant que vous écriviez.' })),
      409,
    )
    this.valeurs = f.valeurs
    this.verbes = verbes
  }
}

/** @throws Dispute when somebody has to choose. */
export function trancher<C extends string>(f: Fusion<C>, ...verbes: string[]): Fusion<C> {
  if (f.disputes.length > 0) throw new Dispute(f, verbes)
  return f
}
