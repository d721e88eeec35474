import type { Phrase } from '#signalement'
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
  'dossier.prevoir_entretien': { dire: () => 'Un entretien prévu', icone: 'calendrier' },
  'dossier.corriger_entretien': { dire: (d) => `Un entretien corrigé (version ${Number(d.version)})`, icone: 'message' },
}
