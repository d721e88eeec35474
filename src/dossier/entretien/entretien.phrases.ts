import { jour, type Phrase } from '#signalement'
import { ROLES_PERSONNE, type RolePersonne } from '../vocabulaire.ts'

const role = (d: Record<string, unknown>): string =>
  ROLES_PERSONNE[d.role as RolePersonne]?.libelle.toLowerCase() ?? String(d.role)

export const PHRASES_ENTRETIEN: Readonly<Record<string, Phrase>> = {
  'dossier.entendre': {
    dire: (d) =>
      d.issue === 'impossible'
        ? `Entretien pas possible (${role(d)}) : la raison est écrite`
        : `Entretien (${role(d)})${d.danger === true ? ' : un danger est dit' : ''}`,
    icone: 'message',
    ton: 'info',
  },
  'dossier.prevoir_entretien': {
    dire: (d) =>
      d.avant === undefined
        ? 'Un entretien prévu'
        : `Un entretien promis le ${jour(new Date(String(d.avant)))}, remis au ${jour(new Date(String(d.le)))} : la raison est dans les notes`,
    icone: 'calendrier',
  },
  'dossier.corriger_entretien': { dire: (d) => `Un entretien corrigé (version ${Number(d.version)})`, icone: 'message' },
}
