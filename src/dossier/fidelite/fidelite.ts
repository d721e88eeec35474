import { clock, Introuvable, instantAParis, page } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { jourDe, jourIso, porteeDe } from '#signalement'
import { anneeScolaire } from '../numero.ts'
import { onglet } from '../onglet.ts'
import { etapesDe } from './etapes.ts'
import { pageEtapes, pageFidelite } from './fidelite.page.ts'
import * as sql from './fidelite.sql.ts'

/** GET /dossiers/:numero/suivi/protocole: which prescribed steps of this dossier happened. */
export const protocole = onglet({
  code: 'suivi',
  sous: '/protocole',
  titre: () => 'Ce que le protocole demande',
  charger: async (_db, o) => etapesDe(o),
  contenu: (_o, etapes) => pageEtapes(etapes),
  faits: {},
})

/** The first of September before this day: a school year. */
export const rentree = (jour: string): string => `${anneeScolaire(instantAParis(jour))}-09-01`

/** GET /dossiers/fidelite: how often each step happens. For the départements and the académie. */
export async function fidelite(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/fidelite')
  const moi = c.get('moi')
  const { depts, acads } = porteeDe(moi)
  if (depts.length + acads.length === 0) throw new Introuvable()
  const depuis = rentree(jourDe(clock.now()))
  const ou = { acad: moi.acad, depts, acads, depuis: instantAParis(depuis), maintenant: clock.now() }
  const comptes = await enTantQue(c, (db) => db.all(sql.fidelite, ou))
  return page(
    c,
    cadre(c, {
      titre: 'Ce qui se fait du protocole',
      courant: '/dossiers',
      filAriane: [{ libelle: 'Dossiers', url: '/dossiers' }, { libelle: 'Ce qui se fait du protocole' }],
      contenu: pageFidelite(comptes, jourIso(depuis)),
    }),
  )
}
