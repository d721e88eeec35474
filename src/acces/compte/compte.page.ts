import { definitionListe, enTete, html, tableau, typo, type Html } from '#ui'
import { roleDe } from '#annuaire'
import { instant, jour } from '../dates.ts'
import { libelleMandat } from '../menu.ts'
import type { Moi } from '../session.ts'

export const pageCompte = (moi: Moi): Html =>
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
    <h2>Cette session</h2>
    ${definitionListe([
      { terme: 'Adresse professionnelle', definition: moi.mail },
      { terme: 'Se termine au plus tard', definition: instant(moi.finitLe) },
      { terme: 'Sans activité', definition: 'Elle se ferme après 30 minutes.' },
    ])}`
