/** What a reminder on several dossiers is for: a short list that says what most are, and one's own words (proposition). */
export const MOTIFS_REPERE = {
  etablissement: 'Appeler l’établissement',
  vacances: 'Faire le point avant les vacances',
  comite: 'À voir en comité',
  autre: 'Autre chose',
} as const

export const POUR_REPERE = {
  moi: 'Moi',
  responsable: 'La personne responsable de chaque dossier',
} as const

/** The value of a box: the number, and the id that the task will have. */
export const ecrireCoche = (numero: string, id: string): string => `${numero}_${id}`
export function lireCoche(valeur: string): { numero: string; id: string } {
  const [numero = '', id = ''] = valeur.split('_')
  return { numero, id }
}
