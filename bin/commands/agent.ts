import { parseArgs } from 'node:util'
import { commeOperateur, libelleRole, type MandatVif, type Operateur } from '#annuaire'
import { Empechement, lireConfig } from '#platform'
import { avecBase } from '../base.ts'

export const resume = 'inscrit un agent, corrige son adresse, liste les fonctions en cours, y met fin'

export const aide = `Usage : preau agent ajouter --mail ADRESSE --prenom P --nom N --role FONCTION [territoire]
        preau agent liste
        preau agent finir --mail ADRESSE [--role FONCTION] [territoire]
        preau agent adresse --mail ADRESSE --nouvelle ADRESSE

Le premier administrateur s’inscrit ainsi ; ensuite, l’écran « Agents et mandats » suffit.
Une adresse déjà inscrite reçoit une fonction de plus. Finir sans --role met fin à toutes.
Rien n’est effacé : la fin est une date, et ce que la fonction ouvrait se ferme à la seconde.
Une adresse mal écrite, un nom qui change, un fournisseur d’identité remplacé : « adresse » garde l’agent,
ses fonctions et ses dossiers, ferme ses sessions, et le rattache à sa prochaine connexion. Pour rattacher
sans changer d’adresse, donnez deux fois la même.

Fonctions   chef coordonnateur equipe ien referent_departemental responsable_departemental
            referente_academique responsable_academique dpo administrateur
            communication
Territoire  --etab UAI     chef, coordonnateur, equipe
            --circo UAI    ien
            --dept 031     referent_departemental, responsable_departemental`

const OPTIONS = {
  mail: { type: 'string' },
  nouvelle: { type: 'string' },
  prenom: { type: 'string' },
  nom: { type: 'string' },
  role: { type: 'string' },
  etab: { type: 'string' },
  circo: { type: 'string' },
  dept: { type: 'string' },
} as const

type Options = { [K in keyof typeof OPTIONS]?: string | undefined }

const mauvais = (phrase: string): Empechement => Object.assign(new Empechement(phrase), { code: 2 })

function exiger(o: Options, nom: keyof Options): string {
  const valeur = o[nom]?.trim()
  if (!valeur) throw mauvais(`Il manque --${nom} : « preau agent --help » explique.`)
  return valeur
}

const territoire = (o: Options) => ({ etab: o.etab ?? null, circo: o.circo ?? null, dept: o.dept ?? null })

const JOUR = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' })

const ligne = (m: MandatVif): string =>
  [
    `${m.prenom} ${m.nom} <${m.mail}>`,
    [libelleRole(m.role, m.type), m.lieu, m.etab ?? m.circo ?? m.dept].filter((x) => x !== null).join(' · '),
    `depuis le ${JOUR.format(m.du)}${m.au === null ? '' : `, jusqu’au ${JOUR.format(m.au)}`}`,
  ].join('\n    ')

const VERBES: Record<string, (op: Operateur, o: Options) => Promise<string>> = {
  async ajouter(op, o) {
    const [mail, prenom, nom, role] = [exiger(o, 'mail'), exiger(o, 'prenom'), exiger(o, 'nom'), exiger(o, 'role')]
    const { deja } = await op.ajouter({ mail, prenom, nom, role, ...territoire(o) })
    return deja
      ? 'Cette adresse était déjà inscrite : la fonction lui est ajoutée.'
      : 'L’agent est inscrit, et sa fonction ouverte.'
  },
  async liste(op) {
    const mandats = await op.lister()
    return mandats.length === 0 ? 'Aucune fonction en cours.' : mandats.map(ligne).join('\n')
  },
  async adresse(op, o) {
    await op.adresser({ mail: exiger(o, 'mail'), nouvelle: exiger(o, 'nouvelle') })
    return 'L’adresse est enregistrée : le compte sera rattaché à la prochaine connexion, et les sessions ouvertes sont fermées.'
  },
  async finir(op, o) {
    const combien = await op.finir({ mail: exiger(o, 'mail'), role: o.role, ...territoire(o) })
    if (combien === 0) throw new Empechement('Aucune fonction en cours ne répond à cette demande : rien n’a changé.')
    return combien === 1 ? 'La fonction a pris fin.' : `${combien} fonctions ont pris fin.`
  },
}

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const verbe = positionals.length === 1 && Object.hasOwn(VERBES, positionals[0]!) ? VERBES[positionals[0]!]! : undefined
  if (verbe === undefined)
    throw mauvais('Il faut « preau agent ajouter », « adresse », « liste » ou « finir » : « preau agent --help » explique.')
  const config = lireConfig()
  console.log(await avecBase(config, (url) => commeOperateur(url, config.academie, (op) => verbe(op, values))))
}
