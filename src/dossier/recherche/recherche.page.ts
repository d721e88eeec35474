import { dateHeure, jourIso } from '#signalement'
import { bouton, carte, champTexte, html, resumeErreurs, typo, vide, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { ONGLETS, tete } from '../fiche/tete.page.ts'
import type { Ecrit } from './ecrit.ts'
import type { Bout } from './trouver.ts'

export interface Trouve extends Ecrit {
  extraits: Bout[][]
}

/** By POST: the words may be the name of a child, and an address stays in histories and in logs. */
export const champMots = (url: string, libelle: string, s?: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="${url}" role="search" novalidate>
    ${champTexte({
      nom: 'mots',
      libelle,
      aide: 'Des mots, ou leur début, dans ce que vous pouvez y lire.',
      type: 'search',
      sansCorrection: true,
      valeur: s?.valeur('recherche', 'mots') ?? '',
      ...s?.erreur('mots'),
    })}
    ${bouton({ libelle: 'Chercher', variante: 'secondaire', icone: 'loupe' })}
  </form>`

export const formulaireRecherche = (o: Dossier, s?: Saisies): Html =>
  champMots(`/dossiers/${o.d.numero}/recherche`, 'Chercher dans ce dossier', s)

const extrait = (bouts: readonly Bout[]): Html =>
  html`<p dir="auto">${bouts.map((b) => (b.vu ? html`<mark>${b.texte}</mark>` : b.texte))}</p>`

const trouve = (o: Dossier, t: Trouve): Html =>
  html`<li>
    ${carte({
      titre: typo(t.titre),
      url: t.ailleurs?.url ?? `/dossiers/${o.d.numero}${t.ou}`,
      haut: typo(
        `${t.ailleurs?.libelle ?? ONGLETS[t.partie]}, ${typeof t.le === 'string' ? jourIso(t.le) : dateHeure(t.le)}, par ${t.par}`,
      ),
      texte: html`${t.extraits.map(extrait)}`,
    })}
  </li>`

/** The passages of one dossier. */
export const liste = (o: Dossier, trouves: readonly Trouve[]): Html =>
  html`<ol class="preau-pile preau-nue">
    ${trouves.map((t) => trouve(o, t))}
  </ol>`

/** What was not looked through is said: nobody must take « rien » for more than it is. */
export const LIMITES =
  'La recherche lit aussi les signalements rattachés et les demandes d’appui que vous pouvez ouvrir. Elle ne lit pas les images, et ne corrige pas l’orthographe.'

const resultats = (o: Dossier, trouves: readonly Trouve[]): Html =>
  trouves.length === 0
    ? vide({ titre: 'Rien, dans ce que vous pouvez lire ici', texte: typo(LIMITES), icone: 'loupe' })
    : html`<h2 id="resultats">${trouves.length === 1 ? 'Un passage' : `${trouves.length} passages`}</h2>
        ${liste(o, trouves)}
        <p class="preau-discret">${typo(LIMITES)}</p>`

/** `trouves` is null as long as nothing was asked. */
export function pageRecherche(o: Dossier, trouves: readonly Trouve[] | null, s: Saisies): Html {
  const erreurs = s.retour?.erreurs ?? []
  return html`<div class="preau-pile">
    ${erreurs.length > 0 && resumeErreurs('Rien n’a été cherché', erreurs)} ${tete(o, '')} ${formulaireRecherche(o, s)}
    ${trouves !== null && resultats(o, trouves)}
  </div>`
}
