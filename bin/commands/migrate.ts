import { existsSync } from 'node:fs'
import { creerTrousseau, dejaMigree, Empechement, lireConfig, migrer } from '#platform'
import { avecBase } from '../base.ts'
import { expliquerCompte } from '../expliquer.ts'
import { dire, refuserDemonstration } from '../maison.ts'

export const resume = 'met la base de données à jour : rôles, tables, droits'

export const aide = `Usage : preau migrate

Crée ou met à jour les rôles, les tables et les droits, dans la base de DATABASE_URL (le compte doit pouvoir créer
des rôles) ou dans la base embarquée. Ce qui est déjà fait n’est pas refait. Au premier lancement, crée aussi
le fichier des clés : mettez-en une copie à l’abri, ailleurs que les sauvegardes de la base. Sans lui, rien ne se lit.`

export async function run() {
  const config = lireConfig()
  refuserDemonstration(config)
  const faites = await avecBase(config, async (url) => {
    // New keys beside a base that is already there would change the doors' passwords and open nothing of it.
    if (!existsSync(config.cles) && (await dejaMigree(url)))
      throw new Empechement(
        `Cette base est déjà en service, mais le fichier des clés ${config.cles} est absent : remettez-le en place (PREAU_CLES dit où) avant de la mettre à jour.`,
      )
    return migrer(url, creerTrousseau(config.cles))
  }).catch((erreur: unknown) => {
    throw expliquerCompte(erreur)
  })
  for (const nom of faites) dire(nom)
  dire(faites.length === 0 ? 'La base était à jour.' : `La base est à jour : ${faites.length} changement(s).`)
}
