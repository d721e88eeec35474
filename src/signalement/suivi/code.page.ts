import { champZone, encart, html, prefixeDe, resumeErreurs, type Html, type Langue } from '#ui'
import { cadrePublic } from '../cadre.ts'
import type { Inconnu } from '../code/code.ts'
import { textes } from '../textes/index.ts'

export type ErreurCode = 'vide' | 'faux' | 'expire' | { erreur: 'nombre' | 'mots' | 'vide'; compte: number; inconnus: Inconnu[] }

export interface VueCode {
  langue: Langue
  saisi: string
  erreurs: readonly ErreurCode[]
  /** A message typed before the page expired: kept, and sent on once the code is given again. */
  message: string
}

function phrases(v: VueCode): string[] {
  const t = textes(v.langue).suivi
  return v.erreurs
    .flatMap((e) => {
      if (e === 'vide') return [t.vide]
      if (e === 'faux') return [t.faux]
      if (e === 'expire') return [t.expire]
      const inconnus = e.inconnus.map(
        (i) => `${t.inconnu(i.rang, i.saisi)}${i.proches.length > 0 ? ` ${t.proches(i.proches.join(', '))}` : ''}`,
      )
      return e.erreur === 'nombre' ? [t.nombre(e.compte), ...inconnus] : inconnus
    })
    .map((p) => p)
}

/** « Your code »: eight words, forgiving. What is wrong is said of the list of words, which is public, never of a report. */
export function pageCodeDemande(v: VueCode): Html {
  const t = textes(v.langue)
  const dites = phrases(v)
  const contenu = html`${resumeErreurs(
      t.commun.erreurs,
      dites.map((message) => ({ champ: 'code', message })),
    )}
    <form method="post" action="${prefixeDe(v.langue)}/suivi" class="preau-form" autocomplete="off" novalidate>
      ${champZone({ nom: 'code', titrePage: true, libelle: t.suivi.question, aide: t.suivi.aide, valeur: v.saisi, lignes: 3, ...(dites.length > 0 ? { erreur: dites[0]! } : {}) })}
      ${v.message === '' ? '' : html`<input type="hidden" name="message" value="${v.message}" />`}
      <div class="preau-form__suite"><button type="submit" class="fr-btn fr-btn--lg">${t.suivi.ouvrir}</button></div>
    </form>
    ${encart({ icone: 'info', texte: html`${t.suivi.perdu} <a href="${prefixeDe(v.langue)}/signaler">${t.commun.titre}</a>` })}`
  return cadrePublic({ langue: v.langue, titre: t.suivi.titre, contenu, chemin: '/suivi', script: ['lire.js'] })
}
