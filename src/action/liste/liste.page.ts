import type { Moi } from '#acces'
import {
  badge,
  bouton,
  champListe,
  enTete,
  filtres,
  groupeBoutons,
  html,
  lienBouton,
  pagination,
  tableau,
  typo,
  vide,
  type Html,
  type Ligne,
} from '#ui'
import type { Edition } from '../action.ts'
import { AU_PLUS, VERBES_DE_LOT, type VerbeDeLot } from '../lot/lot.ts'
import { peut } from '../protocole/peut.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import { periode } from '../quand.ts'
import { libelleAnnee } from '../vocabulaire.ts'
import { PAR_PAGE, type Filtres } from './liste.ts'
import type { ListerRow } from './liste.sql.ts'

export interface Liste {
  lignes: readonly ListerRow[]
  aFaire: readonly ListerRow[]
  /** Published, and a picture of theirs waits for a look. */
  photosAFaire: readonly ListerRow[]
  editions: readonly Edition[]
  filtres: Filtres
  moi: Moi
  peutDeclarer: boolean
  suitPlusieurs: boolean
  peutEditer: boolean
  peutEcrirePole: boolean
  peutImporter: boolean
}

/** `cochable`: the box that takes it into a lot, with the version that is on the screen. */
const rangee = (a: ListerRow, cochable: boolean): Ligne => {
  const etat = ETATS[a.etat as Etat]
  const lien = html`<a href="/actions/${a.id}">${typo(a.titre)}</a>`
  return {
    cellules: [
      cochable
        ? html`<span class="preau-coche"
            ><input type="checkbox" name="choix" value="${a.id}.${a.version}" aria-label="Choisir ${a.titre}" />${lien}</span
          >`
        : lien,
      html`${a.ecole} <span class="fr-hint-text">${a.commune}, ${a.deptNom}</span>`,
      typo(periode(a.du, a.au)),
      badge({ libelle: etat.libelle, ton: etat.ton }),
    ],
    ...(a.etat === 'refusee' && { accent: 'attention' as const }),
  }
}

const table = (legende: string, lignes: readonly ListerRow[], cochable = false): Html =>
  tableau({
    legende,
    legendeMasquee: true,
    dense: true,
    colonnes: [{ libelle: 'Action' }, { libelle: 'Établissement' }, { libelle: 'Quand' }, { libelle: 'État' }],
    lignes: lignes.map((a) => rangee(a, cochable)),
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

const section = (id: string, titre: string, contenu: Html): Html =>
  html`<section class="preau-pile" aria-labelledby="${id}">
    <h2 id="${id}">${titre}</h2>
    ${contenu}
  </section>`

/** The step that this agent can take on many at once, if all those that wait for them wait for the same. */
function pasDuLot(l: Liste): VerbeDeLot | undefined {
  if (l.aFaire.length < 2) return undefined
  return (Object.keys(VERBES_DE_LOT) as VerbeDeLot[]).find((v) => l.aFaire.every((a) => peut(l.moi, v, a) !== null))
}

function aFaire(l: Liste): Html {
  const titre = `À faire par vous (${l.aFaire.length})`
  const verbe = pasDuLot(l)
  if (verbe === undefined) return section('a-faire', titre, table(titre, l.aFaire))
  return section(
    'a-faire',
    titre,
    html`<form class="preau-pile" method="post" action="/actions/lot">
        ${table(titre, l.aFaire.slice(0, AU_PLUS), true)}
        ${bouton({ libelle: `${VERBES_DE_LOT[verbe]} les actions cochées`, nom: 'verbe', valeur: verbe, icone: 'coche' })}
      </form>
      ${l.aFaire.length > AU_PLUS && table('À faire ensuite', l.aFaire.slice(AU_PLUS))}`,
  )
}

function question(f: Filtres, page = 1): string {
  const q = new URLSearchParams()
  if (f.etat !== null) q.set('etat', f.etat)
  if (f.annee !== null) q.set('annee', String(f.annee))
  if (f.faire) q.set('faire', 'oui')
  if (page > 1) q.set('page', String(page))
  return q.size === 0 ? '' : `?${q}`
}

/** The same filters, as a file. */
function fichiers({ filtres: f }: Liste): Html {
  const suite = question(f)
  return html`<p class="preau-discret">
    Emporter cette liste : <a href="/actions/export.csv${suite}">CSV</a>, <a href="/actions/export.ods${suite}">ODS</a>.
    <a href="/actions/bilan${f.annee === null ? '' : `/${f.annee}`}">Bilan de l’année, par département</a>
  </p>`
}

/** Never as if that were all: how many there are, and the way to the rest. */
function suite(l: Liste): Html | undefined {
  const total = l.lignes[0]?.total ?? 0
  if (total <= PAR_PAGE) return undefined
  const debut = (l.filtres.page - 1) * PAR_PAGE
  return html`<p class="preau-discret">
      ${typo(`${debut + 1} à ${debut + l.lignes.length} sur ${total} actions. Ce qui vous attend vient d’abord ; les nombres ci-dessus sont ceux de cette page.`)}
    </p>
    ${pagination({ page: l.filtres.page, pages: Math.ceil(total / PAR_PAGE), url: (p) => `/actions${question(l.filtres, p)}` })}`
}

export function pageListe(l: Liste): Html {
  const faites = new Set([...l.aFaire, ...l.photosAFaire].map((a) => a.id))
  const autres = l.lignes.filter((a) => !faites.has(a.id))
  return html`<div class="preau-pile">
    ${enTete({
      titre: 'Actions',
      texte: 'Ce que les écoles, les collèges et les lycées font pour prévenir.',
      actions: groupeBoutons([
        l.peutDeclarer && lienBouton({ libelle: 'Déclarer une action', url: '/actions/nouvelle', icone: 'plus', petit: true }),
        l.peutDeclarer &&
          lienBouton({ libelle: 'Notre programme', url: '/actions/programme', variante: 'secondaire', petit: true }),
        l.peutDeclarer &&
          lienBouton({ libelle: 'Visiter l’exposition', url: '/actions/visites', variante: 'secondaire', petit: true }),
        l.suitPlusieurs &&
          lienBouton({ libelle: 'Le programme', url: '/actions/couverture', variante: 'secondaire', petit: true }),
        l.peutEditer && lienBouton({ libelle: 'Les journées', url: '/actions/journees', variante: 'secondaire', petit: true }),
        l.peutImporter &&
          lienBouton({ libelle: 'Importer un tableur', url: '/actions/import', variante: 'secondaire', petit: true }),
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
        : html`${l.aFaire.length > 0 && aFaire(l)}
          ${l.photosAFaire.length > 0 && section('photos', `Photos à publier (${l.photosAFaire.length})`, table('Photos à publier', l.photosAFaire))}
          ${autres.length > 0 && section('autres', 'Les autres', table('Les autres', autres))}`
    }
    ${fichiers(l)} ${suite(l)}
  </div>`
}
