-- After the treatment: checkpoints, the end of a dossier and what comes back after it; and what the person who told may read of it.

-- What was written at each step of the follow-up and of the end: words of the target, of a guardian, of the school; reasons.
create table confidentiel.suivi (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  nature text not null check (nature in ('surveillance', 'point', 'cloture', 'ecart', 'reouverture', 'explication')),
  objet uuid,
  jour date not null,
  contenu bytea not null,
  par uuid not null,
  qualite text not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.suivi is 'Follow-up and end of a dossier (fil). Insert-only: each life of the dossier keeps its own';
comment on column confidentiel.suivi.objet is 'The checkpoint that was kept (prevu), or the report that was explained';
comment on column confidentiel.suivi.contenu is 'Words and reasons: encrypted JSON, one shape a nature (src/dossier/suivi)';
create index suivi_fil on confidentiel.suivi (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.suivi');
grant select, insert on confidentiel.suivi to preau_agent;
grant select on confidentiel.suivi to preau_gardien;

-- A measure may outlive the dossier, until a day and for a reason.
alter table confidentiel.mesure add column garde bytea, add constraint mesure_garde check (garde is null or au is not null);
comment on column confidentiel.mesure.garde is 'Why it is kept after the dossier is closed: encrypted JSON';
grant update (garde) on confidentiel.mesure to preau_agent;

-- The target said at the last checkpoint that it goes on: seen in the lists, above all by the level above.
alter table confidentiel.dossier add column persiste_le timestamptz;
comment on column confidentiel.dossier.persiste_le is 'Since when the target says that it goes on; null once it is better or treated anew';
create index dossier_persiste on confidentiel.dossier (acad, persiste_le) where persiste_le is not null;
grant update (persiste_le) on confidentiel.dossier to preau_agent;

-- What the team chose to tell the person who told: one measure, one report. Nothing is told that is not here.
create table confidentiel.mesure_dite (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  mesure uuid not null,
  signalement uuid not null,
  par uuid not null,
  le timestamptz not null,
  fini_par uuid,
  fini_le timestamptz,
  primary key (acad, id),
  foreign key (acad, mesure) references confidentiel.mesure,
  foreign key (acad, signalement) references confidentiel.signalement,
  foreign key (acad, par) references annuaire.agent,
  check ((fini_par is null) = (fini_le is null))
);
comment on table confidentiel.mesure_dite is 'This measure may be told to whoever wrote this report. An end is a date';
create unique index mesure_dite_vivante on confidentiel.mesure_dite (acad, mesure, signalement) where fini_le is null;
create index mesure_dite_fil on confidentiel.mesure_dite (acad, fil);
create index mesure_dite_signalement on confidentiel.mesure_dite (acad, signalement) where fini_le is null;
select confidentiel.proteger_fil('confidentiel.mesure_dite');
grant select, insert on confidentiel.mesure_dite to preau_agent;
grant update (fini_par, fini_le) on confidentiel.mesure_dite to preau_agent;
grant select on confidentiel.mesure_dite to preau_gardien;

-- The steps of the dossier to which the report of this code belongs: a code and a day, nothing else. Never a name, a number, a
-- place, a qualification; what is told of a measure is its kind, when it is still on, was ticked for this very report, and the
-- report comes from the pupil or a parent. A dossier that was merged or handed over tells nothing more than that it was taken in charge.
create function acces.mes_etapes() returns table (code text, le date)
  language sql stable security definer set search_path = ''
  as $$
    with d as (
      select x.acad, x.id, x.etat, x.pris_le, r.le as joint_le, s.id as fil, s.declarant
        from confidentiel.signalement s
        join confidentiel.rattachement r on r.acad = s.acad and r.fil = s.id and r.defait_le is null
        join confidentiel.dossier x on x.acad = r.acad and x.id = r.dossier
        where s.id = acces.mon_signalement()),
    -- What was over before this report was joined is somebody else's: nothing of it is told.
    seuil as (
      select coalesce(max(f.rang), 0) as rang from d join confidentiel.fait f on f.acad = d.acad and f.fil = d.id
        where (f.verbe in ('dossier.clore', 'dossier.ecarter') and f.le < d.joint_le)
          or (f.verbe = 'dossier.rouvrir' and f.le <= d.joint_le)),
    dits as (
      select f.rang, greatest(f.le, d.joint_le) as le, count(*) filter (where f.verbe = 'dossier.rouvrir') over (order by f.rang) as vie, case
          when f.verbe = 'dossier.prendre' then 'pris_en_charge'
          when f.verbe = 'dossier.proteger' and f.detail ->> 'nature' <> 'aucune' then 'protege'
          when f.verbe = 'dossier.entendre' and f.detail ->> 'issue' is distinct from 'impossible' then 'ecoute'
          when f.verbe = 'dossier.engager_piste' then 'decide'
          when f.verbe = 'dossier.surveiller' then 'surveille'
          when f.verbe in ('dossier.clore', 'dossier.ecarter') then 'fini'
          when f.verbe = 'dossier.rouvrir' then 'rouvert' end as code
        from d cross join seuil join confidentiel.fait f on f.acad = d.acad and f.fil = d.id and f.rang > seuil.rang
        where d.etat not in ('doublon', 'transfere') or f.verbe = 'dossier.prendre'),
    premiers as (
      select distinct on (vie, code) vie, code, le, rang from dits where code is not null order by vie, code, rang),
    pris as (
      select 0::bigint as vie, 'pris_en_charge' as code, greatest(d.pris_le, d.joint_le) as le, -1 as rang from d cross join seuil
        where d.pris_le is not null and seuil.rang = 0
          and not exists (select from premiers p where p.vie = 0 and p.code = 'pris_en_charge')),
    mesures as (
      select 'mesure_' || m.nature as code, greatest(m.du, (x.le at time zone 'Europe/Paris')::date) as le from d
        join confidentiel.mesure_dite x on x.acad = d.acad and x.fil = d.id and x.signalement = d.fil and x.fini_le is null
        join confidentiel.mesure m on m.acad = x.acad and m.id = x.mesure
        where d.declarant in ('victime', 'parent') and d.etat not in ('doublon', 'transfere') and m.nature <> 'aucune'
          and m.du <= (acces.maintenant() at time zone 'Europe/Paris')::date
          and (m.au is null or m.au >= (acces.maintenant() at time zone 'Europe/Paris')::date))
    (select x.code, (x.le at time zone 'Europe/Paris')::date from (select * from premiers union all select * from pris) x order by x.rang)
    union all
    (select x.code, x.le from mesures x order by x.le, x.code)
  $$;

-- Reports of a dossier that its reader may not see (another school's): how many, never which.
create function confidentiel.rattaches_ailleurs(p_acad text, p_dossier uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select count(*)::integer from confidentiel.rattachement r
      join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
      where confidentiel.voit_dossier(p_acad, p_dossier) and r.acad = p_acad and r.dossier = p_dossier and r.defait_le is null
        and s.etat <> 'clos' and not confidentiel.voit_signalement(s.acad, s.id)
  $$;

-- Two who settle the same thing at the same instant: the second one is told, and nothing is lost.
create or replace function annuaire.regler(p_code text, p_valeur text, p_raison text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not acces.ai_role(array['responsable_academique']) then
    return false;
  end if;
  insert into annuaire.reglage (acad, code, valeur, raison, par, le)
    values (acces.mon_academie(), p_code, p_valeur, p_raison, acces.moi(), acces.maintenant())
    on conflict do nothing;
  return found;
end
$$;

grant create on schema acces, confidentiel to preau_gardien;
alter function acces.mes_etapes() owner to preau_gardien;
alter function confidentiel.rattaches_ailleurs(text, uuid) owner to preau_gardien;
revoke create on schema acces, confidentiel from preau_gardien;
revoke all on function acces.mes_etapes(), confidentiel.rattaches_ailleurs(text, uuid) from public;
grant execute on function acces.mes_etapes() to preau_public;
grant execute on function confidentiel.rattaches_ailleurs(text, uuid) to preau_agent;
