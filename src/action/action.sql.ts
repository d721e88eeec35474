// Generated from action.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type UneActionRow = { id: string; etab: string; dept: string; circo: string | null; annee: number; temps_fort: string | null; titre: string; texte: string; du: string; au: string; type: string; publics: string[]; niveaux: string[]; effectif: number | null; duree: number | null; atteints: unknown; partenaires: string; pilier: number | null; etat: string; declaree_par: string; declaree_le: Date; publiee_le: Date | null; motif_refus: string; version: number; ecole: string; commune: string; typeEcole: string; deptNom: string }
export const uneAction: Statement<{ acad: string; id: string }, UneActionRow> = {
  name: 'action.action.uneAction',
  text: `select a.id, a.etab, a.dept, a.circo, a.annee, a.temps_fort, a.titre, a.texte, a.du, a.au, a.type, a.publics, a.niveaux, a.effectif,
    a.duree, a.atteints, a.partenaires, a.pilier, a.etat, a.declaree_par, a.declaree_le, a.publiee_le, a.motif_refus, a.version,
    e.nom as ecole, e.commune, e.type as "typeEcole", d.nom as "deptNom"
  from prevention.action a
  join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  join annuaire.departement d on d.acad = a.acad and d.dept = a.dept
  where a.acad = $1 and a.id = $2`,
  params: ['acad', 'id'],
}

export type PasRow = { verbe: string; le: Date; motif: string; prenom: string; nom: string }
export const pas: Statement<{ acad: string; action: string }, PasRow> = {
  name: 'action.action.pas',
  text: `select p.verbe, p.le, p.motif, g.prenom, g.nom from prevention.action_pas p
  join annuaire.agent g on g.acad = p.acad and g.id = p.par
  where p.acad = $1 and p.action = $2 order by p.le, p.id`,
  params: ['acad', 'action'],
}

export type CommentairesRow = { le: Date; texte: string; par: string; prenom: string; nom: string }
export const commentaires: Statement<{ acad: string; action: string }, CommentairesRow> = {
  name: 'action.action.commentaires',
  text: `select c.le, c.texte, c.par, g.prenom, g.nom from prevention.commentaire c
  join annuaire.agent g on g.acad = c.acad and g.id = c.par
  where c.acad = $1 and c.action = $2 order by c.le, c.id`,
  params: ['acad', 'action'],
}

export type MesEcolesRow = { etab: string; nom: string; commune: string; type: string; dept: string; circo: string | null }
export const mesEcoles: Statement<{ acad: string; etabs: readonly string[] }, MesEcolesRow> = {
  name: 'action.action.mesEcoles',
  text: `select e.etab, e.nom, e.commune, e.type, e.dept, e.circo from annuaire.etablissement e
  where e.acad = $1 and e.etab = any ($2::text[]) and e.etat <> 'ferme' order by e.nom`,
  params: ['acad', 'etabs'],
}

export type EditionsRow = { annee: number; code: string; jour: string; theme: string; introduction: string; deroule: string; kit: string; expo_titre: string; expo_du: string | null; expo_au: string | null; expo_lieu: string; palmares_url: string; publie_le: Date | null; version: number }
export const editions: Statement<{ acad: string }, EditionsRow> = {
  name: 'action.action.editions',
  text: `select annee, code, jour, theme, introduction, deroule, kit, expo_titre, expo_du, expo_au, expo_lieu, palmares_url, publie_le, version
  from prevention.temps_fort where acad = $1 order by jour desc`,
  params: ['acad'],
}

export type DeclarerRow = {}
export const declarer: Statement<{ id: string; annee: number; tempsFort: string | null; titre: string; texte: string; du: string; au: string; type: string; publics: readonly string[]; niveaux: readonly string[]; effectif: number | null; duree: number | null; atteints: object; partenaires: string; pilier: number | null; acad: string; etab: string }, DeclarerRow> = {
  name: 'action.action.declarer',
  text: `insert into prevention.action (acad, id, etab, dept, circo, annee, temps_fort, titre, texte, du, au, type, publics, niveaux, effectif,
    duree, atteints, partenaires, pilier, declaree_par, declaree_le)
  select e.acad, $1, e.etab, e.dept, e.circo, $2, $3::text, $4, $5, $6, $7, $8, $9, $10,
    $11::integer, $12::integer, $13::jsonb, $14, $15::integer, acces.moi(), acces.maintenant()
  from annuaire.etablissement e where e.acad = $16 and e.etab = $17
  on conflict (acad, id) do nothing`,
  params: ['id', 'annee', 'tempsFort', 'titre', 'texte', 'du', 'au', 'type', 'publics', 'niveaux', 'effectif', 'duree', 'atteints', 'partenaires', 'pilier', 'acad', 'etab'],
}

