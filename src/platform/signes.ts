/** Signs that XML, and what reads it, cannot hold are left out: no text of ours has them, one that was pasted may. */
export const sansControles = (texte: string): string =>
  texte
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- they are what is being removed
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
