// The page of the public door: « Quitter vite » and the emergency numbers come before anything else.
import { attributs, html } from '../html.ts'
import type { Html } from '../html.ts'
import { icone } from '../icone.ts'
import type { Lien } from '../navigation.ts'
import { bandeauUrgences } from '../urgences.ts'
import type { TextesUrgences } from '../urgences.ts'
import { enveloppe, marque, onglet } from './commun.ts'
import type { Apercu } from './commun.ts'

export interface TextesPage {
  /** « Préau » */
  nom: string
  /** Neutral words under the name. */
  devise: string
  /** « Aller au contenu » */
  allerContenu: string
  /** « Quitter vite » */
  quitter: string
  /** What it does, for a screen reader: « ferme cette page tout de suite ». */
  quitterAide: string
  /** « Écouter »: reads the screen aloud, where the browser has a voice. */
  ecouter?: string
  /** Name of the language menu. */
  langues: string
  urgences: TextesUrgences
  pied: { nom: string; liens: readonly Lien[]; mention: string }
}

export interface LangueUrl {
  langue: string
  dir: 'ltr' | 'rtl'
  /** The language in itself: « English », « العربية ». */
  libelle: string
  url: string
}

export interface PagePublique {
  langue: string
  dir: 'ltr' | 'rtl'
  titre: string
  description?: string
  contenu: Html
  textes: TextesPage
  /** Every public page has it: there is no `false`. */
  quitter: true
  /** Path of this page, to mark it in the footer. */
  chemin: string
  languesUrls: readonly LangueUrl[]
  /**
   * The form that holds what is being written, or shown once: whoever changes language sends it along, and loses nothing. `defaut` is
   * what its Enter key does: a browser takes the form's first button, and those of the languages come before it.
   */
  formulaire?: { id: string; defaut: string } | undefined
  /** Names of files of `statique/`, besides those of every page. */
  script?: readonly string[]
  urlAccueil?: string
  apercu?: Apercu
  /** The page is about the numbers: their list is unfolded. */
  urgencesOuvertes?: boolean
}

// A page with nothing to do with us, that a child could be reading. It is another site: no address of ours is sent along.
export const URL_QUITTER = 'https://fr.wikipedia.org/wiki/Sp%C3%A9cial:Page_au_hasard'

export const sortie = (t: Pick<TextesPage, 'quitter' | 'quitterAide'>): Html =>
  html`<a class="fr-btn preau-quitter" href="${URL_QUITTER}" rel="noreferrer nofollow" data-quitter
    >${icone('sortie')}<span>${t.quitter}<span class="fr-sr-only"> (${t.quitterAide})</span></span></a
  >`

const entete = (p: PagePublique): Html =>
  html`<header class="fr-header preau-entete" role="banner">
    <div class="fr-container fr-header__body-row">
      ${sortie(p.textes)}
      <a class="fr-header__service" href="${p.urlAccueil ?? '/'}"
        >${marque}<span
          ><span class="fr-header__service-title">${p.textes.nom}</span
          ><span class="fr-header__service-tagline">${p.textes.devise}</span></span
        ></a
      >
    </div>
  </header>`

/** Hidden until the script has found a voice of the language. */
const ecouter = (p: PagePublique): Html | undefined =>
  p.script?.includes('lire.js') && p.textes.ecouter
    ? html`<button type="button" class="fr-btn fr-btn--sm fr-btn--tertiary" data-ecouter hidden>${p.textes.ecouter}</button>`
    : undefined

function versLangue(p: PagePublique, l: LangueUrl): Html {
  const dit = { lang: l.langue, dir: l.dir, 'aria-current': l.langue === p.langue && 'true' }
  if (p.formulaire === undefined) return html`<a${attributs({ href: l.url, hreflang: l.langue, ...dit })}>${l.libelle}</a>`
  const envoi = { type: 'submit', form: p.formulaire.id, formaction: l.url, name: 'vers', value: 'langue' }
  return html`<button${attributs({ ...envoi, ...dit })}>${l.libelle}</button>`
}

const boutonParDefaut = ({ id, defaut }: { id: string; defaut: string }): Html =>
  html`<button
    type="submit"
    form="${id}"
    name="vers"
    value="${defaut}"
    class="preau-defaut"
    tabindex="-1"
    aria-hidden="true"
  ></button>`

function langues(p: PagePublique): Html | undefined {
  if (p.languesUrls.length < 2) return undefined
  return html`<nav class="fr-translate" aria-label="${p.textes.langues}">
    <div class="fr-container">
      ${icone('langue')}${p.formulaire && boutonParDefaut(p.formulaire)}
      <ul>
        ${p.languesUrls.map((l) => html`<li>${versLangue(p, l)}</li>`)}
      </ul>
      ${ecouter(p)}
    </div>
  </nav>`
}

const pied = ({ textes, chemin }: PagePublique): Html =>
  html`<footer class="fr-footer" role="contentinfo">
    <div class="fr-container">
      <div class="preau-pied__marque">
        ${marque}
        <p>${textes.pied.mention}</p>
      </div>
      <nav aria-label="${textes.pied.nom}">
        <ul class="fr-footer__bottom-list">
          ${textes.pied.liens.map(
            (l) =>
              html`<li>
                <a class="fr-footer__bottom-link" href="${l.url}" ${attributs({ 'aria-current': l.url === chemin && 'page' })}
                  >${l.libelle}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
    </div>
  </footer>`

export const pagePublique = (p: PagePublique): Html =>
  enveloppe({
    langue: p.langue,
    dir: p.dir,
    onglet: onglet(p.titre, p.textes.nom),
    description: p.description,
    ...(p.apercu && { apercu: p.apercu }),
    script: ['page.js', 'quitter.js', ...(p.script ?? [])],
    corps: html`<body class="preau-publique">
      <div class="fr-skiplinks"><a class="fr-link" href="#contenu">${p.textes.allerContenu}</a></div>
      ${entete(p)} ${bandeauUrgences(p.textes.urgences, p.urgencesOuvertes)} ${langues(p)}
      <main id="contenu" class="fr-container preau-contenu" tabindex="-1">${p.contenu}</main>
      ${pied(p)}
    </body>`,
  })
