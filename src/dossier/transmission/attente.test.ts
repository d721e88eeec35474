import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { JOUR, plus, uuidv7 } from '#platform'
import {
  direLaFin,
  dossierVu,
  ecarter,
  ecrireFait,
  envoyerDossier,
  mener,
  ouvrirDossier,
  type DossierVu,
} from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'
import { soumettre, type Envoi } from '../../../tests/support/transmissions.ts'
import { alerter } from '../alerte/alerter.ts'

/** What waits to leave, or is owed about what left, whichever way its dossier ends or goes. */

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: DossierVu
before(async () => void (m = await nouveauMonde(DEBUT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(DEBUT)
  await m.admin('update annuaire.mandat set au = null')
  d = await ouvrirDossier(m, 'chefTilleuls', { resume: 'Léa est moquée chaque matin.' })
})

type Champs = Record<string, string>
const texte = async (chemin: string, qui: NomAgent = 'chefTilleuls'): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
const agir = (forme: string, champs: Champs, dossier: DossierVu = d, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  envoyerDossier(m, dossier, forme, { id: uuidv7(), ...champs }, qui)
const fait = async (r: Promise<Response>): Promise<string> => {
  const lu = await r
  assert.equal(lu.status, 303, lu.status === 303 ? '' : await lu.text())
  return lu.headers.get('location')!
}

/** All that closing asks for is there. */
async function presqueClos(dossier: DossierVu = d): Promise<void> {
  await mener(m, dossier, 'surveillance', [
    ['dossier.entendre', { role: 'cible' }],
    ['dossier.evaluer', { danger: false }],
    ['dossier.surveiller', {}],
    ['dossier.point_suivi', { parole: 'cesse' }],
  ])
  await direLaFin(m, dossier)
}
const clore = (dossier: DossierVu = d): Promise<Response> =>
  agir('suivi/cloture', { motif: 'cesse', raison: 'Léa le dit.', reste: 'Appeler le collège.' }, dossier)
const reunir = (de: DossierVu, vers: DossierVu, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  agir('reunion', { numero: vers.numero, pourquoi_reunion: 'Les mêmes faits.' }, de, qui)
async function transferer(dossier: DossierVu = d, qui: NomAgent = 'chefTilleuls'): Promise<string> {
  const [p] = await m.admin<{ personne: string }>('select personne from confidentiel.personne_role where fil = $1', [dossier.id])
  const champs = {
    ou: 'ailleurs',
    ailleurs: 'Lycée de Pau, la proviseure.',
    [`suit_${p!.personne}`]: 'oui',
    famille_transfert: 'accord',
  }
  return fait(agir('transfert', champs, dossier, qui))
}
/** Each way in which a dossier ends. */
const FINS = {
  clos: async () => (await presqueClos(), void (await fait(clore()))),
  ecarte: () => ecarter(m, d, 'chefTilleuls'),
  doublon: async () => void (await fait(reunir(d, await ouvrirDossier(m, 'chefTilleuls')))),
  transfere: async () => void (await transferer()),
} as const
type Fin = keyof typeof FINS
const TOUTES = Object.keys(FINS) as Fin[]

test('closing is refused while something waits: the sentence and the list name it and lead there; sent or withdrawn, it closes', async () => {
  const t = await soumettre(m, d, 'chefTilleuls', 'crip', { parents: 'avant' })
  await presqueClos()
  for (const [dit, ensuite] of [
    ['à relire par une autre personne', () => t.relire('coordoTilleuls')],
    ['relue, à faire partir', () => t.partir('chefTilleuls')],
  ] as const) {
    const r = await clore()
    assert.equal(r.status, 409)
    const page = (await r.text()).replaceAll(/[\u00a0\u202f]/g, ' ')
    assert.ok(page.includes(`Pas encore parti : Information préoccupante (CRIP) (${dit})`), dit)
    assert.match(page, new RegExp(`href="${t.chemin()}"[^]*?${dit}`))
    const vue = await texte(`/dossiers/${d.numero}`)
    assert.match(vue, new RegExp(`À faire maintenant[^]*Pas encore parti[^]*/dossiers/${d.numero}/transmissions#partir`))
    assert.match(await texte(`/dossiers/${d.numero}/transmissions`), new RegExp(`id="partir"[^]*${t.chemin()}`))
    await fait(ensuite())
  }
  assert.doesNotMatch(await texte(`/dossiers/${d.numero}`), /Aucune transmission n’attend de partir/)
  await fait(clore())
})

test('« n’est pas du harcèlement » too; sent back, it is decided again or withdrawn, and then the answer is given', async () => {
  const t = await soumettre(m, d, 'chefTilleuls')
  await t.relire('coordoTilleuls', { avis: 'refus', avis_raison: 'Un nom se devine.' })
  await mener(m, d, 'evaluation', [
    ['dossier.entendre', { role: 'cible' }],
    ['dossier.evaluer', { danger: false }],
    ['dossier.qualifier', { qualification: 'pas_de_harcelement' }],
    ['dossier.informer_famille', { cote: 'cible', sujet: 'ouverture' }],
  ])
  const dire = (): Promise<Response> =>
    agir('suivi/ecart', { famille_texte: 'Nous avons compris. Mme Roca vous répond au collège.' })
  const r = await dire()
  assert.equal(r.status, 409)
  const page = (await r.text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  assert.match(page, /Pas encore parti : DASEN \(à reprendre\)/)
  assert.match(page, new RegExp(`href="${t.chemin()}"`))
  await fait(t.retirer('chefTilleuls'))
  await fait(dire())
})

test('decided while somebody closes, at the same instant: never both', async () => {
  for (let i = 0; i < 4; i++) {
    const x = await ouvrirDossier(m, 'chefTilleuls')
    await presqueClos(x)
    const dit = { decision: 'oui', raison: 'Cela dure.', jour: '2026-11-10', depart: 'relecture' }
    const [a, b] = await Promise.all([clore(x), agir('transmissions/dasen', dit, x)])
    assert.ok(a.status !== 303 || b.status !== 303, `${a.status} ${b.status}`)
    const { etat } = await dossierVu(m, x.id)
    const [n] = await m.admin<{ n: number }>('select count(*)::int as n from confidentiel.transmission where fil = $1', [x.id])
    assert.ok((etat === 'clos') === (n!.n === 0), `${etat} ${n!.n}`)
  }
})

test('merged: what waits goes on in the kept dossier, the same sheet, its promise and its second reader; undone, it comes back', async () => {
  const garde = await ouvrirDossier(m, 'chefTilleuls')
  const [attend, prete] = [await soumettre(m, d, 'chefTilleuls'), await soumettre(m, d, 'chefTilleuls', 'cabinet')]
  await fait(prete.relire('coordoTilleuls', { avis_raison: 'Relu, bien.' }))
  const fiche = (p: string): string =>
    /<article class="preau-feuille">([^]*)<\/article>/.exec(p)![1]!.replaceAll(/Dossier [\dA-Z-]+\./g, '')
  const avant = fiche(await texte(attend.chemin(), 'coordoTilleuls'))
  await fait(reunir(d, garde))
  const [la, laPrete] = [attend.dans(garde), prete.dans(garde)]
  assert.deepEqual([(await la.vue()).fil, (await laPrete.vue()).fil], [garde.id, garde.id])
  assert.equal(fiche(await texte(la.chemin(), 'coordoTilleuls')), avant)
  assert.match(await texte(laPrete.chemin()), /Relu, bien\./)
  assert.deepEqual(await laPrete.promesse(), [{ fil: garde.id, pour: m.agents.chefTilleuls }])
  assert.match(await texte('/bureau', 'coordoTilleuls'), new RegExp(la.chemin()))
  assert.match(await texte(`/dossiers/${garde.numero}`), /À relire : DASEN[^]*par une autre personne que vous/)
  assert.doesNotMatch(await texte(`/dossiers/${d.numero}`), /À relire : DASEN/)
  // Whoever had the old page is told where it went; its author is still not its second reader.
  const vieille = await m.essayer(attend.chemin(), 'coordoTilleuls')
  assert.equal(vieille.status, 409)
  assert.match((await vieille.text()).replaceAll('\u00a0', ' '), new RegExp(`attend dans le dossier ${garde.numero}`))
  assert.match(await (await la.relire('chefTilleuls')).text(), /une autre personne la relit/)
  // The kept dossier does not close in silence either.
  await presqueClos(garde)
  assert.match((await (await clore(garde)).text()).replaceAll('\u00a0', ' '), /Pas encore parti : DASEN \(à relire/)
  await fait(la.relire('coordoTilleuls'))
  await fait(laPrete.partir('chefTilleuls'))
  await fait(agir('separation', { pourquoi_reunion: 'Deux élèves.' }))
  // What came from here and had not left is here again; what left from there stays there.
  assert.deepEqual([(await attend.vue()).fil, (await prete.vue()).fil], [d.id, garde.id])
  assert.deepEqual(await attend.promesse(), [{ fil: d.id, pour: m.agents.chefTilleuls }])
  await fait(attend.partir('chefTilleuls'))
  assert.deepEqual(
    (await verbes(m, d.id)).filter((v) => v.endsWith('_transmission') || v === 'dossier.transmettre'),
    [
      'dossier.soumettre_transmission',
      'dossier.soumettre_transmission',
      'dossier.relire_transmission',
      'dossier.porter_transmission',
      'dossier.porter_transmission',
      'dossier.recevoir_transmission',
      'dossier.transmettre',
    ],
  )
  const histoire = await texte(`/dossiers/${garde.numero}`)
  assert.ok(histoire.includes(`Vient du dossier ${d.numero}, pas encore parti : DASEN`))
  assert.ok(histoire.includes(`Ce qui attendait de partir passe au dossier ${d.numero} : DASEN`))
})

test('merged while it is read, at the same instant: it is read in one of the two, once, and never lost', async () => {
  for (let i = 0; i < 4; i++) {
    const [x, garde] = [await ouvrirDossier(m, 'chefTilleuls'), await ouvrirDossier(m, 'chefTilleuls')]
    const t = await soumettre(m, x, 'chefTilleuls')
    const [lu, reuni] = await Promise.all([
      m.envoyer(t.chemin('/avis'), { version: '1', avis: 'accord' }, 'coordoTilleuls'),
      reunir(x, garde),
    ])
    const la = reuni.status === 303 ? t.dans(garde) : t
    const vue = await la.vue()
    assert.equal(vue.fil, la.d.id)
    assert.equal(vue.attente, lu.status === 303 ? 'relue' : 'a_relire', `${lu.status} ${reuni.status}`)
    assert.equal((await la.promesse()).length, lu.status === 303 ? 1 : 0)
    if (lu.status === 303) assert.equal((await la.promesse())[0]!.fil, vue.fil)
    else await fait(la.relire('coordoTilleuls'))
    await fait(la.partir('chefTilleuls'))
  }
})

test('the database moves what waits with a merge only, as it is, and never what has left', async () => {
  const autre = await ouvrirDossier(m, 'chefTilleuls')
  const [attend, parti] = [await soumettre(m, d, 'chefTilleuls'), await soumettre(m, d, 'chefTilleuls', 'procureur')]
  const porter = (t: Envoi, quoi = ''): Promise<unknown> =>
    m.admin(`update confidentiel.transmission set fil = $2 ${quoi} where id = $1`, [t.id, autre.id])
  for (const t of [attend, parti]) await assert.rejects(porter(t), /goes with its dossier/)
  await m.admin(
    `insert into confidentiel.reunion (acad, id, fil, vers, signalements, par, le) values ('16', $1, $2, $3, '{}', $4, now())`,
    [uuidv7(), d.id, autre.id, m.agents.chefTilleuls],
  )
  await assert.rejects(porter(parti), /goes with its dossier/)
  await assert.rejects(porter(attend, ", destinataire = 'cabinet'"), /goes with its dossier/)
  await assert.rejects(porter(attend, ', feuille = null'), /goes with its dossier|transmission_scellee/)
})

test('transferred: it says who has still to read, and what was decided leaves from here, or is withdrawn', async () => {
  const [attend, autre] = [await soumettre(m, d, 'chefTilleuls'), await soumettre(m, d, 'chefTilleuls', 'cabinet')]
  assert.match(
    await texte(`/dossiers/${d.numero}/appui`),
    /Pas encore parti : cela reste dans ce dossier[^]*DASEN<\/a\s*> : à relire par Hugo Marsan/,
  )
  assert.match(await transferer(), /fait=transfere_attend/)
  assert.match(
    await texte(`/dossiers/${d.numero}/appui?fait=transfere_attend`),
    /voyez qui doit le relire[^]*à relire par Hugo Marsan/,
  )
  assert.match(await texte(`/dossiers/${d.numero}`), /À relire : DASEN/)
  assert.match(await texte('/bureau', 'coordoTilleuls'), new RegExp(attend.chemin()))
  await fait(attend.relire('coordoTilleuls'))
  assert.match(await texte('/bureau', 'chefTilleuls'), /Une transmission relue/)
  await fait(attend.partir('chefTilleuls'))
  await fait(autre.retirer('chefTilleuls'))
  assert.deepEqual(
    await m.admin(
      `select attente from confidentiel.transmission where fil = $1 and attente in ('a_relire', 'relue', 'refusee')`,
      [d.id],
    ),
    [],
  )
  assert.match(
    await (await agir('transmissions/dasen', { decision: 'oui', raison: 'x', jour: '2026-11-10' })).text(),
    /rouvrez-le avant/,
  )
})

for (const fin of TOUTES) {
  test(`${fin}: what left is still read afterwards, and what its reader says of it stays on the desk of whoever sent it`, async () => {
    const [relu, reste] = [await soumettre(m, d, 'chefTilleuls', 'procureur'), await soumettre(m, d, 'chefTilleuls', 'procureur')]
    await fait(relu.relire('coordoTilleuls', { avis: 'refus', avis_raison: 'Le prénom d’un témoin y est.' }))
    await FINS[fin]()
    assert.equal((await dossierVu(m, d.id)).etat, fin)
    assert.equal((await relu.promesse()).length, 1, 'said before the end')
    await fait(reste.relire('coordoTilleuls', { avis: 'refus', avis_raison: 'Une adresse manque.' }))
    assert.equal((await reste.promesse()).length, 1, 'said after it')
    assert.match(await texte('/bureau', 'chefTilleuls'), /Une transmission relue/)
    for (const t of [relu, reste]) {
      const suite = { transmission: t.id, issue: 'recue', suite_jour: '2026-11-10', suite_texte: 'Corrigé au téléphone.' }
      await fait(agir('transmissions/procureur/suites', suite))
      assert.deepEqual(await t.promesse(), [])
    }
    // And the outcome itself is asked for again.
    const promis = await m.admin(
      `select objet from confidentiel.prevu where fil = $1 and nature = 'suite_transmission' and issue is null`,
      [d.id],
    )
    assert.equal(promis.length, 2)
  })

  test(`${fin}: an extract that waits for its second reader is still read, and handed over`, async () => {
    const [p] = await m.admin<{ personne: string }>('select personne from confidentiel.personne_role where fil = $1', [d.id])
    const enfant = p!.personne
    const mere = uuidv7()
    const lien = {
      id: mere,
      nom: 'Sofia Marchetti',
      lien: 'mere',
      autorite: 'oui',
      langue: 'fr',
      interprete: 'non',
      regle: 'libre',
    }
    await fait(m.envoyer(`/dossiers/${d.numero}/familles/${enfant}/responsables`, lien, 'chefTilleuls'))
    const id = uuidv7()
    await fait(agir(`familles/${enfant}/extraits`, { id, cote: 'cible', pour: mere, partie_resume: 'oui' }))
    const ici = `/dossiers/${d.numero}/familles/extraits/${id}`
    await fait(m.envoyer(`${ici}/relecture`, { version: '1' }, 'chefTilleuls'))
    const dite = { enfant, personne: mere, cote: 'cible', sujet: 'fin', issue: 'informe' }
    await ecrireFait(m, d.id, 'dossier.informer_famille', dite)
    await FINS[fin]()
    assert.match(await texte('/bureau', 'coordoTilleuls'), new RegExp(ici))
    assert.match(await texte(`/dossiers/${d.numero}`), /Un extrait à relire/)
    await fait(m.envoyer(`${ici}/avis`, { version: '2', avis: 'accord' }, 'coordoTilleuls'))
    await fait(m.envoyer(`${ici}/remise`, {}, 'chefTilleuls'))
    assert.ok((await verbes(m, d.id)).includes('dossier.remettre_extrait'))
  })

  test(`${fin}: an emergency access is still looked at by the level above`, async () => {
    const secours = { numero: d.numero, motif: 'danger', raison_secours: 'Léa est ici, en larmes.' }
    await fait(m.envoyer('/dossiers/secours', secours, 'chefSaules'))
    const [o] = await m.admin<{ id: string }>('select id from acces.octroi where fil = $1 and agent = $2', [
      d.id,
      m.agents.chefSaules,
    ])
    await FINS[fin]()
    assert.match(await texte('/bureau', 'responsable31'), new RegExp(`${d.numero}#regarder`))
    assert.match(await texte(`/dossiers/${d.numero}`, 'responsable31'), /Enregistrer ce regard/)
    const dit = { avis_secours: 'justifie', raison_regard: 'L’infirmière était seule.' }
    await fait(agir(`secours/${o!.id}/avis`, dit, d, 'responsable31'))
    assert.doesNotMatch(await texte('/bureau', 'responsable31'), new RegExp(`${d.numero}#regarder`))
  })

  test(`${fin}: what was asked of somebody above is called back, they are told, and it opens nothing for them any more`, async () => {
    const offre = { nature: 'passer', a: m.agents.responsable31, pourquoi: 'Trop pour nous.', famille_offre: 'accord' }
    await fait(agir('offres', offre))
    assert.match(await texte('/bureau', 'responsable31'), /Réponse à une offre/)
    await m.admin('delete from machine.courriel')
    await FINS[fin]()
    assert.deepEqual(await m.admin('select reponse from confidentiel.offre where fil = $1', [d.id]), [{ reponse: 'rappelee' }])
    const dits = await m.admin('select modele from machine.courriel where fil = $1 and agent = $2', [
      d.id,
      m.agents.responsable31,
    ])
    assert.ok(dits.length > 0)
    assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.rappeler_offre').length, 1)
    assert.doesNotMatch(await texte('/bureau', 'responsable31'), /Réponse à une offre/)
    const [part] = await m.admin<{ n: number }>(
      'select count(*)::int as n from confidentiel.offre where fil = $1 and reponse is null',
      [d.id],
    )
    assert.equal(part!.n, 0)
  })

  test(`${fin}: support that was asked for goes on, until whoever asked says that it is over`, async () => {
    const id = uuidv7()
    await fait(
      agir('appuis', {
        id,
        appui: 'conseil',
        vers: 'departement',
        quoi: 'La famille va porter plainte.',
        famille_appui: 'accord',
      }),
    )
    await FINS[fin]()
    assert.match(await texte('/bureau', 'referent31'), new RegExp(`/appuis/${id}`))
    assert.match(await texte(`/dossiers/${d.numero}/appui`), new RegExp(`/appuis/${id}`))
    let version = 0
    for (const [acte, champs, qui] of [
      ['prise', { pour_le: '2026-11-12' }, 'referent31'],
      ['fait', { fait: 'Conseillé au téléphone.' }, 'referent31'],
      ['fin', { utile: 'oui' }, 'chefTilleuls'],
    ] as const)
      await fait(m.envoyer(`/appuis/${id}/${acte}`, { version: String(++version), ...champs }, qui))
  })
}

test('opened anew, nothing that was called back stands in the way of asking again', async () => {
  const offre = { nature: 'passer', a: m.agents.referent31, pourquoi: 'Trop pour nous.', famille_offre: 'accord' }
  await fait(agir('offres', offre))
  await FINS.clos()
  await fait(agir('suivi/reouverture', { raison: 'Cela reprend.' }))
  await fait(agir('offres', offre))
})

test('its author has left: once read it waits for whoever answers for the dossier, who has it leave', async () => {
  const t = await soumettre(m, d, 'referent31')
  await m.finirMandat('referent31')
  await m.admin('delete from machine.courriel')
  await fait(t.relire('coordoTilleuls'))
  assert.deepEqual(await t.promesse(), [{ fil: d.id, pour: m.agents.chefTilleuls }])
  assert.deepEqual(await m.admin('select agent from machine.courriel where fil = $1', [d.id]), [{ agent: m.agents.chefTilleuls }])
  assert.match(await texte('/bureau', 'chefTilleuls'), /Une transmission relue/)
  assert.doesNotMatch(await texte('/bureau/a-reattribuer', 'responsable31'), new RegExp(d.numero))
  await fait(t.partir('chefTilleuls'))
})

test('its author leaves once it is read: the promise goes to whoever answers for the dossier, who is told, once, with a fact', async () => {
  const t = await soumettre(m, d, 'referent31')
  await fait(t.relire('coordoTilleuls'))
  await alerter(m.maison)
  assert.deepEqual(await t.promesse(), [{ fil: d.id, pour: m.agents.referent31 }])
  await m.finirMandat('referent31')
  await m.admin('delete from machine.courriel')
  for (const _ of [1, 2]) await alerter(m.maison)
  assert.deepEqual(await t.promesse(), [{ fil: d.id, pour: m.agents.chefTilleuls }])
  const dits = await m.admin(`select agent, modele from machine.courriel where fil = $1 and modele = 'nouveau'`, [d.id])
  assert.deepEqual(dits, [{ agent: m.agents.chefTilleuls, modele: 'nouveau' }])
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.heriter').length, 1)
  assert.match(await texte(`/dossiers/${d.numero}`), /revient à qui répond du dossier : la personne qui l’a décidée est partie/)
  assert.match(await texte('/bureau', 'chefTilleuls'), /Une transmission relue/)
  await fait(t.retirer('chefTilleuls'))
})

test('author and whoever answers for it both gone, even after the transfer: « à réattribuer » shows it above, and the successor has it', async () => {
  const t = await soumettre(m, d, 'chefTilleuls')
  await fait(t.relire('coordoTilleuls'))
  await transferer()
  assert.doesNotMatch(await texte('/bureau/a-reattribuer', 'responsable31'), new RegExp(d.numero))
  await m.finirMandat('chefTilleuls')
  await alerter(m.maison)
  const liste = await texte('/bureau/a-reattribuer', 'responsable31')
  assert.match(liste, new RegExp(`${d.numero}[^]*Claire Vidal n’a plus de fonction ici`))
  const don = { dossiers: d.numero, vers: m.agents.referent31, retour: 'reattribuer' }
  await fait(m.envoyer('/bureau/repartition', don, 'responsable31'))
  assert.deepEqual(await t.promesse(), [{ fil: d.id, pour: m.agents.referent31 }])
  assert.match(await texte('/bureau', 'referent31'), /Une transmission relue/)
  assert.doesNotMatch(await texte('/bureau/a-reattribuer', 'responsable31'), new RegExp(d.numero))
  await fait(t.partir('referent31'))
})

test('not read yet when the dossier is transferred and its people leave: it is to be given to somebody, too', async () => {
  const t = await soumettre(m, d, 'chefTilleuls')
  await transferer()
  await m.finirMandat('chefTilleuls')
  assert.match(await texte('/bureau/a-reattribuer', 'responsable31'), new RegExp(d.numero))
  await fait(
    m.envoyer('/bureau/repartition', { dossiers: d.numero, vers: m.agents.referent31, retour: 'reattribuer' }, 'responsable31'),
  )
  await fait(t.relire('coordoTilleuls'))
  assert.deepEqual(await t.promesse(), [{ fil: d.id, pour: m.agents.referent31 }])
})

test('it is for the nearest to read: each level above sees it counted, and in full when nobody nearer is left', async () => {
  const t = await soumettre(m, d, 'chefTilleuls')
  const sien = async (qui: NomAgent): Promise<string> => {
    const b = await texte('/bureau', qui)
    return b.includes(t.chemin())
      ? 'le sien'
      : /(?:Une relecture attend|relectures attendent) quelqu’un de plus proche/.test(b)
        ? 'compté'
        : 'rien'
  }
  const tous = async (...qui: NomAgent[]): Promise<string[]> => {
    const dits = []
    for (const q of qui) dits.push(await sien(q))
    return dits
  }
  const haut = ['coordoTilleuls', 'referent31', 'responsable31', 'referenteAcademique', 'chefTilleuls', 'referent81'] as const
  assert.deepEqual(await tous(...haut), ['le sien', 'compté', 'compté', 'compté', 'rien', 'rien'])
  const liste = await texte('/bureau?relectures=toutes', 'referent31')
  assert.match(liste, new RegExp(`id="relues-ailleurs"[^]*${t.chemin()}`))
  m.aller(plus(DEBUT, 5 * JOUR))
  assert.match(await texte('/bureau', 'referent31'), /de plus proche que vous, dont \d+ en retard/)
  m.aller(DEBUT)
  await m.finirMandat('coordoTilleuls')
  assert.deepEqual(await tous('referent31', 'responsable31', 'referenteAcademique'), ['le sien', 'le sien', 'compté'])
  // Its reader was the last of the département: it comes up by itself.
  await m.finirMandat('referent31')
  await m.finirMandat('responsable31')
  assert.deepEqual(await tous('referenteAcademique'), ['le sien'])
})
