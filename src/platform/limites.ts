import { isIPv6 } from 'node:net'
import { setTimeout as attendre } from 'node:timers/promises'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clock, JOUR } from './clock.ts'
import { deriver, hmac, nouvelleCle } from './crypto.ts'
import { TropDeDemandes } from './errors.ts'

/** Addresses are known only by a keyed hash whose key lives in memory and changes every day. */
const graine = nouvelleCle()
let cleDuJour = { jour: -1, cle: graine }

const etiquette = (adresse: string): string => {
  const jour = Math.floor(clock.now().getTime() / JOUR)
  if (cleDuJour.jour !== jour) cleDuJour = { jour, cle: deriver(graine, 'limites', String(jour)) }
  return hmac(cleDuJour.cle, reseau(adresse)).toString('base64url').slice(0, 16)
}

/**
 * Whose address it is: a home, a school or a phone is given 2⁶⁴ addresses of version 6 at once, which count as one; an address of
 * version 4 is the same however a proxy writes it.
 */
export function reseau(adresse: string): string {
  const nette = adresse.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
  if (!isIPv6(nette)) return nette
  const [debut = [], fin = []] = nette.split('::').map((x) => x.split(':').filter(Boolean))
  const vides = Array<string>(8 - debut.length - fin.length).fill('0')
  return [...debut, ...(nette.includes('::') ? vides : []), ...fin]
    .slice(0, 4)
    .map((groupe) => Number.parseInt(groupe, 16).toString(16))
    .join(':')
}

export interface Limite {
  /** Counts one try; waits a little when there are many, and throws TropDeDemandes past the last bound. */
  passer(adresse: string): Promise<void>
}

/**
 * `libre` tries in `secondes` pass at once; beyond, each waits (up to `freinMs`), so that a flood is slowed while the other
 * pupils of the same address still get through; past `plafond`, it is refused with the time to wait.
 */
export function limite(nom: string, o: { libre: number; plafond: number; secondes: number; freinMs: number }): Limite {
  const compteur = new RateLimiterMemory({ keyPrefix: nom, points: o.plafond, duration: o.secondes })
  let enAttente = 0
  return {
    async passer(adresse) {
      let r: RateLimiterRes
      try {
        r = await compteur.consume(etiquette(adresse))
      } catch (refus) {
        if (refus instanceof RateLimiterRes) throw new TropDeDemandes(Math.ceil(refus.msBeforeNext / 1000))
        throw refus
      }
      const exces = r.consumedPoints - o.libre
      // Waiting holds a connection: past 200 at once, the flood pays, not the memory.
      if (exces > 0 && enAttente > 200) throw new TropDeDemandes(5)
      if (exces > 0) {
        enAttente += 1
        await attendre(Math.min(o.freinMs, 50 * exces)).finally(() => (enAttente -= 1))
      }
    },
  }
}
