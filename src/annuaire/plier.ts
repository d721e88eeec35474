/** Lower case, without accents, ligatures or typographic apostrophes: the same folding as annuaire.plier() in the database. */
export const plier = (texte: string): string =>
  texte.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae').replace(/[’']/g, ' ')
