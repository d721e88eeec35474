// Every component in every state, to be looked at. Served by the demonstration only.
import { galerieAgents } from './galerie/agents.ts'
import { champs, faits } from './galerie/champs.ts'
import { contenus, messages } from './galerie/contenus.ts'
import { languesUrls, textes, textesArabe } from './galerie/textes.ts'
import { bouton } from './bouton.ts'
import { champChoix } from './champ/choix.ts'
import { champTexte } from './champ/texte.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { etapes } from './navigation.ts'
import { pageErreur } from './page/erreur.ts'
import { pagePublique } from './page/publique.ts'
import { abri } from './titre.ts'

export const VUES = ['publique', 'ar', 'agents', 'erreur'] as const
export type Vue = (typeof VUES)[number]

const publique = (): Html =>
  pagePublique({
    langue: 'fr',
    dir: 'ltr',
    titre: 'Galerie',
    chemin: '/galerie',
    quitter: true,
    textes,
    languesUrls,
    script: ['copier.js', 'imprimer.js', 'compteur.js'],
    contenu: html`<h1>Galerie</h1>
      <p>Chaque pièce de l’interface, dans chacun de ses états.</p>
      ${abri(
        html`${etapes({ numero: 3, total: 8, etat: 'Étape 3 sur 8' })}
          <form method="post" action="/galerie" novalidate>
            ${faits} ${bouton({ libelle: 'Continuer', icone: 'fleche', iconeApres: true })}
          </form>`,
      )}
      ${messages} ${champs} ${contenus}`,
  })

const arabe = (): Html =>
  pagePublique({
    langue: 'ar',
    dir: 'rtl',
    titre: 'معرض',
    chemin: '/galerie',
    quitter: true,
    textes: textesArabe,
    languesUrls,
    urgencesOuvertes: true,
    contenu: abri(
      html`${etapes({ numero: 2, total: 8, etat: 'الخطوة 2 من 8' })}
        <form method="post" action="/galerie" novalidate>
          ${champChoix({
            nom: 'qui',
            libelle: 'من أنت؟',
            titrePage: true,
            aide: 'اختر جوابًا واحدًا.',
            valeur: 'moi',
            options: [
              { valeur: 'moi', libelle: 'الأمر يخصني', icone: 'qui-moi' },
              { valeur: 'camarade', libelle: 'الأمر يخص زميلًا', icone: 'qui-camarade' },
            ],
          })}
          ${champTexte({ nom: 'ville', libelle: 'المدينة أو اسم المدرسة', erreur: 'اكتب اسم المدرسة.' })}
          ${bouton({ libelle: 'متابعة', icone: 'fleche', iconeApres: true })}
        </form>`,
    ),
  })

const erreur = (): Html =>
  pageErreur({
    langue: 'fr',
    titre: 'Cette page n’existe pas',
    texte: html`<p>Elle a peut-être changé d’adresse. Rien de ce que tu as envoyé n’est perdu.</p>`,
    liens: [
      { libelle: 'Revenir à l’accueil', url: '/' },
      { libelle: 'Lire ma réponse avec mon code', url: '/suivi' },
    ],
  })

const PAGES: Record<Vue, () => Html> = { publique, ar: arabe, agents: galerieAgents, erreur }

export const pageGalerie = (vue: string | undefined): Html => PAGES[VUES.find((v) => v === vue) ?? 'publique']()
