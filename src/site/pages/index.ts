import { Hono } from 'hono'
import { clock, JOUR, octets, pageFixe, plus, servir, type Env, type Maison } from '#platform'
import { pageDuSite, type Html } from '#ui'
import { etagerePublique } from '#ressource'
import { paru } from '../journee/donnees.ts'
import { accessibilite } from './accessibilite.ts'
import { aide } from './aide.ts'
import { budget } from './budget.ts'
import { conditions } from './conditions.ts'
import { ecoconception } from './ecoconception.ts'
import { routesAvis } from '../avis/avis.ts'
import { routesStats } from '../stats/stats.ts'
import { donnees } from './donnees.ts'
import { mentions } from './mentions.ts'
import { service } from './service.ts'
import { pagePlan, robots, sitemap } from './plan.ts'

type Page = { titre: string; contenu: Html }

/** Pages of text, in French: made once, served as bytes. */
function texte(chemin: string, page: Page | ((m: Maison) => Page)): Hono<Env> {
  const faites = new WeakMap<Maison, Buffer>()
  const faire = (m: Maison): Buffer => {
    const p = typeof page === 'function' ? page(m) : page
    return Buffer.from(
      pageDuSite({
        titre: p.titre,
        contenu: p.contenu,
        chemin,
      }).toString(),
    )
  }
  return new Hono<Env>().get('/', (c) => {
    c.set('motif', chemin)
    const m = c.get('maison')
    const corps = faites.get(m) ?? faire(m)
    faites.set(m, corps)
    return pageFixe(c, corps)
  })
}

const plan = new Hono<Env>().get('/', async (c) => {
  c.set('motif', '/plan-du-site')
  const m = c.get('maison')
  const [p, e] = await Promise.all([paru(m), etagerePublique(m)])
  const page = { titre: 'Plan du site', description: 'Toutes les pages de ce site.', chemin: '/plan-du-site' }
  return servir(c, octets(pageDuSite({ ...page, contenu: pagePlan(p, e) })))
})

const sitemapXml = new Hono<Env>().get('/', async (c) => {
  c.set('motif', '/sitemap.xml')
  const m = c.get('maison')
  const [p, e] = await Promise.all([paru(m), etagerePublique(m)])
  return servir(c, octets(sitemap(p, e, m.config.origine), 'application/xml; charset=utf-8'))
})

const robotsTxt = new Hono<Env>().get('/', (c) => {
  c.set('motif', '/robots.txt')
  return servir(c, octets(robots(c.get('maison').config.origine), 'text/plain; charset=utf-8'))
})

const securityTxt = new Hono<Env>().get('/security.txt', (c) => {
  c.set('motif', '/.well-known/security.txt')
  return servir(c, octets(securite(c.get('maison')), 'text/plain; charset=utf-8'))
})

export const PAGES: { chemin: string; routes: Hono<Env> }[] = [
  { chemin: '/donnees-personnelles', routes: texte('/donnees-personnelles', donnees) },
  { chemin: '/accessibilite', routes: texte('/accessibilite', accessibilite) },
  { chemin: '/mentions-legales', routes: texte('/mentions-legales', mentions) },
  { chemin: '/aide', routes: texte('/aide', aide) },
  { chemin: '/conditions-d-utilisation', routes: texte('/conditions-d-utilisation', conditions) },
  { chemin: '/ecoconception', routes: texte('/ecoconception', ecoconception) },
  { chemin: '/ce-service', routes: texte('/ce-service', service) },
  { chemin: '/budget', routes: texte('/budget', budget) },
  { chemin: '/stats', routes: routesStats },
  { chemin: '/avis', routes: routesAvis },
  { chemin: '/plan-du-site', routes: plan },
  { chemin: '/sitemap.xml', routes: sitemapXml },
  { chemin: '/robots.txt', routes: robotsTxt },
  { chemin: '/.well-known', routes: securityTxt },
]

/** RFC 9116. The day only, so that the file is the same all day long. */
function securite({ config }: Maison): string {
  const contact = /<([^>]+)>/.exec(config.expediteur)?.[1] ?? config.expediteur
  const expire = plus(clock.now(), 180 * JOUR)
    .toISOString()
    .slice(0, 10)
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${expire}T00:00:00.000Z`,
    'Preferred-Languages: fr, en',
    `Canonical: ${config.origine}/.well-known/security.txt`,
    '',
  ].join('\n')
}
