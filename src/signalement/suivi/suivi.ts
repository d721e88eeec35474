import { Hono, type Context } from 'hono'
import { adresse, estUuid, limite, lireFormulaire, page, type Env, type Formulaire, type Maison } from '#platform'
import { prefixeDe, type Langue } from '#ui'
import { lireCode } from '../code/code.ts'
import { IMAGE_OCTETS, IMAGES_MAX, nettoyer, type RefusImage } from '../depot/pieces.ts'
import { fermerPage, pageFermee } from '../fermees.ts'
import { accesParCode, avecCode, ouvrirAcces, scellerAcces, visiteDe, type Acces } from './acces.ts'
import { AIDE_RECUE, AVIS, codes } from '../vocabulaire.ts'
import { direAide, direAvis, ecrire, lireDialogue, oublierContact, type Aide, type Avis } from './fil.ts'
import { pageCodeDemande, type ErreurCode } from './code.page.ts'
import { pageRecu } from './recu.page.ts'
import { pageDialogue } from './suivi.page.ts'
import * as sql from './suivi.sql.ts'

/** Only wrong codes are counted: a pupil who returns every day never waits. */
const essais = limite('code', { libre: 10, plafond: 300, secondes: 900, freinMs: 4000 })
const images = limite('images-suivi', { libre: 150, plafond: 1000, secondes: 900, freinMs: 5000 })

interface Demande {
  c: Context<Env>
  m: Maison
  langue: Langue
  f: Formulaire
}

/** Coming back with the code: the state, the dialogue, adding facts, closing one's contact. */
export const routesSuivi = (langue: Langue): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => {
      c.set('motif', '/suivi')
      return page(c, pageCodeDemande({ langue, saisi: '', erreurs: [], message: '' }))
    })
    .post('/', async (c) => {
      c.set('motif', '/suivi')
      const m = c.get('maison')
      const f = await lireFormulaire(c, { fichiers: { max: IMAGES_MAX, octets: IMAGE_OCTETS } })
      const d = { c, m, langue, f }
      if (f.un('vers') === 'fermer') return fermer(d)
      const acces = f.un('acces') === '' ? null : ouvrirAcces(m.trousseau, f.un('acces'))
      if (acces !== null) return agir(d, acces)
      return f.un('acces') === '' ? entrer(d) : reprendre(d)
    })

/** Nothing of this visit is shown any more, whatever the browser sends again. */
function fermer({ c, m, f, langue }: Demande): Response {
  const visite = visiteDe(m.trousseau, f.un('acces'))
  if (visite !== null) fermerPage(visite)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect(prefixeDe(langue) || '/', 303)
}

/** The page stayed open too long: the code is asked again, what was typed is kept, and what was being sent leaves with the code. */
function reprendre({ c, f, langue }: Demande): Response {
  const message = f.un('message')
  const partait = f.un('vers') === 'ecrire' && message.trim() !== '' && estUuid(f.un('envoi'))
  const envoi = partait ? { envoi: f.un('envoi') } : {}
  return page(c, pageCodeDemande({ langue, saisi: '', erreurs: ['expire'], message, ...envoi }), 422)
}

async function entrer(d: Demande): Promise<Response> {
  const { c, m, f, langue } = d
  const saisi = f.un('code')
  const lu = lireCode(saisi)
  const envoi = estUuid(f.un('envoi')) ? { envoi: f.un('envoi') } : {}
  const redemander = (erreurs: ErreurCode[], o: { saisi?: string } = {}): Response =>
    page(c, pageCodeDemande({ langue, saisi, erreurs, message: f.un('message'), ...envoi, ...o }), erreurs.length > 0 ? 422 : 200)
  if (f.un('vers') === 'langue') return redemander([])
  const visite = estUuid(f.un('visite')) ? f.un('visite') : crypto.randomUUID()
  if (pageFermee(visite)) return redemander(['fermee'], { saisi: '' })
  if ('erreur' in lu) return redemander([lu.erreur === 'vide' ? 'vide' : { ...lu }])
  const acces = accesParCode(m.trousseau, m.config.academie, lu.secret, visite)
  const reponse = await ('envoi' in envoi ? envoyer(d, acces) : dialogue(d, acces, { brouillon: f.un('message') }))
  if (reponse !== null) return reponse
  await essais.passer(adresse(c))
  return redemander(['faux'])
}

