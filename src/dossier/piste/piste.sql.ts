// Generated from piste.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type PistesRow = { id: string; methode: string; type: string; duree_avant: string; contre: string[]; contenu: Buffer; engagee_le: Date; parole: string | null; issue: string | null; finie_le: Date | null; version: number; transmission: string | null; prenom: string; nom: string }
export const pistes: Statement<{ acad: string; fil: string }, PistesRow> = {
  name: 'dossier.piste.piste.pistes',
  text: `select p.id, p.methode, p.type, p.duree_avant, p.contre, p.contenu, p.engagee_le, p.parole, p.issue, p.finie_le, p.version, p.transmission,
    a.prenom, a.nom
  from confidentiel.piste p join annuaire.agent a on a.acad = p.acad and a.id = p.engagee_par
  where p.acad = $1 and p.fil = $2 order by p.engagee_le, p.id`,
  params: ['acad', 'fil'],
}

export type DecisionsRow = { id: string; piste: string; decision: string; parole: string; sanction: string | null; quantite: number | null; sursis: boolean; personne: string | null; contenu: Buffer; le: Date; prenom: string; nom: string }
export const decisions: Statement<{ acad: string; fil: string }, DecisionsRow> = {
  name: 'dossier.piste.piste.decisions',
  text: `select x.id, x.piste, x.decision, x.parole, x.sanction, x.quantite, x.sursis, x.personne, x.contenu, x.le, a.prenom, a.nom
  from confidentiel.piste_decision x join annuaire.agent a on a.acad = x.acad and a.id = x.par
  where x.acad = $1 and x.fil = $2 order by x.le, x.id`,
  params: ['acad', 'fil'],
}

export type EtapesRow = { id: string; piste: string; etape: string; jour: string; jours: number | null; personne: string | null; parole: string | null; contenu: Buffer; prenom: string; nom: string }
export const etapes: Statement<{ acad: string; fil: string }, EtapesRow> = {
  name: 'dossier.piste.piste.etapes',
  text: `select x.id, x.piste, x.etape, x.jour, x.jours, x.personne, x.parole, x.contenu, a.prenom, a.nom
  from confidentiel.piste_etape x join annuaire.agent a on a.acad = x.acad and a.id = x.par
  where x.acad = $1 and x.fil = $2 order by x.jour, x.le, x.id`,
  params: ['acad', 'fil'],
}

export type IntervenantsRow = { id: string; cote: string; agent: string | null; identite: Buffer; jeton: Buffer; retire_le: Date | null }
export const intervenants: Statement<{ acad: string; fil: string }, IntervenantsRow> = {
  name: 'dossier.piste.piste.intervenants',
  text: `select id, cote, agent, identite, jeton, retire_le from confidentiel.intervenant where acad = $1 and fil = $2 order by le, id`,
  params: ['acad', 'fil'],
}

/** Those of the shared concern that runs: an earlier one had its own, which its talks keep. */
export type CotesRow = { personne: string; cote: string }
export const cotes: Statement<{ acad: string; fil: string }, CotesRow> = {
  name: 'dossier.piste.piste.cotes',
  text: `select c.personne, c.cote from confidentiel.eleve_cote c
  join confidentiel.piste p on p.acad = c.acad and p.fil = c.fil and p.id = c.piste and p.issue is null
  where c.acad = $1 and c.fil = $2`,
  params: ['acad', 'fil'],
}

export type RencontresRow = { id: string; piste: string; personne: string; intervenant: string; cote: string; jour: string; debut: string | null; duree: number | null; lieu: Buffer | null; constat: string | null; suite: string | null; contenu: Buffer | null; tenue_le: string | null; note_par: string | null; prenom: string; nom: string }
export const rencontres: Statement<{ acad: string; fil: string }, RencontresRow> = {
  name: 'dossier.piste.piste.rencontres',
  text: `select r.id, r.piste, r.personne, r.intervenant, r.cote, r.jour, to_char(r.debut, 'HH24:MI') as debut, r.duree, r.lieu, r.constat,
    r.suite, r.contenu, r.tenue_le, r.note_par, a.prenom, a.nom
  from confidentiel.rencontre r left join annuaire.agent a on a.acad = r.acad and a.id = r.note_par
  where r.acad = $1 and r.fil = $2 order by coalesce(r.tenue_le, r.jour), r.debut, r.id`,
  params: ['acad', 'fil'],
}

export type SecteurRow = { secteur: string }
export const secteur: Statement<{ acad: string; etab: string }, SecteurRow> = {
  name: 'dossier.piste.piste.secteur',
  text: `select secteur from annuaire.etablissement where acad = $1 and etab = $2`,
  params: ['acad', 'etab'],
}

/** What the attached reports tell: it speaks for or against a method. */
export type QuoiRow = { quoi: string }
export const quoi: Statement<{ acad: string; dossier: string }, QuoiRow> = {
  name: 'dossier.piste.piste.quoi',
  text: `select distinct q.quoi from confidentiel.rattachement r
  join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil cross join unnest(s.quoi) as q (quoi)
  where r.acad = $1 and r.dossier = $2 and r.defait_le is null`,
  params: ['acad', 'dossier'],
}

/** What was transmitted: a judicial track may come from it. */
export type TransmisesRow = { id: string; destinataire: string; jour: string }
export const transmises: Statement<{ acad: string; fil: string }, TransmisesRow> = {
  name: 'dossier.piste.piste.transmises',
  text: `select id, destinataire, jour from confidentiel.transmission where acad = $1 and fil = $2 and decision = 'oui' and attente is null order by jour, id`,
  params: ['acad', 'fil'],
}
