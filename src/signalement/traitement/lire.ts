import { estUuid, ouvrir as dechiffrerOctets, Introuvable, page, repondre, type AgentDb } from '#platform'
import {
  cadre,
  consulter,
  consulterUneFois,
  dechiffrer,
  enTantQue,
  faitsDuFil,
  inscrire,
  lireFil,
  type CtxAgent,
  type Fait,
} from '#acces'
import { lireMessage } from '../contenu.ts'
import { proches, type Proche } from '../rapprochement/proches.ts'
import { pageFiche } from './fiche.page.ts'
import { DossierDabord, ouvrir, phraseDevance, type Ouvert } from './ouvert.ts'
import * as sql from './traitement.sql.ts'

export interface MessageLu extends Omit<sql.MessagesRow, 'contenu'> {
  texte: string
}

/** Everything that the page of a report shows. */
export interface Fiche extends Ouvert {
  messages: MessageLu[]
  /** Between agents, never for the reporter. */
  notes: (Omit<sql.NotesRow, 'contenu'> & { texte: string })[]
  pieces: sql.PiecesRow[]
  faits: Fait[]
  proches: Proche[]
  rattache: sql.RattacheRow | null
  equipe: sql.EquipeRow[]
  lecteurs: sql.LecteursRow[]
  /** Who opened it: told to those who hold it, whose post it is to watch over it. */
  ouvertures: sql.OuverturesRow[]
}

/** A form sent back: what was typed, and why it was not taken. */
export interface Retour {
  forme: string
  envoi: Readonly<Record<string, string>>
  refus: string
  /** Somebody else was first: the sentence is made of what they did. */
  devance?: boolean
  erreurs: readonly { champ: string; message: string }[]
}

/** Reading is an act: the first one is told to the reporter, each one is recorded. */
async function noterLecture(db: AgentDb, o: Ouvert): Promise<void> {
  const ou = { acad: o.acad, fil: o.s.id }
  const [, premiere] = await Promise.all([
    consulterUneFois(db, ou.acad, ou.fil),
    db.run(sql.lire, { acad: o.acad, id: o.s.id }),
    db.run(sql.lireMessages, ou),
  ])
  if (premiere === 1) await inscrire(db, o.acad, { fil: o.s.id, verbe: 'signalement.lire', par: o.moi.agent, qualite: o.qualite })
}

async function charger(db: AgentDb, o: Ouvert): Promise<Fiche> {
  const ou = { acad: o.acad, fil: o.s.id }
  const messages = await db.all(sql.messages, ou)
  await noterLecture(db, o)
  const [notes, pieces, faits, voisins, rattache, equipe, lecteurs, ouvertures] = await Promise.all([
    db.all(sql.notes, ou),
    db.all(sql.pieces, ou),
    faitsDuFil(db, o.acad, o.s.id),
    proches(db, o.t, o.acad, { ...o.s, contenu: o.contenu }),
    db.maybe(sql.rattache, ou),
    db.all(sql.equipe, { acad: o.acad, etab: o.s.etab }),
    db.all(sql.lecteurs, { fil: o.s.id }),
    o.parMandat ? db.all(sql.ouvertures, ou) : [],
  ])
  return {
    ...o,
    messages: messages.map(({ contenu, ...m }) => ({ ...m, texte: lireMessage(o.fil, m.id, contenu) })),
    notes: notes.map(({ contenu, ...n }) => ({ ...n, texte: dechiffrer<string>(o.fil, 'note.contenu', n.id, contenu) })),
    pieces,
    faits,
    proches: voisins,
    rattache,
    equipe,
    lecteurs,
    ouvertures,
  }
}

export async function afficherFiche(c: CtxAgent, id: string, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const fiche = await enTantQue(c, async (db) => charger(db, await ouvrir(db, c.get('maison').trousseau, c.get('moi'), id)))
  return cadre(c, {
    titre: `Signalement, ${fiche.s.ecole}`,
    courant: '/boite',
    filAriane: [{ libelle: 'Boîte d’entrée', url: '/boite' }, { libelle: `Signalement, ${fiche.s.ecole}` }],
    contenu: pageFiche(fiche, {
      modele: c.req.query('modele'),
      ...(retour && { retour: retour.devance ? { ...retour, refus: phraseDevance(fiche.faits) } : retour }),
    }),
    script: ['compteur.js'],
    faits: FAITS,
  })
}

const FAITS = {
  note: 'Votre note est gardée. La personne qui a signalé ne la voit pas.',
  pris: 'Vous avez pris ce signalement en charge. La personne qui a signalé le verra.',
  repondu: 'Votre réponse est envoyée. Elle sera lue avec le code de retour.',
  confie: 'Le signalement est confié. Cette personne le voit maintenant dans sa boîte.',
  reoriente: 'Le signalement est réorienté. Il attend maintenant dans l’autre établissement.',
  monte: 'Le signalement est passé au niveau supérieur, qui est prévenu.',
  clos: 'Le signalement est clos. Votre dernier mot est parti.',
  urgence_levee: 'L’urgence est levée. La raison est dans les notes entre agents.',
  urgence_remise: 'L’urgence est remise, et redite à qui tient ce signalement.',
  saisi: 'Le signalement est enregistré.',
  rattache: 'Le signalement est rattaché au dossier.',
}

export async function lire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/signalements/:id')
  return page(c, await afficherFiche(c, c.req.param('id')!))
}

/** A picture, as the clean copy: the original stays sealed. Each opening is recorded. */
export async function piece(c: CtxAgent): Promise<Response> {
  c.set('motif', '/signalements/:id/pieces/:piece')
  const { id, piece: nom } = c.req.param() as { id: string; piece: string }
  if (!estUuid(id) || !estUuid(nom)) throw new Introuvable()
  const { acad } = c.get('moi')
  const lue = await enTantQue(c, async (db) => {
    const p = await db.maybe(sql.piece, { acad, fil: id, id: nom })
    if (p === null) throw new Introuvable()
    if (p.a_motiver !== null) throw new DossierDabord(p.a_motiver, id)
    const fil = await lireFil(db, c.get('maison').trousseau, acad, id)
    await consulter(db, acad, id, 'piece')
    return { type: p.type, octets: dechiffrerOctets(fil.cle, `piece.copie/${acad}/${nom}`, p.copie) }
  })
  return repondre(c, lue.octets, 200, {
    'Content-Type': lue.type,
    'Content-Disposition': 'inline; filename="image"',
    'Cache-Control': 'private, no-store',
  })
}
