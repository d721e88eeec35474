import { estUuid, Introuvable, type AgentDb } from '#platform'
import { dechiffrer } from '#acces'
import { jourDe } from '#signalement'
import { Incomplet, type Dossier, type Identite } from '../dossier.ts'
import { urgencesDe, type Securite } from '../entretien/entretien.form.ts'
import { identitesDe } from '../personne/personne.ts'
import { qualificationDe } from '../protocole/prealables.ts'
import { sourcesDe, type Contre, type Lu } from './contre.ts'
import type { Methode } from './methodes.ts'
import * as sql from './piste.sql.ts'

/** Why this method, why all the same, and what the family said. */
export interface ContenuPiste {
  raison: string
  malgre: string
  /** Day when the family agreed, or was told, as `2026-11-22`. */
  famille: string
}
export interface Eleve extends Identite {
  id: string
  roles: string[]
  /** In the shared concern that runs, once planned or seen there. */
  cote: string | null
}
export interface Intervenant extends Omit<sql.IntervenantsRow, 'identite'> {
  nom: string
  fonction: string
}
export interface Rencontre extends Omit<sql.RencontresRow, 'contenu' | 'lieu'> {
  lieu: string
  mots: string
  note: string
  /** Said by the target at the end of it. */
  urgences: readonly string[]
}
export type Piste = Omit<sql.PistesRow, 'contenu'> & ContenuPiste
export type Etape = Omit<sql.EtapesRow, 'contenu'> & { texte: string; protection: string[] }
/** `malgre`: why the track is kept in spite of what was learnt meanwhile. */
export type DecisionDite = Omit<sql.DecisionsRow, 'contenu'> & { raison: string; mots: string; malgre?: string }

/** Everything about the treatment of one dossier. */
export interface Traitement {
  pistes: Piste[]
  decisions: DecisionDite[]
  etapes: Etape[]
  intervenants: Intervenant[]
  rencontres: Rencontre[]
  /** Pupils who are targeted, presumed authors or witnesses today: the targets first. */
  eleves: Eleve[]
  /** Everybody of the dossier, whatever their role. */
  noms: ReadonlyMap<string, string>
  prive: boolean
  /** What the attached reports tell. */
  quoi: string[]
  /** What was sent outside: a judicial track may come from it. */
  transmises: sql.TransmisesRow[]
}

const ROLES_ELEVES = ['cible', 'auteur_presume', 'temoin', 'soutien']

/** Pupils: an adult of the school is never one, whatever else is said of them. */
function elevesDe(o: Dossier, personnes: (Identite & { id: string })[], cotes: sql.CotesRow[]): Eleve[] {
  const eleves = personnes.map((p) => ({
    ...p,
    roles: o.roles.filter((r) => r.personne === p.id && r.au === null).map((r) => r.role),
    cote: cotes.find((c) => c.personne === p.id)?.cote ?? null,
  }))
  const rang = (e: Eleve): number => ROLES_ELEVES.findIndex((r) => e.roles.includes(r))
  return eleves
    .filter((e) => rang(e) >= 0 && !e.roles.includes('professionnel') && !e.roles.includes('responsable_legal'))
    .sort((a, b) => rang(a) - rang(b) || a.nom.localeCompare(b.nom, 'fr'))
}

