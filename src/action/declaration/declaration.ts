import { clock, estUuid, Introuvable, page, Refus, uuidv7, type AgentDb } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent, type Moi } from '#acces'
import { actionDe, avancer, devance, etabsDe, noter, tientEcole, type Action, type Edition } from '../action.ts'
import * as sql from '../action.sql.ts'
import { lireEnvoi, un, versionDe } from '../envoi.ts'
import { lireNombres } from '../programme/heures.ts'
import { exiger } from '../protocole/peut.ts'
import { isoJour } from '../quand.ts'
import { anneeScolaire } from '../vocabulaire.ts'
import { lireDeclaration, lireSaisie, type Declaree, type Erreur, type Saisie } from './declaration.form.ts'
import { pageDeclaration } from './declaration.page.ts'

export interface Cadre {
  ecoles: sql.MesEcolesRow[]
  editions: Edition[]
}

const RECENTES = 3

async function cadreDe(db: AgentDb, moi: Moi): Promise<Cadre> {
  const [ecoles, editions] = await Promise.all([
    db.all(sql.mesEcoles, { acad: moi.acad, etabs: etabsDe(moi) }),
    db.all(sql.editions, { acad: moi.acad }),
  ])
  return { ecoles, editions: editions.slice(0, RECENTES) }
}

/** Most actions are for the pupils of the school: one box less to tick. */
const publicDe = (type: string | undefined): string[] =>
  type === 'ecole' ? ['ecoliers'] : type === 'college' ? ['collegiens'] : type === 'lycee' ? ['lyceens'] : []

/** The form begins with the next day that everybody prepares, or the last. */
function vierge({ ecoles, editions }: Cadre): Saisie {
  const aujourdhui = isoJour(clock.now())
  const prochain = editions.findLast((e) => e.jour >= aujourdhui) ?? editions[0]
  return {
    id: uuidv7(),
    version: '',
    etab: ecoles[0]?.etab ?? '',
    titre: '',
    texte: '',
    temps_fort: prochain === undefined ? '' : `${prochain.annee}.${prochain.code}`,
    du: prochain?.jour ?? aujourdhui,
    au: '',
    type: '',
    publics: publicDe(ecoles[0]?.type),
    niveaux: [],
    effectif: '',
    duree: '',
    atteints: {},
    partenaires: '',
    pilier: '',
  }
}

export const saisieDe = (a: Action): Saisie => ({
  id: a.id,
  version: String(a.version),
  etab: a.etab,
  titre: a.titre,
  texte: a.texte,
  temps_fort: a.temps_fort === null ? '' : `${a.annee}.${a.temps_fort}`,
  du: a.du,
  au: a.au === a.du ? '' : a.au,
  type: a.type,
  publics: a.publics,
  niveaux: a.niveaux,
  effectif: a.effectif === null ? '' : String(a.effectif),
  duree: a.duree === null ? '' : String(a.duree),
  atteints: Object.fromEntries(Object.entries(lireNombres(a.atteints)).map(([n, x]) => [n, String(x)])),
  partenaires: a.partenaires,
  pilier: a.pilier === null ? '' : String(a.pilier),
})

/** Last year's action, with this year's days and a number of its own. */
function dupliquee(a: Action, neuve: Saisie): Saisie {
  const { id, version, temps_fort, du } = neuve
  return { ...saisieDe(a), id, version, temps_fort, du, au: '' }
}

const montrer = (c: CtxAgent, k: Cadre, s: Saisie, nouvelle: boolean, erreurs: readonly Erreur[] = []) =>
  cadre(c, {
    titre: nouvelle ? 'Déclarer une action' : 'Modifier une action',
    courant: '/actions',
    filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: nouvelle ? 'Déclarer' : 'Modifier' }],
    contenu: pageDeclaration({ ...k, saisie: s, nouvelle, erreurs }),
  })

