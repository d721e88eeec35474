// The one place where markup is made: escaped by default, and synchronous (a page is a pure function).
import { insecables, typo } from './typo.ts'

/** Markup: written by us, and the values in it are escaped. Not a text, so that none of it is cut, joined or escaped by mistake. */
class Balisage {
  readonly isEscaped = true
  private readonly texte: string
  constructor(texte: string) {
    this.texte = texte
  }
  toString(): string {
    return this.texte
  }
}
export type Html = Balisage

/** What a component accepts as text: a plain string is escaped, `Html` is taken as it is. */
export type Texte = string | Html

export type Attributs = Record<string, string | number | boolean | null | undefined>

/** Does what `html` of hono does with values that are not promises, a fifth sooner: a list holds some thousand of them. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  const mots = motsDe(strings)
  let rendu = mots[0]!
  for (let i = 0; i < values.length; i++) rendu += rendre(values[i]) + mots[i + 1]!
  return new Balisage(rendu)
}

const lus = new WeakMap<TemplateStringsArray, readonly string[]>()

/**
 * What a template says by itself is ours, and French: its spaces are made non-breaking once, wherever it stands. Its own margins,
 * a quarter of a page, stay here.
 */
function motsDe(strings: TemplateStringsArray): readonly string[] {
  let mots = lus.get(strings)
  if (mots === undefined) lus.set(strings, (mots = strings.map((s) => insecables(s.replace(MARGES, '\n')))))
  return mots
}

const MARGES = /[ \t]*\n[ \t\n]+/g

/** Nothing for what is absent, `Html` as it is, lists one after the other; all the rest is text, escaped. */
function rendre(valeur: unknown): string {
  if (typeof valeur === 'string') return echapper(valeur)
  if (valeur === undefined || valeur === null || typeof valeur === 'boolean') return ''
  if (typeof valeur === 'number') return String(valeur)
  if ((valeur as Html).isEscaped) return valeur.toString()
  if (Array.isArray(valeur)) {
    let suite = ''
    for (const v of valeur) suite += rendre(v)
    return suite
  }
  if (valeur instanceof Promise) throw new TypeError('A template must not contain a promise: await the data before the page')
  return echapper(String(valeur))
}

const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const echapper = (texte: string): string =>
  /[&<>"']/.test(texte) ? texte.replace(/[&<>"']/g, (signe) => ENTITES[signe]!) : texte

/** ` name="value"` pairs. `true` gives a bare attribute; `false`, `null` and `undefined` give nothing. */
export function attributs(liste: Attributs): Html {
  let rendu = ''
  // Names are written by us, values are escaped.
  for (const nom of Object.keys(liste)) {
    const valeur = liste[nom]
    if (valeur === false || valeur === null || valeur === undefined) continue
    rendu += valeur === true ? ` ${nom}` : ` ${nom}="${echapper(String(valeur))}"`
  }
  return new Balisage(rendu)
}

/** Class names joined, the absent ones left out. */
export const classes = (...noms: (string | false | null | undefined)[]): string => noms.filter(Boolean).join(' ')

/** A text given to a component: a plain string is ours, and gets its typography; `Html` has it already. */
export const dit = (texte: Texte): Texte => (typeof texte === 'string' ? typo(texte) : texte)

/** Text typed by a person: blank lines part paragraphs, line ends are kept, no line begins with « ; » or « ? », the direction follows the script. */
export function paragraphes(texte: string): Html {
  const blocs = texte.trim().split(/\r?\n\s*\r?\n/)
  const lignes = (bloc: string) => bloc.split(/\r?\n/).map((ligne, i) => html`${i > 0 && html`<br />`}${insecables(ligne)}`)
  return html`${blocs.map((bloc) => html`<p dir="auto">${lignes(bloc)}</p>`)}`
}
