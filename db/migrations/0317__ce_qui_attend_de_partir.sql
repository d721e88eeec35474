-- What waits to leave is never lost: it leaves, is withdrawn with a reason, or goes with the dossier into which its own is merged.
alter table confidentiel.transmission
  add column retiree_par uuid,
  add column retiree_le timestamptz,
  add column retiree_raison bytea,
  add foreign key (acad, retiree_par) references annuaire.agent,
  drop constraint transmission_attente_check,
  add constraint transmission_attente_check check (attente in ('a_relire', 'relue', 'refusee', 'retiree')),
  drop constraint transmission_attente,
  add constraint transmission_attente check (attente is null or (decision = 'oui' and relire_avant is not null
    and case attente when 'a_relire' then lu_par is null when 'relue' then avis is not distinct from 'accord'
      when 'refusee' then avis is not distinct from 'refus' else true end)),
  add constraint transmission_retiree check (
    case when attente is not distinct from 'retiree' then retiree_par is not null and retiree_le is not null and retiree_raison is not null
      else retiree_par is null and retiree_le is null and retiree_raison is null end);
comment on column confidentiel.transmission.attente is 'What holds it back: not read yet, read and ready, to be done again, withdrawn; null: it left, or was not to leave';
comment on column confidentiel.transmission.retiree_par is 'Who withdrew it before it left: whoever decided it, or held the dossier';
comment on column confidentiel.transmission.retiree_raison is 'Why it never leaves, encrypted';
grant update (fil, feuille, retiree_par, retiree_le, retiree_raison) on confidentiel.transmission to preau_agent;

-- Two dossiers that become one: what waited in the first is ciphertext of the key of the second from then on, until they are told apart.
alter table confidentiel.reunion add column transmissions uuid[] not null default '{}';
comment on table confidentiel.reunion is '`fil` is the same situation as `vers`. `signalements`, `transmissions`: what was attached to `fil`, what waited in it to leave, to give them back';

create or replace function confidentiel.figer_transmission() returns trigger
  language plpgsql as $$
begin
  if old.attente = 'retiree' then
    raise exception 'transmission: withdrawn, it stays so';
  end if;
  if new.fil <> old.fil then
    if old.attente is null
      or to_jsonb(new) - array['fil', 'contenu', 'feuille', 'avis_raison', 'version']
        is distinct from to_jsonb(old) - array['fil', 'contenu', 'feuille', 'avis_raison', 'version']
      or (new.feuille is null) <> (old.feuille is null) or (new.avis_raison is null) <> (old.avis_raison is null)
      or not exists (select from confidentiel.reunion r where r.acad = old.acad and r.defaite_le is null
        and ((r.fil = old.fil and r.vers = new.fil) or (r.fil = new.fil and r.vers = old.fil and old.id = any (r.transmissions)))) then
      raise exception 'transmission: what waits goes with its dossier, as it is, and nowhere else';
    end if;
    return new;
  end if;
  if (new.destinataire, new.decision, new.base, new.par, new.le, new.feuille, new.empreinte)
      is distinct from (old.destinataire, old.decision, old.base, old.par, old.le, old.feuille, old.empreinte)
    or (old.attente is null and (new.attente, new.sans_relecture, new.jour, new.contenu, new.relire_avant)
      is distinct from (old.attente, old.sans_relecture, old.jour, old.contenu, old.relire_avant))
    or (old.attente = 'refusee' and new.attente is distinct from old.attente and new.attente is distinct from 'retiree')
    or (old.attente = 'relue' and coalesce(new.attente, 'relue') not in ('relue', 'retiree'))
    or (old.lu_par is not null and (new.lu_par, new.lu_le, new.avis, new.avis_raison)
      is distinct from (old.lu_par, old.lu_le, old.avis, old.avis_raison)) then
    raise exception 'transmission: kept as it was decided, read and sent';
  end if;
  return new;
end
$$;

