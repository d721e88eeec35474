import type { Monde } from './monde.ts'
import { ECOLES, type Ecole } from './monde.ts'

/** A reporter walking through the real form, one POST a screen, as a browser without JavaScript does. */
export interface Reponses {
  ecole?: Ecole
  danger?: 'oui' | 'non'
  declarant?: string
  quoi?: string[]
  recit?: string
  auteurs?: string
  noms?: string
  cible?: string
  contact?: 'code' | 'mail' | 'adulte' | 'aucun'
  adulte?: string
  mail?: string
  prefixe?: string
}

const cache = (html: string, nom: string): string => new RegExp(`name="${nom}" value="([^"]*)"`).exec(html)?.[1] ?? ''
export const brouillonDe = (html: string): string => cache(html, 'brouillon')
export const etapeDe = (html: string): string => cache(html, 'etape')
export const accesDe = (html: string): string => cache(html, 'acces')
export const codeDe = (html: string): string => {
  const bloc = /id="code"[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? ''
  return [...bloc.matchAll(/<span>([^<]+)<\/span>/g)].map((m) => m[1]).join(' ')
}

export interface Envoye {
  code: string
  brouillon: string
  /** The last form, to send it again. */
  dernier: Record<string, string>
  page: string
  statut: number
}

/** Answers every screen and sends. @returns the code, as the last page shows it. */
export async function raconter(m: Monde, r: Reponses = {}): Promise<Envoye> {
  const url = `${r.prefixe ?? ''}/signaler`
  let html = await (await m.lire(url)).text()
  const pas = async (etape: string, champs: Record<string, string | string[]>): Promise<void> => {
    html = await (await m.envoyer(url, { brouillon: brouillonDe(html), etape, vers: 'suite', ...champs })).text()
  }
  await pas('danger', { danger: r.danger ?? 'non' })
  if (r.danger === 'oui') await pas('danger', { vers: 'compris' })
  await pas('qui', { declarant: r.declarant ?? 'victime' })
  await pas('ecole', { etab: ECOLES[r.ecole ?? 'tilleuls'].etab })
  await pas('quoi', { quoi: r.quoi ?? ['mots'], recit: r.recit ?? 'Ils se moquent de moi.' })
  await pas('quand', { depuis: 'mois', frequence: 'jours' })
  await pas('ou', { lieux: ['cantine'] })
  await pas('personnes', { auteurs: r.auteurs ?? 'eleves', noms: r.noms ?? '', cible: r.cible ?? '' })
  await pas('aide', { informes: ['personne'], essais: '', souhait: 'Que ça s’arrête' })
  await pas('reponse', { contact: r.contact ?? 'code', mail: r.mail ?? '', adulte: r.adulte ?? '' })
  const dernier = { brouillon: brouillonDe(html), etape: 'resume', vers: 'envoyer' }
  const reponse = await m.envoyer(url, dernier)
  const page = await reponse.text()
  return { code: codeDe(page), brouillon: brouillonDe(page), dernier, page, statut: reponse.status }
}

/** Opens the dialogue with a code. */
export async function ouvrir(m: Monde, code: string, prefixe = ''): Promise<{ statut: number; html: string }> {
  const r = await m.envoyer(`${prefixe}/suivi`, { code })
  return { statut: r.status, html: await r.text() }
}