async function agir(d: Demande, acces: Acces): Promise<Response> {
  const { c, m, f } = d
  const acad = m.config.academie
  const redemander = (erreur: ErreurCode = 'faux'): Response =>
    page(c, pageCodeDemande({ langue: d.langue, saisi: '', erreurs: [erreur], message: f.un('message') }), 422)
  if (pageFermee(acces.visite)) return redemander('fermee')
  if (f.un('vers') === 'langue') return (await dialogue(d, acces, { brouillon: f.un('message') })) ?? redemander()
  if (f.un('vers') === 'contact') {
    await avecCode(m, acces, (db) => oublierContact(db, acad))
    return (await dialogue(d, acces, { fait: 'contact' })) ?? redemander()
  }
  if (f.un('vers') === 'recu') return (await recu(d, acces)) ?? redemander()
  if (f.un('vers') === 'lire') return (await dialogue(d, acces, {})) ?? redemander()
  const [vers, mieux = ''] = f.un('vers').split(':')
  if (vers === 'avis') {
    if (codes(AVIS).includes(mieux as Avis)) await avecCode(m, acces, (db) => direAvis(db, acad, mieux as Avis))
    return (await dialogue(d, acces, { fait: 'avis' })) ?? redemander()
  }
  if (vers === 'aide') {
    if (codes(AIDE_RECUE).includes(mieux as Aide)) await avecCode(m, acces, (db) => direAide(db, acad, mieux as Aide))
    return (await dialogue(d, acces, { fait: 'avis' })) ?? redemander()
  }
  return (await envoyer(d, acces)) ?? redemander()
}

async function envoyer(d: Demande, acces: Acces): Promise<Response | null> {
  const { c, m, f } = d
  const texte = f.un('message').trim()
  const fichiers = f.fichiers.filter((x) => x.champ === 'images')
  if (texte.length > 10_000) return dialogue(d, acces, { brouillon: texte, erreur: 'long' })
  if (fichiers.length > 0) await images.passer(adresse(c))
  const { images: propres, refus } = await nettoyer(fichiers, IMAGES_MAX)
  const tous: RefusImage[] = [...new Set([...f.refuses.map((x) => x.raison), ...refus])]
  if (texte === '' && propres.length === 0) return dialogue(d, acces, tous.length > 0 ? { refus: tous } : { erreur: 'rien' })
  const id = estUuid(f.un('envoi')) ? f.un('envoi') : crypto.randomUUID()
  await avecCode(m, acces, (db) => ecrire(db, m.trousseau, m.config.academie, { id, texte, images: propres }))
  return dialogue(d, acces, { fait: 'envoye', refus: tous })
}

async function recu({ c, m, langue }: Demande, acces: Acces): Promise<Response | null> {
  const acad = m.config.academie
  const s = await avecCode(m, acces, async (db) => {
    const [s, e] = await Promise.all([db.maybe(sql.monSignalement, { acad }), db.maybe(sql.empreinte, { acad })])
    return s === null || e === null ? null : { s, ...e }
  })
  return s === null ? null : page(c, pageRecu({ langue, acces: scellerAcces(m.trousseau, acces), ...s }))
}

interface Retour {
  brouillon?: string
  fait?: 'envoye' | 'contact' | 'avis'
  erreur?: 'rien' | 'long'
  refus?: RefusImage[]
}

/** The page of the dialogue, or null when the code opens nothing. */
async function dialogue(d: Demande, acces: Acces, r: Retour): Promise<Response | null> {
  const { c, m, langue } = d
  const lu = await avecCode(m, acces, (db) => lireDialogue(db, m.trousseau, m.config.academie))
  if (lu === null) return null
  const html = pageDialogue({
    langue,
    ...lu,
    acces: scellerAcces(m.trousseau, acces),
    envoi: crypto.randomUUID(),
    brouillon: r.brouillon ?? '',
    fait: r.fait,
    erreur: r.erreur,
    refus: r.refus ?? [],
  })
  return page(c, html, r.erreur !== undefined || (r.refus?.length ?? 0) > 0 ? 422 : 200)
}
