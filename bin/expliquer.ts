import { Empechement } from '../src/platform/config.ts'

const PAS_PRETE = ['28P01', '28000', '3F000', '42P01', '42501']
const MUETTE = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT']

const codeDe = (erreur: unknown): string => String((erreur as { code?: unknown }).code ?? '')

/** What the database answered to one of the doors, as what to do; other errors pass unchanged. */
export function expliquer(erreur: unknown): unknown {
  if (PAS_PRETE.includes(codeDe(erreur)))
    return new Empechement(
      'La base de données n’est pas prête pour cette version, ou pour ces clés : lancez « preau migrate ».',
      {
        cause: erreur,
      },
    )
  return absente(erreur)
}

/** The same for the account of DATABASE_URL, which prepares the database. */
export function expliquerCompte(erreur: unknown): unknown {
  const code = codeDe(erreur)
  if (code === '42501')
    return new Empechement(
      'Le compte de DATABASE_URL ne peut pas créer de rôles : donnez celui d’un administrateur de la base.',
      {
        cause: erreur,
      },
    )
  if (code === '28P01' || code === '28000')
    return new Empechement('La base de données refuse le compte ou le mot de passe de DATABASE_URL : corrigez-les.', {
      cause: erreur,
    })
  return absente(erreur)
}

function absente(erreur: unknown): unknown {
  const code = codeDe(erreur)
  if (code === '3D000')
    return new Empechement(
      'La base nommée dans DATABASE_URL n’existe pas sur ce serveur : créez-la (createdb), ou corrigez son nom.',
      {
        cause: erreur,
      },
    )
  if (MUETTE.includes(code))
    return new Empechement('La base de données ne répond pas : vérifiez DATABASE_URL, et qu’elle est en marche.', {
      cause: erreur,
    })
  return erreur
}
