import { Hono } from 'hono'
import { clock, JOUR, pageFixe, plus, type Env } from '#platform'
import { directionDe, pagePublique, textesPage, typo, type Html } from '#ui'
import { accessibilite } from './accessibilite.ts'
import { aide } from './aide.ts'
import { donnees } from './donnees.ts'

/** Pages of text, in French: made once, served as bytes. */
function texte(chemin: string, p: { titre: string; contenu: Html }): Hono<Env> {
  const corps = Buffer.from(
    pagePublique({
      langue: 'fr',
      dir: directionDe('fr'),
      titre: typo(p.titre),
      contenu: p.contenu,
      textes: textesPage('fr'),
      quitter: true,
      chemin,
      languesUrls: [],
    }).toString(),
  )
  return new Hono<Env>().get('/', (c) => {
    c.set('motif', chemin)
    return pageFixe(c, corps)
  })
}

export const PAGES: { chemin: string; routes: Hono<Env> }[] = [
  { chemin: '/donnees-personnelles', routes: texte('/donnees-personnelles', donnees) },
  { chemin: '/accessibilite', routes: texte('/accessibilite', accessibilite) },
  { chemin: '/aide', routes: texte('/aide', aide) },
  {
    chemin: '/.well-known',
    routes: new Hono<Env>().get('/security.txt', (c) => c.text(securite(c.get('maison').config.expediteur))),
  },
]

/** RFC 9116. */
const securite = (contact: string): string =>
  `Contact: mailto:${/<([^>]+)>/.exec(contact)?.[1] ?? contact}\nExpires: ${plus(clock.now(), 180 * JOUR).toISOString()}\nPreferred-Languages: fr, en\n`
