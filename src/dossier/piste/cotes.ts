import type { AgentDb } from '#platform'
import { plier } from '#annuaire'
import { dechiffrer } from '#acces'
import { Incomplet, type Dossier } from '../dossier.ts'
import { entretiensDe } from '../entretien/entretien.ts'
import * as sql from './cotes.sql.ts'
import type { Cote } from './methodes.ts'

const TITRES = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'de', 'du', 'la', 'le'])
/** The words of a name: any case, any accent, any order, without titles. */
export const mots = (nom: string): string[] =>
  plier(nom)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((m) => m !== '' && !TITRES.has(m))
    .sort()

/** Is this adult named in what somebody wrote of who was there? A family name alone is not enough to say so. */
export const nommeDans = (nom: string, texte: string): boolean => {
  const [siens, dits] = [mots(nom), new Set(mots(texte))]
  return siens.length > 1 && siens.every((m) => dits.has(m))
}

/** Said to whoever would break the rule (S55, S65). */
export const AUTRE_COTE = (i: { nom: string; cote: string }): string =>
  i.cote === 'cible'
    ? `${i.nom} voit l’élève visé : la même personne ne voit jamais les autres élèves.`
    : `${i.nom} voit les autres élèves : la même personne ne voit jamais l’élève visé.`

/** The sides that somebody is on: by the role in which they were heard, and by the one that they hold today (a target before all). */
function cotesDe(o: Dossier, personne: string, role: string): Cote[] {
  const roles = o.roles.filter((r) => r.personne === o.memes.id(personne) && r.au === null).map((r) => r.role)
  const deRole = (r: string): Cote[] => (r === 'cible' ? ['cible'] : r === 'auteur_presume' ? ['groupe'] : [])
  return [
    ...deRole(role),
    ...deRole(roles.includes('cible') ? 'cible' : roles.includes('auteur_presume') ? 'auteur_presume' : ''),
  ]
}

/** Choosing the team: whoever has heard one side in this dossier does not see the other. The database holds it too, for an agent. */
export async function jamaisLesDeux(
  db: AgentDb,
  o: Dossier,
  qui: { agent: string | null; nom: string },
  cote: Cote,
): Promise<void> {
  const parCompte = qui.agent === null ? [] : await db.all(sql.entendus, { acad: o.acad, fil: o.d.id, agent: qui.agent })
  const parNom = (await entretiensDe(db, o)).filter((e) => e.issue === 'tenu' && nommeDans(qui.nom, e.presents))
  const entendus = new Set([...parCompte, ...parNom].flatMap((e) => cotesDe(o, e.personne, e.role)))
  const message =
    cote === 'groupe' && entendus.has('cible')
      ? `${qui.nom} a déjà entendu l’élève visé : une autre personne voit les autres élèves.`
      : cote === 'cible' && entendus.has('groupe')
        ? `${qui.nom} a déjà entendu un auteur présumé : une autre personne voit l’élève visé.`
        : undefined
  if (message !== undefined) throw new Incomplet({ champ: 'cote', message })
}

/**
 * Noting a talk of the dossier while a shared concern runs: its adults keep to their side, whatever the role in which the pupil is
 * heard, and whether they are chosen in a list or named among those who were there.
 */
export async function garderLesCotes(
  db: AgentDb,
  o: Dossier,
  qui: { personne: string; role: string },
  adultes: { mene: string; second: string; presents: string },
): Promise<void> {
  const equipe = await db.all(sql.delEquipe, { acad: o.acad, fil: o.d.id })
  if (equipe.length === 0) return
  const placee = await db.all(sql.placee, { acad: o.acad, fil: o.d.id, personnes: o.memes.toutes(qui.personne) })
  const cotes = new Set<string>([...cotesDe(o, qui.personne, qui.role), ...placee.map((p) => p.cote)])
  for (const i of equipe) {
    const { nom } = dechiffrer<{ nom: string }>(o.fil, 'intervenant.identite', i.id, i.identite)
    const liste = i.agent !== null && [adultes.mene, adultes.second].includes(i.agent)
    if ((liste || nommeDans(nom, adultes.presents)) && [...cotes].some((c) => c !== i.cote))
      throw new Incomplet({
        champ: liste ? 'mene' : 'presents',
        message: `Préoccupation partagée en cours. ${AUTRE_COTE({ nom, cote: i.cote })}`,
      })
  }
}
