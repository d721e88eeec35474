-- A slot may be moved by those who organise. A booking keeps the moment that the school knows: whoever booked another one is asked.
alter table prevention.creneau
  add column deplace_par uuid,
  add column deplace_le timestamptz,
  add foreign key (acad, deplace_par) references annuaire.agent,
  add check ((deplace_par is null) = (deplace_le is null));
alter table prevention.reservation add column pour timestamptz;
update prevention.reservation r set pour = c.debut from prevention.creneau c where c.acad = r.acad and c.id = r.creneau;
alter table prevention.reservation alter column pour set not null;
comment on column prevention.reservation.pour is 'The moment that the school chose, or has accepted since';

-- The form says which moment was on the screen: a slot moved meanwhile is not booked unseen.
drop function prevention.reserver(uuid, uuid, text, text, integer);
create function prevention.reserver(p_id uuid, p_creneau uuid, p_debut timestamptz, p_etab text, p_niveau text, p_eleves integer) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  c prevention.creneau;
begin
  if not (p_etab = any (acces.mes_etablissements())) then return 'ferme'; end if;
  select * into c from prevention.creneau where acad = acces.mon_academie() and id = p_creneau for update;
  if not found or c.ferme_le is not null or c.debut <= acces.maintenant() or not exists (
    select from prevention.temps_fort t where t.acad = c.acad and t.annee = c.annee and t.code = c.code and t.publie_le is not null)
    then return 'ferme'; end if;
  if exists (select from prevention.reservation r where r.acad = c.acad and r.id = p_id) then return 'fait'; end if;
  if c.debut <> p_debut then return 'deplace'; end if;
  if c.pris + p_eleves > c.places then return 'complet'; end if;
  insert into prevention.reservation (acad, id, creneau, etab, niveau, eleves, pour, par, le)
    values (c.acad, p_id, c.id, p_etab, p_niveau, p_eleves, c.debut, acces.moi(), acces.maintenant());
  update prevention.creneau set pris = pris + p_eleves where acad = c.acad and id = c.id;
  return 'fait';
end
$$;

-- Moves a slot that is still to come. « fait », or why not: « pris » (another begins then), « devance » (it is no longer where the screen said).
create function prevention.deplacer_creneau(p_id uuid, p_de timestamptz, p_debut timestamptz) returns text
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not acces.ai_role(array['communication']) then return 'devance'; end if;
  update prevention.creneau set debut = p_debut, deplace_par = acces.moi(), deplace_le = acces.maintenant()
    where acad = acces.mon_academie() and id = p_id and debut = p_de and debut > acces.maintenant();
  return case when found then 'fait' else 'devance' end;
exception when unique_violation then return 'pris';
end
$$;

-- The school takes the moment it was shown; moved again meanwhile, it is asked again.
create function prevention.accepter_visite(p_id uuid, p_debut timestamptz) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update prevention.reservation r set pour = p_debut from prevention.creneau c
    where r.acad = acces.mon_academie() and r.id = p_id and r.annulee_le is null and r.etab = any (acces.mes_etablissements())
      and c.acad = r.acad and c.id = r.creneau and c.debut = p_debut and c.debut > acces.maintenant();
  return found;
end
$$;
grant create on schema prevention to preau_gardien;
alter function prevention.reserver(uuid, uuid, timestamptz, text, text, integer) owner to preau_gardien;
alter function prevention.deplacer_creneau(uuid, timestamptz, timestamptz) owner to preau_gardien;
alter function prevention.accepter_visite(uuid, timestamptz) owner to preau_gardien;
revoke create on schema prevention from preau_gardien;
revoke all on function prevention.reserver(uuid, uuid, timestamptz, text, text, integer),
  prevention.deplacer_creneau(uuid, timestamptz, timestamptz), prevention.accepter_visite(uuid, timestamptz) from public;
grant execute on function prevention.reserver(uuid, uuid, timestamptz, text, text, integer),
  prevention.deplacer_creneau(uuid, timestamptz, timestamptz), prevention.accepter_visite(uuid, timestamptz) to preau_agent;
