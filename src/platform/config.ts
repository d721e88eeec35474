import { resolve } from 'node:path'
import { z } from 'zod'

/** Something outside the program stands in the way; the message is the sentence that says what to do. */
export class Empechement extends Error {
  override name = 'Empechement'

  constructor(phrase: string, options?: ErrorOptions) {
    super(insecables(phrase), options)
  }
}

const insecables = (phrase: string) => phrase.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0')

export type Config = {
  port: number
  hote: string
  origine: string
  databaseUrl: string | undefined
  donnees: string
  cles: string
  academie: string
  theme: 'neutre' | 'dsfr'
  smtpUrl: string | undefined
  expediteur: string
  /** Who hosts the site, for the legal notice; undefined: nobody has said so yet. */
  hebergeur: string | undefined
  /** Where the operator publishes the code; undefined: nobody has said so yet. */
  code: string | undefined
  oidc: { emetteur: string; client: string; secret: string } | undefined
  /** An agent enters only when the provider says that two factors were shown. */
  secondFacteur: boolean
  mandatairesDeConfiance: number
  /** `machine:port` or the path of a socket. */
  clamd: string | undefined
  journal: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  env: 'production' | 'demonstration' | 'test'
}

export type Env = Record<string, string | undefined>

type Variable = {
  sens: string
  /** What a right value looks like; ends the sentence of a wrong one. */
  attendu: string
  regle: z.ZodType
  defaut?: string
  defautDit?: string
  secret?: true
}

const entier = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))

const url = (protocole: RegExp) => z.url({ protocol: protocole })

const origine = url(/^https?$/).transform((valeur, contexte) => {
  const lue = new URL(valeur)
  if (lue.pathname !== '/' || lue.search || lue.hash || lue.username) contexte.addIssue({ code: 'custom', message: 'path' })
  return lue.origin
})

const MAIL = /^([^<>]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/
const NIVEAUX = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const VARIABLES = {
  PORT: {
    sens: 'port d’écoute',
    attendu: 'un nombre entier de 1 à 65535',
    regle: entier(1, 65535),
    defaut: '3000',
  },
  HOST: {
    sens: 'adresse d’écoute',
    attendu: 'une adresse IP ou un nom de machine',
    regle: z.string().regex(/^[\w.:-]+$/),
    defaut: '127.0.0.1',
  },
  PREAU_ORIGINE: {
    sens: 'adresse publique du site, sans chemin',
    attendu: 'une adresse sans chemin, comme https://preau.exemple.fr',
    regle: origine,
    defautDit: 'http://localhost:PORT',
  },
  DATABASE_URL: {
    sens: 'base PostgreSQL à utiliser (sinon, base embarquée)',
    attendu: 'une adresse comme postgres://compte:motdepasse@machine:5432/base',
    regle: url(/^postgres(ql)?$/),
    secret: true,
  },
  PREAU_DONNEES: {
    sens: 'dossier des données',
    attendu: 'un chemin de dossier',
    regle: z.string(),
    defaut: './donnees',
  },
  PREAU_CLES: {
    sens: 'fichier des clés de chiffrement',
    attendu: 'un chemin de fichier',
    regle: z.string(),
    defautDit: 'cles.json dans PREAU_DONNEES',
  },
  PREAU_ACADEMIE: {
    sens: 'code de l’académie',
    attendu: 'un code d’académie à deux chiffres, comme 16 pour Toulouse',
    regle: z.string().regex(/^\d{2}$/),
    defaut: '16',
  },
  PREAU_THEME: {
    sens: 'apparence du site (dsfr : sites de l’État seulement)',
    attendu: '« neutre » ou « dsfr »',
    regle: z.enum(['neutre', 'dsfr']),
    defaut: 'neutre',
  },
  SMTP_URL: {
    sens: 'serveur d’envoi des courriels (sinon, aucun envoi)',
    attendu: 'une adresse comme smtp://compte:motdepasse@machine:587',
    regle: url(/^smtps?$/),
    secret: true,
  },
  PREAU_EXPEDITEUR: {
    sens: 'expéditeur des courriels',
    attendu: 'une adresse de courriel, comme Préau <ne-pas-repondre@exemple.fr>',
    regle: z.string().regex(MAIL),
    defaut: 'Préau <ne-pas-repondre@localhost>',
  },
  PREAU_HEBERGEUR: {
    sens: 'hébergeur du site, tel que les mentions légales le nomment (nom, adresse, téléphone)',
    attendu: 'un texte de 300 signes au plus',
    regle: z.string().max(300),
  },
  PREAU_CODE: {
    sens: 'adresse publique où l’exploitant publie son code, dite sur la page du service',
    attendu: 'une adresse comme https://code.exemple.fr/preau',
    regle: url(/^https$/),
  },
  OIDC_EMETTEUR: {
    sens: 'fournisseur d’identité des agents (ProConnect)',
    attendu: 'une adresse comme https://identite.exemple.fr/api',
    regle: url(/^https?$/),
  },
  OIDC_CLIENT: {
    sens: 'identifiant donné par le fournisseur d’identité',
    attendu: 'l’identifiant donné par le fournisseur d’identité',
    regle: z.string(),
  },
  OIDC_SECRET: {
    sens: 'secret donné par le fournisseur d’identité',
    attendu: 'le secret donné par le fournisseur d’identité',
    regle: z.string(),
    secret: true,
  },
  PREAU_SECOND_FACTEUR: {
    sens: 'exiger des agents un second facteur, dit par le fournisseur d’identité (« mfa »)',
    attendu: '« oui » ou « non »',
    regle: z.enum(['oui', 'non']),
    defaut: 'non',
  },
  PREAU_MANDATAIRES_DE_CONFIANCE: {
    sens: 'nombre de serveurs mandataires placés devant Préau',
    attendu: 'un nombre entier de 0 à 10',
    regle: entier(0, 10),
    defaut: '0',
  },
  PREAU_CLAMD: {
    sens: 'antivirus clamd, par qui passe tout fichier avant d’être téléchargeable (sinon, aucun examen)',
    attendu: 'machine:port, comme localhost:3310, ou le chemin d’un socket, comme /run/clamav/clamd.ctl',
    regle: z.string().regex(/^(\/[^\0]+|[\w.-]+:\d{1,5})$/),
  },
  PREAU_JOURNAL: {
    sens: 'niveau de détail du journal',
    attendu: `l’un de ces mots : ${NIVEAUX.join(', ')}`,
    regle: z.enum(NIVEAUX),
    defaut: 'info',
  },
  PREAU_ENV: {
    sens: 'usage de cette installation',
    attendu: '« production », « demonstration » ou « test »',
    regle: z.enum(['production', 'demonstration', 'test']),
    defaut: 'production',
  },
} satisfies Record<string, Variable>

type Nom = keyof typeof VARIABLES
type Valeurs = { [N in Nom]: z.output<(typeof VARIABLES)[N]['regle']> | undefined }

const NOMS = Object.keys(VARIABLES) as Nom[]
const descriptionDe = (nom: Nom): Variable => VARIABLES[nom]

/** An empty variable is an absent one: container tools pass them so. */
const presente = (env: Env, nom: Nom) => env[nom]?.trim() || undefined

function lireValeurs(env: Env): { valeurs: Valeurs; fautes: string[] } {
  const fautes: string[] = []
  const lues = NOMS.map((nom) => {
    const { regle, defaut, attendu, secret } = descriptionDe(nom)
    const texte = presente(env, nom) ?? defaut
    if (texte === undefined) return [nom, undefined]
    const lu = regle.safeParse(texte)
    if (lu.success) return [nom, lu.data]
    const dite = secret ? `${nom} n’est pas correcte` : `${nom} vaut « ${texte} »`
    fautes.push(`${dite} : il faut ${attendu}.`)
    return [nom, undefined]
  })
  return { valeurs: Object.fromEntries(lues) as Valeurs, fautes }
}

const estLocale = (origine: string) => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origine)

