// Generated from courriels.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Takes what is due, for a while: whoever dies before telling the outcome leaves it to be taken again when `repris` has come. */
export type PrendreRow = { id: string; acad: string; modele: string; fil: string | null; essais: number }
export const prendre: Statement<{ repris: Date; maintenant: Date; combien: number }, PrendreRow> = {
  name: 'travaux.courriels.courriels.prendre',
  text: `update machine.courriel set essais = essais + 1, prochain_le = $1
  where id in (
    select id from machine.courriel
    where prochain_le <= $2 and envoye_le is null and abandonne_le is null
    order by prochain_le, id limit $3::int)
  returning id, acad, modele, fil, essais`,
  params: ['repris', 'maintenant', 'combien'],
}

/** Who holds the report today: the reading roles of its level, else of the lowest level above where somebody does. A mail to one agent (c.agent) finds that agent, while any mandate of theirs lives. Nobody who is set aside from the thread. */
export type DestinatairesRow = { courriel: string; agent: string; mail: string }
export const destinataires: Statement<{ maintenant: Date; ids: readonly string[] }, DestinatairesRow> = {
  name: 'travaux.courriels.courriels.destinataires',
  text: `with vivants as not materialized (
    select m.* from annuaire.mandat m where m.du <= $1 and (m.au is null or m.au > $1)),
  lecteurs as (
    select c.id as courriel, c.acad, t.agent, min(t.rang) as rang, min(min(t.rang)) over (partition by c.id) as premier
    from machine.courriel c cross join lateral (
      select v.agent, 1 as rang from vivants v
        where c.niveau = 'etablissement' and v.acad = c.acad and v.etab = c.etab and v.role in ('chef', 'coordonnateur')
      union all select v.agent, 2 from vivants v
        where c.niveau in ('etablissement', 'circonscription') and v.acad = c.acad and v.circo = c.circo and v.role = 'ien'
      union all select v.agent, 3 from vivants v
        where c.niveau in ('etablissement', 'circonscription', 'departement') and v.acad = c.acad and v.dept = c.dept
          and v.role in ('referent_departemental', 'responsable_departemental')
      union all select v.agent, 1 from vivants v
        where c.niveau = 'controle' and v.acad = c.acad and v.role in ('dpo', 'responsable_academique')
      union all select v.agent, 1 from vivants v
        where c.niveau = 'communication' and v.acad = c.acad and v.role = 'communication'
      union all select v.agent, 4 from vivants v
        where c.niveau is not null and v.acad = c.acad and v.role in ('referente_academique', 'responsable_academique')
      union all select v.agent, 0 from vivants v where v.acad = c.acad and v.agent = c.agent
      -- Away: whoever stands in is told as well.
      union all select v.agent, 0 from annuaire.absence b join vivants v on v.acad = b.acad and v.agent = b.remplacant
        where b.acad = c.acad and b.agent = c.agent and b.annulee_le is null
          and ($1::timestamptz at time zone 'Europe/Paris')::date between b.du and b.au) t
    where c.id = any ($2::uuid[])
      and not exists (select from acces.deport d where d.acad = c.acad and d.fil = c.fil and d.agent = t.agent)
    group by c.id, c.acad, t.agent)
select l.courriel, a.id as agent, a.mail
  from lecteurs l join annuaire.agent a on a.acad = l.acad and a.id = l.agent
  where l.rang = l.premier
  order by a.mail, l.courriel`,
  params: ['maintenant', 'ids'],
}

/** The sealed addresses of reporters, for the mails that are theirs. */
export type ContactsRow = { courriel: string; acad: string; fil: string; adresse: Buffer; langue: string }
export const contacts: Statement<{ ids: readonly string[] }, ContactsRow> = {
  name: 'travaux.courriels.courriels.contacts',
  text: `select c.id as courriel, c.acad, k.signalement as fil, k.adresse, s.langue
  from machine.courriel c
  join acces.contact k on k.acad = c.acad and k.signalement = c.fil
  join confidentiel.signalement s on s.acad = c.acad and s.id = c.fil
  where c.id = any ($1::uuid[]) and c.modele in ('reponse', 'derniere_reponse')
  order by c.id`,
  params: ['ids'],
}

