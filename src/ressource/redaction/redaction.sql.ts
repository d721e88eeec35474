// Generated from redaction.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Every resource and page with where it stands, the last touched first. */
export type ListerRow = { id: string; genre: string; adresse: string; version: string; rang: number; titre: string; acces: string; forme: string; le: Date; par: string; garant: string; a_revoir_le: string; garantNom: string; enLigne: boolean; rangEnLigne: number | null; du: Date | null; au: Date | null; remplacee: boolean; programmee: Date | null; finie: Date | null; retiree: Date | null; morts: number; lectures: number }
export const lister: Statement<{ depuis: string; acad: string; id: string | null }, ListerRow> = {
  name: 'ressource.redaction.redaction.lister',
  text: `select r.id, r.genre, r.adresse, v.id as version, v.rang, v.titre, v.acces, v.forme, v.le, g.prenom || ' ' || g.nom as par,
    r.garant, r.a_revoir_le::text as a_revoir_le, h.prenom || ' ' || h.nom as "garantNom",
    e.version is not null as "enLigne", ev.rang as "rangEnLigne", e.du, e.au,
    exists (select from prevention.en_ligne() n join prevention.version nv on nv.acad = n.acad and nv.id = n.version
      where nv.acad = r.acad and nv.remplace = r.id) as remplacee,
    (select min(p.du) from prevention.publication p where p.acad = r.acad and p.ressource = r.id and p.retiree_le is null
      and p.du > acces.maintenant()) as programmee,
    (select max(p.au) from prevention.publication p where p.acad = r.acad and p.ressource = r.id and p.retiree_le is null
      and p.au <= acces.maintenant()) as finie,
    (select max(p.retiree_le) from prevention.publication p where p.acad = r.acad and p.ressource = r.id and p.du <= p.retiree_le) as retiree,
    (select count(*)::int from prevention.lien l where l.acad = r.acad and l.url = any (v.liens) and l.etat = 'mort') as morts,
    coalesce((select sum(l.nombre)::int from prevention.lecture l where l.acad = r.acad and l.ressource = r.id and l.jour > $1::date), 0)
      as lectures
  from prevention.ressource r
  join prevention.version v on v.acad = r.acad and v.id = r.tete
  join annuaire.agent g on g.acad = v.acad and g.id = v.par
  join annuaire.agent h on h.acad = r.acad and h.id = r.garant
  left join prevention.en_ligne() e on e.acad = r.acad and e.ressource = r.id
  left join prevention.version ev on ev.acad = e.acad and ev.id = e.version
  where r.acad = $2 and ($3::uuid is null or r.id = $3)
  order by v.le desc, r.id`,
  params: ['depuis', 'acad', 'id'],
}

/** One version, whole: the newest when no rank is named. */
export type VersionRow = { ressource: string; genre: string; adresse: string; tete: string | null; id: string; rang: number; precedente: string | null; ecartee: boolean; par: string; parNom: string; le: Date; titre: string; resume: string; texte: string; acces: string; forme: string; publics: string[]; niveaux: string[]; themes: string[]; piliers: number[]; etapes: string[]; duree: number | null; falc: boolean; licence: string; origine: string; lien: string; remplace: string | null; liens: string[] }
export const version: Statement<{ rang: number | null; acad: string; id: string }, VersionRow> = {
  name: 'ressource.redaction.redaction.version',
  text: `select r.id as ressource, r.genre, r.adresse, r.tete, v.id, v.rang, v.precedente, v.ecartee, v.par, g.prenom || ' ' || g.nom as "parNom", v.le,
    v.titre, v.resume, v.texte, v.acces, v.forme, v.publics, v.niveaux, v.themes, v.piliers, v.etapes, v.duree, v.falc, v.licence, v.origine,
    v.lien, v.remplace, v.liens
  from prevention.ressource r
  join prevention.version v on v.acad = r.acad and v.ressource = r.id and (case when $1::integer is null then v.id = r.tete else v.rang = $1 end)
  join annuaire.agent g on g.acad = v.acad and g.id = v.par
  where r.acad = $2 and r.id = $3`,
  params: ['rang', 'acad', 'id'],
}

export type VersionParIdRow = { rang: number }
export const versionParId: Statement<{ acad: string; ressource: string; id: string }, VersionParIdRow> = {
  name: 'ressource.redaction.redaction.versionParId',
  text: `select v.rang from prevention.version v where v.acad = $1 and v.ressource = $2 and v.id = $3`,
  params: ['acad', 'ressource', 'id'],
}

