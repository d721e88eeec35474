import type { AgentDb, Trousseau } from '#platform'
import { dechiffrer, type Moi } from '#acces'
import { lireMessage, type Contenu } from '../contenu.ts'
import { DECLARANTS } from '../vocabulaire.ts'
import { DITS } from './dit.page.ts'
import { ouvrir } from './ouvert.ts'
import * as sql from './traitement.sql.ts'

/** One text of a report, under the name that its page gives it. */
export interface EcritSignale {
  titre: string
  le: Date
  par: string
  texte: string
  /** Where it stands on that page. */
  ancre: 'dit' | 'dialogue' | 'notes'
}

const CHAMPS: readonly (readonly [keyof Contenu, string])[] = [['recit', 'Ce qui est dit'], ...DITS, ['declarant', 'Qui le dit']]

/**
 * The words of a report, as its page shows them to this agent: told, exchanged, noted between agents. Nothing is marked as read:
 * whoever told is told so when somebody opens the report itself.
 * @throws Introuvable when it does not exist for this agent, Efface when its key was destroyed.
 */
export async function ecritsDuSignalement(db: AgentDb, t: Trousseau, moi: Moi, id: string): Promise<EcritSignale[]> {
  const o = await ouvrir(db, t, moi, id)
  const ou = { acad: o.acad, fil: o.s.id }
  const [messages, notes] = await Promise.all([db.all(sql.messages, ou), db.all(sql.notes, ou)])
  const declarant = DECLARANTS[o.s.declarant as keyof typeof DECLARANTS]?.libelle ?? o.s.declarant
  return [
    ...CHAMPS.map(([champ, titre]): EcritSignale => ({
      titre,
      le: o.s.recu_le,
      par: declarant.toLowerCase(),
      texte: o.contenu[champ],
      ancre: 'dit',
    })),
    ...messages.map((m): EcritSignale => ({
      titre: 'Dialogue',
      le: m.envoye_le,
      par: m.auteur === 'declarant' ? 'la personne qui a signalé' : `${m.prenom} ${m.nom}`,
      texte: lireMessage(o.fil, m.id, m.contenu),
      ancre: 'dialogue',
    })),
    ...notes.map((n): EcritSignale => ({
      titre: 'Note entre agents',
      le: n.le,
      par: `${n.prenom} ${n.nom}`,
      texte: dechiffrer<string>(o.fil, 'note.contenu', n.id, n.contenu),
      ancre: 'notes',
    })),
  ]
}
