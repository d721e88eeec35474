import { clock, Refus } from '#platform'
import { devance, noter } from '../action.ts'
import { un, versionDe } from '../envoi.ts'
import { agir } from '../fiche/agir.ts'
import { exiger } from '../protocole/peut.ts'
import { isoJour } from '../quand.ts'
import * as sql from './compte.sql.ts'

/** POST /actions/:id/compte-rendu: what was done, and how many were there, once the day has come. */
export const rendreCompte = agir('compte-rendu', 'compte', async (db, c, a, envoi) => {
  const moi = c.get('moi')
  exiger(moi, 'rendrecompte', a)
  if (a.du > isoJour(clock.now())) throw new Refus('Le compte rendu s’écrit une fois le jour venu.', 422)
  const [texte, eleves] = [un(envoi, 'compte'), un(envoi, 'eleves')]
  if (texte === '' || texte.length > 1000) throw new Refus('Racontez en quelques phrases : 1 000 signes au plus.', 422)
  if (eleves !== '' && !/^[1-9]\d{0,3}$/.test(eleves)) throw new Refus('Écrivez combien d’élèves étaient là, comme 120.', 422)
  const v = { acad: moi.acad, action: a.id, texte, eleves: eleves === '' ? null : Number(eleves) }
  const version = un(envoi, 'version')
  const fait =
    version === ''
      ? db.run(sql.rendre, { ...v, etab: a.etab })
      : db.run(sql.reprendreCompte, { ...v, version: versionDe(version) })
  if ((await fait) === 0) throw devance()
  await noter(db, moi, a.id, 'rendrecompte')
})

/** POST /actions/:id/compte-rendu/publication: that one version, which somebody has read. */
export const publierCompte = agir('compte-rendu/publication', 'compte_publie', async (db, c, a, envoi) => {
  const moi = c.get('moi')
  exiger(moi, 'publiercompte', a)
  const version = versionDe(un(envoi, 'version'))
  if ((await db.run(sql.publierCompte, { acad: moi.acad, action: a.id, version })) === 0) throw devance()
  await noter(db, moi, a.id, 'publiercompte')
})
