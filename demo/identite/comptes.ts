import type { CodeRole } from '#annuaire'

/** Somebody who can sign in to the demonstration: an invented person, and what one should see as them. */
export interface Compte {
  /** Subject at this provider, bound to the agent at the first sign-in. */
  sub: string
  prenom: string
  nom: string
  /** The address by which the directory knows the agent. */
  mail: string
  /** Null: known to the provider, without any post in Préau. */
  role: CodeRole | null
  /** « Collège Les Tilleuls », « Haute-Garonne »… */
  lieu: string
  /** What this account should see, in a sentence. */
  voit: string
  /** What it should not see. */
  neVoitPas: string
  /** Signs in with a password alone; everybody else shows a second factor too. */
  unSeulFacteur?: true
}
