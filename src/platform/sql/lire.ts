/** One named statement of an `x.sql` file. */
export interface Bloc {
  nom: string
  /** The SQL with `$1`, `$2`… */
  text: string
  params: { nom: string; facultatif: boolean }[]
  /** Columns that the reader of the statement knows better than the schema does (outer joins, expressions). */
  nonnull: string[]
  nullable: string[]
  commentaire: string[]
}

const ENTETE = /^-- (?<nom>[a-z][A-Za-z0-9]*)(?: \|(?<notes>.*))?$/

/**
 * Reads the blocks of an `x.sql` file. A block begins with `-- nom`, or `-- nom | nonnull: a, b | nullable: c`; further
 * comment lines document it. `:param` is a parameter, `:param?` one that may be null; `::type` stays a cast.
 */
export function lireBlocs(source: string): Bloc[] {
  const blocs: (Bloc & { lignes: string[] })[] = []
  for (const ligne of source.split('\n')) {
    const entete = ENTETE.exec(ligne)
    const dernier = blocs.at(-1)
    if (entete !== null) blocs.push({ ...lireEntete(entete), lignes: [] })
    else if (dernier !== undefined && ligne.startsWith('--')) dernier.commentaire.push(ligne.slice(2).trim())
    else if (dernier !== undefined) dernier.lignes.push(ligne)
  }
  return blocs.map(({ lignes, ...bloc }) => ({ ...bloc, ...numeroter(lignes.join('\n').trim().replace(/;$/, '')) }))
}

function lireEntete(entete: RegExpExecArray): Bloc {
  const notes = entete.groups!.notes ?? ''
  const liste = (cle: string): string[] =>
    (new RegExp(`\\b${cle}:([^|]*)`).exec(notes)?.[1] ?? '')
      .split(',')
      .map((s) => s.trim())
      .filter(Boolean)
  return {
    nom: entete.groups!.nom!,
    text: '',
    params: [],
    nonnull: liste('nonnull'),
    nullable: liste('nullable'),
    commentaire: [],
  }
}

function numeroter(sql: string): Pick<Bloc, 'text' | 'params'> {
  const params: Bloc['params'] = []
  const text = sql.replace(/('(?:[^']|'')*')|(?<![:\w]):([a-z][A-Za-z0-9]*)(\?)?/g, (tout, chaine, nom, facultatif) => {
    if (chaine !== undefined) return tout
    let rang = params.findIndex((p) => p.nom === nom)
    if (rang === -1) rang = params.push({ nom, facultatif: false }) - 1
    if (facultatif !== undefined) params[rang]!.facultatif = true
    return `$${rang + 1}`
  })
  return { text, params }
}
