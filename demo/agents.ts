import { randomUUID } from 'node:crypto'
import type { CodeRole } from '#annuaire'
import { nomDuRang } from './agents.noms.ts'
import { CLES_ECOLES, ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import { debutDuMois, finAout, rentree } from './temps.ts'
import { CIRCONSCRIPTIONS, type CleCirco, type Dept } from './territoires.ts'

type Nom = readonly [cle: string, prenom: string, nom: string]

const POLE = {
  helene: ['Hélène', 'Marcillac', 'responsable_academique'],
  aissatou: ['Aïssatou', 'Diallo-Fabre', 'referente_academique'],
  marianne: ['Marianne', 'Roquefeuil', 'referente_academique'],
  capucine: ['Capucine', 'Lasserre', 'communication'],
  bertrand: ['Bertrand', 'Quesnel', 'dpo'],
  theo: ['Théo', 'Lemoine', 'administrateur'],
} as const satisfies Record<string, readonly [string, string, CodeRole]>

/** Eight responsables départementaux, the first of each line, and twenty-eight référents: fourteen for half of the pupils. */
const DEPARTEMENTAUX = {
  '009': [
    ['bastien', 'Bastien', 'Galy'],
    ['lucie', 'Lucie', 'Fauré'],
    ['patrick', 'Patrick', 'Soum'],
  ],
  '012': [
    ['odile', 'Odile', 'Calmels'],
    ['mireille', 'Mireille', 'Cayla'],
    ['antoine', 'Antoine', 'Vernhes'],
  ],
  '031': [
    ['samuel', 'Samuel', 'Benhamou'],
    ['nadia', 'Nadia', 'Ferrières'],
    ['julien', 'Julien', 'Bordenave'],
    ['fatou', 'Fatou', 'Sarr'],
    ['amandine', 'Amandine', 'Rieux'],
    ['olivier', 'Olivier', 'Teulade'],
    ['yasmine', 'Yasmine', 'Chaouch'],
    ['gregoire', 'Grégoire', 'Molinier'],
    ['claudine', 'Claudine', 'Pech'],
    ['mehdi', 'Mehdi', 'Ouali'],
    ['laure', 'Laure', 'Estève'],
    ['damien', 'Damien', 'Cazals'],
    ['ana', 'Ana', 'Ferreira'],
    ['simon', 'Simon', 'Lévy'],
    ['corinne', 'Corinne', 'Barthès'],
  ],
  '032': [
    ['francoise', 'Françoise', 'Lartigue'],
    ['celine', 'Céline', 'Duffau'],
    ['ibrahim', 'Ibrahim', 'Keïta'],
  ],
  '046': [
    ['thomas', 'Thomas', 'Delpech'],
    ['agnes', 'Agnès', 'Lacombe'],
    ['romain', 'Romain', 'Bouyssou'],
  ],
  '065': [
    ['maite', 'Maïté', 'Abadie'],
    ['peyo', 'Peyo', 'Etcheverry'],
    ['sandrine', 'Sandrine', 'Cazaux'],
  ],
  '081': [
    ['karim', 'Karim', 'Belkacem'],
    ['vincent', 'Vincent', 'Pujol'],
    ['sonia', 'Sonia', 'Marques'],
  ],
  '082': [
    ['sylvie', 'Sylvie', 'Nguyen'],
    ['veronique', 'Véronique', 'Tran'],
    ['lionel', 'Lionel', 'Gasc'],
  ],
} as const satisfies Record<Dept, readonly Nom[]>

const IEN = {
  rochebelle: ['Jeanne', 'Marty'],
  belcastan: ['Éric', 'Fabre'],
  valbrune: ['Pierre', 'Andrieu'],
  castelrive: ['Rachida', 'Amrani'],
  montaubry: ['Florence', 'Gineste'],
  ash31: ['Marc-Antoine', 'Viala'],
  montrival: ['Bénédicte', 'Dupin'],
  gourdelle: ['Alain', 'Mazet'],
  arrieulat: ['Christelle', 'Laborde'],
  maternelles: ['Mathilde', 'Saint-Martin'],
  rocaverde: ['Rémi', 'Galtier'],
  montcabrel: ['Assia', 'Zerrouki'],
  moissagne: ['Gilles', 'Taillade'],
} as const satisfies Record<CleCirco, readonly [string, string]>

/** Those of the schools whom the stories call by name. */
const CONNUS: Record<string, readonly [prenom: string, nom: string]> = {
  'chef.tilleuls': ['Claire', 'Montagné'],
  'coordo.tilleuls': ['Hugo', 'Sarda'],
  'equipe1.tilleuls': ['Inès', 'Roca'],
  'chef.glycines': ['Leïla', 'Haddad'],
  'chef.saules': ['Paul', 'Ferrand'],
  'chef.arcades': ['Étienne', 'Vasseur'],
  'chef.pruniers': ['Anne-Laure', 'Soler'],
}

/** Members of the équipes ressources, where there is one on file. */
const EQUIPES: Partial<Record<Ecole, number>> = { tilleuls: 5, saules: 3, arcades: 3, pruniers: 3, confluent: 2 }

type DuPole = keyof typeof POLE
type DuDepartement = (typeof DEPARTEMENTAUX)[Dept][number][0]
export type CleAgent =
  | DuPole
  | DuDepartement
  | `ien.${CleCirco}`
  | `${'chef' | 'coordo' | 'equipe1' | 'equipe2' | 'ancien' | 'suivant'}.${Ecole}`

export interface Agent {
  cle: string
  id: string
  prenom: string
  nom: string
  mail: string
  /** What the demonstration's identity provider calls them. */
  sub: string
  role: CodeRole
  dept: string | null
  circo: string | null
  etab: string | null
  du: Date
  au: Date | null
}

export const sansAccents = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')

type Poste = Pick<Agent, 'role'> & Partial<Pick<Agent, 'dept' | 'circo' | 'etab' | 'du' | 'au'>>

function agent(cle: string, [prenom, nom]: readonly [string, string], poste: Poste): Agent {
  const adresse = `${sansAccents(prenom)}.${sansAccents(nom)}`
  const place = { dept: null, circo: null, etab: null, du: rentree(2), au: null, ...poste }
  return { cle, id: randomUUID(), prenom, nom, mail: `${adresse}@preau.example`, sub: `demo-${adresse}`, ...place }
}

const pole = (): Agent[] => Object.entries(POLE).map(([cle, [prenom, nom, role]]) => agent(cle, [prenom, nom], { role }))

const departementaux = (): Agent[] =>
  Object.entries(DEPARTEMENTAUX).flatMap(([dept, gens]) =>
    gens.map(([cle, prenom, nom], rang) =>
      agent(cle, [prenom, nom], {
        role: rang === 0 ? 'responsable_departemental' : 'referent_departemental',
        dept,
        // In post before the summer: what is told early in September began before it.
        du: rentree(1 + (rang % 4)),
      }),
    ),
  )

const inspecteurs = (): Agent[] =>
  Object.entries(IEN).map(([cle, nom]) =>
    agent(`ien.${cle}`, nom, { role: 'ien', circo: CIRCONSCRIPTIONS[cle as CleCirco].circo }),
  )

/** Two posts are vacant: what is told there goes to whoever stands above. */
const SANS_CHEF: readonly Ecole[] = ['plaine', 'violettes']

function postesDe(ecole: Ecole): [cle: string, poste: Poste][] {
  const { etab, type } = ETABLISSEMENTS[ecole]
  const vacant = SANS_CHEF.includes(ecole)
  return [
    ...(vacant ? [] : [[`chef.${ecole}`, { role: 'chef', etab }] as [string, Poste]]),
    ...(vacant || type === 'ecole'
      ? []
      : [[`coordo.${ecole}`, { role: 'coordonnateur', etab, du: rentree(1) }] as [string, Poste]]),
    ...Array.from({ length: EQUIPES[ecole] ?? 0 }, (_, i): [string, Poste] => [
      `equipe${i + 1}.${ecole}`,
      { role: 'equipe', etab, du: rentree(1 + (i % 2)) },
    ]),
  ]
}

/** Gone, or to come: they see nothing, and the list of mandates shows it. */
const autresTemps = (): Agent[] => {
  const { plaine, violettes, tilleuls } = ETABLISSEMENTS
  return [
    agent('ancien.plaine', ['Jean-Luc', 'Mauran'], { role: 'chef', etab: plaine.etab, du: rentree(4), au: debutDuMois(0) }),
    agent('suivant.plaine', ['Nathalie', 'Arnal'], { role: 'chef', etab: plaine.etab, du: debutDuMois(1) }),
    agent('ancien.violettes', ['Colette', 'Bénazet'], { role: 'chef', etab: violettes.etab, du: rentree(5), au: finAout() }),
    agent('ancien.tilleuls', ['Grégory', 'Lamothe'], {
      role: 'coordonnateur',
      etab: tilleuls.etab,
      du: rentree(3),
      au: finAout(),
    }),
    agent('anciennereferente', ['Brigitte', 'Castaing'], {
      role: 'referent_departemental',
      dept: '031',
      du: rentree(3),
      au: finAout(),
    }),
  ]
}

/** Everybody, with their one mandate. Called when the demonstration is loaded: the dates are relative to that day. */
export function lesAgents(): Agent[] {
  const ecoles = CLES_ECOLES.flatMap(postesDe).map(([cle, poste], rang) => {
    const { prenom, nom } = nomDuRang(rang)
    return agent(cle, CONNUS[cle] ?? [prenom, nom], poste)
  })
  return [...pole(), ...departementaux(), ...inspecteurs(), ...ecoles, ...autresTemps()]
}
