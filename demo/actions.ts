import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { ACTIONS_2024 } from './actions/2024.ts'
import { ACTIONS_2025 } from './actions/2025.ts'
import type { Conte } from './actions/vocabulaire.ts'
import { ETABLISSEMENTS } from './etablissements.ts'
import { envoyer, type Champs, type Scene } from './scene.ts'
import { ilYA, jourIso, rentree } from './temps.ts'
import type { Dept } from './territoires.ts'

/** What schools did for the journée nationale: declared, validated, published, by the same pages as everybody. */

/** In each département, somebody in post since the first edition told here. */
const VALIDENT: Record<Dept, CleAgent> = {
  '009': 'patrick',
  '012': 'antoine',
  '031': 'julien',
  '032': 'ibrahim',
  '046': 'romain',
  '065': 'sandrine',
  '081': 'sonia',
  '082': 'lionel',
}

interface Edition {
  annee: number
  jour: string
  introduction: string
  lieu: string
  expo: readonly [du: string, au: string]
  palmares: string
  publiee: boolean
}

const EXPO = 'Affiches et vidéos des élèves, écoles, collèges et lycées, pour le prix Non au harcèlement'
const INTRODUCTION =
  'Dans le cadre de la journée nationale Non au harcèlement, différentes actions sont menées dans les écoles, les collèges et les lycées de l’académie, ainsi qu’au rectorat.\n\nCette journée est un des temps forts du programme de lutte contre le harcèlement à l’école, pHARe, déployé dans toutes les écoles élémentaires et tous les établissements de l’académie.'

// The days are the real ones, decided each year.
const EDITIONS: readonly Edition[] = [
  {
    annee: 2024,
    jour: '2024-11-07',
    introduction: INTRODUCTION,
    lieu: 'Hall du rectorat',
    expo: ['2024-11-07', '2024-11-22'],
    palmares: 'https://palmares.example/2023-2024',
    publiee: true,
  },
  {
    annee: 2025,
    jour: '2025-11-06',
    introduction: INTRODUCTION,
    lieu: 'Hall du rectorat',
    expo: ['2025-11-06', '2025-11-28'],
    palmares: 'https://palmares.example/2024-2025',
    publiee: true,
  },
  { annee: 2026, jour: '2026-11-05', introduction: '', lieu: '', expo: ['', ''], palmares: '', publiee: false },
]

/** A day of that year, or some days ago when those who act were not yet in post. */
const alors = (jour: string, heure: string): Date => {
  const le = new Date(`${jour}T${heure}:00+01:00`)
  return le > rentree(2) && le < ilYA(0, '23:59') ? le : ilYA(4, heure)
}

const avant = (jour: string, jours: number): string => jourIso(new Date(Date.parse(`${jour}T12:00:00Z`) - jours * 86_400_000))

const poserEdition = (s: Scene, e: Edition): Promise<string> =>
  envoyer(s, alors(avant(e.jour, 40), '10:00'), 'capucine', '/actions/journees/nouvelle', {
    code: 'journee_nationale',
    annee: String(e.annee),
    jour: e.jour,
    introduction: e.introduction,
    expo_titre: e.lieu === '' ? '' : EXPO,
    expo_du: e.expo[0],
    expo_au: e.expo[1],
    expo_lieu: e.lieu,
    palmares_url: e.palmares,
    ...(e.publiee && { publier: 'oui' }),
  })

const champsDe = (c: Conte, e: Edition): Champs => {
  const [ecole, type, publics, niveaux, effectif, partenaires, titre, texte] = c
  return {
    etab: ETABLISSEMENTS[ecole].etab,
    temps_fort: `${e.annee}.journee_nationale`,
    du: e.jour,
    type,
    publics,
    niveaux,
    effectif: String(effectif),
    partenaires,
    titre,
    texte,
    pilier: '2',
  }
}

/** @returns the address of the action. */
async function declarer(s: Scene, e: Edition, c: Conte, suite: 'proposer' | 'brouillon'): Promise<string> {
  const id = randomUUID()
  const quand = alors(avant(e.jour, 14), '12:30')
  await envoyer(s, quand, `chef.${c[0]}`, '/actions/nouvelle', { ...champsDe(c, e), id, suite })
  return `/actions/${id}`
}

/** Each act moves the version by one: 1 declared, 2 proposed, 3 validated. */
const geste = (s: Scene, quand: Date, qui: CleAgent, page: string, forme: string, champs: Champs): Promise<string> =>
  envoyer(s, quand, qui, `${page}/${forme}`, champs)

const valideur = (c: Conte): CleAgent => VALIDENT[ETABLISSEMENTS[c[0]].dept as Dept]
const valider = (s: Scene, e: Edition, c: Conte, page: string): Promise<string> =>
  geste(s, alors(avant(e.jour, 7), '16:10'), valideur(c), page, 'validation', { version: '2' })

async function publier(s: Scene, e: Edition, c: Conte): Promise<void> {
  const page = await declarer(s, e, c, 'proposer')
  await valider(s, e, c, page)
  await geste(s, alors(avant(e.jour, 2), '09:30'), 'capucine', page, 'publication', { version: '3' })
}

/** This year, everything is still on its way: something waits for each of those who act. */
async function enChemin(s: Scene, e: Edition): Promise<void> {
  const conte = (rang: number): Conte => ACTIONS_2025[rang]!
  await declarer(s, e, conte(5), 'brouillon')
  const proposee = await declarer(s, e, conte(4), 'proposer')
  await geste(s, alors(avant(e.jour, 6), '11:00'), 'chef.tilleuls', proposee, 'commentaires', {
    id: randomUUID(),
    texte: 'La photo viendra après la journée : nous demandons encore deux autorisations.',
  })
  const renvoyee = await declarer(s, e, conte(9), 'proposer')
  await geste(s, alors(avant(e.jour, 5), '17:00'), 'julien', renvoyee, 'renvoi', {
    version: '2',
    motif: 'Très belle idée. Dites seulement, sans prénom, ce que les enfants écrivent : le texte sera public.',
  })
  await valider(s, e, conte(11), await declarer(s, e, conte(11), 'proposer'))
}

export async function conterActions(s: Scene, detail: (texte: string) => void): Promise<void> {
  const [deux, trois, ensuite] = EDITIONS as [Edition, Edition, Edition]
  for (const e of EDITIONS) await poserEdition(s, e)
  for (const [e, contes] of [
    [deux, ACTIONS_2024],
    [trois, ACTIONS_2025],
  ] as const)
    for (const [rang, c] of contes.entries()) {
      detail(`actions de ${e.annee}\u00a0: ${rang + 1} sur ${contes.length}`)
      await publier(s, e, c)
    }
  await enChemin(s, ensuite)
}
