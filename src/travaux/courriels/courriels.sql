-- prendre
-- Takes what is due, for a while: whoever dies before telling the outcome leaves it to be taken again when `repris` has come.
update machine.courriel set essais = essais + 1, prochain_le = :repris
  where id in (
    select id from machine.courriel
    where prochain_le <= :maintenant and envoye_le is null and abandonne_le is null
    order by prochain_le, id limit :combien::int)
  returning id, acad, modele, fil, essais

-- destinataires | nonnull: courriel, agent, mail
-- Who holds the report today: the reading roles of its level, else of the lowest level above where somebody does. A mail to one
-- agent (c.agent) finds that agent, while any mandate of theirs lives. Nobody who is set aside from the thread.
with vivants as not materialized (
    select m.* from annuaire.mandat m where m.du <= :maintenant and (m.au is null or m.au > :maintenant)),
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
          and (:maintenant::timestamptz at time zone 'Europe/Paris')::date between b.du and b.au) t
    where c.id = any (:ids::uuid[])
      and not exists (select from acces.deport d where d.acad = c.acad and d.fil = c.fil and d.agent = t.agent)
    group by c.id, c.acad, t.agent)
select l.courriel, a.id as agent, a.mail
  from lecteurs l join annuaire.agent a on a.acad = l.acad and a.id = l.agent
  where l.rang = l.premier
  order by a.mail, l.courriel

-- contacts | nonnull: courriel, acad, fil
-- The sealed addresses of reporters, for the mails that are theirs.
select c.id as courriel, c.acad, k.signalement as fil, k.adresse, s.langue
  from machine.courriel c
  join acces.contact k on k.acad = c.acad and k.signalement = c.fil
  join confidentiel.signalement s on s.acad = c.acad and s.id = c.fil
  where c.id = any (:ids::uuid[]) and c.modele in ('reponse', 'derniere_reponse')
  order by c.id

-- marquerEnvoyes
update machine.courriel set envoye_le = :le where id = any (:ids::uuid[]) and envoye_le is null

-- abandonner
update machine.courriel set abandonne_le = :le where id = any (:ids::uuid[]) and envoye_le is null

-- repousser
update machine.courriel c set prochain_le = n.prochain, essais = n.essais
  from unnest(:ids::uuid[], :prochains::timestamptz[], :essais::int[]) as n (id, prochain, essais)
  where c.id = n.id and c.envoye_le is null

-- garderPour
-- What reached some people and not others goes on, for those others only.
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le, essais)
  select :neuf, acad, modele, fil, :agent, cree_le, :prochain, :essais from machine.courriel where id = :id

-- effacerContact
delete from acces.contact where acad = :acad and signalement = :fil

-- enSouffrance | nonnull: attente, abandonnes
-- How many wait, since when, and how many were given up in a week.
select count(*) filter (where abandonne_le is null) as attente,
    min(cree_le) filter (where abandonne_le is null) as depuis,
    count(*) filter (where abandonne_le > :maintenant::timestamptz - interval '7 days') as abandonnes
  from machine.courriel where envoye_le is null

-- lieux | nonnull: courriel, piece, chemin
-- Mails about a dossier or a request for support: they lead to it, by its identifier; those about an access, to the log of consultations.
select c.id as courriel, 'dossiers' as piece, '/dossiers/' || d.id as chemin from machine.courriel c
  join confidentiel.dossier d on d.acad = c.acad and d.id = c.fil
  where c.id = any (:ids::uuid[]) and c.modele <> 'controle'
union all
select c.id, 'controle', '/journal' from machine.courriel c where c.id = any (:ids::uuid[]) and c.modele = 'controle'
union all
select c.id, 'appuis', '/appuis/' || a.id from machine.courriel c
  join confidentiel.appui a on a.acad = c.acad and a.id = c.fil
  where c.id = any (:ids::uuid[])