-- At which level the nearest person who may read what `p_sauf` wrote in this dossier stands today: 1 the school, 2 the circonscription,
-- 3 the département, 4 the académie; null, nobody. A desk shows what is its own to read, and counts the rest.
create function acces.niveau_lecteur(p_acad text, p_fil uuid, p_etab text, p_circo text, p_dept text, p_sauf uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    with la as materialized (select acces.maintenant() as le),
    voient as (
      select 1 as rang, m.agent, m.du, m.au from annuaire.mandat m
        where m.acad = p_acad and m.etab = p_etab and m.role in ('chef', 'coordonnateur')
      union all
      select 2, m.agent, m.du, m.au from annuaire.mandat m where m.acad = p_acad and m.circo = p_circo and m.role = 'ien'
      union all
      select 3, m.agent, m.du, m.au from annuaire.mandat m
        where m.acad = p_acad and m.dept = p_dept and m.role in ('referent_departemental', 'responsable_departemental')
      union all
      select 4, m.agent, m.du, m.au from annuaire.mandat m
        where m.acad = p_acad and m.role in ('referente_academique', 'responsable_academique') and m.etab is null and m.circo is null and m.dept is null)
    select min(v.rang) from voient v cross join la
      where p_acad = acces.mon_academie() and v.agent <> p_sauf and v.du <= la.le and (v.au is null or v.au > la.le)
        and not exists (select from acces.deport x where x.acad = p_acad and x.fil = p_fil and x.agent = v.agent)
  $$;

-- Does somebody still see this dossier: what was promised for them is theirs as long as they do, then of whoever answers for it.
create function acces.voit_encore(p_acad text, p_agent uuid, p_fil uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select p_acad = acces.mon_academie() and acces.fin_de_vue(d.acad, p_agent, d.id, d.portee_etab, d.portee_circo, d.portee_dept) is not null
      from confidentiel.dossier d where d.acad = p_acad and d.id = p_fil
  $$;

-- It has ended, and something is still awaited of what left or is to leave: somebody answers for it.
drop index confidentiel.prevu_suites;
create index prevu_suites on confidentiel.prevu (acad, fil) where issue is null and nature in ('suite_transmission', 'transmission_relue');
create index transmission_en_attente on confidentiel.transmission (acad, fil) where attente in ('a_relire', 'relue', 'refusee');

create or replace function confidentiel.a_reattribuer(p_horizon timestamptz)
  returns table (fil uuid, genre text, qui uuid, raison text, jusqu_a timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    with je as materialized (
      select acces.mon_academie() as acad, acces.mes_etablissements() as etabs, acces.mes_circonscriptions() as circos,
        acces.mes_departements() as depts, acces.mes_academies() as acads, acces.mes_deports() as deports, acces.aujourdhui() as jour),
    ouverts as (
      select d.acad, d.id, 'dossier' as genre, d.responsable as qui, d.portee_etab, d.portee_circo, d.portee_dept
        from confidentiel.dossier d, je
        where d.acad = je.acad and d.echeance is not null and d.id <> all (je.deports)
          and (d.portee_etab = any (je.etabs) or d.portee_circo = any (je.circos) or d.portee_dept = any (je.depts) or d.acad = any (je.acads))
      union all
      -- It has ended, and a transmission is still to be asked about, to leave, to be mended or withdrawn: somebody answers for it.
      select d.acad, d.id, 'dossier', d.responsable, d.portee_etab, d.portee_circo, d.portee_dept
        from confidentiel.dossier d, je
        where d.acad = je.acad and d.echeance is null and d.id <> all (je.deports)
          and d.id in (select p.fil from confidentiel.prevu p
              where p.acad = je.acad and p.issue is null and p.nature in ('suite_transmission', 'transmission_relue')
            union all
            select t.fil from confidentiel.transmission t where t.acad = je.acad and t.attente in ('a_relire', 'relue', 'refusee'))
          and (d.portee_etab = any (je.etabs) or d.portee_circo = any (je.circos) or d.portee_dept = any (je.depts) or d.acad = any (je.acads))
      union all
      select s.acad, s.id, 'signalement', s.pris_par, s.portee_etab, s.portee_circo, s.portee_dept from confidentiel.signalement s, je
        where s.acad = je.acad and s.etat = 'pris_en_charge' and s.id <> all (je.deports)
          and (s.portee_etab = any (je.etabs) or s.portee_circo = any (je.circos) or s.portee_dept = any (je.depts) or s.acad = any (je.acads))),
    -- One look for each person and place, not for each dossier; what was granted one by one is looked at below.
    places as materialized (
      select p.*, (
        select max(coalesce(m.au, 'infinity')) from annuaire.mandat m
          where m.acad = p.acad and m.agent = p.qui and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
            and case m.role
              when 'chef' then m.etab = p.portee_etab when 'coordonnateur' then m.etab = p.portee_etab
              when 'ien' then m.circo = p.portee_circo
              when 'referent_departemental' then m.dept = p.portee_dept when 'responsable_departemental' then m.dept = p.portee_dept
              when 'referente_academique' then true when 'responsable_academique' then true else false end) as fin,
        exists (select from annuaire.absence a, je where a.acad = p.acad and a.agent = p.qui and a.annulee_le is null
          and je.jour between a.du and a.au) as absent
      from (select distinct acad, qui, portee_etab, portee_circo, portee_dept from ouverts) p),
    suspects as (
      select o.*, p.fin, p.absent, exists (
          select from acces.deport x where x.acad = o.acad and x.fil = o.id and x.agent = o.qui) as ecarte
        from ouverts o join places p on p.acad = o.acad and p.qui = o.qui and p.portee_etab is not distinct from o.portee_etab
          and p.portee_circo is not distinct from o.portee_circo and p.portee_dept is not distinct from o.portee_dept),
    dits as (
      select s.id, s.genre, s.qui, case
          when s.ecarte then 'ecarte'
          when v.fin is null then 'parti'
          when s.absent and not exists (
            select from annuaire.absence a, je where a.acad = s.acad and a.agent = s.qui and a.annulee_le is null
              and je.jour between a.du and a.au and a.remplacant is not null
              and acces.fin_de_vue(s.acad, a.remplacant, s.id, s.portee_etab, s.portee_circo, s.portee_dept) is not null
              and not exists (select from annuaire.absence r where r.acad = a.acad and r.agent = a.remplacant and r.annulee_le is null
                and je.jour between r.du and r.au)) then 'absent'
          when v.fin < p_horizon then 'bientot' end as raison,
        nullif(v.fin, 'infinity') as jusqu_a
      from suspects s cross join lateral (
        select case when s.ecarte or s.fin >= p_horizon then s.fin
          else acces.fin_de_vue(s.acad, s.qui, s.id, s.portee_etab, s.portee_circo, s.portee_dept) end as fin) v
      where s.ecarte or s.absent or s.fin is null or s.fin < p_horizon)
    select d.id, d.genre, d.qui, d.raison, d.jusqu_a from dits d where d.raison is not null
  $$;

grant create on schema acces to preau_gardien;
alter function acces.niveau_lecteur(text, uuid, text, text, text, uuid) owner to preau_gardien;
alter function acces.voit_encore(text, uuid, uuid) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.niveau_lecteur(text, uuid, text, text, text, uuid), acces.voit_encore(text, uuid, uuid) from public;
grant execute on function acces.niveau_lecteur(text, uuid, text, text, text, uuid), acces.voit_encore(text, uuid, uuid) to preau_agent;
-- The promise of somebody who left goes to whoever answers for the dossier, by the job that tells of late things.
grant select (nature, objet), update (pour) on confidentiel.prevu to preau_job;
grant select (portee_etab, portee_circo, portee_dept) on confidentiel.dossier to preau_job;
grant execute on function acces.fin_de_vue(text, uuid, uuid, text, text, text) to preau_job;
alter policy alertes on confidentiel.fait
  with check (par is null and qualite = 'systeme' and verbe in ('dossier.alerter', 'dossier.heriter'));
