import { chercherEtablissements } from '#annuaire'
import { closeBase, openBase, transaction, urlDePorte, type Base } from '#platform'
import { hasard } from './annuaire.fichier.ts'
import { remplir } from './annuaire.base.ts'
import { enAdmin } from './banc.ts'
import { centiles, sous, type Ctx, type Mesure } from './mesure.ts'

const ECOLES = 60_000
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

const tirerEcoles = (url: string, combien: number): Promise<Ecole[]> =>
  enAdmin(url, async (client) => {
    const { rows } = await client.query<Ecole>(
      `select etab, nom, commune, code_postal from annuaire.etablissement order by md5(etab) limit $1`,
      [combien],
    )
    return rows
  })

interface Recherches {
  durees: number[]
  vides: number
}

/** Each search as the public door makes it: its own transaction, under its role. */
async function chercher(base: Base, textes: string[]): Promise<Recherches> {
  const durees: number[] = []
  let vides = 0
  for (const texte of textes) {
    const debut = performance.now()
    const trouves = await transaction(base, 'public', {}, (db) => chercherEtablissements(db, { acad: '16', texte }))
    durees.push(performance.now() - debut)
    if (trouves.length === 0) vides++
  }
  return { durees, vides }
}

async function mesurer({ banc, dire, detail }: Ctx): Promise<void> {
  const url = await banc.nouvelleBase()
  detail(`annuaire de ${ECOLES} établissements`)
  await remplir(banc, url, ECOLES)
  const alea = hasard(31)
  const textes = (await tirerEcoles(url, RECHERCHES)).map((e) => demande(e, alea))
  const base = openBase((door) => urlDePorte(url, banc.trousseau, door))
  await chercher(base, textes.slice(0, 50))
  const { durees, vides } = await chercher(base, textes)
  await closeBase(base)
  const c = centiles(durees)
  const ligne = { name: 'etablissement.recherche', value: c.p95, unit: 'ms', limit: LIMITE_MS, ratio: c.p95 / LIMITE_MS, ...c }
  dire({ ...ligne, recherches: durees.length, sansReponse: vides }, sous(LIMITE_MS, 'p95'))
  await banc.supprimerBase(url)
}

export const etablissement: Mesure = { noms: ['etablissement.recherche'], mesurer }
