import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { transaction, type Statement } from '#platform'
import { comptes } from '../../src/signalement/boite/boite.sql.ts'
import { raconter } from '../support/declarant.ts'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../support/monde.ts'

/** Who must see what, written by hand from the roles (situations, § 5.1), never computed from the code under test. */
const VOIENT: Record<NomAgent, string[]> = {
  chefTilleuls: ['tilleuls'],
  coordoTilleuls: ['tilleuls'],
  equipeTilleuls: [],
  chefSaules: ['saules'],
  directriceGlycines: ['glycines'],
  ien31: ['glycines'],
  referent31: ['tilleuls', 'saules', 'glycines', 'tilleuls adulte'],
  responsable31: ['tilleuls', 'saules', 'glycines', 'tilleuls adulte'],
  chefPruniers: ['pruniers'],
  ien81: ['ormes'],
  referent81: ['pruniers', 'ormes'],
  referenteAcademique: ['tilleuls', 'saules', 'glycines', 'pruniers', 'ormes', 'tilleuls adulte'],
  responsableAcademique: ['tilleuls', 'saules', 'glycines', 'pruniers', 'ormes', 'tilleuls adulte'],
  communication: [],
  dpo: [],
  administrateur: [],
}

let m: Monde
/** Thread → its place, for reports and for dossiers. */
const lieux = new Map<string, string>()
before(async () => {
  m = await nouveauMonde()
  const cas: [Ecole, string][] = [
    ...(Object.keys(ECOLES) as Ecole[]).map((e): [Ecole, string] => [e, e]),
    ['tilleuls', 'tilleuls adulte'],
  ]
  for (const [ecole, lieu] of cas) {
    const avant = new Set((await m.admin<{ id: string }>('select id from confidentiel.signalement')).map((s) => s.id))
    await raconter(m, {
      ecole,
      auteurs: lieu.endsWith('adulte') ? 'adulte' : 'eleves',
      noms: 'Enzo Martin',
      cible: 'Lina Roussel',
    })
    const [s] = (await m.admin<{ id: string }>('select id from confidentiel.signalement')).filter((x) => !avant.has(x.id))
    lieux.set(s!.id, lieu)
    await planter(s!.id, ecole, lieu)
  }
})
after(() => m.fermer())

