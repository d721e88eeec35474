import { clock, JOUR, plus, uuidv7, type AgentDb } from '#platform'
import { chiffrer } from '#acces'
import { jourDe, jourIso } from '#signalement'
import { versionDe, type Acte, type Envoi } from '../agir.ts'
import { jourSaisi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import { exigerNonArretee } from './arret.ts'
import { mppOuverte, traitementDe, type Eleve, type Piste, type Traitement } from './piste.ts'
import * as sql from './rencontre.sql.ts'
import { auPlusTard, auPlusTot, cibleVue, coteDe, quiVoit, suivreRythme } from './rythme.ts'

export const DUREE_MIN = 5
export const DUREE_MAX = 10

/** One slot of the morning: who sees whom, and when. */
export interface Creneau {
  eleve: Eleve
  intervenant: string
  debut: string
}

export const enMinutes = (hhmm: string): number => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3, 5))
const enHeure = (m: number): string => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`

function heureSaisie(envoi: Envoi): number {
  const t = envoi.debut ?? ''
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(t))
    throw new Incomplet({ champ: 'debut', message: 'Écrivez l’heure du premier entretien : 08:30.' })
  return enMinutes(t)
}

function dureeSaisie(envoi: Envoi): number {
  const n = Number(envoi.duree ?? '')
  if (Number.isInteger(n) && n >= DUREE_MIN && n <= DUREE_MAX) return n
  throw new Incomplet({ champ: 'duree', message: `Un entretien dure de ${DUREE_MIN} à ${DUREE_MAX} minutes.` })
}

function jourDeClasse(o: Dossier, envoi: Envoi): string {
  const jour = jourSaisi(envoi, 'jour', true)
  if (jour < jourDe(clock.now())) throw new Incomplet({ champ: 'jour', message: 'Ce jour est passé.' })
  if (jour > auPlusTard(o))
    throw new Incomplet({ champ: 'jour', message: `Le rythme est d’une semaine : au plus tard le ${jourIso(auPlusTard(o))}.` })
  if (!o.classe(jour)) throw new Incomplet({ champ: 'jour', message: 'Il n’y a pas classe ce jour-là.' })
  return jour
}

/** Today, or the next day with class. */
export function prochainJour(o: Dossier): string {
  const jours = Array.from({ length: 100 }, (_, i) => jourDe(plus(clock.now(), i * JOUR)))
  return jours.find((j) => o.classe(j)) ?? jours[0]!
}

/** The pupils of the morning in their order: whoever is targeted first, then as numbered. One after another, alone. */
export function creneaux(t: Traitement, envoi: Envoi, debut: number, duree: number): Creneau[] {
  const vus = t.eleves.flatMap((eleve) => {
    const rang = envoi[`rang_${eleve.id}`] ?? ''
    if (rang === '') return []
    if (!/^[1-9]\d?$/.test(rang)) throw new Incomplet({ champ: `rang_${eleve.id}`, message: 'L’ordre est un nombre : 1, 2, 3…' })
    const champ = `qui_${eleve.id}`
    return [{ eleve, rang: Number(rang), intervenant: quiVoit(t, eleve, envoi[champ] ?? '', champ).id }]
  })
  if (vus.length === 0) throw new Incomplet({ champ: 'jour', message: 'Donnez un ordre à un élève au moins.' })
  const cote = (e: Eleve): number => (coteDe(e) === 'cible' ? 0 : 1)
  return vus
    .sort((a, b) => cote(a.eleve) - cote(b.eleve) || a.rang - b.rang)
    .map(({ eleve, intervenant }, i) => ({ eleve, intervenant, debut: enHeure(debut + i * duree) }))
}

/** S55, S65: the targeted pupil speaks first, before anybody else is seen. */
function cibleDabord(t: Traitement, p: Piste, liste: readonly Creneau[]): void {
  const premier = liste[0]
  if (cibleVue(t, p) || (premier !== undefined && coteDe(premier.eleve) === 'cible')) return
  throw new Incomplet({
    champ: 'jour',
    message: 'L’élève visé est vu en premier, par un autre adulte : mettez son entretien dans cette matinée.',
  })
}

async function poser(
  db: AgentDb,
  o: Dossier,
  p: Piste,
  c: Creneau,
  quand: { jour: string; duree: number; lieu: string },
): Promise<void> {
  const ou = { acad: o.acad, fil: o.d.id, piste: p.id, personne: c.eleve.id, cote: coteDe(c.eleve) }
  await db.run(sql.placer, ou)
  await db.run(sql.prevoir, {
    ...ou,
    id: uuidv7(),
    intervenant: c.intervenant,
    jour: quand.jour,
    debut: c.debut,
    duree: quand.duree,
    lieu: null,
  })
  if (quand.lieu === '') return
  const { id } = (await db.maybe(sql.prevue, { acad: o.acad, piste: p.id, personne: c.eleve.id }))!
  await db.run(sql.situer, { acad: o.acad, fil: o.d.id, id, lieu: chiffrer(o.fil, 'rencontre.lieu', id, { lieu: quand.lieu }) })
}

const REMISE = 'Un entretien était prévu plus tôt : écrivez pourquoi il est remis.'
/** Planned anew for later: a day that was promised moves only with a reason. */
const remise = (t: Traitement, p: Piste, liste: readonly Creneau[], jour: string): boolean =>
  t.rencontres.some(
    (r) => r.piste === p.id && r.constat === null && r.jour < jour && liste.some((c) => c.eleve.id === r.personne),
  )

/** The short talks of one morning, planned on one screen. */
export const planifier: Acte = async (db, o, envoi) => {
  const t = await traitementDe(db, o)
  const p = mppOuverte(t)
  exigerNonArretee(o, t, p, 'jour')
  const jour = jourDeClasse(o, envoi)
  const duree = dureeSaisie(envoi)
  const debut = heureSaisie(envoi)
  const lieu = texte(envoi, 'lieu', 200)
  const liste = creneaux(t, envoi, debut, duree)
  cibleDabord(t, p, liste)
  if (debut + liste.length * duree > 24 * 60) throw new Incomplet({ champ: 'debut', message: 'La matinée dépasse minuit.' })
  const raison = remise(t, p, liste, jour) ? texte(envoi, 'raison', 1000, REMISE) : ''
  await db.run(sql.libererHeures, { acad: o.acad, fil: o.d.id, piste: p.id })
  for (const c of liste) await poser(db, o, p, c, { jour, duree, lieu })
  const point = await suivreRythme(db, o, p.id)
  await accomplir(db, o, 'preoccuper', {
    version: versionDe(envoi),
    fait: 'dossier.planifier_entretiens',
    detail: {
      piste: p.id,
      entretiens: liste.length,
      jour,
      ...(raison !== '' && { note: await noterPourquoi(db, o, raison) }),
    },
    echeance: auPlusTot(o, [point], p.id),
  })
  return { fait: 'planifie', url: `/dossiers/${o.d.numero}/traitement/matinee` }
}
