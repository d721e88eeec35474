/** Territories, schools, agents and their mandates. */
export { CODES_ROLES, ROLES, estRole, libelleRole, roleDe, type CodeRole, type NiveauRole, type Role } from './roles.ts'
export { AGENTS_PAR_PAGE, agentDe, creerAgent, listerAgents, type Agent, type AgentListe, type FiltreAgents } from './agent.ts'
export { commeOperateur, type MandatVif, type NouvelAgent, type Operateur } from './agent.operateur.ts'
export {
  finirMandat,
  jeGere,
  journalDe,
  listeCirconscriptions,
  mandatGere,
  mandatsDe,
  ouvrirMandat,
  PHRASES_MANDAT,
  type Circonscription,
  type LigneJournal,
  type MandatDe,
  type MandatVu,
  type Territoire,
} from './mandat.ts'
export { ACADEMIES, lireDepartement, type Academie } from './academies.ts'
export { etablissementDe, listeDepartements, type Departement, type Etablissement } from './etablissement.ts'
export { avancement } from './import/avancement.ts'
export { enProprietaire, type Proprietaire } from './import/proprietaire.ts'
export { lignes as lignesCsv, sonder as sonderCsv, type Source } from './import/source.ts'
export { rienNeChange, type Bilan } from './import/bilan.ts'
export { importerAnnuaire, type DemandeImport } from './import/importer.ts'
export { rapport as rapportImport } from './import/rapport.ts'
export { natureLisible, TYPES, type TypeEtablissement } from './nature.ts'
export { PILIERS } from './piliers.ts'
export { plier } from './plier.ts'
export { Lexique } from './recherche.lexique.ts'
export { chercherEtablissements, TROUVEES_MAX, type EtablissementTrouve, type RechercheEtablissement } from './recherche.ts'
export { lettreUai, lireUai, type LectureUai } from './uai.ts'
export { avisCalendrier } from './calendrier/avis.ts'
export { calendrierInchange, type BilanCalendrier } from './calendrier/bilan.ts'
export { importerCalendrier, type DemandeCalendrier } from './calendrier/importer.ts'
export {
  anneeScolaireDe,
  jourConnu,
  jourOuvre,
  jourOuvreApres,
  joursOuvresEntre,
  libelleAnnee,
  motifSansClasse,
  ouvreDes,
  plusJours,
  plusJoursOuvres,
  premierJourApresVacances,
  type Calendrier,
  type Periode,
} from './calendrier/jours.ts'
export { calendrierVide, lireCalendrier } from './calendrier/lireCalendrier.ts'
export { rapportCalendrier } from './calendrier/rapport.ts'
export { horsService, prochaineOuverture } from './service.ts'
export { donnerProfession, estProfession, professionDe, PROFESSIONS, type Profession, type ProfessionDe } from './profession.ts'
