import { clock } from '#platform'
import type { Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import type { CodeDelai } from '../protocole/delais.ts'
import { FINIS } from '../protocole/protocole.ts'

type Detail = Readonly<Record<string, unknown>>
type Parcours = Pick<Dossier, 'vu' | 'd' | 'reglages' | 'classe'>

/** A step that the protocol prescribes and that nobody is made to take: the table cannot refuse what is merely not done. */
interface Etape {
  libelle: string
  delai: CodeDelai
  /** When its clock began; null: not yet, or never in this dossier. */
  depuis: (p: Parcours) => Date | null
  le: (p: Parcours) => Date | null
}

const premier = (p: Parcours, verbe: string, si: (d: Detail) => boolean = () => true): Date | null =>
  p.vu.faits.find((f) => f.verbe === verbe && si(f.detail as Detail))?.le ?? null

const ouvert = (p: Parcours): Date | null => p.vu.faits[0]?.le ?? p.d.ouvert_le
/** Whoever opens a dossier for themselves takes it in charge by that. */
const pris = (p: Parcours): Date | null =>
  premier(p, 'dossier.prendre') ?? (p.vu.faits.some((f) => f.verbe === 'dossier.rouvrir') ? null : p.d.pris_le)
const protege = (p: Parcours): Date | null => premier(p, 'dossier.proteger')
const entendu = (p: Parcours): Date | null => premier(p, 'dossier.entendre', (d) => d.role === 'cible')
const qualifie = (p: Parcours): Date | null => premier(p, 'dossier.qualifier')
const surveille = (p: Parcours): Date | null => premier(p, 'dossier.surveiller')
const point = (rang: string): Pick<Etape, 'depuis' | 'le'> => ({
  depuis: surveille,
  le: (p) => premier(p, 'dossier.point_suivi', (d) => d.rang === rang),
})

/** The earliest of what may come after naming the situation: a track, a watch without one, or « n’est pas du harcèlement ». */
const traite = (p: Parcours): Date | null =>
  ['dossier.engager_piste', 'dossier.surveiller', 'dossier.ecarter']
    .flatMap((v) => premier(p, v) ?? [])
    .sort((a, b) => a.getTime() - b.getTime())[0] ?? null

export const ETAPES = {
  prise_en_charge: { libelle: 'Prise en charge', delai: 'prise_en_charge', depuis: ouvert, le: pris },
  protection: {
    libelle: 'Une mesure de protection, ou la raison écrite de n’en prendre aucune',
    delai: 'protection',
    depuis: pris,
    le: protege,
  },
  entretien: { libelle: 'L’élève visé entendu', delai: 'entretien', depuis: protege, le: entendu },
  famille: {
    libelle: 'La famille de l’élève visé informée',
    delai: 'nouvelle_famille',
    depuis: pris,
    le: (p) => premier(p, 'dossier.informer_famille', (d) => d.cote === 'cible' && d.issue !== 'tente'),
  },
  evaluation: { libelle: 'La grille remplie', delai: 'evaluation', depuis: entendu, le: (p) => premier(p, 'dossier.evaluer') },
  qualification: { libelle: 'La situation qualifiée', delai: 'evaluation', depuis: entendu, le: qualifie },
  traitement: {
    libelle: 'Une piste choisie, une surveillance, ou la réponse écrite',
    delai: 'traitement',
    depuis: qualifie,
    le: traite,
  },
  decision: {
    libelle: 'Garder, changer ou finir la piste : décidé',
    delai: 'decision_piste',
    depuis: (p) => premier(p, 'dossier.engager_piste'),
    le: (p) => premier(p, 'dossier.decider_piste'),
  },
  suivi_1: { libelle: 'Premier point de suivi', delai: 'suivi_1', ...point('suivi_1') },
  suivi_2: { libelle: 'Deuxième point de suivi', delai: 'suivi_2', ...point('suivi_2') },
  suivi_3: { libelle: 'Troisième point de suivi', delai: 'suivi_3', ...point('suivi_3') },
} as const satisfies Record<string, Etape>
export type CodeEtape = keyof typeof ETAPES

/** `venir`: its clock has not begun, or still runs. `absent`: it ran out, or the dossier ended without it. */
export type Etat = 'fait' | 'tard' | 'venir' | 'absent'
export interface EtapeVue {
  code: CodeEtape
  etat: Etat
  le: Date | null
  avant: Date | null
}

/** Each prescribed step of this dossier, since it was last opened: done, done late, to come, or not done. */
export function etapesDe(p: Parcours): EtapeVue[] {
  return (Object.keys(ETAPES) as CodeEtape[]).map((code) => {
    const { delai, depuis, le: lire } = ETAPES[code] as Etape
    const [le, de] = [lire(p), depuis(p)]
    const avant = de === null ? null : echeanceDe(delai, p.reglages, p.classe, de)
    if (le !== null) return { code, le, avant, etat: avant !== null && le > avant ? 'tard' : 'fait' }
    const passe = avant !== null && (avant < clock.now() || FINIS.has(p.d.etat))
    return { code, le, avant, etat: passe ? 'absent' : 'venir' }
  })
}
