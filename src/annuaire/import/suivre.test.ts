import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ECOLES, nouveauMonde, uai, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ouvrirDossierDe, raconter, verbes, version } from '../../../tests/support/situations.ts'
import type { Bilan } from './bilan.ts'
import { importerAnnuaire, type DemandeImport } from './importer.ts'
import { rapport } from './rapport.ts'

/** A school moves to another circonscription: what lies there goes with it, for the inspector of today alone. */

let m: Monde
const dossier = mkdtempSync(join(tmpdir(), 'preau-suivre-'))
before(async () => void (m = await nouveauMonde()))
after(async () => {
  await m.fermer()
  rmSync(dossier, { recursive: true })
})

const [VALBRUNE, COTEAUX] = [uai('0319900'), uai('0319901')]
const { etab, nom } = ECOLES.glycines
const EN_TETE =
  'Identifiant_de_l_etablissement;Nom_etablissement;Statut_public_prive;Code_departement;code_nature;code_circonscription;nom_circonscription'
const ligne = (e: string, circo: string, nomCirco = 'Valbrune'): string => `${e};${nom};Public;031;151;${circo};${nomCirco}`

const importer = (lignes: readonly string[], options: Partial<DemandeImport> = {}): Promise<Bilan> => {
  const fichier = join(dossier, 'annuaire.csv')
  writeFileSync(fichier, [EN_TETE, ...lignes].join('\n'))
  return importerAnnuaire({ url: m.url, fichier, acad: '16', sansFermer: true, ...options })
}
const voient = async (chemin: string): Promise<number[]> =>
  Promise.all(
    (['directriceGlycines', 'ien31', 'ien81', 'referent31'] as NomAgent[]).map(async (qui) => (await m.lire(chemin, qui)).status),
  )

test('reports and dossiers follow their school; the inspector of before sees them no more, and each history says it', async () => {
  await importer([ligne(etab, VALBRUNE)])
  const [tenu, monte, clos] = [await raconter(m, 'glycines'), await raconter(m, 'glycines'), await raconter(m, 'glycines')]
  await m.envoyer(
    `/signalements/${monte.id}/niveau`,
    { version: await version(m, monte.id), raison: 'gravite' },
    'directriceGlycines',
  )
  await m.admin(
    `update confidentiel.signalement set etat = 'clos', clos_par = $2, clos_le = recu_le, clos_motif = 'traite', echeance = null where id = $1`,
    [clos.id, m.agents.directriceGlycines],
  )
  const d = await ouvrirDossierDe(m, 'directriceGlycines', 'glycines')
  const chemins = [...[tenu, monte, clos].map((s) => `/signalements/${s.id}`), `/dossiers/${d.numero}`]
  for (const chemin of chemins) assert.deepEqual((await voient(chemin)).slice(1, 3), [200, 404], chemin)

  await m.admin('delete from machine.courriel')
  const essai = await importer([ligne(etab, COTEAUX, 'Les Coteaux')], { simuler: true })
  assert.deepEqual([essai.deplaces, essai.suivis], [1, { signalements: 3, dossiers: 1 }])
  assert.equal((await voient(chemins[0]!))[1], 200, 'shown, not done')

  const bilan = await importer([ligne(etab, COTEAUX, 'Les Coteaux')])
  assert.match(rapport(bilan), /3 signalements et 1 dossier suivent leur école/)
  // The inspector of the Tarn also takes the new circonscription.
  await m.ajouterMandat('ien81', 'ien', { circo: COTEAUX })
  for (const chemin of chemins) assert.deepEqual((await voient(chemin)).slice(1), [404, 200, 200], chemin)
  assert.equal((await verbes(m, tenu.id)).at(-1), 'signalement.changer_circonscription')
  assert.ok((await verbes(m, d.id)).includes('dossier.changer_circonscription'))
  assert.match(await (await m.lire(`/signalements/${tenu.id}`, 'ien81')).text(), /L’école a changé de circonscription/)
  // Only what waits at that level is announced there.
  assert.deepEqual(await m.admin('select fil, niveau, circo from machine.courriel'), [
    { fil: monte.id, niveau: 'circonscription', circo: COTEAUX },
  ])

  const second = await importer([ligne(etab, COTEAUX, 'Les Coteaux')])
  assert.deepEqual([second.deplaces, second.suivis], [0, { signalements: 0, dossiers: 0 }])
  assert.match(rapport(second), /^Rien n’a changé\./)
})

