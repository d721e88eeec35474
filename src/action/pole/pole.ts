import { Introuvable, page } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent, type Moi } from '#acces'
import type { Erreur } from '../declaration/declaration.form.ts'
import { lireEnvoi, versionDe } from '../envoi.ts'
import { fautesPole, lignes, lirePole, type SaisiePole } from './pole.form.ts'
import { pageLePole } from './pole.page.ts'
import * as sql from './pole.sql.ts'

export const tientPole = (moi: Moi): boolean =>
  moi.mandats.some((m) => ['responsable_academique', 'referente_academique'].includes(m.role))

function exigerPole(c: CtxAgent): Moi {
  c.set('motif', '/actions/pole')
  const moi = c.get('moi')
  if (!tientPole(moi)) throw new Introuvable()
  return moi
}

const montrer = (c: CtxAgent, s: SaisiePole, erreurs: readonly Erreur[] = []) =>
  cadre(c, {
    titre: 'La page du pôle',
    courant: '/actions',
    filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: 'La page du pôle' }],
    contenu: pageLePole(s, erreurs),
    faits: { pole: 'La page du pôle est à jour.' },
  })

export async function lireLePole(c: CtxAgent): Promise<Response> {
  const { acad } = exigerPole(c)
  const p = await enTantQue(c, (db) => db.maybe(sql.lePole, { acad }))
  const s: SaisiePole =
    p === null
      ? { ...lirePole({}), presidence: 'le recteur de l’académie' }
      : { ...p, version: String(p.version), membres: p.membres.join('\n'), themes: p.themes.join('\n') }
  return page(c, montrer(c, s))
}

/** The first writing makes the row; a later one names the version it was written over. */
export async function ecrireLePole(c: CtxAgent): Promise<Response> {
  const { acad } = exigerPole(c)
  const s = lirePole(await lireEnvoi(c))
  const erreurs = fautesPole(s)
  if (erreurs.length > 0) return page(c, montrer(c, s, erreurs), 422)
  const v = { ...s, acad, membres: lignes(s.membres), themes: lignes(s.themes) }
  const refus = await enTantQue(c, async (db): Promise<Erreur | null> => {
    if (s.mail !== '' && (await db.one(sql.estDUnAgent, { acad, mail: s.mail })).oui)
      return { champ: 'mail', message: 'C’est l’adresse d’une personne : donnez celle du service.' }
    const n =
      s.version === '' ? await db.run(sql.poserPole, v) : await db.run(sql.changerPole, { ...v, version: versionDe(s.version) })
    return n === 1 ? null : { champ: 'telephone', message: 'La page a changé entre-temps : rechargez-la.' }
  })
  if (refus !== null) return page(c, montrer(c, s, [refus]), refus.champ === 'mail' ? 422 : 409)
  return flash(c, '/actions/pole', 'pole')
}
