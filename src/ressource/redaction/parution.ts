import { clock, estUuid, lireFormulaire, MINUTE, page, plus, Refus, uuidv7, type AgentDb, type Formulaire } from '#platform'
import { debutDeJour, enTantQue, finDeJour, flash, type CtxAgent } from '#acces'
import { telechargeable } from '../fichier/examen.ts'
import { relire } from '../texte/relecture.ts'
import { exigerRedaction } from './droits.ts'
import { afficher, idDe } from './fiche.ts'
import * as sql from './redaction.sql.ts'
import { revoir } from './revue.ts'
import { ecrire, saisieDe, versionDe } from './version.ts'

/** One act on one resource: one transaction, then 303. Refused, the page comes back with why and what was typed. */
const agir =
  (forme: string, acte: (db: AgentDb, c: CtxAgent, id: string, f: Formulaire) => Promise<string>) =>
  async (c: CtxAgent): Promise<Response> => {
    exigerRedaction(c, `/redaction/:id/${forme}`)
    const id = idDe(c)
    const f = await lireFormulaire(c)
    try {
      return flash(c, `/redaction/${id}`, await enTantQue(c, (db) => acte(db, c, id, f)))
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      const champs = Object.fromEntries(['du', 'heure', 'au', 'motif', 'garant', 'a_revoir_le'].map((n) => [n, f.un(n)]))
      return page(c, await afficher(c, id, { refus: e.message, champs }), e.statut)
    }
  }

/** A day and an hour of France. Null: at once. */
function debutVoulu(jour: string, heure: string): Date | null {
  if (jour === '') return null
  const minuit = debutDeJour(jour)
  const h = /^([01]?\d|2[0-3])[:h]([0-5]\d)?$/.exec(heure.trim())
  if (minuit === null) throw new Refus('Ce jour n’existe pas : choisissez-le dans le calendrier.', 422)
  if (h === null) throw new Refus('Écrivez l’heure comme ceci : 08:00.', 422)
  const le = plus(minuit, (Number(h[1]) * 60 + Number(h[2] ?? 0)) * MINUTE)
  if (le <= clock.now()) throw new Refus('Ce moment est déjà passé. Pour publier tout de suite, laissez le jour vide.', 422)
  return le
}

function finVoulue(jour: string, du: Date | null): Date | null {
  if (jour === '') return null
  const fin = finDeJour(jour)
  if (fin === null) throw new Refus('Le jour de fin n’existe pas.', 422)
  if (fin <= (du ?? clock.now())) throw new Refus('La validité finit avant de commencer.', 422)
  return fin
}

export const publier = agir('publication', async (db, c, id, f) => {
  const { acad } = c.get('moi')
  const m = c.get('maison')
  // One at a time: whoever publishes second sees what the first did.
  await db.maybe(sql.tenir, { acad, id })
  const v = await versionDe(db, acad, id)
  if (f.un('version') !== v.id) throw new Refus('Une version plus récente existe : relisez-la, puis publiez.')
  const fichiers = await db.all(sql.fichiers, { acad, version: v.id })
  if (relire({ ...v, fichiers }).some((r) => r.bloque))
    throw new Refus('La relecture dit ce qu’il faut corriger avant de publier.')
  if (fichiers.some((x) => !telechargeable(m, x.examen)))
    throw new Refus('Un fichier n’a pas encore été examiné par l’antivirus : réessayez dans quelques minutes.')
  const du = debutVoulu(f.un('du'), f.un('heure'))
  const au = finVoulue(f.un('au'), du)
  // One plan at a time: an older text would otherwise come back over a newer one.
  await db.run(sql.annulerProgrammees, { acad, id })
  const publication = estUuid(f.un('id')) ? f.un('id') : uuidv7()
  await db.run(sql.publier, { acad, id: publication, ressource: id, version: v.id, du, au })
  return du === null ? 'publiee' : 'programmee'
})

export const annuler = agir('annulation', async (db, c, id) => {
  if ((await db.run(sql.annulerProgrammees, { acad: c.get('moi').acad, id })) === 0)
    throw new Refus('Aucune parution n’est prévue.')
  return 'annulee'
})

export const retirer = agir('retrait', async (db, c, id, f) => {
  const motif = f.un('motif').trim()
  if (motif === '') throw new Refus('Écrivez pourquoi elle est retirée : les autres rédacteurs le liront.', 422)
  if (motif.length > 300) throw new Refus('Cette raison est trop longue : 300 signes au plus.', 422)
  if ((await db.run(sql.retirer, { acad: c.get('moi').acad, id, motif })) === 0) throw new Refus('Elle n’est pas en ligne.')
  return 'retiree'
})

export const relue = agir('revue', revoir)

/** An old version becomes the newest: it is written again, nothing is rewound. */
export const restaurer = agir('restauration', async (db, c, id, f) => {
  const { acad } = c.get('moi')
  const rang = /^\d{1,6}$/.test(f.un('rang')) ? Number(f.un('rang')) : 0
  const v = await versionDe(db, acad, id, rang)
  const fichiers = await db.all(sql.fichiers, { acad, version: v.id })
  const { ecartee } = await ecrire(db, acad, { ...saisieDe(v, fichiers), base: f.un('base') })
  if (ecartee) throw new Refus('Une version plus récente vient d’être écrite : relisez-la avant d’en reprendre une ancienne.')
  return 'restauree'
})
