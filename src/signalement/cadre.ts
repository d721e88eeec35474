import { directionDe, languesUrls, pagePublique, prefixeDe, textesPage, type Html, type Langue } from '#ui'

export interface PageDeclarant {
  langue: Langue
  titre: string
  contenu: Html
  /** Without the language: `/signaler`. */
  chemin: string
  script?: string[]
  urgencesOuvertes?: boolean
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
    urlAccueil: prefixeDe(p.langue) || '/',
    script: p.script ?? [],
    urgencesOuvertes: p.urgencesOuvertes ?? false,
  })
