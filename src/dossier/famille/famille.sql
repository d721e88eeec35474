-- liens
select id, enfant, responsable, autorite, regle, contenu, au, version from confidentiel.lien
  where acad = :acad and fil = :fil and au is null order by id

-- unLien
-- Living, ended, or read under another entry.
select id, enfant, responsable, autorite, regle, contenu, au, version from confidentiel.lien
  where acad = :acad and fil = :fil and id = :id

-- tenirLien
-- Held until the end of the act: whoever changes it at the same time comes after, and merges.
select id, enfant, responsable, autorite, regle, contenu, au, version from confidentiel.lien
  where acad = :acad and fil = :fil and id = :id and au is null for update

-- garderLien
-- As it was noted until now.
insert into confidentiel.lien_avant (acad, id, fil, lien, contenu, par, le)
  values (:acad, :id, :fil, :lien, :contenu, (select acces.moi()), (select acces.maintenant()))

-- liensAvant
select id, contenu from confidentiel.lien_avant where acad = :acad and fil = :fil and lien = :lien

-- poserLien
insert into confidentiel.lien (acad, id, fil, enfant, responsable, autorite, regle, contenu, par, le)
  values (:acad, :id, :fil, :enfant, :responsable, :autorite, :regle, :contenu, acces.moi(), acces.maintenant())
  on conflict do nothing

-- changerLien
update confidentiel.lien set autorite = :autorite, regle = :regle, contenu = :contenu, version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version and au is null

-- finirLien
update confidentiel.lien set au = :au, version = version + 1
  where acad = :acad and fil = :fil and id = :id and au is null

-- contacts
select c.id, c.enfant, c.cote, c.avec, c.issue, c.sujets, c.moyen, c.motif, c.interprete, c.contenu, c.jour, c.qualite, c.le,
    a.prenom, a.nom
  from confidentiel.contact c join annuaire.agent a on a.acad = c.acad and a.id = c.par
  where c.acad = :acad and c.fil = :fil order by c.le, c.id

-- noterContact
insert into confidentiel.contact
  (acad, id, fil, enfant, cote, avec, issue, sujets, moyen, motif, interprete, contenu, jour, par, qualite, le)
  values (:acad, :id, :fil, :enfant, :cote, :avec, :issue, :sujets, :moyen?, :motif?, :interprete?, :contenu, :jour,
    acces.moi(), :qualite, acces.maintenant())
  on conflict do nothing

-- promettre
-- The first news to the family of each pupil who has one of these roles, where none is promised and none was given.
insert into confidentiel.prevu (acad, id, fil, nature, objet, pour, le, prevu_par, prevu_le)
  select distinct on (coalesce(u.vers, r.personne)) d.acad, gen_random_uuid(), d.id, 'nouvelles_famille',
      coalesce(u.vers, r.personne), d.responsable, :le::timestamptz, acces.moi(), acces.maintenant()
    from confidentiel.dossier d join confidentiel.personne_role r on r.acad = d.acad and r.fil = d.id
      left join confidentiel.personne_reunie u on u.acad = d.acad and u.fil = d.id and u.de = r.personne and u.separee_le is null
    where d.acad = :acad and d.id = :id and r.role = any (:roles::text[]) and r.au is null
      and not exists (select from confidentiel.prevu p where p.acad = d.acad and p.fil = d.id and p.nature = 'nouvelles_famille'
        and p.objet in (r.personne, u.vers) and p.issue is null)
  on conflict do nothing
