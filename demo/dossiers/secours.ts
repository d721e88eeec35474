import { geste, lu, ouvrirDossier, proteger } from '../gestes.dossier.ts'
import { envoyer, ouvrirPage, type Scene } from '../scene.ts'
import type { CleAgent } from '../agents.ts'
import { ilYA } from '../temps.ts'

/** A dossier opened by its number, for a day, by somebody to whom nothing was handed. */
const secourir = (s: Scene, quand: Date, qui: CleAgent, numero: string, motif: string, raison_secours: string): Promise<string> =>
  envoyer(s, quand, qui, '/dossiers/secours', { numero, motif, raison_secours })

/** The pupil turns up in tears at the college next door, twice: the first time, the level above has said that it was justified; the second waits to be looked at. */
async function chezLeVoisin(s: Scene): Promise<void> {
  const numero = await ouvrirDossier(s, ilYA(7, '10:00'), 'chef.vergers', {
    ecole: 'vergers',
    resume:
      'Ambre descend un arrêt plus loin pour ne pas croiser trois élèves de 4e C. Elle dit : « le bus, c’est le pire ». Personne ne s’assied à côté d’elle.',
    personnes: [['Ambre', '4e C', 'cible']],
  })
  await proteger(
    s,
    ilYA(7, '10:20'),
    'chef.vergers',
    numero,
    'adulte_referent',
    'La CPE l’attend au portail, matin et soir.',
    'La CPE',
  )
  await secourir(
    s,
    ilYA(5, '17:50'),
    'chef.tilleuls',
    numero,
    'danger',
    'Ambre est dans mon bureau, en larmes, suivie depuis l’arrêt. Les Vergers sont fermés ; personne ne répond au portable.',
  )
  const page = await ouvrirPage(s, ilYA(4, '09:10'), 'samuel', `/dossiers/${numero}`)
  const acces = lu(/\/secours\/([0-9a-f-]{36})\/avis"/, page)
  await geste(`secours/${acces}/avis`)(s, ilYA(4, '09:20'), 'samuel', numero, {
    avis_secours: 'justifie',
    raison_regard: 'L’enfant était là, le collège fermé. Mme Montagné a rappelé la principale le lendemain à 8 h.',
  })
  await secourir(
    s,
    ilYA(1, '17:40'),
    'coordo.tilleuls',
    numero,
    'arrive',
    'Ambre est revenue ce soir, avec un ami. Je lis qui la protège avant d’appeler sa mère.',
  )
}

export const SECOURS = [chezLeVoisin]
