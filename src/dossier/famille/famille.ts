import { estUuid, Introuvable, type AgentDb } from '#platform'
import type { Dossier } from '../dossier.ts'
import { identitesDe } from '../personne/personne.ts'
import { lireContact, type ContenuContact, type Responsable } from './contact.ts'
import { COTES, type Cote } from './famille.mots.ts'
import * as sql from './famille.sql.ts'
import { lireLien } from './lien.ts'

export type Echange = Omit<sql.ContactsRow, 'contenu'> & ContenuContact
export type Nomme = Responsable & { nom: string }

/** A pupil of the dossier and the family, on one side. */
export interface Famille {
  enfant: string
  nom: string
  precision: string
  cote: Cote
  responsables: Nomme[]
  /** Oldest first. */
  echanges: Echange[]
  /** When news are due; null: none is promised. */
  due: Date | null
}

const vivant = (r: { au: string | null }, jour: string): boolean => r.au === null || r.au >= jour

/** The families of the dossier, side by side but never mixed: a pupil who is target and presumed author appears on both. */
export async function famillesDe(db: AgentDb, o: Dossier): Promise<Famille[]> {
  const ou = { acad: o.acad, fil: o.d.id }
  const [personnes, tousLiens, contacts] = await Promise.all([
    identitesDe(db, o),
    db.all(sql.liens, ou),
    db.all(sql.contacts, ou),
  ])
  const liens = o.memes.liens(tousLiens)
  const identites = new Map(personnes.map((p) => [p.id, p]))
  const nom = (id: string): string => identites.get(id)?.nom ?? ''
  const responsables = liens.map(({ contenu, ...l }) => ({ ...l, ...lireLien(o.fil, l.id, contenu), nom: nom(l.responsable) }))
  const echanges = o.memes.lignes(contacts).map(({ contenu, ...c }) => ({ ...c, ...lireContact(o.fil, c.id, contenu) }))
  return (Object.keys(COTES) as Cote[]).flatMap((cote) => {
    const roles: readonly string[] = COTES[cote].roles
    const enfants = new Set(o.roles.filter((r) => roles.includes(r.role) && vivant(r, o.vu.jour)).map((r) => r.personne))
    return [...enfants].map((enfant) => ({
      enfant,
      nom: nom(enfant),
      precision: identites.get(enfant)?.precision ?? '',
      cote,
      responsables: responsables.filter((r) => r.enfant === enfant),
      echanges: echanges.filter((e) => e.enfant === enfant && e.cote === cote),
      due: o.prevus.find((p) => p.nature === 'nouvelles_famille' && p.objet === enfant)?.le ?? null,
    }))
  })
}

/**
 * One guardian by their link, and the name of the child: also once it has ended, or when another link is read in its place.
 * @throws Introuvable when this dossier holds no such link.
 */
export async function responsableDuLien(db: AgentDb, o: Dossier, id: string): Promise<Nomme & { eleve: string }> {
  const l = estUuid(id) ? await db.maybe(sql.unLien, { acad: o.acad, fil: o.d.id, id }) : null
  if (l === null) throw new Introuvable()
  const { contenu, ...lien } = o.memes.lignes([l])[0]!
  const noms = new Map((await identitesDe(db, o)).map((p) => [p.id, p.nom]))
  const nom = (personne: string): string => noms.get(personne) ?? ''
  return { ...lien, ...lireLien(o.fil, id, contenu), nom: nom(lien.responsable), eleve: nom(lien.enfant) }
}

/** The subjects that one holder of authority was told and the other was not: both are to have the same (S59). */
export function inegaux(f: Famille): { responsable: Nomme; manque: string[] }[] {
  const dits = (id: string): Set<string> =>
    new Set(f.echanges.filter((e) => e.issue !== 'tente' && e.avec.includes(id)).flatMap((e) => e.sujets))
  const titulaires = f.responsables.filter((r) => r.autorite && r.regle === 'libre')
  const tous = new Set(titulaires.flatMap((r) => [...dits(r.responsable)]))
  return titulaires
    .map((responsable) => ({ responsable, manque: [...tous].filter((s) => !dits(responsable.responsable).has(s)) }))
    .filter((x) => x.manque.length > 0)
}
