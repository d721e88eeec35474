-- toucher
select acad, agent, finit_le, inactive_le from acces.toucher_session(:empreinte)

-- identite
select prenom, nom, mail from annuaire.agent where acad = :acad and id = :agent

-- mandats | nonnull: id, role
select id, role, dept, circo, etab, du, au from acces.mes_mandats() order by du
