import { Hono } from 'hono'
import { Introuvable, octets, servir, type Ctx, type Env, type Octets } from '#platform'
import { pageDuSite } from '#ui'
import { paru, type Edition, type Paru } from './donnees.ts'
import { atom, calendrier } from './fils.ts'
import { lireFiltres, requete } from './filtres.ts'
import { adresse, pageJournee, pageSansEdition, titreDe } from './journee.page.ts'

/** More questions than people ask: beyond, they are made anew. */
const PAGES_TENUES = 300

/** Made once a publication, then served as bytes. */
function tenir(p: Paru, cle: string, faire: () => Octets): Octets {
  const deja = p.pages.get(cle) as Octets | undefined
  if (deja !== undefined) return deja
  if (p.pages.size >= PAGES_TENUES) p.pages.clear()
  const fait = faire()
  p.pages.set(cle, fait)
  return fait
}

/** @throws Introuvable when nothing is published for that year. */
function editionDe(p: Paru, annee: string | undefined): Edition {
  const e = p.editions.find((x) => x.jour.slice(0, 4) === annee)
  if (e === undefined) throw new Introuvable()
  return e
}

const montrer = (c: Ctx, p: Paru, e: Edition): Response => {
  const f = lireFiltres(
    (nom) => c.req.query(nom),
    p.departements.map((d) => d.dept),
  )
  const cle = `${adresse(e)}${requete(f, { page: f.page })}`
  return servir(
    c,
    tenir(p, cle, () =>
      octets(
        pageDuSite({
          titre: titreDe(e),
          description: `Ce que les écoles, les collèges et les lycées de l’académie de ${p.academie} ont fait pour la journée nationale.`,
          chemin: adresse(e),
          contenu: pageJournee(p, e, f),
        }),
      ),
    ),
  )
}

const SANS = { titre: 'Journée nationale', description: 'La page se prépare.', chemin: '/journee-nationale' }

/** /journee-nationale */
export const routesJournee = new Hono<Env>()
  .get('/', async (c) => {
    c.set('motif', '/journee-nationale')
    const p = await paru(c.get('maison'))
    const [derniere] = p.editions
    if (derniere !== undefined) return montrer(c, p, derniere)
    return servir(
      c,
      tenir(p, 'sans', () => octets(pageDuSite({ ...SANS, contenu: pageSansEdition() }))),
    )
  })
  .get('/:annee', async (c) => {
    c.set('motif', '/journee-nationale/:annee')
    const p = await paru(c.get('maison'))
    return montrer(c, p, editionDe(p, c.req.param('annee')))
  })
  .get('/:annee/actions.atom', async (c) => {
    c.set('motif', '/journee-nationale/:annee/actions.atom')
    const p = await paru(c.get('maison'))
    const e = editionDe(p, c.req.param('annee'))
    const { origine } = c.get('maison').config
    return servir(
      c,
      tenir(p, `${e.annee} atom`, () => octets(atom(p, e, origine), 'application/atom+xml; charset=utf-8')),
    )
  })
  .get('/:annee/calendrier.ics', async (c) => {
    c.set('motif', '/journee-nationale/:annee/calendrier.ics')
    const p = await paru(c.get('maison'))
    const e = editionDe(p, c.req.param('annee'))
    return servir(
      c,
      tenir(p, `${e.annee} ics`, () => octets(calendrier(e), 'text/calendar; charset=utf-8')),
    )
  })
