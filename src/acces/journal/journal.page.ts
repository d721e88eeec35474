import { champListe, enTete, filtres, html, tableau, typo, vide, type Html } from '#ui'
import { libelleRole } from '#annuaire'
import { instant } from '../dates.ts'
import { motifDit } from '../motifs.ts'
import type { ConsultationsRow, SecoursRow } from './journal.sql.ts'

export interface Demande {
  jours: number
  agent: string | null
  fil: string | null
  page: number
}

export const PERIODES = [1, 7, 30, 90, 365]

const NATURES: Record<string, string> = {
  lecture: 'Lecture',
  piece: 'Pièce jointe ouverte',
  impression: 'Impression',
  export: 'Export',
  recherche: 'Recherche dans le dossier',
  urgence: 'Accès d’urgence',
  motif: 'Motif donné',
}

function adresse(d: Demande, autre: Partial<Demande>): string {
  const vise = { ...d, page: 1, ...autre }
  const q = new URLSearchParams({ jours: String(vise.jours) })
  if (vise.agent !== null) q.set('agent', vise.agent)
  if (vise.fil !== null) q.set('fil', vise.fil)
  if (vise.page > 1) q.set('page', String(vise.page))
  return `/journal?${q}`
}

/** Identifiers begin with the time they were made: their end is what tells them apart. */
const court = (id: string): string => `…${id.slice(-12)}`

const ligne = (d: Demande, l: ConsultationsRow) => ({
  cellules: [
    instant(l.le),
    html`<a href="${adresse(d, { agent: l.agent })}">${court(l.agent)}</a>`,
    [l.role === null ? 'sans fonction' : libelleRole(l.role, l.type), l.lieu].filter((x) => x !== null).join(' · '),
    typo([NATURES[l.nature] ?? l.nature, motifDit(l.motif)].filter(Boolean).join(' : ')),
    html`<a href="${adresse(d, { fil: l.fil })}">${court(l.fil)}</a>`,
  ],
})

const liste = (d: Demande, lignes: readonly ConsultationsRow[]): Html =>
  tableau({
    legende: 'Consultations, de la plus récente à la plus ancienne',
    dense: true,
    colonnes: ['Quand', 'Agent', 'Fonction ce jour-là', 'Acte', 'Signalement ou dossier'].map((libelle) => ({ libelle })),
    lignes: lignes.map((l) => ligne(d, l)),
  })

const AVIS: Record<string, string> = { justifie: 'Justifié', pas_justifie: 'Pas justifié' }

const combien = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`

/** How many emergency accesses, what was said of them afterwards, and those that nobody has looked at. */
function secours(d: Demande, tous: readonly SecoursRow[]): Html | undefined {
  if (tous.length === 0) return undefined
  const de = (avis: string | null): number => tous.filter((x) => x.avis === avis).length
  const dits = [
    combien(de('justifie'), 'justifié', 'justifiés'),
    combien(de('pas_justifie'), 'pas justifié', 'pas justifiés'),
    `${de(null)} à regarder`,
  ]
  return html`<section class="preau-pile" aria-labelledby="secours">
    <h2 id="secours">Accès d’urgence</h2>
    <p>${typo(`${combien(tous.length, 'accès', 'accès')} : ${dits.join(', ')}.`)}</p>
    ${tableau({
      legende: 'Accès d’urgence, du plus récent au plus ancien',
      legendeMasquee: true,
      dense: true,
      colonnes: ['Quand', 'Agent', 'Dossier', 'Ce qui en est dit après coup'].map((libelle) => ({ libelle })),
      lignes: tous.map((x) => ({
        cellules: [
          instant(x.le),
          html`<a href="${adresse(d, { agent: x.agent })}">${court(x.agent)}</a>`,
          html`<a href="${adresse(d, { fil: x.fil })}">${court(x.fil)}</a>`,
          x.avis === null ? 'À regarder' : html`${AVIS[x.avis]}, ${instant(x.vu_le!)}`,
        ],
      })),
    })}
  </section>`
}

export function pageJournal(d: Demande, lignes: readonly ConsultationsRow[], urgences: readonly SecoursRow[] = []): Html {
  const actifs = [
    ...(d.agent === null ? [] : [{ libelle: `Agent ${court(d.agent)}`, url: adresse(d, { agent: null }) }]),
    ...(d.fil === null ? [] : [{ libelle: `Signalement ou dossier ${court(d.fil)}`, url: adresse(d, { fil: null }) }]),
  ]
  const periode = champListe({
    nom: 'jours',
    libelle: 'Période',
    valeur: String(d.jours),
    options: PERIODES.map((n) => ({ valeur: String(n), libelle: n === 1 ? 'Dernières 24 heures' : `${n} derniers jours` })),
  })
  const gardes = { ...(d.agent !== null && { agent: d.agent }), ...(d.fil !== null && { fil: d.fil }) }
  return html`${enTete({
      titre: 'Journal des consultations',
      texte: typo(
        'Qui a ouvert quel signalement ou quel dossier, et quand. Des identifiants et des fonctions : aucun nom, aucun contenu.',
      ),
    })}
    ${filtres({ url: '/journal', champs: [periode], gardes, actifs })} ${secours(d, urgences)}
    ${lignes.length === 0 ? vide({ titre: 'Aucune consultation sur cette période.', icone: 'oeil' }) : liste(d, lignes)}
    <p>
      ${d.page > 1 && html`<a href="${adresse(d, { page: d.page - 1 })}">Plus récentes</a>`}
      ${lignes.length === 100 && html`<a href="${adresse(d, { page: d.page + 1 })}">Plus anciennes</a>`}
    </p>`
}
