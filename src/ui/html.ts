// The one place where markup is made: escaped by default, and synchronous (a page is a pure function).
import { html as gabarit, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString

/** What a component accepts as text: a plain string is escaped, `Html` is taken as it is. */
export type Texte = string | Html

export type Attributs = Record<string, string | number | boolean | null | undefined>

export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  const rendu = gabarit(strings, ...values)
  if (rendu instanceof Promise) throw new TypeError('A template must not contain a promise: await the data before the page')
  return rendu
}

/** ` name="value"` pairs. `true` gives a bare attribute; `false`, `null` and `undefined` give nothing. */
export function attributs(liste: Attributs): Html {
  const parties = Object.entries(liste).map(([nom, valeur]) => {
    if (valeur === false || valeur === null || valeur === undefined) return ''
    return valeur === true ? ` ${nom}` : ` ${nom}="${html`${String(valeur)}`}"`
  })
  // Names are written by us, values were escaped by the template just above.
  return raw(parties.join(''))
}

/** Class names joined, the absent ones left out. */
export const classes = (...noms: (string | false | null | undefined)[]): string => noms.filter(Boolean).join(' ')

/** Text typed by a person: blank lines part paragraphs, line ends are kept, the direction follows the script. */
export function paragraphes(texte: string): Html {
  const blocs = texte.trim().split(/\r?\n\s*\r?\n/)
  const lignes = (bloc: string) => bloc.split(/\r?\n/).map((ligne, i) => html`${i > 0 && html`<br />`}${ligne}`)
  return html`${blocs.map((bloc) => html`<p dir="auto">${lignes(bloc)}</p>`)}`
}
