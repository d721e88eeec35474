-- The questions of the evaluation grid are a setting: the académie publishes versions of its own, made on screen from the one before.
-- The national ones are in the code. What a version asks never changes: an evaluation keeps the one that it was filled with.
create table annuaire.grille (
  acad text not null references annuaire.academie,
  version text not null check (version ~ '^local-[1-9][0-9]{0,3}$'),
  contenu jsonb not null,
  raison text not null check (length(raison) between 1 and 2000),
  du date not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, version),
  foreign key (acad, par) references annuaire.agent,
  constraint grille_bornee check (length(contenu::text) <= 60000),
  -- The rules of the dossier read these two by name: src/dossier/grille/modele.ts says why.
  constraint grille_tenue check (contenu @? '$.axes[*].questions[*] ? (@.code == "danger")'
    and contenu @? '$.axes[*].questions[*] ? (@.code == "graves")')
);
comment on table annuaire.grille is 'Versions of the evaluation grid published by the académie. Insert-only: the last one published whose day has come counts';
comment on column annuaire.grille.contenu is 'Axes, and in each its questions: code, words, help, kind of answers. No name of anybody';
grant select on annuaire.grille to preau_agent;
grant insert, select on annuaire.grille to preau_gardien;

-- The next version as it is being written: one at a time, by whoever settles.
create table annuaire.grille_brouillon (
  acad text primary key references annuaire.academie,
  contenu jsonb not null check (length(contenu::text) <= 60000),
  depuis text not null,
  revision integer not null default 1,
  par uuid not null,
  le timestamptz not null,
  foreign key (acad, par) references annuaire.agent
);
comment on table annuaire.grille_brouillon is 'The next version of the grid, being written from another one (depuis). revision: two people do not write over each other';
grant select on annuaire.grille_brouillon to preau_agent;
grant select, insert, update, delete on annuaire.grille_brouillon to preau_gardien;

-- Revision 0 begins it; any other one is what was on the screen. False: somebody else was first, or it is not one's to settle.
create function annuaire.ecrire_grille(p_contenu jsonb, p_depuis text, p_revision integer) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not acces.ai_role(array['responsable_academique']) then
    return false;
  end if;
  if p_revision = 0 then
    insert into annuaire.grille_brouillon (acad, contenu, depuis, par, le)
      values (acces.mon_academie(), p_contenu, p_depuis, acces.moi(), acces.maintenant())
      on conflict do nothing;
  else
    update annuaire.grille_brouillon
      set contenu = p_contenu, revision = revision + 1, par = acces.moi(), le = acces.maintenant()
      where acad = acces.mon_academie() and revision = p_revision;
  end if;
  return found;
end
$$;

create function annuaire.abandonner_grille(p_revision integer) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not acces.ai_role(array['responsable_academique']) then
    return false;
  end if;
  delete from annuaire.grille_brouillon where acad = acces.mon_academie() and revision = p_revision;
  return found;
end
$$;

-- The draft, as it was on the screen, becomes the next version from this day on, today at the earliest. Null: it had changed.
create function annuaire.publier_grille(p_revision integer, p_raison text, p_du date) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_contenu jsonb;
  v_version text;
begin
  if not acces.ai_role(array['responsable_academique']) or p_du < (acces.maintenant() at time zone 'Europe/Paris')::date then
    return null;
  end if;
  delete from annuaire.grille_brouillon where acad = acces.mon_academie() and revision = p_revision returning contenu into v_contenu;
  if not found then
    return null;
  end if;
  select 'local-' || count(*) + 1 into v_version from annuaire.grille where acad = acces.mon_academie();
  insert into annuaire.grille (acad, version, contenu, raison, du, par, le)
    values (acces.mon_academie(), v_version, v_contenu, p_raison, p_du, acces.moi(), acces.maintenant());
  return v_version;
end
$$;

grant create on schema annuaire to preau_gardien;
alter function annuaire.ecrire_grille(jsonb, text, integer) owner to preau_gardien;
alter function annuaire.abandonner_grille(integer) owner to preau_gardien;
alter function annuaire.publier_grille(integer, text, date) owner to preau_gardien;
revoke create on schema annuaire from preau_gardien;
revoke all on function annuaire.ecrire_grille(jsonb, text, integer), annuaire.abandonner_grille(integer),
  annuaire.publier_grille(integer, text, date) from public;
grant execute on function annuaire.ecrire_grille(jsonb, text, integer), annuaire.abandonner_grille(integer),
  annuaire.publier_grille(integer, text, date) to preau_agent;
