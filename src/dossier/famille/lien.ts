import { isDeepStrictEqual } from 'node:util'
import { clock, Conflit, estUuid, Introuvable, uuidv7, type AgentDb } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import { jourDe } from '#signalement'
import { versionDe, type Acte, type Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { fusionner, trancher } from '../fusion.ts'
import { chiffrerIdentite, indexer } from '../personne/personne.ts'
import { exiger } from '../protocole/peut.ts'
import * as personneSql from '../personne/personne.sql.ts'
import { garderLien } from './avant.ts'
import { LANGUES, LIENS, REGLES, type Lien, type Regle } from './famille.mots.ts'
import * as sql from './famille.sql.ts'

/** What is known of a guardian, beyond the name: ciphertext. */
export interface ContenuLien {
  lien: Lien
  adresse: string
  telephone: string
  mail: string
  langue: keyof typeof LANGUES
  interprete: boolean
  /** Why this guardian is not to be told; empty when nothing stands against it. */
  raison: string
}

export const lireLien = (f: Fil, id: string, chiffre: Uint8Array): ContenuLien =>
  dechiffrer<ContenuLien>(f, 'lien.contenu', id, chiffre)

interface LienSaisi {
  autorite: boolean
  regle: Regle
  contenu: ContenuLien
}

const OUI_NON = { oui: true, non: true }

/** The form of a guardian. A rule against a contact is never without its reason. */
function lireSaisie(envoi: Envoi): LienSaisi {
  const regle = parmi(envoi, 'regle', REGLES, 'Dites si quelque chose s’oppose à ce contact.')
  const raison = texte(
    envoi,
    'raison',
    2000,
    regle === 'libre' ? undefined : 'Écrivez pourquoi : la décision et sa date, ou le danger.',
  )
  return {
    autorite: parmi(envoi, 'autorite', OUI_NON, 'Dites si cette personne exerce l’autorité parentale.') === 'oui',
    regle,
    contenu: {
      lien: parmi(envoi, 'lien', LIENS, 'Choisissez le lien avec l’élève.'),
      adresse: texte(envoi, 'adresse', 500),
      telephone: texte(envoi, 'telephone', 60),
      mail: texte(envoi, 'mail', 200),
      langue: parmi(envoi, 'langue', LANGUES, 'Choisissez la langue.'),
      interprete: parmi(envoi, 'interprete', OUI_NON, 'Dites si un interprète est nécessaire.') === 'oui',
      raison: regle === 'libre' ? '' : raison,
    },
  }
}

const ROLES_ELEVE = new Set(['cible', 'auteur_presume', 'temoin', 'soutien'])

/** @throws Introuvable when this person is no pupil of this dossier. */
export function eleveDe(o: Dossier, id: string | undefined): string {
  const eleve = o.memes.id(id ?? '')
  if (!o.roles.some((r) => r.personne === eleve && ROLES_ELEVE.has(r.role))) throw new Introuvable()
  return eleve
}

/** A guardian whom the dossier knows already (of a brother or sister), or a new person. */
async function responsableDe(db: AgentDb, o: Dossier, envoi: Envoi, lien: Lien): Promise<string> {
  const connu = envoi.connu ?? ''
  if (connu !== '') {
    if (o.roles.some((r) => r.personne === connu && r.role === 'responsable_legal')) return connu
    throw new Incomplet({ champ: 'connu', message: 'Choisissez un responsable de ce dossier.' })
  }
  const id = envoi.id ?? ''
  const nom = texte(envoi, 'nom', 200, 'Écrivez un nom, ou comment on désigne cette personne.')
  const ou = { acad: o.acad, id, fil: o.d.id }
  const identite = { nom, precision: LIENS[lien].libelle }
  if ((await db.run(personneSql.ajouter, { ...ou, identite: chiffrerIdentite(o.fil, id, identite) })) === 1) {
    await db.run(personneSql.poserRole, { ...ou, personne: id, role: 'responsable_legal', du: jourDe(clock.now()) })
    await indexer(db, o)
  }
  return id
}

export const lierResponsable: Acte = async (db, o, envoi, id) => {
  const enfant = eleveDe(o, id)
  const { autorite, regle, contenu } = lireSaisie(envoi)
  const lien = envoi.id ?? ''
  if (!estUuid(lien)) throw new Incomplet({ champ: 'nom', message: 'Rechargez la page, puis renvoyez.' })
  const responsable = await responsableDe(db, o, envoi, contenu.lien)
  const chiffre = chiffrer(o.fil, 'lien.contenu', lien, contenu)
  const pose = { acad: o.acad, id: lien, fil: o.d.id, enfant, responsable, autorite, regle, contenu: chiffre }
  const suite = { fait: 'lie', url: `/dossiers/${o.d.numero}/familles/${enfant}` }
  // The same form sent twice links once.
  if ((await db.run(sql.poserLien, pose)) === 0) return suite
  await accomplir(db, o, 'inscrire_personne', {
    fait: 'dossier.lier_responsable',
    detail: { lien, enfant, personne: responsable, autorite, regle },
  })
  return suite
}

/** The living row, held until the end of the act. @throws Introuvable when this dossier has no such one. */
async function lienDe(db: AgentDb, o: Dossier, id: string | undefined): Promise<sql.TenirLienRow> {
  const l = estUuid(id ?? '') ? await db.maybe(sql.tenirLien, { acad: o.acad, fil: o.d.id, id: id! }) : null
  if (l === null) throw new Introuvable()
  return o.memes.lignes([l])[0]!
}

/** What a form says of a guardian, in its order. */
const CHAMPS_LIEN = ['lien', 'autorite', 'telephone', 'mail', 'adresse', 'langue', 'interprete', 'regle', 'raison'] as const
export type ChampLien = (typeof CHAMPS_LIEN)[number]

const ouiNon = (x: boolean): string => (x ? 'oui' : 'non')

/** As the form shows it. */
export const enChamps = (n: ContenuLien & { autorite: boolean; regle: string }): Record<ChampLien, string> => ({
  ...n,
  autorite: ouiNon(n.autorite),
  interprete: ouiNon(n.interprete),
})

/**
 * Two people at once: one the telephone, the other the address, both are kept; both the address, both come back. What was noted before
 * is kept, and the fact names the row.
 */
export const changerLien: Acte = async (db, o, envoi, id) => {
  exiger(o.moi, 'changer_role', o.situation)
  const l = await lienDe(db, o, id)
  const avant = { ...lireLien(o.fil, l.id, l.contenu), autorite: l.autorite, regle: l.regle as Regle }
  const aJour = l.version === versionDe(envoi)
  const fusion = trancher(fusionner(CHAMPS_LIEN, enChamps(avant), envoi, aJour), 'dossier.changer_lien')
  const { autorite, regle, contenu } = lireSaisie(fusion.valeurs)
  const suite = { fait: 'lien_change', url: `/dossiers/${o.d.numero}/familles/${l.enfant}` }
  if (isDeepStrictEqual(avant, { ...contenu, autorite, regle })) return suite
  const garde = uuidv7()
  await accomplir(db, o, 'changer_role', {
    fait: 'dossier.changer_lien',
    detail: { lien: l.id, enfant: l.enfant, personne: l.responsable, autorite, regle, avant: garde },
  })
  await garderLien(db, o, { id: garde, lien: l.id, avant })
  const chiffre = chiffrer(o.fil, 'lien.contenu', l.id, contenu)
  const change = { acad: o.acad, fil: o.d.id, id: l.id, autorite, regle, contenu: chiffre, version: l.version }
  if ((await db.run(sql.changerLien, change)) === 0) throw new Conflit('Cette fiche a changé pendant que vous écriviez.')
  return suite
}

export const finirLien: Acte = async (db, o, _envoi, id) => {
  const l = await lienDe(db, o, id)
  await accomplir(db, o, 'changer_role', {
    fait: 'dossier.finir_lien',
    detail: { lien: l.id, enfant: l.enfant, personne: l.responsable },
  })
  await db.run(sql.finirLien, { acad: o.acad, fil: o.d.id, id: l.id, au: jourDe(clock.now()) })
  return { fait: 'lien_fini', url: `/dossiers/${o.d.numero}/familles/${l.enfant}` }
}
