import type { Moi } from '#acces'
import {
  badge,
  champListe,
  enTete,
  filtres,
  groupeBoutons,
  html,
  lienBouton,
  tableau,
  typo,
  vide,
  type Html,
  type Ligne,
} from '#ui'
import type { Edition } from '../action.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import { periode } from '../quand.ts'
import { libelleAnnee } from '../vocabulaire.ts'
import type { Filtres } from './liste.ts'
import type { ListerRow } from './liste.sql.ts'

export interface Liste {
  lignes: readonly ListerRow[]
  aFaire: readonly ListerRow[]
  editions: readonly Edition[]
  filtres: Filtres
  moi: Moi
  peutDeclarer: boolean
  peutEditer: boolean
  peutEcrirePole: boolean
}

const rangee = (a: ListerRow): Ligne => {
  const etat = ETATS[a.etat as Etat]
  return {
    cellules: [
      html`<a href="/actions/${a.id}">${a.titre}</a>`,
      html`${a.ecole} <span class="fr-hint-text">${a.commune}, ${a.deptNom}</span>`,
      typo(periode(a.du, a.au)),
      badge({ libelle: etat.libelle, ton: etat.ton }),
    ],
    ...(a.etat === 'refusee' && { accent: 'attention' as const }),
  }
}

const table = (legende: string, lignes: readonly ListerRow[]): Html =>
  tableau({
    legende,
    legendeMasquee: true,
    dense: true,
    colonnes: [{ libelle: 'Action' }, { libelle: 'Établissement' }, { libelle: 'Quand' }, { libelle: 'État' }],
    lignes: lignes.map(rangee),
  })

const barre = ({ filtres: f, editions }: Liste): Html =>
  filtres({
    url: '/actions',
    titre: 'Filtrer les actions',
    champs: [
      champListe({
        nom: 'etat',
        libelle: 'État',
        vide: 'Tous',
        valeur: f.etat ?? '',
        options: Object.entries(ETATS).map(([valeur, e]) => ({ valeur, libelle: e.libelle })),
      }),
      champListe({
        nom: 'annee',
        libelle: 'Année scolaire',
        vide: 'Toutes',
        valeur: f.annee === null ? '' : String(f.annee),
        options: [...new Set(editions.map((e) => e.annee))].map((a) => ({ valeur: String(a), libelle: libelleAnnee(a) })),
      }),
      champListe({
        nom: 'faire',
        libelle: 'À faire',
        vide: 'Toutes les actions',
        valeur: f.faire ? 'oui' : '',
        options: [{ valeur: 'oui', libelle: 'Ce qui m’attend' }],
      }),
    ],
  })

const section = (id: string, titre: string, lignes: readonly ListerRow[]): Html | undefined =>
  lignes.length === 0
    ? undefined
    : html`<section class="preau-pile" aria-labelledby="${id}">
        <h2 id="${id}">${titre}</h2>
        ${table(titre, lignes)}
      </section>`

export function pageListe(l: Liste): Html {
  const faites = new Set(l.aFaire.map((a) => a.id))
  const autres = l.lignes.filter((a) => !faites.has(a.id))
  return html`<div class="preau-pile">
    ${enTete({
      titre: 'Actions',
      texte: 'Ce que les écoles, les collèges et les lycées font pour prévenir.',
      actions: groupeBoutons([
        l.peutDeclarer && lienBouton({ libelle: 'Déclarer une action', url: '/actions/nouvelle', icone: 'plus', petit: true }),
        l.peutEditer && lienBouton({ libelle: 'Les journées', url: '/actions/journees', variante: 'secondaire', petit: true }),
        l.peutEcrirePole && lienBouton({ libelle: 'La page du pôle', url: '/actions/pole', variante: 'secondaire', petit: true }),
      ]),
    })}
    ${barre(l)}
    ${
      l.lignes.length === 0
        ? vide({
            titre: 'Aucune action ici',
            texte: l.peutDeclarer ? 'Déclarer une action prend deux minutes.' : 'Rien ne vous attend.',
            icone: 'calendrier',
          })
        : html`${section('faire', `À faire par vous (${l.aFaire.length})`, l.aFaire)} ${section('autres', 'Les autres', autres)}`
    }
    ${l.lignes.length === 200 && html`<p class="preau-discret">Les 200 premières seulement : filtrez pour voir la suite.</p>`}
  </div>`
}
