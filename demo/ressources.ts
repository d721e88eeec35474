import { randomUUID } from 'node:crypto'
import { clock, HEURE, JOUR, plus, transaction } from '#platform'
import * as etagere from '../src/ressource/etagere/etagere.sql.ts'
import * as liens from '../src/ressource/liens/liens.sql.ts'
import { POUR_ADULTES, PAGES } from './ressources/adultes.ts'
import { POUR_ELEVES } from './ressources/eleves.ts'
import { affiche, document } from './ressources/fichiers.ts'
import { film, sousTitres } from './ressources/film.ts'
import type { Conte } from './ressources/vocabulaire.ts'
import { agentDe, envoyer, joindre, ouvrirPage, type Champs, type Scene } from './scene.ts'
import { ilYA, jourIso } from './temps.ts'

const QUI = 'capucine'

/** Typed like anybody would: the page leads to the resource that it made. */
async function ecrire(
  s: Scene,
  quand: Date,
  genre: 'ressource' | 'page',
  champs: Champs,
): Promise<{ id: string; version: string }> {
  const [ressource, id] = [randomUUID(), randomUUID()]
  await envoyer(s, quand, QUI, `/redaction/nouvelle?genre=${genre}`, {
    ressource,
    id,
    suite: 'enregistrer',
    acces: 'public',
    ...champs,
  })
  return { id: ressource, version: id }
}

const publier = (s: Scene, quand: Date, id: string, version: string, champs: Champs = {}): Promise<string> =>
  envoyer(s, quand, QUI, `/redaction/${id}/publication`, { version, id: randomUUID(), du: '', heure: '', au: '', ...champs })

const champsDe = (c: Conte, ids: ReadonlyMap<string, string>): Champs => ({
  titre: c.titre,
  resume: c.resume,
  texte: c.texte,
  acces: c.acces ?? 'public',
  forme: c.forme,
  publics: c.publics,
  niveaux: c.niveaux ?? [],
  themes: c.themes,
  piliers: c.piliers ?? [],
  duree: c.duree ?? '',
  etapes: c.etapes ?? [],
  falc: c.falc ? 'oui' : '',
  licence: c.licence ?? 'ouverte',
  origine: c.origine ?? 'Pôle académique',
  lien: c.lien ?? '',
  remplace: c.remplace === undefined ? '' : (ids.get(c.remplace) ?? ''),
})

const OCTETS = {
  affiche,
  film,
  document: (f: NonNullable<Conte['fichier']>): Promise<Buffer> => Promise.resolve(document(f.libelle, f.alternative)),
} as const

/** The version that the files were joined in, a film with its captions: the page of the resource names it. */
async function joindreFichier(s: Scene, quand: Date, id: string, f: NonNullable<Conte['fichier']>): Promise<string> {
  const poser = (octets: Buffer, nom: string, champs: Readonly<Record<string, string>>): Promise<string> =>
    joindre(s, quand, QUI, `/redaction/${id}/fichier`, 'contenu', octets, nom, champs)
  let vers = await poser(await OCTETS[f.quoi](f), f.nom, { libelle: f.libelle, alternative: f.alternative })
  if (f.quoi === 'film') vers = await poser(sousTitres(), 'sous-titres.vtt', { libelle: 'Sous-titres en français', langue: 'fr' })
  const page = await ouvrirPage(s, quand, QUI, vers)
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1]
  if (version === undefined) throw new Error(`demonstration: the file of ${f.libelle} was not joined`)
  return version
}

async function conterUne(s: Scene, rang: number, c: Conte, ids: Map<string, string>): Promise<void> {
  const quand = ilYA(c.etat === 'expiree' ? 60 : 45 - rang, '10:20')
  const { id, version } = await ecrire(s, quand, 'ressource', champsDe(c, ids))
  ids.set(c.cle, id)
  const derniere = c.fichier === undefined ? version : await joindreFichier(s, quand, id, c.fichier)
  const plusTard = plus(quand, HEURE)
  if (c.etat === 'programmee')
    await publier(s, ilYA(1, '16:00'), id, derniere, { du: jourIso(plus(ilYA(0, '12:00'), 20 * JOUR)), heure: '08:00' })
  else if (c.etat === 'expiree') await publier(s, plusTard, id, derniere, { au: jourIso(ilYA(20, '12:00')) })
  else if (c.etat !== 'brouillon') await publier(s, plusTard, id, derniere)
  if (c.aRelireDans !== undefined) {
    const [garant, jour] = [agentDe(s, QUI).id, jourIso(plus(ilYA(0, '12:00'), c.aRelireDans * JOUR))]
    await envoyer(s, plus(plusTard, HEURE), QUI, `/redaction/${id}/revue`, { garant, a_revoir_le: jour })
  }
  if (c.etat === 'retiree')
    await envoyer(s, ilYA(3, '15:00'), QUI, `/redaction/${id}/retrait`, { motif: 'L’adresse donnée n’existe plus.' })
}

/** What only time brings: readings, and a site that answers no more. */
async function passerLeTemps({ maison }: Scene, contes: readonly Conte[], ids: ReadonlyMap<string, string>): Promise<void> {
  const acad = maison.config.academie
  const lues = contes.filter((c) => c.lectures !== undefined)
  clock.set(ilYA(5, '12:00'))
  await transaction(maison.base, 'public', {}, (db) =>
    db.run(etagere.compter, { acad, ressources: lues.map((c) => ids.get(c.cle)!), nombres: lues.map((c) => c.lectures!) }),
  )
  const le = ilYA(1, '04:00')
  await transaction(maison.base, 'job', {}, async (db) => {
    await db.run(liens.semer, { maintenant: le })
    for (const c of contes.filter((x) => x.lien !== undefined)) {
      const mortDepuis = c.mortDepuis === undefined ? null : ilYA(c.mortDepuis, '04:00')
      const etat = mortDepuis === null ? 'vivant' : 'mort'
      const constat = mortDepuis === null ? '' : 'page absente (404)'
      await db.run(liens.noter, { acad, url: new URL(c.lien!).href, etat, constat, le, mortDepuis, prochain: plus(le, JOUR) })
    }
  })
}

export async function conterRessources(s: Scene, detail: (texte: string) => void): Promise<void> {
  const contes = [...POUR_ELEVES, ...POUR_ADULTES]
  const ids = new Map<string, string>()
  for (const [rang, c] of contes.entries()) {
    detail(`ressources\u00a0: ${rang + 1} sur ${contes.length}`)
    await conterUne(s, rang, c, ids)
  }
  for (const p of PAGES) {
    const { id, version } = await ecrire(s, ilYA(46, '09:00'), 'page', p)
    await publier(s, ilYA(46, '09:30'), id, version)
  }
  await passerLeTemps(s, contes, ids)
}
