import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { accueilDe, allerSeConnecter, pageRenvoi, type Moi } from '#acces'
import { baseAbsente, Efface, Introuvable, Refus, SansSession, TropDeDemandes, page } from '#platform'
import { LANGUES, pageErreur, prefixeDe, textesPage, typoProfond, type Langue } from '#ui'
import { ERREURS } from './erreurs.textes.ts'
import { AGENTS } from './portes.ts'

/** Back to work: the first page of whoever is signed in, which is not the inbox for everybody. */
const retour = (moi: Moi | undefined): { url: string; libelle: string } => ({
  url: moi === undefined ? '/boite' : accueilDe(moi),
  libelle: 'Revenir à mes pages',
})

const langueDe = (chemin: string): Langue => LANGUES.find((l) => l !== 'fr' && `${chemin}/`.startsWith(`/${l}/`)) ?? 'fr'

interface Dit {
  titre: string
  texte: string
  /** Where else to go, after the first page. */
  ensuite?: readonly { url: string; libelle: string }[]
}

function dire(c: Context, statut: Parameters<typeof page>[2], { ensuite = [], ...p }: Dit): Response {
  const chemin = new URL(c.req.url).pathname
  const langue = langueDe(chemin)
  const chezLesAgents = AGENTS.some((a) => `${chemin}/`.startsWith(`${a.chemin}/`))
  const accueil = { url: prefixeDe(langue) || '/', libelle: ERREURS[langue].accueil }
  return page(
    c,
    pageErreur({
      langue,
      ...(langue === 'fr' ? typoProfond(p) : p),
      ...(!chezLesAgents && { quitter: textesPage(langue) }),
      liens: chezLesAgents ? [retour(c.get('moi')), accueil] : [accueil, ...ensuite],
    }),
    statut,
  )
}

const textesDe = (c: Context): (typeof ERREURS)['fr'] => ERREURS[langueDe(new URL(c.req.url).pathname)]

/** Whoever is lost is shown where to tell; in French, also every page there is. The numbers come with it: being lost is no reason to be alone. */
export function introuvable(c: Context): Response {
  const langue = langueDe(new URL(c.req.url).pathname)
  const t = ERREURS[langue]
  const ensuite = [
    { url: `${prefixeDe(langue)}/signaler`, libelle: t.raconter },
    ...(langue === 'fr'
      ? [
          { url: '/plan-du-site', libelle: 'Toutes les pages de ce site' },
          { url: '/aide', libelle: 'Aide' },
        ]
      : []),
  ]
  return dire(c, 404, { ...t.introuvable, ensuite })
}

/** A form that no page of ours sent: nothing was read of it. */
export const venuDAilleurs = (c: Context): Response => dire(c, 403, textesDe(c).ailleurs)

/** Each outcome has its page and its sentence; what we did not foresee has a reference number, and nothing of what was typed. */
export function enCasDErreur(erreur: Error, c: Context): Response | Promise<Response> {
  const t = textesDe(c)
  if (erreur instanceof Efface) return dire(c, 410, t.efface(erreur.le))
  if (erreur instanceof Introuvable) return introuvable(c)
  if (erreur instanceof SansSession) return sansSession(c)
  // The sentence of a refusal is French; elsewhere the reader gets a sentence in their own language.
  if (erreur instanceof Refus) return dire(c, erreur.statut, { titre: t.refus.titre, texte: t.refus.texte || erreur.message })
  if (erreur instanceof TropDeDemandes) {
    c.header('Retry-After', String(erreur.secondes))
    return dire(c, 429, t.attente(erreur.secondes))
  }
  if (erreur instanceof HTTPException && erreur.status < 500) return introuvable(c)
  const ref = c.get('reference')
  c.get('maison').journal.error({ ref, err: erreur }, 'unexpected')
  if (baseAbsente(erreur)) {
    c.header('Retry-After', '10')
    return dire(c, 503, t.indisponible)
  }
  return dire(c, 500, t.inattendu(ref))
}

/** A page to read leads to sign-in; a form that was sent keeps every field typed. */
function sansSession(c: Context): Response | Promise<Response> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return pageRenvoi(c as never)
  return allerSeConnecter(c as never)
}
