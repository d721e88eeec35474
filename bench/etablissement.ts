import pg from 'pg'
import { chercherEtablissements } from '#annuaire'
import { transaction, type Base } from '#platform'
import { hasard } from './annuaire.fichier.ts'
import { baseDeMesure, type Ctx } from './annuaire.base.ts'

const LIMITE_MS = 15
const RECHERCHES = 2000

type Ecole = { etab: string; nom: string; commune: string; code_postal: string }

/** Swaps, drops or doubles one letter of the longest word, as thumbs do. */
function fauter(texte: string, alea: () => number): string {
  const mot = texte.split(/[\s-]/).reduce((a, b) => (b.length > a.length ? b : a))
  const i = 1 + Math.floor(alea() * Math.max(1, mot.length - 2))
  const fautes = [mot.slice(0, i) + mot.slice(i + 1), mot.slice(0, i) + mot[i] + mot.slice(i)]
  return texte.replace(mot, fautes[Math.floor(alea() * fautes.length)]!)
}

/** What people type: mostly a name and a town, now and then a number, one time in four with a mistake. */
function demande(e: Ecole, alea: () => number): string {
  const tirage = alea()
  if (tirage < 0.3) return `${e.nom} ${e.commune}`
  if (tirage < 0.4) return `${e.commune.toLowerCase()} ${e.nom.split(' ').at(-1)}`
  if (tirage < 0.55) return e.commune
  if (tirage < 0.65) return e.code_postal
  if (tirage < 0.75) return e.etab.toLowerCase()
  return fauter(tirage < 0.9 ? `${e.nom} ${e.commune}` : e.commune, alea)
}

async function tirerEcoles(url: string, combien: number): Promise<Ecole[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Ecole>(
    `select etab, nom, commune, code_postal from annuaire.etablissement order by md5(etab) limit $1`,
    [combien],
  )
  await client.end()
  return rows
}

/** Each search as the public door makes it: its own transaction, under its role. */
async function chronometrer(base: Base, textes: string[]): Promise<{ durees: number[]; vides: number }> {
  const durees: number[] = []
  let vides = 0
  for (const texte of textes) {
    const debut = performance.now()
    const trouves = await transaction(base, 'public', {}, (db) => chercherEtablissements(db, { acad: '16', texte }))
    durees.push(performance.now() - debut)
    if (trouves.length === 0) vides++
  }
  return { durees: durees.sort((a, b) => a - b), vides }
}

export async function mesurer(ctx: Ctx): Promise<void> {
  const alea = hasard(31)
  const ecoles = await tirerEcoles(ctx.url, RECHERCHES)
  const textes = ecoles.map((e) => demande(e, alea))
  await chronometrer(ctx.base, textes.slice(0, 50))
  const { durees, vides } = await chronometrer(ctx.base, textes)
  const centile = (p: number): number => Math.round(durees[Math.floor(durees.length * p)]! * 100) / 100
  ctx.dire({
    name: 'etablissement.recherche',
    value: centile(0.95),
    unit: 'ms',
    limit: LIMITE_MS,
    ratio: centile(0.95) / LIMITE_MS,
    p50: centile(0.5),
    p95: centile(0.95),
    p99: centile(0.99),
    recherches: durees.length,
    sansReponse: vides,
  })
}

if (import.meta.main) await baseDeMesure(60_000, mesurer)
