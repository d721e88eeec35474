import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { demarrerIdentite, type Compte, type Identite } from '../../demo/identite/index.ts'
import { createApp } from '../../src/app.ts'
import { AGENTS, nouveauMonde, NOMS_AGENTS, type Monde, type NomAgent } from '../support/monde.ts'

/** The world of the tests, served over HTTP with a real identity provider beside it. */
export interface MaisonOuverte {
  m: Monde
  identite: Identite
  origine: string
  navigateur(): Navigateur
  fermer(): Promise<void>
}

const compte = (nom: NomAgent): Compte => ({
  sub: `sub-${nom}`,
  prenom: AGENTS[nom].prenom,
  nom: AGENTS[nom].nom,
  mail: `${nom.toLowerCase()}@exemple.fr`,
  role: AGENTS[nom].role,
  lieu: nom,
  voit: 'ce que sa fonction ouvre.',
  neVoitPas: 'le reste.',
})

const autre = (sub: string, mail: string): Compte => ({ ...compte('dpo'), sub, mail, role: null, prenom: 'Lou', nom: sub })

export const COMPTES: Compte[] = [
  ...NOMS_AGENTS.map(compte),
  autre('inconnue', 'inconnue@exemple.fr'),
  autre('nouvelle', 'Nouvelle@exemple.fr'),
  autre('usurpatrice', 'nouvelle@exemple.fr'),
  { ...autre('sans-second-facteur', 'seul@exemple.fr'), unSeulFacteur: true },
]

async function ecouter(serveur: Server): Promise<string> {
  await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(serveur.address() as AddressInfo).port}`
}

export async function ouvrirMaison(): Promise<MaisonOuverte> {
  const m = await nouveauMonde()
  const serveur = createServer()
  const origine = await ecouter(serveur)
  const identite = await demarrerIdentite({ port: 0, origine, comptes: COMPTES, env: 'test' })
  const { emetteur, client, secret } = identite
  Object.assign(m.maison.config, { origine, oidc: { emetteur, client, secret } })
  serveur.on('request', getRequestListener(createApp(m.maison).fetch, { overrideGlobalObjects: false }))
  return {
    m,
    identite,
    origine,
    navigateur: () => new Navigateur(origine),
    async fermer() {
      serveur.closeAllConnections()
      await new Promise((resolve) => serveur.close(resolve))
      await identite.arreter()
      await m.fermer()
    },
  }
}

/** A browser without script: keeps cookies by host (ports share them, as in a real one) and follows redirects one by one. */
export class Navigateur {
  readonly cookies = new Map<string, string>()
  readonly origine: string
  /** Every address visited. */
  trace: string[] = []

  constructor(origine: string) {
    this.origine = origine
  }

  async un(adresse: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(adresse, this.origine)
    this.trace.push(url.href)
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; '))
    headers.set('Accept', 'text/html')
    const r = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const ligne of r.headers.getSetCookie()) {
      const [paire = '', ...options] = ligne.split('; ')
      const nom = paire.slice(0, paire.indexOf('='))
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(options.join(';'))) this.cookies.delete(nom)
      else this.cookies.set(nom, paire.slice(nom.length + 1))
    }
    return r
  }

  async lire(adresse: string, init: RequestInit = {}): Promise<Response> {
    let r = await this.un(adresse, init)
    let ici = new URL(adresse, this.origine)
    for (let sauts = 0; sauts < 12 && r.status >= 300 && r.status < 400; sauts++) {
      ici = new URL(r.headers.get('Location')!, ici)
      r = await this.un(ici.href)
    }
    return r
  }

  envoyer(adresse: string, champs: Record<string, string> = {}): Promise<Response> {
    return this.lire(adresse, { method: 'POST', body: new URLSearchParams(champs) })
  }

  /** The provider's page, as far as its form. */
  async choix(vers?: string): Promise<string> {
    await this.lire(`/connexion/depart${vers === undefined ? '' : `?vers=${encodeURIComponent(vers)}`}`)
    return this.trace.at(-1)!
  }

  /** Chooses an account and stops before coming back: the address of the return. */
  async choisir(sub: string, vers?: string): Promise<string> {
    const choix = await this.choix(vers)
    const rang = COMPTES.findIndex((c) => c.sub === sub)
    let r = await this.un(choix, { method: 'POST', body: new URLSearchParams({ compte: String(rang) }) })
    for (let sauts = 0; sauts < 5; sauts++) {
      const suite = new URL(r.headers.get('Location')!, choix).href
      if (suite.startsWith(`${this.origine}/connexion/retour`)) return suite
      r = await this.un(suite)
    }
    throw new Error('the provider did not come back')
  }

  async entrer(sub: string, vers = '/compte'): Promise<Response> {
    return this.lire(await this.choisir(sub, vers))
  }
}
