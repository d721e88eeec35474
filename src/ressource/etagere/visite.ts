import { octets, page, servir, type Ctx, type Maison } from '#platform'
import { html, pageDuSite } from '#ui'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { etagereDesAgents, etagerePublique, tenirPage, type Etagere } from './etagere.ts'
import { CHAPEAU, lesPages, pageEtagere, TITRE, type Vue } from './etagere.page.ts'
import { lireFiltres, requete } from './filtres.ts'
import { chercher, enPublic, motsDe } from './recherche.ts'

export const KIT_AU_PLUS = 12

/** Addresses of resources that are online, each once. */
export const lireKit = (e: Etagere, adresses: readonly string[]): string[] =>
  [...new Set(adresses)].filter((a) => e.ressources.has(a)).slice(0, KIT_AU_PLUS)

// Apart, so that what it keeps is no visitor’s request.
const encoreEnLigne = (m: Maison, e: Etagere) => async (): Promise<boolean> => (await etagerePublique(m)) === e

/** GET /ressources */
export async function visiter(c: Ctx): Promise<Response> {
  c.set('motif', '/ressources')
  const m = c.get('maison')
  const e = await etagerePublique(m)
  const f = lireFiltres((nom) => c.req.query(nom))
  const kit = lireKit(e, c.req.queries('kit') ?? [])
  const faire = async () => {
    const reponse = await chercher(e, f.q, m.config.academie, enPublic(m))
    const vue: Vue = { e, f, reponse, base: '/ressources', kit }
    return octets(
      pageDuSite({
        titre: TITRE,
        description: CHAPEAU,
        chemin: '/ressources',
        contenu: html`<h1>${TITRE}</h1>
          <p class="fr-text--lead">${CHAPEAU}</p>
          ${lesPages(e)} ${pageEtagere(vue)}`,
      }),
    )
  }
  // A kit being made is somebody's own: its pages are not kept. What was typed is shown again as typed.
  if (kit.length > 0) return servir(c, await faire())
  return servir(c, await tenirPage(e, `${motsDe(f.q).join(' ')} ${requete(f, { page: f.page })}`, faire), encoreEnLigne(m, e))
}

/** GET /bibliotheque: the same shelf for the agents, the staff part included. */
export async function visiterReserve(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bibliotheque')
  const { acad } = c.get('moi')
  const f = lireFiltres((nom) => c.req.query(nom))
  const vue = await enTantQue(c, async (db): Promise<Vue> => {
    const e = await etagereDesAgents(db, c.get('maison'), acad)
    const reponse = await chercher(e, f.q, acad, (work) => work(db))
    return { e, f, reponse, base: '/bibliotheque', kit: lireKit(e, c.req.queries('kit') ?? []) }
  })
  const contenu = html`<div class="preau-pile">
    <div class="preau-tete">
      <div>
        <h1>${TITRE}</h1>
        <p class="preau-tete__texte">${CHAPEAU}</p>
      </div>
    </div>
    ${pageEtagere(vue)}
  </div>`
  return page(c, cadre(c, { titre: TITRE, courant: '/bibliotheque', contenu }))
}
