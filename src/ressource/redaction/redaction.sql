-- lister | nonnull: par, garantNom, a_revoir_le, enLigne, remplacee, morts, lectures | nullable: rangEnLigne, du, au, programmee, finie, retiree
-- Every resource and page with where it stands, the last touched first.
select r.id, r.genre, r.adresse, v.id as version, v.rang, v.titre, v.acces, v.forme, v.le, g.prenom || ' ' || g.nom as par,
    r.garant, r.a_revoir_le::text as a_revoir_le, h.prenom || ' ' || h.nom as "garantNom",
    e.version is not null as "enLigne", ev.rang as "rangEnLigne", e.du, e.au,
    exists (select from prevention.en_ligne() n join prevention.version nv on nv.acad = n.acad and nv.id = n.version
      where nv.acad = r.acad and nv.remplace = r.id) as remplacee,
    (select min(p.du) from prevention.publication p where p.acad = r.acad and p.ressource = r.id and p.retiree_le is null
      and p.du > acces.maintenant()) as programmee,
    (select max(p.au) from prevention.publication p where p.acad = r.acad and p.ressource = r.id and p.retiree_le is null
      and p.au <= acces.maintenant()) as finie,
    (select max(p.retiree_le) from prevention.publication p where p.acad = r.acad and p.ressource = r.id and p.du <= p.retiree_le) as retiree,
    (select count(*)::int from prevention.lien l where l.acad = r.acad and l.url = any (v.liens) and l.etat = 'mort') as morts,
    coalesce((select sum(l.nombre)::int from prevention.lecture l where l.acad = r.acad and l.ressource = r.id and l.jour > :depuis::date), 0)
      as lectures
  from prevention.ressource r
  join prevention.version v on v.acad = r.acad and v.id = r.tete
  join annuaire.agent g on g.acad = v.acad and g.id = v.par
  join annuaire.agent h on h.acad = r.acad and h.id = r.garant
  left join prevention.en_ligne() e on e.acad = r.acad and e.ressource = r.id
  left join prevention.version ev on ev.acad = e.acad and ev.id = e.version
  where r.acad = :acad and (:id?::uuid is null or r.id = :id)
  order by v.le desc, r.id

-- version | nonnull: parNom
-- One version, whole: the newest when no rank is named.
select r.id as ressource, r.genre, r.adresse, r.tete, v.id, v.rang, v.precedente, v.ecartee, v.par, g.prenom || ' ' || g.nom as "parNom", v.le,
    v.titre, v.resume, v.texte, v.acces, v.forme, v.publics, v.niveaux, v.themes, v.piliers, v.etapes, v.duree, v.falc, v.licence, v.origine,
    v.lien, v.remplace, v.liens
  from prevention.ressource r
  join prevention.version v on v.acad = r.acad and v.ressource = r.id and (case when :rang?::integer is null then v.id = r.tete else v.rang = :rang end)
  join annuaire.agent g on g.acad = v.acad and g.id = v.par
  where r.acad = :acad and r.id = :id

-- versionParId
select v.rang from prevention.version v where v.acad = :acad and v.ressource = :ressource and v.id = :id

-- versions | nonnull: parNom
select v.id, v.rang, v.le, v.titre, v.ecartee, g.prenom || ' ' || g.nom as "parNom"
  from prevention.version v join annuaire.agent g on g.acad = v.acad and g.id = v.par
  where v.acad = :acad and v.ressource = :id order by v.rang desc

-- publications | nonnull: parNom | nullable: retireePar
select p.id, p.du, p.au, p.le, p.retiree_le, p.motif_retrait, v.rang, g.prenom || ' ' || g.nom as "parNom", h.prenom || ' ' || h.nom as "retireePar"
  from prevention.publication p
  join prevention.version v on v.acad = p.acad and v.id = p.version
  join annuaire.agent g on g.acad = p.acad and g.id = p.par
  left join annuaire.agent h on h.acad = p.acad and h.id = p.retiree_par
  where p.acad = :acad and p.ressource = :id order by p.numero desc

