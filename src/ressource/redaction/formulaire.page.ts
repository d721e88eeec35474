import {
  accordeon,
  alerte,
  bouton,
  champCases,
  champChoix,
  champListe,
  champTexte,
  champZone,
  enTete,
  groupeBoutons,
  html,
  lienBouton,
  resumeErreurs,
  typo,
  type Erreur,
  type Html,
} from '#ui'
import type { Piece } from '../fiche/fiche.page.ts'
import { rendu } from '../fiche/fiche.page.ts'
import type { Morceau } from '../texte/difference.ts'
import type { Remarque } from '../texte/relecture.ts'
import { texteEnPage } from '../texte/texte.page.ts'
import { ACCES, ETAPES, FORMES, LES_PILIERS, LICENCES, NIVEAUX, PUBLICS, THEMES } from '../vocabulaire.ts'
import { difference } from './comparer.page.ts'
import { pageRelecture } from './relecture.page.ts'
import type { FichierSaisi, Saisie } from './version.form.ts'

export interface Redaction {
  s: Saisie
  nouvelle: boolean
  erreurs: readonly Erreur[]
  remplacables: readonly { id: string; titre: string }[]
  pieces: readonly Piece[]
  remarques: readonly Remarque[]
  /** Somebody else wrote meanwhile: who, and what leads from their text to this one. */
  conflit?: { par: string; rang: number; rangGarde: number; morceaux: readonly Morceau[] }
}

const options = (mots: Readonly<Record<string, string>>): { valeur: string; libelle: string }[] =>
  Object.entries(mots).map(([valeur, libelle]) => ({ valeur, libelle: typo(libelle) }))

const cache = (nom: string, valeur: string): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

function erreurDe(d: Redaction, champ: string): { erreur?: string } {
  const e = d.erreurs.find((x) => x.champ === champ)
  return e === undefined ? {} : { erreur: typo(e.message) }
}

const AIDE_MARKDOWN = html`<div class="preau-pile">
  <ul>
    <li><code># Titre</code> au début d’une ligne, <code>## Sous-titre</code> sous lui.</li>
    <li><code>**important**</code> pour insister, <code>- </code> devant chaque ligne d’une liste.</li>
    <li><code>[Le nom de la page](https://adresse)</code> pour un lien.</li>
    <li><code>![Ce que montre l’image](fichier:1)</code> pour une image jointe, par son numéro.</li>
    <li>Une ligne vide sépare deux paragraphes.</li>
  </ul>
</div>`

function classement(d: Redaction): Html {
  const { s } = d
  const cases = (
    nom: 'publics' | 'niveaux' | 'themes' | 'piliers' | 'etapes',
    libelle: string,
    mots: Readonly<Record<string, string>>,
  ): Html => champCases({ nom, libelle, enLigne: true, valeurs: s[nom], options: options(mots), ...erreurDe(d, nom) })
  return html`<fieldset class="fr-fieldset preau-pile">
    <legend class="fr-fieldset__legend">Pour la trouver</legend>
    ${champListe({ nom: 'forme', libelle: 'Forme', vide: 'Choisir…', valeur: s.forme, options: options(FORMES), ...erreurDe(d, 'forme') })}
    ${cases('publics', 'Pour qui', PUBLICS)} ${cases('niveaux', 'Niveau', NIVEAUX)} ${cases('themes', 'Thèmes', THEMES)}
    ${accordeon({ titre: 'Piliers de pHARe', ouvert: s.piliers.length > 0, contenu: cases('piliers', 'Piliers', LES_PILIERS) })}
    ${accordeon({ titre: 'Dans un dossier', ouvert: s.etapes.length > 0, contenu: cases('etapes', 'Elle aide à ces étapes d’une situation', ETAPES) })}
    ${champTexte({ nom: 'duree', libelle: 'Durée en minutes', facultatif: '(facultatif)', inputmode: 'numeric', largeur: 'court', valeur: s.duree, ...erreurDe(d, 'duree') })}
  </fieldset>`
}

function provenance(d: Redaction): Html {
  const { s } = d
  return html`<fieldset class="fr-fieldset preau-pile">
    <legend class="fr-fieldset__legend">D’où elle vient</legend>
    ${champTexte({ nom: 'origine', libelle: 'Origine', aide: 'Qui l’a faite : une école, le ministère, une association…', valeur: s.origine, ...erreurDe(d, 'origine') })}
    ${champListe({ nom: 'licence', libelle: 'Conditions de réutilisation', vide: 'Choisir…', valeur: s.licence, options: options(LICENCES), ...erreurDe(d, 'licence') })}
    ${champTexte({ nom: 'lien', libelle: 'Adresse d’origine', facultatif: '(si elle est sur un autre site)', type: 'url', valeur: s.lien, ...erreurDe(d, 'lien') })}
    ${champListe({ nom: 'remplace', libelle: 'Remplace', vide: 'Aucune autre', valeur: s.remplace, options: d.remplacables.map((r) => ({ valeur: r.id, libelle: r.titre })), ...erreurDe(d, 'remplace') })}
    ${champChoix({ nom: 'acces', libelle: 'Qui peut la lire', enLigne: true, valeur: s.acces, options: options(ACCES), ...erreurDe(d, 'acces') })}
  </fieldset>`
}

