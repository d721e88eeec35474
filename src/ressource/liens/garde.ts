import { lookup } from 'node:dns'
import { BlockList, isIPv4, isIPv6, type LookupFunction } from 'node:net'

/** Addresses that are no public server's: an editor must not be able to make the machine knock at the doors of its own network. */
const INTERNES = new BlockList()
for (const [reseau, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INTERNES.addSubnet(reseau, bits, 'ipv4')

/** Only what is handed out for the public (2000::/3), without what carries another address in it. */
const PUBLIQUES6 = new BlockList()
PUBLIQUES6.addSubnet('2000::', 3, 'ipv6')
const CACHEES6 = new BlockList()
for (const [reseau, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CACHEES6.addSubnet(reseau, bits, 'ipv6')

export const estPublique = (ip: string): boolean =>
  isIPv4(ip) ? !INTERNES.check(ip, 'ipv4') : isIPv6(ip) && PUBLIQUES6.check(ip, 'ipv6') && !CACHEES6.check(ip, 'ipv6')

export class Interdite extends Error {}

/**
 * The name is resolved once, and the connection goes to the address that was looked at: a name that answers something else the
 * second time gains nothing.
 */
export const resoudreEnPublic: LookupFunction = (nom, options, suite) => {
  lookup(nom, { all: true, ...(options.family !== undefined && { family: options.family }) }, (erreur, adresses) => {
    if (erreur !== null) return suite(erreur, '', 0)
    // One inner address among them is enough to refuse.
    if (adresses.length === 0 || adresses.some((a) => !estPublique(a.address))) return suite(new Interdite(nom), '', 0)
    if (options.all) return suite(null, adresses)
    suite(null, adresses[0]!.address, adresses[0]!.family)
  })
}
