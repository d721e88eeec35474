import { alerte, champListe, enTete, filtres, groupeBoutons, html, lienBouton, tableau, typo, vide, type Html } from '#ui'
import { jour } from '#acces'
import { FORMES } from '../vocabulaire.ts'
import { badgesEtat, etatDe, ETATS } from './etat.ts'
import type { ListerRow } from './redaction.sql.ts'
import { revueDe } from './revue.ts'

export interface FiltresListe {
  etat: string
  genre: string
  liens: boolean
  revue: boolean
}

const table = (lignes: readonly ListerRow[]): Html =>
  tableau({
    legende: 'Pages et ressources',
    legendeMasquee: true,
    dense: true,
    colonnes: [
      { libelle: 'Titre' },
      { libelle: 'État' },
      { libelle: 'Dernière version' },
      { libelle: 'Lectures en 90 jours', fin: true },
    ],
    lignes: lignes.map((l) => ({
      cellules: [
        html`<a href="/redaction/${l.id}">${typo(l.titre)}</a>
          <span class="fr-hint-text">${l.genre === 'page' ? 'Page' : (FORMES[l.forme] ?? 'Ressource')}</span>`,
        html`<span class="fr-badges-group">${badgesEtat(l)}</span>`,
        html`${l.rang}, ${l.par}, le ${jour(l.le)}`,
        l.lectures,
      ],
      ...(l.morts > 0 && { accent: 'erreur' as const }),
    })),
  })

/** What asks for somebody: each number leads to its rows. */
function aReprendre(toutes: readonly ListerRow[]): Html | undefined {
  const passees = toutes.filter((l) => revueDe(l) === 'passee').length
  const bientot = toutes.filter((l) => revueDe(l) === 'bientot').length
  const morts = toutes.filter((l) => l.enLigne && l.morts > 0).length
  if (passees + bientot + morts === 0) return undefined
  const dire = (n: number, une: string, plusieurs: string): string => (n === 0 ? '' : `${n} ${n > 1 ? plusieurs : une}`)
  const relectures = [
    dire(passees, 'ressource dont la relecture est passée', 'ressources dont la relecture est passée'),
    dire(bientot, 'à relire bientôt', 'à relire bientôt'),
  ].filter(Boolean)
  return alerte({
    type: passees + morts > 0 ? 'attention' : 'info',
    niveau: 2,
    titre: 'À reprendre',
    texte: html`<ul>
      ${relectures.length > 0 && html`<li><a href="/redaction?revue=oui">${relectures.join(', ')}</a></li>`}
      ${morts > 0 && html`<li><a href="/redaction?liens=morts">${dire(morts, 'page avec un lien mort', 'pages avec un lien mort')}</a></li>`}
    </ul>`,
  })
}

export const pageListe = (toutes: readonly ListerRow[], lignes: readonly ListerRow[], f: FiltresListe): Html =>
  html`<div class="preau-pile">
    ${enTete({
      titre: 'Pages et ressources',
      texte: 'Ce que le site public et l’espace des personnels donnent à lire.',
      actions: groupeBoutons([
        lienBouton({ libelle: 'Ajouter une ressource', url: '/redaction/nouvelle?genre=ressource', icone: 'plus', petit: true }),
        lienBouton({ libelle: 'Écrire une page', url: '/redaction/nouvelle?genre=page', variante: 'secondaire', petit: true }),
      ]),
    })}
    ${aReprendre(toutes)}
    ${filtres({
      url: '/redaction',
      champs: [
        champListe({
          nom: 'genre',
          libelle: 'Quoi',
          vide: 'Tout',
          valeur: f.genre,
          options: [
            { valeur: 'ressource', libelle: 'Ressources' },
            { valeur: 'page', libelle: 'Pages' },
          ],
        }),
        champListe({
          nom: 'etat',
          libelle: 'État',
          vide: 'Tous',
          valeur: f.etat,
          options: Object.entries(ETATS).map(([valeur, e]) => ({ valeur, libelle: String(e.libelle) })),
        }),
        champListe({
          nom: 'revue',
          libelle: 'Relecture',
          vide: 'Toutes',
          valeur: f.revue ? 'oui' : '',
          options: [{ valeur: 'oui', libelle: 'À relire, ou passée' }],
        }),
        champListe({
          nom: 'liens',
          libelle: 'Liens',
          vide: 'Tous',
          valeur: f.liens ? 'morts' : '',
          options: [{ valeur: 'morts', libelle: 'Avec un lien mort' }],
        }),
      ],
    })}
    ${lignes.length === 0 ? vide({ titre: 'Rien ici', icone: 'fichier' }) : table(lignes)}
  </div>`

export const retenir = (lignes: readonly ListerRow[], f: FiltresListe): ListerRow[] =>
  lignes.filter(
    (l) =>
      (f.genre === '' || l.genre === f.genre) &&
      (f.etat === '' || etatDe(l) === f.etat) &&
      (!f.liens || l.morts > 0) &&
      (!f.revue || revueDe(l) !== null),
  )
