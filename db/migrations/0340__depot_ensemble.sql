-- Reports that arrive together are written by one statement instead of a loop of ten each: 0.45 ms of PostgreSQL a report, 0.25 since
-- (sixteen together; docs/decisions/2026-11-28-reports-together.md). Nothing else changes: what the door may not choose is decided
-- here, and each line is answered « depose », « deja », « inconnue » or « images ». A draft that stands twice in one packet is written
-- once; the other line is « deja », and whoever sent it comes again with what was changed since.

drop function confidentiel.deposer(text, uuid, bytea, uuid, text, text, text, text[], text[], text, text, text, text[], text, text[], bytea,
  timestamptz, timestamptz, text, bytea, integer, bytea, bytea[], uuid, uuid);

create function confidentiel.deposer(p_envois jsonb) returns table (id uuid, issue text)
  -- A plan made while a table was empty must not read it whole once it has grown.
  language plpgsql security definer set search_path = '' set enable_seqscan = off
  as $$
#variable_conflict use_column
begin
  return query
  with lu as materialized (
    select e.*, a.dept, a.circo, a.niveau, e.urgences <> '{}' as grave,
      pg_catalog.row_number() over (partition by e.id) as fois,
      exists (select from confidentiel.piece_en_attente p
        where p.acad = e.acad and p.brouillon = e.brouillon and p.expire_le > e.recu) as images
    from pg_catalog.jsonb_to_recordset(p_envois) as e(acad text, id uuid, empreinte bytea, brouillon uuid, etab text, langue text,
      declarant text, quoi text[], lieux text[], depuis text, frequence text, auteurs text, informes text[], danger text, urgences text[],
      contenu bytea, recu timestamptz, echeance timestamptz, contact text, adresse bytea, version integer, emballee bytea,
      jetons bytea[], courriel uuid, urgent uuid)
    left join lateral annuaire.accueil(e.acad, e.etab, e.auteurs is not distinct from 'adulte') a on true
  ), neuf as (
    insert into acces.suivi (empreinte, acad, signalement, cree_le)
      select l.empreinte, l.acad, l.id, l.recu from lu l where l.dept is not null and not l.images and l.fois = 1 on conflict do nothing
      returning signalement
  ), a_ecrire as materialized (
    select l.* from lu l join neuf n on n.signalement = l.id where l.fois = 1
  ), signalements as (
    insert into confidentiel.signalement (acad, id, dept, circo, etab, niveau, canal, langue, declarant, quoi, lieux, depuis, frequence,
        auteurs, informes, danger, urgences, contenu, recu_le, echeance, contact)
      select l.acad, l.id, l.dept, l.circo, l.etab, l.niveau, 'site', l.langue, l.declarant, l.quoi, l.lieux, l.depuis, l.frequence,
        l.auteurs, l.informes, l.danger, l.urgences, l.contenu, l.recu, l.echeance, l.contact from a_ecrire l
  ), cles as (
    insert into confidentiel.cle (acad, fil, version, emballee) select l.acad, l.id, l.version, l.emballee from a_ecrire l
  ), jetons as (
    insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
      select l.acad, l.etab, l.id, j from a_ecrire l, pg_catalog.unnest(l.jetons) j on conflict do nothing
  ), faits as (
    insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
      select l.acad, l.id, 0, 'signalement.deposer', null, 'declarant', '-infinity',
        pg_catalog.jsonb_build_object('canal', 'site', 'niveau', l.niveau, 'urgences', l.urgences), '', '' from a_ecrire l
  ), courriels as (
    insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
      select l.courriel, l.acad, case when l.grave then 'urgent' else 'nouveau' end, l.id, l.niveau, l.etab, l.circo, l.dept,
        l.recu, l.recu from a_ecrire l
      union all
      select l.urgent, l.acad, 'urgent', l.id, 'departement', l.etab, l.circo, l.dept, l.recu, l.recu from a_ecrire l
        where l.grave and l.niveau in ('etablissement', 'circonscription')
  ), contacts as (
    insert into acces.contact (acad, signalement, adresse) select l.acad, l.id, l.adresse from a_ecrire l where l.adresse is not null
  )
  select l.id, case when l.dept is null then 'inconnue' when l.images then 'images'
    when l.fois = 1 and n.signalement is not null then 'depose' else 'deja' end
  from lu l left join neuf n on n.signalement = l.id;
end
$$;

grant create on schema confidentiel to preau_gardien;
alter function confidentiel.deposer(jsonb) owner to preau_gardien;
revoke create on schema confidentiel from preau_gardien;
revoke all on function confidentiel.deposer(jsonb) from public;
grant execute on function confidentiel.deposer(jsonb) to preau_public;

-- What is sealed cannot be compressed: PostgreSQL tried for each report (0.03 ms).
alter table confidentiel.signalement alter column contenu set storage external;
