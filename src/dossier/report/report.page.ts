import { uuidv7 } from '#platform'
import { jourIso } from '#signalement'
import { accordeon, bouton, champDate, champZone, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { bornes } from './report.ts'

/** Putting off the due date, with its reason; nothing when the step does not allow it. */
export function report(o: Dossier, s: Saisies): Html | undefined {
  const { regle } = peut(o.moi, 'reporter', o.situation)
  if (regle === null) return undefined
  return html`<div id="reporter">
    ${accordeon({
      titre: regle.bouton,
      ouvert: s.ici('report'),
      contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/report" novalidate>
        ${cache('version', o.d.version)} ${cache('note', s.valeur('report', 'note') || uuidv7())}
        <p>${typo(`Jusqu’au ${jourIso(bornes(o).au)} au plus, un jour de classe. La raison reste dans les notes du dossier.`)}</p>
        ${champDate({ nom: 'report_le', libelle: 'Nouvelle date', valeur: s.valeur('report', 'report_le'), ...s.erreur('report_le') })}
        ${champZone({ nom: 'raison', libelle: 'Pourquoi', lignes: 3, valeur: s.valeur('report', 'raison'), ...s.erreur('raison') })}
        ${bouton({ libelle: regle.bouton, variante: 'secondaire', icone: 'horloge' })}
      </form>`,
    })}
  </div>`
}
