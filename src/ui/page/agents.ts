// The page of the agents' door: dense, French, what is due first.
import { attributs, html } from '../html.ts'
import type { Attributs, Html } from '../html.ts'
import { icone } from '../icone.ts'
import type { NomIcone } from '../icone.ts'
import { filAriane } from '../navigation.ts'
import type { Lien } from '../navigation.ts'
import { enveloppe, marque } from './commun.ts'

export interface EntreeMenu {
  libelle: string
  url: string
  courant: boolean
  /** How many wait there. */
  compte?: number
  icone?: NomIcone
}

export interface Session {
  /** ISO instant at which the session ends whatever happens. */
  finAvant: string
  inactiviteMinutes: number
  /** The server's present instant: the script then counts from it and not from the device's clock. */
  maintenant?: string
  /** Fetched (GET) by « Rester connecté »; without it the warning has no such button. */
  urlProlonger?: string
}

export interface PageAgents {
  titre: string
  contenu: Html
  /** `cle`: what tells two agents apart on one device (not a name); drafts of another one are erased. */
  agent: { nom: string; role: string; cle?: string }
  menu: readonly EntreeMenu[]
  filAriane?: readonly { libelle: string; url?: string }[]
  banniere?: Html
  session?: Session
  script?: readonly string[]
  /** Hidden fields of the sign-out form (the CSRF token). */
  champsDeconnexion?: Html
  pied?: readonly Lien[]
}

// The mention that the law asks for on the page itself; « non conforme » until an audit says otherwise.
const PIED: readonly Lien[] = [
  { libelle: 'Accessibilité\u00a0: non conforme', url: '/accessibilite' },
  { libelle: 'Données personnelles', url: '/donnees-personnelles' },
  { libelle: 'Aide', url: '/aide' },
]

const entree = (m: EntreeMenu): Html => {
  const compte = m.compte ? html` <span class="preau-compteur">${m.compte}</span>` : undefined
  return html`<li>
    <a class="fr-nav__link" href="${m.url}" ${attributs({ 'aria-current': m.courant && 'page' })}
      >${m.icone && icone(m.icone)}<span>${m.libelle}</span>${compte}</a
    >
  </li>`
}

const deconnexion = (champs?: Html): Html =>
  html`<form method="post" action="/deconnexion" data-deconnexion>
    ${champs}<button type="submit" class="fr-btn fr-btn--sm fr-btn--tertiary preau-btn--icone">
      ${icone('sortie')}<span>Se déconnecter</span>
    </button>
  </form>`

const barre = (p: PageAgents): Html =>
  html`<header class="fr-header preau-barre" role="banner">
    <div class="fr-container fr-container--fluid fr-header__body-row">
      <a class="fr-header__service" href="/">${marque}<span class="fr-header__service-title">Préau</span></a>
      <div class="fr-header__tools">
        <p class="preau-agent"><strong>${p.agent.nom}</strong> <span>${p.agent.role}</span></p>
        ${deconnexion(p.champsDeconnexion)}
      </div>
    </div>
    <nav class="fr-nav" aria-label="Menu principal">
      <ul class="fr-container fr-container--fluid fr-nav__list">
        ${p.menu.map(entree)}
      </ul>
    </nav>
  </header>`

function donneesSession({ agent, session }: PageAgents): Attributs {
  if (!session) return {}
  return {
    'data-session-fin': session.finAvant,
    'data-session-inactivite': session.inactiviteMinutes,
    'data-session-maintenant': session.maintenant,
    'data-session-prolonger': session.urlProlonger,
    'data-session-agent': agent.cle ?? agent.nom,
  }
}

export const pageAgents = (p: PageAgents): Html =>
  enveloppe({
    langue: 'fr',
    dir: 'ltr',
    onglet: `${p.titre} · Préau`,
    script: ['page.js', ...(p.session ? ['session.js'] : []), ...(p.script ?? [])],
    corps: html`<body class="preau-agents" ${attributs(donneesSession(p))}>
      <div class="fr-skiplinks"><a class="fr-link" href="#contenu">Aller au contenu</a></div>
      ${barre(p)} ${p.banniere}
      <main id="contenu" class="fr-container fr-container--fluid preau-contenu" tabindex="-1">
        ${p.filAriane && filAriane(p.filAriane)}${p.contenu}
      </main>
      <footer class="fr-footer" role="contentinfo">
        <div class="fr-container fr-container--fluid">
          <ul class="fr-footer__bottom-list">
            ${(p.pied ?? PIED).map((l) => html`<li><a class="fr-footer__bottom-link" href="${l.url}">${l.libelle}</a></li>`)}
          </ul>
        </div>
      </footer>
    </body>`,
  })
