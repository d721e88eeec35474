// Generated from etablissement.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type EtablissementDeRow = { etab: string; nom: string; type: string; nature: string; secteur: string; dept: string; deptNom: string; circo: string | null; bassin: string | null; adresse: string; code_postal: string; commune: string; telephone: string; mail: string; web: string; etat: string; ferme_le: string | null }
export const etablissementDe: Statement<{ acad: string; etab: string }, EtablissementDeRow> = {
  name: 'annuaire.etablissement.etablissementDe',
  text: `select e.etab, e.nom, e.type, e.nature, e.secteur, e.dept, d.nom as "deptNom", e.circo, e.bassin, e.adresse, e.code_postal, e.commune,
    e.telephone, e.mail, e.web, e.etat, e.ferme_le
  from annuaire.etablissement e join annuaire.departement d on d.acad = e.acad and d.dept = e.dept
  where e.acad = $1 and e.etab = $2`,
  params: ['acad', 'etab'],
}

export type ListeDepartementsRow = { dept: string; nom: string }
export const listeDepartements: Statement<{ acad: string }, ListeDepartementsRow> = {
  name: 'annuaire.etablissement.listeDepartements',
  text: `select dept, nom from annuaire.departement where acad = $1 order by dept`,
  params: ['acad'],
}
