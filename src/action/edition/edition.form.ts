import { un, type Envoi } from '../envoi.ts'
import { estJour } from '../quand.ts'
import { estCle, TEMPS_FORTS } from '../vocabulaire.ts'
import type { Erreur } from '../declaration/declaration.form.ts'

const CHAMPS = [
  'version',
  'annee',
  'code',
  'jour',
  'theme',
  'introduction',
  'deroule',
  'kit',
  'expo_titre',
  'expo_du',
  'expo_au',
  'expo_lieu',
  'palmares_url',
  'publier',
] as const
export type SaisieEdition = Record<(typeof CHAMPS)[number], string>

export const lireEdition = (envoi: Envoi): SaisieEdition =>
  Object.fromEntries(CHAMPS.map((n) => [n, un(envoi, n)])) as SaisieEdition

export interface Moment {
  heure: string
  quoi: string
}
/** One moment a line, « 9 h 30 : ouverture »; null for a line that has no hour. */
export const moments = (deroule: string): (Moment | null)[] =>
  deroule
    .split('\n')
    .map((l) => l.replaceAll(/[\u00a0\u202f]/g, ' ').trim())
    .filter((l) => l !== '')
    .map((l) => {
      const lu = /^([01]?\d|2[0-3]) ?[h:] ?([0-5]\d)?\s*[:–-]?\s*(\S.*)$/.exec(l)
      return lu === null
        ? null
        : { heure: `${Number(lu[1])} h${lu[2] === undefined || lu[2] === '00' ? '' : ` ${lu[2]}`}`, quoi: lu[3]! }
    })

/** Each rule with its sentence; what is false is told. */
export function fautes(s: SaisieEdition): Erreur[] {
  const expo = [s.expo_titre, s.expo_du, s.expo_au, s.expo_lieu].filter((x) => x !== '').length
  const regles: [string, boolean, string][] = [
    ['annee', /^20\d{2}$/.test(s.annee) && Number(s.annee) >= 2015, 'Écrivez l’année de la rentrée, comme 2024.'],
    ['code', estCle(TEMPS_FORTS, s.code), 'Choisissez le temps fort.'],
    ['jour', estJour(s.jour), 'Donnez le jour fixé pour cette année.'],
    ['theme', s.theme.length <= 200, 'Deux cents signes au plus.'],
    ['introduction', s.introduction.length <= 3000, 'Cette introduction est trop longue : 3 000 signes au plus.'],
    ['introduction', s.publier !== 'oui' || s.introduction !== '', 'Écrivez l’introduction avant de publier la page.'],
    ['deroule', s.deroule.length <= 3000, 'Ce déroulé est trop long : 3 000 signes au plus.'],
    ['deroule', moments(s.deroule).every((m) => m !== null), 'Chaque ligne commence par une heure : « 9 h 30 : ouverture ».'],
    [
      'kit',
      s.kit === '' || (/^\/(ressources|pages)\/[a-z0-9/?=&-]+$/.test(s.kit) && s.kit.length <= 600),
      'Donnez l’adresse d’un kit, d’une ressource ou d’une page de ce site : elle commence par /ressources/ ou /pages/.',
    ],
    ['expo_titre', s.expo_titre.length <= 200 && s.expo_lieu.length <= 200, 'Deux cents signes au plus.'],
    ['expo_titre', expo === 0 || expo === 4, 'Une exposition a un titre, deux dates et un lieu.'],
    ['expo_du', s.expo_du === '' || estJour(s.expo_du), 'Cette date n’existe pas.'],
    ['expo_au', s.expo_au === '' || (estJour(s.expo_au) && s.expo_au >= s.expo_du), 'L’exposition finit avant de commencer.'],
    [
      'palmares_url',
      s.palmares_url === '' || /^(https:\/\/[^\s"<>]+|\/[a-z0-9][a-z0-9/-]*)$/.test(s.palmares_url),
      'Donnez une adresse complète, qui commence par https://, ou celle d’une page de ce site, qui commence par /.',
    ],
  ]
  return regles.filter(([, vraie]) => !vraie).map(([champ, , message]) => ({ champ, message }))
}
