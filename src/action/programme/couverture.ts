import { clock, Introuvable, page } from '#platform'
import { listeDepartements, type Departement } from '#annuaire'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { enTete, html, tableau, typo, type Html } from '#ui'
import { part } from '../bilan/compter.ts'
import { portee, suitPlusieurs } from '../liste/liste.ts'
import { isoJour } from '../quand.ts'
import { anneeScolaire, libelleAnnee, NIVEAUX } from '../vocabulaire.ts'
import { AMBASSADEURS_AU_MOINS, charteVaut, heures, lireNombres, tousAuCompte } from './heures.ts'
import * as sql from './programme.sql.ts'

interface Compte {
  ouverts: number
  heures: number
  complets: number
  chartes: number
  ambassadeurs: number
  parents: number
}

/** How many schools, never which: no school is ranked against another. */
export function compter(ecoles: readonly sql.DeclaresRow[], seances: readonly sql.SeancesRow[], aujourdhui: string): Compte {
  const parEcole = Map.groupBy(seances, (s) => s.etab)
  const lignes = ecoles.map((e) => {
    const siennes = parEcole.get(e.etab) ?? []
    return { e, siennes, complet: tousAuCompte(heures(e.type, lireNombres(e.effectifs), siennes, aujourdhui)) }
  })
  return {
    ouverts: ecoles.length,
    heures: lignes.filter((l) => l.siennes.length > 0).length,
    complets: lignes.filter((l) => l.complet).length,
    chartes: ecoles.filter((e) => charteVaut(e.charteLe, aujourdhui)).length,
    ambassadeurs: ecoles.filter((e) => (e.ambassadeurs ?? 0) >= AMBASSADEURS_AU_MOINS).length,
    parents: ecoles.filter((e) => (e.parents ?? 0) > 0).length,
  }
}

interface Couverture {
  annee: number
  courante: number
  departements: readonly Departement[]
  ecoles: readonly sql.DeclaresRow[]
  seances: readonly sql.SeancesRow[]
}

function tableDe(c: Couverture, type: string, libelle: string): Html | undefined {
  const siennes = c.ecoles.filter((e) => e.type === type)
  if (siennes.length === 0) return undefined
  const aujourdhui = isoJour(clock.now())
  const secondaire = type !== 'ecole'
  const ligne = (nom: string, ecoles: readonly sql.DeclaresRow[]) => {
    const n = compter(ecoles, c.seances, aujourdhui)
    const sur = (k: number): string => `${k} (${part(k, n.ouverts)})`
    return {
      cellules: [
        nom,
        n.ouverts,
        sur(n.heures),
        sur(n.complets),
        sur(n.chartes),
        ...(secondaire ? [sur(n.ambassadeurs)] : []),
        sur(n.parents),
      ],
    }
  }
  return tableau({
    legende: libelle,
    dense: true,
    colonnes: [
      { libelle: 'Département' },
      { libelle: 'Ouverts', fin: true },
      { libelle: 'Heures déclarées', fin: true },
      { libelle: '10 h à tous les niveaux', fin: true },
      { libelle: 'Charte en cours', fin: true },
      ...(secondaire ? [{ libelle: `${AMBASSADEURS_AU_MOINS} ambassadeurs ou plus`, fin: true }] : []),
      { libelle: 'Parents ambassadeurs', fin: true },
    ],
    lignes: [
      ...c.departements.map((d) =>
        ligne(
          d.nom,
          siennes.filter((e) => e.dept === d.dept),
        ),
      ),
      ...(c.departements.length > 1 ? [ligne('Ensemble', siennes)] : []),
    ],
  })
}

const pageCouverture = (c: Couverture): Html =>
  html`<div class="preau-pile">
    ${enTete({
      titre: typo(`Le programme dans les établissements, ${libelleAnnee(c.annee)}`),
      texte: 'Combien d’établissements, jamais lesquels : ce que chacun a déclaré de lui-même et de ses actions.',
    })}
    <p class="preau-discret">
      ${c.annee < c.courante && html`<a href="/actions/couverture">Cette année</a> · `}
      <a href="/actions/couverture?annee=${c.annee - 1}">${libelleAnnee(c.annee - 1)}</a>
    </p>
    ${Object.entries(NIVEAUX).map(([type, libelle]) => tableDe(c, type, libelle))}
  </div>`

/** GET /actions/couverture?annee=: for whoever follows several schools. */
export async function couverture(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/couverture')
  const moi = c.get('moi')
  const { acad, toute, depts, circos } = portee(moi)
  const courante = anneeScolaire(isoJour(clock.now()))
  const dite = c.req.query('annee') ?? String(courante)
  const annee = /^20\d{2}$/.test(dite) ? Number(dite) : NaN
  if (!suitPlusieurs(moi) || !(annee >= 2015 && annee <= courante)) throw new Introuvable()
  const donnees = await enTantQue(c, async (db) => {
    const [ecoles, seances, tous] = await Promise.all([
      db.all(sql.declares, { acad, annee, toute, depts, circos }),
      db.all(sql.seances, { acad, annee, toute, etabs: [], circos, depts }),
      listeDepartements(db, acad),
    ])
    const vus = new Set(ecoles.map((e) => e.dept))
    return { ecoles, seances, departements: tous.filter((d) => vus.has(d.dept)), annee, courante }
  })
  return page(
    c,
    cadre(c, {
      titre: 'Le programme dans les établissements',
      courant: '/actions',
      filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: 'Programme' }],
      contenu: pageCouverture(donnees),
    }),
  )
}
