import { AIDES } from './dossiers/aides.ts'
import { BUREAU } from './dossiers/bureau.ts'
import { ENTRETIENS } from './dossiers/entretiens.ts'
import { FAMILLES } from './dossiers/familles.ts'
import { FINS } from './dossiers/fins.ts'
import { PISTES } from './dossiers/pistes.ts'
import { SECOURS } from './dossiers/secours.ts'
import { VOIES } from './dossiers/voies.ts'
import { ajouterRole, changerResponsable, noter, inscrire, ouvrirDossier, prendreDossier, proteger } from './gestes.dossier.ts'
import type { Scene } from './scene.ts'
import { ilYA, rentree } from './temps.ts'

/** Dossiers that no report opened: an adult of the place saw, or was told face to face. The others are in the stories of their reports. */

/** The inspector opened it, and nothing protects yet: soon late. The name meets a report of the same school. */
async function sansProtection(s: Scene): Promise<void> {
  await ouvrirDossier(s, ilYA(1, '16:40'), 'ien.valbrune', {
    ecole: 'tournesols',
    resume:
      'Dit au téléphone par la psychologue de l’Éducation nationale : un élève de CE2 ne joue plus, et « se cache sous le préau pour qu’on l’oublie ».',
    personnes: [['Gabin', 'CE2', 'cible']],
  })
}

/** No measure, and why: the reason is written. */
async function sansMesure(s: Scene): Promise<void> {
  const numero = await ouvrirDossier(s, ilYA(6, '12:10'), 'chef.moulin', {
    ecole: 'moulin',
    resume:
      'Deux élèves de CM2 se disputent à chaque récréation depuis une semaine. Chacun dit que l’autre commence. Force égale ; à regarder de près avant de nommer.',
    personnes: [
      ['Nino', 'CM2', 'cible'],
      ['Basile', 'CM2', 'cible'],
    ],
  })
  await proteger(
    s,
    ilYA(6, '16:45'),
    'chef.moulin',
    numero,
    'aucune',
    'Les deux enfants disent être à égalité et ne veulent pas être séparés. Les familles sont d’accord. Je les revois dans trois jours.',
  )
  await noter(
    s,
    ilYA(3, '16:40'),
    'chef.moulin',
    numero,
    'Vus tous les deux à part. Ils ont joué ensemble hier ; Nino dit « c’est oublié ». Je regarde encore la récréation de lundi.',
  )
}

/** Last year's target is among this year's presumed authors: one person, two roles, each with its period. */
async function deuxRoles(s: Scene): Promise<void> {
  const numero = await ouvrirDossier(s, ilYA(10, '09:15'), 'coordo.arcades', {
    ecole: 'arcades',
    resume:
      'Un groupe de première note les élèves sur un carnet qui circule. Lou, qui y a participé, avait été la cible d’un groupe semblable en seconde.',
    personnes: [
      ['Aliénor', '1re 6', 'cible'],
      ['Lou', '1re 6', 'auteur_presume'],
    ],
    responsable: 'chef.arcades',
  })
  await prendreDossier(s, ilYA(10, '10:00'), 'chef.arcades', numero)
  await proteger(
    s,
    ilYA(10, '10:20'),
    'chef.arcades',
    numero,
    'camarades',
    'Deux camarades de confiance d’Aliénor l’accompagnent aux intercours, avec son accord.',
    'Mme Pagès, CPE',
  )
  await ajouterRole(s, ilYA(9, '14:00'), 'coordo.arcades', numero, 'Lou', 'cible', rentree(1))
  await inscrire(s, ilYA(9, '14:10'), 'coordo.arcades', numero, ['M. Ricard', 'professeur principal de 1re 6', 'professionnel'])
  await changerResponsable(s, ilYA(7, '08:30'), 'chef.arcades', numero, 'coordo.arcades')
  await noter(
    s,
    ilYA(4, '17:15'),
    'coordo.arcades',
    numero,
    'Le carnet n’a pas reparu. Aliénor dit « ça va mieux », sans plus. Je la revois vendredi.',
  )
}

const HISTOIRES: readonly ((s: Scene) => Promise<unknown>)[] = [
  sansProtection,
  sansMesure,
  deuxRoles,
  ...ENTRETIENS,
  ...PISTES,
  ...FAMILLES,
  ...FINS,
  ...VOIES,
  ...AIDES,
  ...BUREAU,
  ...SECOURS,
]

export async function conterDossiers(s: Scene, detail: (texte: string) => void): Promise<void> {
  for (const [rang, conter] of HISTOIRES.entries()) {
    detail(`dossiers\u00a0: ${rang + 1} sur ${HISTOIRES.length}`)
    await conter(s)
  }
}
