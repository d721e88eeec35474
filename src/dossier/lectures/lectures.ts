import { Introuvable } from '#platform'
import { parMandat } from '#signalement'
import * as dossierSql from '../dossier.sql.ts'
import { onglet } from '../onglet.ts'
import { pageLectures } from './lectures.page.ts'
import * as sql from './lectures.sql.ts'

/** GET /dossiers/:numero/suivi/lectures: for those whose post opens the dossier; whoever it was handed to does not watch over them. */
export const lectures = onglet({
  code: 'suivi',
  sous: '/lectures',
  titre: () => 'Qui a ouvert ce dossier',
  charger: async (db, o) => {
    if (!parMandat(o.moi, o.d)) throw new Introuvable()
    const rattaches = await db.all(dossierSql.rattachements, { acad: o.acad, dossier: o.d.id })
    return db.all(sql.lectures, { acad: o.acad, fils: [o.d.id, ...rattaches.map((r) => r.id)] })
  },
  contenu: (o, lignes) => pageLectures(o, lignes),
  faits: {},
})
