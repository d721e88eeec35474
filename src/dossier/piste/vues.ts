import { onglet } from '../onglet.ts'
import { formeDecision, pageDecision } from './decision.page.ts'
import { pageEquipe } from './equipe.page.ts'
import { adultesPossibles } from './equipe.ts'
import { formeEtape, pageEtape } from './etape.page.ts'
import { pageMatinee } from './matinee.page.ts'
import { pisteDe, traitementDe } from './piste.ts'
import { formeEntretien, pageRencontre } from './rencontre.page.ts'
import { eleveDe } from './rencontre.ts'
import { pageTraitement } from './traitement.page.ts'

/** The pages of a treatment: its own, and one for each form, short enough for a phone in a corridor. */

const faits = {
  engagee: 'La piste est engagée. À quinze jours, vous direz si elle continue.',
  engagee_mpp: 'La préoccupation partagée est engagée. Composez l’équipe, puis prévoyez la première matinée.',
  equipe: 'L’équipe est à jour.',
  retire: 'Cet adulte ne fait plus partie de l’équipe. Ses entretiens prévus sont annulés.',
  planifie: 'La matinée est prévue.',
  note: 'L’entretien est noté, et le prochain est prévu.',
  note_arretee: 'L’entretien est noté. Cette piste est arrêtée : aucun autre n’est prévu avant la décision.',
  note_danger:
    'L’entretien est noté, et le danger est dit à qui répond du dossier et au-dessus. Restez avec l’élève, appelez le 15 ou le 112 ; puis notez un entretien entier.',
  note_pire:
    'L’élève visé dit que c’est pire. Revoyez dès aujourd’hui la protection et le danger ; la décision peut se prendre sans attendre quinze jours.',
  note_refus: 'Noté. Si ce refus persiste, la suite revient à qui décide des sanctions, hors de cette équipe.',
  etape: 'L’étape est notée.',
  decide_garder: 'La piste continue. La prochaine décision est attendue dans quinze jours.',
  decide_changer: 'Cette piste est finie. Engagez maintenant celle qui la remplace.',
  decide_finir: 'La piste est finie. La surveillance vient ensuite.',
}
const code = 'traitement'

export const traitement = onglet({ code, charger: traitementDe, contenu: pageTraitement, faits })

export const equipe = onglet({
  code,
  sous: '/equipe',
  titre: () => 'Composer l’équipe',
  charger: async (db, o) => ({ t: await traitementDe(db, o), adultes: await adultesPossibles(db, o) }),
  contenu: pageEquipe,
  faits,
})

export const matinee = onglet({
  code,
  sous: '/matinee',
  titre: () => 'Prévoir la matinée',
  charger: traitementDe,
  contenu: pageMatinee,
  faits,
})

export const entretien = onglet({
  code,
  sous: '/entretiens/:id',
  titre: ({ e }) => `Entretien avec ${e.nom}`,
  charger: async (db, o, { id }) => {
    const t = await traitementDe(db, o)
    return { t, e: eleveDe(t, o.memes.id(id ?? '')) }
  },
  contenu: pageRencontre,
  brouillon: ({ id }) => formeEntretien(id!),
  faits: {},
})

export const decision = onglet({
  code,
  sous: '/pistes/:id/decision',
  titre: () => 'Garder, changer ou finir',
  charger: async (db, o, { id }) => {
    const t = await traitementDe(db, o)
    return { t, p: pisteDe(t, id) }
  },
  contenu: pageDecision,
  brouillon: ({ id }) => formeDecision(id!),
  faits,
})

export const etapes = onglet({
  code,
  sous: '/pistes/:id/etapes',
  titre: () => 'Noter une étape',
  charger: async (db, o, { id }) => {
    const t = await traitementDe(db, o)
    return { t, p: pisteDe(t, id) }
  },
  contenu: pageEtape,
  brouillon: ({ id }) => formeEtape(id!),
  faits,
})
