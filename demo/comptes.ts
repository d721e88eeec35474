import { lesAgents, type CleAgent } from './agents.ts'
import { ETABLISSEMENTS } from './etablissements.ts'
import type { Compte } from './identite/comptes.ts'
import { CIRCONSCRIPTIONS, DEPARTEMENTS } from './territoires.ts'

type Vue = readonly [cle: CleAgent, fonction: string, voit: string, neVoitPas: string]

/** Whom a visitor may be: one of each role, chosen where the stories are. */
const CHOISIS: readonly Vue[] = [
  [
    'chef.tilleuls',
    'principale',
    'Les signalements et les dossiers du collège Les Tilleuls.',
    'Les autres écoles ; le signalement de son collège qui met un adulte en cause.',
  ],
  [
    'coordo.tilleuls',
    'coordonnateur harcèlement',
    'Les mêmes que la principale du collège.',
    'Les autres écoles ; ce qui met un adulte en cause.',
  ],
  [
    'equipe1.tilleuls',
    'équipe ressource',
    'Le signalement et le dossier qui lui ont été confiés.',
    'Tout le reste de son collège.',
  ],
  [
    'chef.glycines',
    'directrice',
    'Les signalements et les dossiers de l’école Les Glycines.',
    'Le collège voisin, dans la même commune.',
  ],
  [
    'ien.valbrune',
    'inspecteur',
    'Les signalements et les dossiers des écoles de sa circonscription.',
    'Les collèges et les lycées ; les autres circonscriptions.',
  ],
  ['nadia', 'référente départementale', 'Toute la Haute-Garonne, adultes mis en cause compris.', 'Les sept autres départements.'],
  [
    'samuel',
    'responsable départemental',
    'Toute la Haute-Garonne ; les mandats de son département.',
    'Les sept autres départements.',
  ],
  ['vincent', 'référent départemental', 'Tout le Tarn.', 'La Haute-Garonne et les six autres départements.'],
  ['aissatou', 'référente académique', 'Toute l’académie.', 'Le journal des consultations.'],
  [
    'helene',
    'responsable académique',
    'Toute l’académie, et le journal des consultations.',
    'Ce que le déclarant garde pour lui : son adresse, son code.',
  ],
  [
    'capucine',
    'communication',
    'Les actions proposées par les écoles ; elle les publie.',
    'Le contenu : aucun signalement, aucun dossier.',
  ],
  [
    'bertrand',
    'délégué à la protection des données',
    'Le journal : qui a ouvert quoi, et quand.',
    'Le contenu : aucun signalement, aucun dossier.',
  ],
  ['theo', 'administrateur', 'Les agents et leurs mandats.', 'Le contenu : aucun signalement, aucun dossier.'],
]

function lieuDe({ etab, circo, dept }: { etab: string | null; circo: string | null; dept: string | null }): string {
  if (etab !== null) {
    const { nom, commune } = Object.values(ETABLISSEMENTS).find((e) => e.etab === etab)!
    return `${nom}, ${commune}`
  }
  if (circo !== null) return `Circonscription ${Object.values(CIRCONSCRIPTIONS).find((c) => c.circo === circo)!.nom}`
  return dept === null ? 'Académie de Toulouse' : DEPARTEMENTS[dept as keyof typeof DEPARTEMENTS]
}

/** Known to the identity provider, and nobody in Préau: what they get is a plain refusal. */
const SANS_FONCTION: CompteDeDemonstration = {
  fonction: 'sans fonction',
  sub: 'demo-sans-fonction',
  prenom: 'Camille',
  nom: 'Desmarais',
  mail: 'camille.desmarais@preau.example',
  role: null,
  lieu: 'Un agent du rectorat sans fonction dans Préau',
  voit: 'Une phrase qui dit pourquoi Préau ne s’ouvre pas.',
  neVoitPas: 'Tout le reste.',
}

export interface CompteDeDemonstration extends Compte {
  /** What this person is called at work. */
  fonction: string
}

/** The accounts of the identity provider's page. */
export function comptes(): CompteDeDemonstration[] {
  const agents = new Map(lesAgents().map((a) => [a.cle, a]))
  return [
    ...CHOISIS.map(([cle, fonction, voit, neVoitPas]): CompteDeDemonstration => {
      const { sub, prenom, nom, mail, role, ...place } = agents.get(cle)!
      return { sub, prenom, nom, mail, role, fonction, lieu: lieuDe(place), voit, neVoitPas }
    }),
    SANS_FONCTION,
  ]
}