export async function traitementDe(db: AgentDb, o: Dossier): Promise<Traitement> {
  const ou = { acad: o.acad, fil: o.d.id }
  const [pistes, decisions, etapes, intervenants, cotes, rencontres, personnes, { secteur }, quoi, transmises] =
    await Promise.all([
      db.all(sql.pistes, ou),
      db.all(sql.decisions, ou),
      db.all(sql.etapes, ou),
      db.all(sql.intervenants, ou),
      db.all(sql.cotes, ou),
      db.all(sql.rencontres, ou),
      identitesDe(db, o),
      db.one(sql.secteur, { acad: o.acad, etab: o.d.etab }),
      db.all(sql.quoi, { acad: o.acad, dossier: o.d.id }),
      db.all(sql.transmises, ou),
    ])
  return {
    pistes: pistes.map(({ contenu, ...p }) => ({ ...p, ...dechiffrer<ContenuPiste>(o.fil, 'piste.contenu', p.id, contenu) })),
    decisions: o.memes.lignes(decisions).map(({ contenu, ...x }) => ({
      ...x,
      ...dechiffrer<{ raison: string; mots: string; malgre?: string }>(o.fil, 'piste_decision.contenu', x.id, contenu),
    })),
    etapes: o.memes.lignes(etapes).map(({ contenu, ...x }) => ({
      ...x,
      ...dechiffrer<{ texte: string; protection: string[] }>(o.fil, 'piste_etape.contenu', x.id, contenu),
    })),
    intervenants: intervenants.map(({ identite, ...i }) => ({
      ...i,
      ...dechiffrer<{ nom: string; fonction: string }>(o.fil, 'intervenant.identite', i.id, identite),
    })),
    rencontres: o.memes.lignes(rencontres).map((r) => lireRencontre(o, r)),
    eleves: elevesDe(o, personnes, o.memes.lignes(cotes)),
    noms: new Map(personnes.map((p) => [p.id, p.nom])),
    prive: secteur === 'prive',
    quoi: quoi.map((q) => q.quoi),
    transmises,
  }
}

function lireRencontre(o: Dossier, { contenu, lieu, ...r }: sql.RencontresRow): Rencontre {
  const { mots, note, ...securite } =
    contenu === null
      ? { mots: '', note: '' }
      : dechiffrer<{ mots: string; note: string } & Partial<Securite>>(o.fil, 'rencontre.contenu', r.id, contenu)
  const urgences = urgencesDe({ danger: '', suicide: '', soir: '', ...securite })
  return {
    ...r,
    mots,
    note,
    urgences,
    lieu: lieu === null ? '' : dechiffrer<{ lieu: string }>(o.fil, 'rencontre.lieu', r.id, lieu).lieu,
  }
}

export const enCours = (p: Piste): boolean => p.issue === null

/** The running track of shared concern: there is one at most. */
export const mppEnCours = (t: Traitement): Piste | undefined => t.pistes.find((p) => p.methode === 'mpp' && enCours(p))

/** @throws Incomplet when no shared concern is running. */
export function mppOuverte(t: Traitement): Piste {
  const p = mppEnCours(t)
  if (p === undefined) throw new Incomplet({ champ: '', message: 'Aucune préoccupation partagée n’est en cours.' })
  return p
}

/** @throws Introuvable when this dossier has no such track. */
export function pisteDe(t: Traitement, id: string | undefined): Piste {
  const p = id !== undefined && estUuid(id) ? t.pistes.find((x) => x.id === id) : undefined
  if (p === undefined) throw new Introuvable()
  return p
}

export const lu = (o: Dossier, t: Pick<Traitement, 'pistes' | 'quoi'>): Lu => ({
  urgences: o.d.urgences,
  quoi: t.quoi,
  roles: o.roles,
  enCours: t.pistes.filter(enCours).map((p) => p.methode as Methode),
  qualification: qualificationDe(o.vu),
  grilles: o.vu.faits
    .filter((f) => f.verbe === 'dossier.evaluer')
    .map((f) => ({ contre: (f.detail as { contre?: string[] }).contre ?? [], le: f.le })),
})
/** What the dossier says against a method between pupils, and where. */
export const contreDuDossier = (o: Dossier, t: Traitement): Map<Contre, string[]> => sourcesDe(lu(o, t))

/** The week of a track in which a day lies: 1 for the first seven days. */
export const semaineDe = (p: Pick<Piste, 'engagee_le'>, jour: string): number =>
  Math.max(1, Math.floor((Date.parse(jour) - Date.parse(jourDe(p.engagee_le))) / (7 * 24 * 3600 * 1000)) + 1)
