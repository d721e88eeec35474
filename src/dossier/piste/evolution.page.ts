import { clock } from '#platform'
import { jourDe, jourIso } from '#signalement'
import { html, tableau, type Html } from '#ui'
import { constat } from './commun.page.ts'
import { COTES, type Cote } from './methodes.ts'
import { semaineDe, type Eleve, type Piste, type Rencontre, type Traitement } from './piste.ts'
import { coteDe } from './rythme.ts'

/** Eight columns hold on a screen: the latest weeks. */
const SEMAINES = 8

const case_ = (vues: readonly Rencontre[]): Html | string =>
  vues.length === 0
    ? html`<span class="preau-discret">—</span>`
    : html`${vues.map((r) => html`<p>${constat(r.constat!)}<br /><small>${jourIso(r.tenue_le!)}</small></p>`)}`

/** Who was seen in this track, or is to be. */
export const suivisDe = (t: Traitement, p: Piste): Eleve[] =>
  t.eleves.filter((e) => t.rencontres.some((r) => r.piste === p.id && r.personne === e.id && r.constat !== 'annulee'))

/** The side on which they were seen there: another concern may have another one. */
const coteEn = (t: Traitement, p: Piste, e: Eleve): Cote =>
  (t.rencontres.find((r) => r.piste === p.id && r.personne === e.id)?.cote as Cote | undefined) ?? coteDe(e)

/** What each pupil said, week after week: read across for one pupil, down for one week. */
export function evolution(t: Traitement, p: Piste): Html | undefined {
  const tenues = t.rencontres.filter((r) => r.piste === p.id && r.constat !== null && r.constat !== 'annulee')
  if (tenues.length === 0) return undefined
  const fin = p.finie_le === null ? jourDe(clock.now()) : jourDe(p.finie_le)
  const derniere = Math.max(semaineDe(p, fin), ...tenues.map((r) => semaineDe(p, r.tenue_le!)))
  const premiere = Math.max(1, derniere - SEMAINES + 1)
  const semaines = Array.from({ length: derniere - premiere + 1 }, (_, i) => premiere + i)
  return tableau({
    legende: 'Ce que dit chaque élève, semaine après semaine',
    dense: true,
    colonnes: [{ libelle: 'Élève' }, ...semaines.map((n) => ({ libelle: `Semaine ${n}` }))],
    lignes: suivisDe(t, p).map((e) => ({
      cellules: [
        html`${e.nom}<br /><small>${COTES[coteEn(t, p, e)].libelle}</small>`,
        ...semaines.map((n) => case_(tenues.filter((r) => r.personne === e.id && semaineDe(p, r.tenue_le!) === n))),
      ],
    })),
  })
}
