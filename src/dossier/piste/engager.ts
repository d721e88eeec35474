import { clock, Conflit, estUuid } from '#platform'
import { chiffrer } from '#acces'
import { jourDe } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { coches, jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { prevoir } from '../prevu/prevu.ts'
import { arreter } from './arret.ts'
import { CONTRE, contreDe, retenus, type Contre } from './contre.ts'
import { DUREES, METHODES, methodesPour, type Methode } from './methodes.ts'
import * as sql from './engager.sql.ts'
import { lu, traitementDe, type Traitement } from './piste.ts'
import { auPlusTot } from './rythme.ts'

function methodeDe(o: Dossier, envoi: Envoi): Methode {
  const methode = parmi(envoi, 'methode', METHODES, 'Choisissez une méthode.')
  if (methodesPour(o.d.type).includes(methode)) return methode
  throw new Incomplet({
    champ: 'methode',
    message:
      o.d.type === 'ecole'
        ? 'À l’école, il n’y a pas de procédure disciplinaire : réunissez l’équipe éducative.'
        : 'L’équipe éducative, la DASEN ou le DASEN et le maire sont la voie de l’école. Au collège et au lycée, c’est la procédure disciplinaire.',
  })
}

/** What speaks against the method stops it, unless a reason is given; an adult is never a matter between pupils. */
function malgreDe(o: Dossier, t: Traitement, methode: Methode, envoi: Envoi): { contre: Contre[]; malgre: string } {
  if (!METHODES[methode].entreEleves) return { contre: [], malgre: '' }
  const { contre, ecarte } = retenus(lu(o, t), coches(envoi, 'contre', CONTRE))
  if (contre.includes('auteur_adulte'))
    throw new Incomplet({
      champ: 'contre',
      message: `Quand un adulte est mis en cause, « ${METHODES[methode].libelle.toLowerCase()} » ne s’applique pas : choisissez « ${METHODES.adulte.libelle.toLowerCase()} ».`,
    })
  const dites = contre.map((c) => CONTRE[c].libelle.toLowerCase()).join(', ')
  const vide = ecarte
    ? 'Un signalement met un adulte en cause, et la case est décochée : écrivez pourquoi.'
    : `Cette méthode n’est pas faite pour cette situation (${dites}). Choisissez-en une autre, ou écrivez pourquoi la suivre quand même.`
  return { contre, malgre: texte(envoi, 'malgre', 2000, contre.length > 0 || ecarte ? vide : undefined) }
}

/** The family is told before a shared concern, or agrees to it: the académie says which (S24, S26, S65). */
function familleDe(o: Dossier, methode: Methode, envoi: Envoi): string {
  const dit = jourSaisi(envoi, 'famille', false)
  if (dit !== null && dit > jourDe(clock.now()))
    throw new Incomplet({ champ: 'famille', message: 'Cette date n’est pas encore passée.' })
  if (methode !== 'mpp' || dit !== null) return dit ?? ''
  if (o.reglages.variante('accord_famille') === 'accord')
    throw new Incomplet({
      champ: 'famille',
      message: 'Dans cette académie, la famille de l’élève visé donne d’abord son accord : écrivez quel jour.',
    })
  if (!o.situation.acquis.has('famille_informee'))
    throw new Incomplet({
      champ: 'famille',
      message: 'Informez d’abord la famille de l’élève visé : écrivez quel jour elle l’a été.',
    })
  return ''
}

/** Where a judicial track comes from, when it is known: one of the transmissions of this dossier. */
function transmissionDe(t: Traitement, methode: Methode, envoi: Envoi): string | null {
  const id = envoi.transmission ?? ''
  if (methode !== 'judiciaire' || id === '') return null
  if (!t.transmises.some((x) => x.id === id))
    throw new Incomplet({ champ: 'transmission', message: 'Choisissez une transmission de ce dossier.' })
  return id
}

/** Restorative: only once the facts are recognised, and if the pupil who was targeted wants it. */
function reparationDe(methode: Methode, envoi: Envoi): void {
  if (methode !== 'restauratif') return
  if (envoi.reconnus !== 'oui')
    throw new Incomplet({ champ: 'reconnus', message: 'La réparation vient après des faits reconnus par leur auteur.' })
  if (envoi.accord_cible !== 'oui')
    throw new Incomplet({
      champ: 'accord_cible',
      message: 'L’élève visé et sa famille doivent le vouloir : rien ne leur est imposé.',
    })
}

/** What beginning a track says against those that run between pupils. */
const OUVRE: Partial<Record<Methode, readonly Contre[]>> = { judiciaire: ['procedure'], adulte: ['auteur_adulte'] }

/** Begins a track: its check, its reason, and the day when keeping, switching or ending it is decided. */
export const engager: Acte = async (db, o, envoi) => {
  const t = await traitementDe(db, o)
  const methode = methodeDe(o, envoi)
  const { contre, malgre } = malgreDe(o, t, methode, envoi)
  reparationDe(methode, envoi)
  const famille = familleDe(o, methode, envoi)
  const transmission = transmissionDe(t, methode, envoi)
  const dureeAvant = parmi(
    envoi,
    'duree',
    DUREES,
    'Dites depuis combien de temps cela durait : sans cela, on ne saura pas ce qui marche.',
  )
  const raison = texte(envoi, 'raison', 2000, 'Écrivez pourquoi cette méthode, pour cette situation.')
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'raison', message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'piste.contenu', id, { raison, malgre, famille })
  const champs = { acad: o.acad, id, fil: o.d.id, methode, type: o.d.type, dureeAvant, contre, contenu, transmission }
  if ((await db.run(sql.engager, champs)) === 0) {
    if ((await db.maybe(sql.connue, { acad: o.acad, id })) !== null) return { fait: 'engagee' }
    throw new Conflit(`${METHODES[methode].libelle} : cette piste est déjà en cours dans ce dossier.`)
  }
  // Said by a report, and set aside with a reason: answered, too.
  const ecartes = contreDe(lu(o, t)).filter((c) => !contre.includes(c))
  const point = echeanceDe('point_piste', o.reglages, o.classe)
  await accomplir(db, o, 'engager_piste', {
    fait: 'dossier.engager_piste',
    detail: {
      piste: id,
      methode,
      contre,
      ...(METHODES[methode].entreEleves && ecartes.length > 0 && { ecartes }),
      ...(transmission !== null && { transmission }),
    },
    echeance: auPlusTot(o, [point], id),
  })
  await prevoir(db, o, { nature: 'decision_piste', le: echeanceDe('decision_piste', o.reglages, o.classe), objet: id })
  await prevoir(db, o, { nature: 'point_piste', le: point, objet: id })
  await arreter(db, o, OUVRE[methode] ?? [])
  return { fait: methode === 'mpp' ? 'engagee_mpp' : 'engagee' }
}
