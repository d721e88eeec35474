-- etat
-- What became of an earlier loading: « commencée », « finie », or no row.
select empreinte as etat from migration.faite where nom = 'demonstration'

-- noter
insert into migration.faite (nom, empreinte) values ('demonstration', :etat)
  on conflict (nom) do update set empreinte = excluded.empreinte, le = excluded.le

-- habitee | nonnull: habitee
select exists (select from annuaire.academie) as habitee

-- vider
-- Only ever after a loading of the demonstration that did not end: everything in these schemas is then its own.
do $$
declare
  noms text;
begin
  select string_agg(format('%I.%I', schemaname, tablename), ', ') into noms from pg_tables
    where schemaname in ('annuaire', 'acces', 'confidentiel', 'machine', 'prevention') and (schemaname, tablename) <> ('acces', 'instance')
      and tableowner = 'preau_proprietaire';
  execute 'truncate ' || noms;
end
$$

-- planterAcademie
insert into annuaire.academie (acad, nom, zone) values (:acad, :nom, :zone)

-- planterDepartements
insert into annuaire.departement (acad, dept, nom)
  select acad, dept, nom from jsonb_populate_recordset(null::annuaire.departement, :lot::jsonb -> 'lignes')

-- planterCirconscriptions
insert into annuaire.circonscription (acad, circo, dept, nom)
  select acad, circo, dept, nom from jsonb_populate_recordset(null::annuaire.circonscription, :lot::jsonb -> 'lignes')

-- planterEtablissements
insert into annuaire.etablissement (acad, etab, dept, nom, type, nature, secteur, contrat, commune, code_postal, circo, telephone, mail)
  select acad, etab, dept, nom, type, nature, secteur, contrat, commune, code_postal, circo, telephone, mail
  from jsonb_populate_recordset(null::annuaire.etablissement, :lot::jsonb -> 'lignes')

-- planterAgents
insert into annuaire.agent (acad, id, nom, prenom, mail, cree_le)
  select acad, id, nom, prenom, mail, cree_le from jsonb_populate_recordset(null::annuaire.agent, :lot::jsonb -> 'lignes')

-- planterMandats
insert into annuaire.mandat (acad, id, agent, role, dept, circo, etab, du, au)
  select acad, id, agent, role, dept, circo, etab, du, au from jsonb_populate_recordset(null::annuaire.mandat, :lot::jsonb -> 'lignes')

-- courrielsPartis
-- The mails of the stories left in their time: none of them is sent today.
update machine.courriel set envoye_le = cree_le where envoye_le is null and cree_le < :avant
