import { clock, estUuid, uuidv7, type AgentDb } from '#platform'
import { chiffrer, dechiffrer, lireFil } from '#acces'
import { lireUai } from '#annuaire'
import { jourDe, parMandat, porteeDe } from '#signalement'
import { accordDuFait, lireAccord } from '../accord/accord.ts'
import { versionDe, type Acte, type Envoi, type Suite } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir, consigner, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import { nomsRestants } from '../masque/masquer.ts'
import { nomsDe, pourFamille } from '../masque/personnes.ts'
import * as ouvertureSql from '../ouverture/ouverture.sql.ts'
import { ouvrirDossier } from '../ouverture/ouvrir.ts'
import { identitesDe } from '../personne/personne.ts'
import { prevoir } from '../prevu/prevu.ts'
import { exiger } from '../protocole/peut.ts'
import { ouverts, rattachesDe } from '../suivi/rattaches.ts'
import type { RolePersonne } from '../vocabulaire.ts'
import * as sql from './transfert.sql.ts'

export const OU = {
  academie: { libelle: 'Une école, un collège ou un lycée de l’académie' },
  ailleurs: { libelle: 'Ailleurs : une autre académie, ou un établissement hors de l’annuaire' },
} as const

/** Only those follow: the pupil, their guardians, their supporters. Nobody else’s name goes with them. */
const SUIVENT: readonly string[] = ['cible', 'responsable_legal', 'soutien'] satisfies RolePersonne[]

export interface Suivant {
  id: string
  nom: string
  precision: string
  role: RolePersonne
}

/** Who may follow the pupil: people of this dossier who hold one of these roles today. */
export async function quiPeutSuivre(db: AgentDb, o: Dossier): Promise<Suivant[]> {
  return (await identitesDe(db, o)).flatMap((p) => {
    const role = o.roles.find((r) => r.personne === p.id && r.au === null && SUIVENT.includes(r.role))
    return role === undefined ? [] : [{ id: p.id, nom: p.nom, precision: p.precision, role: role.role as RolePersonne }]
  })
}

async function choisies(db: AgentDb, o: Dossier, envoi: Envoi): Promise<Suivant[]> {
  const gardees = (await quiPeutSuivre(db, o)).filter((p) => envoi[`suit_${p.id}`] !== undefined)
  if (!gardees.some((p) => p.role === 'cible'))
    throw new Incomplet({ champ: 'personnes', message: 'Choisissez l’élève qui change d’école.' })
  return gardees
}

/** Nobody else’s name goes along, in whatever is written to the new school. @throws Incomplet naming them to whoever wrote them. */
async function sansAutresNoms(
  db: AgentDb,
  o: Dossier,
  suivants: readonly Suivant[],
  ecrits: Record<string, string>,
): Promise<void> {
  const personnes = pourFamille(await nomsDe(db, o), new Set(suivants.map((p) => p.id)))
  for (const [champ, dit] of Object.entries(ecrits)) {
    const noms = nomsRestants(dit, personnes)
    if (noms.length > 0)
      throw new Incomplet({
        champ,
        message: `Cela part dans une autre école, et nomme des personnes qui ne suivent pas l’élève : ${noms.join(', ')}. Écrivez « un élève », « un adulte ».`,
      })
  }
}

/** The school that receives, within sight of whoever transfers: they stay able to follow both. */
async function arrivee(db: AgentDb, o: Dossier, envoi: Envoi) {
  const refus = (message: string): Incomplet => new Incomplet({ champ: 'etab', message })
  const lu = lireUai(envoi.etab ?? '')
  if (!('uai' in lu)) throw refus('Écrivez le numéro (UAI) de la nouvelle école, comme 0319001B.')
  if (lu.uai === o.d.etab) throw refus('C’est l’école actuelle.')
  const [ecole, accueil] = await Promise.all([
    db.maybe(ouvertureSql.ecole, { acad: o.acad, etab: lu.uai }),
    db.maybe(ouvertureSql.accueil, { acad: o.acad, etab: lu.uai }),
  ])
  if (ecole === null || accueil === null) throw refus('Cette école n’est pas dans l’annuaire, ou elle est fermée.')
  // A head of two schools, an inspector between two écoles, will see the dossier there.
  if (!parMandat(o.moi, { ...ecole, niveau: accueil.niveau }))
    throw refus('La nouvelle école n’est pas dans votre périmètre : passez d’abord ce dossier à la personne qui voit les deux.')
  return { etab: ecole.etab, dept: ecole.dept, circo: ecole.circo, niveau: accueil.niveau }
}

interface Labas {
  id: string
  numero: string
  responsable: string
}

async function ouvrirLaBas(db: AgentDb, o: Dossier, envoi: Envoi, id: string, suivants: readonly Suivant[]): Promise<Labas> {
  const lieu = await arrivee(db, o, envoi)
  const tuteur = await db.maybe(sql.tuteurs, { acad: o.acad, etab: lieu.etab })
  const responsable = lieu.niveau === 'etablissement' && tuteur !== null ? tuteur.agent : o.moi.agent
  const vide = 'Écrivez ce que la nouvelle école doit savoir pour protéger cet élève, sans nommer d’autres élèves.'
  const resume = texte(envoi, 'resume', 4000, vide)
  await sansAutresNoms(db, o, suivants, { resume, famille_transfert_mots: texte(envoi, 'famille_transfert_mots', 2000) })
  const numero = await ouvrirDossier(db, o.t, o.moi, {
    id,
    lieu,
    urgences: [],
    resume,
    depuis: jourDe(clock.now()),
    personnes: suivants.map(({ nom, precision, role }) => ({ nom, precision, role })),
    responsable,
    signalement: null,
  })
  return { id, numero, responsable }
}

