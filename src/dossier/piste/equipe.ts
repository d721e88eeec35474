import { createHmac } from 'node:crypto'
import { clock, Conflit, estUuid, Introuvable, type AgentDb } from '#platform'
import { chiffrer } from '#acces'
import { jourDe } from '#signalement'
import type { Acte, Envoi, Suite } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { AUTRE_COTE, jamaisLesDeux, mots } from './cotes.ts'
import * as sql from './equipe.sql.ts'
import { COTES, degreDe, type Cote } from './methodes.ts'
import { mppOuverte, traitementDe, type Intervenant, type Traitement } from './piste.ts'

/** The same words in any order, any case, any accent: the same adult. */
const jetonDe = (o: Dossier, nom: string): Buffer =>
  createHmac('sha256', o.t.cle('intervenants', o.acad))
    .update(`${o.d.id} ${mots(nom).join(' ')}`)
    .digest()
    .subarray(0, 16)

/** Back to the team, where the next adult is added. */
const ici = (o: Dossier, fait: string): Suite => ({ fait, url: `/dossiers/${o.d.numero}/traitement/equipe` })

export const adultesPossibles = (db: AgentDb, o: Dossier): Promise<sql.AdultesRow[]> =>
  db.all(sql.adultes, { acad: o.acad, fil: o.d.id, etab: o.d.etab })

interface Choisi {
  agent: string | null
  nom: string
  fonction: string
}

/** An agent of the school or who sees this dossier, or an adult by name. */
async function choisi(db: AgentDb, o: Dossier, envoi: Envoi): Promise<Choisi> {
  const fonction = texte(envoi, 'fonction', 200)
  if ((envoi.agent ?? '') === '') {
    const nom = texte(envoi, 'nom', 200, 'Choisissez un adulte de la liste, ou écrivez son nom.')
    if (mots(nom).length === 0) throw new Incomplet({ champ: 'nom', message: 'Écrivez le nom de cet adulte.' })
    return { agent: null, nom, fonction }
  }
  const l = (await adultesPossibles(db, o)).find((x) => x.agent === envoi.agent)
  if (l === undefined)
    throw new Incomplet({ champ: 'agent', message: 'Choisissez un adulte de l’établissement, ou qui voit ce dossier.' })
  // S64, S68: the power to punish stays out of the team. It belongs to the head of a collège or a lycée.
  if (l.chef && degreDe(o.d.type) === 'second')
    throw new Incomplet({
      champ: 'agent',
      message: 'Le pouvoir de sanction reste hors de l’équipe : la cheffe ou le chef d’établissement ne mène pas ces entretiens.',
    })
  return { agent: l.agent, nom: `${l.prenom} ${l.nom}`, fonction }
}

/** « Mme Roca » and « Inès Roca » may be one person: it is asked before both sides see her. */
function verifierHomonyme(t: Traitement, c: Choisi, cote: Cote, envoi: Envoi): void {
  const autre = t.intervenants.find((i) => i.cote !== cote && mots(i.nom).some((m) => m.length > 2 && mots(c.nom).includes(m)))
  if (autre !== undefined && envoi.distinct !== 'oui')
    throw new Incomplet({
      champ: 'distinct',
      message: `${AUTRE_COTE(autre)} S’il s’agit de deux personnes différentes, cochez la case.`,
    })
}

/** One more adult in the team, on one side for the whole dossier. */
export const composer: Acte = async (db, o, envoi) => {
  const t = await traitementDe(db, o)
  const p = mppOuverte(t)
  const cote = parmi(envoi, 'cote', COTES, 'Dites qui cet adulte va voir.')
  const c = await choisi(db, o, envoi)
  const jeton = jetonDe(o, c.nom)
  const connu = t.intervenants.find((i) => (c.agent !== null && i.agent === c.agent) || Buffer.from(i.jeton).equals(jeton))
  if (connu !== undefined && connu.cote !== cote) throw new Incomplet({ champ: 'cote', message: AUTRE_COTE(connu) })
  await jamaisLesDeux(db, o, c, cote)
  if (connu === undefined) verifierHomonyme(t, c, cote, envoi)
  const id = connu?.id ?? envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'nom', message: 'Rechargez la page, puis renvoyez.' })
  const ou = { acad: o.acad, fil: o.d.id, id }
  const identite = chiffrer(o.fil, 'intervenant.identite', id, { nom: c.nom, fonction: c.fonction })
  const n =
    connu === undefined
      ? await db.run(sql.ajouter, { ...ou, cote, agent: c.agent, identite, jeton })
      : await db.run(sql.revenir, ou)
  if (n === 0) return dejaLa(o, await traitementDe(db, o), id, cote, jeton)
  await accomplir(db, o, 'composer_equipe', {
    fait: 'dossier.composer_equipe',
    detail: { piste: p.id, intervenant: id, cote },
  })
  return ici(o, 'equipe')
}

/** Already in the team: sent twice, or entered by somebody else meanwhile, perhaps on the other side. */
function dejaLa(o: Dossier, t: Traitement, id: string, cote: Cote, jeton: Buffer): Suite {
  const la = t.intervenants.find((i) => i.id === id || Buffer.from(i.jeton).equals(jeton))
  if (la === undefined || la.cote !== cote) throw new Conflit(la === undefined ? 'Cette équipe a changé.' : AUTRE_COTE(la))
  return ici(o, 'equipe')
}

const connuDe = (t: Traitement, id: string | undefined): Intervenant => {
  const i = id !== undefined && estUuid(id) ? t.intervenants.find((x) => x.id === id) : undefined
  if (i === undefined) throw new Introuvable()
  return i
}

export const retirer: Acte = async (db, o, _envoi, id) => {
  const t = await traitementDe(db, o)
  const i = connuDe(t, id)
  const ou = { acad: o.acad, fil: o.d.id, id: i.id }
  if ((await db.run(sql.retirer, ou)) === 0) return ici(o, 'retire')
  await db.run(sql.delierPrevues, { ...ou, jour: jourDe(clock.now()) })
  await accomplir(db, o, 'composer_equipe', {
    fait: 'dossier.composer_equipe',
    detail: { piste: mppOuverte(t).id, intervenant: i.id, cote: null },
  })
  return ici(o, 'retire')
}

/** To mend a mistake, before this adult has seen anybody. */
export const changerCote: Acte = async (db, o, envoi, id) => {
  const t = await traitementDe(db, o)
  const i = connuDe(t, id)
  const cote = parmi(envoi, 'cote', COTES, 'Dites qui cet adulte va voir.')
  await jamaisLesDeux(db, o, i, cote)
  if (i.cote === cote) return ici(o, 'equipe')
  if ((await db.run(sql.changerCote, { acad: o.acad, fil: o.d.id, id: i.id, cote })) === 0)
    throw new Incomplet({ champ: '', message: AUTRE_COTE(i) })
  await accomplir(db, o, 'composer_equipe', {
    fait: 'dossier.composer_equipe',
    detail: { piste: mppOuverte(t).id, intervenant: i.id, cote },
  })
  return ici(o, 'equipe')
}
