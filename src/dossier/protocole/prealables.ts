import { JOUR } from '#platform'
import { ciblesDe, finDite } from './familles.ts'
import { PERSISTE } from '../suivi/vocabulaire.ts'
import { ETATS_ATTENTE, type EnAttente } from '../transmission/attente.ts'
import { DESTINATAIRES } from '../transmission/transmission.mots.ts'
import type { ReglagesAcad } from './reglages.ts'

/** What the preconditions look at: the dossier itself, since it was last opened. */
export interface Vu {
  roles: readonly { personne: string; role: string; du: string; au: string | null }[]
  /** Who answers for which child, today. */
  liens: readonly { enfant: string; responsable: string; autorite: boolean; regle: string }[]
  /** Since the last reopening, oldest first. */
  faits: readonly { verbe: string; detail: unknown; le: Date }[]
  /** `gardee`: meant to outlive the dossier, until its day and for its reason. */
  mesures: readonly { nature: string; du: string; au: string | null; gardee?: boolean }[]
  /** What is decided and has not left, whenever it was. */
  enAttente: readonly EnAttente[]
  /** What is planned and not done. */
  prevus: readonly { nature: string; objet: string | null; le: Date }[]
  reglages: ReglagesAcad
  /** Today in Paris, as `2026-11-22`. */
  jour: string
}

type Detail = Readonly<Record<string, unknown>>
const faits = (v: Vu, verbe: string, si: (d: Detail) => boolean = () => true) =>
  v.faits.filter((f) => f.verbe === verbe && si(f.detail as Detail))
/** What was said last of a danger, anywhere. */
const dangerDit = (v: Vu): unknown => v.faits.map((f) => (f.detail as Detail).danger).findLast((d) => typeof d === 'boolean')
const il_y_a = (v: Vu, verbe: string, si?: (d: Detail) => boolean): boolean => faits(v, verbe, si).length > 0

/** Tracks begun and not ended: `dossier.engager_piste` and `dossier.decider_piste` name them. */
export const pistesEnCours = (v: Vu): string[] => {
  const finies = new Set(faits(v, 'dossier.decider_piste', (d) => d.decision !== 'garder').map((f) => (f.detail as Detail).piste))
  return faits(v, 'dossier.engager_piste')
    .map((f) => String((f.detail as Detail).piste))
    .filter((p) => !finies.has(p))
}

export const qualificationDe = (v: Vu): string | null => {
  const dernier = faits(v, 'dossier.qualifier').at(-1)
  return dernier === undefined ? null : String((dernier.detail as Detail).qualification)
}

/** One that ends today no longer hangs. */
const mesureEnCours = (v: Vu): boolean =>
  v.mesures.some((m) => m.nature !== 'aucune' && m.gardee !== true && (m.au === null || m.au > v.jour))

