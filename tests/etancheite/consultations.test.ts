import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Verbe } from '../../src/dossier/protocole/protocole.ts'
import { direLaFin, mener } from '../support/dossiers.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { raconter } from '../support/situations.ts'
import { envoyerForme, ETAT_AVANT, GESTES, ouvrirContexte, PASSE } from '../support/triples.ts'

/**
 * « Chaque fois qu’un adulte ouvre ton message, c’est noté »: every page that shows a word which is ciphertext in the database writes
 * its consultation. Pages are found by following every link from the desk on, not by a list that somebody keeps.
 */

const SECRET = 'Kwélibroxa'
/** The word, and the name of the pupil whom every dossier here is about. */
const SCELLES = /Kwélibroxa|Marchetti/
const QUI = 'chefTilleuls'

let m: Monde
let seul: string
const numeros: string[] = []
before(async () => {
  m = await nouveauMonde()
  const autre = await ouvrirContexte(m, QUI, '')
  // One dossier a form, each with the word in every sentence that the form takes.
  for (const verbe of Object.keys(GESTES) as Verbe[]) {
    if (verbe === 'dedoubler') continue
    const c = await ouvrirContexte(m, QUI, autre.d.numero)
    await mener(m, c.d, 'traitement', [...PASSE, ...(GESTES[verbe].faits ?? [])])
    await direLaFin(m, c.d)
    await GESTES[verbe].objet?.(c)
    await mener(m, c.d, ETAT_AVANT[verbe] ?? 'traitement')
    const champs = Object.entries(GESTES[verbe].champs(c)).map(([nom, v]) => [nom, / /.test(v) ? `${v} ${SECRET}` : v])
    await envoyerForme(c, GESTES[verbe].forme(c), Object.fromEntries(champs), QUI)
    numeros.push(c.d.numero)
  }
  seul = (await raconter(m, 'tilleuls', { recit: `On se moque de ${SECRET}.`, cible: SECRET, noms: `${SECRET} Dupré` })).id
})
after(() => m.fermer())

/** The page that an address is one of. */
const motifDe = (chemin: string): string =>
  chemin
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\w{2,3}-\d{4}-\w{6}/g, '/:numero')
    .replace(/=[^&]*/g, '')

/** What the answer shows of what is sealed, and whether anybody wrote that it was read. */
async function regarder(demander: () => Promise<Response>): Promise<{ page: string; montre: boolean; note: boolean }> {
  await m.admin('delete from confidentiel.consultation')
  const page = await (await demander()).text()
  const notes = await m.admin('select from confidentiel.consultation where agent = $1', [m.agents[QUI]])
  return { page, montre: SCELLES.test(page), note: notes.length > 0 }
}

const CHEZ_NOUS = /^\/(?:bureau|boite|signalements|dossiers|appuis)(?:[/?]|$)/
const PAR_MOTIF = 4

test('every page that shows what is sealed writes that it was read', async () => {
  const aVoir = ['/bureau', '/boite', '/dossiers', '/appuis', `/signalements/${seul}`, ...numeros.map((n) => `/dossiers/${n}`)]
  const connus = new Set(aVoir)
  const vus = new Map<string, number>()
  const montrent = new Set<string>()
  const muets = new Set<string>()
  for (const chemin of aVoir) {
    const motif = motifDe(chemin)
    const fois = vus.get(motif) ?? 0
    if (fois >= PAR_MOTIF && motif !== '/dossiers/:numero') continue
    vus.set(motif, fois + 1)
    const { page, montre, note } = await regarder(() => m.lire(chemin, QUI))
    if (montre) montrent.add(motif)
    if (montre && !note) muets.add(motif)
    for (const [, brut] of page.matchAll(/(?:href|action|src)="(\/[^"#]*)/g)) {
      const lien = brut!.replaceAll('&amp;', '&')
      if (!CHEZ_NOUS.test(lien) || connus.has(lien)) continue
      connus.add(lien)
      aVoir.push(lien)
    }
  }
  assert.deepEqual([...muets], [])
  assert.ok(montrent.size > 20, `${[...montrent].join('\n')}`)
  for (const attendu of ['/dossiers/:numero/vigilance', '/dossiers/nouveau?signalement', '/signalements/:id', '/appuis/:id'])
    assert.ok(montrent.has(attendu), `${attendu} was looked at, and shows it:\n${[...montrent].join('\n')}`)
})

test('what answers a form with what is sealed writes it too', async () => {
  const [numero] = numeros as [string]
  for (const [chemin, champs] of [
    [`/dossiers/${numero}/recherche`, { mots: 'Roca' }],
    ['/dossiers/mots', { mots: SECRET }],
    [`/dossiers/${numero}/vigilance`, {}],
    ['/dossiers/nouveau', { signalement: seul }],
    [`/dossiers/${numero}/personnes`, { nom: '' }],
  ] as const) {
    const { montre, note } = await regarder(() => m.envoyer(chemin, champs, QUI))
    assert.ok(!montre || note, chemin)
  }
})
