import { Empechement, lireConfig, type Maison } from '#platform'
import { tournerCles, versionsDesCles, type Versions } from '#travaux'
import { suivreProgres } from '../../src/platform/progress.ts'
import { dire, ouvrirAtelier } from '../maison.ts'

export const resume = 'dit quelles clés protègent les signalements, et les change'

export const aide = `Usage : preau cles etat
        preau cles tourner

Chaque signalement et chaque dossier a sa clé, rangée dans une enveloppe fermée par une clé du fichier PREAU_CLES.

  etat      dit combien de clés sont dans l’enveloppe de chaque version
  tourner   ajoute une version et y range toutes les clés, pendant que Préau sert ; si elle est interrompue,
            relancez-la : elle finit son travail sans ajouter d’autre version

Après « tourner », faites une copie du fichier des clés : les anciennes copies ne suffisent plus.
Les anciennes versions restent dans le fichier : vos sauvegardes de la base en ont besoin.`

export async function run(args: string[]) {
  const verbe = { etat, tourner }[args[0] ?? '']
  if (verbe === undefined || args.length !== 1)
    throw Object.assign(new Empechement('Il faut « preau cles etat » ou « preau cles tourner ».'), { code: 2 })
  const { maison, arreter } = await ouvrirAtelier(lireConfig())
  try {
    await verbe(maison)
  } finally {
    await arreter()
  }
}

async function etat(maison: Maison) {
  dire(`Version la plus récente du fichier des clés : ${maison.trousseau.version}`)
  dire(phrases(await versionsDesCles(maison)))
}

async function tourner(maison: Maison) {
  const r = await suivreProgres(1).etape('Rotation des clés', (detail) =>
    tournerCles(maison, (faites, total) => detail(`${nombre(faites)} sur ${nombre(total)}`)),
  )
  if (r.reprise) dire('Une rotation avait été interrompue : elle est finie.')
  dire(`${nombre(r.remballees)} clés rangées sous la version ${r.version}.\n${phrases(r.restent)}`)
  if (r.restent.some((v) => v.version !== r.version))
    dire('Des clés restent sous une ancienne version : un serveur les a écrites pendant ce temps. Relancez la commande.')
  dire(`Faites maintenant une copie de ${maison.config.cles}.`)
}

const nombre = (n: number): string => n.toLocaleString('fr-FR')
const phrases = (v: Versions): string =>
  v.length === 0 ? 'Aucune clé n’est encore en usage.' : v.map((x) => `Version ${x.version} : ${nombre(x.cles)} clés`).join('\n')
