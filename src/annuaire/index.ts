/** Territories, schools, agents and their mandates. */
export { CODES_ROLES, ROLES, estRole, libelleRole, roleDe, type CodeRole, type NiveauRole, type Role } from './roles.ts'