function fichier(d: Redaction, f: FichierSaisi): Html {
  const p = d.pieces.find((x) => x.id === f.id)
  const film = p?.type.startsWith('video/')
  return html`<fieldset class="fr-fieldset preau-pile">
    <legend class="fr-fieldset__legend">Fichier ${f.rang}${p && html` : ${p.nom}`}</legend>
    ${cache('fichier', f.id)} ${cache(`rang-${f.id}`, String(f.rang))} ${cache(`pour-${f.id}`, f.pour ?? '')}
    ${cache(`langue-${f.id}`, f.langue)}
    ${champTexte({ nom: `libelle-${f.id}`, libelle: 'Nom à lire', valeur: f.libelle, ...erreurDe(d, `libelle-${f.id}`) })}
    ${
      f.pour !== null
        ? html`<p class="preau-discret">Sous-titres de ce film : ${d.s.fichiers.find((x) => x.id === f.pour)?.libelle ?? ''}</p>`
        : champZone({
            nom: `alternative-${f.id}`,
            libelle: film ? 'Transcription' : 'La même chose en texte',
            aide: film
              ? 'Ce qui se dit, et ce qui se voit d’important.'
              : 'Ce que le fichier montre ou dit, pour qui ne peut pas l’ouvrir.',
            lignes: 4,
            valeur: f.alternative,
            ...erreurDe(d, `alternative-${f.id}`),
          })
    }
    ${champCases({ nom: `oter-${f.id}`, libelle: 'Ce fichier', enLigne: true, options: [{ valeur: 'oui', libelle: 'L’ôter de la prochaine version' }] })}
  </fieldset>`
}

export const apercu = (d: Pick<Redaction, 's' | 'pieces' | 'remarques'>): Html =>
  html`<div class="preau-apercu preau-pile" id="apercu">
    <section class="preau-pile" aria-labelledby="apercu-titre">
      <h2 id="apercu-titre">Aperçu</h2>
      <div class="preau-apercu__feuille preau-prose">
        <h3 class="preau-apercu__titre">${typo(d.s.titre || 'Sans titre')}</h3>
        ${d.s.resume !== '' && html`<p class="fr-text--lead">${typo(d.s.resume)}</p>`}
        ${texteEnPage(d.s.texte, rendu(d.pieces, 4))}
      </div>
    </section>
    ${pageRelecture(d.remarques)}
  </div>`

const conflit = (c: NonNullable<Redaction['conflit']>): Html =>
  html`<div role="alert" tabindex="-1" data-focus>
    ${alerte({
      type: 'attention',
      niveau: 2,
      titre: typo(`${c.par} a écrit pendant que vous écriviez`),
      texte: html`<p>
          Rien n’est perdu : son texte est la version ${c.rang}, le vôtre est gardé à côté, version ${c.rangGarde}. Reprenez dans
          le formulaire ce qui manque, puis enregistrez : votre texte viendra après le sien.
        </p>
        <details class="fr-accordion" open>
          <summary class="fr-accordion__btn"><span>De son texte au vôtre</span></summary>
          <div class="fr-collapse">${difference(c.morceaux)}</div>
        </details>`,
    })}
  </div>`

export function pageRedaction(d: Redaction): Html {
  const { s, nouvelle } = d
  const page = s.genre === 'page'
  const titre = nouvelle ? (page ? 'Écrire une page' : 'Ajouter une ressource') : `Modifier${page ? ' la page' : ' la ressource'}`
  const action = nouvelle ? `/redaction/nouvelle?genre=${s.genre}` : `/redaction/${s.ressource}/modifier`
  return html`<div class="preau-pile">
    ${d.conflit && conflit(d.conflit)}
    ${resumeErreurs(
      'Ce n’est pas encore enregistré',
      d.erreurs.map((e) => ({ ...e, message: typo(e.message) })),
    )}
    ${enTete({ titre })}
    <div class="preau-redaction">
      <form class="preau-pile" method="post" action="${action}" novalidate data-apercu="#apercu">
        ${cache('id', s.id)} ${cache('base', s.base)} ${cache('ressource', s.ressource)}
        ${champTexte({ nom: 'titre', libelle: 'Titre', valeur: s.titre, requis: true, ...erreurDe(d, 'titre') })}
        ${
          nouvelle &&
          champTexte({
            nom: 'adresse',
            libelle: 'Adresse de la page',
            facultatif: '(sinon, elle vient du titre)',
            aide: `/${page ? 'pages' : 'ressources'}/…`,
            sansCorrection: true,
            valeur: s.adresse,
            ...erreurDe(d, 'adresse'),
          })
        }
        ${champZone({ nom: 'resume', libelle: 'Résumé', aide: 'Une ou deux phrases, pour la liste.', lignes: 3, valeur: s.resume, ...erreurDe(d, 'resume') })}
        ${champZone({ nom: 'texte', libelle: 'Texte', lignes: 20, valeur: s.texte, ...erreurDe(d, 'texte') })}
        ${accordeon({ titre: 'Comment écrire un titre, un lien, une image', contenu: AIDE_MARKDOWN })}
        ${champCases({ nom: 'falc', libelle: 'Lecture', enLigne: true, valeurs: [s.falc ? 'oui' : ''], options: [{ valeur: 'oui', libelle: 'Facile à lire et à comprendre (phrases de 15 mots au plus)' }] })}
        ${s.fichiers.map((f) => fichier(d, f))} ${page ? cache('acces', 'public') : html`${classement(d)} ${provenance(d)}`}
        ${groupeBoutons([
          bouton({ libelle: 'Enregistrer', nom: 'suite', valeur: 'enregistrer' }),
          bouton({ libelle: 'Voir l’aperçu', nom: 'suite', valeur: 'apercu', variante: 'secondaire', icone: 'oeil' }),
          lienBouton({ libelle: 'Annuler', url: nouvelle ? '/redaction' : `/redaction/${s.ressource}`, variante: 'tertiaire' }),
        ])}
      </form>
      ${apercu(d)}
    </div>
  </div>`
}
