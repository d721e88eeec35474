import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { chargerStatique } from '#ui'
import { demandeRefusee, type Demande } from './fournisseur.ts'
import { pageComptes, pageRefus } from './identite.page.ts'

const entetes = (origine: string): Record<string, string> => ({
  // The form ends at Préau, by redirection: Chrome applies form-action to the whole way.
  'Content-Security-Policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${origine}; base-uri 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
})

function envoyer(res: ServerResponse, statut: number, page: { toString(): string }): void {
  res.writeHead(statut, { 'Content-Type': 'text/html; charset=utf-8' }).end(page.toString())
}

function fichier(res: ServerResponse, nom: string): void {
  const f = chargerStatique().get(nom)
  if (f === undefined) return void res.writeHead(404).end()
  res.writeHead(200, { 'Content-Type': f.type, 'Cache-Control': 'public, max-age=300' }).end(f.corps)
}

async function formulaire(req: IncomingMessage): Promise<URLSearchParams> {
  const morceaux: Buffer[] = []
  let taille = 0
  for await (const m of req as AsyncIterable<Buffer>) {
    if ((taille += m.length) > 4096) throw new Error('the form is larger than one choice')
    morceaux.push(m)
  }
  return new URLSearchParams(Buffer.concat(morceaux).toString())
}

async function choisir(p: Provider, d: Demande, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { uid } = await p.interactionDetails(req, res)
  if (req.method !== 'POST') return envoyer(res, 200, pageComptes(`/choix/${uid}`, d.comptes))
  const compte = d.comptes[Number((await formulaire(req)).get('compte') ?? Number.NaN)]
  if (compte === undefined) return envoyer(res, 422, pageComptes(`/choix/${uid}`, d.comptes))
  const amr = compte.unSeulFacteur ? ['pwd'] : ['pwd', 'mfa']
  await p.interactionFinished(req, res, { login: { accountId: compte.sub, remember: false, amr } })
}

/** Our pages around the provider's own protocol routes. */
export function repondre(p: Provider, d: Demande): RequestListener {
  const protocole = p.callback()
  return (req, res) => {
    for (const [nom, valeur] of Object.entries(entetes(d.origine))) res.setHeader(nom, valeur)
    const url = new URL(req.url ?? '/', d.emetteur)
    if (url.pathname.startsWith('/statique/')) return fichier(res, url.pathname.slice('/statique/'.length))
    if (url.pathname === '/') return void res.writeHead(303, { Location: d.origine }).end()
    if (url.pathname === '/auth' && demandeRefusee(url.searchParams)) return envoyer(res, 400, pageRefus(d.origine))
    if (!url.pathname.startsWith('/choix/')) return void protocole(req, res)
    choisir(p, d, req, res).catch(() => (res.headersSent ? res.end() : envoyer(res, 400, pageRefus(d.origine))))
  }
}