export type VersionsRow = { id: string; rang: number; le: Date; titre: string; ecartee: boolean; parNom: string }
export const versions: Statement<{ acad: string; id: string }, VersionsRow> = {
  name: 'ressource.redaction.redaction.versions',
  text: `select v.id, v.rang, v.le, v.titre, v.ecartee, g.prenom || ' ' || g.nom as "parNom"
  from prevention.version v join annuaire.agent g on g.acad = v.acad and g.id = v.par
  where v.acad = $1 and v.ressource = $2 order by v.rang desc`,
  params: ['acad', 'id'],
}

export type PublicationsRow = { id: string; du: Date; au: Date | null; le: Date; retiree_le: Date | null; motif_retrait: string; rang: number; parNom: string; retireePar: string | null }
export const publications: Statement<{ acad: string; id: string }, PublicationsRow> = {
  name: 'ressource.redaction.redaction.publications',
  text: `select p.id, p.du, p.au, p.le, p.retiree_le, p.motif_retrait, v.rang, g.prenom || ' ' || g.nom as "parNom", h.prenom || ' ' || h.nom as "retireePar"
  from prevention.publication p
  join prevention.version v on v.acad = p.acad and v.id = p.version
  join annuaire.agent g on g.acad = p.acad and g.id = p.par
  left join annuaire.agent h on h.acad = p.acad and h.id = p.retiree_par
  where p.acad = $1 and p.ressource = $2 order by p.numero desc`,
  params: ['acad', 'id'],
}

export type FichiersRow = { rang: number; libelle: string; alternative: string; pour: string | null; langue: string; id: string; type: string; taille: number; nom: string; balise: boolean; examen: string }
export const fichiers: Statement<{ acad: string; version: string }, FichiersRow> = {
  name: 'ressource.redaction.redaction.fichiers',
  text: `select vf.rang, vf.libelle, vf.alternative, vf.pour, vf.langue, f.id, f.type, f.taille, f.nom, f.balise, f.examen
  from prevention.version_fichier vf join prevention.fichier f on f.acad = vf.acad and f.id = vf.fichier
  where vf.acad = $1 and vf.version = $2 order by vf.rang`,
  params: ['acad', 'version'],
}

export type LiensDeRow = { url: string; etat: string; constat: string; verifie_le: Date | null; mort_depuis: Date | null }
export const liensDe: Statement<{ acad: string; liens: readonly string[] }, LiensDeRow> = {
  name: 'ressource.redaction.redaction.liensDe',
  text: `select url, etat, constat, verifie_le, mort_depuis from prevention.lien
  where acad = $1 and url = any ($2::text[]) order by (etat = 'mort') desc, url`,
  params: ['acad', 'liens'],
}

/** What a resource may say that it replaces: any other one. */
export type RemplacablesRow = { id: string; titre: string }
export const remplacables: Statement<{ acad: string; sauf: string | null }, RemplacablesRow> = {
  name: 'ressource.redaction.redaction.remplacables',
  text: `select r.id, v.titre from prevention.ressource r join prevention.version v on v.acad = r.acad and v.id = r.tete
  where r.acad = $1 and r.genre = 'ressource' and ($2::uuid is null or r.id <> $2) order by v.titre, r.id`,
  params: ['acad', 'sauf'],
}

/** What the newest versions say that this one replaces, and so on: a circle would hide all of them. */
export type ChaineRow = { id: string }
export const chaine: Statement<{ acad: string; id: string }, ChaineRow> = {
  name: 'ressource.redaction.redaction.chaine',
  text: `with recursive suite as (
    select v.remplace as id from prevention.ressource r join prevention.version v on v.acad = r.acad and v.id = r.tete
      where r.acad = $1 and r.id = $2
    union
    select v.remplace from suite s join prevention.ressource r on r.acad = $1 and r.id = s.id
      join prevention.version v on v.acad = r.acad and v.id = r.tete)
select id from suite where id is not null`,
  params: ['acad', 'id'],
}

export type CreerRow = {}
export const creer: Statement<{ acad: string; id: string; genre: string; adresse: string; aRevoirLe: string }, CreerRow> = {
  name: 'ressource.redaction.redaction.creer',
  text: `insert into prevention.ressource (acad, id, genre, adresse, creee_par, creee_le, garant, a_revoir_le)
  values ($1, $2, $3, $4, acces.moi(), acces.maintenant(), acces.moi(), $5) on conflict do nothing`,
  params: ['acad', 'id', 'genre', 'adresse', 'aRevoirLe'],
}

export type AdressePriseRow = { prise: boolean }
export const adressePrise: Statement<{ acad: string; genre: string; adresse: string }, AdressePriseRow> = {
  name: 'ressource.redaction.redaction.adressePrise',
  text: `select exists (select from prevention.ressource where acad = $1 and genre = $2 and adresse = $3) as prise`,
  params: ['acad', 'genre', 'adresse'],
}

