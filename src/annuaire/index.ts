/** Territories, schools, agents and their mandates. */
export { CODES_ROLES, ROLES, estRole, libelleRole, roleDe, type CodeRole, type NiveauRole, type Role } from './roles.ts'
export { ACADEMIES, type Academie } from './academies.ts'
export { avancement } from './import/avancement.ts'
export { rienNeChange, type Bilan } from './import/bilan.ts'
export { importerAnnuaire, type DemandeImport } from './import/importer.ts'
export { rapport as rapportImport } from './import/rapport.ts'
export { natureLisible, TYPES, type TypeEtablissement } from './nature.ts'
export { lettreUai, lireUai, type LectureUai } from './uai.ts'
