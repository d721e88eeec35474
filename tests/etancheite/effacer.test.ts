import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from '#platform'
import type { Verbe } from '../../src/dossier/protocole/protocole.ts'
import { accesDe, ouvrir, raconter } from '../support/declarant.ts'
import { direLaFin, envoyerDossier, mener } from '../support/dossiers.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { aTraiter, engagement } from '../support/pistes.ts'
import { envoyerForme, ETAT_AVANT, GESTES, ouvrirContexte, PASSE } from '../support/triples.ts'

/**
 * Invariant 9: names go, counters stay. Erasing a thread is destroying its key (db/schema, confidentiel.cle): so nothing that
 * names anybody may lie anywhere in clear, and nothing that is counted may need the key.
 */

let m: Monde
before(async () => {
  m = await nouveauMonde()
  await m.admin(
    `insert into annuaire.profession (acad, id, agent, profession, par, du) values ('16', $1, $2, 'infirmier', $3, '2026-09-01')`,
    [uuidv7(), m.agents.chefTilleuls, m.agents.administrateur],
  )
})
after(() => m.fermer())

const tables = (): Promise<{ t: string }[]> =>
  m.admin(
    `select format('%I.%I', table_schema, table_name) as t from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )

/** Where these words are in clear: as text, or as bytes that are not ciphertext. */
async function enClair(mots: readonly string[]): Promise<string[]> {
  const dits: string[] = []
  for (const { t } of await tables()) {
    const lignes = await m.admin<{ mot: string }>(
      `select w as mot from ${t} x, unnest($1::text[]) w
        where x::text ilike '%' || w || '%' or x::text like '%' || encode(convert_to(w, 'UTF8'), 'hex') || '%' limit 1`,
      [mots],
    )
    dits.push(...lignes.map((l) => `${t}: ${l.mot}`))
  }
  return dits
}

/** A name that is no word of any screen, list or place. */
const nomInvente = fc
  .array(fc.constantFrom('zu', 'vro', 'gya', 'kwé', 'bli', 'xo', 'fjo', 'dwa'), { minLength: 4, maxLength: 6 })
  .map((s) => s.join(''))
  .map((s) => s.charAt(0).toUpperCase() + s.slice(1))

/** The form of a verb as it is well filled, and in each of its sentences this name. */
const nommer = (champs: Record<string, string>, nom: string): Record<string, string> =>
  Object.fromEntries(Object.entries(champs).map(([c, v]) => [c, / /.test(v) ? `${v} ${nom}` : v]))

/** Those whose end or split would take the dossier away from the next one. */
const APART: ReadonlySet<string> = new Set<Verbe>(['dedoubler'])

async function ecrireTout(nom: string): Promise<number> {
  const { numero: autre } = (await ouvrirContexte(m, 'chefTilleuls', '')).d
  let faits = 0
  for (const verbe of Object.keys(GESTES) as Verbe[]) {
    if (APART.has(verbe)) continue
    const c = await ouvrirContexte(m, 'chefTilleuls', autre)
    await mener(m, c.d, 'traitement', [...PASSE, ...(GESTES[verbe].faits ?? [])])
    await direLaFin(m, c.d)
    await GESTES[verbe].objet?.(c)
    await mener(m, c.d, ETAT_AVANT[verbe] ?? 'traitement')
    const r = await envoyerForme(c, GESTES[verbe].forme(c), nommer(GESTES[verbe].champs(c), nom), 'chefTilleuls')
    assert.equal(r.status, 303, `${verbe}: ${r.status === 303 ? '' : (await r.text()).slice(0, 2000)}`)
    faits++
  }
  return faits
}

async function raconterTout(nom: string): Promise<void> {
  const { code } = await raconter(m, {
    recit: `On se moque de ${nom}.`,
    noms: `${nom} Dupré`,
    cible: nom,
    contact: 'mail',
    mail: `${nom}@exemple.fr`,
  })
  const acces = accesDe((await ouvrir(m, code)).html)
  await m.envoyer('/suivi', { acces, envoi: crypto.randomUUID(), vers: 'ecrire', message: `C’est encore ${nom}.` })
}

test('whatever is typed, in whatever form, no name and no narrative is in clear in any table', async () => {
  const [nom] = fc.sample(nomInvente, { numRuns: 1, seed: Date.now() % 2 ** 31 }) as [string]
  const faits = await ecrireTout(nom)
  assert.ok(faits > 35, `${faits} forms`)
  await raconterTout(nom)
  assert.deepEqual(await enClair([nom]), [], nom)
  // The search itself finds: a word that is in clear, and bytes that are not ciphertext.
  assert.ok((await enClair(['Claire'])).some((x) => x.startsWith('annuaire.agent')))
})

test('any name at all, whatever its letters: found by whoever searches for it, in clear nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(nomInvente, nomInvente, async (prenom, nom) => {
      const id = uuidv7()
      const champs = { id, etab: '', nom0: `${prenom} ${nom}`, role0: 'cible', resume: `${prenom} dit : « ${nom} ».` }
      const { etab } = (
        await m.admin<{ etab: string }>(`select etab from annuaire.etablissement where nom = 'Collège Les Tilleuls'`)
      )[0]!
      assert.equal((await m.envoyer('/dossiers/nouveau', { ...champs, etab }, 'chefTilleuls')).status, 303)
      const [d] = await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [id])
      const trouve = await (await m.lire(`/dossiers?q=${encodeURIComponent(nom)}`, 'chefTilleuls')).text()
      assert.ok(trouve.includes(d!.numero), nom)
      assert.deepEqual(await enClair([prenom, nom]), [])
    }),
    { numRuns: 5 },
  )
})

/** What is counted, as those who count read it: pages of figures, and the columns that they are made of. */
async function comptes(): Promise<Record<string, unknown>> {
  const page = async (url: string): Promise<string> =>
    (/<main[^]*<\/main>/.exec(await (await m.lire(url, 'responsableAcademique')).text())?.[0] ?? '').replaceAll(/\s+/g, ' ')
  const compter = (sql: string): Promise<unknown[]> => m.admin(sql)
  return {
    methodes: await page('/dossiers/methodes'),
    charge: await page('/bureau/charge'),
    boite: (await page('/boite')).match(/preau-compteur">\d+/g),
    dossiers: await compter('select etab, etat, count(*)::int as n from confidentiel.dossier group by 1, 2 order by 1, 2'),
    signalements: await compter(
      'select etab, declarant, quoi, count(*)::int as n from confidentiel.signalement group by 1, 2, 3 order by 1, 2, 3',
    ),
    faits: await compter('select verbe, count(*)::int as n from confidentiel.fait group by 1 order by 1'),
    paroles: await compter('select methode, parole, count(*)::int as n from confidentiel.piste group by 1, 2 order by 1, 2'),
    qualifications: await compter(
      `select detail ->> 'qualification' as q, count(*)::int as n from confidentiel.fait where verbe = 'dossier.qualifier' group by 1 order by 1`,
    ),
  }
}

/** The target of this dossier, or of one whose names were corrected. */
async function uneCible(fil: string | null): Promise<{ personne: string; fil: string }> {
  const [r] = await m.admin<{ personne: string; fil: string }>(
    `select personne, fil from confidentiel.personne_role r where role = 'cible'
      and (fil = $1 or ($1 is null and fil in (select fil from confidentiel.identite_avant))) order by id limit 1`,
    [fil],
  )
  return r!
}

test('the keys destroyed, no name can be read any more and every count stays', async () => {
  for (let i = 0; i < 6; i++) {
    const d = await aTraiter(m, 'referent31')
    const id = uuidv7()
    const faire = async (forme: string, champs: Record<string, string>): Promise<void> =>
      assert.equal((await envoyerDossier(m, d, forme, champs, 'referent31')).status, 303, forme)
    await faire('traitement/pistes', engagement({ id, methode: 'farsta' }))
    for (const resume of ['Léa Marchetti pleure.', 'Elle va mieux.']) await faire('resume', { resume })
    const { personne } = await uneCible(d.id)
    for (const nom of ['Léa Zarkovitch', 'Léa Marchetti']) await faire(`personnes/${personne}`, { nom })
    const mere = { nom: 'Sofia Marchetti', lien: 'mere', autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
    const lien = uuidv7()
    await faire(`familles/${personne}/responsables`, { ...mere, id: lien, adresse: '3 rue du Lavoir' })
    await faire(`familles/liens/${lien}`, { ...mere, version: '1', adresse: '12 allée des Pins' })
    const fin = { version_piste: '1', decision: 'finir', parole: 'cesse', mots: '« Fini. »', raison: 'Elle le dit.' }
    await faire(`traitement/pistes/${id}/decision`, { id: uuidv7(), ...fin })
  }
  const avant = await comptes()
  assert.match(String(avant.methodes), /Farsta/)
  await m.admin('update confidentiel.cle set emballee = null, detruite_le = now()')
  assert.deepEqual(await comptes(), avant)
  const [d] = await m.admin<{ numero: string }>(
    `select numero from confidentiel.dossier where etat = 'traitement' and id in (select fil from confidentiel.resume_avant) limit 1`,
  )
  const lu = await m.lire(`/dossiers/${d!.numero}`, 'referent31')
  const page = await lu.text()
  assert.equal(lu.status, 410)
  assert.match(page, /Ce contenu a été effacé/)
  assert.doesNotMatch(page, /Marchetti|Dumas/)
  // What the summary said before goes with it.
  const resumes = await m.lire(`/dossiers/${d!.numero}/suivi/resume`, 'referent31')
  assert.equal(resumes.status, 410)
  assert.doesNotMatch(await resumes.text(), /Marchetti|pleure/)
  // And so does a name that was corrected.
  const { personne, fil } = await uneCible(null)
  assert.equal((await m.admin('select from confidentiel.identite_avant where fil = $1', [fil])).length, 2)
  const { numero } = (await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [fil]))[0]!
  const identites = await m.lire(`/dossiers/${numero}/personnes/${personne}`, 'referent31')
  assert.equal(identites.status, 410)
  assert.doesNotMatch(await identites.text(), /Zarkovitch|Marchetti/)
  // And where a guardian lived.
  const [l] = await m.admin<{ lien: string }>('select lien from confidentiel.lien_avant where fil = $1', [fil])
  const liens = await m.lire(`/dossiers/${numero}/familles/liens/${l!.lien}`, 'referent31')
  assert.equal(liens.status, 410)
  assert.doesNotMatch(await liens.text(), /Lavoir|Pins|Marchetti/)
  // Whoever could not see it learns nothing of it.
  assert.equal((await m.lire(`/dossiers/${d!.numero}`, 'chefPruniers')).status, 404)
})
