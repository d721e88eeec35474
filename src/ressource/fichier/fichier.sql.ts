// Generated from fichier.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Whatever the policies let this door see: the public one, the files of what is online for everybody. */
export type FichierRow = { id: string; empreinte: Buffer; type: string; taille: number; nom: string; examen: string }
export const fichier: Statement<{ acad: string; id: string }, FichierRow> = {
  name: 'ressource.fichier.fichier.fichier',
  text: `select id, empreinte, type, taille, nom, examen from prevention.fichier where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}

export type DeposerRow = {}
export const deposer: Statement<{ acad: string; id: string; empreinte: Uint8Array; type: string; taille: number; nom: string; balise: boolean; examen: string }, DeposerRow> = {
  name: 'ressource.fichier.fichier.deposer',
  text: `insert into prevention.fichier (acad, id, empreinte, type, taille, nom, balise, examen, examine_le, depose_par, depose_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8 in ('sain', 'infecte') then acces.maintenant() end,
    acces.moi(), acces.maintenant())`,
  params: ['acad', 'id', 'empreinte', 'type', 'taille', 'nom', 'balise', 'examen'],
}

export type CommencerRow = {}
export const commencer: Statement<{ acad: string; id: string; nom: string; taille: number }, CommencerRow> = {
  name: 'ressource.fichier.fichier.commencer',
  text: `insert into prevention.envoi (acad, id, par, nom, taille, le, expire_le)
  values ($1, $2, acces.moi(), $3, $4, acces.maintenant(), acces.maintenant() + interval '24 hours') on conflict do nothing`,
  params: ['acad', 'id', 'nom', 'taille'],
}

export type EnvoiRow = { id: string; nom: string; taille: number; fichier: string | null }
export const envoi: Statement<{ acad: string; id: string }, EnvoiRow> = {
  name: 'ressource.fichier.fichier.envoi',
  text: `select id, nom, taille, fichier from prevention.envoi where acad = $1 and id = $2 and expire_le > acces.maintenant()`,
  params: ['acad', 'id'],
}

export type FinirRow = {}
export const finir: Statement<{ fichier: string; acad: string; id: string }, FinirRow> = {
  name: 'ressource.fichier.fichier.finir',
  text: `update prevention.envoi set fichier = $1 where acad = $2 and id = $3 and fichier is null`,
  params: ['fichier', 'acad', 'id'],
}

export type AExaminerRow = { acad: string; id: string; empreinte: Buffer; taille: number }
export const aExaminer: Statement<{}, AExaminerRow> = {
  name: 'ressource.fichier.fichier.aExaminer',
  text: `select f.acad, f.id, f.empreinte, f.taille from prevention.fichier f where f.examen in ('sans', 'attente') order by f.depose_le limit 50`,
  params: [],
}

export type ExaminerRow = {}
export const examiner: Statement<{ examen: string; le: Date; acad: string; id: string }, ExaminerRow> = {
  name: 'ressource.fichier.fichier.examiner',
  text: `update prevention.fichier set examen = $1, examine_le = $2 where acad = $3 and id = $4 and examen in ('sans', 'attente')`,
  params: ['examen', 'le', 'acad', 'id'],
}

export type EnvoisPerimesRow = { acad: string; id: string }
export const envoisPerimes: Statement<{ maintenant: Date }, EnvoisPerimesRow> = {
  name: 'ressource.fichier.fichier.envoisPerimes',
  text: `delete from prevention.envoi where expire_le < $1 returning acad, id`,
  params: ['maintenant'],
}

export type LecturesAnciennesRow = {}
export const lecturesAnciennes: Statement<{ avant: string }, LecturesAnciennesRow> = {
  name: 'ressource.fichier.fichier.lecturesAnciennes',
  text: `delete from prevention.lecture where jour < $1::date`,
  params: ['avant'],
}

/** Sent and never joined to anything: the policy says the same by itself. */
export type OrphelinsRow = { acad: string; id: string }
export const orphelins: Statement<{ avant: Date }, OrphelinsRow> = {
  name: 'ressource.fichier.fichier.orphelins',
  text: `delete from prevention.fichier f where f.depose_le < $1
    and not exists (select from prevention.version_fichier v where v.acad = f.acad and v.fichier = f.id)
    and not exists (select from prevention.envoi e where e.acad = f.acad and e.fichier = f.id)
  returning f.acad, f.id`,
  params: ['avant'],
}

/** All the bytes that a row still names. */
export type EmpreintesRow = { empreinte: Buffer }
export const empreintes: Statement<{}, EmpreintesRow> = {
  name: 'ressource.fichier.fichier.empreintes',
  text: `select distinct empreinte from prevention.fichier`,
  params: [],
}
