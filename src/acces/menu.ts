import { clock } from '#platform'
import { banniere, pageAgents, type EntreeMenu, type Html, type Session } from '#ui'
import { libelleRole, roleDe } from '#annuaire'
import { GESTION } from './administration/droits.ts'
import type { CtxAgent, Mandat, Moi } from './session.ts'

/** The page of an agent's screen: what the handler gives; name, role, menu and session come from the session. */
export interface Cadre {
  titre: string
  contenu: Html
  /** Path of the menu entry that this page belongs to (`/boite`). */
  courant?: string
  filAriane?: readonly { libelle: string; url?: string }[]
  script?: readonly string[]
  /** How many wait behind an entry of the menu, by its address. Only where a page reads them anyway: no page waits for them. */
  comptes?: Readonly<Record<string, number>>
  /** What `?fait=code` may say on this page: a sentence for each code. An unknown code says nothing. */
  faits?: Readonly<Record<string, string>>
}

type Entree = Omit<EntreeMenu, 'courant'> & { pour: (m: Mandat) => boolean }

const litOuRecoit = (m: Mandat): boolean => roleDe(m.role).litLesSituations || m.role === 'equipe'
const est =
  (...roles: string[]) =>
  (m: Mandat): boolean =>
    roles.includes(m.role)

const ENTREES: readonly Entree[] = [
  { libelle: 'Mon bureau', url: '/bureau', icone: 'maison', pour: litOuRecoit },
  { libelle: 'Boîte d’entrée', url: '/boite', icone: 'boite', pour: litOuRecoit },
  { libelle: 'Dossiers', url: '/dossiers', icone: 'dossier', pour: litOuRecoit },
  { libelle: 'Appui', url: '/appuis', icone: 'telephone', pour: litOuRecoit },
  {
    libelle: 'Actions',
    url: '/actions',
    icone: 'calendrier',
    pour: (m) => !['equipe', 'dpo', 'administrateur'].includes(m.role),
  },
  {
    libelle: 'Pages et ressources',
    url: '/redaction',
    icone: 'copier',
    pour: est('communication', 'referente_academique', 'responsable_academique'),
  },
  { libelle: 'Journal des consultations', url: '/journal', icone: 'oeil', pour: est('dpo', 'responsable_academique') },
  {
    libelle: 'Réglages',
    url: '/reglages',
    icone: 'horloge',
    pour: est('responsable_academique', 'referente_academique', 'responsable_departemental', 'referent_departemental'),
  },
  { libelle: 'Agents et mandats', url: '/administration', icone: 'personne', pour: est(...GESTION) },
  { libelle: 'Ressources', url: '/bibliotheque', icone: 'fichier', pour: () => true },
  { libelle: 'Mon compte', url: '/compte', icone: 'cadenas', pour: () => true },
]

/** What this agent's mandates open, in order. The pages behind check again: a menu is no lock. */
export const menuDe = (moi: Moi, courant?: string, comptes: Cadre['comptes'] = {}): EntreeMenu[] =>
  ENTREES.filter((e) => moi.mandats.some(e.pour)).map(({ libelle, url, icone }) => ({
    libelle,
    url,
    ...(icone && { icone }),
    courant: url === courant,
    compte: comptes[url] ?? 0,
  }))

/** Where to go after signing in. */
export const accueilDe = (moi: Moi): string => menuDe(moi)[0]!.url

/** « Chef d’établissement · Collège Les Tilleuls ». */
export const libelleMandat = (m: Mandat): string =>
  [libelleRole(m.role, m.type), ...(m.lieu === null ? [] : [m.lieu])].join(' · ')

/** What src/ui's session script counts from. The database notes a use to the minute: 29 whole minutes are sure. */
export const donneesSession = (moi: Moi): Session => ({
  finAvant: moi.finitLe.toISOString(),
  inactiviteMinutes: 29,
  maintenant: clock.now().toISOString(),
  urlProlonger: '/session/prolonger',
})

/** A page of the agents' door, complete. `return page(c, cadre(c, { … }))`. */
export function cadre(c: CtxAgent, p: Cadre): Html {
  const moi = c.get('moi')
  const autres = moi.mandats.length - 1
  const role =
    libelleMandat(moi.mandats[0]!) +
    (autres === 0 ? '' : autres === 1 ? ' et une autre fonction' : ` et ${autres} autres fonctions`)
  const code = c.req.query('fait')
  const phrase = code !== undefined && p.faits !== undefined && Object.hasOwn(p.faits, code) ? p.faits[code] : undefined
  return pageAgents({
    titre: p.titre,
    contenu: p.contenu,
    agent: { nom: `${moi.prenom} ${moi.nom}`, role, cle: moi.agent },
    menu: menuDe(moi, p.courant, p.comptes),
    session: donneesSession(moi),
    ...(p.filAriane && { filAriane: p.filAriane }),
    ...(p.script && { script: p.script }),
    ...(phrase !== undefined && { banniere: banniere({ type: 'succes', texte: phrase }) }),
  })
}

/** 303 to a page of ours, which will say what was done: the code of one of its `faits`, never a text. */
export function flash(c: CtxAgent, url: string, code: string): Response {
  const [adresse = '', ancre] = url.split('#', 2)
  const [chemin, recherche] = adresse.split('?', 2)
  const q = new URLSearchParams(recherche)
  q.set('fait', code)
  return c.redirect(`${chemin}?${q}${ancre === undefined ? '' : `#${ancre}`}`, 303)
}