export async function formulaire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/nouvelle')
  const moi = c.get('moi')
  if (!tientEcole(moi)) throw new Introuvable()
  const de = c.req.query('de')
  const { k, saisie } = await enTantQue(c, async (db) => {
    const k = await cadreDe(db, moi)
    const neuve = vierge(k)
    return { k, saisie: de === undefined ? neuve : dupliquee(await actionDe(db, moi, de), neuve) }
  })
  return page(c, montrer(c, k, saisie, true))
}

export async function formulaireModifier(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/:id/modifier')
  const moi = c.get('moi')
  const { k, a } = await enTantQue(c, async (db) => {
    const a = await actionDe(db, moi, c.req.param('id')!)
    exiger(moi, 'modifier', a)
    return { k: await cadreDe(db, moi), a }
  })
  return page(c, montrer(c, k, saisieDe(a), false))
}

/** Nothing typed is lost: the same page comes back with what is wrong. */
class Incomplete extends Refus {
  readonly erreurs: readonly Erreur[]
  readonly cadre: Cadre
  constructor(erreurs: readonly Erreur[], k: Cadre, statut: 409 | 422 = 422) {
    super(erreurs[0]!.message, statut)
    this.erreurs = erreurs
    this.cadre = k
  }
}

async function lireValeurs(db: AgentDb, moi: Moi, s: Saisie): Promise<Declaree> {
  const k = await cadreDe(db, moi)
  const ecole = k.ecoles.find((e) => e.etab === s.etab)
  if (ecole === undefined) throw new Incomplete([{ champ: 'etab', message: 'Vous ne déclarez pas pour cet établissement.' }], k)
  const editions = await db.all(sql.editions, { acad: moi.acad })
  const { valeurs, erreurs } = lireDeclaration(s, ecole.type, editions, anneeScolaire)
  if (valeurs === null) throw new Incomplete(erreurs, k)
  return valeurs
}

async function poser(db: AgentDb, moi: Moi, s: Saisie, v: Declaree): Promise<void> {
  // The same form sent twice declares one action.
  if ((await db.run(sql.declarer, { acad: moi.acad, id: s.id, etab: s.etab, ...v })) === 0) return
  await noter(db, moi, s.id, 'declarer')
}

async function changer(db: AgentDb, moi: Moi, s: Saisie, v: Declaree): Promise<void> {
  const a = await actionDe(db, moi, s.id)
  exiger(moi, 'modifier', a)
  if ((await db.run(sql.modifier, { acad: moi.acad, id: s.id, version: versionDe(s.version), ...v })) === 0) throw devance()
  await noter(db, moi, s.id, 'modifier')
}

const enregistrer =
  (motif: string, nouvelle: boolean) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', motif)
    const moi = c.get('moi')
    if (!tientEcole(moi)) throw new Introuvable()
    const envoi = await lireEnvoi(c)
    const saisie = lireSaisie(envoi)
    const s = nouvelle ? saisie : { ...saisie, id: c.req.param('id')! }
    if (!estUuid(s.id)) throw new Introuvable()
    const proposer = un(envoi, 'suite') === 'proposer'
    try {
      await enTantQue(c, async (db) => {
        if (!nouvelle) s.etab = (await actionDe(db, moi, s.id)).etab
        const valeurs = await lireValeurs(db, moi, s)
        await (nouvelle ? poser : changer)(db, moi, s, valeurs)
        const a = await actionDe(db, moi, s.id)
        if (proposer && a.etat !== 'proposee') await avancer(db, moi, a, 'proposer', a.version)
      })
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      const k = e instanceof Incomplete ? e.cadre : await enTantQue(c, (db) => cadreDe(db, moi))
      const erreurs = e instanceof Incomplete ? e.erreurs : [{ champ: '', message: e.message }]
      return page(c, montrer(c, k, s, nouvelle, erreurs), e.statut)
    }
    return flash(c, `/actions/${s.id}`, proposer ? 'proposee' : 'enregistree')
  }

export const declarer = enregistrer('/actions/nouvelle', true)
export const modifier = enregistrer('/actions/:id/modifier', false)
