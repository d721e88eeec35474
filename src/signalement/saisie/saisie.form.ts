import { clock, estUuid, type Formulaire } from '#platform'
import { jourDe } from '../traitement/quand.ts'
import { AUTEURS, CANAUX, codes, DECLARANTS, DEPUIS, FREQUENCE, INFORMES, LIEUX, QUOI } from '../vocabulaire.ts'

/** What an agent types of what was told by phone, on paper, by mail, through another system. */
export interface Saisie {
  id: string
  /** The return code's secret, sealed with the form: the same form shows the same code. */
  scelle: string
  ecole: string
  etab: string
  canal: string
  reference: string
  declarant: string
  nom_declarant: string
  faits_du: string
  faits_au: string
  quoi: string[]
  lieux: string[]
  informes: string[]
  depuis: string
  frequence: string
  auteurs: string
  danger: string
  recit: string
  cible: string
  noms: string
  temoins: string
  essais: string
  souhait: string
  code: string
  /** The number of the dossier that it will be attached to, when it is typed for one of its families. */
  dossier: string
}

const TEXTES = [
  'id',
  'scelle',
  'ecole',
  'etab',
  'reference',
  'nom_declarant',
  'faits_du',
  'faits_au',
  'recit',
  'cible',
  'noms',
  'temoins',
  'essais',
  'souhait',
  'dossier',
] as const
const CHOIX = {
  canal: CANAUX,
  declarant: DECLARANTS,
  depuis: DEPUIS,
  frequence: FREQUENCE,
  auteurs: AUTEURS,
  danger: { oui: 1, non: 1 },
  code: { oui: 1, non: 1 },
}
const CASES = { quoi: QUOI, lieux: LIEUX, informes: INFORMES }

/** What was sent, as far as it means something: a value that is in no list is as if it had not been given. */
export function lireSaisie(f: Pick<Formulaire, 'un' | 'tous'>): Saisie {
  const textes = Object.fromEntries(TEXTES.map((nom) => [nom, f.un(nom).trim()]))
  const choix = Object.fromEntries(
    Object.entries(CHOIX).map(([nom, liste]) => [nom, Object.hasOwn(liste, f.un(nom)) ? f.un(nom) : '']),
  )
  const cases = Object.fromEntries(
    Object.entries(CASES).map(([nom, liste]) => [nom, codes(liste).filter((c) => f.tous(nom).includes(c))]),
  )
  return { ...textes, ...choix, ...cases } as unknown as Saisie
}

export interface Erreur {
  champ: string
  message: string
}

const MAX: Partial<Record<keyof Saisie, number>> = {
  recit: 10_000,
  cible: 2000,
  noms: 2000,
  temoins: 2000,
  essais: 2000,
  souhait: 2000,
  reference: 100,
  nom_declarant: 200,
}

const vraiJour = (t: string): boolean => {
  const d = new Date(`${t}T12:00:00Z`)
  return /^20\d{2}-\d{2}-\d{2}$/.test(t) && !Number.isNaN(d.getTime()) && d.toISOString().startsWith(t)
}

function verifierDates(s: Saisie): Erreur[] {
  const aujourdhui = jourDe(clock.now())
  const erreurs: Erreur[] = []
  for (const [champ, t] of [
    ['faits_du', s.faits_du],
    ['faits_au', s.faits_au],
  ] as const)
    if (t !== '' && !vraiJour(t)) erreurs.push({ champ, message: 'Cette date n’existe pas. Écrivez-la comme 2026-11-22.' })
    else if (t > aujourdhui) erreurs.push({ champ, message: 'Les faits ne peuvent pas être à venir.' })
  if (s.faits_au !== '' && s.faits_du === '') erreurs.push({ champ: 'faits_du', message: 'Écrivez aussi le premier jour.' })
  if (erreurs.length === 0 && s.faits_au !== '' && s.faits_au < s.faits_du)
    erreurs.push({ champ: 'faits_au', message: 'Le dernier jour vient après le premier.' })
  return erreurs
}

/** Each thing to mend, with its field. The school is looked at where the directory is. */
export function verifier(s: Saisie): Erreur[] {
  const erreurs: Erreur[] = []
  if (!estUuid(s.id)) erreurs.push({ champ: 'recit', message: 'Rechargez la page, puis renvoyez.' })
  if (s.canal === '' || s.canal === 'site')
    erreurs.push({ champ: 'canal', message: 'Choisissez par où ce signalement est arrivé.' })
  if (s.recit === '' && s.quoi.length === 0)
    erreurs.push({ champ: 'recit', message: 'Écrivez ce qui a été dit, ou cochez ce qui se passe.' })
  for (const [champ, max] of Object.entries(MAX)) {
    const n = (s[champ as keyof Saisie] as string).length
    if (n > max) erreurs.push({ champ, message: `Ce texte est trop long : ${n} signes, pour ${max} au plus.` })
  }
  return [...erreurs, ...verifierDates(s)]
}
