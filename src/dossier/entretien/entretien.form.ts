import { parmi, texte } from '../champs.ts'
import type { Envoi } from '../agir.ts'
import type { UrgenceDite } from '../danger.ts'
import { Incomplet } from '../dossier.ts'
import type { RolePersonne } from '../vocabulaire.ts'
import { CORRIGIBLES, FAMILLE, INTERPRETES, MAX, RAISONS, REPONSES, VIDE, type ContenuEntretien } from './champs.ts'
import type { Adulte } from './entretien.ts'

const AUTRE = 'Choisissez qui a mené l’entretien, ou « quelqu’un d’autre » et écrivez son nom.'

/** Who led it: agents whom the list offers; somebody without an account is named. */
function menesPar(envoi: Envoi, presents: string, adultes: readonly Adulte[]): Pick<ContenuEntretien, 'mene' | 'second'> {
  const connu = (champ: 'mene' | 'second'): string => {
    const id = envoi[champ] ?? ''
    if (id === '' || adultes.some((a) => a.id === id)) return id
    throw new Incomplet({ champ, message: AUTRE })
  }
  const [mene, second] = [connu('mene'), connu('second')]
  if (mene === '' && presents === '') throw new Incomplet({ champ: 'presents', message: AUTRE })
  return { mene, second: second === mene ? '' : second }
}

/** Minutes, as typed: empty, or one to three digits. */
function dureeDe(envoi: Envoi): string {
  const d = envoi.duree ?? ''
  if (!/^(\d{1,3})?$/.test(d)) throw new Incomplet({ champ: 'duree', message: 'Écrivez la durée en minutes, par exemple 20.' })
  return d
}

/** What every talk says, and what a correction may say otherwise. */
export function lireRecit(envoi: Envoi, adultes: readonly Adulte[]): Pick<ContenuEntretien, (typeof CORRIGIBLES)[number]> {
  const presents = texte(envoi, 'presents', 500)
  return {
    ...menesPar(envoi, presents, adultes),
    presents,
    quand: envoi.quand ?? '',
    duree: dureeDe(envoi),
    langue: texte(envoi, 'langue', 100),
    interprete: envoi.interprete ? parmi(envoi, 'interprete', INTERPRETES, 'Choisissez dans la liste.') : '',
    faits: texte(envoi, 'faits', MAX),
    mots: texte(envoi, 'mots', MAX),
    appreciation: texte(envoi, 'appreciation', MAX),
    besoins: texte(envoi, 'besoins', MAX),
    annonce: texte(envoi, 'annonce', MAX),
    nomme: texte(envoi, 'nomme', 500),
    explication: texte(envoi, 'explication', MAX),
  }
}

const SECURITE = {
  danger: 'Dites si l’élève est en danger maintenant. « Je ne sais pas » est une réponse.',
  suicide: 'Dites si l’élève a parlé de mourir ou de se faire du mal. « Je ne sais pas » est une réponse.',
  soir: 'Dites si l’élève sera en sécurité ce soir. « Je ne sais pas » est une réponse.',
} as const

export type Securite = Pick<ContenuEntretien, keyof typeof SECURITE>

const sansReponse = (envoi: Envoi): { champ: string; message: string }[] =>
  (Object.keys(SECURITE) as (keyof typeof SECURITE)[])
    .filter((c) => !Object.hasOwn(REPONSES, envoi[c] ?? ''))
    .map((champ) => ({ champ, message: SECURITE[champ] }))

/** Something was answered, even where nothing is asked: it is not lost. */
export const repondu = (envoi: Envoi): boolean => Object.keys(SECURITE).some((c) => (envoi[c] ?? '') !== '')

/** At the end of a short talk with the target, and of a checkpoint: the pupil goes back to class, the answers do not wait for the long one. */
export function lireReponses(envoi: Envoi): Securite {
  const erreurs = sansReponse(envoi)
  if (erreurs.length > 0) throw new Incomplet(erreurs)
  return { danger: envoi.danger!, suicide: envoi.suicide!, soir: envoi.soir! }
}

/** No talk with the target ends without these answers (W13, S97). */
function lireSecurite(envoi: Envoi): Pick<ContenuEntretien, 'danger' | 'suicide' | 'soir' | 'retour'> {
  const erreurs = sansReponse(envoi)
  if ((envoi.retour ?? '') === '')
    erreurs.push({ champ: 'retour', message: 'Écrivez avec qui l’élève rentre, ou à qui vous le confiez.' })
  if (erreurs.length > 0) throw new Incomplet(erreurs)
  return { danger: envoi.danger!, suicide: envoi.suicide!, soir: envoi.soir!, retour: texte(envoi, 'retour', 500) }
}

/** The guardian hears of it the same day, or the reason is written (S03, W13). */
function lireFamille(envoi: Envoi): Pick<ContenuEntretien, 'famille' | 'famille_raison'> {
  const famille = parmi(envoi, 'famille', FAMILLE, 'Dites si la famille est prévenue aujourd’hui, ou pourquoi non.')
  const vide = famille === 'non' ? 'Écrivez pourquoi la famille n’est pas prévenue aujourd’hui.' : undefined
  return { famille, famille_raison: texte(envoi, 'famille_raison', 2000, vide) }
}

export function lireEntretien(envoi: Envoi, role: RolePersonne, adultes: readonly Adulte[]): ContenuEntretien {
  const recit = lireRecit(envoi, adultes)
  if (recit.faits === '' && recit.mots === '')
    throw new Incomplet({ champ: 'faits', message: 'Écrivez les faits, ou les mots entendus.' })
  if (role !== 'cible') return { ...VIDE, ...recit }
  return { ...VIDE, ...recit, ...lireSecurite(envoi), ...lireFamille(envoi) }
}

export function lireImpossible(envoi: Envoi, adultes: readonly Adulte[]): ContenuEntretien {
  const raison = parmi(envoi, 'raison', RAISONS, 'Choisissez la raison.')
  const explication = texte(envoi, 'explication', MAX, 'Écrivez ce qui a été tenté, et ce qui est prévu à la place.')
  return { ...VIDE, ...menesPar(envoi, '-', adultes), raison, explication }
}

/** Why it comes first, from the answers given. « Je ne sais pas » asks for an adult who knows, not for an alarm. */
export const urgencesDe = (e: Securite): UrgenceDite[] => [
  ...(e.danger === 'oui' || e.soir === 'non' ? (['danger_immediat'] as const) : []),
  ...(e.suicide === 'oui' ? (['suicide'] as const) : []),
]
