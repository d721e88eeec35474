import MarkdownIt, { type Token } from 'markdown-it'

/** CommonMark and tables; raw HTML is text like any other. Only the reader is used: its own renderer is never called. */
const lecteur = new MarkdownIt('commonmark', { html: false, linkify: false, typographer: false, maxNesting: 20 }).enable('table')

/** A piece of a text: what markdown-it found there, and what lies inside. */
export interface Noeud {
  token: Token
  enfants: readonly Noeud[]
}

export const lireMarkdown = (texte: string): readonly Noeud[] => arbre(lecteur.parse(texte, {}))

function arbre(tokens: readonly Token[]): Noeud[] {
  const racine: Noeud[] = []
  const ouverts: Noeud[][] = [racine]
  for (const token of tokens) {
    if (token.nesting === -1) {
      if (ouverts.length > 1) ouverts.pop()
      continue
    }
    const enfants: Noeud[] = token.children === null ? [] : arbre(token.children)
    ouverts.at(-1)!.push({ token, enfants })
    if (token.nesting === 1) ouverts.push(enfants)
  }
  return racine
}

/** The words of a piece, without any mark; an image says its alternative. */
export function texteDe(n: Noeud): string {
  const { type, content } = n.token
  if (type === 'text' || type === 'text_special' || type === 'code_inline' || type === 'code_block' || type === 'fence')
    return content
  if (type === 'softbreak' || type === 'hardbreak') return ' '
  return n.enfants.map(texteDe).join(n.token.block && type !== 'inline' ? ' ' : '')
}

export const attribut = (n: Noeud, nom: string): string => String(n.token.attrGet(nom) ?? '')

/** Every piece, the outer ones first. */
export function* parcourir(noeuds: readonly Noeud[]): Generator<Noeud> {
  for (const n of noeuds) {
    yield n
    yield* parcourir(n.enfants)
  }
}
