import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { ACTIONS_2024 } from './actions/2024.ts'
import { ACTIONS_2025 } from './actions/2025.ts'
import { ACTIONS_ECRANS, ACTIONS_PRIX } from './actions/autres.ts'
import type { Conte } from './actions/vocabulaire.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import { PHOTOS } from './photos.ts'
import { envoyer, joindre, ouvrirPage, type Champs, type Scene } from './scene.ts'
import { ilYA, jourIso, rentree } from './temps.ts'
import { conterVisites } from './visites.ts'
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
  code: 'journee_nationale' | 'safer_internet_day' | 'prix'
  theme?: string
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
    code: 'journee_nationale',
    jour: '2024-11-07',
    introduction: INTRODUCTION,
    lieu: 'Hall du rectorat',
    expo: ['2024-11-07', '2024-11-22'],
    palmares: 'https://palmares.example/2023-2024',
    publiee: true,
  },
  {
    annee: 2025,
    code: 'journee_nationale',
    jour: '2025-11-06',
    introduction: INTRODUCTION,
    lieu: 'Hall du rectorat',
    expo: ['2025-11-06', '2025-11-28'],
    palmares: 'https://palmares.example/2024-2025',
    publiee: true,
  },
  {
    annee: 2026,
    code: 'journee_nationale',
    jour: '2026-11-05',
    introduction: '',
    lieu: '',
    expo: ['', ''],
    palmares: '',
    publiee: false,
  },
]

const AILLEURS = { lieu: '', expo: ['', ''] as const, publiee: true }

/** The other temps forts. Those of the Safer Internet Day are the real days and the first theme is the real one of 2026. */
const AUTRES: readonly Edition[] = [
  {
    ...AILLEURS,
    annee: 2024,
    code: 'safer_internet_day',
    jour: '2025-02-11',
    introduction: 'Une journée pour parler de ce qui se passe sur les écrans, et de ce que chacun peut y faire de bien.',
    palmares: '',
  },
  {
    ...AILLEURS,
    annee: 2025,
    code: 'safer_internet_day',
    jour: '2026-02-10',
    theme: 'Les écrans et toi, comment ça va ?',
    introduction: 'Une journée pour parler de ce qui se passe sur les écrans, et de ce que chacun peut y faire de bien.',
    palmares: '',
  },
  {
    ...AILLEURS,
    annee: 2025,
    code: 'prix',
    jour: '2026-05-20',
    introduction: 'Les élèves des lauréats de l’académie sont reçus au rectorat. Leurs affiches et leurs films restent à voir.',
    lieu: 'Hall du rectorat',
    expo: ['2026-05-20', '2026-06-05'],
    palmares: 'https://palmares.example/2025-2026',
  },
]

/** A day of that year, or some days ago when those who act were not yet in post. */
const alors = (jour: string, heure: string): Date => {
  const le = new Date(`${jour}T${heure}:00+01:00`)
  return le > rentree(2) && le < ilYA(0, '23:59') ? le : ilYA(4, heure)
}

const avant = (jour: string, jours: number): string => jourIso(new Date(Date.parse(`${jour}T12:00:00Z`) - jours * 86_400_000))

const poserEdition = (s: Scene, e: Edition): Promise<string> =>
  envoyer(s, alors(avant(e.jour, 40), '10:00'), 'capucine', '/actions/journees/nouvelle', {
    code: e.code,
    annee: String(e.annee),
    jour: e.jour,
    theme: e.theme ?? '',
    introduction: e.introduction,
    expo_titre: e.lieu === '' ? '' : EXPO,
    expo_du: e.expo[0],
    expo_au: e.expo[1],
    expo_lieu: e.lieu,
    palmares_url: e.palmares,
    ...(e.publiee && { publier: 'oui' }),
  })

/** Minutes that a pupil had of it, for the kinds that are hours of learning. */
const DUREES: Readonly<Record<string, string>> = {
  seance: '55',
  ateliers: '110',
  theatre: '55',
  jeu: '55',
  intervention: '110',
  projection: '110',
}

/** What some schools say of their programme this year: enough, not enough, a charter that ends, and most say nothing yet. */
const PROGRAMMES: readonly (readonly [
  ecole: Ecole,
  effectifs: Readonly<Record<string, string>>,
  ambassadeurs: string,
  parents: string,
  chartes: number,
])[] = [
  ['tilleuls', { '6e': '148', '5e': '140', '4e': '139', '3e': '133' }, '14', '2', 215],
  ['isards', { '6e': '55', '5e': '50', '4e': '52', '3e': '48' }, '20', '', 507],
  ['causse', { '6e': '70', '5e': '66', '4e': '64', '3e': '61' }, '6', '', 545],
  ['forges', { CP: '21', CE1: '22', CE2: '20', CM1: '23', CM2: '24' }, '', '1', 90],
]
async function declarerProgrammes(s: Scene): Promise<void> {
  for (const [ecole, effectifs, ambassadeurs, parents, jours] of PROGRAMMES)
    await envoyer(s, ilYA(6, '12:40'), `chef.${ecole}`, '/actions/programme', {
      etab: ETABLISSEMENTS[ecole].etab,
      annee: '',
      version: '',
      ...Object.fromEntries(Object.entries(effectifs).map(([n, k]) => [`eleves_${n}`, k])),
      ambassadeurs,
      parents,
      charte_le: jourIso(ilYA(jours, '12:00')),
    })
}

