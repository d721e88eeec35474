-- composition | nonnull: role, nombre
select role, dept, nombre from annuaire.composition(:acad)
