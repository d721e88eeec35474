import { un, type Envoi } from '../envoi.ts'
import type { Erreur } from '../declaration/declaration.form.ts'

const CHAMPS = ['version', 'telephone', 'mail', 'rattachement', 'presidence', 'membres', 'themes'] as const
export type SaisiePole = Record<(typeof CHAMPS)[number], string>

export const lirePole = (envoi: Envoi): SaisiePole => Object.fromEntries(CHAMPS.map((n) => [n, un(envoi, n)])) as SaisiePole

/** One a line; blank lines are nothing. */
export const lignes = (texte: string): string[] =>
  texte
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')

export function fautesPole(s: SaisiePole): Erreur[] {
  const listes = (champ: 'membres' | 'themes'): boolean =>
    lignes(s[champ]).length <= 40 && lignes(s[champ]).every((l) => l.length <= 120)
  const regles: [string, boolean, string][] = [
    ['telephone', /^(\+?[\d .]{4,30})?$/.test(s.telephone), 'Écrivez un numéro, comme 05 61 00 00 00.'],
    [
      'mail',
      s.mail === '' || (/^[^\s@<>"]+@[^\s@<>"]+\.[a-z]{2,}$/i.test(s.mail) && s.mail.length <= 120),
      'Cette adresse n’est pas complète.',
    ],
    ['rattachement', s.rattachement.length <= 300, 'Trois cents signes au plus.'],
    [
      'presidence',
      s.presidence !== '' && s.presidence.length <= 200,
      'Dites qui préside le comité : « le recteur de l’académie ».',
    ],
    ['membres', lignes(s.membres).length > 0 && listes('membres'), 'Une fonction par ligne, 40 au plus.'],
    ['themes', listes('themes'), 'Un thème par ligne, 40 au plus.'],
  ]
  return regles.filter(([, vraie]) => !vraie).map(([champ, , message]) => ({ champ, message }))
}
