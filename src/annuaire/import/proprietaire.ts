import pg from 'pg'
import { clock, Empechement, type Statement } from '#platform'

/** What the owner of the tables may do: the doors read the directory, only the import writes it. */
export interface Proprietaire {
  all<P, R>(s: Statement<P, R>, p: P): Promise<R[]>
  run<P, R>(s: Statement<P, R>, p: P): Promise<number>
}

/** Keeps two imports apart. */
const VERROU = 0x5072ea

/**
 * One transaction as the owner of the tables, from an administration URL. `garder` is asked at the end: false undoes everything.
 * @throws whatever `travail` throws, after undoing everything.
 */
export async function enProprietaire<T>(
  url: string,
  travail: (db: Proprietaire) => Promise<T>,
  garder: (r: T) => boolean,
): Promise<T> {
  const client = await connecter(url)
  try {
    await client.query('begin')
    await preparer(client)
    const resultat = await travail(requetes(client))
    const { command } = await client.query(garder(resultat) ? 'commit' : 'rollback')
    if (garder(resultat) && command !== 'COMMIT') throw new Error(`transaction undone: COMMIT answered ${command}`)
    return resultat
  } finally {
    // Closing undoes what was not committed.
    await client.end()
  }
}

async function connecter(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'preau annuaire' })
  try {
    await client.connect()
    return client
  } catch (cause) {
    const { hostname, port, pathname } = new URL(url)
    throw new Empechement(
      `La base ${pathname.slice(1)} ne répond pas sur ${hostname}:${port || 5432} (${(cause as Error).message || String((cause as { code?: string }).code)}) : vérifiez DATABASE_URL.`,
      { cause },
    )
  }
}

async function prendreRole(client: pg.Client): Promise<void> {
  try {
    await client.query('set local role preau_proprietaire')
  } catch (cause) {
    throw new Empechement(
      'Ce compte de la base ne peut pas écrire l’annuaire : donnez dans DATABASE_URL celui qui a lancé « preau migrate ».',
      { cause },
    )
  }
}

async function preparer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ la: string | null }>(`select to_regclass('annuaire.etablissement')::text as la`)
  if (rows[0]?.la == null) throw new Empechement('La base n’est pas encore préparée : lancez d’abord « preau migrate ».')
  await prendreRole(client)
  await client.query('select pg_advisory_xact_lock($1)', [VERROU])
  if (clock.isSet()) await client.query(`set local preau.maintenant = '${clock.now().toISOString()}'`)
}

function requetes(client: pg.Client): Proprietaire {
  const envoyer = <P, R>(s: Statement<P, R>, p: P) =>
    client.query({ name: s.name, text: s.text, values: s.params.map((nom) => p[nom] ?? null) })
  return {
    all: async <P, R>(s: Statement<P, R>, p: P) => (await envoyer(s, p)).rows as R[],
    run: async <P, R>(s: Statement<P, R>, p: P) => (await envoyer(s, p)).rowCount ?? 0,
  }
}
