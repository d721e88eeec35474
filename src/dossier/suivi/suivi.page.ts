import { alerte, html, lienBouton, typo, type Html } from '#ui'
import { jour } from '#signalement'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { FINIS } from '../protocole/protocole.ts'
import { cloture } from './cloture.page.ts'
import { dits } from './dit.page.ts'
import { ecart } from './ecart.page.ts'
import { ecrits } from './ecrits.page.ts'
import { points } from './point.page.ts'
import { retour } from './retour.page.ts'
import type { Suivi } from './suivi.ts'
import { surveillance } from './surveiller.page.ts'

/** The target says that it goes on: one click back to the treatment. */
const continueEncore = (o: Dossier): Html | undefined =>
  o.d.persiste_le === null || FINIS.has(o.d.etat)
    ? undefined
    : alerte({
        type: 'erreur',
        niveau: 2,
        titre: 'L’élève visé dit que cela continue',
        texte: html`<p>${typo(`Dit le ${jour(o.d.persiste_le)}. Le niveau au-dessus le voit dans sa liste.`)}</p>
          ${
            peut(o.moi, 'engager_piste', o.situation).regle !== null &&
            lienBouton({ libelle: 'Reprendre le traitement', url: `/dossiers/${o.d.numero}/traitement#engager_piste` })
          }`,
      })

/** In the order in which it is worked: the watch, its checkpoints, the end; after the end, what may come back. */
export function pageSuivi(o: Dossier, d: Suivi, s: Saisies): Html {
  return html`${continueEncore(o)} ${retour(o, d, s)} ${points(o, d, s)} ${surveillance(o, d, s)} ${ecart(o, d, s)}
    ${cloture(o, d, s)} ${ecrits(d)} ${dits(o, d)}
    <p><a href="/dossiers/${o.d.numero}/suivi/protocole">Ce que le protocole demande, et ce qui est fait</a></p>`
}
