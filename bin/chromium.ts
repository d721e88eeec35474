import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Empechement } from '../src/platform/config.ts'
import type { Detail } from '../src/platform/progress.ts'

const CHROMIUM = '/usr/bin/chromium'

export const chromiumManque = () => !existsSync(CHROMIUM)

/** The journeys run in Debian's own Chromium; the registry has no browser that installs without a script. */
export async function installerChromium(detail: Detail) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Empechement(
      `Les essais ont besoin du navigateur Chromium dans ${CHROMIUM} : installez-le (sous Debian : sudo apt-get install chromium), puis recommencez.`,
    )
  await apt(['update'], detail)
  await apt(['install', '--yes', '--no-install-recommends', 'chromium'], detail)
}

async function apt(args: string[], detail: Detail) {
  const apt = spawn('apt-get', ['--quiet', ...args], {
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let dit = ''
  for (const flux of [apt.stdout, apt.stderr])
    flux.on('data', (morceau: Buffer) => {
      dit += morceau
      detail(String(morceau).trim().split('\n').at(-1)?.slice(0, 70) ?? '')
    })
  const { promise, resolve } = Promise.withResolvers<number | null>()
  apt.once('error', () => resolve(null))
  apt.once('close', resolve)
  if ((await promise) === 0) return
  throw new Empechement(
    `Chromium n’a pas pu être installé (apt-get ${args[0]}) : installez-le vous-même, puis recommencez.\n${dit.trim().split('\n').slice(-5).join('\n')}`,
  )
}
