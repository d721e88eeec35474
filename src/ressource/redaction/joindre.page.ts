import {
  accordeon,
  bouton,
  champFichiers,
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

export interface Jonction {
  ressource: string
  titre: string
  libelle: string
  alternative: string
  /** The films of this version, that captions may go with. */
  films: readonly { id: string; libelle: string }[]
  pour: string
  langue: string
  erreurs: readonly Erreur[]
}

export const TYPES_ACCEPTES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/mp4',
  'video/quicktime',
  'video/3gpp',
  'video/webm',
  'text/vtt',
  '.vtt',
] as const

export const LANGUES_SOUS_TITRES = { fr: 'Français', en: 'Anglais', ar: 'Arabe' } as const

export function pageJonction(j: Jonction): Html {
  const erreur = (champ: string): { erreur?: string } => {
    const e = j.erreurs.find((x) => x.champ === champ)
    return e === undefined ? {} : { erreur: typo(e.message) }
  }
  return html`<div class="preau-pile">
    ${resumeErreurs(
      'Le fichier n’est pas encore joint',
      j.erreurs.map((e) => ({ ...e, message: typo(e.message) })),
    )}
    ${enTete({ surtitre: typo(j.titre), titre: 'Joindre un fichier' })}
    <form
      class="preau-pile"
      method="post"
      action="/redaction/${j.ressource}/fichier"
      enctype="multipart/form-data"
      novalidate
      data-televerser="/redaction/envois"
    >
      ${champTexte({ nom: 'libelle', libelle: 'Nom à lire', aide: 'Exemple : L’affiche en A3', valeur: j.libelle, requis: true, ...erreur('libelle') })}
      ${champZone({
        nom: 'alternative',
        libelle: 'La même chose en texte',
        facultatif: '(peut venir plus tard, mais avant de publier)',
        aide: 'Ce que l’image montre, ce que le document dit, ou la transcription du film.',
        lignes: 6,
        valeur: j.alternative,
        ...erreur('alternative'),
      })}
      ${champFichiers({
        nom: 'contenu',
        libelle: 'Fichier',
        aide: 'PDF, image (JPEG, PNG, WebP, 20 Mo au plus), vidéo (MP4, MOV, WebM) ou sous-titres (WebVTT) d’un film déjà joint. 500 Mo au plus. Le lieu, la date et l’appareil cachés dans une image ou un film sont effacés ; ce qu’on y voit et entend, non.',
        accepte: TYPES_ACCEPTES,
        requis: true,
        ...erreur('contenu'),
      })}
      ${
        j.films.length > 0 &&
        accordeon({
          titre: 'Ce sont des sous-titres',
          ouvert: j.pour !== '' || j.erreurs.some((e) => e.champ === 'pour'),
          contenu: html`${champListe({ nom: 'pour', libelle: 'Sous-titres de quel film', vide: 'Aucun', valeur: j.pour, options: j.films.map((f) => ({ valeur: f.id, libelle: f.libelle })), ...erreur('pour') })}
          ${champListe({ nom: 'langue', libelle: 'Langue', valeur: j.langue || 'fr', options: Object.entries(LANGUES_SOUS_TITRES).map(([valeur, libelle]) => ({ valeur, libelle })) })}`,
        })
      }
      <div class="preau-avance" data-avance hidden>
        <progress max="100" value="0" aria-label="Envoi du fichier"></progress>
        <p role="status" data-avance-texte></p>
      </div>
      ${groupeBoutons([bouton({ libelle: 'Joindre' }), lienBouton({ libelle: 'Annuler', url: `/redaction/${j.ressource}`, variante: 'tertiaire' })])}
    </form>
  </div>`
}
