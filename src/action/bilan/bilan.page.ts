import { PILIERS, type Departement } from '#annuaire'
import { boutonImprimer, chiffre, enTete, html, tableau, typo, vide, type Html } from '#ui'
import { libelleAnnee, NIVEAUX, PUBLICS, TEMPS_FORTS, TYPES } from '../vocabulaire.ts'
import type { EtablissementsRow, RetenuesRow } from './bilan.sql.ts'
import { ligne, parMot, part, type Ligne } from './compter.ts'

export interface Bilan {
  annee: number
  annees: readonly number[]
  departements: readonly Departement[]
  actions: readonly RetenuesRow[]
  etablissements: readonly EtablissementsRow[]
}

const N = new Intl.NumberFormat('fr-FR')

const table = (legende: string, premiere: string, lignes: readonly Ligne[]): Html =>
  tableau({
    legende,
    dense: true,
    colonnes: [
      { libelle: premiere },
      { libelle: 'Participants', fin: true },
      { libelle: 'Établissements', fin: true },
      { libelle: 'Part', fin: true },
      { libelle: 'Actions', fin: true },
      { libelle: 'Publiées', fin: true },
      { libelle: 'Élèves', fin: true },
    ],
    lignes: lignes.map((l) => ({
      cellules: [
        l.nom,
        N.format(l.participants),
        N.format(l.ouverts),
        part(l.participants, l.ouverts),
        N.format(l.actions),
        N.format(l.publiees),
        N.format(l.eleves),
      ],
    })),
  })

const comptes = (legende: string, lignes: readonly [string, number][]): Html | undefined =>
  lignes.length === 0
    ? undefined
    : tableau({
        legende,
        dense: true,
        colonnes: [{ libelle: legende }, { libelle: 'Actions', fin: true }],
        lignes: lignes.map(([mot, n]) => ({ cellules: [typo(mot), N.format(n)] })),
      })

const parDepartement = (b: Bilan): Ligne[] =>
  b.departements
    .toSorted((x, y) => x.nom.localeCompare(y.nom, 'fr'))
    .map((d) =>
      ligne(
        d.nom,
        b.actions.filter((a) => a.dept === d.dept),
        b.etablissements.filter((e) => e.dept === d.dept),
      ),
    )

const parType = (b: Bilan): Ligne[] =>
  [...new Set(b.etablissements.map((e) => e.type))].toSorted().map((t) =>
    ligne(
      (NIVEAUX as Record<string, string>)[t] ?? t,
      b.actions.filter((a) => a.typeEcole === t),
      b.etablissements.filter((e) => e.type === t),
    ),
  )

/** A year's bilan: schools and numbers, never a rate of situations, and no ranking of schools. */
export function pageBilan(b: Bilan): Html {
  const tout = ligne('Ensemble', b.actions, b.etablissements)
  const piliers = Object.fromEntries(PILIERS.map((p, i) => [String(i + 1), `${i + 1}. ${p}`]))
  const autres = b.annees.filter((a) => a !== b.annee)
  return html`<div class="preau-pile">
    ${enTete({
      titre: typo(`Bilan des actions, ${libelleAnnee(b.annee)}`),
      texte:
        'Ce que les départements ont validé. Un établissement compte une fois, avec le plus grand nombre d’élèves de ses actions.',
      actions: boutonImprimer('Imprimer'),
    })}
    ${
      autres.length > 0 &&
      html`<p class="preau-discret preau-ecran">
        Autres années : ${autres.map((a, i) => html`${i > 0 && ', '}<a href="/actions/bilan/${a}">${libelleAnnee(a)}</a>`)}
      </p>`
    }
    <div class="preau-chiffres">
      ${chiffre({
        valeur: N.format(tout.participants),
        libelle: typo(
          `${tout.participants > 1 ? 'établissements participants' : 'établissement participant'} sur ${N.format(tout.ouverts)}`,
        ),
      })}
      ${chiffre({
        valeur: N.format(tout.actions),
        libelle: typo(
          `${tout.actions > 1 ? 'actions validées' : 'action validée'}, dont ${N.format(tout.publiees)} ${tout.publiees > 1 ? 'publiées' : 'publiée'}`,
        ),
      })}
      ${chiffre({ valeur: N.format(tout.eleves), libelle: tout.eleves > 1 ? 'élèves concernés' : 'élève concerné' })}
    </div>
    ${
      b.actions.length === 0
        ? vide({ titre: 'Aucune action validée cette année-là', icone: 'calendrier' })
        : html`${table('Par département', 'Département', [...parDepartement(b), tout])}
            ${table('Par type d’établissement', 'Type', parType(b))}
            <div class="preau-ecoles">
              ${comptes(
                'Temps fort',
                parMot({ ...TEMPS_FORTS, aucun: 'Aucun : au fil de l’année' }, b.actions, (a) => [a.temps_fort ?? 'aucun']),
              )}
              ${comptes(
                'Public',
                parMot(PUBLICS, b.actions, (a) => a.publics),
              )}
              ${comptes(
                'Forme',
                parMot(TYPES, b.actions, (a) => [a.type]),
              )}
              ${comptes(
                'Pilier',
                parMot(piliers, b.actions, (a) => (a.pilier === null ? [] : [String(a.pilier)])),
              )}
            </div>`
    }
  </div>`
}
