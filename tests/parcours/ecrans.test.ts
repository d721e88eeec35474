import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { uuidv7 } from '#platform'
import { envoyerDossier, mener, ouvrirProtege, type Ouvert } from '../support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../support/monde.ts'
import { contexteDe, ouvrirNavigateur, sansDefautJourEtNuit, sAsseoir, servirMonde } from '../support/navigateur.ts'
import { aTraiter, engagement, type DossierATraiter } from '../support/pistes.ts'
import { enLigne, modifier } from '../support/ressources.ts'

// Every screen as it opens: what is done there, refused there and read back has its own journeys.
const C: NomAgent = 'chefTilleuls'

let m: Monde
let b: Browser
let site: { url: string; fermer(): Promise<void> }
let dossier: Ouvert
let suivi: Ouvert
let traite: DossierATraiter
const [extrait, mere, appui, attend, parti] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()]
let ressource = ''

const fait = async (r: Promise<Response>): Promise<void> => {
  const x = await r
  assert.equal(x.status, 303, x.status === 303 ? '' : await x.text())
}
const dans = (forme: string, champs: Record<string, string>, d: { id: string; numero: string } = dossier): Promise<void> =>
  fait(envoyerDossier(m, d, forme, champs, C))

/** A family and an extract that somebody else reads, two transmissions and an emergency access that somebody else looks at, a sealed note, a support asked and taken. */
async function remplir(): Promise<void> {
  const responsable = { nom: 'Sofia Roussel', lien: 'mere', autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
  await dans(`familles/${dossier.cible}/responsables`, { id: mere, ...responsable, raison: '' })
  const parties = { partie_resume: 'oui', partie_mesures: 'oui', partie_contacts: 'oui' }
  await dans(`familles/${dossier.cible}/extraits`, { id: extrait, cote: 'cible', pour: mere, ...parties })
  const dit = { decision: 'oui', raison: 'Les faits durent.', jour: '', depart: 'relecture' }
  await dans('transmissions/dasen', { ...dit, id: attend })
  await dans('transmissions/procureur', { ...dit, id: parti })
  const secours = { numero: dossier.numero, motif: 'arrive', raison_secours: 'Elle est chez nous ce matin.' }
  await fait(m.envoyer('/dossiers/secours', secours, 'chefSaules'))
  await fait(
    m.envoyer(`/administration/agents/${m.agents.coordoTilleuls}/profession`, { profession: 'infirmier' }, 'administrateur'),
  )
  await fait(
    m.envoyer(`/dossiers/${dossier.numero}/notes/scellees`, { id: uuidv7(), scellee: 'Vue à l’infirmerie.' }, 'coordoTilleuls'),
  )
  const quoi = 'Nous recevons la famille jeudi.'
  await dans('appuis', { id: appui, appui: 'presence', vers: 'departement', quoi, famille_appui: 'accord' })
  await fait(m.envoyer(`/appuis/${appui}/prise`, { version: '1', pour_le: '2026-11-12' }, 'referent31'))
}

/** A dossier that is watched, with a checkpoint; another whose shared concern runs. */
async function mener2(): Promise<void> {
  suivi = await ouvrirProtege(m, C)
  const piste = uuidv7()
  await mener(m, suivi, 'traitement', [
    ['dossier.entendre', { entretien: uuidv7(), role: 'cible' }],
    ['dossier.evaluer', { evaluation: uuidv7(), danger: false }],
    ['dossier.qualifier', { qualification: 'harcelement' }],
    ['dossier.engager_piste', { piste, methode: 'mpp' }],
    ['dossier.decider_piste', { piste, decision: 'finir' }],
  ])
  await dans('suivi/surveillance', { id: uuidv7(), quoi: 'La CPE regarde la cour et la cantine.' }, suivi)
  const sure = { danger: 'non', suicide: 'non', soir: 'oui' }
  await dans('suivi/points', { id: uuidv7(), parole: 'mieux', mots: '« On joue ensemble. »', jalon: '', ...sure }, suivi)
  traite = await aTraiter(m, C)
  await dans('traitement/pistes', engagement() as unknown as Record<string, string>, traite)
}

before(async () => {
  m = await nouveauMonde(new Date('2026-11-10T09:00:00+01:00'))
  dossier = await ouvrirProtege(m, C)
  await remplir()
  await mener2()
  ressource = (await enLigne(m)).id
  await modifier(m, ressource, { texte: '# À quoi elle sert\n\nElle dit à qui parler, et quand.' })
  const journee = { code: 'journee_nationale', annee: '2026', jour: '2026-11-05', introduction: 'Bonjour.', publier: 'oui' }
  await fait(m.envoyer('/actions/journees/nouvelle', journee, 'communication'))
  m.aller(new Date('2026-11-10T14:00:00+01:00'))
  await fait(m.envoyer('/bureau/revue', { perimetre: 'tous' }, 'referent31'))
  ;[b, site] = await Promise.all([ouvrirNavigateur(), servirMonde(m)])
})
after(async () => {
  await b.close()
  await site.fermer()
  await m.fermer()
})

/** Each role, and the screens that it sees. */
const ecrans = (): [NomAgent | null, string[]][] => {
  const [d, s, t] = [dossier, suivi, traite].map((x) => `/dossiers/${x.numero}`) as [string, string, string]
  const agent = `/administration/agents/${m.agents.chefSaules}`
  const mandat = `${agent}/mandat`
  return [
    [
      C,
      [
        '/bureau',
        '/bureau/absences',
        '/bureau/agenda',
        '/appuis/nouvelle',
        '/boite',
        '/dossiers',
        '/dossiers/nouveau',
        '/compte',
      ],
    ],
    [C, [d, `${d}/notes`, `${d}/entretiens`, `${d}/appui`, `${d}/vigilance`, `${d}/evaluation`, `${d}/evaluation/grille`]],
    [C, [`${d}/personnes/${dossier.cible}`, `${d}/entretiens/avec/${dossier.cible}/cible`]],
    [
      C,
      [`${d}/transmissions`, `${d}/transmissions/fait_etablissement`, `${d}/transmissions/procureur`, `${d}/transmissions/dasen`],
    ],
    [C, [`${d}/transmissions/envois/${attend}`]],
    [C, [`${d}/transmissions/procureur/fiche`, `${d}/transmissions/crip/fiche?enfant=${dossier.cible}`]],
    [C, [`${d}/familles`, `${d}/familles/${dossier.cible}`, `${d}/familles/liens/${mere}`, `${d}/familles/extraits/${extrait}`]],
    [
      C,
      [
        `${s}/suivi`,
        t,
        `${t}/traitement`,
        `${t}/traitement/equipe`,
        `${t}/traitement/matinee`,
        `${t}/traitement/matinee/feuille`,
      ],
    ],
    ['coordoTilleuls', [`${d}/notes`, `${d}/familles/extraits/${extrait}`, '/bureau', `${d}/transmissions/envois/${attend}`]],
    ['coordoTilleuls', [`${d}/transmissions/envois/${parti}`, `${d}/transmissions/envois/${parti}/feuille`]],
    ['responsable31', ['/bureau', d]],
    [C, ['/dossiers/mots', '/dossiers?poser=oui', `${d}/recherche`, `${s}/suivi/lectures`, `${s}/suivi/resume`]],
    ['referent31', ['/dossiers/secours?numero=2026-31-99999']],
    ['referent31', ['/bureau', '/bureau/revue', '/bureau/charge', '/bureau/a-reattribuer', '/appuis', `/appuis/${appui}`]],
    ['responsable31', [`/bureau/charge?agent=${m.agents[C]}`, d]],
    [
      'responsableAcademique',
      [
        '/reglages',
        '/reglages/grille',
        '/dossiers/methodes',
        '/dossiers/fidelite',
        '/actions/pole',
        '/actions/bilan',
        '/journal',
      ],
    ],
    ['administrateur', ['/administration', '/administration/agents/nouveau', agent, mandat]],
    ['administrateur', [`${mandat}?role=chef&lieu=saules`, `${mandat}?role=ien`]],
    ['communication', ['/actions', '/actions/import', '/actions/journees', '/actions/journees/2026/journee_nationale']],
    [
      'communication',
      ['/redaction', `/redaction/${ressource}`, `/redaction/${ressource}/modifier`, `/redaction/${ressource}/comparer?de=1&a=2`],
    ],
    ['communication', ['/redaction/nouvelle?genre=page', '/bibliotheque']],
    [null, ['/temps-forts', '/journee-nationale', '/mentions-legales', '/donnees-personnelles', '/accessibilite', '/aide']],
    [null, ['/connexion/sortie', '/connexion/revenu']],
    [null, ['/plan-du-site', '/le-pole', '/ressources', '/ressources/kit', '/questions', '/connexion']],
  ]
}

interface Seul {
  large: boolean
  doubles: string[]
  petits: string[]
  titres: number
}

/** Nothing is wider than the screen, no id is there twice, one title, and no button or field is smaller than a finger (2.75 rem). */
const seul = (p: Page): Promise<Seul> =>
  p.evaluate(`({
    large: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    doubles: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, tous) => tous.indexOf(id) !== i),
    petits: [...document.querySelectorAll('main :is(button, .fr-btn, select, textarea, summary, input:not([type=radio], [type=checkbox], [type=hidden]))')]
      .filter((e) => e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML.slice(0, 80)),
    titres: document.querySelectorAll('h1').length,
  })`)
const SAUF: Seul = { large: false, doubles: [], petits: [], titres: 1 }

test('axe finds nothing on any screen of any role, by day on a phone and by night on a screen; nothing is too wide, too small or there twice', async () => {
  const o = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const
  const dits: string[] = []
  for (const [qui, chemins] of ecrans()) {
    const { p, quitter } = await sAsseoir(b, m, site.url, qui, o)
    for (const chemin of chemins) {
      const ou = `${qui} ${chemin}`
      const statut = (await p.goto(site.url + chemin))?.status()
      // Whoever has no part in a dossier is asked why first, by its cover.
      if (statut !== (qui === 'responsable31' && chemin.startsWith('/dossiers/') ? 403 : 200)) dits.push(`${ou}: ${statut}`)
      const vu = await seul(p)
      if (JSON.stringify(vu) !== JSON.stringify(SAUF)) dits.push(`${ou}: ${JSON.stringify(vu)}`)
      await sansDefautJourEtNuit(p, ou).catch((e: Error) => dits.push(e.message))
    }
    await quitter()
  }
  assert.deepEqual(dits, [])
})

interface Pas {
  ou: string
  vu: boolean
  fin: boolean
}

/** Where the keyboard is: whether its mark shows, on the screen; and whether the page is crossed. */
const pas = (p: Page): Promise<Pas> =>
  p.evaluate(`(() => {
    const e = document.activeElement
    const r = e.getBoundingClientRect()
    const marque = [e, e.closest('.fr-radio-rich, .fr-checkbox-rich')].some((x) => x && getComputedStyle(x).outlineStyle !== 'none')
    return {
      ou: (e.outerHTML.match(/^<[^>]*>/) ?? [''])[0].slice(0, 120),
      vu: marque && r.width > 1 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
      fin: e === [...document.querySelectorAll('footer a')].at(-1),
    }
  })()`)

test('the keyboard alone crosses a screen: the way to the content first, its mark always seen, no trap', async () => {
  const d = `/dossiers/${dossier.numero}`
  const t = `/dossiers/${traite.numero}`
  const chemins = ['/bureau', d, `${d}/notes`, `${d}/evaluation/grille`, `${d}/transmissions/fait_etablissement`]
  chemins.push(`${d}/vigilance`, `${t}/traitement/matinee`, `/dossiers/${suivi.numero}/suivi`, '/appuis/nouvelle')
  const c = await contexteDe(b, m, site.url, C, { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  const p = await c.newPage()
  for (const chemin of chemins) {
    await p.goto(site.url + chemin)
    await p.keyboard.press('Tab')
    assert.match((await pas(p)).ou, /href="#contenu"/, chemin)
    const perdus: string[] = []
    let ici = await pas(p)
    for (let i = 0; i < 250 && !ici.fin; i++) {
      if (!ici.vu) perdus.push(ici.ou)
      await p.keyboard.press('Tab')
      ici = await pas(p)
    }
    assert.deepEqual([ici.fin, perdus], [true, []], chemin)
    await p.evaluate('document.querySelector(".fr-skiplinks a").focus()')
    await p.keyboard.press('Enter')
    await p.keyboard.press('Tab')
    assert.ok(
      await p.evaluate('document.querySelector("main").contains(document.activeElement)'),
      `${chemin}: not in the content`,
    )
  }
  await c.close()
})