export type ModifierRow = {}
export const modifier: Statement<{ annee: number; tempsFort: string | null; titre: string; texte: string; du: string; au: string; type: string; publics: readonly string[]; niveaux: readonly string[]; effectif: number | null; duree: number | null; atteints: object; partenaires: string; pilier: number | null; acad: string; id: string; version: number }, ModifierRow> = {
  name: 'action.action.modifier',
  text: `update prevention.action set annee = $1, temps_fort = $2::text, titre = $3, texte = $4, du = $5, au = $6, type = $7,
    publics = $8, niveaux = $9, effectif = $10::integer, duree = $11::integer, atteints = $12::jsonb, partenaires = $13, pilier = $14::integer,
    version = version + 1
  where acad = $15 and id = $16 and version = $17`,
  params: ['annee', 'tempsFort', 'titre', 'texte', 'du', 'au', 'type', 'publics', 'niveaux', 'effectif', 'duree', 'atteints', 'partenaires', 'pilier', 'acad', 'id', 'version'],
}

/** The one statement that moves an action: its version is the one that was on the screen. */
export type AvancerRow = {}
export const avancer: Statement<{ etat: string; motif: string; acad: string; id: string; version: number }, AvancerRow> = {
  name: 'action.action.avancer',
  text: `update prevention.action set etat = $1, version = version + 1,
    proposee_par = case when $1 = 'proposee' then acces.moi() else proposee_par end,
    proposee_le = case when $1 = 'proposee' then acces.maintenant() else proposee_le end,
    validee_par = case when $1 = 'validee' then acces.moi() else validee_par end,
    validee_le = case when $1 = 'validee' then acces.maintenant() else validee_le end,
    publiee_par = case when $1 = 'publiee' then acces.moi() end,
    publiee_le = case when $1 = 'publiee' then acces.maintenant() end,
    motif_refus = case when $1 = 'refusee' then $2::text else '' end
  where acad = $3 and id = $4 and version = $5`,
  params: ['etat', 'motif', 'acad', 'id', 'version'],
}

export type NoterRow = {}
export const noter: Statement<{ acad: string; action: string; verbe: string; motif: string }, NoterRow> = {
  name: 'action.action.noter',
  text: `insert into prevention.action_pas (acad, action, verbe, par, le, motif)
  values ($1, $2, $3, acces.moi(), acces.maintenant(), $4)`,
  params: ['acad', 'action', 'verbe', 'motif'],
}

export type CommenterRow = {}
export const commenter: Statement<{ acad: string; id: string; action: string; texte: string }, CommenterRow> = {
  name: 'action.action.commenter',
  text: `insert into prevention.commentaire (acad, id, action, par, le, texte)
  values ($1, $2, $3, acces.moi(), acces.maintenant(), $4) on conflict do nothing`,
  params: ['acad', 'id', 'action', 'texte'],
}

export type PoserEditionRow = {}
export const poserEdition: Statement<{ acad: string; annee: number; code: string; jour: string; theme: string; introduction: string; deroule: string; kit: string; expoTitre: string; expoDu: string | null; expoAu: string | null; expoLieu: string; palmares: string; publier: boolean }, PoserEditionRow> = {
  name: 'action.action.poserEdition',
  text: `insert into prevention.temps_fort (acad, annee, code, jour, theme, introduction, deroule, kit, expo_titre, expo_du, expo_au,
    expo_lieu, palmares_url, publie_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::date, $11::date, $12, $13,
    case when $14 then acces.maintenant() end)
  on conflict do nothing`,
  params: ['acad', 'annee', 'code', 'jour', 'theme', 'introduction', 'deroule', 'kit', 'expoTitre', 'expoDu', 'expoAu', 'expoLieu', 'palmares', 'publier'],
}

export type ChangerEditionRow = {}
export const changerEdition: Statement<{ jour: string; theme: string; introduction: string; deroule: string; kit: string; expoTitre: string; expoDu: string | null; expoAu: string | null; expoLieu: string; palmares: string; publier: boolean; acad: string; annee: number; code: string; version: number }, ChangerEditionRow> = {
  name: 'action.action.changerEdition',
  text: `update prevention.temps_fort set jour = $1, theme = $2, introduction = $3, deroule = $4, kit = $5, expo_titre = $6, expo_du = $7::date,
    expo_au = $8::date, expo_lieu = $9, palmares_url = $10,
    publie_le = case when $11 then coalesce(publie_le, acces.maintenant()) end, version = version + 1
  where acad = $12 and annee = $13 and code = $14 and version = $15`,
  params: ['jour', 'theme', 'introduction', 'deroule', 'kit', 'expoTitre', 'expoDu', 'expoAu', 'expoLieu', 'palmares', 'publier', 'acad', 'annee', 'code', 'version'],
}