-- fichiers
select vf.rang, vf.libelle, vf.alternative, vf.pour, vf.langue, f.id, f.type, f.taille, f.nom, f.balise, f.examen
  from prevention.version_fichier vf join prevention.fichier f on f.acad = vf.acad and f.id = vf.fichier
  where vf.acad = :acad and vf.version = :version order by vf.rang

-- liensDe
select url, etat, constat, verifie_le, mort_depuis from prevention.lien
  where acad = :acad and url = any (:liens::text[]) order by (etat = 'mort') desc, url

-- remplacables
-- What a resource may say that it replaces: any other one.
select r.id, v.titre from prevention.ressource r join prevention.version v on v.acad = r.acad and v.id = r.tete
  where r.acad = :acad and r.genre = 'ressource' and (:sauf?::uuid is null or r.id <> :sauf) order by v.titre, r.id

-- chaine | nonnull: id
-- What the newest versions say that this one replaces, and so on: a circle would hide all of them.
with recursive suite as (
    select v.remplace as id from prevention.ressource r join prevention.version v on v.acad = r.acad and v.id = r.tete
      where r.acad = :acad and r.id = :id
    union
    select v.remplace from suite s join prevention.ressource r on r.acad = :acad and r.id = s.id
      join prevention.version v on v.acad = r.acad and v.id = r.tete)
select id from suite where id is not null

-- creer
insert into prevention.ressource (acad, id, genre, adresse, creee_par, creee_le, garant, a_revoir_le)
  values (:acad, :id, :genre, :adresse, acces.moi(), acces.maintenant(), acces.moi(), :aRevoirLe) on conflict do nothing

-- adressePrise | nonnull: prise
select exists (select from prevention.ressource where acad = :acad and genre = :genre and adresse = :adresse) as prise

-- tenir
-- One writer at a time for one resource; whoever comes second sees what the first wrote.
select tete from prevention.ressource where acad = :acad and id = :id for update

-- ecrire | nullable: rang
insert into prevention.version (acad, id, ressource, rang, precedente, ecartee, par, le, titre, resume, texte, acces, forme, publics, niveaux,
    themes, piliers, etapes, duree, falc, licence, origine, lien, remplace, liens, mots)
  select :acad, :id, :ressource, 1 + coalesce((select max(rang) from prevention.version where acad = :acad and ressource = :ressource), 0),
    :precedente?::uuid, :ecartee, acces.moi(), acces.maintenant(), :titre, :resume, :texte, :acces, :forme, :publics, :niveaux, :themes,
    :piliers, :etapes, :duree?::integer, :falc, :licence, :origine, :lien, :remplace?::uuid, :liens, :mots
  on conflict (acad, id) do nothing
  returning rang

-- joindre
insert into prevention.version_fichier (acad, version, fichier, rang, libelle, alternative, pour, langue)
  values (:acad, :version, :fichier, :rang, :libelle, :alternative, :pour?::uuid, :langue)

-- avancer
update prevention.ressource set tete = :tete where acad = :acad and id = :id

-- annulerProgrammees
-- What had not begun yet.
update prevention.publication set retiree_par = acces.moi(), retiree_le = acces.maintenant()
  where acad = :acad and ressource = :id and retiree_le is null and du > acces.maintenant()

-- retirer
update prevention.publication set retiree_par = acces.moi(), retiree_le = acces.maintenant(), motif_retrait = :motif
  where acad = :acad and ressource = :id and retiree_le is null and du <= acces.maintenant()

-- publier
insert into prevention.publication (acad, id, ressource, version, du, au, par, le)
  values (:acad, :id, :ressource, :version, coalesce(:du?::timestamptz, acces.maintenant()), :au?::timestamptz, acces.moi(), acces.maintenant())
  on conflict do nothing

-- fichiersParId
-- Of the files that a form names, those that are.
select id, type, taille, nom, balise, examen from prevention.fichier where acad = :acad and id = any (:ids::uuid[])
