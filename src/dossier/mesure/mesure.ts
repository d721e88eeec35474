import { estUuid, Introuvable } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import { versionDe, type Acte } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet } from '../dossier.ts'
import { NATURES } from '../vocabulaire.ts'
import * as sql from './mesure.sql.ts'

/** What is done, or why nothing is; and who does it. */
export interface ContenuMesure {
  quoi: string
  qui: string
}
export const lireMesure = (f: Fil, id: string, chiffre: Uint8Array): ContenuMesure =>
  dechiffrer<ContenuMesure>(f, 'mesure.contenu', id, chiffre)

/** A measure with who does it, or the written reason for none: the first one makes the situation protected. */
export const proteger: Acte = async (db, o, envoi) => {
  const nature = parmi(envoi, 'nature', NATURES, 'Choisissez la mesure, ou « aucune » et pourquoi.')
  const aucune = nature === 'aucune'
  const quoi = texte(envoi, 'quoi', 2000, aucune ? 'Écrivez pourquoi aucune mesure n’est prise.' : 'Écrivez ce qui est fait.')
  const qui = texte(envoi, 'qui', 200, aucune ? undefined : 'Écrivez qui s’en charge.')
  const du = jourSaisi(envoi, 'mesure_du', true)
  const au = jourSaisi(envoi, 'mesure_au', false)
  if (au !== null && au < du) throw new Incomplet({ champ: 'mesure_au', message: 'La fin vient après le début.' })
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'quoi', message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'mesure.contenu', id, { quoi, qui } satisfies ContenuMesure)
  if ((await db.run(sql.poser, { acad: o.acad, id, fil: o.d.id, nature, contenu, du, au })) === 0) return { fait: 'protege' }
  await accomplir(db, o, 'proteger', { version: versionDe(envoi), fait: 'dossier.proteger', detail: { mesure: id, nature } })
  return { fait: 'protege' }
}

export const lever: Acte = async (db, o, envoi, id) => {
  if (id === undefined || !estUuid(id)) throw new Introuvable()
  const au = jourSaisi(envoi, 'au', true)
  await accomplir(db, o, 'lever', { version: versionDe(envoi), fait: 'dossier.lever', detail: { mesure: id } })
  if ((await db.run(sql.lever, { acad: o.acad, fil: o.d.id, id, au })) === 0)
    throw new Incomplet({ champ: 'mesures', message: 'Cette mesure est déjà finie, ou commence plus tard.' })
  return { fait: 'leve' }
}
