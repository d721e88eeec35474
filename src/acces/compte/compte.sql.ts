// Generated from compte.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type MonNomRow = { nom_public_le: Date | null }
export const monNom: Statement<{}, MonNomRow> = {
  name: 'acces.compte.compte.monNom',
  text: `select nom_public_le from annuaire.agent where acad = (select acces.mon_academie()) and id = (select acces.moi())`,
  params: [],
}

export type PublierMonNomRow = { fait: boolean | null }
export const publierMonNom: Statement<{ oui: boolean }, PublierMonNomRow> = {
  name: 'acces.compte.compte.publierMonNom',
  text: `select annuaire.publier_mon_nom($1) as fait`,
  params: ['oui'],
}
