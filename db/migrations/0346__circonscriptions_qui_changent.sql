-- A school may move to another circonscription: the directory says so, and what lies in the confidential tables did not follow. The
-- inspector of before went on reading the school's reports and dossiers, the one of today saw none of them. The import calls this.
-- Written for the guardian, whom the policies let through; one fact a thread, and a nudge to the inspector of today where the thread is
-- held at that level and still open.
create function confidentiel.suivre_circonscriptions(p_acad text) returns table (signalements integer, dossiers integer)
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_le timestamptz := acces.maintenant();
  x record;
begin
  signalements := 0;
  dossiers := 0;
  for x in
    select s.id, s.circo as de, e.circo as vers, e.dept, s.etab, s.niveau, s.etat <> 'clos' as ouvert, true as signale
      from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
      where s.acad = p_acad and s.circo is distinct from e.circo
    union all
    select d.id, d.circo, e.circo, e.dept, d.etab, d.niveau, d.echeance is not null, false
      from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
      where d.acad = p_acad and d.circo is distinct from e.circo
  loop
    -- In no circonscription any more: what an inspector held is the département's.
    if x.signale then
      update confidentiel.signalement s set circo = x.vers,
          niveau = case when s.niveau = 'circonscription' and x.vers is null then 'departement' else s.niveau end
        where s.acad = p_acad and s.id = x.id;
      signalements := signalements + 1;
    else
      update confidentiel.dossier d set circo = x.vers,
          niveau = case when d.niveau = 'circonscription' and x.vers is null then 'departement' else d.niveau end
        where d.acad = p_acad and d.id = x.id;
      dossiers := dossiers + 1;
    end if;
    insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
      values (p_acad, x.id, 0, case when x.signale then 'signalement.changer_circonscription' else 'dossier.changer_circonscription' end,
        null, 'systeme', '-infinity', pg_catalog.jsonb_build_object('de', x.de, 'vers', x.vers), '', '');
    if x.ouvert and x.niveau = 'circonscription' then
      insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
        values (pg_catalog.gen_random_uuid(), p_acad, 'nouveau', x.id, 'circonscription', x.etab, x.vers, x.dept, v_le, v_le);
    end if;
  end loop;
  update confidentiel.appui a set circo = e.circo from annuaire.etablissement e
    where a.acad = p_acad and e.acad = a.acad and e.etab = a.etab and a.circo is distinct from e.circo and e.circo is not null;
  return next;
end
$$;
grant update (circo) on confidentiel.appui to preau_gardien;
grant create on schema confidentiel to preau_gardien;
alter function confidentiel.suivre_circonscriptions(text) owner to preau_gardien;
revoke create on schema confidentiel from preau_gardien;
revoke all on function confidentiel.suivre_circonscriptions(text) from public;
-- To nobody who serves: the owner alone, whose role the import takes.
grant execute on function confidentiel.suivre_circonscriptions(text) to preau_proprietaire;
