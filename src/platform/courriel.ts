import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { clock } from './clock.ts'
import type { Config } from './config.ts'
import { faireDossier } from './dossier.ts'

/** One mail to one address: plain text, so that there is nothing in it to follow, to load or to hide. */
export interface Lettre {
  a: string
  objet: string
  texte: string
  langue: string
  /** The same for a mail that leaves twice (Message-ID, RFC 5322 § 3.6.4), so that mail systems can recognise it. */
  identifiant: string
}

export interface Transport {
  /** @throws when the mail was not accepted; see `natureDeLEchec`. */
  envoyer(lettre: Lettre): Promise<void>
  fermer(): void
}

/** By SMTP where there is one; to files in a demonstration, so that a visitor sees how little they say; otherwise none. */
export function ouvrirTransport(config: Config): Transport | null {
  if (config.smtpUrl !== undefined) return parSmtp(config, config.smtpUrl)
  return config.env === 'demonstration' ? enFichiers(config, join(config.donnees, 'courriels')) : null
}

const message = (config: Config, l: Lettre) => ({
  from: config.expediteur,
  to: l.a,
  subject: l.objet,
  text: l.texte,
  messageId: `<${l.identifiant}@${new URL(config.origine).hostname}>`,
  date: clock.now(),
  headers: {
    'Content-Language': l.langue,
    // No « away » message comes back to a machine (RFC 3834 § 5; the second is what Exchange reads).
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  },
})

const ATTENTE_MS = 15_000

function parSmtp(config: Config, smtpUrl: string): Transport {
  const poste = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: ATTENTE_MS,
    greetingTimeout: ATTENTE_MS,
    socketTimeout: 2 * ATTENTE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    envoyer: async (lettre) => void (await poste.sendMail(message(config, lettre))),
    fermer: () => poste.close(),
  }
}

function enFichiers(config: Config, dossier: string): Transport {
  const poste = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    async envoyer(lettre) {
      const { message: octets } = await poste.sendMail(message(config, lettre))
      faireDossier(dossier)
      const jour = clock.now().toISOString().slice(0, 19).replaceAll(':', '-')
      await writeFile(join(dossier, `${jour}-${lettre.identifiant.slice(0, 8)}.eml`), octets as Buffer, { mode: 0o600 })
    },
    fermer: () => {},
  }
}

/**
 * `refus`: this address will never be accepted (5xx on the recipient). `panne`: the mail server is out of reach, or refuses
 * us whoever the mail is for. `attente`: come back later (4xx and the rest).
 */
export function natureDeLEchec(erreur: unknown): 'refus' | 'panne' | 'attente' {
  const { code, command, responseCode } = erreur as { code?: string; command?: string; responseCode?: number }
  if (code === 'EENVELOPE') return (responseCode ?? 0) < 500 ? 'attente' : command === 'RCPT TO' ? 'refus' : 'panne'
  return PANNES.has(code ?? '') ? 'panne' : 'attente'
}

const PANNES = new Set([
  'ECONNECTION',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EPROXY',
  'ECONFIG',
])
