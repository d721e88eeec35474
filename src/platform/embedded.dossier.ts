import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, link, mkdtemp, readFile, readdir, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Empechement } from './config.ts'
import { faireDossier } from './dossier.ts'
import { choisirLanceur, type Lanceur, type Mode } from './embedded.compte.ts'

const executer = promisify(execFile)

export type Etat = { port: number; motDePasse: string }

/** Where one embedded server lives, and how to start it. */
export type Lieu = { dossier: string; data: string; journal: string; lanceur: Lanceur; etat: Etat }

type Demande = {
  dossier: string
  journal?: string | undefined
  mode?: Mode | undefined
  surProgres?: ((texte: string) => void) | undefined
}

/** Makes the folder, the password and the cluster where they are missing. Two processes may do it at once. */
export async function preparerLieu(demande: Demande): Promise<Lieu> {
  const dossier = await creerDossier(demande.dossier)
  const lanceur = await choisirLanceur(dossier, demande.mode)
  if (lanceur.mode === 'compte') await chmod(dossier, 0o711)
  const data = join(dossier, 'postgres')
  const neuf = !existsSync(data)
  const etat = await lireOuCreerEtat(dossier, neuf)
  const lieu = {
    dossier,
    data,
    journal: demande.journal ?? join(dossier, 'postgres.log'),
    lanceur,
    etat,
  }
  if (neuf) {
    demande.surProgres?.('création de la base')
    await creerGrappe(lieu)
  }
  await verifierProprietaire(lieu)
  return lieu
}

const PHRASES: Record<string, string> = {
  EACCES: 'est protégé en écriture',
  EPERM: 'est protégé en écriture',
  EROFS: 'est sur un disque en lecture seule',
  ENOSPC: 'est sur un disque plein',
  EDQUOT: 'est sur un disque plein',
  ENOTDIR: 'n’est pas un dossier',
  EEXIST: 'n’est pas un dossier',
  ENOENT: 'ne peut pas être créé ici',
  ENAMETOOLONG: 'a un nom trop long',
}

/** The sentence for a data folder that cannot be used; other errors pass unchanged. */
export function direDossierInutilisable(dossier: string, cause: unknown): unknown {
  const phrase = PHRASES[(cause as NodeJS.ErrnoException).code ?? '']
  if (!phrase || cause instanceof Empechement) return cause
  return new Empechement(
    `Le dossier des données ${dossier} ${phrase} : choisissez-en un autre avec PREAU_DONNEES, ou corrigez ses droits.`,
    { cause },
  )
}

async function creerDossier(demande: string): Promise<string> {
  const dossier = resolve(demande)
  try {
    faireDossier(dossier)
    await rmdir(await mkdtemp(join(dossier, '.essai-')))
    return await realpath(dossier)
  } catch (cause) {
    throw direDossierInutilisable(dossier, cause)
  }
}

const cheminEtat = (dossier: string) => join(dossier, 'postgres.json')

async function lireOuCreerEtat(dossier: string, neuf: boolean): Promise<Etat> {
  const lu = await lireEtat(dossier)
  if (lu) return lu
  if (!neuf)
    throw new Empechement(
      `Le fichier ${cheminEtat(dossier)}, qui garde le mot de passe de la base embarquée, manque ou est abîmé : remettez-le depuis votre sauvegarde.`,
    )
  const etat = { port: 0, motDePasse: randomBytes(24).toString('base64url') }
  const brouillon = await ecrireBrouillon(dossier, etat)
  try {
    // link() refuses an existing name: of two processes, one writes and both read the same password.
    await link(brouillon, cheminEtat(dossier))
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur
  } finally {
    await rm(brouillon)
  }
  return (await lireEtat(dossier)) ?? etat
}

async function lireEtat(dossier: string): Promise<Etat | undefined> {
  const texte = await readFile(cheminEtat(dossier), 'utf8').catch(() => '')
  const { port, motDePasse } = analyser(texte)
  return typeof port === 'number' && typeof motDePasse === 'string' ? { port, motDePasse } : undefined
}

