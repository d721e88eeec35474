// Generated from visite.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The slots that a class may still go to, of published editions. */
export type AVenirRow = { id: string; debut: Date; minutes: number; places: number; pris: number; ferme_le: Date | null; expo_titre: string; expo_lieu: string }
export const aVenir: Statement<{ acad: string }, AVenirRow> = {
  name: 'action.visite.visite.aVenir',
  text: `select c.id, c.debut, c.minutes, c.places, c.pris, c.ferme_le, t.expo_titre, t.expo_lieu from prevention.creneau c
  join prevention.temps_fort t on t.acad = c.acad and t.annee = c.annee and t.code = c.code
  where c.acad = $1 and c.debut > acces.maintenant() and t.publie_le is not null order by c.debut, c.id`,
  params: ['acad'],
}

export type MesVisitesRow = { id: string; etab: string; niveau: string; eleves: number; pour: Date; debut: Date; minutes: number; expo_titre: string; expo_lieu: string; ecole: string }
export const mesVisites: Statement<{ acad: string; etabs: readonly string[] }, MesVisitesRow> = {
  name: 'action.visite.visite.mesVisites',
  text: `select r.id, r.etab, r.niveau, r.eleves, r.pour, c.debut, c.minutes, t.expo_titre, t.expo_lieu, e.nom as ecole from prevention.reservation r
  join prevention.creneau c on c.acad = r.acad and c.id = r.creneau
  join prevention.temps_fort t on t.acad = c.acad and t.annee = c.annee and t.code = c.code
  join annuaire.etablissement e on e.acad = r.acad and e.etab = r.etab
  where r.acad = $1 and r.etab = any ($2::text[]) and r.annulee_le is null and c.debut > acces.maintenant() order by c.debut, r.id`,
  params: ['acad', 'etabs'],
}

export type ReserverRow = { issue: string | null }
export const reserver: Statement<{ id: string; creneau: string; debut: Date; etab: string; niveau: string; eleves: number }, ReserverRow> = {
  name: 'action.visite.visite.reserver',
  text: `select prevention.reserver($1, $2, $3, $4, $5, $6) as issue`,
  params: ['id', 'creneau', 'debut', 'etab', 'niveau', 'eleves'],
}

export type AnnulerRow = { etab: string | null }
export const annuler: Statement<{ id: string }, AnnulerRow> = {
  name: 'action.visite.visite.annuler',
  text: `select prevention.annuler_visite($1) as etab`,
  params: ['id'],
}

export type PrevenirEcoleRow = {}
export const prevenirEcole: Statement<{ id: string; acad: string; etab: string }, PrevenirEcoleRow> = {
  name: 'action.visite.visite.prevenirEcole',
  text: `insert into machine.courriel (id, acad, modele, niveau, etab, circo, dept, cree_le, prochain_le)
  select $1, e.acad, 'visite', 'etablissement', e.etab, e.circo, e.dept, acces.maintenant(), acces.maintenant()
  from annuaire.etablissement e where e.acad = $2 and e.etab = $3`,
  params: ['id', 'acad', 'etab'],
}

export type AccepterRow = { fait: boolean | null }
export const accepter: Statement<{ id: string; debut: Date }, AccepterRow> = {
  name: 'action.visite.visite.accepter',
  text: `select prevention.accepter_visite($1, $2) as fait`,
  params: ['id', 'debut'],
}

export type DeplacerRow = { issue: string | null }
export const deplacer: Statement<{ id: string; de: Date; debut: Date }, DeplacerRow> = {
  name: 'action.visite.visite.deplacer',
  text: `select prevention.deplacer_creneau($1, $2, $3) as issue`,
  params: ['id', 'de', 'debut'],
}

/** Each school that booked it for another moment, once. */
export type PrevenirDeplaceesRow = {}
export const prevenirDeplacees: Statement<{ acad: string; id: string }, PrevenirDeplaceesRow> = {
  name: 'action.visite.visite.prevenirDeplacees',
  text: `insert into machine.courriel (id, acad, modele, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), e.acad, 'visite_deplacee', 'etablissement', e.etab, e.circo, e.dept, acces.maintenant(), acces.maintenant()
  from annuaire.etablissement e where e.acad = $1 and e.etab in (select r.etab from prevention.reservation r
    join prevention.creneau c on c.acad = r.acad and c.id = r.creneau
    where r.acad = $1 and r.creneau = $2 and r.annulee_le is null and r.pour <> c.debut)`,
  params: ['acad', 'id'],
}

export type CreneauxRow = { id: string; debut: Date; minutes: number; places: number; pris: number; ferme_le: Date | null; aVenir: boolean }
export const creneaux: Statement<{ acad: string; annee: number; code: string }, CreneauxRow> = {
  name: 'action.visite.visite.creneaux',
  text: `select id, debut, minutes, places, pris, ferme_le, debut > acces.maintenant() as "aVenir" from prevention.creneau
  where acad = $1 and annee = $2 and code = $3 order by debut, id`,
  params: ['acad', 'annee', 'code'],
}

export type ReservationsRow = { id: string; creneau: string; niveau: string; eleves: number; pour: Date; le: Date; etab: string; ecole: string; commune: string; telephone: string; debut: Date; minutes: number }
export const reservations: Statement<{ acad: string; annee: number; code: string }, ReservationsRow> = {
  name: 'action.visite.visite.reservations',
  text: `select r.id, r.creneau, r.niveau, r.eleves, r.pour, r.le, e.etab, e.nom as ecole, e.commune, e.telephone, c.debut, c.minutes from prevention.reservation r
  join prevention.creneau c on c.acad = r.acad and c.id = r.creneau
  join annuaire.etablissement e on e.acad = r.acad and e.etab = r.etab
  where r.acad = $1 and c.annee = $2 and c.code = $3 and r.annulee_le is null order by c.debut, annuaire.plier(e.nom), r.le, r.id`,
  params: ['acad', 'annee', 'code'],
}

export type EditionRow = { jour: string; expo_titre: string; expo_du: string | null; expo_au: string | null; expo_lieu: string }
export const edition: Statement<{ acad: string; annee: number; code: string }, EditionRow> = {
  name: 'action.visite.visite.edition',
  text: `select jour, expo_titre, expo_du, expo_au, expo_lieu from prevention.temps_fort where acad = $1 and annee = $2 and code = $3`,
  params: ['acad', 'annee', 'code'],
}

export type OuvrirRow = {}
export const ouvrir: Statement<{ acad: string; id: string; annee: number; code: string; debut: Date; minutes: number; places: number }, OuvrirRow> = {
  name: 'action.visite.visite.ouvrir',
  text: `insert into prevention.creneau (acad, id, annee, code, debut, minutes, places, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'annee', 'code', 'debut', 'minutes', 'places'],
}

export type FermerRow = {}
export const fermer: Statement<{ ferme: boolean; acad: string; id: string; annee: number; code: string }, FermerRow> = {
  name: 'action.visite.visite.fermer',
  text: `update prevention.creneau set ferme_le = case when $1::boolean then acces.maintenant() end
  where acad = $2 and id = $3 and annee = $4 and code = $5`,
  params: ['ferme', 'acad', 'id', 'annee', 'code'],
}
