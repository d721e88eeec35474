import { chiffrer } from '#acces'
import type { Acte } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir, Incomplet } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { partie } from './feuilles.ts'
import { retiresDe } from './liens.ts'
import { SUITES } from './transmission.mots.ts'
import { destinataireDe, idDe, passe, transmissionsDe, type ContenuSuite } from './transmettre.ts'
import * as sql from './transmission.sql.ts'

/** What came of it: an answer ends the asking, silence has it asked again each quarter. */
export const suivreTransmission: Acte = async (db, o, envoi, destination) => {
  const code = destinataireDe(destination)
  const t = (await transmissionsDe(db, o)).find((x) => x.id === envoi.transmission)
  if (t === undefined || t.destinataire !== code || !partie(t))
    throw new Incomplet({ champ: 'transmission', message: 'Choisissez une transmission faite.' })
  const issue = parmi(envoi, 'issue', SUITES, 'Dites ce qu’il en est.')
  const { fin } = SUITES[issue]
  const id = idDe(envoi, 'suite_texte')
  const contenu: ContenuSuite = {
    texte: texte(envoi, 'suite_texte', 4000, fin ? 'Écrivez la suite donnée, et par qui vous l’avez sue.' : undefined),
    retires: retiresDe(envoi, t, issue),
  }
  const chiffre = chiffrer(o.fil, 'transmission_suite.contenu', id, contenu)
  const retour = { fait: fin ? 'suite' : 'suite_attente', url: `/dossiers/${o.d.numero}/transmissions/${code}` }
  const ligne = { acad: o.acad, id, fil: o.d.id, transmission: t.id, issue, jour: passe(envoi, 'suite_jour'), contenu: chiffre }
  if ((await db.run(sql.suivre, ligne)) === 0) return retour
  await accomplir(db, o, 'suivre_transmission', {
    fait: 'dossier.suivre_transmission',
    detail: { transmission: t.id, destinataire: code, issue },
  })
  await honorer(db, o, 'suite_transmission', t.id)
  await honorer(db, o, 'transmission_relue', t.id)
  if (!fin)
    await prevoir(db, o, {
      nature: 'suite_transmission',
      objet: t.id,
      le: echeanceDe('suites_transmission', o.reglages, o.classe),
    })
  return retour
}
