import { clock, Introuvable, page } from '#platform'
import { listeDepartements } from '#annuaire'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { portee } from '../liste/liste.ts'
import { isoJour } from '../quand.ts'
import { anneeScolaire, libelleAnnee } from '../vocabulaire.ts'
import { pageBilan } from './bilan.page.ts'
import * as sql from './bilan.sql.ts'

/** GET /actions/bilan and /actions/bilan/:annee: for a département, or for the whole académie. */
export async function bilan(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/bilan/:annee')
  const { acad, toute, depts } = portee(c.get('moi'))
  const dite = c.req.param('annee')
  if (!(toute || depts.length > 0) || (dite !== undefined && !/^20\d{2}$/.test(dite))) throw new Introuvable()
  const annee = dite === undefined ? anneeScolaire(isoJour(clock.now())) : Number(dite)
  const ou = { acad, toute, depts }
  const b = await enTantQue(c, async (db) => {
    const [actions, etablissements, annees, tous] = await Promise.all([
      db.all(sql.retenues, { ...ou, annee }),
      db.all(sql.etablissements, ou),
      db.all(sql.annees, { acad }),
      listeDepartements(db, acad),
    ])
    const departements = tous.filter((d) => toute || depts.includes(d.dept))
    return { annee, actions, etablissements, departements, annees: annees.map((a) => a.annee) }
  })
  return page(
    c,
    cadre(c, {
      titre: `Bilan des actions, ${libelleAnnee(annee)}`,
      courant: '/actions',
      filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: `Bilan ${libelleAnnee(annee)}` }],
      contenu: pageBilan(b),
      script: ['imprimer.js'],
    }),
  )
}
