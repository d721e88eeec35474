import { clock } from '#platform'
import type { EtablissementTrouve } from '#annuaire'
import {
  bouton,
  champCases,
  champChoix,
  champDate,
  champListe,
  champTexte,
  champZone,
  enTete,
  html,
  resumeErreurs,
  typo,
  type Html,
} from '#ui'
import { jourDe } from '../traitement/quand.ts'
import { AUTEURS, CANAUX, DECLARANTS, DEPUIS, FREQUENCE, INFORMES, LIEUX, QUOI } from '../vocabulaire.ts'
import type { Erreur, Saisie } from './saisie.form.ts'

export interface VueSaisie {
  s: Saisie
  erreurs: readonly Erreur[]
  /** Schools that the words may mean: one is to be chosen. */
  trouves: readonly EtablissementTrouve[]
  miennes: readonly { etab: string; nom: string; commune: string }[]
}

type Liste = Record<string, { libelle: string }>
const options = (liste: Liste) => Object.entries(liste).map(([valeur, { libelle }]) => ({ valeur, libelle }))
const { site: _, ...AUTRES_CANAUX } = CANAUX

function champs(v: VueSaisie) {
  const erreur = (champ: string): { erreur?: string } => {
    const e = v.erreurs.find((x) => x.champ === champ)
    return e === undefined ? {} : { erreur: typo(e.message) }
  }
  type Nom = keyof { [K in keyof Saisie as Saisie[K] extends string ? K : never]: true }
  type Cases = Exclude<keyof Saisie, Nom>
  return {
    texte: (nom: Nom, libelle: string, aide?: string) =>
      champTexte({ nom, libelle, valeur: v.s[nom], sansCorrection: true, ...(aide && { aide }), ...erreur(nom) }),
    zone: (nom: Nom, libelle: string, lignes: number, aide?: string) =>
      champZone({ nom, libelle, lignes, valeur: v.s[nom], ...(aide && { aide }), ...erreur(nom) }),
    liste: (nom: Nom, libelle: string, liste: Liste, vide = 'Non précisé') =>
      champListe({ nom, libelle, vide, valeur: v.s[nom], options: options(liste), ...erreur(nom) }),
    cases: (nom: Cases, libelle: string, liste: Liste) =>
      champCases({ nom, libelle, enLigne: true, valeurs: v.s[nom], options: options(liste), ...erreur(nom) }),
    date: (nom: Nom, libelle: string) => champDate({ nom, libelle, valeur: v.s[nom], max: jourDe(clock.now()), ...erreur(nom) }),
    erreur,
  }
}

function ecole(v: VueSaisie): Html {
  const { texte, erreur } = champs(v)
  const choix = v.trouves.length > 0 ? v.trouves : v.miennes
  if (choix.length > 0 && v.s.ecole === '' && v.miennes.length > 0)
    return champListe({
      nom: 'etab',
      libelle: 'Établissement',
      vide: 'Choisir…',
      valeur: v.s.etab,
      options: v.miennes.map((e) => ({ valeur: e.etab, libelle: `${e.nom}, ${e.commune}` })),
      ...erreur('etab'),
    })
  return html`${texte('ecole', 'Établissement', 'Son nom, sa commune ou son UAI.')}
  ${
    v.trouves.length > 0 &&
    champChoix({
      nom: 'etab',
      libelle: 'Lequel',
      valeur: v.s.etab,
      options: v.trouves.map((e) => ({ valeur: e.etab, libelle: e.nom, aide: `${e.commune}, ${e.etab}` })),
      ...erreur('etab'),
    })
  }`
}

const deux = (a: Html, b: Html): Html =>
  html`<div class="fr-grid-row fr-grid-row--gutters">
    <div class="fr-col-md-6">${a}</div>
    <div class="fr-col-md-6">${b}</div>
  </div>`

const cache = (nom: string, valeur: string): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

/** One page, in the order of a phone call: who, where, what in their words, then the boxes. */
export function pageSaisie(v: VueSaisie): Html {
  const { texte, zone, liste, cases, date } = champs(v)
  return html`<div class="preau-pile">
    ${resumeErreurs(
      'Le signalement n’est pas encore enregistré',
      v.erreurs.map((e) => ({ champ: e.champ, message: typo(e.message) })),
    )}
    ${enTete({ titre: 'Saisir un signalement', texte: 'Ce qui est arrivé autrement que par le site. Les mots exacts, entre guillemets ; rien n’est demandé de plus que ce qui a été dit.' })}
    <form class="preau-pile" method="post" action="/signalements/nouveau" novalidate>
      ${cache('id', v.s.id)} ${cache('scelle', v.s.scelle)} ${cache('dossier', v.s.dossier)}
      <h2>D’où cela vient</h2>
      ${ecole(v)}
      ${deux(liste('canal', 'Arrivé par', AUTRES_CANAUX, 'Choisir…'), texte('reference', 'Numéro dans l’autre système'))}
      ${deux(liste('declarant', 'Qui le dit', DECLARANTS), texte('nom_declarant', 'Son nom, si la personne l’a donné'))}
      ${champChoix({
        nom: 'danger',
        libelle: 'En danger maintenant ?',
        enLigne: true,
        valeur: v.s.danger,
        options: [
          { valeur: 'oui', libelle: 'Oui' },
          { valeur: 'non', libelle: 'Non' },
        ],
      })}
      <h2>Ce qui est dit</h2>
      ${zone('recit', 'Le récit', 8, 'Les mots entendus ou lus, entre guillemets. Ni reformulation, ni jugement.')}
      ${deux(zone('cible', 'Qui en souffre', 2), zone('noms', 'Qui le fait, selon la personne', 2))}
      ${deux(zone('temoins', 'Qui l’a vu', 2), liste('auteurs', 'Un élève, plusieurs, un adulte', AUTEURS))}
      ${cases('quoi', 'Ce qui se passe', QUOI)} ${cases('lieux', 'Où', LIEUX)}
      ${deux(liste('depuis', 'Depuis', DEPUIS), liste('frequence', 'Combien de fois', FREQUENCE))}
      ${deux(date('faits_du', 'Premier jour des faits'), date('faits_au', 'Dernier jour'))}

      <h2>Ce qui a été fait, ce qui aiderait</h2>
      ${cases('informes', 'Déjà au courant', INFORMES)}
      ${deux(zone('essais', 'Ce qui a été essayé', 3), zone('souhait', 'Ce qui aiderait, selon la personne', 3))}
      ${champChoix({
        nom: 'code',
        libelle: 'Donner un code de retour',
        valeur: v.s.code,
        enLigne: true,
        options: [
          { valeur: 'oui', libelle: 'Oui, la personne pourra lire la réponse et écrire' },
          { valeur: 'non', libelle: 'Non, elle ne peut pas revenir' },
        ],
      })}
      ${bouton({ libelle: 'Enregistrer', icone: 'coche' })}
    </form>
  </div>`
}
