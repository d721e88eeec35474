import {
  accordeon,
  alerte,
  attributs,
  badge,
  boutonImprimer,
  definitionListe,
  html,
  minutes,
  icone,
  lienBouton,
  paragraphes,
  typo,
  type Html,
} from '#ui'
import { clock } from '#platform'
import { isoJour, jour } from '#acces'
import type { Etagere, Livre } from '../etagere/etagere.ts'
import { marques } from '../etagere/etagere.page.ts'
import { texteEnPage, lienDehors, type Rendu } from '../texte/texte.page.ts'
import { dire, LES_PILIERS, LICENCES, NIVEAUX, PUBLICS, THEMES } from '../vocabulaire.ts'
import type { FichiersRow } from './fiche.sql.ts'

/** A file as a page shows it: examined or not, and whether it may be opened. */
export interface Piece extends Omit<FichiersRow, 'version'> {
  /** Null: it waits for the antivirus, or the antivirus refused it. */
  url: string | null
}

export interface Fiche {
  l: Livre
  texte: string
  pieces: readonly Piece[]
  e: Etagere
  base: string
}

const NATURES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'image',
  'video/mp4': 'vidéo MP4',
  'video/webm': 'vidéo WebM',
  'text/vtt': 'sous-titres WebVTT',
}
export const nature = (type: string): string => NATURES[type] ?? type

const UN = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
export const poids = (octets: number): string =>
  octets < 1_000_000 ? `${Math.max(1, Math.round(octets / 1000))}\u00a0Ko` : `${UN.format(octets / 1_000_000)}\u00a0Mo`

