-- consultations | nonnull: le, agent, fil, nature | nullable: motif, role, lieu, type
-- The function answers to a DPO and a responsable académique only. The capacity is the one held that day.
select j.le, j.agent, j.fil, j.nature, j.motif, m.role, m.lieu, m.type
  from acces.journal_consultations(:depuis, 20000) j
  left join lateral (
    select l.role, l.lieu, l.type from annuaire.mandat_lieu l
    where l.acad = acces.mon_academie() and l.agent = j.agent and l.du <= j.le and (l.au is null or l.au > j.le)
    order by l.du, l.id limit 1) m on true
  where (:agent?::uuid is null or j.agent = :agent) and (:fil?::uuid is null or j.fil = :fil)
  order by j.le desc, j.fil
  limit 100 offset :debut::integer

-- secours | nonnull: le, agent, fil | nullable: avis, vu_le
-- Emergency accesses, and what the level above said of each afterwards. The function answers to a DPO and a responsable académique only.
select le, agent, fil, avis, vu_le from acces.journal_secours(:depuis)
