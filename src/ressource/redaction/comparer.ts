import { page } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { comparer } from '../texte/difference.ts'
import { ACCES, dire, ETAPES, FORMES, LES_PILIERS, LICENCES, NIVEAUX, PUBLICS, THEMES, type Acces } from '../vocabulaire.ts'
import { pageComparaison, type Comparaison } from './comparer.page.ts'
import { exigerRedaction } from './droits.ts'
import { idDe } from './fiche.ts'
import { versionDe, type Version } from './version.ts'

const CHAMPS: readonly (readonly [nom: string, dit: (v: Version) => string])[] = [
  ['Titre', (v) => v.titre],
  ['Qui peut la lire', (v) => ACCES[v.acces as Acces]],
  ['Forme', (v) => FORMES[v.forme] ?? ''],
  ['Pour qui', (v) => dire(PUBLICS, v.publics)],
  ['Niveau', (v) => dire(NIVEAUX, v.niveaux)],
  ['Thèmes', (v) => dire(THEMES, v.themes)],
  ['Piliers', (v) => dire(LES_PILIERS, v.piliers.map(String))],
  ['Dans un dossier', (v) => dire(ETAPES, v.etapes)],
  ['Durée', (v) => (v.duree === null ? '' : `${v.duree} min`)],
  ['Facile à lire', (v) => (v.falc ? 'oui' : 'non')],
  ['Licence', (v) => LICENCES[v.licence] ?? ''],
  ['Origine', (v) => v.origine],
  ['Adresse d’origine', (v) => v.lien],
]

export const comparaison = (de: Version, a: Version): Comparaison => ({
  de,
  a,
  texte: comparer(de.texte, a.texte),
  resume: comparer(de.resume, a.resume),
  champs: CHAMPS.map(([nom, dit]) => [nom, dit(de), dit(a)] as const).filter(([, avant, apres]) => avant !== apres),
})

const rangDe = (texte: string | undefined): number => (/^\d{1,6}$/.test(texte ?? '') ? Number(texte) : 0)

/** GET /redaction/:id/comparer?de=1&a=2 */
export async function lireComparaison(c: CtxAgent): Promise<Response> {
  const { acad } = exigerRedaction(c, '/redaction/:id/comparer')
  const id = idDe(c)
  const [de, a] = await enTantQue(
    c,
    async (db) =>
      [
        await versionDe(db, acad, id, rangDe(c.req.query('de'))),
        await versionDe(db, acad, id, rangDe(c.req.query('a'))),
      ] as const,
  )
  return page(
    c,
    cadre(c, {
      titre: `Versions ${de.rang} et ${a.rang}`,
      courant: '/redaction',
      filAriane: [
        { libelle: 'Pages et ressources', url: '/redaction' },
        { libelle: a.titre, url: `/redaction/${id}` },
        { libelle: 'Comparer' },
      ],
      contenu: pageComparaison(comparaison(de, a)),
    }),
  )
}