/** What the text of a version may point at: `fichier:2`. */
export function rendu(pieces: readonly Piece[], niveau = 2): Rendu {
  const de = (rang: number, type: RegExp): string | null => pieces.find((p) => p.rang === rang && type.test(p.type))?.url ?? null
  return { niveau, fichier: (r) => de(r, /./), image: (r) => de(r, /^image\//) }
}

const LISIBLE = (t: Piece): t is Piece & { url: string } => t.url !== null

function lecteur(p: Piece, pistes: readonly (Piece & { url: string })[]): Html | undefined {
  if (p.url === null) return undefined
  if (p.type.startsWith('video/'))
    return html`<video class="preau-film" controls preload="metadata" src="${p.url}" aria-label="${p.libelle}">
      ${pistes.map((t, rang) => html`<track kind="captions" src="${t.url}" srclang="${t.langue}" label="${t.libelle}" ${attributs({ default: rang === 0 })} />`)}
    </video>`
  if (p.type.startsWith('image/')) return html`<img class="preau-affiche" src="${p.url}" alt="${premiere(p.alternative)}" />`
  return undefined
}

/** A picture says its alternative at once when it is short; a long one is read below it. */
const premiere = (texte: string): string => (texte.length <= 200 ? texte : 'Description complète sous l’image')

/** The files of a version, each film with its captions; what captions are joined to, they are not shown beside. */
export const lesPieces = (pieces: readonly Piece[], imprime = false): Html[] =>
  pieces.filter((p) => p.pour === null).map((p) => piece(p, pieces.filter((t) => t.pour === p.id).filter(LISIBLE), imprime))

function piece(p: Piece, pistes: readonly (Piece & { url: string })[], imprime: boolean): Html {
  const titre = p.type.startsWith('video/')
    ? 'Lire le film\u00a0: tout ce qui se dit et se voit'
    : `Lire en texte\u00a0: ${p.libelle}`
  return html`<div class="preau-piece">
    ${lecteur(p, pistes)}
    ${
      p.url === null
        ? html`<p>
            ${typo(p.libelle)}
            ${badge({ libelle: p.examen === 'infecte' ? 'Refusé par l’antivirus' : 'En attente d’examen', ton: 'attention' })}
          </p>`
        : html`<p>
            <a class="preau-telecharger" href="${p.url}?telecharger"
              >${icone('fichier')}<span>Télécharger ${typo(`: ${p.libelle}`)} (${nature(p.type)}, ${poids(p.taille)})</span></a
            >
          </p>`
    }
    ${p.alternative !== '' && accordeon({ titre, contenu: paragraphes(typo(p.alternative)), ouvert: imprime })}
  </div>`
}

const origine = (l: Livre): Html =>
  definitionListe(
    [
      { terme: 'Pour qui', definition: dire(PUBLICS, l.publics) },
      { terme: 'Niveau', definition: dire(NIVEAUX, l.niveaux) },
      { terme: 'Durée', definition: l.duree === null ? '' : minutes(l.duree) },
      { terme: 'Thèmes', definition: dire(THEMES, l.themes) },
      { terme: 'Piliers de pHARe', definition: dire(LES_PILIERS, l.piliers.map(String)) },
      { terme: 'Origine', definition: typo(l.origine) },
      { terme: 'Licence', definition: typo(LICENCES[l.licence] ?? '') },
      { terme: 'Version', definition: html`${l.rang}, en ligne le ${jour(l.du)}` },
      { terme: 'À relire avant le', definition: passee(l) ? '' : leJour(l.a_revoir_le) },
      { terme: 'Valable jusqu’au', definition: l.au === null ? '' : jour(new Date(l.au.getTime() - 1)) },
    ].filter((d) => d.definition !== ''),
  )

const leJour = (iso: string): Html => jour(new Date(`${iso}T12:00:00Z`))
const passee = (l: Livre): boolean => l.a_revoir_le < isoJour(clock.now())

/** Never stale in silence: whoever reads is told as well. */
const vieillie = (l: Livre): Html | undefined =>
  passee(l)
    ? alerte({
        type: 'attention',
        niveau: 2,
        titre: 'À vérifier',
        texte: html`Cette ressource devait être relue le ${leJour(l.a_revoir_le)}${typo(' : vérifiez les numéros et les dates.')}`,
      })
    : undefined

function remplacements({ l, e, base }: Fiche): Html {
  const neuve = e.relais.get(l.ressource)
  const ancienne = l.remplace === null ? undefined : e.parId.get(l.remplace)
  return html`${
    neuve &&
    alerte({
      type: 'attention',
      niveau: 2,
      titre: 'Une ressource plus récente la remplace',
      texte: html`<a href="${base}/${neuve.adresse}">${typo(neuve.titre)}</a>`,
    })
  }
  ${ancienne && html`<p class="preau-discret">Elle remplace <a href="${base}/${ancienne.adresse}">${typo(ancienne.titre)}</a>.</p>`}`
}

export function pageFiche(f: Fiche): Html {
  const { l, base } = f
  return html`<article class="preau-fiche">
    <p class="preau-discret"><a href="${base}">Toutes les ressources</a></p>
    <h1>${typo(l.titre)}</h1>
    <p class="fr-badges-group">${marques(l)}</p>
    ${l.resume !== '' && html`<p class="fr-text--lead">${typo(l.resume)}</p>`} ${remplacements(f)} ${vieillie(l)}
    ${
      l.lien !== '' &&
      html`<p>${lienDehors(l.lien, 'Ouvrir la ressource sur son site', 'fr-btn')}</p>
        <p class="preau-discret">${new URL(l.lien).hostname}</p>`
    }
    ${lesPieces(f.pieces)}
    <div class="preau-prose">${texteEnPage(f.texte, rendu(f.pieces))}</div>
    <section class="preau-pile" aria-labelledby="sur">
      <h2 id="sur">Sur cette ressource</h2>
      ${origine(l)}
    </section>
    <p class="preau-kit__suite">
      ${boutonImprimer('Imprimer')}
      ${lienBouton({ libelle: 'Commencer un kit avec elle', url: `${base}?kit=${l.adresse}`, variante: 'secondaire' })}
    </p>
  </article>`
}

/** A free page: its text, its files, and when it was last published. */
export const pageLibre = (f: Pick<Fiche, 'l' | 'texte' | 'pieces'>): Html =>
  html`<article class="preau-fiche">
    <h1>${typo(f.l.titre)}</h1>
    ${f.l.resume !== '' && html`<p class="fr-text--lead">${typo(f.l.resume)}</p>`}
    <div class="preau-prose">${texteEnPage(f.texte, rendu(f.pieces))}</div>
    ${lesPieces(f.pieces.filter((p) => !p.type.startsWith('image/')))}
    <p class="preau-discret">Page mise à jour le ${jour(f.l.du)}.</p>
  </article>`
