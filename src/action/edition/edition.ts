import { Introuvable, page, Refus } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import { tientPublication, type Edition } from '../action.ts'
import * as sql from '../action.sql.ts'
import type { Erreur } from '../declaration/declaration.form.ts'
import { lireEnvoi, versionDe } from '../envoi.ts'
import { fautes, lireEdition, type SaisieEdition } from './edition.form.ts'
import { pageEdition, pageEditions } from './edition.page.ts'

const FAITS = { enregistree: 'La journée est enregistrée.', publiee: 'La page de la journée est publiée.' }

/** Whoever does not publish finds no such page. */
function exigerPublication(c: CtxAgent, motif: string): void {
  c.set('motif', motif)
  if (!tientPublication(c.get('moi'))) throw new Introuvable()
}

const ARIANE = [{ libelle: 'Actions', url: '/actions' }]

export async function editions(c: CtxAgent): Promise<Response> {
  exigerPublication(c, '/actions/journees')
  const lignes = await enTantQue(c, (db) => db.all(sql.editions, { acad: c.get('moi').acad }))
  const filAriane = [...ARIANE, { libelle: 'Les journées' }]
  return page(c, cadre(c, { titre: 'Les journées', courant: '/actions', filAriane, contenu: pageEditions(lignes), faits: FAITS }))
}

const saisieDe = (e: Edition): SaisieEdition => ({
  version: String(e.version),
  annee: String(e.annee),
  code: e.code,
  jour: e.jour,
  theme: e.theme,
  introduction: e.introduction,
  deroule: e.deroule,
  kit: e.kit,
  expo_titre: e.expo_titre,
  expo_du: e.expo_du ?? '',
  expo_au: e.expo_au ?? '',
  expo_lieu: e.expo_lieu,
  palmares_url: e.palmares_url,
  publier: e.publie_le === null ? '' : 'oui',
})

const montrer = (c: CtxAgent, s: SaisieEdition, nouvelle: boolean, erreurs: readonly Erreur[] = []) =>
  cadre(c, {
    titre: 'Une journée',
    courant: '/actions',
    filAriane: [...ARIANE, { libelle: 'Les journées', url: '/actions/journees' }, { libelle: nouvelle ? 'Nouvelle' : s.annee }],
    contenu: pageEdition(s, nouvelle, erreurs),
  })

export function nouvelleEdition(c: CtxAgent): Response {
  exigerPublication(c, '/actions/journees/nouvelle')
  return page(c, montrer(c, { ...lireEdition({}), code: 'journee_nationale' }, true))
}

export async function lireUneEdition(c: CtxAgent): Promise<Response> {
  exigerPublication(c, '/actions/journees/:annee/:code')
  const toutes = await enTantQue(c, (db) => db.all(sql.editions, { acad: c.get('moi').acad }))
  const e = toutes.find((x) => String(x.annee) === c.req.param('annee') && x.code === c.req.param('code'))
  if (e === undefined) throw new Introuvable()
  return page(c, montrer(c, saisieDe(e), false))
}

const valeurs = (s: SaisieEdition, acad: string) => ({
  acad,
  annee: Number(s.annee),
  code: s.code,
  jour: s.jour,
  theme: s.theme,
  introduction: s.introduction,
  deroule: s.deroule,
  kit: s.kit,
  expoTitre: s.expo_titre,
  expoDu: s.expo_du || null,
  expoAu: s.expo_au || null,
  expoLieu: s.expo_lieu,
  palmares: s.palmares_url,
  publier: s.publier === 'oui',
})

const enregistrer =
  (nouvelle: boolean) =>
  async (c: CtxAgent): Promise<Response> => {
    exigerPublication(c, nouvelle ? '/actions/journees/nouvelle' : '/actions/journees/:annee/:code')
    const lue = lireEdition(await lireEnvoi(c))
    const s = nouvelle ? lue : { ...lue, annee: c.req.param('annee')!, code: c.req.param('code')! }
    const erreurs = fautes(s)
    if (erreurs.length > 0) return page(c, montrer(c, s, nouvelle, erreurs), 422)
    const v = valeurs(s, c.get('moi').acad)
    const phrase = await enTantQue(c, async (db) => {
      const autres = await db.all(sql.editions, { acad: v.acad })
      if (autres.some((e) => e.code === v.code && e.annee !== v.annee && e.jour.slice(0, 4) === v.jour.slice(0, 4)))
        return 'Ce temps fort a déjà un jour cette année-là : vérifiez l’année de la rentrée et le jour.'
      if (nouvelle)
        return (await db.run(sql.poserEdition, v)) === 1 ? null : 'Cette année existe déjà : ouvrez-la pour la modifier.'
      const n = await db.run(sql.changerEdition, { ...v, version: versionDe(s.version) })
      return n === 1 ? null : 'Cette page a changé entre-temps : rechargez-la.'
    })
    if (phrase !== null) return page(c, montrer(c, s, nouvelle, [{ champ: 'jour', message: phrase }]), new Refus(phrase).statut)
    return flash(c, '/actions/journees', v.publier ? 'publiee' : 'enregistree')
  }

export const poserEdition = enregistrer(true)
export const changerEdition = enregistrer(false)
