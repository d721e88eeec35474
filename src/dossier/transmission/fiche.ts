import { jourIso } from '#signalement'
import { enClair, masquer } from '../masque/masquer.ts'
import { enInitiales, lieuxDe, pourFamille } from '../masque/personnes.ts'
import type { Nomme } from '../masque/noms.ts'
import { NATURES, ROLES_PERSONNE, type Nature, type RolePersonne } from '../vocabulaire.ts'
import type { Contexte } from './contexte.ts'
import { datesDes, lieuxDes, natureDes, references3018 } from './faits.ts'
import type { CodeDestinataire } from './transmission.mots.ts'

/** Who is named to a recipient. `eleves`: the targets and those involved; `enfant`: one pupil and the guardians; others are letters. */
type Noms = 'tous' | 'eleves' | 'enfant' | 'initiales'

export interface Feuille {
  titre: string
  noms: Noms
  champs: readonly CodeChamp[]
  /** The right by which these fields, and no others, may be given. */
  base: string
}

/** Each recipient, the fields that its legal basis allows, and the text that says so. What is not here does not leave. */
export const FEUILLES: Partial<Record<CodeDestinataire, Feuille>> = {
  procureur: {
    titre: 'Signalement au procureur de la République',
    noms: 'tous',
    champs: [
      'etablissement',
      'redacteur',
      'personnes',
      'responsables',
      'nature',
      'lieux',
      'dates',
      'faits',
      'mesures',
      'transmissions',
    ],
    base: 'Article 40, alinéa 2, du code de procédure pénale : tous les renseignements relatifs aux faits, tels qu’ils ont été dits.',
  },
  crip: {
    titre: 'Information préoccupante',
    noms: 'enfant',
    champs: ['etablissement', 'redacteur', 'enfant', 'responsables', 'nature', 'faits', 'mesures', 'parents'],
    base: 'Articles L226-2-1 et L226-2-2 du code de l’action sociale et des familles : le strict nécessaire à la protection de cet enfant.',
  },
  dasen: {
    titre: 'Saisine du directeur académique',
    noms: 'eleves',
    champs: ['etablissement', 'redacteur', 'eleves', 'nature', 'dates', 'faits', 'mesures'],
    base: 'Articles D321-16 et R411-11-1 du code de l’éducation.',
  },
  n3018: {
    titre: 'Demande au 3018',
    noms: 'initiales',
    champs: ['etablissement', 'redacteur', 'reference3018', 'nature', 'dates', 'liens'],
    base: 'Les contenus à retirer et leur adresse. Aucun nom ; jamais l’image elle-même.',
  },
  pharos: {
    titre: 'Signalement PHAROS',
    noms: 'initiales',
    champs: ['nature', 'dates', 'liens'],
    base: 'Contenus publics seulement : la date, l’adresse, ce que l’on y voit. Aucun nom.',
  },
  cabinet: {
    titre: 'Note au cabinet du recteur',
    noms: 'initiales',
    champs: ['etablissement', 'redacteur', 'nature', 'dates', 'faits', 'mesures', 'transmissions'],
    base: 'Information hiérarchique : les faits et ce qui est fait, avec des initiales.',
  },
}

/** By what right each recipient is told: that of its sheet, or of what has none. */
const SANS_FEUILLE: Partial<Record<CodeDestinataire, string>> = {
  fait_etablissement: 'Information de la hiérarchie : application Faits établissement, avec des initiales seulement.',
  plainte: 'Droit de la famille, qui décide seule : l’école le lui dit et note ce qu’elle a choisi.',
  main_courante: 'Droit de la famille, qui décide seule : l’école le lui dit et note ce qu’elle a choisi.',
}
export const baseDe = (code: CodeDestinataire): string => FEUILLES[code]?.base ?? SANS_FEUILLE[code]!

export interface LigneFiche {
  libelle: string
  texte: string
}

export interface Choix {
  enfant: string | null
  /** What was decided towards other recipients, in words. */
  decides: readonly string[]
  /** Were the parents told first, or why not. */
  parents: string
  /** What is asked to be taken down, and is still there. */
  liens: readonly string[]
}

interface Vue extends Contexte, Choix {
  cacher(t: string): string
}

const ELEVES = new Set(['cible', 'auteur_presume'])
const roles = (r: ReadonlySet<string>): string =>
  [...r].map((x) => ROLES_PERSONNE[x as RolePersonne].libelle.toLowerCase()).join(', ')

