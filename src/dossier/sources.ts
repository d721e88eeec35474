/**
 * A source as a screen says it: without the codes of the survey of practice (« S03 »), which nobody in a school knows.
 * `docs/protocole.md` keeps them. Empty when the code was all there was.
 */
export const sourceDite = (source: string): string => {
  const dite = source
    .replace(/\bS\d{2,3}(?:(?:, | à )S\d{2,3})*(?: : )?/g, '')
    .replace(/ ?\(\s*\)/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/(?: ;){2,}/g, ' ;')
    .replace(/^[ ;,]+|[ ;,]+$/g, '')
  return dite.charAt(0).toUpperCase() + dite.slice(1)
}
