import assert from 'node:assert/strict'
import { uuidv7 } from '#platform'
import type { Verbe } from '../../src/dossier/protocole/protocole.ts'
import { envoyerDossier, ouvrirDossier, type DossierVu } from './dossiers.ts'
import type { Monde, NomAgent } from './monde.ts'
import { engagement } from './pistes.ts'
import { raconter } from './situations.ts'

type Fait = readonly [verbe: string, detail: object]
type Champs = Record<string, string>

/** A dossier on which a verb is tried, by whom, and what was made ready for it: a track, an offer, an extract… by name. */
export interface Contexte {
  m: Monde
  d: DossierVu
  qui: NomAgent
  /** Another open dossier of the same school. */
  autre: string
  ids: Record<string, string>
}

/** Where a verb is sent, what a well filled form says, and what the house must hold before. */
export interface Geste {
  forme: (c: Contexte) => string
  champs: (c: Contexte) => Champs
  /** Facts of this verb alone, after those that every dossier here has. */
  faits?: readonly Fait[]
  /** What the verb acts on, through the real forms, while the dossier is in treatment. */
  objet?: (c: Contexte) => Promise<void>
}

const finie = uuidv7()
/** What has happened in every dossier here: enough for the whole table, but for what contradicts itself. */
export const PASSE: readonly Fait[] = [
  ['dossier.entendre', { role: 'cible' }],
  ['dossier.evaluer', { danger: false }],
  ['dossier.qualifier', { qualification: 'harcelement' }],
  ['dossier.informer_famille', { cote: 'cible', sujet: 'ouverture' }],
  ['dossier.engager_piste', { piste: finie, methode: 'disciplinaire' }],
  ['dossier.decider_piste', { piste: finie, decision: 'finir' }],
  ['dossier.surveiller', {}],
  ['dossier.point_suivi', { parole: 'cesse' }],
]

/** A form of this dossier, as its page would send it. */
export const envoyerForme = (c: Contexte, forme: string, champs: Champs, qui: NomAgent): Promise<Response> =>
  forme.startsWith('/')
    ? c.m.envoyer(forme, { id: uuidv7(), ...champs }, qui)
    : envoyerDossier(c.m, c.d, forme, { id: uuidv7(), ...champs }, qui)

async function faire(c: Contexte, forme: string, champs: Champs, qui: NomAgent = 'chefTilleuls'): Promise<void> {
  const r = await envoyerForme(c, forme, champs, qui)
  assert.equal(r.status, 303, `${forme}: ${r.status === 303 ? '' : await r.text()}`)
}

/** The same, kept by name. */
async function garder(c: Contexte, nom: string, forme: string, champs: Champs, qui?: NomAgent): Promise<void> {
  c.ids[nom] = uuidv7()
  await faire(c, forme, { id: c.ids[nom], ...champs }, qui)
}

