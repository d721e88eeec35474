import { Introuvable } from '#platform'
import type { Fait } from '#acces'
import { acteur, dateHeure, parMandat } from '#signalement'
import { html, lienBouton, paragraphes, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { onglet } from '../onglet.ts'
import { changementsDe, type Changement } from './resumer.ts'

const parQui = (f: Fait): string => `${dateHeure(f.le)}, par ${acteur(f)}`

const cote = (titre: string, f: Fait, texte: string): Html =>
  html`<div class="fr-col-md-6 preau-pile">
    <h4>${titre}</h4>
    <p class="preau-discret">${typo(`Écrit ${parQui(f)}`)}</p>
    ${texte === '' ? html`<p class="preau-discret">Pas de résumé.</p>` : paragraphes(texte)}
  </div>`

const changement = (c: Changement): Html =>
  html`<section id="r-${c.id}" class="preau-pile" aria-labelledby="t-${c.id}">
    <h3 id="t-${c.id}">${typo(`Changé ${dateHeure(c.change.le)}`)}</h3>
    <div class="fr-grid-row fr-grid-row--gutters">${cote('Avant', c.ecrit, c.avant)} ${cote('Après', c.change, c.apres)}</div>
  </section>`

/** Each text as it was, beside the one that took its place. */
const contenu = (o: Dossier, liste: readonly Changement[]): Html =>
  html`<h2>Les résumés d’avant</h2>
    <p>
      ${typo('Quand le résumé change, le texte d’avant reste ici, entier, avec qui l’avait écrit. Le plus récent est en haut.')}
    </p>
    ${liste.length === 0 ? html`<p class="preau-discret">Aucun texte d’avant n’est gardé.</p>` : liste.map(changement)}
    <p>${lienBouton({ libelle: 'Revenir au dossier', url: `/dossiers/${o.d.numero}`, variante: 'tertiaire' })}</p>`

/** GET /dossiers/:numero/suivi/resume: for those whose post opens the dossier; whoever it was handed to reads the summary of today. */
export const resumesAvant = onglet({
  code: 'suivi',
  sous: '/resume',
  titre: () => 'Les résumés d’avant',
  charger: (db, o) => {
    if (!parMandat(o.moi, o.d)) throw new Introuvable()
    return changementsDe(db, o)
  },
  contenu,
  faits: {},
})