const champsDe = (c: Conte, e: Edition): Champs => {
  const [ecole, type, publics, niveaux, effectif, partenaires, titre, texte] = c
  return {
    etab: ETABLISSEMENTS[ecole].etab,
    temps_fort: `${e.annee}.${e.code}`,
    du: e.jour,
    type,
    publics,
    niveaux,
    effectif: String(effectif),
    duree: DUREES[type] ?? '',
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

/** The picture of one action, described, with its rights. @returns its mark. */
async function photographier(s: Scene, quand: Date, qui: CleAgent, page: string, type: string, droits: Champs): Promise<string> {
  const { alternative, tirer } = PHOTOS[type]!
  await joindre(s, quand, qui, `${page}/photos`, 'photos', await tirer())
  const id = /id="photo-([0-9a-f-]{36})"/.exec(await ouvrirPage(s, quand, qui, page))![1]!
  const champs = Object.fromEntries(Object.entries({ alternative, ...droits }).map(([nom, dit]) => [`${nom}_${id}`, dit]))
  await envoyer(s, quand, qui, `${page}/photos/${id}/droits`, champs)
  return id
}

/** The first action of each kind that has a picture. */
const aUnePhoto = (c: Conte, contes: readonly Conte[]): boolean =>
  PHOTOS[c[1]] !== undefined && contes.find((autre) => autre[1] === c[1]) === c

async function publier(s: Scene, e: Edition, c: Conte, avecPhoto: boolean): Promise<void> {
  const page = await declarer(s, e, c, 'proposer')
  const photos = avecPhoto
    ? [await photographier(s, alors(avant(e.jour, 8), '13:00'), `chef.${c[0]}`, page, c[1], { reconnus: 'personne' })]
    : []
  await valider(s, e, c, page)
  await geste(s, alors(avant(e.jour, 2), '09:30'), 'capucine', page, 'publication', { version: '3', photos })
}

/** What the pôle says of itself, and those of its members who agreed to be named. */
async function presenterPole(s: Scene): Promise<void> {
  await envoyer(s, ilYA(20, '09:00'), 'helene', '/actions/pole', {
    telephone: '05 00 00 00 00',
    mail: 'harcelement@academie.example',
    rattachement: 'Créé en novembre 2023, il est rattaché au pôle civique de l’académie.',
    presidence: 'le recteur de l’académie',
    membres:
      'assistantes sociales\npersonnels de direction\ninspecteurs\ndirection des affaires juridiques\ndirection de l’action culturelle',
    themes:
      'la pédagogie\nla gestion de crise\nles relations entre institutions\nle programme pHARe\nla méthode de la préoccupation partagée\nles développements pédagogiques\nle pilotage',
  })
  for (const qui of ['helene', 'nadia'] as const) await envoyer(s, ilYA(19, '09:00'), qui, '/compte/nom', { public: 'oui' })
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
  // Waiting for two authorisations: seen inside the school only.
  await photographier(s, alors(avant(e.jour, 6), '11:10'), 'chef.tilleuls', proposee, 'photo', { reconnus: 'eleves' })
  const renvoyee = await declarer(s, e, conte(9), 'proposer')
  await geste(s, alors(avant(e.jour, 5), '17:00'), 'julien', renvoyee, 'renvoi', {
    version: '2',
    motif: 'Très belle idée. Dites seulement, sans prénom, ce que les enfants écrivent : le texte sera public.',
  })
  await valider(s, e, conte(11), await declarer(s, e, conte(11), 'proposer'))
}

export async function conterActions(s: Scene, detail: (texte: string) => void): Promise<void> {
  const [deux, trois, ensuite] = EDITIONS as [Edition, Edition, Edition]
  const [ecrans, ecransEncore, prix] = AUTRES as [Edition, Edition, Edition]
  for (const e of [...EDITIONS, ...AUTRES]) await poserEdition(s, e)
  for (const [e, contes] of [
    [deux, ACTIONS_2024],
    [trois, ACTIONS_2025],
    [ecrans, ACTIONS_ECRANS.slice(0, 2)],
    [ecransEncore, ACTIONS_ECRANS.slice(2)],
    [prix, ACTIONS_PRIX],
  ] as const)
    for (const [rang, c] of contes.entries()) {
      detail(`actions du ${e.jour}\u00a0: ${rang + 1} sur ${contes.length}`)
      await publier(s, e, c, aUnePhoto(c, contes))
    }
  await presenterPole(s)
  await declarerProgrammes(s)
  await conterVisites(s)
  await enChemin(s, ensuite)
}
