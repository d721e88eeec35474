import { Empechement } from '#platform'
import type { Arrets } from '../bin/arret.ts'
import { accueil } from './accueil.ts'
import { annuaire } from './annuaire.ts'
import { ouvrirBanc } from './banc.ts'
import { bureau } from './bureau.ts'
import { demarrage } from './demarrage.ts'
import { envoi } from './envoi.ts'
import { etablissement } from './etablissement.ts'
import { journee } from './journee.ts'
import { liste } from './liste.ts'
import { tient, type Borne, type Ctx, type Ligne, type Mesure } from './mesure.ts'
import { ouvrir } from './ouvrir.ts'
import { poids } from './poids.ts'
import { ressources } from './ressources.ts'
import { enJson, enTable, TITRES } from './sortie.ts'

const MESURES: readonly Mesure[] = [
  envoi,
  liste,
  ouvrir,
  bureau,
  accueil,
  journee,
  poids,
  etablissement,
  annuaire,
  demarrage,
  ressources,
]

export const NOMS = MESURES.flatMap((m) => m.noms)

/** Measures what the prefixes name (everything when there is none). @returns whether every bound holds. */
export async function mesurerTout(prefixes: readonly string[], json: boolean, arrets: Arrets): Promise<boolean> {
  const voulu = (nom: string): boolean => prefixes.length === 0 || prefixes.some((p) => nom.startsWith(p))
  const inconnu = prefixes.find((p) => !NOMS.some((nom) => nom.startsWith(p)))
  if (inconnu !== undefined)
    throw Object.assign(new Empechement(`Aucune mesure ne commence par « ${inconnu} » : ${NOMS.join(', ')}.`), { code: 2 })
  let tout = true
  const dire = (ligne: Ligne, ...bornes: Borne[]): void => {
    if (!voulu(ligne.name)) return
    const ok = bornes.every((b) => tient(ligne, b))
    tout &&= ok
    console.log((json ? enJson : enTable)(ligne, bornes, ok))
  }
  const detail = (texte: string): void => void process.stderr.write(`  ${texte}…\n`)
  const banc = await ouvrirBanc(arrets)
  const ctx: Ctx = { banc, dire, voulu, detail }
  if (!json) console.log(TITRES)
  for (const mesure of MESURES.filter((m) => m.noms.some(voulu))) {
    process.stderr.write(`${mesure.noms[0]}\n`)
    await mesure.mesurer(ctx)
  }
  return tout
}
