import { champZone, encart, html, prefixeDe, resumeErreurs, type Html, type Langue } from '#ui'
import { cadrePublic, FORMULAIRE } from '../cadre.ts'
import type { Inconnu } from '../code/code.ts'
import { textes } from '../textes/index.ts'

export type ErreurCode =
  | 'vide'
  | 'faux'
  | 'expire'
  | 'fermee'
  | { erreur: 'nombre' | 'mots' | 'vide'; compte: number; inconnus: Inconnu[] }

export interface VueCode {
  langue: Langue
  saisi: string
  erreurs: readonly ErreurCode[]
  /** A message typed before the page expired: kept, and shown again once the code is given. */
  message: string
  /** Names that message when it was being sent: it then leaves as soon as the code is given. */
  envoi?: string
}

function phrases(v: VueCode): string[] {
  const t = textes(v.langue).suivi
  return v.erreurs.flatMap((e) => {
    if (e === 'vide') return [t.vide]
    if (e === 'faux') return [t.faux]
    if (e === 'fermee') return [t.fermee]
    if (e === 'expire') return [v.envoi === undefined ? t.expire : t.expireEnvoi]
    const inconnus = e.inconnus.map(
      (i) => `${t.inconnu(i.rang, i.saisi)}${i.proches.length > 0 ? ` ${t.proches(i.proches.join(', '))}` : ''}`,
    )
    return e.erreur === 'nombre' ? [t.nombre(e.compte), ...inconnus] : inconnus
  })
}

/** « Your code »: eight words, forgiving. What is wrong is said of the list of words, which is public, never of a report. */
export function pageCodeDemande(v: VueCode): Html {
  const t = textes(v.langue)
  const dites = phrases(v)
  const contenu = html`${resumeErreurs(
      t.commun.erreurs,
      dites.map((message) => ({ champ: 'code', message })),
    )}
    <form
      method="post"
      action="${prefixeDe(v.langue)}/suivi"
      id="${FORMULAIRE}"
      class="preau-form"
      autocomplete="off"
      novalidate
      data-suivi
    >
      <input type="hidden" name="visite" value="${crypto.randomUUID()}" />
      ${champZone({ nom: 'code', titrePage: true, libelle: t.suivi.question, aide: t.suivi.aide, valeur: v.saisi, lignes: 3, sansCorrection: true, ...(dites.length > 0 ? { erreur: dites[0]! } : {}) })}
      ${v.message === '' ? '' : html`<input type="hidden" name="message" value="${v.message}" />`}
      ${v.envoi === undefined ? '' : html`<input type="hidden" name="envoi" value="${v.envoi}" />`}
      <div class="preau-form__suite"><button type="submit" class="fr-btn fr-btn--lg">${t.suivi.ouvrir}</button></div>
    </form>
    ${encart({ icone: 'info', texte: html`${t.suivi.perdu} <a href="${prefixeDe(v.langue)}/signaler">${t.commun.titre}</a>` })}`
  return cadrePublic({
    langue: v.langue,
    titre: t.suivi.titre,
    contenu,
    chemin: '/suivi',
    script: ['etapes.js', 'rappel.js', 'lire.js', 'imprimer.js'],
    entree: 'ouvrir',
  })
}
