import { directionDe, languesUrls, pagePublique, prefixeDe, textesPage, type Html, type Langue } from '#ui'

/** The one form of a screen that must not be lost when the language changes. */
export const FORMULAIRE = 'raconter'

export interface PageDeclarant {
  langue: Langue
  titre: string
  contenu: Html
  /** Without the language: `/signaler`. */
  chemin: string
  script?: string[]
  urgencesOuvertes?: boolean
  /** What the Enter key does in the form `FORMULAIRE`, which goes along when the language is changed. */
  entree?: string
}

/** A page of the reporter: its title says nothing to somebody who glances at the tab. */
export const cadrePublic = (p: PageDeclarant): Html =>
  pagePublique({
    langue: p.langue,
    dir: directionDe(p.langue),
    titre: p.titre,
    contenu: p.contenu,
    textes: textesPage(p.langue),
    quitter: true,
    chemin: p.chemin,
    languesUrls: languesUrls(p.chemin),
    formulaire: p.entree === undefined ? undefined : { id: FORMULAIRE, defaut: p.entree },
    urlAccueil: prefixeDe(p.langue) || '/',
    script: p.script ?? [],
    urgencesOuvertes: p.urgencesOuvertes ?? false,
  })
