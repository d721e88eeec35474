-- An address typed wrong, a name that changes, an identity provider that gives everybody another subject: the agent could never enter again,
-- since the subject is bound once and the address never moves, and their dossiers stayed with an account that nobody opens. The operator
-- of the machine corrects the address: the subject is let go, the next sign-in binds it anew, and who is in is put out the same second
-- (it may have been somebody else's address).
alter table annuaire.journal drop constraint journal_verbe_check;
alter table annuaire.journal add constraint journal_verbe_check
  check (verbe in ('agent.creer', 'mandat.ouvrir', 'mandat.finir', 'nom.publier', 'nom.taire', 'profession.donner', 'profession.finir', 'agent.adresse'));

create function annuaire.corriger_adresse(p_acad text, p_mail text, p_nouvelle text) returns text
  language plpgsql set search_path = ''
  as $$
declare
  v_agent uuid;
begin
  select a.id into v_agent from annuaire.agent a where a.acad = p_acad and a.mail = pg_catalog.lower(p_mail) for update;
  if v_agent is null then
    return 'inconnu';
  end if;
  if exists (select from annuaire.agent a where a.acad = p_acad and a.mail = pg_catalog.lower(p_nouvelle) and a.id <> v_agent) then
    return 'mail_pris';
  end if;
  update annuaire.agent a set mail = pg_catalog.lower(p_nouvelle), sub = null where a.acad = p_acad and a.id = v_agent;
  update acces.session s set close_le = acces.maintenant(), jeton_identite = null
    where s.acad = p_acad and s.agent = v_agent and s.close_le is null;
  insert into annuaire.journal (acad, verbe, par, agent, le) values (p_acad, 'agent.adresse', null, v_agent, acces.maintenant());
  return 'fait';
end
$$;
revoke all on function annuaire.corriger_adresse(text, text, text) from public;
-- To nobody who serves: the owner alone, whose role the command takes.
