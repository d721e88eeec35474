import { html, prefixeDe, LANGUES, typo, type Html } from '#ui'
import type { etagerePublique } from '#ressource'
import type { Paru } from '../journee/donnees.ts'
import { adresse, CODES, cheminDe, nomDe, titreDe } from '../journee/edition.ts'

type Lien = readonly [url: string, libelle: string]

const PARLER: readonly Lien[] = [
  ['/', 'Accueil : parler, être aidé'],
  ['/signaler', 'Raconter ce qui se passe'],
  ['/suivi', 'Lire ma réponse'],
  ['/questions', 'Est-ce que c’est normal ?'],
  ['/eleves', 'Pour les élèves'],
  ['/parents', 'Pour les parents'],
  ['/personnels', 'Pour les personnels'],
]
const LE_SITE: readonly Lien[] = [
  ['/ressources', 'Ressources à lire et à imprimer'],
  ['/le-pole', 'Le pôle académique, et comment joindre le référent de son école'],
  ['/aide', 'Aide'],
  ['/ce-service', 'Ce service : pourquoi, pour qui, qui le fait'],
  ['/donnees-personnelles', 'Données personnelles'],
  ['/accessibilite', 'Accessibilité'],
  ['/mentions-legales', 'Mentions légales'],
  ['/conditions-d-utilisation', 'Conditions d’utilisation'],
  ['/stats', 'Statistiques'],
  ['/avis', 'Je donne mon avis'],
  ['/ecoconception', 'Écoconception'],
  ['/budget', 'Budget'],
  ['/plan-du-site', 'Plan du site'],
  ['/connexion', 'Espace des personnels'],
]

/** Every temps fort with the editions that are published, and those only. */
const tempsForts = (p: Paru): Lien[] => [
  ['/temps-forts', 'Tous les temps forts'],
  ...CODES.flatMap((code): Lien[] => {
    const editions = p.editions.filter((e) => e.code === code)
    return editions.length === 0 ? [[cheminDe(code), nomDe(code)]] : editions.map((e): Lien => [adresse(e), titreDe(e)])
  }),
]

/** What is on the shelf for everybody now: each resource, each page that editors wrote. */
type Etagere = Awaited<ReturnType<typeof etagerePublique>>
const pagesEcrites = (e: Etagere): Lien[] => [...e.pages.values()].map((l) => [`/pages/${l.adresse}`, l.titre])
const ressources = (e: Etagere): Lien[] => [...e.ressources.values()].map((l) => [`/ressources/${l.adresse}`, l.titre])

const liste = (liens: readonly Lien[]): Html =>
  html`<ul>
    ${liens.map(([url, libelle]) => html`<li><a href="${url}">${typo(libelle)}</a></li>`)}
  </ul>`

export const pagePlan = (p: Paru, e: Etagere): Html =>
  html`<h1>Plan du site</h1>
    <h2>Parler, être aidé</h2>
    ${liste(PARLER)}
    <p>
      Aussi en
      <a href="/en" lang="en" hreflang="en">English</a> et en <a href="/ar" lang="ar" hreflang="ar" dir="rtl">العربية</a>.
    </p>
    <h2>Les temps forts</h2>
    ${liste(tempsForts(p))}
    <h2>Le site</h2>
    ${liste([...LE_SITE, ...pagesEcrites(e)])}`

/** The pages that are written in each language. */
const TRADUITES = ['', '/questions', '/donnees-personnelles', '/eleves', '/parents', '/personnels', '/signaler']

/** What search engines may show (sitemaps.org): pages that say the same to everybody, and only what is published. */
export function sitemap(p: Paru, e: Etagere, origine: string): string {
  const chemins = [
    ...LANGUES.flatMap((langue) => TRADUITES.map((t) => `${prefixeDe(langue)}${t}` || '/')),
    ...[...tempsForts(p), ...LE_SITE, ...pagesEcrites(e), ...ressources(e)]
      .map(([url]) => url)
      .filter((url) => url !== '/connexion'),
  ]
  const corps = html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    ${[...new Set(chemins)].map((x) => html`<url><loc>${origine}${x}</loc></url>`)}
  </urlset>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${corps.toString()}\n`
}

/** Pages of one person, and pictures, are nobody’s to index. */
export const robots = (origine: string): string =>
  [
    'User-agent: *',
    'Disallow: /suivi',
    'Disallow: /photos/',
    'Disallow: /connexion',
    '',
    `Sitemap: ${origine}/sitemap.xml`,
    '',
  ].join('\n')
