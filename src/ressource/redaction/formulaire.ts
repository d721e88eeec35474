import { estUuid, lireFormulaire, page, Refus, uuidv7, type AgentDb } from '#platform'
import type { Erreur, Html } from '#ui'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import type { Piece } from '../fiche/fiche.page.ts'
import { piecesDe } from '../fiche/fiche.ts'
import { comparer } from '../texte/difference.ts'
import { exigerRedaction } from './droits.ts'
import { pageRedaction, type Redaction } from './formulaire.page.ts'
import * as sql from './redaction.sql.ts'
import { creer, ecrire, relireSaisie, saisieDe, versionDe, type Ecrite } from './version.ts'
import { fautes, lireSaisie, vierge, type Genre, type Saisie } from './version.form.ts'

const genreDe = (texte: string | undefined): Genre => (texte === 'page' ? 'page' : 'ressource')

/** All that the form shows besides what was typed. */
async function entourer(c: CtxAgent, db: AgentDb, s: Saisie): Promise<Pick<Redaction, 'remplacables' | 'pieces' | 'remarques'>> {
  const { acad } = c.get('moi')
  const [remplacables, connus] = await Promise.all([
    db.all(sql.remplacables, { acad, sauf: s.ressource }),
    db.all(sql.fichiersParId, { acad, ids: s.fichiers.map((f) => f.id) }),
  ])
  const pieces: Piece[] = piecesDe(
    c.get('maison'),
    '/bibliotheque',
    connus.map((f) => ({ ...f, ...s.fichiers.find((x) => x.id === f.id)!, version: s.base })),
  )
  return { remplacables, pieces, remarques: relireSaisie(s, new Map(connus.map((f) => [f.id, f]))) }
}

const habiller = (c: CtxAgent, d: Redaction): Html =>
  cadre(c, {
    titre: d.nouvelle ? 'Écrire' : d.s.titre,
    courant: '/redaction',
    filAriane: [
      { libelle: 'Pages et ressources', url: '/redaction' },
      ...(d.nouvelle ? [] : [{ libelle: d.s.titre || 'Sans titre', url: `/redaction/${d.s.ressource}` }]),
      { libelle: d.nouvelle ? 'Écrire' : 'Modifier' },
    ],
    contenu: pageRedaction(d),
    script: ['apercu.js'],
  })

type Ajouts = { erreurs?: readonly Erreur[]; conflit?: Redaction['conflit'] }

async function montrer(c: CtxAgent, s: Saisie, nouvelle: boolean, plus: Ajouts = {}, statut: 200 | 409 | 413 | 422 | 503 = 200) {
  const autour = await enTantQue(c, (db) => entourer(c, db, s))
  const { erreurs = [], conflit } = plus
  return page(c, habiller(c, { s, nouvelle, erreurs, ...autour, ...(conflit && { conflit }) }), statut)
}

/** GET /redaction/nouvelle?genre=page */
export async function formulaireNouveau(c: CtxAgent): Promise<Response> {
  exigerRedaction(c, '/redaction/nouvelle')
  return montrer(c, vierge(genreDe(c.req.query('genre'))), true)
}

/** GET /redaction/:id/modifier */
export async function formulaireModifier(c: CtxAgent): Promise<Response> {
  const { acad } = exigerRedaction(c, '/redaction/:id/modifier')
  const s = await enTantQue(c, async (db) => {
    const v = await versionDe(db, acad, c.req.param('id')!)
    return saisieDe(v, await db.all(sql.fichiers, { acad, version: v.id }))
  })
  return montrer(c, s, false)
}

/** Their text and mine, side by side; the form now follows theirs. */
async function enConflit(c: CtxAgent, s: Saisie, e: Ecrite): Promise<Response> {
  const { acad } = c.get('moi')
  const leur = await enTantQue(c, (db) => versionDe(db, acad, s.ressource))
  const conflit = { par: leur.parNom, rang: leur.rang, rangGarde: e.rang, morceaux: comparer(leur.texte, s.texte) }
  return montrer(c, { ...s, id: uuidv7(), base: leur.id }, false, { conflit }, 409)
}

const enregistrer =
  (nouvelle: boolean) =>
  async (c: CtxAgent): Promise<Response> => {
    const { acad } = exigerRedaction(c, nouvelle ? '/redaction/nouvelle' : '/redaction/:id/modifier')
    const f = await lireFormulaire(c)
    const s = await enTantQue(c, async (db) => {
      const v = nouvelle ? null : await versionDe(db, acad, c.req.param('id')!)
      const genre = v === null ? genreDe(c.req.query('genre')) : (v.genre as Genre)
      const lue = lireSaisie(f, genre, v?.ressource ?? ressourceDe(f.un('ressource')))
      const connus = new Set((await db.all(sql.fichiersParId, { acad, ids: lue.fichiers.map((x) => x.id) })).map((x) => x.id))
      return { ...lue, fichiers: lue.fichiers.filter((x) => connus.has(x.id)) }
    })
    if (f.un('suite') === 'apercu') return montrer(c, s, nouvelle)
    const erreurs = fautes(s)
    if (erreurs.length > 0) return montrer(c, s, nouvelle, { erreurs }, 422)
    try {
      const e = await enTantQue(c, (db) => (nouvelle ? creer(db, acad, s).then(() => null) : ecrire(db, acad, s)))
      if (e?.ecartee) return await enConflit(c, s, e)
    } catch (refus) {
      if (!(refus instanceof Refus)) throw refus
      return montrer(c, s, nouvelle, { erreurs: [{ message: refus.message }] }, refus.statut)
    }
    return flash(c, `/redaction/${s.ressource}`, 'enregistree')
  }

/** The id that the page of a new resource was given; the same form sent twice makes one. */
const ressourceDe = (texte: string): string => (estUuid(texte) ? texte : uuidv7())

export const ajouter = enregistrer(true)
export const modifier = enregistrer(false)
