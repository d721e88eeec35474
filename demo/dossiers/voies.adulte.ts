import type { CleAgent } from '../agents.ts'
import { ajouterRole, geste } from '../gestes.dossier.ts'
import { surveiller } from '../gestes.suivi.ts'
import type { Scene } from '../scene.ts'
import { ilYA, rentree } from '../temps.ts'
import { qualifie, type Debut } from './debut.ts'
import { jusquALaCloture } from './fins.ts'
import { dit, suivreVoie, type Voie } from './voie.ts'

const ADULTE = {
  grille: { repetition: 'souvent', duree: 'mois', desequilibre: 'non', graves: 'non' },
  qualification: 'adulte',
} as const

/** An adult is named: the école or the collège does not hold it, and reads nothing of it. */
async function unAdulte(
  s: Scene,
  d: Omit<Debut, 'chef' | 'grille' | 'qualification'>,
  adulte: string,
  voie: Omit<Voie, 'methode'>,
): Promise<string> {
  const chef: CleAgent = 'nadia'
  const numero = await qualifie(s, { ...d, ...ADULTE, chef })
  const quand = ilYA(d.jours - 1, '17:00')
  await ajouterRole(s, quand, chef, numero, adulte, 'professionnel', rentree())
  const raison_niveau = 'Un adulte de l’établissement est mis en cause.'
  await geste('niveau')(s, quand, chef, numero, { niveau: 'departement', raison_niveau })
  await suivreVoie(s, { ...d, chef }, numero, { ...voie, methode: 'adulte' })
  return numero
}
const PAS_ADULTE: Voie['pas'] = [
  [2, 'eloignement', { texte: 'Remplacé devant cette classe dès demain, à titre conservatoire, sans rien préjuger.' }],
  [2, 'hierarchie', { texte: 'Ressources humaines jointes au téléphone, puis par écrit.' }],
  [3, 'juridique', { texte: 'Avis demandé : protéger l’élève, entendre l’adulte hors de l’établissement.' }],
  [4, 'procureur', { texte: 'Écrit adressé au procureur ; la permanence du parquet a rappelé.' }],
]

const adulteEnCours = (s: Scene): Promise<string> =>
  unAdulte(
    s,
    {
      ecole: 'saules',
      jours: 6,
      resume: 'Un surveillant surnomme Émile devant les autres à chaque passage au portail, et le groupe reprend.',
      personnes: [
        ['Émile', '6e A', 'cible'],
        ['M. Vasseur', 'surveillant', 'auteur_presume'],
      ],
      protection: 'Il entre par l’autre portail, avec une camarade.',
      mots: '« Même les adultes le disent. »',
      raison: 'Un adulte, plusieurs fois par semaine, devant des élèves qui reprennent.',
    },
    'M. Vasseur',
    { pourquoi: 'L’auteur présumé est un adulte : rien ne se règle entre élèves.', debut: 2, pas: PAS_ADULTE },
  )

/** The same, over: the adult works elsewhere; one is watched, the other closed. */
async function adulteApres(s: Scene, ecole: Debut['ecole'], eleve: string, jours: number): Promise<string> {
  const adulte = 'M. Lafont'
  return unAdulte(
    s,
    {
      ecole,
      jours,
      resume: `Un intervenant imite ${eleve} devant le groupe dès qu’il se trompe. Les élèves rient avec lui.`,
      personnes: [
        [eleve, '2de 1', 'cible'],
        [adulte, 'intervenant sportif', 'auteur_presume'],
      ],
      protection: 'Une autre activité ce jour-là, avec son meilleur ami.',
      mots: '« Si lui rit, qui va m’aider ? »',
      raison: 'Un adulte, chaque semaine, devant un groupe.',
    },
    adulte,
    {
      pourquoi: 'L’auteur présumé est un adulte : ressources humaines, juridique, procureur.',
      debut: 2,
      pas: PAS_ADULTE,
      fin: [
        10,
        'finir',
        dit('cesse', '« Il n’est plus là. On en a parlé en classe. »', 'L’intervention a pris fin ; l’élève est suivi.'),
      ],
    },
  )
}
const ADULTE_VU = 'La CPE le reçoit chaque lundi. Les élèves du groupe : le professeur principal.'
async function adulteEnVeille(s: Scene): Promise<void> {
  const numero = await adulteApres(s, 'arcades', 'Malo', 15)
  await surveiller(s, ilYA(4, '17:10'), 'nadia', numero, ADULTE_VU)
}
async function adulteClos(s: Scene): Promise<void> {
  const numero = await adulteApres(s, 'canal', 'Titouan', 26)
  await jusquALaCloture(s, 'nadia', numero, 'Titouan', '« C’est fini. »', (j, h) => ilYA(14 - j, h))
}

export const VOIES_ADULTE = [adulteEnCours, adulteEnVeille, adulteClos]
