-- inscrire
-- Zero rows: this very form was sent already.
insert into confidentiel.transfert (acad, id, fil, vers, ailleurs, continue_ici, par, le)
  values (:acad, :id, :fil, :vers?, :ailleurs?, :continue, acces.moi(), acces.maintenant()) on conflict do nothing

-- transferts
select t.id, t.ailleurs, t.continue_ici, t.le, d.numero, e.nom as ecole, e.commune from confidentiel.transfert t
  left join confidentiel.dossier d on d.acad = t.acad and d.id = t.vers
  left join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where t.acad = :acad and t.fil = :fil order by t.le

-- origine
select d.numero, t.le from confidentiel.transfert t join confidentiel.dossier d on d.acad = t.acad and d.id = t.fil
  where t.acad = :acad and t.vers = :dossier

-- tuteurs | nonnull: agent
select m.agent from annuaire.mandat m
  where m.acad = :acad and m.etab = :etab and m.role in ('chef', 'coordonnateur') and m.du <= acces.maintenant()
    and (m.au is null or m.au > acces.maintenant())
  order by case m.role when 'chef' then 0 else 1 end, m.du limit 1
