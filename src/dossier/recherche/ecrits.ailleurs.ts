import { Efface, type AgentDb } from '#platform'
import { ecritsDuSignalement } from '#signalement'
import { appuiDe, appuisDuDossier } from '../appui/appui.ts'
import type { Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { dits, type Ecrit } from './ecrit.ts'

/** What was erased says nothing any more, and hides nothing of the rest. */
async function saufEfface(lu: Promise<Ecrit[]>): Promise<Ecrit[]> {
  try {
    return await lu
  } catch (e) {
    if (e instanceof Efface) return []
    throw e
  }
}

async function unSignalement(db: AgentDb, o: Dossier, id: string): Promise<Ecrit[]> {
  return (await ecritsDuSignalement(db, o.t, o.moi, id)).flatMap((e) => {
    const ailleurs = { fil: id, url: `/signalements/${id}#${e.ancre}`, libelle: 'Signalement rattaché' }
    return dits({ partie: '', titre: 'Signalement', le: e.le, par: e.par, ou: '', ailleurs }, [e.titre, e.texte])
  })
}

async function unAppui(db: AgentDb, o: Dossier, id: string): Promise<Ecrit[]> {
  const x = await appuiDe(db, o.t, o.moi, id)
  const ou = (ancre: string): Pick<Ecrit, 'partie' | 'titre' | 'ou' | 'ailleurs'> => ({
    partie: 'appui',
    titre: 'Demande d’appui',
    ou: '',
    ailleurs: { fil: id, url: `/appuis/${id}${ancre}`, libelle: 'Demande d’appui' },
  })
  return [
    ...dits({ ...ou(''), le: x.a.demande_le, par: `${x.a.de_prenom} ${x.a.de_nom}` }, ['Ce qui est demandé', x.quoi]),
    ...dits({ ...ou(''), le: x.a.fait_le ?? x.a.demande_le, par: `${x.a.r_prenom} ${x.a.r_nom}` }, ['Fait', x.rendu]),
    ...x.echanges.flatMap((e) => dits({ ...ou('#echanges'), le: e.le, par: `${e.prenom} ${e.nom}` }, ['Échange', e.texte])),
  ]
}

/** What has a key and readers of its own: the attached reports and the requests for support that this reader may open. */
export async function ecritsAilleurs(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  const [rattaches, appuis] = await Promise.all([
    db.all(dossierSql.rattachements, { acad: o.acad, dossier: o.d.id }),
    appuisDuDossier(db, o),
  ])
  const lus = await Promise.all([
    ...rattaches.map((s) => saufEfface(unSignalement(db, o, s.id))),
    ...appuis.map((a) => saufEfface(unAppui(db, o, a.id))),
  ])
  return lus.flat()
}
