import { estUuid, Refus, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import type { Profession } from '#annuaire'
import { FAMILLE } from '../accord/accord.mots.ts'
import type { Acte, Envoi } from '../agir.ts'
import { brouillonDe, formeScellee, type Garde } from '../brouillon/brouillon.ts'
import { parmi, texte } from '../champs.ts'
import { consigner, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { exiger } from '../protocole/peut.ts'
import { maProfession, sceau } from './sceau.ts'
import * as sql from './scellee.sql.ts'

interface ContenuPartage {
  texte: string
  raison: string
  familleRaison: string
}
export type NoteScellee = Omit<sql.NotesRow, 'contenu'> & { texte: string }
export type Partage = Omit<sql.PartagesRow, 'contenu'> & ContenuPartage

/** What the reader may see of the sealed notes of a dossier: nothing, most often, and then not even that there are some. */
export interface Scellees {
  profession: Profession | null
  notes: NoteScellee[]
  partages: Partage[]
  lecteurs: dossierSql.LecteursRow[]
  /** A note begun and not sealed yet. */
  garde: Garde | null
}

export async function scelleesDe(db: AgentDb, o: Dossier): Promise<Scellees> {
  const ou = { acad: o.acad, fil: o.d.id }
  const [profession, notes, partages, lecteurs] = await Promise.all([
    maProfession(db),
    db.all(sql.notes, ou),
    db.all(sql.partages, ou),
    db.all(dossierSql.lecteurs, { fil: o.d.id }),
  ])
  return {
    profession,
    garde: profession === null ? null : await brouillonDe(db, o, formeScellee(profession)),
    notes: notes.map(({ contenu, ...n }) => ({
      ...n,
      texte: dechiffrer<string>(sceau(o, n.profession), 'note_scellee.contenu', n.id, contenu),
    })),
    partages: partages.map(({ contenu, ...p }) => ({
      ...p,
      ...dechiffrer<ContenuPartage>(o.fil, 'note_partage.contenu', p.id, contenu),
    })),
    lecteurs,
  }
}

async function exigerProfession(db: AgentDb, o: Dossier): Promise<Profession> {
  exiger(o.moi, 'sceller', o.situation)
  const profession = await maProfession(db)
  if (profession === null)
    throw new Refus('Les notes scellées sont réservées aux infirmiers, médecins, assistants de service social et psychologues.')
  return profession
}

function idDe(envoi: Envoi, champ: string): string {
  if (!estUuid(envoi.id ?? '')) throw new Incomplet({ champ, message: 'Rechargez la page, puis renvoyez.' })
  return envoi.id!
}

/** Written under the secret of one's profession. The dossier does not move: nothing shows to others that something was written. */
export const sceller: Acte = async (db, o, envoi) => {
  const profession = await exigerProfession(db, o)
  const dit = texte(envoi, 'scellee', 8000, 'Écrivez la note.')
  const id = idDe(envoi, 'scellee')
  const contenu = chiffrer(sceau(o, profession), 'note_scellee.contenu', id, dit)
  const n = await db.run(sql.sceller, { acad: o.acad, id, fil: o.d.id, profession, qualite: o.qualite, contenu })
  if (n === 1) await consigner(db, o, 'dossier.sceller', { note: id, profession })
  return { fait: 'scellee' }
}

/** One part of one note, for one person who sees the dossier, with why, and whether the family knows. */
export const partager: Acte = async (db, o, envoi) => {
  const profession = await exigerProfession(db, o)
  const { notes, lecteurs } = await scelleesDe(db, o)
  const note = notes.find((n) => n.id === envoi.de_note)
  if (note === undefined) throw new Incomplet({ champ: 'de_note', message: 'Choisissez une note que vous pouvez lire.' })
  const avec = lecteurs.find((l) => l.agent === envoi.avec && l.agent !== o.moi.agent)
  if (avec === undefined) throw new Incomplet({ champ: 'avec', message: 'Choisissez une personne qui voit ce dossier.' })
  const famille = parmi(envoi, 'famille', FAMILLE, 'Dites si la famille est informée de ce partage.')
  const contenu: ContenuPartage = {
    texte: texte(envoi, 'partage', 4000, 'Écrivez ce que vous partagez : le strict nécessaire, pas la note entière.'),
    raison: texte(envoi, 'partage_raison', 1000, 'Écrivez pourquoi cette personne en a besoin.'),
    familleRaison: texte(
      envoi,
      'famille_raison',
      1000,
      famille === 'contraire' ? 'Écrivez pourquoi la famille n’est pas informée.' : undefined,
    ),
  }
  const id = idDe(envoi, 'partage')
  const chiffre = chiffrer(o.fil, 'note_partage.contenu', id, contenu)
  const n = await db.run(sql.partager, {
    acad: o.acad,
    id,
    fil: o.d.id,
    note: note.id,
    profession,
    avec: avec.agent,
    famille,
    contenu: chiffre,
  })
  if (n === 1)
    await consigner(db, o, 'dossier.partager_scellee', { partage: id, note: note.id, avec: avec.agent, profession, famille })
  return { fait: 'partagee' }
}
