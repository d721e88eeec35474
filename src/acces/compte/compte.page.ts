import { bouton, champChoix, definitionListe, enTete, html, tableau, typo, type Html } from '#ui'
import { roleDe } from '#annuaire'
import { instant, jour } from '../dates.ts'
import { libelleMandat } from '../menu.ts'
import type { Moi } from '../session.ts'

const monNom = (moi: Moi, publie: boolean): Html =>
  html`<h2>Mon nom sur la page du pôle</h2>
    <p>
      ${typo('La page publique du pôle compte les fonctions sans nommer personne. Vous pouvez accepter d’y être nommé : vous seul en décidez.')}
    </p>
    <form class="preau-pile" method="post" action="/compte/nom">
      ${champChoix({
        nom: 'public',
        libelle: `Faire paraître « ${moi.prenom} ${moi.nom} » avec ma fonction`,
        enLigne: true,
        valeur: publie ? 'oui' : 'non',
        options: [
          { valeur: 'non', libelle: 'Non' },
          { valeur: 'oui', libelle: 'Oui' },
        ],
      })}
      ${bouton({ libelle: 'Enregistrer mon choix', variante: 'secondaire' })}
    </form>`

/** `nomPublic`: undefined for who is not at the pôle, and is never named there. */
export const pageCompte = (moi: Moi, nomPublic: boolean | undefined): Html =>
  html`${enTete({ titre: 'Mon compte', surtitre: `${moi.prenom} ${moi.nom}` })}
    <h2>Mes fonctions</h2>
    ${tableau({
      legende: 'Ce que j’exerce aujourd’hui, et ce que cela ouvre',
      legendeMasquee: true,
      colonnes: [{ libelle: 'Fonction' }, { libelle: 'Depuis' }, { libelle: 'Jusqu’au' }, { libelle: 'Ouvre' }],
      lignes: moi.mandats.map((m) => ({
        cellules: [libelleMandat(m), jour(m.du), m.au === null ? 'sans date de fin' : jour(m.au), typo(roleDe(m.role).voit)],
      })),
    })}
    <p>${typo('Une fonction manque, ou n’est plus la vôtre ? Prévenez le pôle académique : c’est lui qui tient l’annuaire.')}</p>
    ${nomPublic !== undefined && monNom(moi, nomPublic)}
    <h2>Cette session</h2>
    ${definitionListe([
      { terme: 'Adresse professionnelle', definition: moi.mail },
      { terme: 'Se termine au plus tard', definition: instant(moi.finitLe) },
      { terme: 'Sans activité', definition: 'Elle se ferme après 30 minutes.' },
    ])}`
