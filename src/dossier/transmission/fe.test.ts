import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { plier } from '#annuaire'
import { ouvrirDossier } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const PRENOMS = [
  'Ben',
  'Léo',
  'Rose',
  'Kévin',
  'Mattéo',
  'Jean-Baptiste',
  'Anaïs',
  'Yanis',
  'Aïssatou',
  'Loïc',
  'Maëlys',
  'Thibault',
] as const
const NOMS = [
  'Dubois',
  'Le Goff',
  'N’Diaye',
  'Lefèvre',
  'Da Silva',
  'Nguyen',
  'Cœurdacier',
  'O’Brien',
  'Fauré-Lacombe',
  'Roux',
] as const
/** How a tired adult writes a name. */
const ECRITURES: readonly ((prenom: string, nom: string) => string)[] = [
  (a, b) => `${a} ${b}`,
  (a, b) => `${b.toUpperCase()} ${a}`,
  (a) => a,
  (a) => a.toLowerCase(),
  (a) => a.normalize('NFD').replace(/\p{M}/gu, ''),
  (_a, b) => `M. ${b}`,
  (a, b) => `${a[0]}. ${b}`,
]
const personne = fc.record({
  prenom: fc.constantFrom(...PRENOMS),
  nom: fc.constantFrom(...NOMS),
  role: fc.constantFrom('cible', 'auteur_presume', 'temoin', 'soutien'),
  classe: fc.constantFrom('', '5e B', 'CM2'),
  ecrit: fc.nat(ECRITURES.length - 1),
})
const PLACES = { cible: 'visé', auteur_presume: 'mis en cause', temoin: 'témoin', soutien: 'soutien' } as const
const projet = (page: string): string => /<textarea[^>]*id="texte"[^>]*>([^]*?)<\/textarea>/.exec(page)?.[1] ?? ''
const mots = (texte: string): string[] => plier(texte).split(/[^\p{L}]+/u)
/** Particles are no names. */
const propres = (nom: string): string[] => mots(nom).filter((x) => x.length > 2)

test('whoever is named and however, the text bears initials only', async () => {
  let parus = 0
  await fc.assert(
    fc.asyncProperty(fc.array(personne, { minLength: 2, maxLength: 4 }), async (gens) => {
      const champs = gens.flatMap((p, i) => [
        [`nom${i}`, `${p.prenom} ${p.nom}`],
        [`precision${i}`, p.classe],
        [`role${i}`, p.role],
      ])
      const resume = gens.map((p) => `À la cantine, ${ECRITURES[p.ecrit]!(p.prenom, p.nom)} a poussé la porte.`).join(' ')
      const d = await ouvrirDossier(m, 'chefTilleuls', { ...Object.fromEntries(champs), resume })
      const page = await m.lire(`/dossiers/${d.numero}/transmissions/fait_etablissement`, 'chefTilleuls')
      const texte = projet(await page.text())
      const ecrits = new Set(mots(texte))
      for (const p of gens)
        for (const nom of propres(`${p.prenom} ${p.nom}`)) assert.ok(!ecrits.has(nom), `${nom} in ${texte} (${resume})`)
      // The narrative is there, and the pupils by their place.
      assert.match(texte, /poussé la porte/)
      for (const role of new Set(gens.map((p) => PLACES[p.role]))) assert.ok(texte.includes(`${role}`), `${role} in ${texte}`)
      parus++
    }),
    { numRuns: 25, seed: 20261110 },
  )
  assert.equal(parus, 25)
})
