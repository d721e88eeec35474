import { champListe, enTete, filtres, groupeBoutons, html, lienBouton, tableau, typo, vide, type Html } from '#ui'
import { jour } from '#acces'
import { FORMES } from '../vocabulaire.ts'
import { badgesEtat, etatDe, ETATS } from './etat.ts'
import type { ListerRow } from './redaction.sql.ts'

export interface FiltresListe {
  etat: string
  genre: string
  liens: boolean
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

export const pageListe = (lignes: readonly ListerRow[], f: FiltresListe): Html =>
  html`<div class="preau-pile">
    ${enTete({
      titre: 'Pages et ressources',
      texte: 'Ce que le site public et l’espace des personnels donnent à lire.',
      actions: groupeBoutons([
        lienBouton({ libelle: 'Ajouter une ressource', url: '/redaction/nouvelle?genre=ressource', icone: 'plus', petit: true }),
        lienBouton({ libelle: 'Écrire une page', url: '/redaction/nouvelle?genre=page', variante: 'secondaire', petit: true }),
      ]),
    })}
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
    (l) => (f.genre === '' || l.genre === f.genre) && (f.etat === '' || etatDe(l) === f.etat) && (!f.liens || l.morts > 0),
  )
