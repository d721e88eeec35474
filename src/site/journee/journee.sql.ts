// Generated from journee.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Moves whenever something published appears, changes or goes; no row before the first publication. */
export type ParutionRow = { version: number }
export const parution: Statement<{ acad: string }, ParutionRow> = {
  name: 'site.journee.journee.parution',
  text: `select version from prevention.parution where acad = $1`,
  params: ['acad'],
}

export type AcademieRow = { nom: string }
export const academie: Statement<{ acad: string }, AcademieRow> = {
  name: 'site.journee.journee.academie',
  text: `select nom from annuaire.academie where acad = $1`,
  params: ['acad'],
}

export type EditionsRow = { annee: number; code: string; jour: string; theme: string; introduction: string; deroule: string; kit: string; expo_titre: string; expo_du: string | null; expo_au: string | null; expo_lieu: string; palmares_url: string; publie_le: Date }
export const editions: Statement<{ acad: string }, EditionsRow> = {
  name: 'site.journee.journee.editions',
  text: `select annee, code, jour, theme, introduction, deroule, kit, expo_titre, expo_du, expo_au, expo_lieu, palmares_url, publie_le
  from prevention.temps_fort where acad = $1 and publie_le is not null order by jour desc`,
  params: ['acad'],
}

export type ActionsRow = { id: string; annee: number; temps_fort: string; dept: string; etab: string; ecole: string; commune: string; typeEcole: string; titre: string; texte: string; du: string; au: string; type: string; publics: string[]; niveaux: string[]; effectif: number | null; partenaires: string; publiee_le: Date; compte: string | null }
export const actions: Statement<{ acad: string }, ActionsRow> = {
  name: 'site.journee.journee.actions',
  text: `select a.id, a.annee, a.temps_fort, a.dept, a.etab, e.nom as ecole, e.commune, e.type as "typeEcole", a.titre, a.texte, a.du, a.au, a.type, a.publics,
    a.niveaux, coalesce(r.eleves, a.effectif) as effectif, a.partenaires, a.publiee_le, r.texte as compte
  from prevention.action a join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  left join prevention.compte_rendu r on r.acad = a.acad and r.action = a.id and r.publie_le is not null
  where a.acad = $1 and a.temps_fort is not null and a.etat = 'publiee'
  order by a.dept, annuaire.plier(e.nom), e.etab, a.du, a.id`,
  params: ['acad'],
}

/** Visits that a class may still book: how many places are left, and never who comes. */
export type CreneauxRow = { annee: number; code: string; debut: Date; minutes: number; places: number; pris: number; ferme_le: Date | null }
export const creneaux: Statement<{ acad: string }, CreneauxRow> = {
  name: 'site.journee.journee.creneaux',
  text: `select annee, code, debut, minutes, places, pris, ferme_le from prevention.creneau
  where acad = $1 and debut > acces.maintenant() order by debut, id`,
  params: ['acad'],
}

export type PhotosRow = { id: string; action: string; alternative: string; largeur: number; hauteur: number }
export const photos: Statement<{ acad: string }, PhotosRow> = {
  name: 'site.journee.journee.photos',
  text: `select p.id, p.action, p.alternative, p.largeur, p.hauteur from prevention.photo p
  where p.acad = $1 and p.publiee_le is not null and p.retiree_le is null order by p.deposee_le, p.id`,
  params: ['acad'],
}
