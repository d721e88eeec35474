import { clock, estUuid } from '#platform'
import { chiffrer } from '#acces'
import { jourDe } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { coches, jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as sql from './etape.sql.ts'
import { ETAPES, PROTECTION_AUDITION, type EtapeDite } from './etapes.ts'
import { PAROLES, type Methode, type Parole } from './methodes.ts'
import { enCours, pisteDe, traitementDe, type Piste, type Traitement } from './piste.ts'
import { auPlusTot, suivreRythme } from './rythme.ts'

export const etapesDe = (p: Piste): Record<string, EtapeDite> =>
  p.methode === 'mpp' ? {} : ETAPES[p.methode as Exclude<Methode, 'mpp'>]

/** What must have been written first, for the same pupil when the step is about one. */
function verifierOrdre(t: Traitement, p: Piste, code: string, personne: string | null): void {
  const dite = etapesDe(p)[code]!
  if (dite.apres === undefined) return
  const la = t.etapes.some(
    (e) =>
      e.piste === p.id && dite.apres!.includes(e.etape) && (e.personne === null || personne === null || e.personne === personne),
  )
  if (la) return
  const avant = dite.apres.map((a) => `« ${etapesDe(p)[a]!.libelle} »`).join(' ou ')
  throw new Incomplet({ champ: 'etape', message: `Notez d’abord ${avant}${personne === null ? '' : ' pour cet élève'}.` })
}

/** D321-16: five days at most. */
function joursDe(dite: EtapeDite, envoi: Envoi): number | null {
  if (dite.jours === undefined) return null
  const n = Number(envoi.jours ?? '')
  if (Number.isInteger(n) && n >= 1 && n <= dite.jours) return n
  throw new Incomplet({ champ: 'jours', message: `Écrivez le nombre de jours, de 1 à ${dite.jours}.` })
}

function personneDe(t: Traitement, dite: EtapeDite, envoi: Envoi): string | null {
  if (!dite.personne) return null
  const e = t.eleves.find((x) => x.id === envoi.personne)
  if (e === undefined) throw new Incomplet({ champ: 'personne', message: 'Choisissez l’élève.' })
  return e.id
}

/** Each point of the victim's protection, or why not. */
function protectionDe(dite: EtapeDite, envoi: Envoi): string[] {
  if (!dite.protection) return []
  const points = coches(envoi, 'protection', PROTECTION_AUDITION)
  if (points.length < Object.keys(PROTECTION_AUDITION).length && (envoi.texte ?? '') === '')
    throw new Incomplet({
      champ: 'texte',
      message: 'L’élève visé est protégé pendant l’audition : écrivez pourquoi un point ne l’est pas.',
    })
  return points
}

function dejaPassee(o: Dossier, p: Piste, envoi: Envoi): string {
  const jour = jourSaisi(envoi, 'jour', true)
  if (jour > jourDe(clock.now())) throw new Incomplet({ champ: 'jour', message: 'Une étape se note une fois faite.' })
  if (jour < jourDe(o.d.ouvert_le)) throw new Incomplet({ champ: 'jour', message: 'Ce jour vient avant l’ouverture du dossier.' })
  if (!enCours(p)) throw new Incomplet({ champ: '', message: 'Cette piste est finie.' })
  return jour
}

/** One step of a track, with its day, its reason and its answer. */
export const avancer: Acte = async (db, o, envoi, piste) => {
  const t = await traitementDe(db, o)
  const p = pisteDe(t, piste)
  const etape = parmi(envoi, 'etape', etapesDe(p), 'Choisissez l’étape.')
  const dite = etapesDe(p)[etape]!
  const jour = dejaPassee(o, p, envoi)
  const personne = personneDe(t, dite, envoi)
  verifierOrdre(t, p, etape, personne)
  const parole: Parole | null = dite.parole ? parmi(envoi, 'parole', PAROLES, 'Cochez ce que dit l’élève visé.') : null
  const protection = protectionDe(dite, envoi)
  const jours = joursDe(dite, envoi)
  const dit = texte(envoi, 'texte', 4000, dite.protection ? undefined : 'Écrivez ce qui a été fait ou répondu, et pourquoi.')
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'texte', message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'piste_etape.contenu', id, { texte: dit, protection })
  if (
    (await db.run(sql.poser, { acad: o.acad, id, fil: o.d.id, piste: p.id, etape, jour, jours, personne, parole, contenu })) === 0
  )
    return { fait: 'etape' }
  const point = await suivreRythme(db, o, p.id)
  await accomplir(db, o, 'avancer_piste', {
    fait: 'dossier.avancer_piste',
    detail: { piste: p.id, methode: p.methode, etape, ...(parole !== null && { parole }) },
    echeance: auPlusTot(o, [point], p.id),
  })
  return { fait: 'etape' }
}
