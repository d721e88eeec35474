// Generated from profession.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type ProfessionDeRow = { profession: string; du: Date }
export const professionDe: Statement<{ acad: string; agent: string }, ProfessionDeRow> = {
  name: 'annuaire.profession.professionDe',
  text: `select p.profession, p.du from annuaire.profession p where p.acad = $1 and p.agent = $2 and p.au is null`,
  params: ['acad', 'agent'],
}

export type DonnerProfessionRow = { resultat: string }
export const donnerProfession: Statement<{ id: string; agent: string; profession: string | null }, DonnerProfessionRow> = {
  name: 'annuaire.profession.donnerProfession',
  text: `select annuaire.donner_profession($1, $2, $3) as resultat`,
  params: ['id', 'agent', 'profession'],
}
