-- listerAgents | nonnull: venu, total
-- `depts`: null for the whole académie; otherwise those who hold or held a post there, and those who hold none.
select a.id, a.prenom, a.nom, a.mail, a.sub is not null as venu, count(*) over ()::integer as total
  from annuaire.agent a
  cross join lateral (
    select coalesce(bool_or(m.au is null or m.au > :le::timestamptz), false) as courant,
      coalesce(bool_or(m.dept_lieu = any (:depts?::text[])), false) as ici,
      coalesce(bool_or((:etat::text = 'tous' or (m.au is null or m.au > :le::timestamptz) = (:etat::text = 'actifs'))
        and (:role?::text is null or m.role = :role) and (:dept?::text is null or m.dept_lieu = :dept)), false) as repond
    from annuaire.mandat_lieu m where m.acad = a.acad and m.agent = a.id) m
  where a.acad = :acad
    and (:depts?::text[] is null or m.ici or not m.courant)
    and (:q::text = '' or strpos(annuaire.plier(a.prenom || ' ' || a.nom || ' ' || a.prenom || ' ' || a.mail), annuaire.plier(:q::text)) > 0)
    and case :etat::text when 'actifs' then m.courant when 'anciens' then not m.courant else true end
    and ((:role?::text is null and :dept?::text is null) or m.repond)
  order by annuaire.plier(a.nom), annuaire.plier(a.prenom), a.id
  limit :limite::integer offset :debut::integer

-- unAgent | nonnull: venu
select a.id, a.prenom, a.nom, a.mail, a.sub is not null as venu, a.cree_le
  from annuaire.agent a
  where a.acad = :acad and a.id = :id and (:depts?::text[] is null
    or exists (select from annuaire.mandat_lieu m where m.acad = a.acad and m.agent = a.id and m.dept_lieu = any (:depts))
    or not exists (select from annuaire.mandat m where m.acad = a.acad and m.agent = a.id and (m.au is null or m.au > :le::timestamptz)))

-- creerAgent | nonnull: resultat
select resultat, agent from annuaire.creer_agent(:id, :prenom, :nom, :mail)

-- corrigerAdresse | nonnull: resultat
-- By the operator's command.
select annuaire.corriger_adresse(:acad, :mail, :nouvelle) as resultat

-- poserAgent | nonnull: resultat, agent
-- By the operator's command: `par` is null.
select resultat, agent from annuaire.poser_agent(:acad, null, :id, :prenom, :nom, :mail)
