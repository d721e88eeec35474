import { randomUUID } from 'node:crypto'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import { envoyer, ouvrirPage, type Scene } from './scene.ts'
import { dans, ilYA, rentree, jourIso } from './temps.ts'

/** The next temps fort of this year, with an exhibition that classes may visit: one slot full, one begun, one empty. */
const CRENEAUX: readonly (readonly [jours: number, heure: string, classes: readonly (readonly [Ecole, string, string])[]])[] = [
  [
    47,
    '10:00',
    [
      ['tilleuls', '6e', '27'],
      ['isards', '5e', '23'],
    ],
  ],
  [47, '14:00', [['causse', '4e', '25']]],
  [48, '10:00', []],
]

export async function conterVisites(s: Scene): Promise<void> {
  const annee = jourIso(rentree(0)).slice(0, 4)
  const ou = `/actions/journees/${annee}/safer_internet_day`
  await envoyer(s, ilYA(9, '10:00'), 'capucine', '/actions/journees/nouvelle', {
    code: 'safer_internet_day',
    annee,
    jour: dans(45),
    theme: '',
    introduction: 'Une journée pour parler de ce qui se passe sur les écrans, et de ce que chacun peut y faire de bien.',
    expo_titre: 'Nos écrans, nos mots : affiches d’élèves',
    expo_du: dans(45),
    expo_au: dans(55),
    expo_lieu: 'Hall du rectorat',
    palmares_url: '',
    publier: 'oui',
  })
  for (const [jours, heure, classes] of CRENEAUX) {
    const jour = dans(jours)
    await envoyer(s, ilYA(8, '10:00'), 'capucine', `${ou}/visites`, { jour, heure, minutes: '45', places: '50' })
    for (const [ecole, niveau, eleves] of classes) {
      const page = await ouvrirPage(s, ilYA(7, '12:45'), `chef.${ecole}`, '/actions/visites')
      // The last slot that was opened is the last of the page.
      const creneau = [...page.matchAll(/name="creneau"[^>]*value="([^"]+)"/g)].at(-1)![1]!
      await envoyer(s, ilYA(7, '12:50'), `chef.${ecole}`, '/actions/visites', {
        id: randomUUID(),
        etab: ETABLISSEMENTS[ecole].etab,
        creneau,
        niveau,
        eleves,
      })
    }
  }
}
