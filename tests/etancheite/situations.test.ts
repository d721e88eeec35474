import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction, uuidv7 } from '#platform'
import type { Moi } from '#acces'
import { lireFiltres } from '../../src/dossier/liste/liste.filtres.ts'
import { lister } from '../../src/dossier/liste/liste.ts'
import * as boiteSql from '../../src/signalement/boite/boite.sql.ts'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../support/monde.ts'
import { raconter } from '../support/situations.ts'

/** One report and one dossier in each school, and one of each held above a school because an adult of it is named. */
const LIEUX = ['tilleuls', 'saules', 'glycines', 'pruniers', 'ormes', 'adulte'] as const
type Lieu = (typeof LIEUX)[number]

const OUVRE: Record<NomAgent, readonly Lieu[]> = {
  chefTilleuls: ['tilleuls'],
  coordoTilleuls: ['tilleuls'],
  equipeTilleuls: [],
  chefSaules: ['saules'],
  directriceGlycines: ['glycines'],
  ien31: ['glycines'],
  referent31: ['tilleuls', 'saules', 'glycines', 'adulte'],
  responsable31: ['tilleuls', 'saules', 'glycines', 'adulte'],
  chefPruniers: ['pruniers'],
  ien81: ['ormes'],
  referent81: ['pruniers', 'ormes'],
  referenteAcademique: LIEUX,
  responsableAcademique: LIEUX,
  communication: [],
  dpo: [],
  administrateur: [],
}

const SANS_FILTRE = {
  etats: ['recu', 'pris_en_charge'],
  clos: false,
  libres: false,
  pris: null,
  avant: null,
  dept: null,
  type: null,
  canal: null,
  apresRang: null,
  apresDate: null,
  apresId: null,
  n: 100,
}

let m: Monde
const signalements = {} as Record<Lieu, string>
const dossiers = {} as Record<Lieu, { id: string; numero: string; personne: string; mesure: string }>

before(async () => {
  m = await nouveauMonde()
  for (const lieu of LIEUX) {
    const ecole: Ecole = lieu === 'adulte' ? 'tilleuls' : lieu
    const { id } = await raconter(m, ecole, { noms: 'Kévin', ...(lieu === 'adulte' && { auteurs: 'adulte' }) })
    signalements[lieu] = id
    const d = { id: uuidv7(), numero: '', personne: uuidv7(), mesure: uuidv7() }
    const qui: NomAgent = 'responsableAcademique'
    const envoyer = async (chemin: string, champs: Record<string, string>): Promise<void> => {
      const r = await m.envoyer(chemin, champs, qui)
      assert.equal(r.status, 303, `${chemin} ${r.status}`)
    }
    await envoyer('/dossiers/nouveau', { id: d.id, signalement: id, resume: `secret ${lieu}`, responsable: m.agents[qui] })
    d.numero = (await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [d.id]))[0]!.numero
    await envoyer(`/dossiers/${d.numero}/personnes`, { version: '1', id: d.personne, nom: 'Kévin', role: 'cible' })
    await envoyer(`/dossiers/${d.numero}/mesures`, {
      version: '2',
      id: d.mesure,
      nature: 'vigilance',
      quoi: 'secret',
      qui: 'secret',
    })
    dossiers[lieu] = d
  }
})
after(() => m.fermer())

const liens = async (chemin: string, qui: NomAgent, motif: RegExp): Promise<string[]> => {
  const r = await m.lire(chemin, qui)
  return r.status === 404 ? [] : [...new Set([...(await r.text()).matchAll(motif)].map((x) => x[1]!))].sort()
}
const lieuxDe = (vus: string[], cle: (l: Lieu) => string): Lieu[] => LIEUX.filter((l) => vus.includes(cle(l)))

