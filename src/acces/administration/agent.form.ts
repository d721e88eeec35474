import { z } from 'zod'
import type { Erreur } from '#ui'

export interface AgentSaisi {
  prenom: string
  nom: string
  mail: string
}

const mot = (phrase: string, max: number) => z.string().trim().min(1, phrase).max(max, 'C’est trop long.')

const FORME = z.object({
  prenom: mot('Donnez le prénom.', 100),
  nom: mot('Donnez le nom.', 100),
  mail: z
    .string()
    .trim()
    .toLowerCase()
    .max(200, 'C’est trop long.')
    .pipe(z.email('Donnez l’adresse professionnelle complète, comme prenom.nom@ac-exemple.fr.')),
})

const texte = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The fields as typed, their values when they hold, what to say when they do not. */
export function lireAgent(corps: Record<string, unknown>): { saisi: AgentSaisi; valeurs?: AgentSaisi; erreurs: Erreur[] } {
  const saisi = { prenom: texte(corps.prenom), nom: texte(corps.nom), mail: texte(corps.mail) }
  const lu = FORME.safeParse(saisi)
  if (lu.success) return { saisi, valeurs: lu.data, erreurs: [] }
  return { saisi, erreurs: lu.error.issues.map((i) => ({ champ: String(i.path[0]), message: i.message })) }
}
