import { Hono } from 'hono'
import { dessinerAffiche, Introuvable, octets, servir, type Env, type Octets } from '#platform'
import { jourLong } from '#action'
import { chiffres } from '../journee/chiffres.ts'
import { paru, type Edition, type Paru } from '../journee/donnees.ts'
import { anneeDe, titreDe } from '../journee/edition.ts'

const NOM = /^([a-z_]+)-(\d{4})\.png$/
const N = new Intl.NumberFormat('fr-FR')

export const adresseApercu = (e: Edition): string => `/apercus/${e.code}-${anneeDe(e)}.png`

/** What the picture says: our own words and numbers, nothing that anybody typed. */
export function motsDe(p: Paru, e: Edition): { titre: string; sousTitre: string; pied: string } {
  const { ecoles, eleves } = chiffres(e.actions)
  const participants = `${N.format(ecoles)} ${ecoles > 1 ? 'écoles et établissements participants' : 'école ou établissement participant'}`
  return {
    titre: titreDe(e),
    sousTitre: `Le ${jourLong(e.jour)}, académie de ${p.academie}`,
    pied: ecoles === 0 ? 'Préau' : `${participants}, ${N.format(eleves)} élèves`,
  }
}

/** Drawn once a publication, even when many ask at once; it goes with what it was drawn from. */
const dessins = new WeakMap<Paru, Map<string, Promise<Octets>>>()

function dessin(p: Paru, e: Edition): Promise<Octets> {
  const ceux = dessins.get(p) ?? new Map<string, Promise<Octets>>()
  dessins.set(p, ceux)
  const cle = adresseApercu(e)
  const fait = ceux.get(cle) ?? dessinerAffiche(motsDe(p, e)).then((png) => octets(png, 'image/png'))
  ceux.set(cle, fait)
  fait.catch(() => ceux.delete(cle))
  return fait
}

/** /apercus: the picture of a shared link, for editions that are published. */
export const routesApercus = new Hono<Env>().get('/:nom', async (c) => {
  c.set('motif', '/apercus/:nom')
  const [, code, annee] = NOM.exec(c.req.param('nom')) ?? []
  const p = await paru(c.get('maison'))
  const e = p.editions.find((x) => x.code === code && anneeDe(x) === annee)
  if (e === undefined) throw new Introuvable()
  return servir(c, await dessin(p, e))
})
