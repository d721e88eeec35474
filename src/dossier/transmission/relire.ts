import { estUuid, Introuvable, Refus, type AgentDb } from '#platform'
import { chiffrer, consulter } from '#acces'
import { notifierAgent } from '#signalement'
import { versionDe, type Acte } from '../agir.ts'
import { texte } from '../champs.ts'
import { consigner, type Dossier } from '../dossier.ts'
import { exigerMotif } from '../motif/sans.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { exiger } from '../protocole/peut.ts'
import { exigerAutre, exigerUn, lireAvis } from '../relecture/relecture.ts'
import { DEPARTS, lireDepart } from './depart.ts'
import { noterDepart, passe, relireAvant, transmissionsDe, type ContenuTransmission, type Transmission } from './transmettre.ts'
import * as sql from './transmission.sql.ts'

const QUOI = 'Cette transmission'
const url = (o: Dossier, id: string): string => `/dossiers/${o.d.numero}/transmissions/envois/${id}`

/** One transmission that has a sheet. @throws Introuvable when this dossier has no such one. */
export async function envoiDe(db: AgentDb, o: Dossier, id: string | undefined): Promise<Transmission> {
  const t = estUuid(id ?? '') ? (await transmissionsDe(db, o)).find((x) => x.id === id && x.scellee) : undefined
  if (t !== undefined) return t
  // Whoever had it on their screen is told where it went.
  const portee = o.faits.findLast(
    (f) => f.verbe === 'dossier.porter_transmission' && (f.detail as { transmission?: string }).transmission === id,
  )
  if (portee === undefined) throw new Introuvable()
  throw new Refus(
    `${QUOI} attend dans le dossier ${String((portee.detail as { numero?: string }).numero)}, auquel celui-ci a été réuni. Elle s’y lit et part de là.`,
  )
}

/** This person as long as they see the dossier, else whoever answers for it. */
export async function encoreLa(db: AgentDb, o: Dossier, agent: string): Promise<string> {
  const { voit } = await db.one(sql.voitEncore, { acad: o.acad, fil: o.d.id, agent })
  return voit ? agent : o.d.responsable
}

/** The second reader: another person, who reads the sheet as it leaves, or as it left. */
export const relireTransmission: Acte = async (db, o, envoi, id) => {
  const t = await envoiDe(db, o, id)
  exiger(o.moi, 'relire', o.situation)
  exigerAutre(o, t.par, 'Vous avez décidé cette transmission : une autre personne la relit.')
  if (t.lu_par !== null) throw new Refus(`${QUOI} est déjà relue.`)
  if (t.attente === 'retiree') throw new Refus(`${QUOI} est retirée : elle ne part pas, et n’est plus à relire.`)
  const { avis, raison } = lireAvis(envoi)
  exigerUn(
    await db.run(sql.relire, {
      acad: o.acad,
      fil: o.d.id,
      id: t.id,
      version: versionDe(envoi),
      avis,
      raison: raison === '' ? null : chiffrer(o.fil, 'transmission.avis', t.id, raison),
    }),
    QUOI,
  )
  const avant = t.attente !== null
  await consigner(db, o, 'dossier.relire_transmission', {
    transmission: t.id,
    destinataire: t.destinataire,
    avis,
    quand: avant ? 'avant' : 'apres',
  })
  // What is ready to leave, and what is to be mended, wait for whoever decided it; once gone, for whoever answers for the dossier.
  const pour = await encoreLa(db, o, t.par)
  if (avant || avis === 'refus') await prevoir(db, o, { nature: 'transmission_relue', objet: t.id, pour, le: relireAvant(o) })
  await notifierAgent(db, o.acad, o.d.id, pour, 'nouveau')
  return { fait: avis === 'refus' ? 'a_reprendre' : avant ? 'relue' : 'relue_apres', url: url(o, t.id) }
}

const SANS_ATTENDRE = { danger: DEPARTS.danger, seul: DEPARTS.seul }

/** What waited leaves, on its day: read, or with the reason why it cannot wait any longer, and then it is read afterwards. */
export const partir: Acte = async (db, o, envoi, id) => {
  const t = await envoiDe(db, o, id)
  exiger(o.moi, 'partir', o.situation)
  exigerMotif(o)
  if (t.attente === 'retiree') throw new Refus(`${QUOI} est retirée : décidez-la à nouveau si elle doit partir.`)
  if (t.attente === null) throw new Refus(`${QUOI} est déjà partie.`)
  if (t.attente === 'refusee') throw new Refus(`${QUOI} est à reprendre : décidez-la à nouveau.`)
  const relue = t.attente === 'relue'
  const depart = relue ? { sansRelecture: null, raison: '' } : lireDepart(envoi, SANS_ATTENDRE)
  const contenu: ContenuTransmission = {
    raison: t.raison,
    parentsRaison: t.parentsRaison,
    liens: t.liens,
    joints: depart.raison,
    reference: texte(envoi, 'reference', 200) || t.reference,
  }
  const avant = relue ? t.relire_avant! : relireAvant(o)
  exigerUn(
    await db.run(sql.partir, {
      acad: o.acad,
      fil: o.d.id,
      id: t.id,
      version: versionDe(envoi),
      sansRelecture: depart.sansRelecture,
      relireAvant: avant,
      jour: passe(envoi, 'jour'),
      contenu: chiffrer(o.fil, 'transmission.contenu', t.id, contenu),
    }),
    QUOI,
  )
  await consulter(db, o.acad, o.d.id, 'export')
  await honorer(db, o, 'transmission_relue', t.id)
  await noterDepart(db, o, { ...t, sans: depart.sansRelecture, avant }, 'partir')
  return { fait: 'transmis', url: url(o, t.id) }
}
