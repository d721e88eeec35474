import { alerte, bouton, champFichiers, enTete, groupeBoutons, html, tableau, typo, type Html } from '#ui'
import type { Rapport } from './importer.ts'

const pluriel = (n: number, un: string, des: string): string => `${n} ${n > 1 ? des : un}`

function resultat(r: Rapport, simule: boolean): Html {
  const ajoutees = simule
    ? pluriel(r.ajoutees.length, 'action serait proposée', 'actions seraient proposées')
    : pluriel(r.ajoutees.length, 'action est proposée', 'actions sont proposées')
  return html`<div role="status" tabindex="-1" data-focus>
      ${alerte({
        type: r.refus.length > 0 ? 'attention' : 'succes',
        niveau: 2,
        titre: simule ? 'Essai : rien n’a été écrit' : r.ajoutees.length === 0 ? 'Rien n’a changé' : 'L’import est fait',
        texte: typo(
          `${pluriel(r.lignes, 'ligne lue', 'lignes lues')} : ${ajoutees}, ${pluriel(r.deja, 'est déjà là', 'sont déjà là')}, ${pluriel(r.refus.length, 'est refusée', 'sont refusées')}.`,
        ),
      })}
    </div>
    ${
      r.refus.length > 0 &&
      tableau({
        legende: 'Lignes refusées',
        dense: true,
        colonnes: [{ libelle: 'Ligne' }, { libelle: 'Pourquoi' }],
        lignes: r.refus.map((x) => ({ cellules: [x.ligne, typo(x.motif)] })),
      })
    }`
}

/** What was tried goes in with one click: the file is not asked for again. */
const importerCeci = (garde: string, n: number): Html =>
  html`<form class="preau-pile" method="post" action="/actions/import">
    <input type="hidden" name="garde" value="${garde}" />
    ${groupeBoutons([bouton({ libelle: n > 1 ? `Importer ces ${n} actions` : 'Importer cette action', nom: 'suite', valeur: 'importer', icone: 'coche' })])}
    <p class="preau-discret">Le fichier essayé est gardé deux heures, pour vous seul.</p>
  </form>`

export interface PageImport {
  rapport?: Rapport
  simule?: boolean
  refus?: string
  /** The file just tried, when there is something to import from it. */
  garde?: string
}

export const pageImport = (o: PageImport): Html =>
  html`<div class="preau-pile">
    ${enTete({
      titre: 'Importer des actions',
      texte: 'Celles d’une année, réunies dans un tableur. Elles arrivent « proposées », puis suivent le chemin habituel.',
    })}
    ${o.rapport !== undefined && resultat(o.rapport, o.simule === true)}
    ${o.garde !== undefined && importerCeci(o.garde, o.rapport?.ajoutees.length ?? 0)}
    <form class="preau-pile" method="post" action="/actions/import" enctype="multipart/form-data" novalidate>
      ${champFichiers({
        nom: 'fichier',
        libelle: o.garde === undefined ? 'Fichier CSV' : 'Un autre fichier CSV',
        aide: '5 Mo au plus. Les colonnes se reconnaissent à leur nom : UAI, Titre, Texte, Du, Forme, Publics, et si vous les avez : Temps fort, Année scolaire, Au, Classes, Élèves, Partenaires, Pilier.',
        accepte: ['text/csv', '.csv'],
        requis: true,
        ...(o.refus !== undefined && { erreur: typo(o.refus) }),
      })}
      ${groupeBoutons([
        bouton({ libelle: 'Essayer sans rien écrire', nom: 'suite', valeur: 'simuler', variante: 'secondaire' }),
        bouton({ libelle: 'Importer', nom: 'suite', valeur: 'importer' }),
      ])}
    </form>
    <p>
      Chaque ligne refusée est donnée avec son numéro et sa raison ; les autres entrent. Une action déjà là (même établissement,
      même jour, même titre) n’est pas touchée : le même fichier peut être envoyé de nouveau. L’<a href="/actions/export.csv"
        >export CSV</a
      >
      a les bonnes colonnes.
    </p>
  </div>`
