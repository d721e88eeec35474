import { Introuvable, page } from '#platform'
import { cadre, enTantQue, type CtxAgent, type Moi } from '#acces'
import { entre, etabsDe, tientEcole, tientPublication } from '../action.ts'
import * as sqlAction from '../action.sql.ts'
import { peutImporter } from '../import/droit.ts'
import { tientPole } from '../pole/pole.ts'
import { aMoi, etatsAFaire, peut } from '../protocole/peut.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import { estCle } from '../vocabulaire.ts'
import { compterAFaire } from './afaire.ts'
import { pageListe } from './liste.page.ts'
import * as sql from './liste.sql.ts'

export interface Filtres {
  etat: Etat | null
  annee: number | null
  /** Only what waits for me. */
  faire: boolean
  page: number
}

export const lireFiltres = (q: (nom: string) => string | undefined): Filtres => {
  const etat = q('etat') ?? ''
  const annee = q('annee') ?? ''
  return {
    etat: estCle(ETATS, etat) ? etat : null,
    annee: /^20\d{2}$/.test(annee) ? Number(annee) : null,
    faire: q('faire') === 'oui',
    page: Number(/^[1-9]\d{0,3}$/.exec(q('page') ?? '')?.[0] ?? 1),
  }
}

const codes = (moi: Moi, roles: readonly string[], champ: 'circo' | 'dept'): string[] =>
  moi.mandats.flatMap((m) => (roles.includes(m.role) && m[champ] !== null ? [m[champ]] : []))

export const PAR_PAGE = 200

export const portee = (moi: Moi) => ({
  acad: moi.acad,
  etabs: etabsDe(moi),
  circos: codes(moi, ['ien'], 'circo'),
  depts: codes(moi, ['referent_departemental', 'responsable_departemental'], 'dept'),
  toute: moi.mandats.some((m) => ['referente_academique', 'responsable_academique', 'communication'].includes(m.role)),
})

/** Whoever follows more than one school. */
export function suitPlusieurs(moi: Moi): boolean {
  const { toute, depts, circos } = portee(moi)
  return toute || depts.length > 0 || circos.length > 0
}

/** What the statements of the list and of its export ask for. */
export const criteres = (moi: Moi, f: Filtres) => ({
  ...portee(moi),
  etat: f.etat,
  annee: f.annee,
  faire: f.faire ? etatsAFaire(moi.mandats) : [],
  publie: tientPublication(moi),
})

export async function liste(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions')
  const moi = c.get('moi')
  if (!entre(moi)) throw new Introuvable()
  const f = lireFiltres((nom) => c.req.query(nom))
  const { comptes, ...donnees } = await enTantQue(c, async (db) => {
    const [lignes, editions, comptes] = await Promise.all([
      db.all(sql.lister, { ...criteres(moi, f), combien: PAR_PAGE, debut: (f.page - 1) * PAR_PAGE }),
      db.all(sqlAction.editions, { acad: moi.acad }),
      compterAFaire(db, moi),
    ])
    return { lignes, editions, comptes }
  })
  const contenu = pageListe({
    ...donnees,
    filtres: f,
    moi,
    aFaire: donnees.lignes.filter((l) => aMoi(moi, l)),
    photosAFaire: donnees.lignes.filter((l) => l.photosPretes > 0 && peut(moi, 'publierphoto', l) !== null),
    peutDeclarer: tientEcole(moi),
    suitPlusieurs: suitPlusieurs(moi),
    peutEditer: tientPublication(moi),
    peutEcrirePole: tientPole(moi),
    peutImporter: peutImporter(moi),
  })
  return page(c, cadre(c, { titre: 'Actions', courant: '/actions', contenu, comptes }))
}