test('a collège that bears a circonscription in the file is read by no inspector of the first degree, nor received by one', async () => {
  const { etab: college, nom: nomCollege } = ECOLES.saules
  await m.admin('update annuaire.etablissement set circo = $2 where etab = $1', [college, VALBRUNE])
  await m.finirMandat('chefSaules')
  const s = await raconter(m, 'saules')
  assert.deepEqual(await voient(`/signalements/${s.id}`), [404, 200, 404, 200])
  await importer([`${college};${nomCollege};Public;031;340;${VALBRUNE};Valbrune`])
  assert.deepEqual(await voient(`/signalements/${s.id}`), [404, 404, 404, 200])
  const tenus = (id: string) => m.admin('select niveau, circo from confidentiel.signalement where id = $1', [id])
  assert.deepEqual(await tenus(s.id), [{ niveau: 'departement', circo: null }])
  assert.deepEqual(await tenus((await raconter(m, 'saules')).id), [{ niveau: 'departement', circo: null }])
})

test('a school closes while posts are held there: they are told, since they go on reading what happened there', async () => {
  await importer([ligne(etab, COTEAUX, 'Les Coteaux')])
  const autre = uai('0318190')
  const bilan = await importer([ligne(autre, COTEAUX, 'Les Coteaux')], { sansFermer: false })
  const vus = bilan.aFinir.find((f) => f.etab === etab)
  assert.deepEqual(vus, { etab, nom, fonctions: 1 })
  assert.match(rapport(bilan), new RegExp(`1 fonction à finir\u00a0: ${etab} `))
  await m.finirMandat('directriceGlycines')
  assert.equal(
    (await importer([ligne(autre, COTEAUX, 'Les Coteaux')], { sansFermer: false })).aFinir.some((f) => f.etab === etab),
    false,
  )
  await importer(
    Object.values(ECOLES).map(
      (e) => `${e.etab};${e.nom};Public;${e.dept};${e.type === 'ecole' ? '151' : '340'};${e.circo ?? ''};`,
    ),
    { sansFermer: true },
  )
})

test('an empty cell or a column that is gone takes no école out of its circonscription, nor its name from it', async () => {
  await importer([ligne(etab, COTEAUX, 'Les Coteaux')])
  for (const l of [ligne(etab, '', ''), ligne(etab, COTEAUX, '')])
    assert.match(rapport(await importer([l])), /^Rien n’a changé\./)
  const fichier = join(dossier, 'sans.csv')
  writeFileSync(
    fichier,
    ['Identifiant;Nom;Secteur;Departement;Nature_uai;Code_circonscription', `${etab};${nom};Public;31;151;${COTEAUX}`].join('\n'),
  )
  assert.match(rapport(await importerAnnuaire({ url: m.url, fichier, acad: '16', sansFermer: true })), /^Rien n’a changé\./)
  assert.deepEqual(await m.admin('select nom from annuaire.circonscription where circo = $1', [COTEAUX]), [
    { nom: 'Les Coteaux' },
  ])
})

test('a column that has slipped would show thirty schools to the wrong inspectors: refused, with what to do', async () => {
  const ecoles = Array.from({ length: 40 }, (_, i) => uai(`03180${String(i).padStart(2, '0')}`))
  await importer(ecoles.map((e) => ligne(e, VALBRUNE)))
  const la = () => m.admin('select count(*)::int as n from annuaire.etablissement where circo = $1', [COTEAUX])
  const avant = await la()
  const glissees = ecoles.map((e, i) => ligne(e, i < 30 ? COTEAUX : VALBRUNE, i < 30 ? 'Les Coteaux' : 'Valbrune'))
  await assert.rejects(importer(glissees), { message: /^Ce fichier ferait changer 30 écoles de circonscription/ })
  assert.deepEqual(await la(), avant)
  assert.equal((await importer(glissees, { deplacerBeaucoup: true })).deplaces, 30)
})