/** A row in every table that hangs on a thread: something that could leak. */
async function planter(signalement: string, ecole: Ecole, lieu: string): Promise<void> {
  const e = ECOLES[ecole]
  const dossier = randomUUID()
  const agent = m.agents.referenteAcademique
  const o = randomBytes(40)
  lieux.set(dossier, lieu)
  const numero = `${e.dept.slice(1)}-2026-${randomBytes(3).toString('hex').toUpperCase()}`
  await m.admin(
    `insert into confidentiel.dossier (acad, id, numero, dept, circo, etab, niveau, protocole, etat, responsable, echeance, ouvert_par, ouvert_le, resume)
     values ('16', $1, $2, $3, $4, $5, $6, '2024', 'recu', $7, now(), $7, now(), $8)`,
    [dossier, numero, e.dept, e.circo, e.etab, lieu.endsWith('adulte') ? 'departement' : 'etablissement', agent, o],
  )
  for (const fil of [signalement, dossier]) {
    const note = randomUUID()
    await m.admin(
      `insert into confidentiel.message (acad, id, fil, auteur, qualite, contenu, envoye_le) values ('16', $1, $2, 'declarant', 'declarant', $3, now())`,
      [randomUUID(), fil, o],
    )
    await m.admin(
      `insert into confidentiel.piece (acad, id, fil, type, taille, largeur, hauteur, empreinte, original, copie, depose_le) values ('16', $1, $2, 'image/jpeg', 1, 1, 1, sha256($3), $3, $3, now())`,
      [randomUUID(), fil, o],
    )
    await m.admin(
      `insert into confidentiel.consultation (acad, id, fil, agent, nature, le) values ('16', $1, $2, $3, 'lecture', now())`,
      [randomUUID(), fil, agent],
    )
    await m.admin(
      `insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le) values ('16', $1, $2, $3, 'chef', $4, now())`,
      [note, fil, agent, o],
    )
    await m.admin(`insert into confidentiel.mention (acad, fil, note, agent, par, le) values ('16', $1, $2, $3, $3, now())`, [
      fil,
      note,
      agent,
    ])
    await m.admin(
      `insert into confidentiel.jeton_nom (acad, etab, fil, jeton) values ('16', $1, $2, $3) on conflict do nothing`,
      [e.etab, fil, o.subarray(0, 16)],
    )
    await m.admin(`insert into confidentiel.cle (acad, fil, version, emballee) values ('16', $1, 1, $2) on conflict do nothing`, [
      fil,
      o,
    ])
    await m.admin(
      `insert into confidentiel.fait (acad, fil, rang, verbe, qualite, le, precedent, empreinte) values ('16', $1, 0, 'essai', 'systeme', now(), '', '')`,
      [fil],
    )
  }
  await m.admin(`insert into confidentiel.rattachement (acad, fil, dossier, par, le) values ('16', $1, $2, $3, now())`, [
    signalement,
    dossier,
    agent,
  ])
  await m.admin(`insert into confidentiel.resume_avant (acad, id, fil, contenu, par, le) values ('16', $1, $2, $3, $4, now())`, [
    randomUUID(),
    dossier,
    o,
    agent,
  ])
  const [personne, responsable] = [randomUUID(), randomUUID()]
  for (const id of [personne, responsable])
    await m.admin(`insert into confidentiel.personne (acad, id, fil, identite) values ('16', $1, $2, $3)`, [id, dossier, o])
  const lien = randomUUID()
  await m.admin(
    `insert into confidentiel.lien (acad, id, fil, enfant, responsable, autorite, regle, contenu, par, le) values ('16', $1, $2, $3, $4, true, 'libre', $5, $6, now())`,
    [lien, dossier, personne, responsable, o, agent],
  )
  await m.admin(
    `insert into confidentiel.lien_avant (acad, id, fil, lien, contenu, par, le) values ('16', $1, $2, $3, $4, $5, now())`,
    [randomUUID(), dossier, lien, o, agent],
  )
  await m.admin(
    `insert into confidentiel.identite_avant (acad, id, fil, personne, contenu, par, le) values ('16', $1, $2, $3, $4, $5, now())`,
    [randomUUID(), dossier, personne, o, agent],
  )
  await m.admin(
    `insert into confidentiel.personne_reunie (acad, id, fil, de, vers, par, le) values ('16', $1, $2, $3, $4, $5, now())`,
    [randomUUID(), dossier, personne, responsable, agent],
  )
  await m.admin(
    `insert into confidentiel.extrait (acad, id, fil, enfant, pour, cote, etat, contenu, par, qualite, le) values ('16', $1, $2, $3, $4, 'cible', 'prepare', $5, $6, 'chef', now())`,
    [randomUUID(), dossier, personne, responsable, o, agent],
  )
  const note = randomUUID()
  await m.admin(
    `insert into confidentiel.note_scellee (acad, id, fil, agent, profession, qualite, contenu, le) values ('16', $1, $2, $3, 'infirmier', 'equipe', $4, now())`,
    [note, dossier, agent, o],
  )
  await m.admin(
    `insert into confidentiel.note_partage (acad, id, fil, note, profession, avec, famille, contenu, par, le) values ('16', $1, $2, $3, 'infirmier', $4, 'informee', $5, $6, now())`,
    [randomUUID(), dossier, note, m.agents.chefTilleuls, o, agent],
  )
  const transmission = randomUUID()
  await m.admin(
    `insert into confidentiel.transmission (acad, id, fil, destinataire, decision, jour, contenu, par, qualite, le) values ('16', $1, $2, 'procureur', 'oui', '2026-11-01', $3, $4, 'chef', now())`,
    [transmission, dossier, o, agent],
  )
  await m.admin(
    `insert into confidentiel.transmission_suite (acad, id, fil, transmission, issue, jour, contenu, par, le) values ('16', $1, $2, $3, 'attente', '2026-11-01', $4, $5, now())`,
    [randomUUID(), dossier, transmission, o, agent],
  )
  await m.admin(
    `insert into confidentiel.contact (acad, id, fil, enfant, cote, avec, issue, sujets, moyen, contenu, jour, par, qualite, le) values ('16', $1, $2, $3, 'cible', array[$4::uuid], 'informe', array['ouverture'], 'telephone', $5, '2026-11-01', $6, 'chef', now())`,
    [randomUUID(), dossier, personne, responsable, o, agent],
  )
  await m.admin(
    `insert into confidentiel.personne_role (acad, id, fil, personne, role, du) values ('16', $1, $2, $3, 'cible', '2026-11-01')`,
    [randomUUID(), dossier, personne],
  )
  const mesure = randomUUID()
  await m.admin(
    `insert into confidentiel.mesure (acad, id, fil, nature, contenu, du, par, le) values ('16', $1, $2, 'adulte_referent', $3, '2026-11-01', $4, now())`,
    [mesure, dossier, o, agent],
  )
  await m.admin(
    `insert into confidentiel.mesure_dite (acad, id, fil, mesure, signalement, par, le) values ('16', $1, $2, $3, $4, $5, now())`,
    [randomUUID(), dossier, mesure, signalement, agent],
  )
  await m.admin(
    `insert into confidentiel.suivi (acad, id, fil, nature, jour, contenu, par, qualite, le) values ('16', $1, $2, 'point', '2026-11-01', $3, $4, 'chef', now())`,
    [randomUUID(), dossier, o, agent],
  )
  await m.admin(
    `insert into confidentiel.entretien (acad, id, fil, suite, version, personne, role, issue, adultes, contenu, le, par, qualite, ecrit_le)
     values ('16', $1, $2, $1, 1, $3, 'cible', 'tenu', '{}', $4, now(), $5, 'chef', now())`,
    [randomUUID(), dossier, personne, o, agent],
  )
  for (const table of ['evaluation', 'qualification'])
    await m.admin(
      `insert into confidentiel.${table} (acad, id, fil, ${table === 'evaluation' ? 'grille' : 'qualification'}, contenu, par, qualite, le)
       values ('16', $1, $2, 'x', $3, $4, 'chef', now())`,
      [randomUUID(), dossier, o, agent],
    )
  for (const auteur of Object.values(m.agents))
    await m.admin(
      `insert into confidentiel.brouillon (acad, fil, agent, forme, contenu, garde_le) values ('16', $1, $2, 'essai', $3, now())`,
      [dossier, auteur, o],
    )
  await m.admin(
    `insert into confidentiel.prevu (acad, id, fil, nature, pour, le, prevu_par, prevu_le) values ('16', $1, $2, 'point_suivi', $3, now(), $3, now())`,
    [randomUUID(), dossier, agent],
  )
  await m.admin(
    `insert into confidentiel.offre (acad, id, fil, nature, de, a, niveau, famille, contenu, faite_le) values ('16', $1, $2, 'passer', $3, $3, 'academie', 'informee', $4, now())`,
    [randomUUID(), dossier, agent, o],
  )
  await m.admin(`insert into confidentiel.accompagnant (acad, id, fil, agent, du) values ('16', $1, $2, $3, now())`, [
    randomUUID(),
    dossier,
    agent,
  ])
  await m.admin(
    `insert into confidentiel.transfert (acad, id, fil, ailleurs, continue_ici, par, le) values ('16', $1, $2, $3, true, $4, now())`,
    [randomUUID(), dossier, o, agent],
  )
  const octroi = randomUUID()
  await m.admin(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du, au) values ('16', $1, $2, $3, $3, 'urgence_danger', '2026-11-01', '2026-11-02')`,
    [octroi, dossier, m.agents.equipeTilleuls],
  )
  await m.admin(
    `insert into confidentiel.secours_regard (acad, id, fil, octroi, agent, avis, contenu, par, qualite, le) values ('16', $1, $2, $3, $4, 'justifie', $5, $6, 'chef', now())`,
    [randomUUID(), dossier, octroi, m.agents.equipeTilleuls, o, agent],
  )
  await planterPistes(dossier, personne, agent, o)
  const [autre] = (await m.admin<{ id: string }>('select id from confidentiel.dossier where id <> $1', [dossier])).map(
    (d) => d.id,
  )
  await m.admin(
    `insert into confidentiel.reunion (acad, id, fil, vers, signalements, par, le) values ('16', $1, $2, $3, '{}', $4, now())`,
    [randomUUID(), dossier, autre ?? (await jumeau(dossier, lieu)), agent],
  )
  const appui = randomUUID()
  lieux.set(appui, lieu)
  await m.admin(
    `insert into confidentiel.appui (acad, id, dept, circo, etab, niveau, nature, vers, contenu, demande_par, demande_le, echeance)
     select '16', $1, dept, circo, etab, niveau, 'conseil', 'academie', $2, $3, now(), now() from confidentiel.dossier where id = $4`,
    [appui, o, agent, dossier],
  )
}

/** The first dossier has no other one yet to be joined to: a second one of the same place. */
async function jumeau(dossier: string, lieu: string): Promise<string> {
  const id = randomUUID()
  lieux.set(id, lieu)
  await m.admin(
    `insert into confidentiel.dossier (acad, id, numero, dept, circo, etab, niveau, protocole, etat, responsable, echeance, ouvert_par, ouvert_le, resume)
     select acad, $2, '31-2026-ABCDEF', dept, circo, etab, niveau, protocole, etat, responsable, echeance, ouvert_par, ouvert_le, resume
     from confidentiel.dossier where id = $1`,
    [dossier, id],
  )
  return id
}

/** Everything of a treatment: tracks, decisions, steps, the team, the talks. */
async function planterPistes(dossier: string, personne: string, agent: string, o: Buffer): Promise<void> {
  const piste = randomUUID()
  const intervenant = randomUUID()
  await m.admin(
    `insert into confidentiel.piste (acad, id, fil, methode, type, duree_avant, contenu, engagee_le, engagee_par)
     values ('16', $1, $2, 'mpp', 'college', 'mois', $3, now(), $4)`,
    [piste, dossier, o, agent],
  )
  await m.admin(
    `insert into confidentiel.piste_decision (acad, id, fil, piste, decision, parole, contenu, par, le) values ('16', $1, $2, $3, 'garder', 'mieux', $4, $5, now())`,
    [randomUUID(), dossier, piste, o, agent],
  )
  await m.admin(
    `insert into confidentiel.piste_etape (acad, id, fil, piste, etape, jour, contenu, par, le) values ('16', $1, $2, $3, 'parole', '2026-11-01', $4, $5, now())`,
    [randomUUID(), dossier, piste, o, agent],
  )
  await m.admin(
    `insert into confidentiel.intervenant (acad, id, fil, cote, identite, jeton, par, le) values ('16', $1, $2, 'cible', $3, $4, $5, now())`,
    [intervenant, dossier, o, o.subarray(0, 16), agent],
  )
  await m.admin(`insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote) values ('16', $1, $2, $3, 'cible')`, [
    dossier,
    piste,
    personne,
  ])
  await m.admin(
    `insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour) values ('16', $1, $2, $3, $4, $5, 'cible', '2026-11-12')`,
    [randomUUID(), dossier, piste, personne, intervenant],
  )
}

const libre = <R>(text: string): Statement<{}, R> => ({ name: text.slice(0, 60), text, params: [] })
const enTantQue = async <R>(nom: NomAgent, s: Statement<{}, R>): Promise<R[]> =>
  transaction(m.maison.base, 'agent', { session: await m.session(nom) }, (db) => db.all(s))

/** Every confidential table and its thread column; waiting pictures are the reporter's alone, drafts their author's. */
const tables = async (): Promise<{ nom: string; fil: string }[]> =>
  (
    await m.admin<{ nom: string; id: boolean }>(
      `select c.table_name as nom, bool_or(c.column_name = 'fil') as id from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'confidentiel' and t.table_type = 'BASE TABLE' group by 1 order by 1`,
    )
  )
    .filter((t) => !['piece_en_attente', 'brouillon', 'note_scellee', 'note_partage'].includes(t.nom))
    .map((t) => ({ nom: t.nom, fil: t.id ? 'fil' : 'id' }))

for (const nom of NOMS_AGENTS)
  test(`${nom} reads, in every table and with no predicate at all, exactly what the role opens`, async () => {
    for (const t of await tables()) {
      const rows = await enTantQue<{ fil: string }>(nom, libre(`select distinct ${t.fil} as fil from confidentiel.${t.nom}`))
      assert.deepEqual([...new Set(rows.map((r) => lieux.get(r.fil)))].sort(), [...VOIENT[nom]].sort(), t.nom)
    }
  })

test('a draft shows to its author alone, and only where they see the dossier', async () => {
  for (const nom of NOMS_AGENTS) {
    const rows = await enTantQue<{ fil: string; agent: string }>(nom, libre('select fil, agent from confidentiel.brouillon'))
    assert.deepEqual(rows.map((r) => lieux.get(r.fil)).sort(), [...VOIENT[nom]].sort(), nom)
    assert.ok(
      rows.every((r) => r.agent === m.agents[nom]),
      nom,
    )
  }
})

test('sealed notes are open to no mandate; what was shared, to the one person whom it was shared with', async () => {
  for (const nom of NOMS_AGENTS) {
    assert.deepEqual(await enTantQue(nom, libre('select fil from confidentiel.note_scellee')), [], nom)
    const partages = await enTantQue<{ fil: string }>(nom, libre('select fil from confidentiel.note_partage'))
    assert.deepEqual(
      partages.map((r) => lieux.get(r.fil)),
      nom === 'chefTilleuls' ? ['tilleuls'] : [],
      nom,
    )
  }
})

test('waiting pictures are open to no agent', async () => {
  for (const nom of NOMS_AGENTS)
    await assert.rejects(enTantQue(nom, libre('select id from confidentiel.piece_en_attente')), /permission denied/)
})

test('the inbox with its scope predicate opened wide counts no more than the policies allow', async () => {
  for (const nom of NOMS_AGENTS) {
    const [r] = await transaction(m.maison.base, 'agent', { session: await m.session(nom) }, (db) =>
      db.all(comptes, {
        moi: m.agents[nom],
        acad: '16',
        maintenant: new Date(),
        etabs: Object.values(ECOLES).map((e) => e.etab),
        circos: Object.values(ECOLES).flatMap((e) => e.circo ?? []),
        depts: ['031', '081'],
        acads: ['16'],
      }),
    )
    assert.equal(r!.tous, VOIENT[nom].length, nom)
  }
})

test('nobody reads anything without a session, with a made-up one, or through the public door', async () => {
  for (const t of await tables()) {
    const s = libre<{ n: number }>(`select count(*)::int as n from confidentiel.${t.nom}`)
    for (const preuves of [{}, { session: 'ab'.repeat(32) }]) {
      const [r] = await transaction(m.maison.base, 'agent', preuves, (db) => db.all(s))
      assert.equal(r!.n, 0, t.nom)
    }
    const vu = await transaction(m.maison.base, 'public', {}, (db) => db.all(s)).catch((e: Error) => e.message)
    assert.ok(typeof vu === 'string' ? /permission denied/.test(vu) : vu[0]!.n === 0, `${t.nom} through the public door`)
  }
})

test('a person set aside sees nothing of that thread, whatever the mandates say', async () => {
  const [fil] = [...lieux].find(([, lieu]) => lieu === 'saules')!
  await m.admin(`insert into acces.deport (acad, fil, agent, motif, le) values ('16', $1, $2, 'parent d’un élève', now())`, [
    fil,
    m.agents.responsableAcademique,
  ])
  const rows = await enTantQue<{ id: string }>('responsableAcademique', libre('select id from confidentiel.signalement'))
  assert.ok(!rows.some((r) => r.id === fil))
  assert.equal(rows.length, 5)
  await m.admin('delete from acces.deport')
})

test('an individual grant opens one thread until its date, and shrinks by itself', async () => {
  const [fil] = [...lieux].find(([, lieu]) => lieu === 'tilleuls')!
  await m.admin(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du, au) values ('16', $1, $2, $3, $4, 'entretien', '2026-11-01', '2026-11-10T10:00+01')`,
    [randomUUID(), fil, m.agents.equipeTilleuls, m.agents.chefTilleuls],
  )
  const lire = (): Promise<{ id: string }[]> => enTantQue('equipeTilleuls', libre('select id from confidentiel.signalement'))
  assert.deepEqual(
    (await lire()).map((r) => r.id),
    [fil],
  )
  const { clock } = await import('#platform')
  clock.set(new Date('2026-11-10T10:00:01+01:00'))
  assert.deepEqual(await lire(), [])
})

