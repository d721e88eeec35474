import { Introuvable, Refus, type AgentDb } from '#platform'
import { inscrire } from '#acces'
import { lireUai } from '#annuaire'
import { prevenirEquipe } from '../courrier.ts'
import { premiereEcheance } from '../echeances.ts'
import { MOTIFS_MONTER, versionDe, type Suite, type Verbe } from './envoi.ts'
import { adulteEnCause, devance, Incomplet, ouvrirPourAgir, pasClos, reserveAuxMandats, type Ouvert } from './ouvert.ts'
import * as sql from './traitement.sql.ts'

/** Where to go afterwards: the report itself if one still sees it, the list otherwise. */
async function apres(db: AgentDb, o: Ouvert, fait: string): Promise<Suite> {
  const encore = await ouvrirPourAgir(db, o.t, o.moi, o.s.id).catch((e: unknown) => {
    if (e instanceof Introuvable) return null
    throw e
  })
  return encore === null ? { fait, url: '/boite' } : { fait }
}

/** The report belongs to another school: it goes there, to whoever receives there, with a new clock. */
export const reorienter: Verbe = async (db, o, envoi) => {
  pasClos(o)
  reserveAuxMandats(o)
  const lu = lireUai(envoi.etab ?? '')
  const ecole = 'uai' in lu ? await db.maybe(sql.ecole, { acad: o.acad, etab: lu.uai }) : null
  if (ecole === null) throw new Incomplet({ champ: 'etab', message: 'Choisissez un établissement ouvert de l’académie.' })
  if (ecole.etab === o.s.etab) throw new Refus('Ce signalement est déjà dans cet établissement.')
  if ((await db.maybe(sql.rattache, { acad: o.acad, fil: o.s.id })) !== null)
    throw new Refus('Ce signalement est rattaché à un dossier : détachez-le d’abord.')
  const echeance = premiereEcheance(o.s.urgences)
  // Written before the row leaves: afterwards it may be out of one's own sight.
  await inscrire(db, o.acad, {
    fil: o.s.id,
    verbe: 'signalement.reorienter',
    par: o.moi.agent,
    qualite: o.qualite,
    detail: { de: o.s.etab, vers: ecole.etab },
  })
  const lieu = await db.one(sql.accueil, { acad: o.acad, etab: ecole.etab, saufEtablissement: adulteEnCause(o.s) })
  const { fait } = await db.one(sql.reorienter, {
    acad: o.acad,
    id: o.s.id,
    etab: ecole.etab,
    echeance,
    version: versionDe(envoi),
  })
  if (!fait) throw devance()
  await prevenirEquipe(
    db,
    { acad: o.acad, fil: o.s.id, niveau: lieu.niveau, etab: ecole.etab, circo: lieu.circo, dept: lieu.dept },
    o.s.urgences.length > 0 ? 'urgent' : 'nouveau',
  )
  return apres(db, o, 'reoriente')
}

/** The level above takes over: the lowest one where somebody holds a post; for an adult who is named, past the circonscription. */
export const monter: Verbe = async (db, o, envoi) => {
  pasClos(o)
  reserveAuxMandats(o)
  const motif = envoi.raison ?? ''
  if (!Object.hasOwn(MOTIFS_MONTER, motif))
    throw new Incomplet({ champ: 'raison', message: 'Choisissez pourquoi le niveau supérieur doit prendre le relais.' })
  if (o.s.niveau === 'academie') throw new Refus('Ce signalement est déjà tenu par le pôle académique.')
  await inscrire(db, o.acad, {
    fil: o.s.id,
    verbe: 'signalement.monter',
    par: o.moi.agent,
    qualite: o.qualite,
    detail: { de: o.s.niveau, motif },
  })
  const adulte = motif === 'adulte'
  const urgent = adulte || o.s.urgences.length > 0
  const echeance = premiereEcheance(adulte ? ['adulte_mis_en_cause'] : o.s.urgences)
  const { niveau } = await db.one(sql.monter, { acad: o.acad, id: o.s.id, echeance, version: versionDe(envoi), adulte })
  if (niveau === null) throw devance()
  const { etab, circo, dept } = o.s
  await prevenirEquipe(db, { acad: o.acad, fil: o.s.id, niveau, etab, circo, dept }, urgent ? 'urgent' : 'nouveau')
  return apres(db, o, 'monte')
}
