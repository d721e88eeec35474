import { badge, html, type Html } from '#ui'
import { libelleRole, type MandatDe } from '#annuaire'

export const libelleMandatDe = (m: { role: string; type: string | null; lieu: string | null }): string =>
  [libelleRole(m.role, m.type), ...(m.lieu === null ? [] : [m.lieu])].join(' · ')

export type EtatMandat = 'a_venir' | 'en_cours' | 'fini'

export const etatMandat = (m: { du: Date; au: Date | null }, le: Date): EtatMandat =>
  m.au !== null && m.au <= le ? 'fini' : m.du > le ? 'a_venir' : 'en_cours'

const BADGES = {
  a_venir: { libelle: 'À venir', ton: 'info' },
  en_cours: { libelle: 'En cours', ton: 'succes' },
  fini: { libelle: 'Finie', ton: 'neutre' },
} as const

export const badgeMandat = (m: MandatDe, le: Date): Html => badge(BADGES[etatMandat(m, le)])

/** What somebody holds, in a cell of a list. */
export function mandatsCourts(mandats: readonly MandatDe[], le: Date): Html {
  const vivants = mandats.filter((m) => etatMandat(m, le) !== 'fini')
  if (vivants.length === 0) return html`Aucune fonction en cours`
  return html`${vivants.map(
    (m, i) => html`${i > 0 && html`<br />`}${libelleMandatDe(m)}${etatMandat(m, le) === 'a_venir' && ' (à venir)'}`,
  )}`
}
