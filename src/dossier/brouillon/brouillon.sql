-- garder
-- Kept when nothing else was kept meanwhile (`serie` is the one that the form was filled from), or when the author insists. A late
-- word of a form that was sent since brings nothing back.
insert into confidentiel.brouillon (acad, fil, agent, forme, contenu, serie, garde_le)
  select :acad, :fil, (select acces.moi()), :forme, :contenu, 1, (select acces.maintenant())
    where :serie = 0 or :force or exists (select from confidentiel.brouillon b
      where b.acad = :acad and b.fil = :fil and b.agent = (select acces.moi()) and b.forme = :forme)
  on conflict (acad, fil, agent, forme) do update
    set contenu = excluded.contenu, serie = confidentiel.brouillon.serie + 1, garde_le = excluded.garde_le
    where confidentiel.brouillon.serie = :serie or :force
  returning serie, garde_le

-- mien
select contenu, serie, garde_le from confidentiel.brouillon
  where acad = :acad and fil = :fil and agent = (select acces.moi()) and forme = :forme

-- miens
select forme, garde_le from confidentiel.brouillon where acad = :acad and fil = :fil and agent = (select acces.moi()) order by garde_le desc

-- oublier
delete from confidentiel.brouillon where acad = :acad and fil = :fil and agent = (select acces.moi()) and forme = :forme
