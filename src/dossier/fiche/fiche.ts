import { estUuid, Introuvable, page, type AgentDb } from '#platform'
import { cadre, consulterUneFois, enTantQue, type CtxAgent, type Fait } from '#acces'
import { acteur, dateHeure } from '#signalement'
import { dossierDe, type Dossier } from '../dossier.ts'
import * as sql from '../dossier.sql.ts'
import { PHRASES } from '../histoire.ts'
import { lireMesure, type ContenuMesure } from '../mesure/mesure.ts'
import { membresDe, octroisDe } from '../octroi/octroi.ts'
import type { MembresRow, OctroisRow } from '../octroi/octroi.sql.ts'
import { identitesDe, type Personne } from '../personne/personne.ts'
import { utilesA, type Utile } from '../ressource/ressource.ts'
import { secoursDe, type Secours } from '../secours/regard.ts'
import { pageDossier } from './fiche.page.ts'

/** Everything that the page of a dossier shows. */
export interface Fiche extends Dossier {
  personnes: Personne[]
  mesures: (Omit<sql.MesuresRow, 'contenu'> & ContenuMesure)[]
  signalements: sql.RattachementsRow[]
  lecteurs: sql.LecteursRow[]
  octrois: OctroisRow[]
  membres: MembresRow[]
  utiles: Utile[]
  secours: Secours[]
}

/** A form sent back: what was typed, and why it was not taken. */
export interface Retour {
  forme: string
  envoi: Readonly<Record<string, string>>
  refus: string
  erreurs: readonly { champ: string; message: string }[]
  devance: boolean
  /** Where another text was written meanwhile: the verbes that may have done it. */
  verbes?: readonly string[]
}

/** Reading is written: once per agent, dossier and ten minutes. */
export const consulterDossier = (db: AgentDb, o: Dossier): Promise<number> => consulterUneFois(db, o.acad, o.d.id)

async function charger(db: AgentDb, o: Dossier): Promise<Fiche> {
  const ou = { acad: o.acad, fil: o.d.id }
  await consulterDossier(db, o)
  const [personnes, mesures, signalements, lecteurs, octrois, membres, utiles, secours] = await Promise.all([
    identitesDe(db, o),
    db.all(sql.mesures, ou),
    db.all(sql.rattachements, { acad: o.acad, dossier: o.d.id }),
    db.all(sql.lecteurs, { fil: o.d.id }),
    octroisDe(db, o),
    membresDe(db, o),
    utilesA(db, ''),
    secoursDe(db, o),
  ])
  return {
    ...o,
    personnes,
    mesures: mesures.map(({ contenu, ...m }) => ({ ...m, ...lireMesure(o.fil, m.id, contenu) })),
    signalements,
    lecteurs,
    octrois,
    membres,
    utiles,
    secours,
  }
}

/** The sentence of a conflict: the last thing that was done (by one of these verbs), by whom. Nothing was written over. */
export function phraseDevance(faits: readonly Fait[], verbes?: readonly string[]): string {
  const dernier = faits.findLast((f) => verbes === undefined || verbes.includes(f.verbe)) ?? faits.at(-1)!
  const quoi = PHRASES[dernier.verbe]?.dire(dernier.detail as Record<string, unknown>)
  return `Entre-temps, ${dateHeure(dernier.le)} : « ${quoi} », ${acteur(dernier)}. Rien n’a été remplacé ; ce que vous aviez écrit est resté ici. Relisez, puis recommencez s’il le faut.`
}

export async function afficherDossier(c: CtxAgent, numero: string, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const f = await enTantQue(c, async (db) => charger(db, await dossierDe(db, c.get('maison').trousseau, c.get('moi'), numero)))
  const vue = retour?.devance ? { ...retour, refus: phraseDevance(f.faits, retour.verbes) } : retour
  return cadre(c, {
    titre: `Dossier ${f.d.numero}`,
    courant: '/dossiers',
    filAriane: [{ libelle: 'Dossiers', url: '/dossiers' }, { libelle: f.d.numero }],
    contenu: pageDossier(f, vue),
    faits: FAITS,
  })
}

const FAITS = {
  ouvert: 'Le dossier est ouvert. Dites qui est protégé, et comment.',
  ouvert_semblable:
    'Le dossier est ouvert. Un autre dossier porte un élève visé du même nom : voyez « Passer, demander de l’aide », en bas, s’il s’agit de la même situation.',
  pris: 'Vous avez pris cette situation en charge.',
  protege: 'La mesure est notée.',
  leve: 'La mesure est finie.',
  confirme: 'Noté : la mesure tient toujours.',
  personne: 'La personne est ajoutée.',
  corrige: 'L’identité est corrigée.',
  role: 'Le rôle est ajouté.',
  role_fini: 'Le rôle est fini.',
  personnes_reunies: 'Les deux fiches sont lues comme une seule personne.',
  personnes_separees: 'Ce sont de nouveau deux personnes.',
  resume: 'Le résumé est enregistré.',
  urgence_levee: 'L’urgence est levée. La raison est dans les notes du dossier.',
  urgence_remise: 'L’urgence est remise, et dite à qui répond du dossier et au niveau au-dessus.',
  confie: 'Le dossier a un nouveau responsable, qui est prévenu.',
  detache: 'Le signalement est détaché.',
  reporte: 'L’échéance est repoussée. La raison est dans les notes du dossier.',
  secours: 'Ce dossier vous est ouvert pour vingt-quatre heures. Qui en répond est prévenu.',
  secours_ferme: 'L’accès d’urgence est refermé.',
  secours_regarde: 'Votre regard sur cet accès d’urgence est noté.',
  octroye: 'Cette personne voit maintenant ce dossier, jusqu’au jour choisi. Elle est prévenue.',
  octroi_fini: 'Cette personne ne voit plus ce dossier.',
}

/** A mail names a dossier by its identifier, which tells nothing: it leads to the page, for whoever sees it. */
async function versLeNumero(c: CtxAgent, id: string): Promise<Response> {
  const d = await enTantQue(c, (db) => db.maybe(sql.numeroDe, { acad: c.get('moi').acad, id }))
  if (d === null) throw new Introuvable()
  return c.redirect(`/dossiers/${d.numero}`, 303)
}

export async function lire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero')
  const numero = c.req.param('numero')!
  return estUuid(numero) ? versLeNumero(c, numero) : page(c, await afficherDossier(c, numero))
}
