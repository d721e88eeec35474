import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Empechement, lireConfig } from '#platform'
import { lireEmpreinte, verifierChaines, verifierRecu, type Constat, type Verification } from '#travaux'
import { suivreProgres } from '../../src/platform/progress.ts'
import { dire, ouvrirAtelier } from '../maison.ts'

export const resume = 'vérifie que rien n’a été changé, retiré ou ajouté dans les faits et les lectures'

export const aide = `Usage : preau audit verify [--ancres FICHIER]
        preau audit recu EMPREINTE

Chaque geste laisse un fait, enchaîné au précédent ; chaque jour, la fin de chaque chaîne et la liste des lectures sont
signées dans une ancre. Cette commande recalcule toutes les chaînes et toutes les ancres, et dit où commence ce qui ne
va pas : fait modifié, retiré, déplacé, ajouté, fin de chaîne coupée, lectures qui ne sont plus celles du jour. Elle peut tourner pendant que Préau sert.

  --ancres FICHIER   une copie de ancres.jsonl gardée ailleurs : dit aussi les ancres que la base aurait perdues

« recu » dit de quand est le signalement dont un reçu porte l’empreinte, et si rien n’y a été changé ; ni son lieu, ni son récit.

Code de sortie : 0 si tout se suit, 1 sinon.`

export async function run(args: string[]) {
  const { values, positionals } = parseArgs({ args, options: { ancres: { type: 'string' } }, allowPositionals: true })
  if (positionals[0] === 'recu') return dater(positionals.slice(1).join(''))
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    throw Object.assign(new Empechement('Il faut « preau audit verify » : « preau audit --help » explique.'), { code: 2 })
  if (values.ancres !== undefined && !existsSync(values.ancres))
    throw new Empechement(`Le fichier ${values.ancres} n’existe pas : donnez une copie de ancres.jsonl.`)
  const { maison, arreter } = await ouvrirAtelier(lireConfig())
  try {
    const v = await suivreProgres(1).etape('Vérification des faits', (detail) =>
      verifierChaines(maison, {
        ...(values.ancres === undefined ? {} : { copie: values.ancres }),
        surAvance: (faits, total) => detail(`${nombre(faits)} sur ${nombre(total)}`),
      }),
    )
    dire(rapport(v))
    if (v.constats.length > 0) process.exitCode = 1
  } finally {
    await arreter()
  }
}

async function dater(saisie: string): Promise<void> {
  const empreinte = lireEmpreinte(saisie)
  if (empreinte === null)
    throw Object.assign(new Empechement('Il faut l’empreinte entière du reçu : 64 chiffres et lettres de a à f.'), { code: 2 })
  const { maison, arreter } = await ouvrirAtelier(lireConfig())
  try {
    const r = await verifierRecu(maison, empreinte)
    if (r === null) dire('Aucun signalement n’a cette empreinte.')
    else
      dire(
        `Un signalement est arrivé le ${quand(r.le)}, académie ${r.acad}. ${r.intact ? 'Rien n’a été changé depuis.' : ALTERE}`,
      )
    if (r?.intact !== true) process.exitCode = 1
  } finally {
    await arreter()
  }
}

const ALTERE = 'Attention : ce qui l’accompagne n’est plus comme au premier jour, « preau audit verify » dit quoi.'
const quand = (d: Date): string => d.toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })
const nombre = (n: number): string => n.toLocaleString('fr-FR')
const MONTRES = 200

function rapport(v: Verification): string {
  const lu = `${nombre(v.faits)} faits dans ${nombre(v.fils)} fils, ${nombre(v.ancres)} ancres, ${nombre(v.lectures)} lectures signées.`
  const retard = v.ancresEnRetard
    ? `\nPas d’ancre récente${v.derniereAncre === null ? '' : ` (la dernière est du ${v.derniereAncre.toISOString().slice(0, 10)})`} : « preau worker » tourne-t-il ?`
    : ''
  if (v.constats.length === 0) return `${lu}\nTout se suit.${retard}`
  const reste = v.constats.length > MONTRES ? `\n… et ${nombre(v.constats.length - MONTRES)} autres.` : ''
  return `${lu}\n${v.constats.slice(0, MONTRES).map(ligne).join('\n')}${reste}\nCe qui est écrit ne l’est plus comme au premier jour : ${nombre(v.constats.length)} constat(s).${retard}`
}

const ligne = (c: Constat): string =>
  c.fil === null ? `Académie ${c.acad} : ${c.phrase}` : `Académie ${c.acad}, fil ${c.fil}, rang ${c.rang} : ${c.phrase}`
