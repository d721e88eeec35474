import { uuidv7 } from '#platform'
import { libelleRole } from '#annuaire'
import { jourDe, jourIso } from '#signalement'
import { bouton, champDate, champListe, enTete, html, typo, vide, type Html } from '#ui'
import type { Retour } from '../fiche/fiche.ts'
import { cache, refus, Saisies } from '../fiche/gestes.ts'
import type * as sql from './absence.sql.ts'

interface Page {
  agent: string
  moi: boolean
  nom: string
  absences: readonly sql.AbsencesRow[]
  remplacants: readonly sql.RemplacantsRow[]
  maintenant: Date
}

export function pageAbsences(p: Page, retour?: Retour): Html {
  const s = new Saisies(retour)
  return html`<div class="preau-pile">
    ${refus(retour)}
    ${enTete({
      titre: p.moi ? 'Mes absences' : `Absences de ${p.nom}`,
      texte: typo(
        'La personne qui remplace voit ces dossiers sur son bureau et reçoit les rappels, si sa fonction les lui ouvre. Sans elle, ils sont à réattribuer. La raison d’une absence ne s’écrit nulle part.',
      ),
    })}
    ${
      p.absences.length === 0
        ? vide({ titre: 'Aucune absence prévue', icone: 'calendrier' })
        : html`<ul class="preau-bureau__lignes">
            ${p.absences.map(
              (a) =>
                html`<li class="preau-bureau__ligne">
                  <div>
                    <p class="preau-bureau__quoi">${typo(`Du ${jourIso(a.du)} au ${jourIso(a.au)}`)}</p>
                    <p class="preau-discret">${a.prenom === null ? 'Sans remplaçant' : `${a.prenom} ${a.nom} remplace`}</p>
                  </div>
                  <form method="post" action="/bureau/absences/${a.id}/fin">
                    ${cache('agent', p.agent)}
                    ${bouton({ libelle: 'Annuler', precision: `l’absence du ${jourIso(a.du)}`, petit: true, variante: 'tertiaire' })}
                  </form>
                </li>`,
            )}
          </ul>`
    }
    <h2>Prévoir une absence</h2>
    <form class="preau-pile" method="post" action="/bureau/absences" novalidate>
      ${cache('agent', p.agent)} ${cache('id', s.valeur('absences', 'id') || uuidv7())}
      ${champDate({ nom: 'absence_du', libelle: 'Premier jour', valeur: s.valeur('absences', 'absence_du', jourDe(p.maintenant)), ...s.erreur('absence_du') })}
      ${champDate({ nom: 'absence_au', libelle: 'Dernier jour', valeur: s.valeur('absences', 'absence_au'), ...s.erreur('absence_au') })}
      ${champListe({
        nom: 'remplacant',
        libelle: 'Qui remplace',
        vide: 'Personne',
        valeur: s.valeur('absences', 'remplacant'),
        options: p.remplacants.map((r) => ({
          valeur: r.id,
          libelle: `${r.prenom} ${r.nom}, ${libelleRole(r.role).toLowerCase()}`,
        })),
        ...s.erreur('remplacant'),
      })}
      ${bouton({ libelle: 'Noter l’absence', icone: 'calendrier' })}
    </form>
  </div>`
}
