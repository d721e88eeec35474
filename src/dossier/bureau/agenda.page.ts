import { dateHeure } from '#signalement'
import { alerte, bouton, boutonCopier, enTete, html, typo, type Html } from '#ui'

interface Page {
  agenda: { cree_le: Date; lu_le: Date | null } | null
  /** The new address, on the page that made it and nowhere else. */
  adresse: string | null
}

export function pageAgenda({ agenda, adresse }: Page): Html {
  const etat =
    agenda === null
      ? 'Vous n’avez pas d’adresse aujourd’hui.'
      : `Votre adresse existe depuis ${dateHeure(agenda.cree_le)}${agenda.lu_le === null ? ', et n’a pas encore été lue' : `, lue ${dateHeure(agenda.lu_le)}`}.`
  return html`<div class="preau-pile">
    ${enTete({
      titre: 'Mon agenda',
      texte: typo(
        'Une adresse secrète, à donner à votre logiciel d’agenda, y fait paraître vos échéances et vos rendez-vous : des dates, et rien d’autre. Ni nom, ni école, ni numéro de dossier.',
      ),
    })}
    ${
      adresse !== null &&
      html`${alerte({ type: 'succes', niveau: 2, titre: 'Votre nouvelle adresse', texte: typo('Copiez-la maintenant : elle ne sera plus montrée. Qui la connaît lit ces dates.') })}
        <p><code id="adresse-agenda">${adresse}</code></p>
        ${boutonCopier({ cible: 'adresse-agenda', libelle: 'Copier l’adresse', fait: 'Adresse copiée' })}`
    }
    <p>${typo(etat)}</p>
    <div class="preau-form__suite">
      <form method="post" action="/bureau/agenda">
        ${bouton({ libelle: agenda === null ? 'Créer mon adresse' : 'Changer d’adresse', icone: 'calendrier' })}
      </form>
      ${agenda !== null && html`<form method="post" action="/bureau/agenda/fin">${bouton({ libelle: 'Supprimer l’adresse', variante: 'tertiaire' })}</form>`}
    </div>
  </div>`
}
