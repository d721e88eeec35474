import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { accesDe, ouvrir, raconter } from '../../../tests/support/declarant.ts'
import { direLaFin, dossierVu, envoyerDossier, mener, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { raconter as deposer, verbes } from '../../../tests/support/situations.ts'

/** Invariant 6: whichever end, however it comes back, somebody opens the dossier anew or says why not. Every case, none sampled. */

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
before(async () => void (m = await nouveauMonde(DEBUT)))
beforeEach(() => m.aller(DEBUT))
after(() => m.fermer())

const MOT = 'Merci d’avoir parlé. Des adultes ont vérifié, et Mme Roca reste là.'
interface Fini {
  d: DossierVu
  /** The report that it came from, and what opens it at the public door. */
  id: string
  code: string
}
const agir = async (d: DossierVu, forme: string, champs: Record<string, string>): Promise<void> => {
  const r = await envoyerDossier(m, d, forme, { id: uuidv7(), ...champs }, 'chefTilleuls')
  assert.equal(r.status, 303, `${forme}: ${r.status === 303 ? '' : await r.text()}`)
}

const ENTENDU = [
  ['dossier.entendre', { role: 'cible' }],
  ['dossier.evaluer', { danger: false }],
] as const
const FINS = {
  clos: async (f: Fini): Promise<void> => {
    const suivi = [
      ['dossier.surveiller', {}],
      ['dossier.point_suivi', { parole: 'cesse' }],
    ] as const
    await mener(m, f.d, 'surveillance', [...ENTENDU, ...suivi])
    await direLaFin(m, f.d)
    const champs = { motif: 'cesse', raison: 'Elle le dit.', reste: 'Appeler le collège.' }
    await agir(f.d, 'suivi/cloture', { ...champs, [`mot_${f.id}`]: MOT })
  },
  ecarte: async (f: Fini): Promise<void> => {
    const dit = [
      ['dossier.qualifier', { qualification: 'pas_de_harcelement' }],
      ['dossier.informer_famille', { cote: 'cible', sujet: 'evaluation' }],
    ] as const
    await mener(m, f.d, 'evaluation', [...ENTENDU, ...dit])
    await agir(f.d, 'suivi/ecart', { famille_texte: MOT, [`mot_${f.id}`]: MOT })
  },
  /** Gone to another académie; whoever told is answered from the page that the transfer leads to. */
  transfere: async (f: Fini): Promise<void> => {
    const [p] = await m.admin<{ personne: string }>(`select personne from confidentiel.personne_role where fil = $1`, [f.d.id])
    const ou = { ou: 'ailleurs', ailleurs: 'Un collège de Bordeaux, la principale est prévenue.', famille_transfert: 'informee' }
    const champs = { id: uuidv7(), [`suit_${p!.personne}`]: 'oui', ...ou }
    const r = await envoyerDossier(m, f.d, 'transfert', champs, 'chefTilleuls')
    assert.match(r.headers.get('location')!, /suivi\?fait=transfere/)
    await agir(f.d, 'suivi/explication', { signalement: f.id, explication: 'L’élève est parti.', mot: MOT })
  },
}

async function finir(fin: keyof typeof FINS): Promise<Fini> {
  const { code } = await raconter(m, { declarant: 'temoin' })
  const [s] = await m.admin<{ id: string }>('select id from confidentiel.signalement order by recu_le desc, id desc limit 1')
  const f = { d: await ouvrirDossier(m, 'chefTilleuls', { signalement: s!.id }), id: s!.id, code }
  await FINS[fin](f)
  assert.equal((await dossierVu(m, f.d.id)).etat, fin)
  return f
}

/** How it comes back. @returns the report that waits. */
const RETOURS = {
  'a new report, joined from its page': async ({ d }: Fini): Promise<string> => {
    const { id } = await deposer(m, 'tilleuls', { declarant: 'temoin' })
    const r = await envoyerDossier(m, d, 'rattachements', { signalement: id }, 'chefTilleuls')
    assert.match(r.headers.get('location')!, new RegExp(`/suivi\\?signalement=${id}`))
    return id
  },
  'who told writes again with the code': async ({ id, code }: Fini): Promise<string> => {
    const acces = accesDe((await ouvrir(m, code)).html)
    await m.envoyer('/suivi', { acces, envoi: crypto.randomUUID(), vers: 'ecrire', message: 'Ça recommence.' })
    return id
  },
  'who told says that it goes on': async ({ id, code }: Fini): Promise<string> => {
    const acces = accesDe((await ouvrir(m, code)).html)
    await m.envoyer('/suivi', { acces, vers: 'avis:non' })
    return id
  },
}

const CHOIX = {
  rouvrir: (d: DossierVu, signalement: string) => agir(d, 'suivi/reouverture', { signalement, raison: 'Cela reprend.' }),
  expliquer: (d: DossierVu, signalement: string) =>
    agir(d, 'suivi/explication', { signalement, explication: 'Vérifié : les mêmes faits.', mot: MOT }),
}

const suiviDe = async (d: DossierVu, signalement: string): Promise<string> =>
  (await m.lire(`/dossiers/${d.numero}/suivi?signalement=${signalement}`, 'chefTilleuls')).text()
const etatDe = async (id: string): Promise<string> =>
  (await m.admin<{ etat: string }>('select etat from confidentiel.signalement where id = $1', [id]))[0]!.etat

for (const fin of Object.keys(FINS) as (keyof typeof FINS)[])
  for (const [comment, revenir] of Object.entries(RETOURS))
    for (const choix of Object.keys(CHOIX) as (keyof typeof CHOIX)[])
      test(`whichever end, however it comes back: ${fin}, ${comment}, ${choix}`, async () => {
        const f = await finir(fin)
        const avant = await verbes(m, f.d.id)
        const attend = await revenir(f)
        // It waits, in words, and nothing of the dossier has moved by itself.
        assert.match(await suiviDe(f.d, attend), /Un signalement attend votre choix/)
        assert.equal((await dossierVu(m, f.d.id)).etat, fin)
        assert.deepEqual(await verbes(m, f.d.id), avant)
        assert.notEqual(await etatDe(attend), 'clos')
        await CHOIX[choix](f.d, attend)
        const faits = (await verbes(m, f.d.id)).slice(avant.length)
        const fait = faits.filter((v) => ['dossier.rouvrir', 'dossier.expliquer'].includes(v))
        assert.deepEqual(fait, [`dossier.${choix}`])
        assert.equal((await dossierVu(m, f.d.id)).etat, choix === 'rouvrir' ? 'rouvert' : fin)
        // Whoever told has an answer, or somebody who holds their report again.
        assert.equal((await etatDe(attend)) === 'clos', choix === 'expliquer')
        assert.doesNotMatch(await suiviDe(f.d, uuidv7()), /attend votre choix/)
      })
