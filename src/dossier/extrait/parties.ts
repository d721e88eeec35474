import { jour, jourIso } from '#signalement'
import type { Dossier } from '../dossier.ts'
import type { Entretien } from '../entretien/entretien.ts'
import { MOYENS, SUJETS, type Cote, type Sujet } from '../famille/famille.mots.ts'
import { QUALIFICATIONS, type CodeQualification } from '../evaluation/mots.ts'
import type { Qualification } from '../evaluation/qualifier.ts'
import type { Traitement } from '../piste/piste.ts'
import type { Ecrit } from '../suivi/ecrit.ts'
import { PAROLES as PAROLES_SUIVI, RANGS } from '../suivi/vocabulaire.ts'
import type { Contexte } from '../transmission/contexte.ts'
import { DESTINATAIRES, type CodeDestinataire } from '../transmission/transmission.mots.ts'
import { partie } from '../transmission/feuilles.ts'
import type { Transmission } from '../transmission/transmettre.ts'
import { autresPistes, pistesDeLaCible } from './parties.pistes.ts'
import { NATURES, type Nature } from '../vocabulaire.ts'

export interface Vue extends Contexte {
  o: Dossier
  entretiens: readonly Entretien[]
  qualifications: readonly Qualification[]
  ecrits: readonly Ecrit[]
  traitement: Traitement
  transmissions: readonly Transmission[]
  enfant: string
  /** To whom it is given: a guardian, or the pupil of age. */
  pour: string
  cote: Cote
}

/** One passage, under an identifier that stays from one preparation to the next. */
export interface Passage {
  cle: string
  titre: string
  texte: string
}

export interface Partie {
  libelle: string
  /** Sides whose family may have it: what a target told is not the accused family's to read (CADA 20210396). */
  cotes: readonly Cote[]
  lire(v: Vue): Passage[]
}

const morceaux = (...lignes: readonly (readonly [string, string])[]): string =>
  lignes
    .filter(([, texte]) => texte !== '')
    .map(([titre, texte]) => `${titre}\n${texte}`)
    .join('\n\n')

const TOUTES: readonly Cote[] = ['cible', 'auteur', 'autre']

/** The prosecutor’s inquiry is secret, and a child may be in danger at home: those are never said here (article 11 CPP ; L226-2-1 CASF). */
const dicible = (t: Transmission): boolean =>
  partie(t) && t.destinataire !== 'procureur' && !(t.destinataire === 'crip' && t.parents !== 'avant')

/** What may be given. What is in no row is not. */
export const PARTIES = {
  resume: {
    libelle: 'Le résumé',
    cotes: ['cible'],
    lire: (v) => [{ cle: 'resume', titre: '', texte: v.o.resume }],
  },
  mesures: {
    libelle: 'La protection',
    cotes: ['cible'],
    lire: (v) =>
      v.mesures.map((m) => ({
        cle: `mesure-${m.id}`,
        titre: `${NATURES[m.nature as Nature].libelle}, depuis le ${jourIso(m.du)}${m.au === null ? '' : ` jusqu’au ${jourIso(m.au)}`}`,
        texte: [m.quoi, m.qui && `Par ${m.qui}`].filter(Boolean).join('\n'),
      })),
  },
  entretiens: {
    libelle: 'Les entretiens avec l’élève',
    cotes: TOUTES,
    lire: (v) =>
      v.entretiens
        .filter((e) => e.personne === v.enfant && e.issue === 'tenu')
        .map((e) => ({
          cle: `entretien-${e.id}`,
          titre: `Entretien du ${jourIso(e.quand.slice(0, 10))}`,
          texte: morceaux(
            ['Ce qui a été raconté', e.faits],
            ['Ses mots', e.mots],
            ['Ce qu’en pense l’adulte', e.appreciation],
            ['Ses besoins', e.besoins],
            ['Ce qu’on lui a dit de la suite', e.annonce],
          ),
        })),
  },
  qualification: {
    libelle: 'Comment la situation est qualifiée',
    cotes: ['cible'],
    lire: (v) =>
      v.qualifications.slice(0, 1).map((q) => ({
        cle: `qualification-${q.id}`,
        titre: `${QUALIFICATIONS[q.qualification as CodeQualification].libelle}, le ${jour(q.le)}`,
        texte: morceaux(['Pourquoi', q.raison], ['Les mots de la famille', q.mots_famille]),
      })),
  },
  pistes: {
    libelle: 'Ce qui a été fait pour que cela cesse',
    cotes: TOUTES,
    lire: (v) => [...(v.cote === 'cible' ? pistesDeLaCible(v) : []), ...autresPistes(v)],
  },
  suivi: {
    libelle: 'Les points de suivi',
    cotes: ['cible'],
    lire: (v) =>
      v.ecrits.flatMap((e) =>
        e.nature === 'point'
          ? [
              {
                cle: `point-${e.id}`,
                titre: `${RANGS[e.c.rang].libelle}, le ${jourIso(e.jour)} : ${PAROLES_SUIVI[e.c.parole].libelle.toLowerCase()}`,
                texte: morceaux(
                  [e.c.parole === 'non_recueillie' ? 'Pourquoi' : 'Ses mots', e.c.mots],
                  ['Ce que dit la famille', e.c.famille],
                ),
              },
            ]
          : [],
      ),
  },
  contacts: {
    libelle: 'Les échanges avec cette personne',
    cotes: TOUTES,
    lire: (v) =>
      v.familles
        .filter((f) => f.enfant === v.enfant && f.cote === v.cote)
        .flatMap((f) => f.echanges)
        .filter((e) => e.issue === 'informe' && e.avec.includes(v.pour))
        .map((e) => ({
          cle: `contact-${e.id}`,
          titre: `${MOYENS[e.moyen as keyof typeof MOYENS].libelle}, le ${jourIso(e.jour)} : ${e.sujets.map((s) => SUJETS[s as Sujet].libelle.toLowerCase()).join(' ; ')}`,
          texte: e.dit,
        })),
  },
  transmissions: {
    libelle: 'À qui la situation a été dite',
    cotes: ['cible'],
    lire: (v) =>
      v.transmissions.filter(dicible).map((t) => ({
        cle: `transmission-${t.id}`,
        titre: [DESTINATAIRES[t.destinataire as CodeDestinataire].libelle, t.base].filter(Boolean).join(' : '),
        texte: `Le ${jourIso(t.jour)}.`,
      })),
  },
} as const satisfies Record<string, Partie>
export type CodePartie = keyof typeof PARTIES

/** Said on the sheet: what is never given, and why. */
export const REFUSES: readonly string[] = [
  'Les signalements et les témoignages : qui les a faits doit rester inconnu (CADA, avis 20210396).',
  'Les entretiens avec d’autres élèves, et ce qui est décidé pour eux : cela relève de leur vie privée (CRPA, article L311-6).',
  'Les notes couvertes par un secret professionnel, et les notes de travail.',
]

export const PHRASE_VIDE =
  'Ce passage parle surtout d’autres personnes : une fois les noms cachés, il n’en resterait presque rien. Il n’est pas donné (Conseil d’État, 31 décembre 2024, n° 493305).'

/** What article 15 wants said beside the data themselves. */
export const ARTICLE_15 =
  'Ces données sont traitées par l’académie pour protéger les élèves du harcèlement (mission d’intérêt public, RGPD, article 6, 1, e). Vous pouvez demander qu’elles soient corrigées, ou vous opposer à leur usage : écrivez au délégué à la protection des données, puis, si la réponse ne vient pas, à la CNIL. Ce qui concerne d’autres personnes est caché.'