/** The rules that hold between variables. */
function fautesEnsemble(env: Env, { PREAU_ENV, PREAU_ORIGINE }: Valeurs): string[] {
  const fautes: string[] = []
  const oidc = (['OIDC_EMETTEUR', 'OIDC_CLIENT', 'OIDC_SECRET'] as const).filter((nom) => !presente(env, nom))
  if (oidc.length === 1 || oidc.length === 2)
    fautes.push(`Il manque ${oidc.join(' et ')} : OIDC_EMETTEUR, OIDC_CLIENT et OIDC_SECRET se donnent ensemble, ou pas du tout.`)
  if (PREAU_ENV === 'production' && PREAU_ORIGINE?.startsWith('http:') && !estLocale(PREAU_ORIGINE))
    fautes.push(`PREAU_ORIGINE vaut « ${PREAU_ORIGINE} » : en production il faut une adresse en https://.`)
  return fautes
}

/** The environment with other defaults below it and fixed values above it: what a command hands on. */
export const environnement = (defauts: Env = {}, imposes: Env = {}): Env => ({ ...defauts, ...process.env, ...imposes })

/** The only place that reads the environment; refuses with one sentence per wrong variable. */
export function lireConfig(env: Env = process.env): Config {
  const { valeurs, fautes } = lireValeurs(env)
  const toutes = [...fautes, ...fautesEnsemble(env, valeurs)]
  if (toutes.length > 0) throw new Empechement(toutes.join('\n'))
  // Without a fault, every variable that has a default has a value.
  const lues = valeurs as { [N in Nom]: NonNullable<Valeurs[N]> }
  const donnees = resolve(lues.PREAU_DONNEES)
  return {
    port: lues.PORT,
    hote: lues.HOST,
    origine: valeurs.PREAU_ORIGINE ?? `http://localhost:${lues.PORT}`,
    databaseUrl: valeurs.DATABASE_URL,
    donnees,
    cles: valeurs.PREAU_CLES ? resolve(valeurs.PREAU_CLES) : resolve(donnees, 'cles.json'),
    academie: lues.PREAU_ACADEMIE,
    theme: lues.PREAU_THEME,
    smtpUrl: valeurs.SMTP_URL,
    expediteur: lues.PREAU_EXPEDITEUR,
    hebergeur: valeurs.PREAU_HEBERGEUR,
    code: valeurs.PREAU_CODE,
    oidc: valeurs.OIDC_EMETTEUR
      ? { emetteur: valeurs.OIDC_EMETTEUR, client: lues.OIDC_CLIENT, secret: lues.OIDC_SECRET }
      : undefined,
    secondFacteur: lues.PREAU_SECOND_FACTEUR === 'oui',
    mandatairesDeConfiance: lues.PREAU_MANDATAIRES_DE_CONFIANCE,
    clamd: valeurs.PREAU_CLAMD,
    journal: lues.PREAU_JOURNAL,
    env: lues.PREAU_ENV,
  }
}

export type LigneDeConfig = { nom: string; sens: string; defaut: string; valeur: string }

/** Every variable with its meaning, its default and its present value, secrets masked. */
export function decrireConfig(env: Env = process.env): LigneDeConfig[] {
  return NOMS.map((nom) => {
    const { sens, defaut, defautDit, secret } = descriptionDe(nom)
    const valeur = presente(env, nom)
    return {
      nom,
      sens,
      defaut: defautDit ?? defaut ?? '(aucun)',
      valeur: valeur && secret ? '••••••' : (valeur ?? ''),
    }
  })
}
