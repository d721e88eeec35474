-- placer
-- The side of a pupil in this shared concern, the first time that they are planned or seen.
insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote) values (:acad, :fil, :piste, :personne, :cote) on conflict do nothing

-- libererHeures
-- Before a morning is planned anew: hours that move must not meet each other on the way.
update confidentiel.rencontre set debut = null, duree = null where acad = :acad and fil = :fil and piste = :piste and constat is null

-- prevoir
-- One talk ahead for a pupil: planning it anew moves it.
insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour, debut, duree, lieu)
  values (:acad, :id, :fil, :piste, :personne, :intervenant, :cote, :jour, :debut?::text::time, :duree?, :lieu?)
  on conflict (acad, piste, personne) where constat is null
  do update set intervenant = excluded.intervenant, cote = excluded.cote, jour = excluded.jour, debut = excluded.debut,
    duree = excluded.duree, lieu = case when rencontre.id = excluded.id then excluded.lieu else null end

-- situer
-- The room is encrypted for the row that holds it.
update confidentiel.rencontre set lieu = :lieu where acad = :acad and fil = :fil and id = :id

-- prevue
select id from confidentiel.rencontre where acad = :acad and piste = :piste and personne = :personne and constat is null

-- noter
-- A talk that was planned, or one that was not: in both cases noted once.
insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour, constat, suite, contenu, tenue_le, note_par, note_le)
  values (:acad, :id, :fil, :piste, :personne, :intervenant, :cote, :tenueLe, :constat, :suite?, :contenu, :tenueLe, acces.moi(), acces.maintenant())
  on conflict (acad, id) do update set intervenant = excluded.intervenant, cote = excluded.cote, constat = excluded.constat,
    suite = excluded.suite, contenu = excluded.contenu, tenue_le = excluded.tenue_le, note_par = excluded.note_par, note_le = excluded.note_le
  where rencontre.constat is null and rencontre.personne = excluded.personne and rencontre.fil = excluded.fil

-- notee
select note_par from confidentiel.rencontre where acad = :acad and id = :id and fil = :fil and constat is not null

-- annulerPrevues
update confidentiel.rencontre set constat = 'annulee', tenue_le = :jour, note_par = acces.moi(), note_le = acces.maintenant()
  where acad = :acad and fil = :fil and piste = :piste and constat is null

-- prochaine
-- The next talk of a track.
select jour from confidentiel.rencontre where acad = :acad and piste = :piste and constat is null order by jour limit 1
