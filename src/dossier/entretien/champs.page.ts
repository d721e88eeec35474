import { champDate, champListe, champTexte, champZone, html, typo, type Html } from '#ui'
import { maintenantSaisi } from '../champs.ts'
import type { Saisies } from '../fiche/gestes.ts'
import type { RolePersonne } from '../vocabulaire.ts'
import { BESOINS, INTERPRETES, type ContenuEntretien } from './champs.ts'
import type { Adulte } from './entretien.ts'

/** What each field is worth on the page: typed, kept as a draft, or (a correction) as it was recorded. */
export type Valeur = (champ: keyof ContenuEntretien) => string

export const valeurDe =
  (s: Saisies, forme: string, defaut: Partial<ContenuEntretien>): Valeur =>
  (champ) =>
    s.valeur(forme, champ, defaut[champ] ?? '')

export const qui = (s: Saisies, v: Valeur, adultes: readonly Adulte[]): Html => {
  const options = adultes.map((a) => ({ valeur: a.id, libelle: `${a.prenom} ${a.nom}` }))
  return html`${champDate({ nom: 'quand', libelle: 'Jour et heure', avecHeure: true, valeur: v('quand'), max: maintenantSaisi(), ...s.erreur('quand') })}
  ${champTexte({ nom: 'duree', libelle: 'Durée en minutes', facultatif: '(facultatif)', inputmode: 'numeric', largeur: 'court', valeur: v('duree'), ...s.erreur('duree') })}
  ${champListe({ nom: 'mene', libelle: 'Mené par', vide: 'Quelqu’un d’autre', options, valeur: v('mene'), ...s.erreur('mene') })}
  ${champListe({ nom: 'second', libelle: 'Avec un autre adulte', vide: 'Non', options, valeur: v('second'), ...s.erreur('second') })}
  ${champTexte({ nom: 'presents', libelle: 'Qui d’autre était là', facultatif: '(facultatif)', aide: 'Nom et fonction ou lien.', valeur: v('presents'), ...s.erreur('presents') })}
  ${champTexte({ nom: 'langue', libelle: 'Langue de l’entretien', facultatif: '(si ce n’est pas le français)', valeur: v('langue'), ...s.erreur('langue') })}
  ${champListe({
    nom: 'interprete',
    libelle: 'Interprète',
    aide: 'Jamais un enfant, ni un camarade, ni un frère ou une sœur.',
    vide: 'Ne se pose pas',
    options: Object.entries(INTERPRETES).map(([valeur, i]) => ({ valeur, libelle: i.libelle })),
    valeur: v('interprete'),
    ...s.erreur('interprete'),
  })}`
}

const AIDES = {
  faits: 'Ce qui s’est passé, et ce que vous avez vu vous-même : où, quand, qui. Sans commentaire.',
  mots: 'Mot pour mot, entre guillemets. Vous pouvez dicter.',
  appreciation: 'Ce que vous en pensez, vous. Ici seulement.',
} as const

const zone = (
  s: Saisies,
  v: Valeur,
  nom: 'faits' | 'mots' | 'appreciation' | 'besoins' | 'annonce',
  libelle: string,
  lignes: number,
) =>
  champZone({
    nom,
    libelle,
    lignes,
    ...(nom in AIDES && { aide: typo(AIDES[nom as keyof typeof AIDES]) }),
    valeur: v(nom),
    ...s.erreur(nom),
  })

export const recit = (s: Saisies, v: Valeur, role: RolePersonne): Html =>
  html`${zone(s, v, 'faits', 'Les faits', 5)} ${zone(s, v, 'mots', 'Les mots entendus', 5)}
  ${zone(s, v, 'appreciation', 'Votre appréciation', 3)} ${zone(s, v, 'besoins', BESOINS[role], 3)}
  ${zone(s, v, 'annonce', 'Ce que vous avez dit de la suite', 2)}
  ${
    role === 'responsable_legal' &&
    champTexte({
      nom: 'nomme',
      libelle: 'Comment la famille nomme ce qui se passe',
      aide: 'Avec ses mots, même s’ils ne sont pas les vôtres : ils restent à côté de la qualification.',
      valeur: v('nomme'),
      ...s.erreur('nomme'),
    })
  }`
