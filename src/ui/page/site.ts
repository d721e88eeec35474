// A page of the public site, in French, complete.
import type { Html } from '../html.ts'
import { directionDe, textesPage } from '../textes/index.ts'
import { typo } from '../typo.ts'
import type { Apercu } from './commun.ts'
import { pagePublique } from './publique.ts'

export interface PageDuSite {
  titre: string
  description?: string
  chemin: string
  contenu: Html
  script?: readonly string[]
  apercu?: Apercu
}

export const pageDuSite = (p: PageDuSite): Html =>
  pagePublique({
    langue: 'fr',
    dir: directionDe('fr'),
    titre: typo(p.titre),
    ...(p.description !== undefined && { description: typo(p.description) }),
    contenu: p.contenu,
    textes: textesPage('fr'),
    quitter: true,
    chemin: p.chemin,
    languesUrls: [],
    ...(p.script && { script: p.script }),
    ...(p.apercu && { apercu: p.apercu }),
  })
