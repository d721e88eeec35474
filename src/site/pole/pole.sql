-- composition | nonnull: role, nombre
select role, dept, nombre from annuaire.composition(:acad)

-- noms | nonnull: role, prenom, nom
-- Those who agreed to be named, while they hold a post there.
select role, dept, prenom, nom from annuaire.noms_publics(:acad)

-- pole
select telephone, mail, rattachement, presidence, membres, themes from prevention.pole where acad = :acad
