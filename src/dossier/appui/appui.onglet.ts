import { estUuid, uuidv7 } from '#platform'
import { deportsDe, type Deporte } from '#acces'
import { badgeDelai, dateHeure } from '#signalement'
import { accordeon, badge, html, type Html } from '#ui'
import { champsAccord } from '../accord/accord.page.ts'
import { accordDuFait } from '../accord/accord.ts'
import type { Acte } from '../agir.ts'
import { deport } from '../deport/deport.page.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { absentsDe, accompagnantsDe, offresDe } from '../escalade/escalade.ts'
import { attendMaReponse, escalade, type Escalade } from '../escalade/escalade.page.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { onglet } from '../onglet.ts'
import { exiger, peut } from '../protocole/peut.ts'
import { reunion } from '../reunion/reunion.page.ts'
import { reunionsDe, type Reunions } from '../reunion/reunion.ts'
import { transfert } from '../transfert/transfert.page.ts'
import { transfertsDe, type Transferts } from '../transfert/transfert.ts'
import { appuisDuDossier, demander, etatAppui, NATURES_APPUI } from './appui.ts'
import { champsAppui } from './appui.page.ts'
import type { DuDossierRow } from './appui.sql.ts'
import { mot } from '../vocabulaire.ts'

interface Donnees extends Escalade {
  appuis: DuDossierRow[]
  reunions: Reunions
  transferts: Transferts
  deports: Deporte[]
}

/** POST: asks for support about this dossier. */
export const demanderAppui: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'demander_appui', o.situation)
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'quoi', message: 'Rechargez la page, puis renvoyez.' })
  const { etab, circo, dept, niveau } = o.d
  const neuf = await demander(db, o.t, o.moi, { id, place: { etab, circo, dept, niveau }, dossier: o.d }, envoi)
  if (neuf?.accord)
    await accomplir(db, o, 'demander_appui', {
      fait: 'dossier.demander_appui',
      detail: { appui: id, ...accordDuFait(neuf.accord) },
    })
  return { fait: 'appui' }
}

/** No heading over nothing: on a dossier that has ended there is nothing to ask for. */
const appuis = (o: Dossier, d: Donnees, s: Saisies): Html | undefined => {
  const { regle } = peut(o.moi, 'demander_appui', o.situation)
  if (regle === null && d.appuis.length === 0) return undefined
  return html`<section class="preau-pile" id="demander_appui" aria-labelledby="appui-titre">
    <h2 id="appui-titre">L’appui du pôle</h2>
    ${
      d.appuis.length > 0 &&
      html`<ul>
        ${d.appuis.map(
          (a) =>
            html`<li>
              <a href="/appuis/${a.id}">${mot(NATURES_APPUI, a.nature)}</a>, demandé ${dateHeure(a.demande_le)}
              ${badge({ libelle: a.etat === 'pris' ? `${a.r_prenom} ${a.r_nom} s’en charge` : etatAppui(a, o.moi.agent) })}
              ${a.echeance !== null && badgeDelai(a.echeance)}
            </li>`,
        )}
      </ul>`
    }
    ${
      regle !== null &&
      accordeon({
        titre: regle.bouton,
        ouvert: s.ici('appuis'),
        contenu: champsAppui(
          `/dossiers/${o.d.numero}/appuis`,
          s.valeur('appuis', 'id') || uuidv7(),
          (nom) => s.valeur('appuis', nom),
          (nom) => s.erreur(nom),
          champsAccord('appui', 'appuis', s),
        ),
      })
    }
  </section>`
}

/** Passing it on, asking for help, changing school: /dossiers/:numero/appui */
export const appui = onglet<Donnees>({
  code: 'appui',
  async charger(db, o) {
    const [offres, accompagnants, lecteurs, liste, reunions, transferts, deports, absents] = await Promise.all([
      offresDe(db, o),
      accompagnantsDe(db, o),
      db.all(dossierSql.lecteurs, { fil: o.d.id }),
      appuisDuDossier(db, o),
      reunionsDe(db, o),
      transfertsDe(db, o),
      deportsDe(db, o.d.id),
      absentsDe(db, o.acad),
    ])
    return { offres, accompagnants, lecteurs, appuis: liste, reunions, transferts, deports, absents }
  },
  contenu: (o, d, s) =>
    html`${attendMaReponse(o, d.offres) ? [escalade(o, d, s), appuis(o, d, s)] : [appuis(o, d, s), escalade(o, d, s)]}
    ${transfert(o, d.transferts, d.lecteurs, s)} ${reunion(o, d.reunions, s)} ${deport(o, d.deports, d.lecteurs, s)}`,
  faits: {
    offre: 'Votre demande est partie. Rien ne change de mains avant la réponse.',
    offre_acceptee: 'C’est accepté, et la personne qui demandait le sait.',
    offre_refusee: 'Votre réponse est partie, avec sa raison.',
    offre_rappelee: 'La demande est rappelée.',
    quitte: 'Le suivi à deux s’arrête là.',
    niveau: 'Le premier niveau qui voit ce dossier a changé.',
    appui: 'Votre demande d’appui est partie.',
    deporte: 'La personne est à l’écart de cette situation.',
    releve: 'La personne peut de nouveau voir cette situation, si sa fonction l’ouvre.',
    separe: 'Les deux dossiers sont séparés. Celui-ci attend d’être repris en charge.',
    transfere: 'L’élève est transféré. Ce dossier reste lisible.',
    transfere_attend:
      'L’élève est transféré. Ce dossier reste lisible. Ce qui n’est pas encore parti attend toujours ici : voyez qui doit le relire.',
    transfere_continue: 'L’élève est transféré. Ce dossier continue ici.',
  },
})
