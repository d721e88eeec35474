-- poser
-- Zero rows: this very note had been written already.
insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values (:acad, :id, :fil, acces.moi(), :qualite, :contenu, acces.maintenant()) on conflict do nothing

-- notes
select n.id, n.agent, n.qualite, n.contenu, n.le, a.prenom, a.nom
  from confidentiel.note n join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = :acad and n.fil = :fil order by n.le desc, n.id

-- mentionner
insert into confidentiel.mention (acad, fil, note, agent, par, le)
  select :acad, :fil, :note, a, acces.moi(), acces.maintenant() from unnest(:agents::uuid[]) a on conflict do nothing

-- mentions
select m.note, m.agent, m.lue_le, a.prenom, a.nom
  from confidentiel.mention m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = :acad and m.fil = :fil order by a.nom, a.prenom

-- lireMentions
-- Whoever opens the notes has read what called them there.
update confidentiel.mention set lue_le = acces.maintenant()
  where acad = :acad and fil = :fil and agent = acces.moi() and lue_le is null

-- finirTache
update confidentiel.prevu set issue = :issue, fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = :acad and fil = :fil and id = :id and nature = 'tache' and issue is null

-- tachesFinies
select p.id, p.pour, p.contenu, p.issue, p.fini_le, a.prenom, a.nom
  from confidentiel.prevu p join annuaire.agent a on a.acad = p.acad and a.id = p.pour
  where p.acad = :acad and p.fil = :fil and p.nature = 'tache' and p.issue is not null order by p.fini_le desc limit 20

-- tacheConnue
select id from confidentiel.prevu where acad = :acad and id = :id