/** What must have been written before an act: the sentence that says what is missing, the line of a list, and how it is read. */
export const PREALABLES = {
  cible: {
    libelle: 'Une personne visée est inscrite',
    phrase: 'Dites d’abord qui est protégé : ajoutez la personne visée, même sans son nom.',
    lu: (v: Vu) => v.roles.some((r) => r.role === 'cible'),
  },
  protection: {
    libelle: 'Une mesure de protection, ou la raison de n’en prendre aucune',
    phrase: 'Notez d’abord une mesure de protection, ou pourquoi il n’y en a pas.',
    lu: (v: Vu) => v.mesures.length > 0,
  },
  entretien_cible: {
    libelle: 'L’élève visé a été entendu',
    phrase: 'Entendez d’abord l’élève visé, ou écrivez pourquoi ce n’est pas possible.',
    lu: (v: Vu) => il_y_a(v, 'dossier.entendre', (d) => d.role === 'cible'),
  },
  evaluation: {
    libelle: 'La grille est remplie par un adulte au moins',
    phrase: 'Remplissez d’abord la grille d’évaluation.',
    lu: (v: Vu) => il_y_a(v, 'dossier.evaluer'),
  },
  qualification: {
    libelle: 'La situation est qualifiée',
    phrase: 'Dites d’abord comment la situation est qualifiée, et pourquoi.',
    lu: (v: Vu) => qualificationDe(v) !== null,
  },
  pret_a_traiter: {
    libelle: 'La situation est qualifiée (ou l’académie permet d’agir sur un soupçon)',
    phrase: 'Qualifiez d’abord la situation : le traitement vient ensuite.',
    lu: (v: Vu) => {
      const q = qualificationDe(v)
      if (q !== null) return q !== 'pas_de_harcelement'
      return v.reglages.variante('traiter_sur_soupcon') === 'oui' && il_y_a(v, 'dossier.entendre', (d) => d.role === 'cible')
    },
  },
  pas_de_harcelement: {
    libelle: 'La qualification dit que ce n’est pas du harcèlement',
    phrase: 'Qualifiez d’abord : « ce n’est pas du harcèlement », avec la raison.',
    lu: (v: Vu) => qualificationDe(v) === 'pas_de_harcelement',
  },
  piste: {
    libelle: 'Une piste de traitement a été suivie',
    phrase: 'Choisissez d’abord une piste de traitement.',
    lu: (v: Vu) => il_y_a(v, 'dossier.engager_piste'),
  },
  piste_ouverte: {
    libelle: 'Une piste est en cours',
    phrase: 'Aucune piste de traitement n’est en cours.',
    lu: (v: Vu) => pistesEnCours(v).length > 0,
  },
  pistes_finies: {
    libelle: 'Aucune piste ne reste en cours',
    phrase: 'Une piste de traitement est encore en cours : dites si elle est finie.',
    lu: (v: Vu) => pistesEnCours(v).length === 0,
  },
  changement_suivi: {
    libelle: 'Une piste qui change est remplacée par une autre',
    phrase: 'Vous avez décidé de changer de piste : engagez celle qui la remplace.',
    lu: (v: Vu) => {
      const dernier = v.faits.findLast(
        (f) =>
          f.verbe === 'dossier.engager_piste' ||
          (f.verbe === 'dossier.decider_piste' && (f.detail as Detail).decision === 'changer'),
      )
      return dernier?.verbe !== 'dossier.decider_piste' || pistesEnCours(v).length > 0
    },
  },
  famille_informee: {
    libelle: 'La famille de l’élève visé a eu des nouvelles',
    phrase: 'Informez d’abord la famille de l’élève visé, ou écrivez pourquoi ce n’est pas possible.',
    lu: (v: Vu) => il_y_a(v, 'dossier.informer_famille', (d) => d.cote === 'cible' && d.issue !== 'tente'),
  },
  surveillance: {
    libelle: 'Une surveillance a été tenue',
    phrase: 'Mettez d’abord la situation sous surveillance.',
    lu: (v: Vu) => il_y_a(v, 'dossier.surveiller'),
  },
  parole_cible: {
    libelle: 'L’élève visé a dit si cela a cessé (ou la raison est écrite)',
    phrase: 'Demandez d’abord à l’élève visé si cela a cessé, et écrivez ses mots, ou pourquoi ce n’est pas possible.',
    lu: (v: Vu) => il_y_a(v, 'dossier.point_suivi', (d) => typeof d.parole === 'string'),
  },
  famille_fin: {
    libelle: 'Les deux responsables de chaque élève visé savent que le dossier se ferme',
    phrase:
      'Dites d’abord à chaque responsable de l’élève visé que le dossier va se fermer, ou écrivez pour chacun pourquoi ce n’est pas possible.',
    lu: (v: Vu) => {
      const cibles = ciblesDe(v)
      return cibles.length > 0 && cibles.every((c) => finDite(v, c))
    },
  },
  sans_recidive: {
    libelle: 'L’élève visé ne dit pas que cela continue',
    phrase: 'Au dernier point, l’élève visé dit que cela continue : reprenez le traitement avant de clore.',
    lu: (v: Vu) => !PERSISTE.has(String((faits(v, 'dossier.point_suivi').at(-1)?.detail as Detail | undefined)?.parole)),
  },
  sans_danger: {
    libelle: 'Plus rien ne dit un danger depuis la dernière évaluation',
    phrase: 'Un danger a été dit : évaluez à nouveau avant de clore.',
    // Said by a grid, in a talk, at a checkpoint or by a report that was joined: only a later grid says that it is over.
    lu: (v: Vu) => dangerDit(v) !== true,
  },
  apres_sanction: {
    libelle: 'Le temps de surveillance après une sanction est passé',
    phrase: 'Une sanction vient d’être prise : la situation reste sous surveillance avant d’être close.',
    lu: (v: Vu) => {
      const derniere = faits(v, 'dossier.decider_piste', (d) => typeof d.sanction === 'string').at(-1)
      if (derniere === undefined) return true
      const fin = new Date(derniere.le.getTime() + v.reglages.delai('surveillance_apres_sanction') * JOUR)
      return v.jour >= fin.toISOString().slice(0, 10)
    },
  },
  sans_mesure: {
    libelle: 'Aucune mesure ne reste en suspens',
    phrase: 'Une mesure de protection est encore en cours : mettez-y fin, ou dites jusqu’à quand elle est gardée, et pourquoi.',
    lu: (v: Vu) => !mesureEnCours(v),
  },
  rien_en_attente: {
    libelle: 'Aucune transmission n’attend de partir',
    phrase: 'Une transmission n’est pas encore partie : faites-la relire et partir, ou retirez-la avec une raison.',
    lu: (v: Vu) => v.enAttente.length === 0,
  },
} as const satisfies Record<string, { libelle: string; phrase: string; lu: (v: Vu) => boolean }>
export type Prealable = keyof typeof PREALABLES

export const acquis = (v: Vu): Set<Prealable> =>
  new Set((Object.keys(PREALABLES) as Prealable[]).filter((code) => PREALABLES[code].lu(v)))

/** What is missing, in its sentence; what waits to leave is named. */
export function phraseDe(code: Prealable, enAttente: readonly EnAttente[]): string {
  if (code !== 'rien_en_attente' || enAttente.length === 0) return PREALABLES[code].phrase
  const noms = enAttente.map((t) => `${DESTINATAIRES[t.destinataire].libelle} (${ETATS_ATTENTE[t.etat]})`).join(', ')
  return `Pas encore parti : ${noms}. Faites-le partir, ou retirez-le avec une raison.`
}
