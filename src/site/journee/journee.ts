import { Hono } from 'hono'
import { Introuvable, octets, servir, type Ctx, type Env, type Maison } from '#platform'
import { pageDuSite } from '#ui'
import { adresseApercu, motsDe } from '../apercus/apercus.ts'
import { paru, tenir, type Edition, type Paru } from './donnees.ts'
import { adresse, anneeDe, cheminDe, nomDe, ongletDe, titreDe } from './edition.ts'
import { atom, calendrier } from './fils.ts'
import { lireFiltres, requete } from './filtres.ts'
import { pageJournee, pageSansEdition } from './journee.page.ts'

/** @throws Introuvable when nothing is published for that year. */
function editionDe(p: Paru, code: string, annee: string | undefined): Edition {
  const e = p.editions.find((x) => x.code === code && anneeDe(x) === annee)
  if (e === undefined) throw new Introuvable()
  return e
}

/** What a network shows of the link: words and numbers of ours. */
function apercuDe(c: Ctx, p: Paru, e: Edition) {
  const { origine } = c.get('maison').config
  const { titre, sousTitre, pied } = motsDe(p, e)
  return {
    titre,
    texte: `${sousTitre}. ${pied}.`,
    url: `${origine}${adresse(e)}`,
    image: `${origine}${adresseApercu(e)}`,
    alternative: `${titre}. ${sousTitre}. ${pied}.`,
  }
}

// Apart, so that what it keeps is no visitor’s request.
const encoreParu = (m: Maison, p: Paru) => async (): Promise<boolean> => (await paru(m)) === p

const montrer = (c: Ctx, p: Paru, e: Edition): Response => {
  const f = lireFiltres(
    (nom) => c.req.query(nom),
    p.departements.map((d) => d.dept),
  )
  return servir(
    c,
    tenir(p, `${adresse(e)}${requete(f, { page: f.page })}`, () =>
      octets(
        pageDuSite({
          titre: ongletDe(e),
          description: `Ce que les écoles, les collèges et les lycées de l’académie de ${p.academie} ont fait : ${titreDe(e)}.`,
          chemin: adresse(e),
          contenu: pageJournee(p, e, f),
          apercu: apercuDe(c, p, e),
        }),
      ),
    ),
    encoreParu(c.get('maison'), p),
  )
}

const sansEdition = (c: Ctx, p: Paru, code: string): Response =>
  servir(
    c,
    tenir(p, `sans ${code}`, () =>
      octets(
        pageDuSite({
          titre: nomDe(code),
          description: 'La page se prépare.',
          chemin: cheminDe(code),
          contenu: pageSansEdition(nomDe(code)),
        }),
      ),
    ),
  )

/** The pages of one temps fort: the newest edition, each year, its feed and its calendar. */
export function routesEdition(code: string): Hono<Env> {
  const chemin = cheminDe(code)
  const motif = (c: Ctx, suite: string): Promise<Paru> => {
    c.set('motif', `${chemin}${suite}`)
    return paru(c.get('maison'))
  }
  return new Hono<Env>()
    .get('/', async (c) => {
      const p = await motif(c, '')
      const derniere = p.editions.find((e) => e.code === code)
      return derniere === undefined ? sansEdition(c, p, code) : montrer(c, p, derniere)
    })
    .get('/:annee', async (c) => {
      const p = await motif(c, '/:annee')
      return montrer(c, p, editionDe(p, code, c.req.param('annee')))
    })
    .get('/:annee/actions.atom', async (c) => {
      const p = await motif(c, '/:annee/actions.atom')
      const e = editionDe(p, code, c.req.param('annee'))
      const { origine } = c.get('maison').config
      return servir(
        c,
        tenir(p, `${adresse(e)} atom`, () => octets(atom(p, e, origine), 'application/atom+xml; charset=utf-8')),
      )
    })
    .get('/:annee/calendrier.ics', async (c) => {
      const p = await motif(c, '/:annee/calendrier.ics')
      const e = editionDe(p, code, c.req.param('annee'))
      return servir(
        c,
        tenir(p, `${adresse(e)} ics`, () => octets(calendrier(e), 'text/calendar; charset=utf-8')),
      )
    })
}
