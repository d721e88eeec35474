import { rm } from 'node:fs/promises'
import { estUuid, Introuvable, Refus, uuidv7, type Maison } from '#platform'
import { enTantQue, type CtxAgent } from '#acces'
import { exigerRedaction } from '../redaction/droits.ts'
import { deposer, preparer } from './depot.ts'
import * as sql from './fichier.sql.ts'
import { ajouter, tropLourd } from './reception.ts'
import { cheminEnvoi, dejaRecus, TAILLE_MAX } from './stockage.ts'

/**
 * A large file in pieces, as tus 1.0 has it (creation, core): what came before a cut is kept a day, and the browser asks how
 * much (HEAD) before it sends the rest (PATCH). How much came is what lies on the disk, never what somebody says.
 */
const TUS = { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' }

type Envoi = sql.EnvoiRow

const enNombre = (texte: string | undefined): number => (/^\d{1,12}$/.test(texte ?? '') ? Number(texte) : -1)

/** The name in tus' own form: `filename` and base64. */
function nomDe(c: CtxAgent): string {
  const b64 = /(?:^|,)\s*filename ([A-Za-z0-9+/=]{1,400})/.exec(c.req.header('Upload-Metadata') ?? '')?.[1] ?? ''
  const nom = Buffer.from(b64, 'base64')
    .toString('utf8')
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, '')
    .trim()
    .slice(0, 120)
  return nom === '' ? 'fichier' : nom
}

/** POST /redaction/envois */
export async function commencer(c: CtxAgent): Promise<Response> {
  const { acad } = exigerRedaction(c, '/redaction/envois')
  const taille = enNombre(c.req.header('Upload-Length'))
  if (taille < 1) throw new Refus('Ce fichier est vide.', 422)
  if (taille > TAILLE_MAX) throw tropLourd()
  const id = uuidv7()
  await enTantQue(c, (db) => db.run(sql.commencer, { acad, id, nom: nomDe(c), taille }))
  return c.body(null, 201, { ...TUS, Location: `/redaction/envois/${id}` })
}

async function envoiDe(c: CtxAgent): Promise<Envoi> {
  const { acad } = exigerRedaction(c, '/redaction/envois/:id')
  const id = c.req.param('id')!
  const e = estUuid(id) ? await enTantQue(c, (db) => db.maybe(sql.envoi, { acad, id })) : null
  if (e === null) throw new Introuvable()
  return e
}

const recuDe = (m: Maison, e: Envoi): Promise<number> =>
  e.fichier === null ? dejaRecus(cheminEnvoi(m, e.id)) : Promise.resolve(e.taille)

/** HEAD (and GET) /redaction/envois/:id */
export async function ouEnEst(c: CtxAgent): Promise<Response> {
  const e = await envoiDe(c)
  return c.body(null, 200, {
    ...TUS,
    'Upload-Offset': String(await recuDe(c.get('maison'), e)),
    'Upload-Length': String(e.taille),
  })
}

/** Sendings that are being written by this process: a second one for the same file waits its turn by being refused. */
const enCours = new Set<string>()

/** PATCH /redaction/envois/:id */
export async function continuer(c: CtxAgent): Promise<Response> {
  const e = await envoiDe(c)
  const m = c.get('maison')
  if (e.fichier !== null) return c.body(null, 204, { ...TUS, 'Upload-Offset': String(e.taille) })
  if (enCours.has(e.id)) return c.body(null, 409, TUS)
  enCours.add(e.id)
  try {
    const chemin = cheminEnvoi(m, e.id)
    const deja = await dejaRecus(chemin)
    if (enNombre(c.req.header('Upload-Offset')) !== deja) return c.body(null, 409, { ...TUS, 'Upload-Offset': String(deja) })
    await ajouter(c, chemin, deja, e.taille - deja)
    const recu = await dejaRecus(chemin)
    if (recu >= e.taille) await terminer(c, e, chemin)
    return c.body(null, 204, { ...TUS, 'Upload-Offset': String(recu) })
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur
    // The sentence, for the script to show.
    return c.text(erreur.message, erreur.statut, TUS)
  } finally {
    enCours.delete(e.id)
  }
}

async function terminer(c: CtxAgent, e: Envoi, chemin: string): Promise<void> {
  const { acad } = c.get('moi')
  try {
    const pret = await preparer(c.get('maison'), chemin, e.nom)
    await enTantQue(c, async (db) => {
      const fichier = await deposer(db, acad, pret)
      if ((await db.run(sql.finir, { acad, id: e.id, fichier })) === 0) throw new Refus('Ce fichier est déjà arrivé.')
    })
  } finally {
    await rm(chemin, { force: true })
  }
}
