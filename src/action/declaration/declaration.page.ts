import { PILIERS } from '#annuaire'
import {
  accordeon,
  bouton,
  champCases,
  champDate,
  champListe,
  champTexte,
  champZone,
  enTete,
  groupeBoutons,
  html,
  resumeErreurs,
  typo,
  type Html,
} from '#ui'
import { libelleAnnee, niveauxDe, PUBLICS, TEMPS_FORTS, TYPES, type CodeTempsFort } from '../vocabulaire.ts'
import { jourLong } from '../quand.ts'
import type { Cadre } from './declaration.ts'
import { champAtteints, type Erreur, type Saisie } from './declaration.form.ts'

export interface Declaration extends Cadre {
  saisie: Saisie
  nouvelle: boolean
  erreurs: readonly Erreur[]
}

export const entrees = (liste: Readonly<Record<string, string>>): { valeur: string; libelle: string }[] =>
  Object.entries(liste).map(([valeur, libelle]) => ({ valeur, libelle }))

const cache = (nom: string, valeur: string): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

const lieu = (d: Declaration): Html => {
  const seule = !d.nouvelle || d.ecoles.length === 1
  const ecole = d.ecoles.find((e) => e.etab === d.saisie.etab)
  return seule && ecole !== undefined
    ? html`<p><strong>${ecole.nom}</strong>, ${ecole.commune}</p>
        ${cache('etab', ecole.etab)}`
    : champListe({
        nom: 'etab',
        libelle: 'Établissement',
        valeur: d.saisie.etab,
        options: d.ecoles.map((e) => ({ valeur: e.etab, libelle: `${e.nom}, ${e.commune}` })),
        ...erreurDe(d, 'etab'),
      })
}

function erreurDe(d: Declaration, champ: string): { erreur?: string } {
  const e = d.erreurs.find((x) => x.champ === champ)
  return e === undefined ? {} : { erreur: typo(e.message) }
}

const quand = (d: Declaration): Html =>
  html`${champListe({
    nom: 'temps_fort',
    libelle: 'Temps fort',
    vide: 'Aucun : une action de l’année',
    valeur: d.saisie.temps_fort,
    options: d.editions.map((e) => ({
      valeur: `${e.annee}.${e.code}`,
      libelle: `${TEMPS_FORTS[e.code as CodeTempsFort]} ${libelleAnnee(e.annee)}, le ${jourLong(e.jour)}`,
    })),
    ...erreurDe(d, 'temps_fort'),
  })}
  ${champDate({ nom: 'du', libelle: 'Le', valeur: d.saisie.du, requis: true, ...erreurDe(d, 'du') })}
  ${champDate({ nom: 'au', libelle: 'Jusqu’au', facultatif: '(si elle dure plusieurs jours)', valeur: d.saisie.au, ...erreurDe(d, 'au') })}`

/** Only when not everybody of a level was there: the hours of the year are shared out by it. */
const parClasse = (d: Declaration, classes: readonly string[]): Html =>
  html`<fieldset class="fr-fieldset">
    <legend class="fr-fieldset__legend">
      Élèves touchés, par classe
      <span class="fr-hint-text">${typo('Seulement si tout le niveau n’y était pas. Vide : tout le niveau.')}</span>
    </legend>
    <div class="preau-ligne">
      ${classes.map((n) => champTexte({ nom: champAtteints(n), libelle: n, inputmode: 'numeric', largeur: 'court', valeur: d.saisie.atteints[n] ?? '', ...erreurDe(d, champAtteints(n)) }))}
    </div>
  </fieldset>`

function details(d: Declaration): Html {
  const s = d.saisie
  const classes = niveauxDe(d.ecoles.find((e) => e.etab === s.etab)?.type ?? '')
  const rempli = s.niveaux.length > 0 || s.partenaires !== '' || s.pilier !== '' || s.duree !== ''
  return accordeon({
    titre: 'Préciser : classes, durée, partenaires, pilier',
    ouvert:
      rempli ||
      d.erreurs.some((e) => ['niveaux', 'duree', 'partenaires', 'pilier'].includes(e.champ) || e.champ.startsWith('atteints_')),
    contenu: html`<div class="preau-pile">
      ${
        classes.length > 0 &&
        champCases({
          nom: 'niveaux',
          libelle: 'Classes',
          enLigne: true,
          valeurs: s.niveaux,
          options: classes.map((n) => ({ valeur: n, libelle: n })),
          ...erreurDe(d, 'niveaux'),
        })
      }
      ${champTexte({ nom: 'duree', libelle: 'Durée pour un élève, en minutes', facultatif: '(facultatif)', aide: typo('Elle compte dans les dix heures d’apprentissages de l’année : 55 pour une heure de cours.'), inputmode: 'numeric', largeur: 'court', valeur: s.duree, ...erreurDe(d, 'duree') })}
      ${classes.length > 0 && parClasse(d, classes)}
      ${champTexte({ nom: 'partenaires', libelle: 'Partenaires', aide: 'Gendarmerie, mairie, association…', valeur: s.partenaires, ...erreurDe(d, 'partenaires') })}
      ${champListe({ nom: 'pilier', libelle: 'Pilier du programme', vide: 'Aucun en particulier', valeur: s.pilier, options: PILIERS.map((p, i) => ({ valeur: String(i + 1), libelle: `${i + 1}. ${p}` })), ...erreurDe(d, 'pilier') })}
    </div>`,
  })
}

export function pageDeclaration(d: Declaration): Html {
  const s = d.saisie
  return html`<div class="preau-pile">
    ${resumeErreurs(
      'Ce n’est pas encore enregistré',
      d.erreurs.map((e) => ({ ...(e.champ && { champ: e.champ }), message: typo(e.message) })),
    )}
    ${enTete({ titre: d.nouvelle ? 'Déclarer une action' : 'Modifier une action' })}
    <form class="preau-pile" method="post" action="${d.nouvelle ? '/actions/nouvelle' : `/actions/${s.id}/modifier`}" novalidate>
      ${cache('id', s.id)} ${cache('version', s.version)} ${lieu(d)} ${quand(d)}
      ${champTexte({ nom: 'titre', libelle: 'Titre', aide: 'Exemple : Une course bleue pour dire non', valeur: s.titre, requis: true, ...erreurDe(d, 'titre') })}
      ${champListe({ nom: 'type', libelle: 'Forme', vide: 'Choisir…', valeur: s.type, options: entrees(TYPES), requis: true, ...erreurDe(d, 'type') })}
      ${champCases({ nom: 'publics', libelle: 'Pour qui', enLigne: true, valeurs: s.publics, options: entrees(PUBLICS), ...erreurDe(d, 'publics') })}
      ${champTexte({ nom: 'effectif', libelle: 'Combien d’élèves', facultatif: '(à peu près)', inputmode: 'numeric', largeur: 'court', valeur: s.effectif, ...erreurDe(d, 'effectif') })}
      ${champZone({ nom: 'texte', libelle: 'En deux ou trois phrases', aide: typo('Ce texte sera lu par tous : ni nom, ni situation d’un élève. Les photos s’ajoutent ensuite, quand vous voulez.'), lignes: 5, valeur: s.texte, requis: true, ...erreurDe(d, 'texte') })}
      ${details(d)}
      ${groupeBoutons([
        bouton({ libelle: 'Proposer au département', nom: 'suite', valeur: 'proposer', icone: 'fleche', iconeApres: true }),
        bouton({ libelle: 'Garder en brouillon', nom: 'suite', valeur: 'brouillon', variante: 'secondaire' }),
      ])}
    </form>
  </div>`
}
