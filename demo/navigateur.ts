/** As much of a browser as the stories need: what a form sends along, and the sentence that says no. */

const SIGNES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" }
const enClair = (texte: string): string => texte.replace(/&(amp|quot|lt|gt|#39);/g, (_, nom: string) => SIGNES[nom]!)

const attribut = (balise: string, nom: string): string | undefined => {
  const lu = new RegExp(`\\s${nom}="([^"]*)"`).exec(balise)?.[1]
  return lu === undefined ? undefined : enClair(lu)
}

/** Hidden fields of the form that posts to this address: the version on the screen, the number of a message. */
export function champsCaches(html: string, action: string): Record<string, string> {
  const forme = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map(([texte]) => texte)
    .find((texte) => {
      const balise = texte.slice(0, texte.indexOf('>'))
      return attribut(balise, 'action') === action && attribut(balise, 'method') === 'post'
    })
  if (forme === undefined) throw new Error(`demonstration: no form for ${action} on the page`)
  const caches = [...forme.matchAll(/<input\b[^>]*>/g)].map(([balise]) => balise).filter((b) => attribut(b, 'type') === 'hidden')
  return Object.fromEntries(caches.map((b) => [attribut(b, 'name') ?? '', attribut(b, 'value') ?? '']))
}

/** What an error page says, without its tags. */
export const phraseDeRefus = (html: string): string =>
  enClair(
    html
      .slice(html.indexOf('role="alert"'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  ).slice(0, 300)
