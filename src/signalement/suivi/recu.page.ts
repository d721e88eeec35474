import { bouton, boutonImprimer, definitionListe, html, prefixeDe, type Html, type Langue } from '#ui'
import { cadrePublic, FORMULAIRE } from '../cadre.ts'
import { registreDe, textes } from '../textes/index.ts'
import type { MonSignalementRow } from './suivi.sql.ts'

export interface Recu {
  langue: Langue
  acces: string
  s: MonSignalementRow
  /** Of the report's first fact, in hexadecimal: « preau audit recu » says what it is of. */
  empreinte: string
}

const LOCALES: Record<Langue, string> = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' }
/** « mardi 10 novembre 2026 à 09:00 »: a paper is kept for years. */
const dater = (langue: Langue, d: Date): string =>
  d.toLocaleString(LOCALES[langue], { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' })

/** Four signs at a time, to be read aloud or copied by hand. */
const grouper = (hexa: string): string => hexa.replaceAll(/(.{4})(?=.)/g, '$1 ')

const cache = (acces: string): Html => html`<input type="hidden" name="acces" value="${acces}" />`

/** A paper that proves that one told, when and where; neither the code, nor a name, nor a word of what was told. */
export function pageRecu({ langue, acces, s, empreinte }: Recu): Html {
  const tout = textes(langue, registreDe(s.declarant))
  const t = tout.suivi.recu
  const quand = (d: Date | null): string => (d === null ? t.pas_encore : dater(langue, d))
  const lignes: [string, string | Html][] = [
    [t.arrive, quand(s.recu_le)],
    [t.ecole, html`<span dir="auto">${s.nom}</span>`],
    [t.lu, quand(s.lu_le)],
    [t.pris, quand(s.pris_le)],
    [t.repondu, quand(s.repondu_le)],
    ...(s.clos_le === null ? [] : [[t.clos, quand(s.clos_le)] as [string, string]]),
    [t.empreinte, html`<code dir="ltr">${grouper(empreinte)}</code>`],
  ]
  return cadrePublic({
    langue,
    titre: tout.suivi.titre,
    chemin: '/suivi',
    script: ['etapes.js', 'rappel.js', 'imprimer.js'],
    entree: 'lire',
    contenu: html`<h1>${t.titre}</h1>
      <p>${t.explique}</p>
      ${definitionListe(lignes.map(([terme, definition]) => ({ terme, definition })))}
      <p class="fr-hint-text">${t.verifier}</p>
      <p class="preau-js">${boutonImprimer(tout.fin.imprimer)}</p>
      <form method="post" action="${prefixeDe(langue)}/suivi" id="${FORMULAIRE}" data-suivi>
        ${cache(acces)}${bouton({ libelle: t.revenir, nom: 'vers', valeur: 'lire', variante: 'secondaire' })}
      </form>`,
  })
}
