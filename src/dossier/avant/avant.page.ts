import type { Fait } from '#acces'
import { acteur, dateHeure, parMandat } from '#signalement'
import { html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { gardeDe, type Changement } from './avant.ts'

const cote = (titre: string, f: Fait, contenu: Html): Html =>
  html`<div class="fr-col-md-6 preau-pile">
    <h4>${titre}</h4>
    <p class="preau-discret">${typo(`Écrit ${dateHeure(f.le)}, par ${acteur(f)}`)}</p>
    ${contenu}
  </div>`

/** What was written, beside what took its place. */
export const changement = <T>(c: Changement<T>, montrer: (v: T) => Html): Html =>
  html`<section id="r-${c.id}" class="preau-pile" aria-labelledby="t-${c.id}">
    <h3 id="t-${c.id}">${typo(`Changé ${dateHeure(c.change.le)}`)}</h3>
    <div class="fr-grid-row fr-grid-row--gutters">
      ${cote('Avant', c.ecrit, montrer(c.avant))} ${cote('Après', c.change, montrer(c.apres))}
    </div>
  </section>`

/** What stays readable of somebody who was noted otherwise; `aide`: where those words go, and where they do not. */
export const notesAvant = <T>(avant: readonly Changement<T>[], aide: string, montrer: (v: T) => Html): Html | undefined =>
  avant.length === 0
    ? undefined
    : html`<section class="preau-pile" aria-labelledby="avant">
        <h2 id="avant">Ce qui était noté avant</h2>
        <p class="preau-discret">${typo(aide)}</p>
        ${avant.map((c) => changement(c, montrer))}
      </section>`

/** Under the address of a dossier: where what this fact wrote over is read, and how the link is called. */
function lieu(f: Fait): readonly [ou: string, libelle: string] {
  if (f.verbe === 'dossier.resumer') return ['suivi/resume', 'Le texte d’avant']
  const { lien, personne } = f.detail as { lien?: string; personne: string }
  return [lien === undefined ? `personnes/${personne}` : `familles/liens/${lien}`, 'Ce qui était noté avant']
}

/** In the history, the way from a change to what was before; nothing for whoever may not read it. */
export function lienAvant(o: Dossier, f: Fait): Html | undefined {
  const id = gardeDe(f)
  if (id === undefined || !parMandat(o.moi, o.d)) return undefined
  const [ou, libelle] = lieu(f)
  return html`<a href="/dossiers/${o.d.numero}/${ou}#r-${id}"
    >${libelle}<span class="fr-sr-only">, changé ${dateHeure(f.le)}</span></a
  >`
}
