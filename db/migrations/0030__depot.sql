-- A report is one call: the public door asks for it, the guardian writes all of it or nothing, and the door loses the rights
-- that it had to write a part. Measured: docs/decisions/2026-11-28-deposit-in-one-call.md.

-- The same answer from the indexes of each level, not from all the posts of the académie.
create or replace function annuaire.accueil(p_acad text, p_etab text, p_sauf_etablissement boolean)
  returns table (dept text, circo text, type text, niveau text)
  language sql stable security definer set search_path = ''
  as $$
    select e.dept, e.circo, e.type, case
      when not p_sauf_etablissement and exists (
        select from annuaire.mandat m where m.acad = p_acad and m.etab = p_etab and m.role in ('chef', 'coordonnateur')
          and m.du <= t.le and (m.au is null or m.au > t.le)) then 'etablissement'
      when not p_sauf_etablissement and exists (
        select from annuaire.mandat m where m.acad = p_acad and m.circo = e.circo and m.role = 'ien'
          and m.du <= t.le and (m.au is null or m.au > t.le)) then 'circonscription'
      when exists (
        select from annuaire.mandat m where m.acad = p_acad and m.dept = e.dept
          and m.role in ('referent_departemental', 'responsable_departemental')
          and m.du <= t.le and (m.au is null or m.au > t.le)) then 'departement'
      else 'academie' end
    from acces.horloge() t, annuaire.etablissement e
    where e.acad = p_acad and e.etab = p_etab and e.etat <> 'ferme'
  $$;

-- The chain of a thread in two statements instead of three: the head, when there is one, is locked; else this fact is the first.
create or replace function confidentiel.enchainer() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  c confidentiel.chaine;
begin
  new.le := acces.maintenant();
  loop
    select * into c from confidentiel.chaine where acad = new.acad and fil = new.fil for update;
    new.rang := coalesce(c.rang, 0) + 1;
    new.precedent := coalesce(c.tete, pg_catalog.sha256(new.fil::text::bytea));
    new.empreinte := confidentiel.empreinte_fait(
      new.acad, new.fil, new.rang, new.verbe, new.par, new.qualite, new.le, new.detail, new.precedent);
    if c.rang is not null then
      update confidentiel.chaine set rang = new.rang, tete = new.empreinte where acad = new.acad and fil = new.fil;
      return new;
    end if;
    insert into confidentiel.chaine (acad, fil, rang, tete) values (new.acad, new.fil, new.rang, new.empreinte) on conflict do nothing;
    if found then
      return new;
    end if;
    -- Somebody else wrote the first one meanwhile: this is the second.
  end loop;
end
$$;

-- What the door must have prepared: the narrative sealed, its key wrapped, the code hashed. What it may not choose is decided
-- here: the level that holds the report, its first fact, whom to nudge (an urgent one also one level up: a head may be away).
-- « inconnue »: no such school, or closed. « deja »: this code has been used, the report has arrived. « images »: pictures wait
-- under this draft, and whoever calls must take them along in the same transaction (p_brouillon null says that it does).
create function confidentiel.deposer(
  p_acad text, p_id uuid, p_empreinte bytea, p_brouillon uuid, p_etab text, p_langue text, p_declarant text, p_quoi text[],
  p_lieux text[], p_depuis text, p_frequence text, p_auteurs text, p_informes text[], p_danger text, p_urgences text[],
  p_contenu bytea, p_recu_le timestamptz, p_echeance timestamptz, p_contact text, p_adresse bytea, p_version integer,
  p_emballee bytea, p_jetons bytea[], p_courriel uuid, p_courriel_urgent uuid) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_dept text;
  v_circo text;
  v_niveau text;
  v_urgent boolean := p_urgences <> '{}';
begin
  select a.dept, a.circo, a.niveau into v_dept, v_circo, v_niveau from annuaire.accueil(p_acad, p_etab, p_auteurs is not distinct from 'adulte') a;
  if v_dept is null then
    return 'inconnue';
  end if;
  if exists (select from confidentiel.piece_en_attente p
    where p.acad = p_acad and p.brouillon = p_brouillon and p.expire_le > p_recu_le) then
    return 'images';
  end if;
  insert into acces.suivi (empreinte, acad, signalement, cree_le) values (p_empreinte, p_acad, p_id, p_recu_le) on conflict do nothing;
  if not found then
    return 'deja';
  end if;
  insert into confidentiel.signalement (acad, id, dept, circo, etab, niveau, canal, langue, declarant, quoi, lieux, depuis, frequence,
      auteurs, informes, danger, urgences, contenu, recu_le, echeance, contact)
    values (p_acad, p_id, v_dept, v_circo, p_etab, v_niveau, 'site', p_langue, p_declarant, p_quoi, p_lieux, p_depuis, p_frequence,
      p_auteurs, p_informes, p_danger, p_urgences, p_contenu, p_recu_le, p_echeance, p_contact);
  insert into confidentiel.cle (acad, fil, version, emballee) values (p_acad, p_id, p_version, p_emballee);
  insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
    select p_acad, p_etab, p_id, j from pg_catalog.unnest(p_jetons) j on conflict do nothing;
  insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
    values (p_acad, p_id, 0, 'signalement.deposer', null, 'declarant', '-infinity',
      pg_catalog.jsonb_build_object('canal', 'site', 'niveau', v_niveau, 'urgences', p_urgences), '', '');
  insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
    values (p_courriel, p_acad, case when v_urgent then 'urgent' else 'nouveau' end, p_id, v_niveau, p_etab, v_circo, v_dept,
      p_recu_le, p_recu_le);
  if v_urgent and v_niveau in ('etablissement', 'circonscription') then
    insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
      values (p_courriel_urgent, p_acad, 'urgent', p_id, 'departement', p_etab, v_circo, v_dept, p_recu_le, p_recu_le);
  end if;
  if p_adresse is not null then
    insert into acces.contact (acad, signalement, adresse) values (p_acad, p_id, p_adresse);
  end if;
  return 'depose';
end
$$;

grant usage on schema machine to preau_gardien;
grant insert on machine.courriel, acces.contact to preau_gardien;
grant select (acad, brouillon, expire_le) on confidentiel.piece_en_attente to preau_gardien;
create policy gardien on confidentiel.piece_en_attente for select to preau_gardien using (true);

grant create on schema confidentiel to preau_gardien;
alter function confidentiel.deposer(text, uuid, bytea, uuid, text, text, text, text[], text[], text, text, text, text[], text, text[], bytea,
  timestamptz, timestamptz, text, bytea, integer, bytea, bytea[], uuid, uuid) owner to preau_gardien;
revoke create on schema confidentiel from preau_gardien;
revoke all on function confidentiel.deposer(text, uuid, bytea, uuid, text, text, text, text[], text[], text, text, text, text[], text, text[],
  bytea, timestamptz, timestamptz, text, bytea, integer, bytea, bytea[], uuid, uuid) from public;
grant execute on function confidentiel.deposer(text, uuid, bytea, uuid, text, text, text, text[], text[], text, text, text, text[], text,
  text[], bytea, timestamptz, timestamptz, text, bytea, integer, bytea, bytea[], uuid, uuid) to preau_public;

-- The public door no longer writes a report, a key, a code, a contact or an index of names by itself.
revoke insert on confidentiel.signalement, confidentiel.cle, confidentiel.jeton_nom, acces.suivi, acces.contact from preau_public;
