import type { Contenu } from './contenu.ts'
import type { Urgence } from './vocabulaire.ts'

type Lexique = Record<'suicide' | 'arme' | 'violence_sexuelle' | 'mots_de_danger', { latin: string[]; arabe: string[] }>

/**
 * Words that must bring an adult first, in the languages of the form, folded (no accent, no hyphen, one alef), with a child's usual misspellings. Latin words are
 * whole, or beginnings with `*`. Arabic words may carry their attached prefixes (و ف ب ل س ال) and any ending.
 */
const LEXIQUE: Lexique = {
  suicide: {
    latin: [
      'suicid*',
      'me tuer',
      'se tuer',
      'mourir',
      'mourr*',
      'mourire',
      'crever',
      'suisid*',
      'suissid*',
      'me pendre',
      'se pendre',
      'etre mort',
      'etre morte',
      'me jeter',
      'sauter par la fenetre',
      'me faire du mal',
      'se faire du mal',
      'scarif*',
      'me couper',
      'me coupe',
      'taillad*',
      'me fais du mal',
      'plus vivre',
      'plus etre la',
      'envie de vivre',
      'en finir',
      'disparaitre',
      'kill myself',
      'kill themselves',
      'kill himself',
      'kill herself',
      'want to die',
      'wants to die',
      'be dead',
      'was dead',
      'rather die',
      'not want to live',
      'don t want to live',
      'dont want to live',
      'be alive',
      'hang myself',
      'self harm*',
      'hurt myself',
      'harm myself',
      'hurting myself',
      'cut myself',
      'cutting myself',
      'end my life',
      'end it all',
    ],
    // The last ones as they are said at home in the Maghreb.
    arabe: [
      'انتحار',
      'انتحر',
      'اقتل نفسي',
      'اموت',
      'الموت',
      'اوذي نفسي',
      'اذي نفسي',
      'اجرح نفسي',
      'انهي حياتي',
      'نموت',
      'نقتل نفسي',
      'نقتل روحي',
      'نقتل راسي',
    ],
  },
  arme: {
    latin: [
      'couteau*',
      'coutau*',
      'couto',
      'canif*',
      'poignard*',
      'flingue*',
      'cutter*',
      'arme',
      'armes',
      'pistolet*',
      'fusil*',
      'machette*',
      'knife',
      'knives',
      'gun',
      'guns',
      'weapon*',
      'blade*',
    ],
    arabe: ['سكين', 'سلاح', 'مسدس', 'شفره'],
  },
  violence_sexuelle: {
    latin: [
      'viol',
      'viols',
      'viole',
      'violee',
      'violes',
      'violer',
      'attouch*',
      'main aux fesses',
      'parties intimes',
      'zizi*',
      'zezette*',
      'sexe',
      'penis',
      'vagin*',
      'fellation*',
      'deshabill*',
      'agression sexuelle',
      'agresse sexuellement',
      'rape',
      'raped',
      'sexual*',
      'private parts',
      'touched my',
      'sexuel*',
    ],
    arabe: ['اغتصب', 'اغتصاب', 'تحرش'],
  },
  mots_de_danger: {
    latin: [
      'va me tuer',
      'vont me tuer',
      'va le tuer',
      'va la tuer',
      'te tuer',
      'le tuer',
      'la tuer',
      'les tuer',
      'nous tuer',
      'tuer tout*',
      'tabass*',
      'etouff*',
      'egorg*',
      'jeu du foulard',
      'menace* de mort',
      'etrangl*',
      'brul*',
      'enferm*',
      'kill me',
      'kill him',
      'kill her',
      'kill you',
      'kill us',
      'kill them',
      'kill every*',
      'going to kill',
      'strangl*',
      'choke*',
    ],
    arabe: ['يقتلني', 'يقتله', 'يقتلها', 'يقتلونني', 'يخنق', 'يذبح', 'اقتلك', 'نقتلك', 'نذبحك'],
  },
}

/** No accent, no capital, no hyphen, one alef: an accent taken apart takes the hamza off its letter too. */
function plier(texte: string): string {
  const lettres = texte.normalize('NFD').toLowerCase()
  // Looking for the marks of every script takes as long as all the rest, and nearly all that is told is in Latin letters.
  const nues = LATIN.test(lettres) ? lettres.replace(/[\u0300-\u036f]/g, '') : plierArabe(lettres.replace(/\p{M}/gu, ''))
  return nues.replace(/[’'\-‐–_]/g, ' ')
}

const LATIN = /^[\0-\u036f\u2000-\u206f]*$/
const plierArabe = (t: string): string =>
  t
    .replace(/ٱ/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/\u0640/g, '')

const espaces = (m: string): string => plier(m).replace(/ /g, '\\s+')
const latin = (m: string): string => espaces(m).replaceAll('*', '\\p{L}*')
const arabe = (m: string): string => `[وفبلس]{0,2}(?:ال)?${espaces(m)}\\p{L}*`

const motif = ({ latin: l, arabe: a }: Lexique['arme']): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${[...l.map(latin), ...a.map(arabe)].join('|')})(?!\\p{L})`, 'u')

const motifs = (Object.entries(LEXIQUE) as [Urgence, Lexique['arme']][]).map(([code, mots]) => [code, motif(mots)] as const)

/** Most narratives hold none of these words: their beginnings, or any Arabic letter, are looked for first, a third as long. */
const peutEtre = new RegExp(
  `[\\u0600-\\u06ff]|(?<![a-z])(?:${Object.values(LEXIQUE)
    .flatMap((m) => m.latin.map((mot) => espaces(mot).replaceAll('*', '\\S*')))
    .join('|')})`,
)

/**
 * The reasons to read this report first, from the answers given. Never a score: a reason is shown in words and an adult decides.
 * A word of danger in the narrative errs on the side of the child: « il est mort de rire » is read first for nothing,
 * and costs a minute.
 */
export function urgencesDe(r: {
  danger?: string | null
  quoi: readonly string[]
  auteurs?: string | null
  contenu: Contenu
}): Urgence[] {
  const dit = new Set<Urgence>()
  if (r.danger === 'oui') dit.add('danger_immediat')
  if (r.quoi.includes('envie_mourir')) dit.add('suicide')
  if (r.quoi.includes('arme')) dit.add('arme')
  if (r.quoi.includes('gestes')) dit.add('violence_sexuelle')
  if (r.quoi.includes('images')) dit.add('images_intimes')
  const texte = plier([r.contenu.recit, r.contenu.essais, r.contenu.souhait].join('\n'))
  if (peutEtre.test(texte)) for (const [code, motif] of motifs) if (motif.test(texte)) dit.add(code)
  if (r.auteurs === 'adulte') dit.add('adulte_mis_en_cause')
  return [...dit]
}