const personnes = (v: Vue, si: (roles: ReadonlySet<string>) => boolean): string =>
  v.noms.connus
    .filter((c) => si(c.roles))
    .map((c) => [c.nom, v.cacher(c.precision), roles(c.roles)].filter(Boolean).join(', '))
    .join('\n')

const responsables = (v: Vue): string =>
  v.familles
    .filter((f) => (v.enfant === null ? f.cote !== 'autre' : f.enfant === v.enfant))
    .flatMap((f) => f.responsables.map((r) => [`${r.nom}, pour ${f.nom}`, r.adresse, r.telephone].filter(Boolean).join(', ')))
    .filter((x, i, xs) => xs.indexOf(x) === i)
    .join('\n')

const CHAMPS = {
  etablissement: {
    libelle: 'Établissement',
    lire: (v: Vue) => [v.o.d.ecole, v.o.d.commune, v.o.d.telephone].filter(Boolean).join(', '),
  },
  redacteur: { libelle: 'Établi par', lire: (v: Vue) => `${v.o.moi.prenom} ${v.o.moi.nom}` },
  personnes: { libelle: 'Personnes', lire: (v: Vue) => personnes(v, (r) => !r.has('responsable_legal')) },
  eleves: { libelle: 'Élèves', lire: (v: Vue) => personnes(v, (r) => [...r].some((x) => ELEVES.has(x))) },
  enfant: {
    libelle: 'Enfant concerné',
    lire: (v: Vue) =>
      v.noms.connus
        .filter((c) => c.id === v.enfant)
        .map((c) => [c.nom, v.cacher(c.precision)].filter(Boolean).join(', '))
        .join('\n'),
  },
  responsables: { libelle: 'Responsables légaux', lire: responsables },
  nature: { libelle: 'Nature des faits', lire: (v: Vue) => natureDes(v.noms) },
  lieux: { libelle: 'Lieux', lire: (v: Vue) => lieuxDes(v.noms) },
  dates: { libelle: 'Dates des faits', lire: (v: Vue) => datesDes(v.noms) },
  faits: { libelle: 'Faits, tels qu’ils ont été dits', lire: (v: Vue) => v.cacher(v.o.resume) },
  mesures: {
    libelle: 'Ce qui est fait',
    lire: (v: Vue) =>
      v.mesures.map((m) => `${NATURES[m.nature as Nature].libelle}, depuis le ${jourIso(m.du)} : ${v.cacher(m.quoi)}`).join('\n'),
  },
  transmissions: { libelle: 'Autres transmissions', lire: (v: Vue) => v.decides.join(', ') },
  parents: { libelle: 'Information des parents', lire: (v: Vue) => v.parents },
  liens: {
    libelle: 'Adresse (URL) et compte',
    lire: (v: Vue) =>
      v.liens.length > 0
        ? v.liens.join('\n')
        : 'À compléter à la main, sans nom : l’adresse exacte, la date et l’heure de la capture.',
  },
  reference3018: { libelle: 'Votre référence', lire: (v: Vue) => references3018(v.noms).join(', ') },
} as const satisfies Record<string, { libelle: string; lire: (v: Vue) => string }>
export type CodeChamp = keyof typeof CHAMPS

function nommes(c: Contexte, noms: Noms, enfant: string | null): readonly Nomme[] {
  if (noms === 'initiales') return enInitiales(c.noms)
  const concernes = c.familles.filter((f) => (noms === 'enfant' ? f.enfant === enfant : f.cote !== 'autre'))
  return pourFamille(c.noms, new Set(concernes.flatMap((f) => [f.enfant, ...f.responsables.map((r) => r.responsable)])))
}

/** The lines of a sheet: only the fields of its row, each masked as the row says. To the prosecutor, nothing is hidden. */
export function lignesFiche(c: Contexte, feuille: Feuille, choix: Choix): LigneFiche[] {
  const reglage = { personnes: nommes(c, feuille.noms, choix.enfant), laisser: lieuxDe(c.o) }
  const cacher = (t: string): string => (feuille.noms === 'tous' ? t : enClair(masquer(t, reglage)))
  const v: Vue = { ...c, ...choix, cacher }
  return feuille.champs
    .map((code) => ({ libelle: CHAMPS[code].libelle, texte: CHAMPS[code].lire(v) }))
    .filter((l) => l.texte !== '')
}
