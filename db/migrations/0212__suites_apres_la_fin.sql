-- What was transmitted outlives the dossier: its outcome is asked for after the end too, by whoever answers for the dossier; when
-- that person is gone, it is among what must be handed to somebody.
create index prevu_suites on confidentiel.prevu (acad, fil) where issue is null and nature = 'suite_transmission';

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
      -- It has ended, and the outcome of a transmission is still awaited: somebody answers for asking again.
      select d.acad, d.id, 'dossier', d.responsable, d.portee_etab, d.portee_circo, d.portee_dept
        from confidentiel.dossier d, je
        where d.acad = je.acad and d.echeance is null and d.id <> all (je.deports)
          and d.id in (select p.fil from confidentiel.prevu p
            where p.acad = je.acad and p.issue is null and p.nature = 'suite_transmission')
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
