import { Introuvable } from '#platform'
import { parMandat } from '#signalement'
import { html, lienBouton, paragraphes, typo, type Html } from '#ui'
import type { Changement } from '../avant/avant.ts'
import { changement } from '../avant/avant.page.ts'
import type { Dossier } from '../dossier.ts'
import { onglet } from '../onglet.ts'
import { changementsDe } from './resumer.ts'

const texte = (t: string): Html => (t === '' ? html`<p class="preau-discret">Pas de résumé.</p>` : paragraphes(t))

/** Each text as it was, beside the one that took its place. */
const contenu = (o: Dossier, liste: readonly Changement<string>[]): Html =>
  html`<h2>Les résumés d’avant</h2>
    <p>
      ${typo('Quand le résumé change, le texte d’avant reste ici, entier, avec qui l’avait écrit. Le plus récent est en haut.')}
    </p>
    ${liste.length === 0 ? html`<p class="preau-discret">Aucun texte d’avant n’est gardé.</p>` : liste.map((c) => changement(c, texte))}
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
