-- photosDe | nonnull: droit
-- Those that are still there, without their bytes.
select p.id, p.alternative, p.reconnus, p.droit, p.largeur, p.hauteur, p.accord_le, p.publiee_le from prevention.photo p
  where p.acad = :acad and p.action = :action and p.retiree_le is null order by p.deposee_le, p.id

-- octetsPhoto
select case when :petite then petite else grande end as octets from prevention.photo
  where acad = :acad and id = :id and action = :action and retiree_le is null

-- deposer
insert into prevention.photo (acad, id, action, etab, dept, largeur, hauteur, empreinte, petite, grande, deposee_par, deposee_le)
  select a.acad, :id, a.id, a.etab, a.dept, :largeur, :hauteur, :empreinte, :petite, :grande, acces.moi(), acces.maintenant()
  from prevention.action a where a.acad = :acad and a.id = :action
    and (select count(*) from prevention.photo p where p.acad = a.acad and p.action = a.id and p.retiree_le is null) < :auPlus::int
  on conflict do nothing

-- preciser
update prevention.photo set alternative = :alternative, reconnus = :reconnus,
    accord_par = case when :accord then acces.moi() end, accord_le = case when :accord then acces.maintenant() end
  where acad = :acad and id = :id and action = :action and publiee_le is null and retiree_le is null

-- publierPhotos
-- Those that were on the screen of whoever publishes, and whose rights and words are there.
update prevention.photo set publiee_par = acces.moi(), publiee_le = acces.maintenant()
  where acad = :acad and action = :action and id = any (:ids::uuid[]) and droit <> 'attente' and alternative <> ''
    and publiee_le is null and retiree_le is null

-- retirerPhoto
update prevention.photo set retiree_par = acces.moi(), retiree_le = acces.maintenant(), petite = null, grande = null,
    publiee_par = null, publiee_le = null
  where acad = :acad and id = :id and action = :action and retiree_le is null
