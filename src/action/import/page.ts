import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Empechement, estUuid, Introuvable, lireFormulaire, page, Refus, uuidv7, type Formulaire } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { portee } from '../liste/liste.ts'
import { peutImporter } from './droit.ts'
import { importerActions, type Ecrit, type Rapport } from './importer.ts'
import { pageImport } from './import.page.ts'
import * as sql from './import.sql.ts'

const OCTETS_MAX = 5 * 1024 * 1024

const montrer = (c: CtxAgent, o: Parameters<typeof pageImport>[0] = {}) =>
  cadre(c, {
    titre: 'Importer des actions',
    courant: '/actions',
    filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: 'Importer' }],
    contenu: pageImport(o),
  })

export function formulaireImport(c: CtxAgent): Response {
  c.set('motif', '/actions/import')
  if (!peutImporter(c.get('moi'))) throw new Introuvable()
  return page(c, montrer(c))
}

/** Everything was done and told; nothing is kept. */
class Simulation extends Error {
  readonly rapport: Rapport
  constructor(rapport: Rapport) {
    super('rehearsal')
    this.rapport = rapport
  }
}

const PLUS_GARDE = 'Ce fichier essayé n’est plus gardé : il l’est deux heures, et le dernier seulement. Choisissez-le de nouveau.'

/** The file that was sent; or the one that was tried just before, kept for its author. */
async function octetsDe(c: CtxAgent, recu: Formulaire): Promise<Buffer> {
  const [fichier] = recu.fichiers
  if (fichier !== undefined) return fichier.octets
  if (recu.refuses.some((r) => r.raison === 'trop_gros')) throw new Refus('Ce fichier dépasse 5 Mo.', 422)
  const id = recu.un('garde') ?? ''
  if (id === '') throw new Refus('Choisissez d’abord un fichier CSV.', 422)
  const { acad } = c.get('moi')
  const garde = estUuid(id) ? await enTantQue(c, (db) => db.maybe(sql.garde, { acad, id })) : null
  if (garde === null) throw new Refus(PLUS_GARDE, 422)
  return Buffer.from(garde.octets)
}

/**
 * POST /actions/import: the report comes back on the same page, and what was tried is kept for the next click. Sent twice, the
 * second run finds everything there already.
 */
export async function importer(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/import')
  if (!peutImporter(c.get('moi'))) throw new Introuvable()
  const recu = await lireFormulaire(c, { fichiers: { max: 1, octets: OCTETS_MAX } })
  const simule = recu.un('suite') !== 'importer'
  try {
    const octets = await octetsDe(c, recu)
    const rapport = await passer(c, octets, simule)
    if (!simule || rapport.ajoutees.length === 0) return page(c, montrer(c, { rapport, simule }))
    const garde = uuidv7()
    await enTantQue(c, (db) => db.run(sql.garder, { acad: c.get('moi').acad, id: garde, octets }))
    return page(c, montrer(c, { rapport, simule, garde }))
  } catch (e) {
    if (e instanceof Refus || e instanceof Empechement) return page(c, montrer(c, { refus: e.message }), 422)
    throw e
  }
}

async function passer(c: CtxAgent, octets: Buffer, simule: boolean): Promise<Rapport> {
  const moi = c.get('moi')
  const { acad, depts } = portee(moi)
  const auteur = {
    acad,
    par: moi.agent,
    toute: moi.mandats.some((m) => m.role === 'communication'),
    depts,
    voitBrouillons: false,
  }
  const dossier = await mkdtemp(join(tmpdir(), 'preau-import-'))
  try {
    const chemin = join(dossier, 'actions.csv')
    await writeFile(chemin, octets, { mode: 0o600 })
    return await enTantQue(c, async (db) => {
      // A statement with parameters is asked in the same way of both: only how its type is written differs.
      const rapport = await importerActions(db as unknown as Ecrit, auteur, chemin)
      if (simule) throw new Simulation(rapport)
      return rapport
    })
  } catch (e) {
    if (e instanceof Simulation) return e.rapport
    // The name of a file of ours says nothing to whoever sent theirs.
    if (e instanceof Empechement) throw new Refus(e.message.replaceAll(join(dossier, 'actions.csv'), '').replace('  ', ' '), 422)
    throw e
  } finally {
    await rm(dossier, { recursive: true, force: true })
  }
}
