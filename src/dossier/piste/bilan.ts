import { Introuvable, page } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { porteeDe } from '#signalement'
import { pageBilan } from './bilan.page.ts'
import * as sql from './bilan.sql.ts'

/** GET /dossiers/methodes: what each method led to, as the targeted pupils told it. For the départements and the académie. */
export async function bilan(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/methodes')
  const moi = c.get('moi')
  const { depts, acads } = porteeDe(moi)
  if (depts.length + acads.length === 0) throw new Introuvable()
  const ou = { acad: moi.acad, depts, acads }
  const donnees = await enTantQue(c, async (db) => {
    const [fins, durees, points] = await Promise.all([db.all(sql.fins, ou), db.all(sql.durees, ou), db.all(sql.points, ou)])
    return {
      fins: fins.map((f) => ({ methode: f.methode, rang: f.type, parole: f.parole ?? '', n: f.n })),
      durees: durees.map((f) => ({ methode: f.methode, rang: f.duree_avant, parole: f.parole ?? '', n: f.n })),
      points,
    }
  })
  return page(
    c,
    cadre(c, {
      titre: 'Ce qui marche',
      courant: '/dossiers',
      filAriane: [{ libelle: 'Dossiers', url: '/dossiers' }, { libelle: 'Ce qui marche' }],
      contenu: pageBilan(donnees),
    }),
  )
}
