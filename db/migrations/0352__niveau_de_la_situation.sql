-- A dossier that is taken out of a school's sight takes along what it is made of: the reports joined to it, the dossiers merged into it,
-- the support that was asked about it. An adult of the school is implicated; the child's own words, and what the child writes next,
-- were still read there. Given back, what had gone up with it comes back, but a report that itself names an adult of the school.
grant update (niveau) on confidentiel.appui to preau_gardien;

create function confidentiel.hauteur(p_niveau text) returns integer
  language sql immutable
  as $$ select pg_catalog.array_position(array['etablissement', 'circonscription', 'departement', 'academie'], p_niveau) $$;

-- Brings them where the dossier is held; each one that moved, and whether it has lost whoever had taken it.
create function confidentiel.suivre_niveau(p_acad text, p_dossier uuid) returns table (fil uuid, sorte text, de text, vers text, libre boolean)
  language plpgsql security definer set search_path = ''
  as $$
#variable_conflict use_column
declare
  v_niveau text;
  x record;
begin
  if not confidentiel.voit_dossier(p_acad, p_dossier) then
    return;
  end if;
  select d.niveau into v_niveau from confidentiel.dossier d where d.acad = p_acad and d.id = p_dossier;
  update confidentiel.appui a set niveau = v_niveau
    where a.acad = p_acad and a.dossier = p_dossier and a.etab is not null and confidentiel.hauteur(a.niveau) < confidentiel.hauteur(v_niveau);
  for x in
    with siens as (
      select s.id, 'signalement' as sorte, s.niveau, (s.auteurs is not distinct from 'adulte' or 'adulte_mis_en_cause' = any (s.urgences)) as adulte
        from confidentiel.rattachement r join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
        where r.acad = p_acad and r.dossier = p_dossier and r.defait_le is null
      union all
      select d.id, 'dossier', d.niveau, false
        from confidentiel.reunion u join confidentiel.dossier d on d.acad = u.acad and d.id = u.fil
        where u.acad = p_acad and u.vers = p_dossier and u.defaite_le is null),
    -- Where it was before it went up with this very dossier, if that was the last time that it moved.
    avant as (
      select s.*, (
        select case when f.detail ->> 'avec' = p_dossier::text then f.detail ->> 'de' end from confidentiel.fait f
          where f.acad = p_acad and f.fil = s.id
            and f.verbe in ('signalement.monter', 'signalement.reorienter', 'signalement.suivre_niveau', 'dossier.changer_niveau')
          order by f.rang desc limit 1) as venait
        from siens s)
    select a.id, a.sorte, a.niveau as de, case
        when confidentiel.hauteur(a.niveau) < confidentiel.hauteur(v_niveau) then v_niveau
        when confidentiel.hauteur(a.niveau) > confidentiel.hauteur(v_niveau) and a.venait is not null and not a.adulte
          then case when confidentiel.hauteur(a.venait) > confidentiel.hauteur(v_niveau) then a.venait else v_niveau end
        else a.niveau end as vers
      from avant a
  loop
    continue when x.vers = x.de;
    libre := false;
    if x.sorte = 'dossier' then
      update confidentiel.dossier d set niveau = x.vers, version = d.version + 1 where d.acad = p_acad and d.id = x.id;
    else
      update confidentiel.signalement s set niveau = x.vers, version = s.version + 1 where s.acad = p_acad and s.id = x.id;
      update confidentiel.signalement s set etat = 'recu', pris_par = null, pris_le = null
        where s.acad = p_acad and s.id = x.id and s.etat = 'pris_en_charge'
          and acces.fin_de_vue(s.acad, s.pris_par, s.id, s.portee_etab, s.portee_circo, s.portee_dept) is null;
      libre := found;
    end if;
    perform acces.finir_octrois(p_acad, x.id);
    fil := x.id; sorte := x.sorte; de := x.de; vers := x.vers;
    return next;
  end loop;
end
$$;

grant create on schema confidentiel to preau_gardien;
alter function confidentiel.suivre_niveau(text, uuid) owner to preau_gardien;
revoke create on schema confidentiel from preau_gardien;
revoke all on function confidentiel.hauteur(text), confidentiel.suivre_niveau(text, uuid) from public;
grant execute on function confidentiel.hauteur(text) to preau_gardien;
grant execute on function confidentiel.suivre_niveau(text, uuid) to preau_agent;
