import type { Hono } from 'hono'
import { compte, connexion, deconnexion, journal, session } from '#acces'

/** A room behind a door: where it lives, and how large a form it takes. */
export interface Piece {
  chemin: string
  // oxlint-disable-next-line no-explicit-any -- rooms of both doors, each with its own typed context
  routes: Hono<any>
  corpsMax?: number
}

/** The public door. */
export const PUBLIQUES: Piece[] = [
  { chemin: '/connexion', routes: connexion },
  { chemin: '/deconnexion', routes: deconnexion },
]

/** The agents' door. */
export const AGENTS: Piece[] = [
  { chemin: '/session', routes: session },
  { chemin: '/compte', routes: compte },
  { chemin: '/journal', routes: journal },
]
