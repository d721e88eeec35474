import {
  abri,
  carte,
  directionDe,
  encart,
  html,
  languesUrls,
  lienBouton,
  pagePublique,
  prefixeDe,
  textesPage,
  typoProfond,
  type Html,
  type Langue,
} from '#ui'
import { ar } from './textes/ar.ts'
import { en } from './textes/en.ts'
import { fr, type Textes } from './textes/fr.ts'

const TEXTES: Record<Langue, Textes> = { fr: typoProfond(fr), en, ar }

/** Tell someone is the first and largest thing. `ouverture`: when somebody reads again, if nobody does now. */
export function pageAccueil(langue: Langue, ouverture: string | null): Html {
  const t = TEXTES[langue]
  const p = prefixeDe(langue)
  const contenu = html`${abri(
      html`<h1>${t.accroche}</h1>
        <p class="fr-text--lead">${t.accrocheSuite}</p>
        <div class="preau-form__suite">
          ${lienBouton({ url: `${p}/signaler`, libelle: t.raconter, icone: 'message' })}
          ${lienBouton({ url: `${p}/suivi`, libelle: t.reponse, variante: 'secondaire', icone: 'boite' })}
        </div>
        <ul class="preau-promesses">
          ${t.promesses.map((x) => html`<li>${x}</li>`)}
        </ul>`,
    )}
    ${encart({ icone: 'horloge', texte: ouverture === null ? t.service : t.ferme(ouverture) })}
    <h2>${t.commentTitre}</h2>
    <ol class="preau-suite preau-suite--large">
      ${t.comment.map(
        (c) =>
          html`<li>
            <h3>${c.titre}</h3>
            <p>${c.texte}</p>
          </li>`,
      )}
    </ol>
    <h2>${t.quiTitre}</h2>
    <p>${t.qui}</p>
    <p>${t.verite}</p>
    <h2>${t.harcelementTitre}</h2>
    <p>${t.harcelement}</p>
    <p>${t.pasHarcelement}</p>
    <p><a href="${p}/questions">${t.normal.lien}</a></p>
    <h2>${t.publicsTitre}</h2>
    <div class="preau-ecoles">
      ${NOMS_PUBLICS.map((nom) => carte({ titre: t.publics[nom].libelle, url: `${p}/${nom}`, icone: ICONES[nom], texte: t.publics[nom].accroche }))}
    </div>
    ${
      langue === 'fr' &&
      html`<p>
        <a href="/ressources">Des ressources à lire et à imprimer</a> · <a href="/temps-forts">Ce que font les écoles</a> ·
        <a href="/le-pole">Le pôle, et comment joindre votre référent</a>
      </p>`
    }`
  return pagePublique({
    langue,
    dir: directionDe(langue),
    titre: t.titre,
    contenu,
    textes: textesPage(langue),
    quitter: true,
    chemin: p || '/',
    languesUrls: languesUrls('/'),
    urlAccueil: p || '/',
    script: ['lire.js'],
  })
}

/** For whom a page of its own is written. */
export const NOMS_PUBLICS = ['eleves', 'parents', 'personnels'] as const
export type NomPublic = (typeof NOMS_PUBLICS)[number]
const ICONES = { eleves: 'message', parents: 'bouclier', personnels: 'oeil' } as const

/** What a pupil, a parent, an adult of the school can do: short sentences, then the way to tell. */
export function pageDuPublic(langue: Langue, nom: NomPublic): Html {
  const t = TEXTES[langue].publics[nom]
  const p = prefixeDe(langue)
  const contenu = html`<h1>${t.titre}</h1>
    <p class="fr-text--lead">${t.intro}</p>
    ${t.sections.map(
      (s) =>
        html`<h2>${s.titre}</h2>
          <ul class="preau-promesses">
            ${s.points.map((x) => html`<li>${x}</li>`)}
          </ul>`,
    )}
    <div class="preau-form__suite">${lienBouton({ url: `${p}/signaler`, libelle: t.bouton, icone: 'message' })}</div>`
  return pagePublique({
    langue,
    dir: directionDe(langue),
    titre: t.titre,
    contenu,
    textes: textesPage(langue),
    quitter: true,
    chemin: `/${nom}`,
    languesUrls: languesUrls(`/${nom}`),
    urlAccueil: p || '/',
    script: ['lire.js'],
  })
}

/** What becomes of what is told, to a child, in the languages that the whole notice is not written in. */
export function pageVie(langue: Langue): Html {
  const t = TEXTES[langue].vie
  const p = prefixeDe(langue)
  return pagePublique({
    langue,
    dir: directionDe(langue),
    titre: t.titre,
    contenu: html`<h1>${t.titre}</h1>
      <p class="fr-text--lead">${t.intro}</p>
      <ul class="preau-promesses">
        ${t.phrases.map((x) => html`<li>${x}</li>`)}
      </ul>
      <p><a href="/donnees-personnelles" lang="fr" hreflang="fr">${t.adultes}</a></p>`,
    textes: textesPage(langue),
    quitter: true,
    chemin: '/donnees-personnelles',
    languesUrls: languesUrls('/donnees-personnelles'),
    urlAccueil: p || '/',
    script: ['lire.js'],
  })
}

/** Not a test and not a score: sentences to recognise oneself in, nothing to tick, nothing sent. */
export function pageNormal(langue: Langue): Html {
  const t = TEXTES[langue]
  const p = prefixeDe(langue)
  const contenu = html`<h1>${t.normal.titre}</h1>
    <p class="fr-text--lead">${t.normal.intro}</p>
    <ul class="preau-promesses">
      ${t.normal.phrases.map((x) => html`<li>${x}</li>`)}
    </ul>
    ${encart({
      icone: 'bouclier',
      texte: html`<p>${t.normal.conclusion}</p>
        <p>${t.normal.camarade}</p>`,
    })}
    <div class="preau-form__suite">${lienBouton({ url: `${p}/signaler`, libelle: t.raconter, icone: 'message' })}</div>`
  return pagePublique({
    langue,
    dir: directionDe(langue),
    titre: t.normal.titre,
    contenu,
    textes: textesPage(langue),
    quitter: true,
    chemin: '/questions',
    languesUrls: languesUrls('/questions'),
    urlAccueil: p || '/',
    script: ['lire.js'],
  })
}
