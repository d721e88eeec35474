import {
  badge,
  bouton,
  champCases,
  champDate,
  champListe,
  champTexte,
  champZone,
  enTete,
  html,
  lienBouton,
  resumeErreurs,
  tableau,
  typo,
  vide,
  type Html,
} from '#ui'
import type { Edition } from '../action.ts'
import type { Erreur } from '../declaration/declaration.form.ts'
import { entrees } from '../declaration/declaration.page.ts'
import { jourLong } from '../quand.ts'
import { libelleAnnee, TEMPS_FORTS, type CodeTempsFort } from '../vocabulaire.ts'
import type { SaisieEdition } from './edition.form.ts'

export const pageEditions = (lignes: readonly Edition[]): Html =>
  html`<div class="preau-pile">
    ${enTete({
      titre: 'Les journées',
      texte: 'Le jour de chaque temps fort est fixé chaque année : il s’écrit ici, il ne se calcule pas.',
      actions: lienBouton({ libelle: 'Ajouter', url: '/actions/journees/nouvelle', icone: 'plus', petit: true }),
    })}
    ${
      lignes.length === 0
        ? vide({ titre: 'Aucune journée', icone: 'calendrier' })
        : tableau({
            legende: 'Les journées',
            legendeMasquee: true,
            dense: true,
            colonnes: [{ libelle: 'Temps fort' }, { libelle: 'Jour' }, { libelle: 'Page publique' }, { libelle: 'Exposition' }],
            lignes: lignes.map((e) => ({
              cellules: [
                html`<a href="/actions/journees/${e.annee}/${e.code}"
                  >${TEMPS_FORTS[e.code as CodeTempsFort]} ${libelleAnnee(e.annee)}</a
                >`,
                jourLong(e.jour),
                e.publie_le === null ? badge({ libelle: 'En préparation' }) : badge({ libelle: 'Publiée', ton: 'succes' }),
                e.expo_du === null
                  ? ''
                  : html`<a href="/actions/journees/${e.annee}/${e.code}/visites"
                      >Visites<span class="fr-sr-only">
                        : ${TEMPS_FORTS[e.code as CodeTempsFort]} ${libelleAnnee(e.annee)}</span
                      ></a
                    >`,
              ],
            })),
          })
    }
  </div>`

export function pageEdition(s: SaisieEdition, nouvelle: boolean, erreurs: readonly Erreur[]): Html {
  const erreur = (champ: string): { erreur?: string } => {
    const e = erreurs.find((x) => x.champ === champ)
    return e === undefined ? {} : { erreur: typo(e.message) }
  }
  const champ = (nom: keyof SaisieEdition, libelle: string, aide?: string): Html =>
    champTexte({ nom, libelle, valeur: s[nom], ...(aide && { aide }), ...erreur(nom) })
  const jour = (nom: keyof SaisieEdition, libelle: string): Html => champDate({ nom, libelle, valeur: s[nom], ...erreur(nom) })
  return html`<div class="preau-pile">
    ${resumeErreurs(
      'Ce n’est pas encore enregistré',
      erreurs.map((e) => ({ champ: e.champ, message: typo(e.message) })),
    )}
    ${enTete({ titre: nouvelle ? 'Ajouter une journée' : `${TEMPS_FORTS[s.code as CodeTempsFort]} ${libelleAnnee(Number(s.annee))}` })}
    <form
      class="preau-pile"
      method="post"
      action="/actions/journees/${nouvelle ? 'nouvelle' : `${s.annee}/${s.code}`}"
      novalidate
    >
      <input type="hidden" name="version" value="${s.version}" />
      ${
        nouvelle &&
        html`${champListe({ nom: 'code', libelle: 'Temps fort', valeur: s.code, options: entrees(TEMPS_FORTS), ...erreur('code') })}
        ${champTexte({ nom: 'annee', libelle: 'Année de la rentrée', aide: '2024 pour 2024-2025', inputmode: 'numeric', largeur: 'court', valeur: s.annee, ...erreur('annee') })}`
      }
      ${jour('jour', 'Le jour fixé')} ${champ('theme', 'Thème de l’année', 'S’il y en a un')}
      ${champZone({ nom: 'introduction', libelle: 'Introduction', lignes: 7, valeur: s.introduction, ...erreur('introduction') })}
      ${champZone({ nom: 'deroule', libelle: 'Déroulé de la journée', facultatif: '(facultatif)', aide: typo('Un moment par ligne : « 9 h 30 : ouverture ».'), lignes: 6, valeur: s.deroule, ...erreur('deroule') })}
      ${champ('kit', 'Kit de la journée', 'L’adresse d’un kit, d’une ressource ou d’une page de ce site')}
      <fieldset class="fr-fieldset">
        <legend class="fr-fieldset__legend">Exposition</legend>
        ${champ('expo_titre', 'Ce qui est exposé')} ${jour('expo_du', 'Du')} ${jour('expo_au', 'Au')} ${champ('expo_lieu', 'Où')}
      </fieldset>
      ${champ('palmares_url', 'Adresse du palmarès', 'Elle commence par https://, ou par / pour une page de ce site')}
      ${champCases({ nom: 'publier', libelle: 'Page publique', enLigne: true, valeurs: [s.publier], options: [{ valeur: 'oui', libelle: 'La page est publique, avec ses actions publiées' }] })}
      ${bouton({ libelle: 'Enregistrer' })}
    </form>
  </div>`
}
