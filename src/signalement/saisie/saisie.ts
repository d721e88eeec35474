import { randomBytes } from 'node:crypto'
import { Introuvable, lireFormulaire, ouvrir, page, sceller, uuidv7, type AgentDb, type Trousseau } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import { chercherEtablissements, lireUai, type EtablissementTrouve } from '#annuaire'
import { parMandat, porteeDe } from '../boite/portee.ts'
import { ecrireCode } from '../code/code.ts'
import { lireSaisie, verifier, type Erreur, type Saisie } from './saisie.form.ts'
import { pageCode } from './code.page.ts'
import { pageSaisie } from './saisie.page.ts'
import * as sql from './saisie.sql.ts'
import { saisir } from './saisir.ts'

const FIL = [{ libelle: 'Boîte d’entrée', url: '/boite' }, { libelle: 'Saisir un signalement' }]
const LIEU = 'saisie.secret/-/-'

/** The secret of a code travels sealed in the form, so that a form sent twice shows one code. */
const scellerSecret = (t: Trousseau, id: string): string =>
  sceller(t.cle('brouillon'), LIEU, Buffer.concat([Buffer.from(id), randomBytes(10)])).toString('base64url')

function secretDe(t: Trousseau, s: Saisie): Buffer | null {
  try {
    const clair = ouvrir(t.cle('brouillon'), LIEU, Buffer.from(s.scelle, 'base64url'))
    return clair.subarray(0, 36).toString() === s.id ? clair.subarray(36) : null
  } catch {
    return null
  }
}

/** @throws Introuvable for those whose mandates open no school: what they typed could not be theirs to see. */
function exigerPortee(c: CtxAgent): ReturnType<typeof porteeDe> {
  const p = porteeDe(c.get('moi'))
  if ([p.etabs, p.circos, p.depts, p.acads].every((l) => l.length === 0)) throw new Introuvable()
  return p
}

/** A short list of schools to choose from; whoever follows more than their own writes which one. */
const choisit = (p: ReturnType<typeof porteeDe>): boolean => [p.circos, p.depts, p.acads].every((l) => l.length === 0)

async function afficher(c: CtxAgent, s: Saisie, erreurs: readonly Erreur[], trouves: readonly EtablissementTrouve[]) {
  const portee = exigerPortee(c)
  const { acad, etabs } = portee
  const miennes = choisit(portee) ? await enTantQue(c, (db) => db.all(sql.miennes, { acad, etabs })) : []
  const seule = miennes.length === 1 ? miennes[0]!.etab : ''
  const contenu = pageSaisie({
    s: choisit(portee) ? { ...s, etab: s.etab || seule } : { ...s, ecole: s.ecole || s.etab },
    erreurs,
    trouves,
    miennes,
  })
  return cadre(c, { titre: 'Saisir un signalement', courant: '/boite', filAriane: FIL, contenu, script: ['compteur.js'] })
}

const PREREMPLIS = new Set(['etab', 'canal', 'declarant', 'dossier'])

export async function formulaire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/signalements/nouveau')
  const id = uuidv7()
  // From a dossier, for a parent who is to have their own code: what is known already is in the address, and no name is.
  const vide = lireSaisie({ un: (nom) => (PREREMPLIS.has(nom) ? (c.req.query(nom) ?? '') : ''), tous: () => [] })
  return page(c, await afficher(c, { ...vide, id, scelle: scellerSecret(c.get('maison').trousseau, id), code: 'oui' }, [], []))
}

interface Ecole {
  etab: string
  lieu: sql.AccueilRow
}

/** The school by its number, its name or its town, among those that this agent follows; else what to choose from. */
async function ecoleDe(db: AgentDb, c: CtxAgent, s: Saisie): Promise<{ ecole: Ecole | null; trouves: EtablissementTrouve[] }> {
  const moi = c.get('moi')
  const suit = async (etab: string): Promise<Ecole | null> => {
    const e = await db.maybe(sql.ecole, { acad: moi.acad, etab })
    if (e === null || !parMandat(moi, { etab, circo: e.circo, dept: e.dept, niveau: 'etablissement' })) return null
    const lieu = await db.maybe(sql.accueil, { acad: moi.acad, etab, saufEtablissement: s.auteurs === 'adulte' })
    return lieu === null ? null : { etab, lieu }
  }
  // Words, when there are any, say which: a choice made among the answers to other words counts no more.
  const lu = lireUai(s.ecole === '' ? s.etab : s.ecole)
  const dite = 'uai' in lu ? await suit(lu.uai) : null
  if (dite !== null || s.ecole === '') return { ecole: dite, trouves: [] }
  const suivies: EtablissementTrouve[] = []
  for (const e of await chercherEtablissements(db, { acad: moi.acad, texte: s.ecole }))
    if ((await suit(e.etab)) !== null) suivies.push(e)
  const choisie = suivies.length === 1 ? suivies[0] : suivies.find((e) => e.etab === s.etab)
  return { ecole: choisie === undefined ? null : await suit(choisie.etab), trouves: suivies }
}

const erreurEcole = (c: CtxAgent, s: Saisie, trouves: readonly EtablissementTrouve[]): Erreur =>
  trouves.length > 0 || (s.ecole === '' && choisit(porteeDe(c.get('moi'))))
    ? { champ: 'etab', message: 'Choisissez l’établissement dans la liste.' }
    : {
        champ: 'ecole',
        message: s.ecole === '' ? 'Écrivez l’établissement.' : 'Aucun établissement que vous suivez ne porte ce nom.',
      }

export async function enregistrer(c: CtxAgent): Promise<Response> {
  c.set('motif', '/signalements/nouveau')
  exigerPortee(c)
  const t = c.get('maison').trousseau
  const moi = c.get('moi')
  const s = lireSaisie(await lireFormulaire(c))
  const secret = s.code === 'oui' ? secretDe(t, s) : null
  const erreurs = verifier(s)
  if (s.code === 'oui' && secret === null) erreurs.push({ champ: 'recit', message: 'Rechargez la page, puis renvoyez.' })
  const suite = await enTantQue(c, async (db) => {
    const { ecole, trouves } = await ecoleDe(db, c, s)
    if (ecole === null) return { vu: null, trouves, erreurs: [erreurEcole(c, s, trouves), ...erreurs] }
    if (erreurs.length > 0) return { vu: null, trouves, erreurs }
    await saisir(db, t, moi, { ...s, etab: ecole.etab }, ecole.lieu, secret)
    return { vu: parMandat(moi, { etab: ecole.etab, ...ecole.lieu }) }
  })
  if (suite.vu === null) return page(c, await afficher(c, s, suite.erreurs, suite.trouves), 422)
  const url = suite.vu ? `/signalements/${s.id}` : '/boite'
  if (secret === null) return flash(c, url, suite.vu ? 'saisi' : 'saisi_ailleurs')
  const contenu = pageCode({
    mots: ecrireCode(secret),
    url,
    vu: suite.vu,
    ...(suite.vu && s.dossier !== '' && { dossier: { numero: s.dossier, signalement: s.id } }),
  })
  return page(
    c,
    cadre(c, { titre: 'Le code de retour', courant: '/boite', filAriane: FIL, contenu, script: ['copier.js', 'imprimer.js'] }),
  )
}
