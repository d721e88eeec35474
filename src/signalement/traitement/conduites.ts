import type { Urgence } from '../vocabulaire.ts'

export interface Conduite {
  /** What to do now, for the adult who reads. */
  faire: string
  /** The same when an adult of the school is implicated: the school is not told. */
  sansEcole?: string
  numeros: readonly { numero: string; pour: string }[]
}

/**
 * What each reason asks of the adult who reads. Sources: DSDEN 89 (imminent danger: 15 or 112, health staff, 3114 for advice),
 * art. 40 CPP (crime or délit: procureur without delay), permanence of the juvenile prosecutors in doubt, 3018 (images),
 * guide of the word of the child (no inquiry, no repetition). An adult of the school: neither the school nor shared concern.
 */
export const CONDUITES: Record<Urgence, Conduite> = {
  danger_immediat: {
    faire: 'Appelez maintenant si le danger dure. Prévenez le chef d’établissement, ou le directeur et l’IEN, par téléphone.',
    sansEcole:
      'Appelez maintenant si le danger dure. Prévenez votre hiérarchie par téléphone. Dans l’établissement, ne prévenez personne qui puisse être mis en cause.',
    numeros: [
      { numero: '17', pour: 'police' },
      { numero: '15', pour: 'SAMU' },
      { numero: '112', pour: 'urgences' },
    ],
  },
  suicide: {
    faire: 'Ne laissez pas l’élève seul. Prévenez les personnels de santé et social ; la famille, sauf si elle est le danger.',
    numeros: [
      { numero: '15', pour: 'si le geste est proche' },
      { numero: '3114', pour: 'conseil, jour et nuit' },
    ],
  },
  arme: {
    faire: 'Prévenez le chef d’établissement par téléphone. Ne cherchez pas l’objet vous-même.',
    sansEcole:
      'Prévenez votre hiérarchie par téléphone. Dans l’établissement, ne prévenez personne qui puisse être mis en cause. Ne cherchez pas l’objet vous-même.',
    numeros: [{ numero: '17', pour: 'police' }],
  },
  violence_sexuelle: {
    faire:
      'Ne faites pas répéter le récit, ne menez pas d’enquête. Gardez les mots exacts. Article 40 : le procureur est informé sans délai ; dans le doute, la permanence du parquet des mineurs.',
    numeros: [
      { numero: '17', pour: 'police' },
      { numero: '119', pour: 'enfance en danger' },
    ],
  },
  images_intimes: {
    faire: 'Ne demandez pas l’image, ne la transférez pas, ne l’imprimez pas. Le 3018 la fait retirer.',
    numeros: [{ numero: '3018', pour: 'retrait des images, 9 h à 23 h' }],
  },
  mots_de_danger: {
    faire: 'Lisez le récit en entier maintenant : un mot y alerte. Vous seul jugez.',
    numeros: [],
  },
  adulte_mis_en_cause: {
    faire:
      'L’établissement ne voit pas ce signalement. Il relève du département : autorité hiérarchique, affaires juridiques, procureur s’il le faut. Pas de préoccupation partagée.',
    numeros: [],
  },
}
