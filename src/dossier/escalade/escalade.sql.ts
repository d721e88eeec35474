// Generated from escalade.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type OffrirRow = {}
export const offrir: Statement<{ acad: string; id: string; fil: string; nature: string; a: string; niveau: string; famille: string; contenu: Uint8Array }, OffrirRow> = {
  name: 'dossier.escalade.escalade.offrir',
  text: `insert into confidentiel.offre (acad, id, fil, nature, de, a, niveau, famille, contenu, faite_le)
  values ($1, $2, $3, $4, acces.moi(), $5, $6, $7, $8, acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'nature', 'a', 'niveau', 'famille', 'contenu'],
}

export type OffresRow = { id: string; nature: string; de: string; a: string; niveau: string; famille: string; contenu: Buffer; faite_le: Date; reponse: string | null; raison: Buffer | null; repondue_le: Date | null; de_prenom: string; de_nom: string; a_prenom: string; a_nom: string; r_prenom: string; r_nom: string }
export const offres: Statement<{ acad: string; fil: string }, OffresRow> = {
  name: 'dossier.escalade.escalade.offres',
  text: `select o.id, o.nature, o.de, o.a, o.niveau, o.famille, o.contenu, o.faite_le, o.reponse, o.raison, o.repondue_le,
    d.prenom as de_prenom, d.nom as de_nom, a.prenom as a_prenom, a.nom as a_nom, r.prenom as r_prenom, r.nom as r_nom
  from confidentiel.offre o
  join annuaire.agent d on d.acad = o.acad and d.id = o.de
  join annuaire.agent a on a.acad = o.acad and a.id = o.a
  left join annuaire.agent r on r.acad = o.acad and r.id = o.repondue_par
  where o.acad = $1 and o.fil = $2 order by o.faite_le, o.id`,
  params: ['acad', 'fil'],
}

export type RepondreRow = {}
export const repondre: Statement<{ reponse: string; raison: Uint8Array | null; acad: string; fil: string; id: string }, RepondreRow> = {
  name: 'dossier.escalade.escalade.repondre',
  text: `update confidentiel.offre set reponse = $1, raison = $2, repondue_par = acces.moi(), repondue_le = acces.maintenant()
  where acad = $3 and fil = $4 and id = $5 and reponse is null`,
  params: ['reponse', 'raison', 'acad', 'fil', 'id'],
}

export type AccompagnerRow = {}
export const accompagner: Statement<{ acad: string; id: string; fil: string }, AccompagnerRow> = {
  name: 'dossier.escalade.escalade.accompagner',
  text: `insert into confidentiel.accompagnant (acad, id, fil, agent, du)
  values ($1, $2, $3, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil'],
}

export type QuitterRow = {}
export const quitter: Statement<{ acad: string; fil: string; agent: string }, QuitterRow> = {
  name: 'dossier.escalade.escalade.quitter',
  text: `update confidentiel.accompagnant set au = acces.maintenant() where acad = $1 and fil = $2 and agent = $3 and au is null`,
  params: ['acad', 'fil', 'agent'],
}

export type AccompagnantsRow = { agent: string; du: Date; prenom: string; nom: string }
export const accompagnants: Statement<{ acad: string; fil: string }, AccompagnantsRow> = {
  name: 'dossier.escalade.escalade.accompagnants',
  text: `select c.agent, c.du, a.prenom, a.nom from confidentiel.accompagnant c join annuaire.agent a on a.acad = c.acad and a.id = c.agent
  where c.acad = $1 and c.fil = $2 and c.au is null order by c.du`,
  params: ['acad', 'fil'],
}

export type ChangerNiveauRow = { fait: boolean }
export const changerNiveau: Statement<{ acad: string; fil: string; niveau: string; version: number }, ChangerNiveauRow> = {
  name: 'dossier.escalade.escalade.changerNiveau',
  text: `select confidentiel.changer_niveau($1, $2, $3, $4) as fait`,
  params: ['acad', 'fil', 'niveau', 'version'],
}

/** Each thread that had to move, from where to where; `libre`: it has lost whoever had taken it. */
export type SuivreNiveauRow = { fil: string; sorte: string; de: string; vers: string; libre: boolean; etab: string | null; circo: string | null; dept: string | null }
export const suivreNiveau: Statement<{ acad: string; dossier: string }, SuivreNiveauRow> = {
  name: 'dossier.escalade.escalade.suivreNiveau',
  text: `select n.fil, n.sorte, n.de, n.vers, n.libre, s.etab, s.circo, s.dept
  from confidentiel.suivre_niveau($1, $2) n
  left join confidentiel.signalement s on s.acad = $1 and s.id = n.fil`,
  params: ['acad', 'dossier'],
}

export type NoterPourquoiRow = {}
export const noterPourquoi: Statement<{ acad: string; id: string; fil: string; qualite: string; contenu: Uint8Array }, NoterPourquoiRow> = {
  name: 'dossier.escalade.escalade.noterPourquoi',
  text: `insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values ($1, $2, $3, acces.moi(), $4, $5, acces.maintenant())`,
  params: ['acad', 'id', 'fil', 'qualite', 'contenu'],
}

/** Away today, and until when: whoever is asked something may not read it. */
export type AbsentsRow = { agent: string; au: string }
export const absents: Statement<{ acad: string }, AbsentsRow> = {
  name: 'dossier.escalade.escalade.absents',
  text: `select agent, au from annuaire.absence where acad = $1 and annulee_le is null and acces.aujourdhui() between du and au`,
  params: ['acad'],
}

/** The dossier ends: what was asked of somebody needs no answer any more. */
export type RappelerToutRow = { id: string; nature: string; a: string }
export const rappelerTout: Statement<{ acad: string; fil: string }, RappelerToutRow> = {
  name: 'dossier.escalade.escalade.rappelerTout',
  text: `update confidentiel.offre set reponse = 'rappelee', repondue_par = acces.moi(), repondue_le = acces.maintenant()
  where acad = $1 and fil = $2 and reponse is null returning id, nature, a`,
  params: ['acad', 'fil'],
}
