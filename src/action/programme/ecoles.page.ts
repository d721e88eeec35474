import type { Departement } from '#annuaire'
import { badge, enTete, html, pagination, tableau, typo, vide, type Html } from '#ui'
import { jourLong } from '../quand.ts'
import { libelleAnnee, NIVEAUX } from '../vocabulaire.ts'
import { adresseEcoles } from './couverture.page.ts'
import { finCharte } from './heures.ts'
import { INDICATEURS, type EcoleSuivie, type Indicateur } from './indicateurs.ts'

export const PAR_PAGE = 200

export interface Ecoles {
  annee: number
  type: keyof typeof NIVEAUX
  quoi: Indicateur
  /** Those that do not have it yet. */
  reste: boolean
  dept: Departement | null
  departements: readonly Departement[]
  comptes: { oui: number; total: number }
  ecoles: readonly EcoleSuivie[]
  page: number
}

const adresse = (p: Ecoles, change: { reste?: boolean; page?: number }): string =>
  adresseEcoles({
    annee: p.annee,
    type: p.type,
    dept: p.dept?.dept ?? null,
    quoi: p.quoi,
    reste: (change.reste ?? p.reste) ? 'oui' : null,
    page: (change.page ?? 1) > 1 ? change.page! : null,
  })

/** The two halves of a figure, each with its number. */
function moities(p: Ecoles): Html {
  const { oui, total } = p.comptes
  const moitie = (reste: boolean, libelle: string): Html =>
    reste === p.reste
      ? html`<strong aria-current="page">${libelle}</strong>`
      : html`<a href="${adresse(p, { reste })}">${libelle}</a>`
  return html`<p>${moitie(false, `C’est fait (${oui})`)} · ${moitie(true, `Pas encore (${total - oui})`)}</p>`
}

const nombre = (n: number | null): string => (n === null ? '–' : String(n))

function table(p: Ecoles): Html {
  const noms = new Map(p.departements.map((d) => [d.dept, d.nom]))
  const secondaire = p.type !== 'ecole'
  return tableau({
    legende: NIVEAUX[p.type],
    legendeMasquee: true,
    dense: true,
    colonnes: [
      { libelle: 'Établissement' },
      { libelle: INDICATEURS.heures },
      { libelle: 'Charte jusqu’au' },
      ...(secondaire ? [{ libelle: 'Élèves ambassadeurs', fin: true }] : []),
      { libelle: INDICATEURS.parents, fin: true },
    ],
    lignes: p.ecoles.map((e) => ({
      cellules: [
        html`${typo(e.nom)}
          <span class="fr-hint-text">${e.commune}${p.dept === null && `, ${noms.get(e.dept) ?? e.dept}`}</span>`,
        e.a.complets ? badge({ libelle: '10 h à tous les niveaux', ton: 'succes' }) : e.a.heures ? 'Oui' : '–',
        e.charteLe === null ? '–' : jourLong(finCharte(e.charteLe)),
        ...(secondaire ? [nombre(e.ambassadeurs)] : []),
        nombre(e.parents),
      ],
    })),
  })
}

/** In the order of names: what each has said of itself, to know whom to help. No rank. */
export function pageEcoles(p: Ecoles): Html {
  const combien = p.reste ? p.comptes.total - p.comptes.oui : p.comptes.oui
  return html`<div class="preau-pile">
    ${enTete({
      surtitre: typo(`${NIVEAUX[p.type]}, ${p.dept?.nom ?? 'tous les départements'}, ${libelleAnnee(p.annee)}`),
      titre: INDICATEURS[p.quoi],
      texte: 'Ce que chaque établissement a déclaré, par ordre alphabétique. Rien de cela n’est public.',
    })}
    ${moities(p)} ${p.ecoles.length === 0 ? vide({ titre: 'Aucun établissement ici', icone: 'calendrier' }) : table(p)}
    ${pagination({ page: p.page, pages: Math.ceil(combien / PAR_PAGE), url: (page) => adresse(p, { page }) })}
  </div>`
}