test('nobody signs for somebody else: neither an act, nor an answer to a child, nor a note, nor a reading', async () => {
  const fils = [...lieux].filter(([, lieu]) => lieu === 'tilleuls').map(([fil]) => fil)
  const chez = async (table: string): Promise<string> =>
    (await m.admin<{ id: string }>(`select id from confidentiel.${table} where id = any ($1)`, [fils]))[0]!.id
  const [moi, autre] = [m.agents.chefTilleuls, m.agents.referent31]
  const fait = (par: string): string =>
    `insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, precedent, empreinte)
      values ('16', '${signalement}', 0, 'signalement.clore', ${par}, 'chef', now(), '', '')`
  const message = (auteur: string, agent: string): string =>
    `insert into confidentiel.message (acad, id, fil, auteur, agent, qualite, contenu, envoye_le)
      values ('16', gen_random_uuid(), '${signalement}', '${auteur}', ${agent}, 'chef', '\\x00', now())`
  const note = (agent: string): string =>
    `insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
      values ('16', gen_random_uuid(), '${signalement}', ${agent}, 'chef', '\\x00', now())`
  const lecture = (agent: string, fil: string): string =>
    `insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
      values ('16', gen_random_uuid(), '${fil}', ${agent}, 'lecture', acces.maintenant())`
  const signalement = await chez('signalement')
  const une = (text: string): Statement<{}, {}> => ({ name: randomUUID(), text, params: [] })
  const ecrire = (texte: string): Promise<unknown> => enTantQue('chefTilleuls', une(texte))
  for (const mien of [fait(`'${moi}'`), message('agent', `'${moi}'`), note(`'${moi}'`), lecture(`'${moi}'`, await chez('appui'))])
    await ecrire(mien)
  for (const faux of [
    fait(`'${autre}'`),
    fait('null'),
    message('agent', `'${autre}'`),
    message('declarant', 'null'),
    note(`'${autre}'`),
    lecture(`'${autre}'`, await chez('appui')),
  ])
    await assert.rejects(ecrire(faux), /row-level security/, faux)
  // By the public door, with the code of this very report.
  const [code] = await m.admin<{ c: string }>(`select encode(empreinte, 'hex') as c from acces.suivi where signalement = $1`, [
    signalement,
  ])
  const dire = (texte: string): Promise<unknown> =>
    transaction(m.maison.base, 'public', { code: code!.c }, (db) => db.all(une(texte)))
  await dire(message('declarant', 'null').replace(`'chef'`, `'declarant'`))
  for (const faux of [message('agent', `'${moi}'`), message('declarant', 'null'), fait('null'), fait(`'${moi}'`)])
    await assert.rejects(dire(faux), /row-level security/, faux)
})
