import { estUuid, uuidv7, type Formulaire } from '#platform'
import type { Erreur } from '#ui'
import { adresseDuWeb } from '../texte/liens.ts'
import { ACCES, estCle, ETAPES, FORMES, LES_PILIERS, LICENCES, NIVEAUX, PUBLICS, THEMES } from '../vocabulaire.ts'

export type Genre = 'ressource' | 'page'

/** A file as the form has it. */
export interface FichierSaisi {
  id: string
  rang: number
  libelle: string
  alternative: string
  /** Captions: the film that they go with, and their language. */
  pour: string | null
  langue: string
}

const SIMPLES = [
  'titre',
  'adresse',
  'resume',
  'texte',
  'acces',
  'forme',
  'duree',
  'licence',
  'origine',
  'lien',
  'remplace',
] as const
const MULTIPLES = ['publics', 'niveaux', 'themes', 'piliers', 'etapes'] as const

/** What was typed, exactly: shown again when something is wrong. `base`: the version that it was written from. */
export type Saisie = Record<(typeof SIMPLES)[number], string> &
  Record<(typeof MULTIPLES)[number], readonly string[]> & {
    genre: Genre
    id: string
    ressource: string
    base: string
    falc: boolean
    fichiers: readonly FichierSaisi[]
  }

export function lireSaisie(f: Formulaire, genre: Genre, ressource: string): Saisie {
  const ids = f.tous('fichier').filter((id) => estUuid(id) && f.un(`oter-${id}`) === '')
  return {
    ...(Object.fromEntries(SIMPLES.map((n) => [n, f.un(n).trim()])) as Record<(typeof SIMPLES)[number], string>),
    ...(Object.fromEntries(MULTIPLES.map((n) => [n, [...new Set(f.tous(n))]])) as Record<(typeof MULTIPLES)[number], string[]>),
    genre,
    ressource,
    id: estUuid(f.un('id')) ? f.un('id') : uuidv7(),
    base: f.un('base'),
    falc: f.un('falc') === 'oui',
    fichiers: ids
      .slice(0, 20)
      .filter((id) => f.un(`pour-${id}`) === '' || ids.includes(f.un(`pour-${id}`)))
      .map((id) => ({
        id,
        rang: Number(/^[1-9]\d?$/.exec(f.un(`rang-${id}`))?.[0] ?? 99),
        libelle: f.un(`libelle-${id}`).trim(),
        alternative: f.un(`alternative-${id}`).trim(),
        pour: f.un(`pour-${id}`) || null,
        langue: /^[a-z]{2}$/.exec(f.un(`langue-${id}`))?.[0] ?? '',
      })),
  }
}

export const vierge = (genre: Genre): Saisie => ({
  ...(Object.fromEntries(SIMPLES.map((n) => [n, ''])) as Record<(typeof SIMPLES)[number], string>),
  publics: [],
  niveaux: [],
  themes: [],
  piliers: [],
  etapes: [],
  acces: 'public',
  genre,
  ressource: uuidv7(),
  id: uuidv7(),
  base: '',
  falc: false,
  fichiers: [],
})

const toutes = (mots: Readonly<Record<string, string>>, codes: readonly string[]): boolean => codes.every((c) => estCle(mots, c))

/** Each rule with its sentence. What only makes a text better is said by the proof-reading, and stops nothing here. */
export function fautes(s: Saisie): Erreur[] {
  const r = s.genre === 'ressource'
  const regles: [string, boolean, string][] = [
    ['titre', s.titre !== '', 'Donnez un titre.'],
    ['titre', s.titre.length <= 120, 'Ce titre est trop long : 120 signes au plus.'],
    [
      'adresse',
      s.adresse === '' || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(s.adresse) && s.adresse.length <= 80 && !RESERVEES.has(s.adresse)),
      'L’adresse a des lettres sans accent, des chiffres et des tirets : « parler-a-un-adulte ».',
    ],
    ['resume', s.resume.length <= 300, 'Ce résumé est trop long : 300 signes au plus.'],
    ['resume', !r || s.resume !== '', 'Résumez en une ou deux phrases : c’est ce qui se lit dans la liste.'],
    ['texte', s.texte.length <= 60_000, 'Ce texte est trop long : 60 000 signes au plus.'],
    ['acces', estCle(ACCES, s.acces), 'Dites qui peut lire.'],
    ['acces', r || s.acces === 'public', 'Une page est pour tout le monde.'],
    ['forme', !r || estCle(FORMES, s.forme), 'Choisissez la forme.'],
    ['publics', (!r || s.publics.length > 0) && toutes(PUBLICS, s.publics), 'Dites pour qui elle est.'],
    ['niveaux', toutes(NIVEAUX, s.niveaux), 'Ce niveau n’existe pas.'],
    ['themes', toutes(THEMES, s.themes), 'Ce thème n’existe pas.'],
    ['piliers', toutes(LES_PILIERS, s.piliers), 'Ce pilier n’existe pas.'],
    ['etapes', toutes(ETAPES, s.etapes), 'Cette étape n’existe pas.'],
    [
      'duree',
      s.duree === '' || (/^\d{1,4}$/.test(s.duree) && Number(s.duree) >= 1 && Number(s.duree) <= 6000),
      'Écrivez un nombre de minutes, comme 45.',
    ],
    ['licence', !r || estCle(LICENCES, s.licence), 'Dites à quelles conditions on peut la réutiliser.'],
    ['origine', s.origine.length <= 200, 'Deux cents signes au plus.'],
    ['origine', !r || s.origine !== '', 'Dites d’où elle vient : qui l’a faite.'],
    ['lien', s.lien === '' || adresseDuWeb(s.lien) !== null, 'Donnez une adresse complète, qui commence par https://.'],
    ['remplace', s.remplace === '' || estUuid(s.remplace), 'Cette ressource n’existe pas.'],
    ...s.fichiers.flatMap((f): [string, boolean, string][] => [
      [
        `libelle-${f.id}`,
        f.libelle !== '' && f.libelle.length <= 120,
        'Donnez à ce fichier un nom qui se lit, de 120 signes au plus.',
      ],
      [`alternative-${f.id}`, f.alternative.length <= 30_000, 'Ce texte est trop long : 30 000 signes au plus.'],
    ]),
  ]
  const vues = new Set<string>()
  return regles
    .filter(([champ, vraie]) => !vraie && !vues.has(champ) && vues.add(champ))
    .map(([champ, , message]) => ({ champ, message }))
}

/** Addresses that lead elsewhere. */
const RESERVEES: ReadonlySet<string> = new Set(['kit', 'fichiers'])

/** « Parler à un adulte ! » → `parler-a-un-adulte`. */
export function adresseDe(titre: string): string {
  const mots = titre
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .match(/[a-z0-9]+/g)
  const adresse = (mots ?? []).join('-').slice(0, 70).replace(/-+$/, '')
  return adresse === '' || RESERVEES.has(adresse) ? `page${adresse && `-${adresse}`}` : adresse
}
