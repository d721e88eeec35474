-- An emergency access is looked at afterwards, by the level above whoever used it, who says whether it was justified and why.
create unique index octroi_de_qui on acces.octroi (acad, id, fil, agent);
create index octroi_secours on acces.octroi (acad, du) where starts_with(motif, 'urgence_');

create table confidentiel.secours_regard (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  octroi uuid not null,
  agent uuid not null,
  avis text not null check (avis in ('justifie', 'pas_justifie')),
  contenu bytea not null,
  par uuid not null,
  qualite text not null,
  le timestamptz not null,
  primary key (acad, id),
  unique (acad, octroi),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, octroi, fil, agent) references acces.octroi (acad, id, fil, agent),
  foreign key (acad, par) references annuaire.agent,
  -- Two people, whatever a screen says.
  constraint secours_regard_autre check (par <> agent)
);
comment on table confidentiel.secours_regard is 'What the level above says of an emergency access, once: justified or not, and why (ciphertext). Insert-only';
comment on column confidentiel.secours_regard.agent is 'Who had opened the dossier so';
create index secours_regard_fil on confidentiel.secours_regard (acad, fil);
select confidentiel.proteger_fil('confidentiel.secours_regard');
grant select, insert on confidentiel.secours_regard to preau_agent;
grant select on confidentiel.secours_regard to preau_gardien;

-- The emergency accesses of a dossier, or of none: those that wait for me. `a_moi`: may I say whether it was justified, by my post: the
-- responsable départemental of the dossier, when whoever used it is of no département and it is not held above; the responsable
-- académique always. `dabord`: it waits for me first; the responsable académique has the others once they are late.
create function acces.secours(p_fil uuid)
  returns table (id uuid, fil uuid, numero text, ecole text, agent uuid, prenom text, nom text, motif text, du timestamptz, au timestamptz,
    avis text, a_moi boolean, dabord boolean)
  language sql stable security definer set search_path = ''
  as $$
    with moi as materialized (select acces.moi() as agent, acces.mon_academie() as acad, acces.maintenant() as le),
    miens as materialized (select m.role, m.dept from acces.mandats_vivants() m
      where m.role in ('responsable_departemental', 'responsable_academique')),
    o as materialized (
      select x.id, x.fil, x.agent, x.motif, x.du, x.au, d.numero, d.etab, d.dept, r.avis,
          d.niveau = 'academie' or exists (select from annuaire.mandat u where u.acad = x.acad and u.agent = x.agent
            and u.role in ('referent_departemental', 'responsable_departemental') and u.du <= x.du and (u.au is null or u.au > x.du)) as haut,
          exists (select from annuaire.mandat v where v.acad = x.acad and v.role = 'responsable_departemental' and v.dept = d.dept
            and v.du <= moi.le and (v.au is null or v.au > moi.le) and v.agent <> x.agent
            and not exists (select from acces.deport p where p.acad = v.acad and p.fil = x.fil and p.agent = v.agent)) as tenu
        from moi join acces.octroi x on x.acad = moi.acad and pg_catalog.starts_with(x.motif, 'urgence_')
          join confidentiel.dossier d on d.acad = x.acad and d.id = x.fil
          left join confidentiel.secours_regard r on r.acad = x.acad and r.octroi = x.id
        where (x.fil = p_fil and confidentiel.voit_dossier(x.acad, x.fil) and p_fil <> all (acces.mes_octrois()))
          or (p_fil is null and r.id is null and exists (select from miens) and x.fil <> all (acces.mes_deports()))),
    j as (
      select o.*, o.agent <> moi.agent and o.fil <> all (acces.mes_deports())
          and exists (select from miens m where m.role = 'responsable_academique' or (m.dept = o.dept and not o.haut)) as a_moi,
          exists (select from miens m where (m.role = 'responsable_academique') = (o.haut or not o.tenu)) as dabord
        from o cross join moi)
    select j.id, j.fil, j.numero, e.nom, a.id, a.prenom, a.nom, j.motif, j.du, j.au, j.avis, j.a_moi, j.dabord
      from j cross join moi join annuaire.agent a on a.acad = moi.acad and a.id = j.agent
        join annuaire.etablissement e on e.acad = moi.acad and e.etab = j.etab
      where p_fil is not null or j.a_moi
      order by j.du, j.id limit 100
  $$;

-- For the DPO and the responsable académique: each emergency access, and what was said of it. Identifiers only.
create function acces.journal_secours(p_depuis timestamptz)
  returns table (le timestamptz, agent uuid, fil uuid, avis text, vu_le timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select o.du, o.agent, o.fil, r.avis, r.le from acces.octroi o
      left join confidentiel.secours_regard r on r.acad = o.acad and r.octroi = o.id
      where o.acad = acces.mon_academie() and acces.ai_role(array['dpo', 'responsable_academique'])
        and pg_catalog.starts_with(o.motif, 'urgence_') and o.du >= p_depuis
      order by o.du desc, o.id limit 200
  $$;

grant create on schema acces to preau_gardien;
alter function acces.secours(uuid) owner to preau_gardien;
alter function acces.journal_secours(timestamptz) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.secours(uuid), acces.journal_secours(timestamptz) from public;
grant execute on function acces.secours(uuid), acces.journal_secours(timestamptz) to preau_agent;
-- Only what the function above gives this agent to judge is judged.
create policy juge on confidentiel.secours_regard as restrictive for insert to preau_agent
  with check (exists (select from acces.secours(fil) s where s.id = octroi and s.a_moi));
