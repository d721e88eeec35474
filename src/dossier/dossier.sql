-- parNumero | nonnull: a_motiver
-- `a_motiver`: seen without any part in it, and no motive told yet. Most readers have one by their post, which the first line tells.
select case when d.responsable = :moi or d.ouvert_par = :moi or d.portee_etab = any (:etabs::text[]) or d.portee_circo = any (:circos::text[])
      then false else acces.doit_dire_pourquoi(d.acad, d.id) end as a_motiver,
    r.mail as resp_mail, d.revu_le, d.id, d.numero, d.dept, d.circo, d.etab, d.niveau, d.protocole, d.etat, d.urgences, d.responsable, d.echeance, d.ouvert_le,
    d.pris_le, d.protege_le, d.clos_le, d.persiste_le, d.resume, d.version, e.nom as ecole, e.type, e.commune, e.telephone,
    r.prenom as resp_prenom, r.nom as resp_nom, o.prenom as ouvert_prenom, o.nom as ouvert_nom
  from confidentiel.dossier d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  join annuaire.agent o on o.acad = d.acad and o.id = d.ouvert_par
  where d.acad = :acad and d.numero = :numero

-- personnes
select id, identite, version from confidentiel.personne where acad = :acad and fil = :fil order by id

-- roles
select id, personne, role, du, au from confidentiel.personne_role where acad = :acad and fil = :fil order by du, id

-- reunies
-- Entries that are read as another, today.
select id, de, vers from confidentiel.personne_reunie where acad = :acad and fil = :fil and separee_le is null order by le, id

-- liensEnBref
select enfant, responsable, autorite, regle from confidentiel.lien where acad = :acad and fil = :fil and au is null

-- mesures
select m.id, m.nature, m.contenu, m.du, m.au, m.le, a.prenom, a.nom
  from confidentiel.mesure m join annuaire.agent a on a.acad = m.acad and a.id = m.par
  where m.acad = :acad and m.fil = :fil order by m.le, m.id

-- rattachements
select s.id, s.recu_le, s.quoi, s.etat, s.canal, s.declarant, s.echeance, r.le
  from confidentiel.rattachement r join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
  where r.acad = :acad and r.dossier = :dossier and r.defait_le is null order by s.recu_le

-- lecteurs | nonnull: agent, prenom, nom, role
select agent, prenom, nom, role from acces.lecteurs(:fil) order by nom, prenom

-- mesuresEnBref | nonnull: gardee
select nature, du, au, garde is not null as gardee from confidentiel.mesure where acad = :acad and fil = :fil

-- reglages
select distinct on (code) code, valeur, raison from annuaire.reglage where acad = :acad order by code, le desc

-- avancer
-- The one statement that moves a dossier. Its state is the one that the table looked at; its version, when it is given, the one that
-- was on the screen: what only adds a row beside the others gives none, and merges.
update confidentiel.dossier
  set etat = :etat, version = version + 1,
    echeance = case when :etat in ('clos', 'ecarte', 'doublon', 'transfere') then null else coalesce(:echeance?::timestamptz, echeance) end,
    responsable = coalesce(:responsable?::uuid, responsable),
    pris_le = case when :etat not in ('recu', 'rouvert') then coalesce(pris_le, acces.maintenant()) else pris_le end,
    protege_le = case when :etat not in ('recu', 'pris_en_charge', 'rouvert') then coalesce(protege_le, acces.maintenant()) else protege_le end,
    clos_le = case when :etat in ('clos', 'ecarte', 'doublon', 'transfere') then coalesce(clos_le, acces.maintenant()) end
  where acad = :acad and id = :id and etat = :avant and (:version?::integer is null or version = :version)

-- ajouterUrgences
update confidentiel.dossier set urgences = (select array_agg(distinct u) from unnest(urgences || :urgences::text[]) u)
  where acad = :acad and id = :id and not urgences @> :urgences::text[]

-- oterUrgence
update confidentiel.dossier set urgences = array_remove(urgences, :urgence::text)
  where acad = :acad and id = :id and :urgence::text = any (urgences)

-- numeroDe
select numero from confidentiel.dossier where acad = :acad and id = :id
