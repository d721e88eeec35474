// Generated from session.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Mandates with the name of their place: the school, the circonscription or the département; null for the whole académie. */
export type PresenterRow = { acad: string; agent: string; finit_le: Date; prenom: string; nom: string; mail: string; mandats: unknown | null; octrois: string[] }
export const presenter: Statement<{ empreinte: Uint8Array }, PresenterRow> = {
  name: 'acces.session.presenter',
  text: `select acad, agent, finit_le, prenom, nom, mail, mandats, octrois from acces.presenter($1)`,
  params: ['empreinte'],
}