const dite = 'Nous avons compris, nous agissons, et Mme Roca vous répond au collège.'
const AUCUNE = { nature: 'aucune', quoi: 'Rien à prévoir aujourd’hui.' }
const protege = (c: Contexte): Promise<void> => faire(c, 'mesures', AUCUNE)
const signale = async (c: Contexte): Promise<void> => void (c.ids.signalement = (await raconter(c.m, 'tilleuls')).id)
const piste = (methode: string): Champs => {
  const { id: _, ...champs } = engagement({ methode })
  return champs
}
const enMpp = async (c: Contexte): Promise<void> => {
  if (c.ids.mpp !== undefined) return
  await protege(c)
  await garder(c, 'mpp', 'traitement/pistes', piste('mpp'))
}
const avecMere = async (c: Contexte): Promise<void> => {
  const champs = { nom: 'Sofia Marchetti', lien: 'mere', autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
  if (c.ids.mere === undefined) await garder(c, 'mere', `familles/${c.ids.cible}/responsables`, champs)
}
const extrait = (c: Contexte): Champs => ({ cote: 'cible', pour: c.ids.mere!, partie_mesures: 'oui', partie_contacts: 'oui' })
const aRelire = async (c: Contexte): Promise<void> => {
  await avecMere(c)
  await garder(c, 'extrait', `familles/${c.ids.cible}/extraits`, extrait(c), 'referent31')
  await faire(c, `familles/extraits/${c.ids.extrait}/relecture`, { version: await versionExtrait(c) }, 'referent31')
  c.ids.version = await versionExtrait(c)
}
const versionExtrait = async (c: Contexte): Promise<string> =>
  String(
    (await c.m.admin<{ version: number }>('select version from confidentiel.extrait where id = $1', [c.ids.extrait]))[0]!.version,
  )

const fixe = (forme: string, champs: Geste['champs'] = () => ({}), reste: Partial<Geste> = {}): Geste => ({
  forme: () => forme,
  champs,
  ...reste,
})

const jour = '2026-11-10'
const bientot = '2026-11-13'
/** A grid in which nothing is sure but that there is no danger. */
export const GRILLE = {
  repetition: 'souvent',
  duree: 'semaines',
  graves: 'non',
  cyber: 'sait_pas',
  desequilibre: 'non',
  groupe: 'suit',
  vulnerabilite: 'oui',
  dignite: 'oui',
  sante: 'signes',
  apprentissage: 'sait_pas',
  evolution: 'debut',
  danger: 'non',
}
const ENTENDU = {
  role: 'cible',
  quand: `${jour}T09:00`,
  faits: 'On le pousse.',
  danger: 'non',
  suicide: 'non',
  soir: 'oui',
  retour: 'Sa mère, à midi',
  famille: 'a_faire',
}

const DU_DOSSIER = {
  prendre: fixe('prise-en-charge'),
  proteger: fixe('mesures', () => AUCUNE),
  lever: {
    forme: (c) => `mesures/${c.ids.mesure}/fin`,
    champs: () => ({}),
    objet: (c) => garder(c, 'mesure', 'mesures', { nature: 'vigilance', quoi: 'La cour', qui: 'Mme Roca' }),
  },
  inscrire_personne: fixe('personnes', () => ({ nom: 'Un camarade', role: 'temoin' })),
  changer_role: { forme: (c) => `personnes/${c.ids.cible}/roles`, champs: () => ({ role_id: uuidv7(), role: 'temoin' }) },
  changer_urgence: fixe(
    'urgences/levee',
    () => ({ urgence: 'mots_de_danger', raison_lever: 'Une expression, vérifiée avec lui.' }),
    {
      objet: (c) =>
        c.m.admin("update confidentiel.dossier set urgences = '{mots_de_danger}' where id = $1", [c.d.id]).then(() => undefined),
    },
  ),
  resumer: fixe('resume', () => ({ resume: 'Des faits.' })),
  confier: fixe('responsable', (c) => ({ agent: c.m.agents.referent31, famille_responsable: 'informee' })),
  octroyer: fixe('octrois', (c) => ({
    membre: c.m.agents.equipeTilleuls,
    motif: 'entretiens',
    jusque: bientot,
    famille_octroi: 'informee',
  })),
  rattacher: fixe('rattachements', (c) => ({ signalement: c.ids.signalement! }), { objet: signale }),
  reporter: fixe('report', () => ({ report_le: bientot, raison: 'Le car scolaire.', note: uuidv7() })),
  noter: fixe('notes', () => ({ note: 'Vu ce matin.' })),
  tacher: fixe('taches', (c) => ({ quoi: 'Appeler.', tache_le: bientot, pour: c.m.agents.chefTilleuls })),
  revoir: {
    forme: (c) => `/bureau/revue/${c.d.numero}`,
    champs: () => ({ decision: 'continue', mot: '', note: uuidv7(), vue: '' }),
  },
  sceller: fixe('notes/scellees', () => ({ scellee: 'Dit à l’infirmerie.' })),
} satisfies Partial<Record<Verbe, Geste>>

const DU_TRAITEMENT = {
  entendre: {
    forme: (c) => `entretiens/avec/${c.ids.cible}/cible`,
    champs: (c) => ({ ...ENTENDU, mene: c.m.agents.chefTilleuls }),
  },
  evaluer: fixe('evaluation/grille', () => GRILLE),
  qualifier: fixe('evaluation/qualification', () => ({ qualification: 'harcelement', raison: 'Répété, à plusieurs.' })),
  engager_piste: fixe('traitement/pistes', () => piste('farsta'), { objet: protege }),
  composer_equipe: fixe('traitement/equipe', () => ({ nom: 'Odile Verne', cote: 'groupe' }), { objet: enMpp }),
  preoccuper: {
    forme: (c) => `traitement/entretiens/${c.ids.cible}`,
    champs: (c) => ({
      constat: 'mieux',
      danger: 'non',
      suicide: 'non',
      soir: 'oui',
      mots: '« Ça va. »',
      intervenant: c.ids.adulte!,
      tenue_le: jour,
      prochain: bientot,
    }),
    objet: async (c) => {
      await enMpp(c)
      await garder(c, 'adulte', 'traitement/equipe', { nom: 'Basile Orcel', cote: 'cible' })
    },
  },
  avancer_piste: {
    forme: (c) => `traitement/pistes/${c.ids.procedure}/etapes`,
    champs: (c) => ({ etape: 'ouverture', jour, texte: 'Fait.', personne: c.ids.auteur! }),
    objet: async (c) => {
      await protege(c)
      await garder(c, 'procedure', 'traitement/pistes', piste('disciplinaire'))
    },
  },
  decider_piste: {
    forme: (c) => `traitement/pistes/${c.ids.mpp}/decision`,
    champs: () => ({ version_piste: '1', decision: 'garder', parole: 'mieux', mots: 'Mieux.', raison: 'Cela avance.' }),
    objet: enMpp,
  },
} satisfies Partial<Record<Verbe, Geste>>

const DEHORS = {
  informer_famille: {
    forme: (c) => `familles/${c.ids.cible}/raisons`,
    champs: () => ({ cote: 'cible', motif: 'introuvable', sujet: 'ouverture', pourquoi: 'Trois appels.' }),
  },
  extraire: { forme: (c) => `familles/${c.ids.cible}/extraits`, champs: extrait, objet: avecMere },
  relire: {
    forme: (c) => `familles/extraits/${c.ids.extrait}/avis`,
    champs: (c) => ({ avis: 'accord', version: c.ids.version! }),
    objet: aRelire,
  },
  transmettre: fixe('transmissions/procureur', () => ({ decision: 'non', raison: 'Le parquet dit d’attendre.', jour })),
  partir: {
    forme: (c) => `transmissions/envois/${c.ids.enAttente}/retrait`,
    champs: () => ({ retrait_raison: 'Le DASEN a appelé.', version: '1' }),
    objet: (c) =>
      garder(c, 'enAttente', 'transmissions/dasen', { decision: 'oui', raison: 'Cela dure.', depart: 'relecture', jour }, c.qui),
  },
  suivre_transmission: fixe(
    'transmissions/procureur/suites',
    (c) => ({ transmission: c.ids.transmission!, issue: 'attente', suite_jour: jour }),
    { objet: (c) => garder(c, 'transmission', 'transmissions/procureur', { decision: 'oui', raison: 'Graves.', jour }) },
  ),
} satisfies Partial<Record<Verbe, Geste>>

const DU_SUIVI = {
  surveiller: fixe('suivi/surveillance', () => ({ quoi: 'La CPE regarde la cour.' }), { objet: protege }),
  point_suivi: fixe('suivi/points', () => ({
    parole: 'cesse',
    mots: '« C’est fini. »',
    danger: 'non',
    suicide: 'non',
    soir: 'oui',
  })),
  clore: fixe('suivi/cloture', () => ({ motif: 'cesse', raison: 'Il le dit.', reste: 'Appeler le collège.' })),
  ecarter: fixe('suivi/ecart', () => ({ famille_texte: dite }), {
    faits: [['dossier.qualifier', { qualification: 'pas_de_harcelement' }]],
  }),
  rouvrir: fixe('suivi/reouverture', () => ({ raison: 'Cela reprend.' })),
  expliquer: fixe('suivi/explication', (c) => ({ signalement: c.ids.signalement!, explication: 'Vérifié.', mot: dite }), {
    objet: signale,
  }),
} satisfies Partial<Record<Verbe, Geste>>

const offrir = (c: Contexte, nom: string, nature: string, a: NomAgent, qui: NomAgent): Promise<void> =>
  garder(c, nom, 'offres', { nature, a: c.m.agents[a], pourquoi: 'Pour avis.', famille_offre: 'accord' }, qui)

const DE_L_APPUI = {
  doublonner: fixe('reunion', (c) => ({ numero: c.autre, pourquoi_reunion: 'Les mêmes faits.' })),
  dedoubler: fixe('separation', () => ({ pourquoi_reunion: 'Deux élèves.' }), {
    objet: (c) => faire(c, 'reunion', { numero: c.autre, pourquoi_reunion: 'Les mêmes faits.' }),
  }),
  transferer: fixe('transfert', (c) => ({
    ou: 'ailleurs',
    ailleurs: 'À Lyon ; la direction est prévenue.',
    famille_transfert: 'accord',
    [`suit_${c.ids.cible}`]: 'oui',
  })),
  proposer: fixe('offres', (c) => ({
    nature: 'partager',
    a: c.m.agents.referent31,
    pourquoi: 'Pour avis.',
    famille_offre: 'accord',
  })),
  repondre_offre: {
    forme: (c) => `offres/${c.ids.recue}`,
    champs: () => ({ reponse: 'acceptee' }),
    objet: (c) => offrir(c, 'recue', 'partager', 'chefTilleuls', 'referent31'),
  },
  rappeler_offre: {
    forme: (c) => `offres/${c.ids.envoyee}/rappel`,
    champs: () => ({}),
    objet: (c) => offrir(c, 'envoyee', 'passer', 'referent31', c.qui),
  },
  demander_appui: fixe('appuis', () => ({
    appui: 'conseil',
    vers: 'departement',
    quoi: 'Un conseil, s’il vous plaît.',
    famille_appui: 'accord',
  })),
} satisfies Partial<Record<Verbe, Geste>>

/** One well filled form for each act of the table. */
export const GESTES: Record<Verbe, Geste> = { ...DU_DOSSIER, ...DU_TRAITEMENT, ...DEHORS, ...DU_SUIVI, ...DE_L_APPUI }

/** A dossier with a target and a presumed author, opened by its form. */
export async function ouvrirContexte(m: Monde, qui: NomAgent, autre: string): Promise<Contexte> {
  const d = await ouvrirDossier(m, 'chefTilleuls', { nom1: 'Kévin Dumas', role1: 'auteur_presume' })
  const roles = await m.admin<{ personne: string; role: string }>(
    'select personne, role from confidentiel.personne_role where fil = $1',
    [d.id],
  )
  const de = (role: string): string => roles.find((r) => r.role === role)!.personne
  return { m, d, qui, autre, ids: { cible: de('cible'), auteur: de('auteur_presume') } }
}

/** Everything that is written under a dossier, table by table, but who looked: two pictures are the same when nothing was written. */
export async function toutCeQuiEstEcrit(m: Monde, fil: string): Promise<Record<string, string>[]> {
  const tables = await m.admin<{ t: string }>(
    `select format('%I.%I', table_schema, table_name) as t from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where column_name = 'fil' and table_type = 'BASE TABLE' and table_schema in ('confidentiel', 'acces') and table_name <> 'consultation'
      order by 1`,
  )
  const une = (t: string): string =>
    `select '${t}' as t, count(*)::text as n, md5(string_agg(x::text, '' order by x::text)) as d from ${t} x where fil = $1`
  return m.admin(
    [...tables.map((x) => une(x.t)), `select 'dossier', '1', md5(x::text) from confidentiel.dossier x where id = $1`].join(
      ' union all ',
    ),
    [fil],
  )
}

/** Where a dossier must stand for a gesture that is not made while the situation is treated. */
export const ETAT_AVANT: Partial<Record<Verbe, 'pris_en_charge' | 'evaluation' | 'surveillance' | 'clos' | 'recu'>> = {
  prendre: 'recu',
  ecarter: 'evaluation',
  clore: 'surveillance',
  point_suivi: 'surveillance',
  rouvrir: 'clos',
  expliquer: 'clos',
}
