import { createHash } from 'node:crypto'
import { chiffrer, dechiffrer } from '#acces'
import { Introuvable, type AgentDb } from '#platform'
import { jourIso } from '#signalement'
import { PARENTS } from '../accord/accord.mots.ts'
import type { Envoi } from '../agir.ts'
import { coches, texte } from '../champs.ts'
import { Incomplet, type Dossier } from '../dossier.ts'
import { ciblesDe } from '../protocole/familles.ts'
import type { Contexte } from './contexte.ts'
import { nomsDansFe, texteFe } from './fe.ts'
import { baseDe, FEUILLES, lignesFiche, type Choix, type LigneFiche } from './fiche.ts'
import { enLigne } from './liens.ts'
import { DESTINATAIRES, type CodeDestinataire } from './transmission.mots.ts'
import type { Transmission } from './transmettre.ts'
import * as sql from './transmission.sql.ts'

/** A sheet as it leaves, sealed with the decision. */
export interface FeuilleScellee {
  titre: string
  base: string
  lignes: readonly LigneFiche[]
}

/** It left the house; a « oui » may still wait for its second reader. */
export const partie = (t: Pick<Transmission, 'decision' | 'attente'>): boolean => t.decision === 'oui' && t.attente === null

/** Whether the parents know, in words. */
export const parentsDits = (parents: string | null | undefined, raison: string): string =>
  parents == null ? '' : [PARENTS[parents as keyof typeof PARENTS].libelle, raison].filter(Boolean).join('. ')

/** What was decided elsewhere, and what this recipient was asked to take down and has not. */
export function choixDe(toutes: readonly Transmission[], code: CodeDestinataire): Pick<Choix, 'decides' | 'liens'> {
  const parties = toutes.filter(partie)
  return {
    decides: parties
      .filter((t) => t.destinataire !== code)
      .map((t) => `${DESTINATAIRES[t.destinataire as CodeDestinataire].court} le ${jourIso(t.jour)}`),
    liens: [...new Set(parties.filter((t) => t.destinataire === code).flatMap(enLigne))],
  }
}

/** The pupils that a sheet of one child is made for: those chosen, else every target. */
function enfantsDe(o: Dossier, envoi: Envoi): readonly (string | null)[] {
  const cibles = ciblesDe(o.vu)
  if (envoi.enfants === undefined) return cibles.length === 0 ? [null] : cibles
  const choisis = coches(envoi, 'enfants', Object.fromEntries(cibles.map((c) => [c, true])))
  if (choisis.length === 0) throw new Incomplet({ champ: 'enfants', message: 'Dites pour quel élève.' })
  return choisis
}

/** The text for Faits établissement as it was declared: initials only, whoever wrote it. */
function texteDeclare(c: Contexte, envoi: Envoi): string {
  const dit = texte(envoi, 'texte_fe', 20_000) || texteFe(c)
  const noms = nomsDansFe(c, dit)
  if (noms.length > 0)
    throw new Incomplet({ champ: 'texte_fe', message: `Il reste des noms : ${noms.join(', ')}. Mettez des initiales.` })
  return dit
}

/** What leaves towards this recipient, made from the dossier of this instant; none for what the family decides. */
export function feuillesDe(
  c: Contexte,
  toutes: readonly Transmission[],
  code: CodeDestinataire,
  dit: { envoi: Envoi; parents: string; liens: readonly string[] },
): FeuilleScellee[] {
  if (code === 'fait_etablissement')
    return [
      {
        titre: 'Fait établissement',
        base: baseDe(code),
        lignes: [{ libelle: 'Texte déclaré', texte: texteDeclare(c, dit.envoi) }],
      },
    ]
  const feuille = FEUILLES[code]
  if (feuille === undefined) return []
  const { decides, liens } = choixDe(toutes, code)
  const choix = { decides, parents: dit.parents, liens: [...new Set([...liens, ...dit.liens])] }
  return (feuille.noms === 'enfant' ? enfantsDe(c.o, dit.envoi) : [null]).map((enfant) => ({
    titre: feuille.titre,
    base: feuille.base,
    lignes: lignesFiche(c, feuille, { ...choix, enfant }),
  }))
}

const texteDes = (f: readonly FeuilleScellee[]): string =>
  f.flatMap((x) => [x.titre, ...x.lignes.map((l) => `${l.libelle}\n${l.texte}`), x.base]).join('\n\n')

/** What the printed sheets are told by. */
export const empreinteDes = (f: readonly FeuilleScellee[]): Buffer => createHash('sha256').update(texteDes(f)).digest()

export const sceller = (o: Dossier, id: string, f: readonly FeuilleScellee[]): { feuille: Buffer; empreinte: Buffer } => ({
  feuille: chiffrer(o.fil, 'transmission.feuille', id, f),
  empreinte: empreinteDes(f),
})

export interface Scellees {
  feuilles: readonly FeuilleScellee[]
  /** What is printed on them, to be told from any other. */
  empreinte: string
}

/** The sealed sheets, opened with the key of the dossier. @throws Introuvable when none was kept. */
export async function scelleesDe(db: AgentDb, o: Dossier, id: string): Promise<Scellees> {
  const s = await db.maybe(sql.feuille, { acad: o.acad, fil: o.d.id, id })
  if (s === null || s.feuille === null) throw new Introuvable()
  const feuilles = dechiffrer<FeuilleScellee[]>(o.fil, 'transmission.feuille', id, s.feuille)
  return { feuilles, empreinte: s.empreinte!.toString('hex').slice(0, 16) }
}
