import { estUuid, Introuvable } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import { versionDe, type Acte } from '../agir.ts'
import { aDire, direAussi } from '../suivi/dit.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { echeanceDe, finDeJournee } from '../echeance.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { NATURES } from '../vocabulaire.ts'
import * as sql from './mesure.sql.ts'

/** What is done, or why nothing is; and who does it. */
export interface ContenuMesure {
  quoi: string
  qui: string
}
export const lireMesure = (f: Fil, id: string, chiffre: Uint8Array): ContenuMesure =>
  dechiffrer<ContenuMesure>(f, 'mesure.contenu', id, chiffre)

/** Is it still on? Asked at its end, or after some days when it has none. */
function prochaineRevue(o: Dossier, au: string | null): Date {
  const revue = echeanceDe('revue_mesure', o.reglages, o.classe)
  return au === null || finDeJournee(au) > revue ? revue : finDeJournee(au)
}

/** A measure with who does it, or the written reason for none: the first one makes the situation protected. */
export const proteger: Acte = async (db, o, envoi) => {
  const nature = parmi(envoi, 'nature', NATURES, 'Choisissez la mesure, ou « aucune » et pourquoi.')
  const aucune = nature === 'aucune'
  const quoi = texte(envoi, 'quoi', 2000, aucune ? 'Écrivez pourquoi aucune mesure n’est prise.' : 'Écrivez ce qui est fait.')
  const qui = texte(envoi, 'qui', 200, aucune ? undefined : 'Écrivez qui s’en charge.')
  const du = jourSaisi(envoi, 'mesure_du', true)
  const au = jourSaisi(envoi, 'mesure_au', false)
  if (au !== null && au < du) throw new Incomplet({ champ: 'mesure_au', message: 'La fin vient après le début.' })
  const dites = aucune ? [] : await aDire(db, o, envoi)
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'quoi', message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'mesure.contenu', id, { quoi, qui } satisfies ContenuMesure)
  if ((await db.run(sql.poser, { acad: o.acad, id, fil: o.d.id, nature, contenu, du, au })) === 0) return { fait: 'protege' }
  await accomplir(db, o, 'proteger', { fait: 'dossier.proteger', detail: { mesure: id, nature } })
  if (!aucune) {
    await prevoir(db, o, { nature: 'revue_mesure', objet: id, le: prochaineRevue(o, au) })
    await direAussi(db, o, id, dites)
  }
  return { fait: 'protege' }
}

export const lever: Acte = async (db, o, envoi, id) => {
  if (id === undefined || !estUuid(id)) throw new Introuvable()
  const au = jourSaisi(envoi, 'au', true)
  await accomplir(db, o, 'lever', { version: versionDe(envoi), fait: 'dossier.lever', detail: { mesure: id } })
  if ((await db.run(sql.lever, { acad: o.acad, fil: o.d.id, id, au })) === 0)
    throw new Incomplet({ champ: 'mesures', message: 'Cette mesure est déjà finie, ou commence plus tard.' })
  await honorer(db, o, 'revue_mesure', id)
  return { fait: 'leve' }
}

/** Somebody went and looked: it is still on. Asked again later. */
export const confirmer: Acte = async (db, o, _envoi, id) => {
  const m = (await db.all(dossierSql.mesures, { acad: o.acad, fil: o.d.id })).find((x) => x.id === id)
  if (m === undefined) throw new Introuvable()
  if (m.nature === 'aucune' || (m.au !== null && m.au < o.vu.jour))
    throw new Incomplet({ champ: 'mesures', message: 'Cette mesure est déjà finie.' })
  await accomplir(db, o, 'lever', { fait: 'dossier.confirmer_mesure', detail: { mesure: m.id } })
  await prevoir(db, o, { nature: 'revue_mesure', objet: m.id, le: prochaineRevue(o, m.au) })
  return { fait: 'confirme' }
}