/** One writer at a time for one resource; whoever comes second sees what the first wrote. */
export type TenirRow = { tete: string | null }
export const tenir: Statement<{ acad: string; id: string }, TenirRow> = {
  name: 'ressource.redaction.redaction.tenir',
  text: `select tete from prevention.ressource where acad = $1 and id = $2 for update`,
  params: ['acad', 'id'],
}

export type EcrireRow = { rang: number | null }
export const ecrire: Statement<{ acad: string; id: string; ressource: string; precedente: string | null; ecartee: boolean; titre: string; resume: string; texte: string; acces: string; forme: string; publics: readonly string[]; niveaux: readonly string[]; themes: readonly string[]; piliers: readonly number[]; etapes: readonly string[]; duree: number | null; falc: boolean; licence: string; origine: string; lien: string; remplace: string | null; liens: readonly string[]; mots: string }, EcrireRow> = {
  name: 'ressource.redaction.redaction.ecrire',
  text: `insert into prevention.version (acad, id, ressource, rang, precedente, ecartee, par, le, titre, resume, texte, acces, forme, publics, niveaux,
    themes, piliers, etapes, duree, falc, licence, origine, lien, remplace, liens, mots)
  select $1, $2, $3, 1 + coalesce((select max(rang) from prevention.version where acad = $1 and ressource = $3), 0),
    $4::uuid, $5, acces.moi(), acces.maintenant(), $6, $7, $8, $9, $10, $11, $12, $13,
    $14, $15, $16::integer, $17, $18, $19, $20, $21::uuid, $22, $23
  on conflict (acad, id) do nothing
  returning rang`,
  params: ['acad', 'id', 'ressource', 'precedente', 'ecartee', 'titre', 'resume', 'texte', 'acces', 'forme', 'publics', 'niveaux', 'themes', 'piliers', 'etapes', 'duree', 'falc', 'licence', 'origine', 'lien', 'remplace', 'liens', 'mots'],
}

export type JoindreRow = {}
export const joindre: Statement<{ acad: string; version: string; fichier: string; rang: number; libelle: string; alternative: string; pour: string | null; langue: string }, JoindreRow> = {
  name: 'ressource.redaction.redaction.joindre',
  text: `insert into prevention.version_fichier (acad, version, fichier, rang, libelle, alternative, pour, langue)
  values ($1, $2, $3, $4, $5, $6, $7::uuid, $8)`,
  params: ['acad', 'version', 'fichier', 'rang', 'libelle', 'alternative', 'pour', 'langue'],
}

export type AvancerRow = {}
export const avancer: Statement<{ tete: string; acad: string; id: string }, AvancerRow> = {
  name: 'ressource.redaction.redaction.avancer',
  text: `update prevention.ressource set tete = $1 where acad = $2 and id = $3`,
  params: ['tete', 'acad', 'id'],
}

/** What had not begun yet. */
export type AnnulerProgrammeesRow = {}
export const annulerProgrammees: Statement<{ acad: string; id: string }, AnnulerProgrammeesRow> = {
  name: 'ressource.redaction.redaction.annulerProgrammees',
  text: `update prevention.publication set retiree_par = acces.moi(), retiree_le = acces.maintenant()
  where acad = $1 and ressource = $2 and retiree_le is null and du > acces.maintenant()`,
  params: ['acad', 'id'],
}

export type RetirerRow = {}
export const retirer: Statement<{ motif: string; acad: string; id: string }, RetirerRow> = {
  name: 'ressource.redaction.redaction.retirer',
  text: `update prevention.publication set retiree_par = acces.moi(), retiree_le = acces.maintenant(), motif_retrait = $1
  where acad = $2 and ressource = $3 and retiree_le is null and du <= acces.maintenant()`,
  params: ['motif', 'acad', 'id'],
}

export type PublierRow = {}
export const publier: Statement<{ acad: string; id: string; ressource: string; version: string; du: Date | null; au: Date | null }, PublierRow> = {
  name: 'ressource.redaction.redaction.publier',
  text: `insert into prevention.publication (acad, id, ressource, version, du, au, par, le)
  values ($1, $2, $3, $4, coalesce($5::timestamptz, acces.maintenant()), $6::timestamptz, acces.moi(), acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'ressource', 'version', 'du', 'au'],
}

/** Of the files that a form names, those that are. */
export type FichiersParIdRow = { id: string; type: string; taille: number; nom: string; balise: boolean; examen: string }
export const fichiersParId: Statement<{ acad: string; ids: readonly string[] }, FichiersParIdRow> = {
  name: 'ressource.redaction.redaction.fichiersParId',
  text: `select id, type, taille, nom, balise, examen from prevention.fichier where acad = $1 and id = any ($2::uuid[])`,
  params: ['acad', 'ids'],
}
