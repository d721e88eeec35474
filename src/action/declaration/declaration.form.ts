import { z } from 'zod'
import { tous, un, type Envoi } from '../envoi.ts'
import { estCle, niveauxDe, TOUTES_CLASSES, PUBLICS, TYPES, type CodeTempsFort } from '../vocabulaire.ts'
import { estJour } from '../quand.ts'

/** What was typed, exactly: shown again when something is wrong. */
export interface Saisie {
  id: string
  version: string
  etab: string
  titre: string
  texte: string
  temps_fort: string
  du: string
  au: string
  type: string
  publics: readonly string[]
  niveaux: readonly string[]
  effectif: string
  /** Minutes that one pupil received. */
  duree: string
  /** Level → pupils reached, as typed. */
  atteints: Readonly<Record<string, string>>
  partenaires: string
  pilier: string
}
export interface Erreur {
  champ: string
  message: string
}

export const champAtteints = (niveau: string): string => `atteints_${niveau}`

export const lireSaisie = (envoi: Envoi): Saisie => ({
  ...(Object.fromEntries(
    [
      'id',
      'version',
      'etab',
      'titre',
      'texte',
      'temps_fort',
      'du',
      'au',
      'type',
      'effectif',
      'duree',
      'partenaires',
      'pilier',
    ].map((n) => [n, un(envoi, n)]),
  ) as unknown as Saisie),
  publics: tous(envoi, 'publics'),
  niveaux: tous(envoi, 'niveaux'),
  atteints: Object.fromEntries(TOUTES_CLASSES.map((n) => [n, un(envoi, champAtteints(n))])),
})

const long = (max: number) => z.string().max(max, `Ce texte est trop long : ${max} signes au plus.`)
const jour = (phrase: string) => z.string().refine(estJour, phrase)

const FORME = z.object({
  titre: long(120).min(1, 'Donnez un titre à l’action, en quelques mots.'),
  texte: long(2000).min(1, 'Racontez l’action en deux ou trois phrases.'),
  du: jour('Dites quel jour l’action a lieu.'),
  au: z.union([z.literal(''), jour('Cette date de fin n’existe pas.')]),
  type: z.string().refine((t) => estCle(TYPES, t), 'Choisissez la forme de l’action.'),
  publics: z
    .array(z.string().refine((p) => estCle(PUBLICS, p), 'Ce public n’existe pas.'))
    .min(1, 'Dites pour qui est l’action.'),
  effectif: z
    .string()
    .refine(
      (t) => t === '' || (/^\d{1,5}$/.test(t) && Number(t) >= 1 && Number(t) <= 20_000),
      'Écrivez un nombre d’élèves, comme 120.',
    ),
  duree: z
    .string()
    .refine(
      (t) => t === '' || (/^\d{1,4}$/.test(t) && Number(t) >= 1 && Number(t) <= 6000),
      'Écrivez une durée en minutes, comme 55.',
    ),
  partenaires: long(300),
  pilier: z.string().regex(/^[1-8]?$/, 'Ce pilier n’existe pas.'),
})

export interface Declaree {
  titre: string
  texte: string
  annee: number
  tempsFort: CodeTempsFort | null
  du: string
  au: string
  type: string
  publics: string[]
  niveaux: string[]
  effectif: number | null
  duree: number | null
  atteints: Record<string, number>
  partenaires: string
  pilier: number | null
}

export type Lecture = { valeurs: Declaree; erreurs: [] } | { valeurs: null; erreurs: Erreur[] }

/** `temps`: the editions that may be named; `anneeDe`: the school year of a day. */
export function lireDeclaration(
  s: Saisie,
  typeEcole: string,
  temps: readonly { annee: number; code: string }[],
  anneeDe: (jour: string) => number,
): Lecture {
  const lu = FORME.safeParse(s)
  const erreurs: Erreur[] = lu.success ? [] : lu.error.issues.map((i) => ({ champ: String(i.path[0]), message: i.message }))
  const fort = s.temps_fort === '' ? null : temps.find((t) => `${t.annee}.${t.code}` === s.temps_fort)
  if (fort === undefined) erreurs.push({ champ: 'temps_fort', message: 'Ce temps fort n’existe pas.' })
  if (estJour(s.du) && estJour(s.au) && s.au < s.du) erreurs.push({ champ: 'au', message: 'La fin vient avant le début.' })
  const classes = niveauxDe(typeEcole)
  if (s.niveaux.some((n) => !classes.includes(n)))
    erreurs.push({ champ: 'niveaux', message: 'Ces classes ne sont pas de cet établissement.' })
  for (const [n, t] of Object.entries(s.atteints))
    if (t !== '' && !(/^\d{1,4}$/.test(t) && Number(t) >= 1))
      erreurs.push({ champ: champAtteints(n), message: 'Écrivez un nombre d’élèves, comme 120.' })
  if (erreurs.length > 0 || fort === undefined) return { valeurs: null, erreurs: uneParChamp(erreurs) }
  return {
    valeurs: {
      titre: s.titre,
      texte: s.texte,
      annee: fort?.annee ?? anneeDe(s.du),
      tempsFort: (fort?.code ?? null) as CodeTempsFort | null,
      du: s.du,
      au: s.au === '' ? s.du : s.au,
      type: s.type,
      publics: [...new Set(s.publics)],
      niveaux: classes.filter((n) => s.niveaux.includes(n) || (s.atteints[n] ?? '') !== ''),
      effectif: s.effectif === '' ? null : Number(s.effectif),
      duree: s.duree === '' ? null : Number(s.duree),
      atteints: Object.fromEntries(classes.flatMap((n) => ((s.atteints[n] ?? '') === '' ? [] : [[n, Number(s.atteints[n])]]))),
      partenaires: s.partenaires,
      pilier: s.pilier === '' ? null : Number(s.pilier),
    },
    erreurs: [],
  }
}

const uneParChamp = (erreurs: Erreur[]): Erreur[] =>
  [...new Map(erreurs.toReversed().map((e) => [e.champ, e])).values()].toReversed()
