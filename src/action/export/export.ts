import { csv, Introuvable, ods, repondre, type Cellule } from '#platform'
import { PILIERS } from '#annuaire'
import { enTantQue, type CtxAgent } from '#acces'
import { entre } from '../action.ts'
import { criteres, lireFiltres } from '../liste/liste.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import { libelleAnnee, PUBLICS, TEMPS_FORTS, TYPES } from '../vocabulaire.ts'
import * as sql from './export.sql.ts'

const mot = (liste: Readonly<Record<string, string>>, code: string): string => liste[code] ?? code

/** The headers are those that the import reads: a sheet that went out can come back. */
const COLONNES: readonly [string, (a: sql.ExporterRow) => Cellule][] = [
  ['UAI', (a) => a.etab],
  ['Établissement', (a) => a.ecole],
  ['Commune', (a) => a.commune],
  ['Département', (a) => a.deptNom],
  ['Année scolaire', (a) => libelleAnnee(a.annee)],
  ['Temps fort', (a) => (a.temps_fort === null ? '' : mot(TEMPS_FORTS, a.temps_fort))],
  ['Du', (a) => a.du],
  ['Au', (a) => a.au],
  ['Titre', (a) => a.titre],
  ['Texte', (a) => a.texte],
  ['Forme', (a) => mot(TYPES, a.type)],
  ['Publics', (a) => a.publics.map((p) => mot(PUBLICS, p)).join(' | ')],
  ['Classes', (a) => a.niveaux.join(' | ')],
  ['Élèves', (a) => a.effectif],
  ['Durée en minutes', (a) => a.duree],
  ['Partenaires', (a) => a.partenaires],
  ['Pilier', (a) => (a.pilier === null ? '' : (PILIERS[a.pilier - 1] ?? ''))],
  ['État', (a) => ETATS[a.etat as Etat].libelle],
  ['Identifiant', (a) => a.id],
]

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', ecrire: csv },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', ecrire: (l: readonly Cellule[][]) => ods('Actions', l) },
} as const

/** GET /actions/export.csv and .ods: what the list shows with these filters, whole. */
export const exporter =
  (format: keyof typeof FORMATS) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/actions/export.${format}`)
    const moi = c.get('moi')
    if (!entre(moi)) throw new Introuvable()
    const f = lireFiltres((nom) => c.req.query(nom))
    const actions = await enTantQue(c, (db) => db.all(sql.exporter, criteres(moi, f)))
    const lignes = [COLONNES.map(([nom]) => nom), ...actions.map((a) => COLONNES.map(([, lire]) => lire(a)))]
    const { type, ecrire } = FORMATS[format]
    return repondre(c, ecrire(lignes), 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="actions${f.annee === null ? '' : `-${libelleAnnee(f.annee)}`}.${format}"`,
    })
  }
