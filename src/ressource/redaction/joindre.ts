import { rm } from 'node:fs/promises'
import { estUuid, page, Refus, uuidv7, type AgentDb } from '#platform'
import type { Erreur } from '#ui'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import { deposer, preparer } from '../fichier/depot.ts'
import * as sqlFichier from '../fichier/fichier.sql.ts'
import { recevoir, type Recu } from '../fichier/reception.ts'
import { cheminEnvoi, dejaRecus } from '../fichier/stockage.ts'
import { exigerRedaction } from './droits.ts'
import { idDe } from './fiche.ts'
import { LANGUES_SOUS_TITRES, pageJonction } from './joindre.page.ts'
import * as sql from './redaction.sql.ts'
import { ecrire, saisieDe, versionDe } from './version.ts'

async function montrer(c: CtxAgent, id: string, recu?: Recu, erreurs: readonly Erreur[] = []) {
  const { acad } = c.get('moi')
  const { v, fichiers } = await enTantQue(c, async (db) => {
    const v = await versionDe(db, acad, id)
    return { v, fichiers: await db.all(sql.fichiers, { acad, version: v.id }) }
  })
  const films = fichiers.filter((f) => f.type.startsWith('video/')).map((f) => ({ id: f.id, libelle: f.libelle }))
  const filAriane = [
    { libelle: 'Pages et ressources', url: '/redaction' },
    { libelle: v.titre, url: `/redaction/${id}` },
    { libelle: 'Joindre un fichier' },
  ]
  const libelle = recu?.champs.get('libelle') ?? ''
  const alternative = recu?.champs.get('alternative') ?? ''
  const [pour, langue] = [recu?.champs.get('pour') ?? '', recu?.champs.get('langue') ?? '']
  const contenu = pageJonction({ ressource: id, titre: v.titre, libelle, alternative, films, pour, langue, erreurs })
  return cadre(c, { titre: 'Joindre un fichier', courant: '/redaction', filAriane, contenu, script: ['televerser.js'] })
}

/** GET /redaction/:id/fichier */
export async function formulaireFichier(c: CtxAgent): Promise<Response> {
  exigerRedaction(c, '/redaction/:id/fichier')
  return page(c, await montrer(c, idDe(c)))
}

/** The file that came in this form, or one that came in pieces before it (`envoi`). @returns its id. */
async function fichierDe(c: CtxAgent, recu: Recu, chemin: string): Promise<(db: AgentDb) => Promise<string>> {
  const { acad } = c.get('moi')
  const envoi = recu.champs.get('envoi') ?? ''
  if (estUuid(envoi)) {
    const e = await enTantQue(c, (db) => db.maybe(sqlFichier.envoi, { acad, id: envoi }))
    const { fichier } = e ?? { fichier: null }
    if (fichier === null) throw new Refus('Ce fichier n’est pas arrivé en entier : envoyez-le de nouveau.', 422)
    return async () => fichier
  }
  if (recu.nom === null || (await dejaRecus(chemin)) === 0) throw new Refus('Choisissez un fichier.', 422)
  const pret = await preparer(c.get('maison'), chemin, recu.nom)
  return (db) => deposer(db, acad, pret)
}

/** Captions go with a film of this version: the one that was chosen, or the only one. Any other file goes with none. */
function accompagne(
  champs: ReadonlyMap<string, string>,
  type: string,
  anciens: readonly sql.FichiersRow[],
): { pour: string | null; langue: string } {
  if (type !== 'text/vtt') return { pour: null, langue: '' }
  const films = anciens.filter((f) => f.type.startsWith('video/'))
  const dit = champs.get('pour') ?? ''
  const film = dit === '' && films.length === 1 ? films[0] : films.find((f) => f.id === dit)
  if (films.length === 0) throw new Refus('Joignez d’abord le film, puis ses sous-titres.', 422)
  if (film === undefined) throw new Refus('Dites de quel film ce sont les sous-titres.', 422)
  const langue = champs.get('langue') ?? ''
  return { pour: film.id, langue: Object.hasOwn(LANGUES_SOUS_TITRES, langue) ? langue : 'fr' }
}

const fautesDe = (recu: Recu): Erreur[] => {
  const libelle = (recu.champs.get('libelle') ?? '').trim()
  const alternative = recu.champs.get('alternative') ?? ''
  return [
    ...(libelle === '' || libelle.length > 120
      ? [{ champ: 'libelle', message: 'Donnez à ce fichier un nom qui se lit, de 120 signes au plus.' }]
      : []),
    ...(alternative.length > 30_000
      ? [{ champ: 'alternative', message: 'Ce texte est trop long : 30 000 signes au plus.' }]
      : []),
  ]
}

/** POST /redaction/:id/fichier: a new version with one file more. */
export async function joindre(c: CtxAgent): Promise<Response> {
  const { acad } = exigerRedaction(c, '/redaction/:id/fichier')
  const id = idDe(c)
  await enTantQue(c, (db) => versionDe(db, acad, id))
  const chemin = cheminEnvoi(c.get('maison'), uuidv7())
  let recu: Recu | undefined
  try {
    recu = await recevoir(c, chemin)
    const erreurs = fautesDe(recu)
    if (erreurs.length > 0) return page(c, await montrer(c, id, recu, erreurs), 422)
    const { champs } = recu
    const fichier = await fichierDe(c, recu, chemin)
    await enTantQue(c, async (db) => {
      await db.maybe(sql.tenir, { acad, id })
      const v = await versionDe(db, acad, id)
      const anciens = await db.all(sql.fichiers, { acad, version: v.id })
      const s = saisieDe(v, anciens)
      const [arrive] = await db.all(sql.fichiersParId, { acad, ids: [await fichier(db)] })
      if (arrive === undefined) throw new Refus('Ce fichier n’est pas arrivé en entier : envoyez-le de nouveau.', 422)
      const neuf = {
        id: arrive.id,
        rang: 99,
        libelle: champs.get('libelle')!.trim(),
        alternative: (champs.get('alternative') ?? '').trim(),
        ...accompagne(champs, arrive.type, anciens),
      }
      // Chosen twice, it is there once.
      if (s.fichiers.some((f) => f.id === neuf.id)) return
      await ecrire(db, acad, { ...s, fichiers: [...s.fichiers, neuf] })
    })
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return page(c, await montrer(c, id, recu, [{ champ: 'contenu', message: e.message }]), e.statut)
  } finally {
    await rm(chemin, { force: true })
  }
  return flash(c, `/redaction/${id}`, 'jointe')
}
