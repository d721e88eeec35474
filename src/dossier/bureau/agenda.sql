-- monAgenda | nonnull: cree_le | nullable: lu_le
select cree_le, lu_le from acces.mon_agenda()

-- ouvrir | nonnull: oui
select acces.ouvrir_agenda(:empreinte) as oui

-- fermer | nonnull: oui
select acces.fermer_agenda() as oui

-- evenements | nonnull: id, nature, le
select id, nature, le from acces.evenements(:empreinte)
