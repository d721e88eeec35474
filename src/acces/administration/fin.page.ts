import {
  bouton,
  champChoix,
  champDate,
  enTete,
  groupeBoutons,
  html,
  lienBouton,
  resumeErreurs,
  typo,
  type Erreur,
  type Html,
} from '#ui'
import type { MandatVu } from '#annuaire'
import { libelleMandatDe } from './mandats.page.ts'

export interface FinSaisie {
  quand: string
  jour: string
}

export function pageFin(m: MandatVu, s: FinSaisie, erreurs: readonly Erreur[] = []): Html {
  const erreur = erreurs.find((e) => e.champ === 'jour')?.message
  return html`${resumeErreurs('La fin n’est pas encore enregistrée', erreurs)}
    ${enTete({
      titre: 'Mettre fin à une fonction',
      surtitre: `${m.prenom} ${m.nom}`,
      texte: typo(`${libelleMandatDe(m)}. Rien n’est effacé : ce que cette fonction ouvrait se ferme à l’instant choisi.`),
    })}
    <form method="post" novalidate>
      ${champChoix({
        nom: 'quand',
        libelle: typo('Quand ?'),
        valeur: s.quand,
        options: [
          { valeur: 'maintenant', libelle: 'Maintenant', aide: 'La session en cours se ferme à la seconde.' },
          { valeur: 'jour', libelle: 'À la fin d’une journée, à indiquer ci-dessous' },
        ],
      })}
      ${champDate({ nom: 'jour', libelle: 'Dernier jour', facultatif: '(si ce n’est pas maintenant)', valeur: s.jour, ...(erreur !== undefined && { erreur }) })}
      ${groupeBoutons([
        bouton({ libelle: 'Mettre fin', variante: 'danger' }),
        lienBouton({ libelle: 'Annuler', url: `/administration/agents/${m.agent}`, variante: 'secondaire' }),
      ])}
    </form>`
}
