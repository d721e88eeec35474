const INSECABLE = '\u00a0'

/** French typography: non-breaking spaces around « » and before : ; ! ?, and the real apostrophe. Adds no space that is not there. */
export const typo = (texte: string): string =>
  texte
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’')
    .replace(/ (?=[:;!?»])/g, INSECABLE)
    .replace(/(?<=«) /g, INSECABLE)
    .replace(/(?<=\d) (?=(?:h|min|%|€|Mo|Ko)(?!\p{L}))/gu, INSECABLE)
