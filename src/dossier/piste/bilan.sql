-- fins | nonnull: n
-- Tracks that ended, by method and kind of school: what the targeted pupil said then. The scope is repeated for speed.
select p.methode, p.type, p.parole, count(*)::int as n from confidentiel.piste p
  join confidentiel.dossier d on d.acad = p.acad and d.id = p.fil
  where p.acad = :acad and p.issue is not null and (d.portee_dept = any (:depts::text[]) or d.acad = any (:acads::text[]))
  group by p.methode, p.type, p.parole

-- durees | nonnull: n
select p.methode, p.duree_avant, p.parole, count(*)::int as n from confidentiel.piste p
  join confidentiel.dossier d on d.acad = p.acad and d.id = p.fil
  where p.acad = :acad and p.issue is not null and (d.portee_dept = any (:depts::text[]) or d.acad = any (:acads::text[]))
  group by p.methode, p.duree_avant, p.parole

-- points | nonnull: rang, parole, n
-- What was said later, at the fixed checkpoints: counted for the last track that had ended by then.
select p.methode, f.detail->>'rang' as rang, f.detail->>'parole' as parole, count(*)::int as n
  from confidentiel.dossier d
  join confidentiel.fait f on f.acad = d.acad and f.fil = d.id and f.verbe = 'dossier.point_suivi'
  cross join lateral (
    select x.methode from confidentiel.piste x where x.acad = d.acad and x.fil = d.id and x.finie_le <= f.le
    order by x.finie_le desc, x.id desc limit 1) p
  where d.acad = :acad and (d.portee_dept = any (:depts::text[]) or d.acad = any (:acads::text[]))
    and f.detail->>'rang' in ('suivi_1', 'suivi_2', 'suivi_3') and f.detail->>'parole' is not null
  group by p.methode, f.detail->>'rang', f.detail->>'parole'
