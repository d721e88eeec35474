-- ajouter
insert into confidentiel.intervenant (acad, id, fil, cote, agent, identite, jeton, par, le)
  values (:acad, :id, :fil, :cote, :agent?, :identite, :jeton, acces.moi(), acces.maintenant()) on conflict do nothing

-- retirer
update confidentiel.intervenant set retire_le = acces.maintenant() where acad = :acad and fil = :fil and id = :id and retire_le is null

-- revenir
update confidentiel.intervenant set retire_le = null where acad = :acad and fil = :fil and id = :id and retire_le is not null

-- changerCote
-- Only an adult who has seen nobody and is to see nobody: the keys of `rencontre` hold it too.
update confidentiel.intervenant i set cote = :cote
  where i.acad = :acad and i.fil = :fil and i.id = :id and i.cote <> :cote
    and not exists (select from confidentiel.rencontre r where r.acad = i.acad and r.fil = i.fil and r.intervenant = i.id)

-- delierPrevues
-- Whoever leaves has no talk ahead any more: the pupils are planned anew.
update confidentiel.rencontre set constat = 'annulee', tenue_le = :jour, note_par = acces.moi(), note_le = acces.maintenant()
  where acad = :acad and fil = :fil and intervenant = :id and constat is null

-- adultes | nonnull: agent, prenom, nom, chef
-- Who may be of the team: whoever sees the dossier, and the équipe ressource of its school.
select a.id as agent, a.prenom, a.nom, coalesce(bool_or(x.role = 'chef'), false) as chef from (
    select l.agent, l.role from acces.lecteurs(:fil) l
    union all
    select m.agent, m.role from annuaire.mandat m where m.acad = :acad and m.etab = :etab and m.role in ('equipe', 'coordonnateur', 'chef')
      and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())) x
  join annuaire.agent a on a.acad = :acad and a.id = x.agent
  group by a.id, a.prenom, a.nom order by a.nom, a.prenom, a.id
