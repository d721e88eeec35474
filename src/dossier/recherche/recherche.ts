import { page, type AgentDb } from '#platform'
import { cadre, consulter, consulterUneFois, enTantQue, type CtxAgent } from '#acces'
import { lireEnvoi } from '../agir.ts'
import { dossierDe, type Dossier } from '../dossier.ts'
import { consulterDossier, type Retour } from '../fiche/fiche.ts'
import { Saisies } from '../fiche/gestes.ts'
import { pageRecherche, type Trouve } from './recherche.page.ts'
import { ecritsLisibles } from './ecrits.ts'
import { cherches, trouver } from './trouver.ts'

const moment = ({ le }: Trouve): string => (typeof le === 'string' ? le : le.toISOString())

/** A passage shown of what has a page of its own is a reading of it, like opening that page; that it came by a search is said too. */
export async function noterLectures(db: AgentDb, o: Dossier, trouves: readonly Trouve[]): Promise<void> {
  const fils = new Set(trouves.flatMap((t) => (t.ailleurs === undefined ? [] : [t.ailleurs.fil])))
  for (const fil of fils) {
    await consulterUneFois(db, o.acad, fil)
    await consulter(db, o.acad, fil, 'recherche')
  }
}

/** Through what this reader may read, newest first. */
export const passages = async (db: AgentDb, o: Dossier, mots: readonly string[]): Promise<Trouve[]> =>
  (await ecritsLisibles(db, o))
    .flatMap((e) => {
      const extraits = trouver(e.texte, mots)
      return extraits === null ? [] : [{ ...e, extraits }]
    })
    .sort((a, b) => moment(b).localeCompare(moment(a)))

/** Looking is a consultation of its own: that somebody looked, never for what. */
async function chercher(db: AgentDb, o: Dossier, mots: readonly string[]): Promise<Trouve[]> {
  await consulter(db, o.acad, o.d.id, 'recherche')
  const trouves = await passages(db, o, mots)
  await noterLectures(db, o, trouves)
  return trouves
}

/** `mots`: null when nothing was asked yet. */
async function repondre(c: CtxAgent, mots: readonly string[] | null, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const { o, trouves } = await enTantQue(c, async (db) => {
    const d = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    await consulterDossier(db, d)
    return { o: d, trouves: mots === null || mots.length === 0 ? null : await chercher(db, d, mots) }
  })
  return cadre(c, {
    titre: `Chercher, dossier ${o.d.numero}`,
    courant: '/dossiers',
    filAriane: [
      { libelle: 'Dossiers', url: '/dossiers' },
      { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
      { libelle: 'Chercher' },
    ],
    contenu: pageRecherche(o, trouves, new Saisies(retour)),
  })
}

/** GET /dossiers/:numero/recherche: the empty form, for whoever comes back to this address. */
export async function lireRecherche(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/recherche')
  return page(c, await repondre(c, null))
}

/** What was asked for: its words, and what the form shows again. */
export function demandee(envoi: Record<string, string>): { mots: string[]; retour: Retour; statut: 200 | 422 } {
  const dits = (envoi.mots ?? '').slice(0, 100)
  const mots = cherches(dits)
  const erreurs = mots.length > 0 ? [] : [{ champ: 'mots', message: 'Écrivez un mot à chercher.' }]
  const retour = { forme: 'recherche', envoi: { mots: dits }, refus: '', erreurs, devance: false }
  return { mots, retour, statut: erreurs.length > 0 ? 422 : 200 }
}

/** POST: a reading all the same. The words are kept nowhere: neither in the address nor in the dossier. */
export async function rechercher(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/recherche')
  const { mots, retour, statut } = demandee(await lireEnvoi(c))
  return page(c, await repondre(c, mots, retour), statut)
}
