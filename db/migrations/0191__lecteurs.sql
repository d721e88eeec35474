-- Who sees this thread: every mandate of the académie was read, and the clock asked for each (300 ms with 5 000 mandates, on a busy
-- machine). The indexes lead to the few of this school, its circonscription, its département and the académie.
create index mandat_academie on annuaire.mandat (acad, role) where etab is null and circo is null and dept is null;

create or replace function acces.lecteurs(p_fil uuid) returns table (agent uuid, prenom text, nom text, role text)
  language sql stable security definer set search_path = ''
  as $$
    with t as materialized (select acces.maintenant() as le, acces.mon_academie() as acad),
    f as materialized (
      select s.acad, s.portee_etab, s.portee_circo, s.portee_dept from t join confidentiel.signalement s on s.acad = t.acad
        where s.id = p_fil and confidentiel.voit_signalement(s.acad, s.id)
      union all
      select d.acad, d.portee_etab, d.portee_circo, d.portee_dept from t join confidentiel.dossier d on d.acad = t.acad
        where d.id = p_fil and confidentiel.voit_dossier(d.acad, d.id)),
    voient as (
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.etab = f.portee_etab
        where m.role in ('chef', 'coordonnateur')
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.circo = f.portee_circo
        where m.role = 'ien'
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.dept = f.portee_dept
        where m.role in ('referent_departemental', 'responsable_departemental')
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad
        where m.role in ('referente_academique', 'responsable_academique') and m.etab is null and m.circo is null and m.dept is null
      union all
      select m.agent, m.role, m.du, m.au from f cross join t join acces.octroi o on o.acad = f.acad and o.fil = p_fil
          and o.du <= t.le and (o.au is null or o.au > t.le)
        join annuaire.mandat m on m.acad = o.acad and m.agent = o.agent)
    select distinct on (a.id) a.id, a.prenom, a.nom, v.role from voient v cross join t
      join annuaire.agent a on a.acad = t.acad and a.id = v.agent
      where v.du <= t.le and (v.au is null or v.au > t.le)
        and not exists (select from acces.deport x where x.acad = a.acad and x.fil = p_fil and x.agent = a.id)
      order by a.id, v.role
  $$;
create index octroi_fil on acces.octroi (acad, fil);
