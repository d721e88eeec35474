import { html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { cheminRelecture, secondsParmi } from '../relecture/relecture.ts'
import { ETATS_ATTENTE, type EnAttente } from './attente.ts'
import { DESTINATAIRES } from './transmission.mots.ts'

const noms = (l: readonly dossierSql.LecteursRow[]): string => l.map((x) => `${x.prenom} ${x.nom}`).join(' ou ')

/** Where it stands, and who reads it when those who could are at hand. */
function etat(t: EnAttente, lecteurs: readonly dossierSql.LecteursRow[] | undefined): string {
  if (t.etat !== 'a_relire' || lecteurs === undefined) return ETATS_ATTENTE[t.etat]
  const seconds = secondsParmi(lecteurs, t.par)
  return seconds.length === 0 ? 'à relire, et personne d’autre ne voit ce dossier' : `à relire par ${noms(seconds)}`
}

/** What is decided and has not left, each where it is read, sent or withdrawn. */
export const listeAttente = (o: Dossier, lecteurs?: readonly dossierSql.LecteursRow[]): Html | undefined =>
  o.vu.enAttente.length === 0
    ? undefined
    : html`<ul class="preau-pas">
        ${o.vu.enAttente.map(
          (t) =>
            html`<li>
              <a href="/dossiers/${o.d.numero}${cheminRelecture({ genre: 'transmission', id: t.id })}"
                >${DESTINATAIRES[t.destinataire].libelle}</a
              >${typo(` : ${etat(t, lecteurs)}`)}
            </li>`,
        )}
      </ul>`
