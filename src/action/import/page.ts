import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Empechement, Introuvable, lireFormulaire, page, Refus } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { portee } from '../liste/liste.ts'
import { peutImporter } from './droit.ts'
import { importerActions, type Ecrit, type Rapport } from './importer.ts'
import { pageImport } from './import.page.ts'

const OCTETS_MAX = 5 * 1024 * 1024

const montrer = (c: CtxAgent, o: { rapport?: Rapport; simule?: boolean; refus?: string } = {}) =>
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

/** POST /actions/import: the report comes back on the same page; sent twice, the second run finds everything there already. */
export async function importer(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/import')
  if (!peutImporter(c.get('moi'))) throw new Introuvable()
  const recu = await lireFormulaire(c, { fichiers: { max: 1, octets: OCTETS_MAX } })
  const [fichier] = recu.fichiers
  if (fichier === undefined) {
    const trop = recu.refuses.some((r) => r.raison === 'trop_gros')
    return page(c, montrer(c, { refus: trop ? 'Ce fichier dépasse 5 Mo.' : 'Choisissez d’abord un fichier CSV.' }), 422)
  }
  const simule = recu.un('suite') !== 'importer'
  try {
    return page(c, montrer(c, { rapport: await passer(c, fichier.octets, simule), simule }))
  } catch (e) {
    if (e instanceof Refus || e instanceof Empechement) return page(c, montrer(c, { refus: e.message }), 422)
    throw e
  }
}

async function passer(c: CtxAgent, octets: Buffer, simule: boolean): Promise<Rapport> {
  const moi = c.get('moi')
  const { acad, depts } = portee(moi)
  const auteur = { acad, par: moi.agent, toute: moi.mandats.some((m) => m.role === 'communication'), depts }
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