for (const qui of NOMS_AGENTS) {
  const attendus = OUVRE[qui]

  test(`${qui}: /boite and /dossiers show exactly ${attendus.join(', ') || 'nothing'}`, async () => {
    const enBoite = await liens('/boite', qui, /\/signalements\/([0-9a-f-]{36})/g)
    assert.deepEqual([enBoite.length, lieuxDe(enBoite, (l) => signalements[l])], [attendus.length, [...attendus]])
    for (const chemin of ['/dossiers', '/dossiers?q=Kevin', '/dossiers?etat=protege']) {
      const listes = await liens(chemin, qui, /href="\/dossiers\/(\d[0-9A-Z-]+)"/g)
      assert.deepEqual([listes.length, lieuxDe(listes, (l) => dossiers[l].numero)], [attendus.length, [...attendus]], chemin)
    }
  })

  test(`${qui}: opens exactly those, page by page, and acts on no other`, async () => {
    for (const lieu of LIEUX) {
      const d = dossiers[lieu]
      const statut = attendus.includes(lieu) ? 200 : 404
      const pages = [
        `/signalements/${signalements[lieu]}`,
        `/signalements/${signalements[lieu]}/reorientation`,
        `/dossiers/${d.numero}`,
        `/dossiers/${d.numero}/personnes/${d.personne}`,
        `/dossiers/nouveau?signalement=${signalements[lieu]}`,
      ]
      for (const chemin of pages) assert.equal((await m.lire(chemin, qui)).status, statut, `${chemin} ${lieu}`)
      if (statut === 200) continue
      const actes = [
        ...['prise-en-charge', 'reponses', 'octrois', 'reorientation', 'niveau', 'cloture'].map(
          (a) => `/signalements/${signalements[lieu]}/${a}`,
        ),
        ...[
          'prise-en-charge',
          'responsable',
          'resume',
          'report',
          'notes',
          'taches',
          'mesures',
          `mesures/${d.mesure}/fin`,
          'personnes',
          `personnes/${d.personne}`,
          'rattachements',
          `rattachements/${signalements[lieu]}/fin`,
          ...[
            'pistes',
            'equipe',
            'matinee',
            `entretiens/${d.personne}`,
            `equipe/${d.personne}/fin`,
            `equipe/${d.personne}/cote`,
          ].map((a) => `traitement/${a}`),
          ...['etapes', 'decision'].map((a) => `traitement/pistes/${d.mesure}/${a}`),
        ].map((a) => `/dossiers/${d.numero}/${a}`),
      ]
      for (const chemin of actes)
        assert.equal((await m.envoyer(chemin, { version: '1', texte: 'x', message: uuidv7() }, qui)).status, 404, chemin)
    }
  })

  test(`${qui}: the policies alone, without any predicate of ours, give the same`, async () => {
    const tables = {
      signalement: 'select id as fil from confidentiel.signalement',
      dossier: 'select id as fil from confidentiel.dossier',
      cle: 'select fil from confidentiel.cle',
      fait: 'select fil from confidentiel.fait',
      jeton_nom: 'select fil from confidentiel.jeton_nom',
      rattachement: 'select fil from confidentiel.rattachement',
      personne: 'select fil from confidentiel.personne',
      personne_role: 'select fil from confidentiel.personne_role',
      mesure: 'select fil from confidentiel.mesure',
      consultation: 'select fil from confidentiel.consultation',
    }
    const jeton = await m.session(qui)
    for (const [nom, text] of Object.entries(tables)) {
      const rows = (await transaction(m.maison.base, 'agent', { session: jeton }, (db) =>
        db.all({ name: `nu.${nom}`, text, params: [] } as never),
      )) as { fil: string }[]
      const permis = attendus.flatMap((l) => [signalements[l], dossiers[l].id])
      assert.deepEqual(
        [...new Set(rows.map((r) => r.fil))].filter((fil) => !permis.includes(fil)),
        [],
        nom,
      )
      if (attendus.length > 0 && nom !== 'consultation')
        assert.ok(rows.length > 0, `${nom}: something could leak, and is seen by its own`)
    }
  })
}

test('the lists with their scope predicate widened to everything still show what the policies open, and no more', async () => {
  const tout = {
    acad: '16',
    etabs: Object.values(ECOLES).map((e) => e.etab),
    circos: Object.values(ECOLES).flatMap((e) => (e.circo === null ? [] : [e.circo])),
    depts: ['031', '081'],
    acads: ['16'],
  }
  // As if every dossier had been given to everybody, too.
  const octrois = (await m.admin<{ id: string }>('select id from confidentiel.dossier')).map((d) => d.id)
  for (const qui of NOMS_AGENTS) {
    const vus = await transaction(m.maison.base, 'agent', { session: await m.session(qui) }, async (db) => {
      const moi = { acad: '16', agent: m.agents[qui], mandats: [], octrois } as unknown as Moi
      const [boite, dossiers] = await Promise.all([
        db.all(boiteSql.boite, { ...tout, ...SANS_FILTRE }),
        lister(
          db,
          m.maison.trousseau,
          moi,
          lireFiltres(() => undefined, m.maison.trousseau),
          tout,
        ),
      ])
      return [boite.map((l) => l.id), dossiers.map((l) => l.numero)] as const
    })
    assert.deepEqual([vus[0].length, lieuxDe([...vus[0]], (l) => signalements[l])], [OUVRE[qui].length, [...OUVRE[qui]]], qui)
    assert.deepEqual([vus[1].length, lieuxDe([...vus[1]], (l) => dossiers[l].numero)], [OUVRE[qui].length, [...OUVRE[qui]]], qui)
  }
})

test('a report of the same school, the same day, with the same name: suggested to whoever sees it, unknown to the school it is held above', async () => {
  const vus = await liens(`/signalements/${signalements.tilleuls}`, 'chefTilleuls', /\/signalements\/([0-9a-f-]{36})"/g)
  assert.ok(!vus.includes(signalements.adulte))
  const dessus = await liens(`/signalements/${signalements.tilleuls}`, 'referent31', /\/signalements\/([0-9a-f-]{36})"/g)
  assert.ok(dessus.includes(signalements.adulte))
})

test('set aside for a conflict of interest: nothing of this thread, whatever the mandates say', async () => {
  await m.admin(`insert into acces.deport (acad, fil, agent, motif, le) values ('16', $1, $2, 'parent d’élève', now())`, [
    signalements.saules,
    m.agents.chefSaules,
  ])
  assert.equal((await m.lire(`/signalements/${signalements.saules}`, 'chefSaules')).status, 404)
  assert.deepEqual(await liens('/boite', 'chefSaules', /\/signalements\/([0-9a-f-]{36})/g), [])
})

test('the end of a mandate closes every page the same second', async () => {
  await m.finirMandat('chefPruniers')
  for (const chemin of ['/boite', `/signalements/${signalements.pruniers}`, `/dossiers/${dossiers.pruniers.numero}`])
    assert.equal((await m.lire(chemin, 'chefPruniers')).status, 303, chemin)
})
