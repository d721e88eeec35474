import { clock, Introuvable, page, type AgentDb } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent, type Moi } from '#acces'
import { etabsDe, tientEcole } from '../action.ts'
import { mesEcoles, type MesEcolesRow } from '../action.sql.ts'
import type { Erreur } from '../declaration/declaration.form.ts'
import { lireEnvoi, un, versionDe } from '../envoi.ts'
import { isoJour } from '../quand.ts'
import { anneeScolaire } from '../vocabulaire.ts'
import { heures, lireNombres, niveauxDus, type Heures } from './heures.ts'
import { fautesProgramme, lireProgramme, valeursDe, type SaisieProgramme } from './programme.form.ts'
import { pageProgramme } from './programme.page.ts'
import * as sql from './programme.sql.ts'

export interface Programme {
  ecole: MesEcolesRow
  ecoles: readonly MesEcolesRow[]
  annee: number
  courante: number
  heures: readonly Heures[]
  /** The last charter that was signed, whatever the year it was declared in. */
  charteLe: string | null
  saisie: SaisieProgramme
  erreurs: readonly Erreur[]
}

const aujourdhui = (): string => isoJour(clock.now())

const nombresDits = (type: string, x: unknown): Record<string, string> => {
  const connus = lireNombres(x)
  return Object.fromEntries(niveauxDus(type).map((n) => [n, connus[n] === undefined ? '' : String(connus[n])]))
}

/** A new year begins with what was said of the last: pupils change little, the charter goes on. */
function saisieDe(type: string, annees: readonly sql.AnneesRow[], annee: number): SaisieProgramme {
  const cette = annees.find((p) => p.annee === annee)
  const p = cette ?? annees.find((x) => x.annee < annee)
  return {
    version: cette === undefined ? '' : String(cette.version),
    effectifs: nombresDits(type, p?.effectifs),
    ambassadeurs: cette?.ambassadeurs == null ? '' : String(cette.ambassadeurs),
    parents: cette?.parents == null ? '' : String(cette.parents),
    charte_le: p?.charte_le ?? '',
  }
}

interface Demande {
  etab: string
  annee: string
}

/** @throws Introuvable for a school that is not one’s own, and for a year that has not begun. */
async function charger(db: AgentDb, moi: Moi, d: Demande): Promise<Omit<Programme, 'erreurs'>> {
  const ecoles = await db.all(mesEcoles, { acad: moi.acad, etabs: etabsDe(moi) })
  const ecole = d.etab === '' ? ecoles[0] : ecoles.find((e) => e.etab === d.etab)
  const courante = anneeScolaire(aujourdhui())
  const annee = d.annee === '' ? courante : /^20\d{2}$/.test(d.annee) ? Number(d.annee) : NaN
  if (ecole === undefined || !(annee >= 2015 && annee <= courante)) throw new Introuvable()
  const [annees, seances] = await Promise.all([
    db.all(sql.annees, { acad: moi.acad, etab: ecole.etab }),
    db.all(sql.seances, { acad: moi.acad, annee, toute: false, etabs: [ecole.etab], circos: [], depts: [] }),
  ])
  const effectifs = lireNombres(annees.find((p) => p.annee === annee)?.effectifs)
  const chartes = annees.flatMap((p) => (p.charte_le === null ? [] : [p.charte_le])).toSorted()
  return {
    ecole,
    ecoles,
    annee,
    courante,
    heures: heures(ecole.type, effectifs, seances, aujourdhui()),
    charteLe: chartes.at(-1) ?? null,
    saisie: saisieDe(ecole.type, annees, annee),
  }
}

const montrer = (c: CtxAgent, p: Programme) =>
  cadre(c, {
    titre: 'Notre programme',
    courant: '/actions',
    filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: 'Notre programme' }],
    contenu: pageProgramme(p),
    faits: { programme: 'C’est enregistré.' },
  })

function exigerEcole(c: CtxAgent): Moi {
  c.set('motif', '/actions/programme')
  const moi = c.get('moi')
  if (!tientEcole(moi)) throw new Introuvable()
  return moi
}

/** GET /actions/programme?etab=&annee= */
export async function lireLeProgramme(c: CtxAgent): Promise<Response> {
  const moi = exigerEcole(c)
  const demande = { etab: c.req.query('etab') ?? '', annee: c.req.query('annee') ?? '' }
  return page(c, montrer(c, { ...(await enTantQue(c, (db) => charger(db, moi, demande))), erreurs: [] }))
}

/** POST /actions/programme: numbers and dates of one’s own school. */
export async function ecrireLeProgramme(c: CtxAgent): Promise<Response> {
  const moi = exigerEcole(c)
  const envoi = await lireEnvoi(c)
  const { p, saisie, erreurs } = await enTantQue(c, async (db) => {
    const p = await charger(db, moi, { etab: un(envoi, 'etab'), annee: un(envoi, 'annee') })
    const saisie = lireProgramme(envoi, p.ecole.type)
    const erreurs = fautesProgramme(saisie, aujourdhui())
    if (erreurs.length > 0) return { p, saisie, erreurs }
    const v = { acad: moi.acad, etab: p.ecole.etab, annee: p.annee, ...valeursDe(saisie) }
    const n = saisie.version === '' ? db.run(sql.poser, v) : db.run(sql.changer, { ...v, version: versionDe(saisie.version) })
    return { p, saisie, erreurs: (await n) === 1 ? [] : [{ champ: '', message: DEVANCE }] }
  })
  if (erreurs.length > 0) return page(c, montrer(c, { ...p, saisie, erreurs }), erreurs[0]!.champ === '' ? 409 : 422)
  return flash(c, `/actions/programme?etab=${p.ecole.etab}&annee=${p.annee}`, 'programme')
}

const DEVANCE = 'Un collègue a enregistré ces chiffres entre-temps. Rien n’a été remplacé : rechargez la page, puis recommencez.'