function analyser(texte: string): Partial<Record<keyof Etat, unknown>> {
  try {
    return JSON.parse(texte) as Partial<Record<keyof Etat, unknown>>
  } catch {
    return {}
  }
}

/** Keeps the port, so that the next start gives the same address. */
export async function retenirPort(lieu: Lieu, port: number) {
  if (lieu.etat.port === port) return
  lieu.etat = { ...lieu.etat, port }
  await rename(await ecrireBrouillon(lieu.dossier, lieu.etat), cheminEtat(lieu.dossier))
}

async function ecrireBrouillon(dossier: string, etat: Etat): Promise<string> {
  const brouillon = join(dossier, `.postgres-${process.pid}-${randomBytes(4).toString('hex')}.json`)
  await writeFile(brouillon, `${JSON.stringify(etat, null, 2)}\n`, { mode: 0o600 })
  return brouillon
}

/** In a container the same pid comes back at each start: only these are really being worked on. */
const enCours = new Set<string>()

/** initdb works aside and the result is renamed: a cluster is whole or absent, even after a power cut. */
async function creerGrappe({ dossier, data, lanceur, etat }: Lieu) {
  await effacerChantiersAbandonnes(dossier)
  const chantier = await mkdtemp(join(dossier, `postgres.chantier-${process.pid}-`))
  enCours.add(basename(chantier))
  const motDePasse = join(chantier, 'mot-de-passe')
  try {
    await writeFile(motDePasse, etat.motDePasse, { mode: 0o600 })
    if (lanceur.mode === 'compte') await Promise.all([chantier, motDePasse].map((c) => chown(c, lanceur.uid, lanceur.uid)))
    await initdb(lanceur, join(chantier, 'data'), motDePasse)
    await rename(join(chantier, 'data'), data)
  } catch (erreur) {
    // Another process was quicker, with the same password: its cluster serves both.
    if (!/ENOTEMPTY|EEXIST/.test(String((erreur as NodeJS.ErrnoException).code))) throw erreur
  } finally {
    await rm(chantier, { recursive: true, force: true })
    enCours.delete(basename(chantier))
  }
}

async function effacerChantiersAbandonnes(dossier: string) {
  const abandonnes = (await readdir(dossier)).filter((nom) => {
    const pid = Number(/^postgres\.chantier-(\d+)-/.exec(nom)?.[1])
    return pid > 0 && !enCours.has(nom) && (pid === process.pid || !existeProcessus(pid))
  })
  await Promise.all(abandonnes.map((nom) => rm(join(dossier, nom), { recursive: true, force: true })))
}

export function existeProcessus(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function initdb(lanceur: Lanceur, data: string, motDePasse: string) {
  const lancer = async (locale: string) => {
    const [fichier, args, identite] = lanceur.commande('initdb', [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${motDePasse}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=fr-FR',
      `--locale=${locale}`,
      '--lc-messages=C',
    ])
    await executer(fichier, args, { ...identite, cwd: '/' })
  }
  try {
    // C.UTF-8 is absent from some systems; then the C character classes must do.
    await lancer('C.UTF-8').catch((e) => (/locale/.test(String(e.stderr)) ? lancer('C') : Promise.reject(e)))
  } catch (cause) {
    const erreur = String((cause as { stderr?: string }).stderr ?? cause)
    if (/No space left/.test(erreur)) throw direDossierInutilisable(data, Object.assign(new Error(), { code: 'ENOSPC' }))
    const detail = /error: (.*)/.exec(erreur)?.[1] ?? erreur.trim()
    throw new Empechement(`La base embarquée n’a pas pu être créée dans ${data} : ${detail}`, {
      cause,
    })
  }
}

async function verifierProprietaire({ data, lanceur }: Lieu) {
  if ((await stat(data)).uid === lanceur.uid) return
  throw new Empechement(
    `La base de ${data} appartient à un autre compte : lancez Préau avec le compte qui l’a créée, ou rendez-lui ses droits (chown).`,
  )
}
