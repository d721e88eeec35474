-- verrouiller
-- Two imports at once would each take the other's lines for new ones.
select pg_advisory_xact_lock(5272299)

-- ecoles
select etab, type from annuaire.etablissement
  where acad = :acad and etat <> 'ferme' and (:toute::boolean or dept = any (:depts::text[]))

-- ailleurs
-- Schools that exist and are not this person's to speak for.
select etab from annuaire.etablissement where acad = :acad and etat <> 'ferme' and not (:toute::boolean or dept = any (:depts::text[]))

-- deja
select etab, annee, temps_fort, du, titre from prevention.action where acad = :acad

-- enBrouillon | nonnull: oui
-- Asked of the lines that seem new, when an agent imports: a school's drafts are not theirs to read.
select prevention.est_en_brouillon(:acad, :etab, :annee, :tempsFort?::text, :du, :titre) as oui

-- garder
insert into prevention.import_garde (acad, par, id, octets, expire_le)
  values (:acad, acces.moi(), :id, :octets, acces.maintenant() + interval '2 hours')
  on conflict (acad, par) do update set id = excluded.id, octets = excluded.octets, expire_le = excluded.expire_le

-- garde
select octets from prevention.import_garde where acad = :acad and id = :id and expire_le > acces.maintenant()

-- joursForts
select annee, code from prevention.temps_fort where acad = :acad

-- poser
insert into prevention.action (acad, id, etab, dept, circo, annee, temps_fort, titre, texte, du, au, type, publics, niveaux, effectif,
    partenaires, pilier, etat, declaree_par, declaree_le, proposee_par, proposee_le)
  select e.acad, :id, e.etab, e.dept, e.circo, :annee, :tempsFort?::text, :titre, :texte, :du, :au, :type, :publics, :niveaux,
    :effectif?::integer, :partenaires, :pilier?::integer, 'proposee', :par, acces.maintenant(), :par, acces.maintenant()
  from annuaire.etablissement e where e.acad = :acad and e.etab = :etab

-- noterImport
insert into prevention.action_pas (acad, action, verbe, par, le) values (:acad, :action, 'action.importer', :par, acces.maintenant())

-- auteur | nonnull: toute
-- Who the operator acts for: an agent with a mandate today that may gather the actions of others.
select a.id, coalesce(bool_or(m.role = 'communication'), false) as toute,
    array_agg(distinct m.dept) filter (where m.dept is not null) as depts
  from annuaire.agent a join annuaire.mandat m on m.acad = a.acad and m.agent = a.id
  where a.acad = :acad and a.mail = lower(:mail::text) and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
    and m.role in ('communication', 'referent_departemental', 'responsable_departemental')
  group by a.id
