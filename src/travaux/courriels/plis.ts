import { createHash } from 'node:crypto'
import { clock, ouvrir, type JobDb, type Lettre, type Maison } from '#platform'
import * as sql from './courriels.sql.ts'
import { AGENTS, DECLARANTS, estPrevention, genreDe, langueDe, prevention } from './textes.ts'

/** One mail to one person, and the rows of the outbox that it answers. */
export interface Pli {
  /** The agent it is for; null for a reporter. */
  agent: string | null
  courriels: string[]
  lettre: Lettre
}

/** The mails of these rows, and the rows whose sealed address does not open. */
export interface Plis {
  plis: Pli[]
  illisibles: string[]
}

/** Who gets what: one mail a person, however many rows wait for them. Addresses are looked up now, as the mail leaves. */
export async function plier(db: JobDb, m: Maison, prises: readonly sql.PrendreRow[]): Promise<Plis> {
  const ids = prises.map((c) => c.id)
  const modeles = new Map(prises.map((c) => [c.id, c.modele]))
  const [agents, contacts, lieux] = await Promise.all([
    db.all(sql.destinataires, { ids, maintenant: clock.now() }),
    db.all(sql.contacts, { ids }),
    db.all(sql.lieux, { ids }),
  ])
  const liens = new Map(lieux.map((l) => [l.courriel, l]))
  const { ouvertes, illisibles } = ouvrirAdresses(m, contacts)
  return { plis: [...plisAgents(m, agents, modeles, liens), ...plisDeclarants(m, ouvertes)], illisibles }
}

type Liens = ReadonlyMap<string, sql.LieuxRow>
/** Where one finds several at once. */
const ENSEMBLE = { dossiers: '/bureau', appuis: '/appuis', controle: '/journal' }

/**
 * Where a mail leads: to the dossier or the request for support that it is about, by an identifier that tells nothing; to where they are
 * listed when there are several; to the inbox for whatever is in neither. Whoever may not see it any more finds nothing there.
 */
function cheminsDe(courriels: readonly string[], liens: Liens): string[] {
  const la = (['dossiers', 'appuis', 'controle'] as const).flatMap((piece) => {
    const chemins = new Set(courriels.flatMap((id) => (liens.get(id)?.piece === piece ? liens.get(id)!.chemin : [])))
    return chemins.size > 1 ? [ENSEMBLE[piece]] : [...chemins]
  })
  return courriels.every((id) => liens.has(id)) ? la : [...la, '/boite']
}

function plisAgents(
  m: Maison,
  lignes: readonly sql.DestinatairesRow[],
  modeles: ReadonlyMap<string, string>,
  liens: Liens,
): Pli[] {
  return [...Map.groupBy(lignes, (l) => l.agent)].map(([agent, siennes]) => {
    const courriels = siennes.map((l) => l.courriel).sort()
    const situations = courriels.filter((id) => !estPrevention(modeles.get(id)!))
    const leurs = (ids: readonly string[]): string[] => ids.map((id) => modeles.get(id)!)
    const { objet, corps } =
      situations.length === 0
        ? prevention(m.config.origine, leurs(courriels))
        : AGENTS[genreDe(leurs(situations))](m.config.origine, cheminsDe(situations, liens))
    const a = siennes[0]!.mail
    return { agent, courriels, lettre: { a, objet, texte: corps, langue: 'fr', identifiant: identifiant(courriels, agent) } }
  })
}

type Ouverte = sql.ContactsRow & { a: string }

/** One address that does not open (a damaged row, the key file of another day) keeps no other mail back. */
function ouvrirAdresses(m: Maison, lignes: readonly sql.ContactsRow[]): { ouvertes: Ouverte[]; illisibles: string[] } {
  const [ouvertes, illisibles]: [Ouverte[], string[]] = [[], []]
  for (const l of lignes) {
    try {
      ouvertes.push({ ...l, a: adresseDe(m, l) })
    } catch (err) {
      m.journal.error({ tache: 'courriels', courriel: l.courriel, err }, 'a sealed address does not open')
      illisibles.push(l.courriel)
    }
  }
  return { ouvertes, illisibles }
}

const adresseDe = (m: Maison, l: sql.ContactsRow): string =>
  ouvrir(m.trousseau.cle('contact', l.acad), `contact.adresse/${l.acad}/${l.fil}`, l.adresse).toString('utf8')

function plisDeclarants(m: Maison, ouvertes: readonly Ouverte[]): Pli[] {
  return [...Map.groupBy(ouvertes, (l) => l.a)].map(([a, siennes]) => {
    const courriels = siennes.map((l) => l.courriel).sort()
    const langue = langueDe(siennes[0]!.langue)
    const { objet, corps } = DECLARANTS[langue](m.config.origine)
    return { agent: null, courriels, lettre: { a, objet, texte: corps, langue, identifiant: identifiant(courriels, a) } }
  })
}

/** From the oldest row and the person: a mail that leaves again after a crash bears the same name. */
const identifiant = (courriels: readonly string[], qui: string): string =>
  createHash('sha256').update(`${courriels[0]} ${qui}`).digest('hex').slice(0, 32)