export type MarquerEnvoyesRow = {}
export const marquerEnvoyes: Statement<{ le: Date; ids: readonly string[] }, MarquerEnvoyesRow> = {
  name: 'travaux.courriels.courriels.marquerEnvoyes',
  text: `update machine.courriel set envoye_le = $1 where id = any ($2::uuid[]) and envoye_le is null`,
  params: ['le', 'ids'],
}

export type AbandonnerRow = {}
export const abandonner: Statement<{ le: Date; ids: readonly string[] }, AbandonnerRow> = {
  name: 'travaux.courriels.courriels.abandonner',
  text: `update machine.courriel set abandonne_le = $1 where id = any ($2::uuid[]) and envoye_le is null`,
  params: ['le', 'ids'],
}

export type RepousserRow = {}
export const repousser: Statement<{ ids: readonly string[]; prochains: readonly Date[]; essais: readonly number[] }, RepousserRow> = {
  name: 'travaux.courriels.courriels.repousser',
  text: `update machine.courriel c set prochain_le = n.prochain, essais = n.essais
  from unnest($1::uuid[], $2::timestamptz[], $3::int[]) as n (id, prochain, essais)
  where c.id = n.id and c.envoye_le is null`,
  params: ['ids', 'prochains', 'essais'],
}

/** What reached some people and not others goes on, for those others only. */
export type GarderPourRow = {}
export const garderPour: Statement<{ neuf: string; agent: string; prochain: Date; essais: number; id: string }, GarderPourRow> = {
  name: 'travaux.courriels.courriels.garderPour',
  text: `insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le, essais)
  select $1, acad, modele, fil, $2, cree_le, $3, $4 from machine.courriel where id = $5`,
  params: ['neuf', 'agent', 'prochain', 'essais', 'id'],
}

export type EffacerContactRow = {}
export const effacerContact: Statement<{ acad: string; fil: string }, EffacerContactRow> = {
  name: 'travaux.courriels.courriels.effacerContact',
  text: `delete from acces.contact where acad = $1 and signalement = $2`,
  params: ['acad', 'fil'],
}

/** How many wait, since when, and how many were given up in a week. */
export type EnSouffranceRow = { attente: number; depuis: Date | null; abandonnes: number }
export const enSouffrance: Statement<{ maintenant: Date }, EnSouffranceRow> = {
  name: 'travaux.courriels.courriels.enSouffrance',
  text: `select count(*) filter (where abandonne_le is null) as attente,
    min(cree_le) filter (where abandonne_le is null) as depuis,
    count(*) filter (where abandonne_le > $1::timestamptz - interval '7 days') as abandonnes
  from machine.courriel where envoye_le is null`,
  params: ['maintenant'],
}

/** Mails about a dossier or a request for support: they lead to it, by its identifier; those about an access, to the log of consultations. */
export type LieuxRow = { courriel: string; piece: string; chemin: string }
export const lieux: Statement<{ ids: readonly string[] }, LieuxRow> = {
  name: 'travaux.courriels.courriels.lieux',
  text: `select c.id as courriel, 'dossiers' as piece, '/dossiers/' || d.id as chemin from machine.courriel c
  join confidentiel.dossier d on d.acad = c.acad and d.id = c.fil
  where c.id = any ($1::uuid[]) and c.modele <> 'controle'
union all
select c.id, 'controle', '/journal' from machine.courriel c where c.id = any ($1::uuid[]) and c.modele = 'controle'
union all
select c.id, 'appuis', '/appuis/' || a.id from machine.courriel c
  join confidentiel.appui a on a.acad = c.acad and a.id = c.fil
  where c.id = any ($1::uuid[])`,
  params: ['ids'],
}
