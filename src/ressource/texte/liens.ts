import { attribut, lireMarkdown, parcourir } from './markdown.ts'

/** Where a link may lead: `dehors` is another site. */
export interface Cible {
  url: string
  dehors: boolean
}

const MAIL = /^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+$/i
const TEL = /^tel:\+?[0-9]{2,15}$/i
/** A path of this site: one slash, and nothing that a browser would read as another host. */
const CHEMIN = /^\/(?![/\\])[^\s"'<>\\]*$/

/** An address that somebody wrote, or null when it is none that we let through. */
export function cibleDe(adresse: string): Cible | null {
  if (MAIL.test(adresse) || TEL.test(adresse) || CHEMIN.test(adresse)) return { url: adresse, dehors: false }
  const url = adresseDuWeb(adresse)
  return url === null ? null : { url, dehors: true }
}

/** A whole address of the web, without a name or a password in it. */
export function adresseDuWeb(adresse: string): string | null {
  if (!/^https?:\/\//i.test(adresse) || adresse.length > 500) return null
  const url = URL.parse(adresse)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.username === '' && url.password === '' && url.hostname.includes('.') && !/["<>\s]/.test(url.href) ? url.href : null
}

/** `fichier:2`: the second file of the version. */
export function rangDuFichier(adresse: string): number | null {
  const rang = /^fichier:([1-9]\d?)$/.exec(adresse)?.[1]
  return rang === undefined ? null : Number(rang)
}

/** The other sites that a text leads to, each once. */
export function liensDehors(texte: string): string[] {
  const urls = [...parcourir(lireMarkdown(texte))]
    .filter((n) => n.token.type === 'link_open')
    .map((n) => cibleDe(attribut(n, 'href')))
    .flatMap((cible) => (cible?.dehors ? [cible.url] : []))
  return [...new Set(urls)]
}
