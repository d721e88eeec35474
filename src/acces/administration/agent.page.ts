import {
  bouton,
  champListe,
  champTexte,
  chronologie,
  definitionListe,
  enTete,
  groupeBoutons,
  html,
  lienBouton,
  resumeErreurs,
  tableau,
  typo,
  vide,
  type Erreur,
  type Html,
} from '#ui'
import { PROFESSIONS, type Agent, type LigneJournal, type MandatDe, type Profession, type ProfessionDe } from '#annuaire'
import { instant, jour, quand } from '../dates.ts'
import type { AgentSaisi } from './agent.form.ts'
import { badgeMandat, etatMandat, libelleMandatDe } from './mandats.page.ts'

const erreurDe = (erreurs: readonly Erreur[], champ: string): { erreur?: string } => {
  const e = erreurs.find((x) => x.champ === champ)
  return e === undefined ? {} : { erreur: e.message }
}

export function pageNouvelAgent(saisi: AgentSaisi, erreurs: readonly Erreur[] = []): Html {
  return html`${resumeErreurs('L’agent n’est pas encore inscrit', erreurs)}
    ${enTete({ titre: 'Inscrire un agent', texte: 'La fonction se donne à l’étape suivante.' })}
    <form method="post" novalidate>
      ${champTexte({ nom: 'prenom', libelle: 'Prénom', valeur: saisi.prenom, largeur: 'moyen', sansCorrection: true, ...erreurDe(erreurs, 'prenom') })}
      ${champTexte({ nom: 'nom', libelle: 'Nom', valeur: saisi.nom, largeur: 'moyen', sansCorrection: true, ...erreurDe(erreurs, 'nom') })}
      ${champTexte({
        nom: 'mail',
        libelle: 'Adresse professionnelle',
        aide: typo('Celle que ProConnect connaît : elle fait le lien à la première connexion, une seule fois.'),
        type: 'email',
        largeur: 'moyen',
        valeur: saisi.mail,
        sansCorrection: true,
        ...erreurDe(erreurs, 'mail'),
      })}
      ${groupeBoutons([
        bouton({ libelle: 'Inscrire' }),
        lienBouton({ libelle: 'Annuler', url: '/administration', variante: 'secondaire' }),
      ])}
    </form>`
}

interface Fiche {
  agent: Agent
  /** With what the reader may end. */
  mandats: readonly (MandatDe & { gere: boolean })[]
  journal: readonly LigneJournal[]
  le: Date
  /** Nobody gives a mandate to oneself. */
  soi: boolean
  /** Bound to a professional secret of its own. */
  profession: ProfessionDe | null
  /** The administrator alone gives a profession. */
  administre: boolean
}

const VERBES: Record<string, string> = {
  'agent.creer': 'Inscription dans l’annuaire',
  'agent.adresse': 'Adresse professionnelle corrigée, compte à rattacher',
  'mandat.ouvrir': 'Fonction attribuée',
  'mandat.finir': 'Fin de fonction enregistrée',
  'profession.donner': 'Profession soumise au secret attribuée',
  'profession.finir': 'Profession soumise au secret retirée',
  'nom.publier': 'Nom rendu public par cette personne',
  'nom.taire': 'Nom retiré de la page publique par cette personne',
}

function actionFin(f: Fiche, m: Fiche['mandats'][number]): Html | string {
  if (!m.gere || etatMandat(m, f.le) === 'fini') return ''
  return html`<a href="/administration/mandats/${m.id}/fin"
    >Mettre fin<span class="fr-sr-only"> à ${libelleMandatDe(m)}</span></a
  >`
}

const fonctions = (f: Fiche): Html =>
  tableau({
    legende: 'Fonctions, en cours et passées',
    legendeMasquee: true,
    colonnes: ['Fonction', 'État', 'Du', 'Au', 'Action'].map((libelle) => ({ libelle })),
    lignes: f.mandats.map((m) => ({
      cellules: [
        libelleMandatDe(m),
        badgeMandat(m, f.le),
        jour(m.du),
        m.au === null ? 'sans date de fin' : instant(m.au),
        actionFin(f, m),
      ],
    })),
  })

const histoire = (journal: readonly LigneJournal[]): Html =>
  chronologie(
    journal.map((j) => {
      const m = j.mandat
      return {
        quand: quand(j.le),
        titre: VERBES[j.verbe] ?? j.verbe,
        ...(m !== null && { texte: `Fonction …${m.slice(-8)}` }),
        par: j.nom === null ? 'la commande de l’exploitant' : `${j.prenom} ${j.nom}`,
      }
    }),
    'Ce qui a été fait',
  )

/** A profession opens the sealed notes of its own, and no dossier by itself. */
const professionSecret = (f: Fiche): Html =>
  html`<h2>Profession soumise au secret</h2>
    ${
      !f.administre || f.soi
        ? html`<p>${f.profession === null ? 'Aucune.' : PROFESSIONS[f.profession.profession as Profession].libelle}</p>`
        : html`<form method="post" action="/administration/agents/${f.agent.id}/profession" novalidate>
            ${champListe({ nom: 'profession', libelle: 'Profession', aide: typo('Elle ouvre les notes scellées de cette profession, dans les dossiers que la personne voit déjà. Elle n’ouvre aucun dossier.'), vide: 'Aucune', valeur: f.profession?.profession ?? '', options: Object.entries(PROFESSIONS).map(([valeur, { libelle }]) => ({ valeur, libelle })) })}
            ${bouton({ libelle: 'Enregistrer', variante: 'secondaire' })}
          </form>`
    }`

export const pageFiche = (f: Fiche): Html =>
  html`${enTete({
      titre: `${f.agent.prenom} ${f.agent.nom}`,
      actions: f.soi
        ? html`<p>Personne ne s’attribue de fonction à soi-même.</p>`
        : lienBouton({ url: `/administration/agents/${f.agent.id}/mandat`, libelle: 'Attribuer une fonction', icone: 'plus' }),
    })}
    ${definitionListe([
      { terme: 'Adresse professionnelle', definition: f.agent.mail },
      { terme: 'Déjà venu', definition: f.agent.venu ? 'Oui' : 'Pas encore' },
      { terme: 'Inscription', definition: jour(f.agent.cree_le) },
    ])}
    <h2>Fonctions</h2>
    ${f.mandats.length === 0 ? vide({ titre: 'Aucune fonction : cet agent ne voit rien.', icone: 'cadenas' }) : fonctions(f)}
    ${professionSecret(f)}
    <h2>Ce qui a été fait</h2>
    ${f.journal.length === 0 ? html`<p>Rien n’a changé depuis l’inscription.</p>` : histoire(f.journal)}`