/** After a week in the new school, somebody asks how it goes: the watch does not end at the door (S38, S98; the week is a proposition). */
async function demanderNouvelles(db: AgentDb, o: Dossier, la: Labas): Promise<void> {
  const [id, fil] = [uuidv7(), await lireFil(db, o.t, o.acad, la.id)]
  const quoi = 'Demander à l’élève comment se passe sa première semaine ici, et le dire à sa famille'
  const labas = { ...o, d: { ...o.d, ...la } }
  const contenu = chiffrer(fil, 'prevu.contenu', id, { quoi })
  await prevoir(db, labas, { nature: 'tache', id, contenu, le: echeanceDe('suivi_1', o.reglages, o.classe) })
  await consigner(db, labas, 'dossier.tacher', { tache: id, pour: la.responsable })
}

/** What the family said of it is read where the pupil arrives; elsewhere, it stays here. */
async function noterLaBas(db: AgentDb, o: Dossier, la: { id: string } | null, mots: string): Promise<string | null> {
  if (mots === '') return null
  if (la === null) return noterPourquoi(db, o, mots)
  return noterPourquoi(db, { ...o, d: { ...o.d, id: la.id }, fil: await lireFil(db, o.t, o.acad, la.id) }, mots)
}

/**
 * A pupil changes school. Their name, their guardians and what the new school must know follow, in a dossier of their own there;
 * the other pupils, the talks, the notes and the files stay here (S98: nothing lost on the way; L311-6: nobody else’s life goes along).
 */
export const transferer: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'transferer', o.situation)
  const ou = parmi(envoi, 'ou', OU, 'Dites où va l’élève.')
  const continueIci = envoi.continue === 'oui'
  const suivants = await choisies(db, o, envoi)
  const accord = lireAccord(envoi, 'transfert')
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'ou', message: 'Rechargez la page, puis renvoyez.' })
  const la = ou === 'academie' ? await ouvrirLaBas(db, o, envoi, id, suivants) : null
  const ailleurs =
    la === null
      ? chiffrer(o.fil, 'transfert.ailleurs', id, {
          texte: texte(envoi, 'ailleurs', 500, 'Écrivez où, et qui a été prévenu là-bas.'),
        })
      : null
  const suite = await suiteDe(db, o, continueIci)
  if (
    (await db.run(sql.inscrire, { acad: o.acad, id, fil: o.d.id, vers: la?.id ?? null, ailleurs, continue: continueIci })) === 0
  )
    return suite
  const dit = { note: await noterLaBas(db, o, la, accord.mots), ...accordDuFait(accord) }
  const detail = { dossier: la?.id ?? null, numero: la?.numero ?? null, continue: continueIci, ...dit }
  // Other pupils of this school may still need it: then the dossier lives on, and says who left.
  if (continueIci) await consigner(db, o, 'dossier.transferer', detail)
  else await accomplir(db, o, 'transferer', { version: versionDe(envoi), fait: 'dossier.transferer', detail })
  if (la !== null) {
    await consigner(db, { ...o, d: la }, 'dossier.recevoir', { dossier: o.d.id, numero: o.d.numero, ...dit })
    await demanderNouvelles(db, o, la)
  }
  return suite
}

/** Whoever told still waits for a word here, or something to leave: the page leads to it. */
async function suiteDe(db: AgentDb, o: Dossier, continueIci: boolean): Promise<Suite> {
  if (continueIci) return { fait: 'transfere_continue' }
  const attendent = ouverts(await rattachesDe(db, o)).length > 0
  const fait = o.vu.enAttente.length > 0 ? 'transfere_attend' : 'transfere'
  return attendent ? { fait, url: `/dossiers/${o.d.numero}/suivi` } : { fait }
}

export interface Transferts {
  partis: (Omit<sql.TransfertsRow, 'ailleurs'> & { ailleurs: string })[]
  origine: string | null
  suivants: Suivant[]
}

export async function transfertsDe(db: AgentDb, o: Dossier): Promise<Transferts> {
  const [partis, origine, suivants] = await Promise.all([
    db.all(sql.transferts, { acad: o.acad, fil: o.d.id }),
    db.maybe(sql.origine, { acad: o.acad, dossier: o.d.id }),
    quiPeutSuivre(db, o),
  ])
  return {
    partis: partis.map(({ ailleurs, ...t }) => ({
      ...t,
      ailleurs: ailleurs === null ? '' : dechiffrer<{ texte: string }>(o.fil, 'transfert.ailleurs', t.id, ailleurs).texte,
    })),
    origine: origine?.numero ?? null,
    suivants,
  }
}

/** Sees beyond this school: may open the dossier of the new one. */
export const voitLesDeux = (o: Dossier): boolean => {
  const p = porteeDe(o.moi)
  return p.acads.length > 0 || p.depts.includes(o.d.dept) || p.circos.length > 0 || p.etabs.length > 1
}
