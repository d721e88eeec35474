import { Introuvable, type AgentDb } from '#platform'
import { dechiffrer } from '#acces'
import { parMandat } from '#signalement'
import { appuisDuDossier } from '../appui/appui.ts'
import type { Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import * as motifSql from '../motif/motif.sql.ts'
import { onglet } from '../onglet.ts'
import { pageLectures, type Lectures } from './lectures.page.ts'
import * as sql from './lectures.sql.ts'

/** Why those who have no part in it opened it, in their own words where the list had none. */
async function motifsDits(db: AgentDb, o: Dossier): Promise<Lectures['motifs']> {
  const lignes = await db.all(motifSql.dits, { acad: o.acad, fil: o.d.id })
  return lignes.map(({ mots, ...l }) => ({
    ...l,
    mots: mots === null ? '' : dechiffrer<string>(o.fil, 'consultation.mots', l.id, mots),
  }))
}

/** GET /dossiers/:numero/suivi/lectures: for those whose post opens the dossier; whoever it was handed to does not watch over them. */
export const lectures = onglet<Lectures>({
  code: 'suivi',
  sous: '/lectures',
  titre: () => 'Qui a ouvert ce dossier',
  charger: async (db, o) => {
    if (!parMandat(o.moi, o.d)) throw new Introuvable()
    const [rattaches, appuis] = await Promise.all([
      db.all(dossierSql.rattachements, { acad: o.acad, dossier: o.d.id }),
      appuisDuDossier(db, o),
    ])
    const [lignes, motifs] = await Promise.all([
      db.all(sql.lectures, { acad: o.acad, fils: [o.d.id, ...rattaches.map((r) => r.id), ...appuis.map((a) => a.id)] }),
      motifsDits(db, o),
    ])
    return { lignes, motifs, appuis: new Set(appuis.map((a) => a.id)) }
  },
  contenu: (o, d) => pageLectures(o, d),
  faits: {},
})
