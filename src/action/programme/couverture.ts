import { clock, Introuvable, page, type AgentDb } from '#platform'
import { listeDepartements } from '#annuaire'
import { cadre, enTantQue, type CtxAgent, type Moi } from '#acces'
import { portee, suitPlusieurs } from '../liste/liste.ts'
import { isoJour } from '../quand.ts'
import { anneeScolaire, estCle, NIVEAUX } from '../vocabulaire.ts'
import { pageCouverture } from './couverture.page.ts'
import { pageEcoles, PAR_PAGE } from './ecoles.page.ts'
import { INDICATEURS, indicateursDe, mene, porteeDesEcoles, suivre, type EcoleSuivie } from './indicateurs.ts'
import * as sql from './programme.sql.ts'

const anneeCourante = (): number => anneeScolaire(isoJour(clock.now()))

/** @throws Introuvable for a year that has not begun, and for whoever follows no school or one alone. */
function anneeVoulue(c: CtxAgent): number {
  const courante = anneeCourante()
  const dite = c.req.query('annee') ?? String(courante)
  const annee = /^20\d{2}$/.test(dite) ? Number(dite) : NaN
  if (!suitPlusieurs(c.get('moi')) || !(annee >= 2015 && annee <= courante)) throw new Introuvable()
  return annee
}

/** The schools of a territory, each with what it has of the programme in a year. */
async function suivies(db: AgentDb, p: ReturnType<typeof portee>, annee: number): Promise<EcoleSuivie[]> {
  const { acad, toute, depts, circos } = p
  const [ecoles, seances] = await Promise.all([
    db.all(sql.declares, { acad, annee, toute, depts, circos }),
    db.all(sql.seances, { acad, annee, toute, etabs: [], circos, depts }),
  ])
  return suivre(ecoles, seances, isoJour(clock.now()))
}

/** GET /actions/couverture?annee=: for whoever follows several schools. */
export async function couverture(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/couverture')
  const moi = c.get('moi')
  const annee = anneeVoulue(c)
  const { ecoles, tous } = await enTantQue(c, async (db) => {
    const [ecoles, tous] = await Promise.all([suivies(db, portee(moi), annee), listeDepartements(db, moi.acad)])
    return { ecoles, tous }
  })
  const vus = new Set(ecoles.map((e) => e.dept))
  const departements = tous.filter((d) => vus.has(d.dept))
  const contenu = pageCouverture({ annee, courante: anneeCourante(), departements, ecoles, mene: (dept) => mene(moi, dept) })
  const filAriane = [{ libelle: 'Actions', url: '/actions' }, { libelle: 'Programme' }]
  return page(c, cadre(c, { titre: 'Le programme dans les établissements', courant: '/actions', filAriane, contenu }))
}

interface Demande {
  moi: Moi
  type: keyof typeof NIVEAUX
  dept: string
  quoi: keyof typeof INDICATEURS
}

/** @throws Introuvable when the figure cannot be, or when its schools are not this agent's to follow. */
function demande(c: CtxAgent): Demande {
  const moi = c.get('moi')
  const [type, dept, quoi] = ['type', 'dept', 'quoi'].map((n) => c.req.query(n) ?? '') as [string, string, string]
  if (!estCle(NIVEAUX, type) || !estCle(INDICATEURS, quoi) || !indicateursDe(type).includes(quoi)) throw new Introuvable()
  if (!mene(moi, dept === '' ? null : dept)) throw new Introuvable()
  return { moi, type, dept, quoi }
}

/** GET /actions/couverture/ecoles?annee=&type=&dept=&quoi=&reste=&page=: the schools behind a figure, and those that are not in it. */
export async function ecolesDuChiffre(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/couverture/ecoles')
  const annee = anneeVoulue(c)
  const { moi, type, dept, quoi } = demande(c)
  const { ecoles, tous } = await enTantQue(c, async (db) => {
    const [ecoles, tous] = await Promise.all([suivies(db, porteeDesEcoles(moi), annee), listeDepartements(db, moi.acad)])
    return { ecoles, tous }
  })
  const siennes = ecoles.filter((e) => e.type === type && (dept === '' || e.dept === dept))
  if (siennes.length === 0) throw new Introuvable()
  const reste = c.req.query('reste') === 'oui'
  const numero = Number(/^[1-9]\d{0,3}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1)
  const choisies = siennes.filter((e) => e.a[quoi] !== reste).toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'))
  const contenu = pageEcoles({
    annee,
    type,
    quoi,
    reste,
    dept: tous.find((d) => d.dept === dept) ?? null,
    departements: tous,
    comptes: { oui: siennes.filter((e) => e.a[quoi]).length, total: siennes.length },
    ecoles: choisies.slice((numero - 1) * PAR_PAGE, numero * PAR_PAGE),
    page: numero,
  })
  const filAriane = [
    { libelle: 'Actions', url: '/actions' },
    { libelle: 'Programme', url: `/actions/couverture?annee=${annee}` },
    { libelle: 'Établissements' },
  ]
  return page(c, cadre(c, { titre: 'Le programme, établissement par établissement', courant: '/actions', filAriane, contenu }))
}
