import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, JOUR, plus } from '#platform'
import { dossierVu, ecrireFait, envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { cache } from './fidelite.page.ts'
import { rentree } from './fidelite.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
const a = (quand: string): void => m.aller(new Date(quand))

/** Step → what is said of it, as the page says it. */
async function etapes(d: DossierVu, qui: NomAgent = 'chefTilleuls'): Promise<Record<string, string>> {
  const page = (await (await m.lire(`/dossiers/${d.numero}/suivi/protocole`, qui)).text()).replaceAll('\u00a0', ' ')
  const nu = (x: string): string =>
    x
      .replaceAll(/<svg[^]*?<\/svg>|<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const lignes = page.split('<tr').slice(2)
  return Object.fromEntries(
    lignes.map((l) => {
      const [etape, etat] = [...l.matchAll(/<t[dh][^>]*>([^]*?)<\/t[dh]>/g)].map((x) => x[1]!)
      return [nu(etape!.split('<span')[0]!).split(',')[0]!, nu(etat!)]
    }),
  )
}

test('each prescribed step: done, done late, to come, not done; a stranger sees none', async () => {
  a('2026-11-10T09:00:00+01:00')
  const d = await ouvrirDossier(m, 'chefTilleuls')
  assert.equal((await m.lire(`/dossiers/${d.numero}/suivi/protocole`, 'chefSaules')).status, 404)
  // Whoever opens it for themselves has taken it in charge.
  const debut = await etapes(d)
  assert.deepEqual([debut['Prise en charge'], debut['L’élève visé entendu']], ['Fait', 'À venir'])
  assert.equal(debut['Une mesure de protection'], 'À venir')
  a('2026-11-12T10:00:00+01:00')
  assert.equal((await etapes(d))['Une mesure de protection'], 'Pas fait')
  const { version } = await dossierVu(m, d.id)
  const mesure = { version: String(version), nature: 'vigilance', quoi: 'On veille.', qui: 'Mme Roca', mesure_du: '2026-11-12' }
  assert.equal(
    (await envoyerDossier(m, d, 'mesures', { id: '0199f000-0000-7000-8000-0000000000c1', ...mesure }, 'chefTilleuls')).status,
    303,
  )
  assert.equal((await etapes(d))['Une mesure de protection'], 'Fait, en retard')
  await ecrireFait(m, d.id, 'dossier.entendre', { role: 'temoin' })
  assert.equal((await etapes(d))['L’élève visé entendu'], 'À venir')
  await ecrireFait(m, d.id, 'dossier.entendre', { role: 'cible' })
  assert.equal((await etapes(d))['L’élève visé entendu'], 'Fait')
  a('2026-11-10T09:00:00+01:00')
})

test('the pôle counts what happens of the protocol; a school has no such page, another département’s dossiers are not in it', async () => {
  for (const qui of ['chefTilleuls', 'ien31', 'dpo'] as const)
    assert.equal((await m.lire('/dossiers/fidelite', qui)).status, 404, qui)
  const lire = async (qui: NomAgent): Promise<string> =>
    (await (await m.lire('/dossiers/fidelite', qui)).text()).replaceAll('\u00a0', ' ')
  await m.admin('update confidentiel.dossier set ouvert_le = $1', [plus(clock.now(), -400 * JOUR)])
  for (let i = 0; i < 10; i++) await ouvrirDossier(m, 'chefTilleuls')
  await m.admin('update confidentiel.dossier set ouvert_le = $1 where ouvert_le > $2', [
    plus(clock.now(), -3 * JOUR),
    plus(clock.now(), -JOUR),
  ])
  const ligne = (page: string): string[] => {
    const rang = page.split('<tr').find((l) => l.includes('Prise en charge en vingt-quatre heures'))!
    return [...rang.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map((x) => x[1]!.replaceAll(/<[^>]+>/g, '').trim())
  }
  // Taken in charge three days late, all ten: shown, since nobody alone can be told from it.
  assert.deepEqual(ligne(await lire('referent31')).slice(-3), ['0', '10', '0 %'])
  assert.deepEqual(ligne(await lire('referent81')).slice(-3), ['', '', ''])
  assert.deepEqual(ligne(await lire('referenteAcademique')).slice(-3), ['0', '10', '0 %'])
  await m.admin(
    'update confidentiel.dossier set pris_le = ouvert_le where id in (select id from confidentiel.dossier where ouvert_le > $1 limit 3)',
    [plus(clock.now(), -30 * JOUR)],
  )
  assert.deepEqual(ligne(await lire('referent31')).slice(-3), ['caché', '10', ''])
})

test('hidden on either side of a count: one to four done, or one to four not done', () => {
  const seuils = [0, 1, 4, 5, 6, 9, 10].filter((faites) => !cache({ code: '', faites, sur: 10 }))
  assert.deepEqual(seuils, [0, 5, 10])
  assert.equal(cache({ code: '', faites: 4, sur: 4 }), true)
})

test('a school year begins on the first of September', () => {
  assert.deepEqual(['2026-08-31', '2026-09-01', '2027-01-15'].map(rentree), ['2025-09-01', '2026-09-01', '2026-09-01'])
})
