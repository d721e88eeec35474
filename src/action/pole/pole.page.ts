import { bouton, champTexte, champZone, enTete, html, resumeErreurs, typo, type Html } from '#ui'
import type { Erreur } from '../declaration/declaration.form.ts'
import type { SaisiePole } from './pole.form.ts'

export function pageLePole(s: SaisiePole, erreurs: readonly Erreur[]): Html {
  const erreur = (champ: string): { erreur?: string } => {
    const e = erreurs.find((x) => x.champ === champ)
    return e === undefined ? {} : { erreur: typo(e.message) }
  }
  const texte = (nom: keyof SaisiePole, libelle: string, aide: string): Html =>
    champTexte({ nom, libelle, aide: typo(aide), valeur: s[nom], ...erreur(nom) })
  const zone = (nom: keyof SaisiePole, libelle: string, aide: string): Html =>
    champZone({ nom, libelle, aide: typo(aide), lignes: 7, valeur: s[nom], ...erreur(nom) })
  return html`<div class="preau-pile">
    ${resumeErreurs(
      'Ce n’est pas encore enregistré',
      erreurs.map((e) => ({ champ: e.champ, message: typo(e.message) })),
    )}
    ${enTete({ titre: 'La page du pôle', texte: 'Ce que chacun lit sur la page publique. Les effectifs, eux, se comptent seuls.' })}
    <form class="preau-pile" method="post" action="/actions/pole" novalidate>
      <input type="hidden" name="version" value="${s.version}" />
      ${texte('telephone', 'Téléphone du pôle', 'Celui du service. Jamais celui d’une personne.')}
      ${texte('mail', 'Courriel du pôle', 'L’adresse du service. Jamais celle d’une personne.')}
      ${texte('rattachement', 'Rattachement', 'Exemple : Créé en novembre 2023, il est rattaché au pôle civique.')}
      ${texte('presidence', 'Qui préside le comité de pilotage', 'Une fonction : le recteur de l’académie')}
      ${zone('membres', 'Membres du comité de pilotage', 'Des fonctions, une par ligne, sans nom.')}
      ${zone('themes', 'Ce que le comité suit', 'Un thème par ligne.')} ${bouton({ libelle: 'Enregistrer' })}
    </form>
    <p><a href="/le-pole">Voir la page publique</a></p>
  </div>`
}
