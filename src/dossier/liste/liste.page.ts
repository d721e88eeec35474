import type { Moi } from '#acces'
import { badgeDelai, dateHeure, delai, URGENCES } from '#signalement'
import {
  badge,
  bouton,
  champListe,
  champTexte,
  enTete,
  filtres as barreFiltres,
  groupeBoutons,
  html,
  lienBouton,
  tableau,
  typo,
  vide,
  type Html,
  type Ligne as Rangee,
} from '#ui'
import type { Retour } from '../fiche/fiche.ts'
import { cache, refus, Saisies } from '../fiche/gestes.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import { lireNumero } from '../numero.ts'
import { caseRepere, formulaireReperes } from '../repere/repere.page.ts'
import { QUAND_REPERE } from '../repere/vocabulaire.ts'
import { urlDossiers, type Filtres } from './liste.filtres.ts'
import type { Ligne } from './liste.ts'
import { mot } from '../vocabulaire.ts'

export interface Liste {
  lignes: Ligne[]
  departements: readonly { dept: string; nom: string }[]
  filtres: Filtres
  moi: Moi
  suite: { le: Date; id: string } | null
  peutOuvrir: boolean
  /** May open a dossier of elsewhere in an emergency. */
  secours: boolean
  /** What came back of the form around the list. */
  retour: Retour | undefined
}

const rattacher = (signalement: string, l: Ligne): Html =>
  html`<form method="post" action="/dossiers/${l.numero}/rattachements">
    ${cache('signalement', signalement)}
    ${bouton({ libelle: 'Rattacher ici', precision: `au dossier ${l.numero}`, petit: true, variante: 'secondaire' })}
  </form>`

function rangee(l: Ligne, { moi, filtres: f }: Liste, s: Saisies | null): Rangee {
  const url = `/dossiers/${l.numero}`
  const tard = l.echeance !== null && delai(l.echeance).ton === 'erreur'
  return {
    cellules: [
      s === null ? html`<a href="${url}">${l.numero}</a>` : caseRepere(l.numero, s),
      html`${s === null ? l.ecole : html`<a href="${url}">${l.ecole}</a>`} <span class="fr-hint-text">${l.commune}</span>`,
      html`<span class="fr-badges-group"
        >${badge({ libelle: ETATS[l.etat as Etat].libelle, ton: l.etat === 'protege' ? 'succes' : 'info' })}
        ${l.persiste_le !== null && badge({ libelle: 'Cela continue', ton: 'erreur', icone: 'alerte' })}
        ${l.urgences.map((u) => badge({ libelle: mot(URGENCES, u), ton: 'erreur', icone: 'alerte' }))}</span
      >`,
      l.echeance === null ? '' : badgeDelai(l.echeance),
      l.responsable === moi.agent ? 'Vous' : `${l.prenom} ${l.nom}`,
      dateHeure(l.ouvert_le),
      ...(f.signalement === null ? [] : [rattacher(f.signalement, l)]),
    ],
    ...(tard && { accent: 'erreur' as const }),
  }
}

const actifs = ({ filtres: f, departements }: Liste): { libelle: string; url: string }[] => [
  ...(f.q === '' ? [] : [{ libelle: `« ${f.q} »`, url: urlDossiers(f, { q: '' }) }]),
  ...(f.etat === null ? [] : [{ libelle: ETATS[f.etat].libelle, url: urlDossiers(f, { etat: null }) }]),
  ...(f.dept === null
    ? []
    : [{ libelle: departements.find((d) => d.dept === f.dept)?.nom ?? f.dept, url: urlDossiers(f, { dept: null }) }]),
  ...(f.etab === null ? [] : [{ libelle: f.etab, url: urlDossiers(f, { etab: null }) }]),
  ...(f.responsable === null
    ? []
    : [
        {
          libelle: f.responsable === 'moi' ? 'Dont je suis responsable' : 'Un responsable',
          url: urlDossiers(f, { responsable: null }),
        },
      ]),
  ...(f.retard ? [{ libelle: 'En retard', url: urlDossiers(f, { retard: false }) }] : []),
  ...(f.repere === null
    ? []
    : [{ libelle: `Repère : ${QUAND_REPERE[f.repere].toLowerCase()}`, url: urlDossiers(f, { repere: null }) }]),
  ...(f.persiste ? [{ libelle: 'Cela continue', url: urlDossiers(f, { persiste: false }) }] : []),
]

const barre = (l: Liste): Html => {
  const { filtres: f } = l
  return barreFiltres({
    url: '/dossiers',
    methode: 'post',
    titre: 'Filtrer les dossiers',
    gardes: {
      ...(f.signalement !== null && { signalement: f.signalement }),
      ...(f.etab !== null && { etab: f.etab }),
      ...(f.poser && { poser: 'oui' }),
    },
    champs: [
      champTexte({ nom: 'q', libelle: 'Nom ou numéro', type: 'search', valeur: f.q, sansCorrection: true }),
      champListe({
        nom: 'etat',
        libelle: 'État',
        vide: 'Tous',
        valeur: f.etat ?? '',
        options: Object.entries(ETATS).map(([valeur, e]) => ({ valeur, libelle: e.libelle })),
      }),
      champListe({
        nom: 'responsable',
        libelle: 'Responsable',
        vide: 'Tous',
        valeur: f.responsable ?? '',
        options: [{ valeur: 'moi', libelle: 'Moi' }],
      }),
      champListe({
        nom: 'retard',
        libelle: 'Échéance',
        vide: 'Toutes',
        valeur: f.retard ? 'oui' : '',
        options: [{ valeur: 'oui', libelle: 'En retard' }],
      }),
      champListe({
        nom: 'repere',
        libelle: 'Tâche ou repère daté',
        vide: 'Peu importe',
        valeur: f.repere ?? '',
        options: Object.entries(QUAND_REPERE).map(([valeur, libelle]) => ({ valeur, libelle })),
      }),
      champListe({
        nom: 'persiste',
        libelle: 'L’élève visé dit',
        vide: 'Peu importe',
        valeur: f.persiste ? 'oui' : '',
        options: [{ valeur: 'oui', libelle: 'Que cela continue' }],
      }),
      ...(l.departements.length > 1
        ? [
            champListe({
              nom: 'dept',
              libelle: 'Département',
              vide: 'Tous',
              valeur: f.dept ?? '',
              options: l.departements.map((d) => ({ valeur: d.dept, libelle: d.nom })),
            }),
          ]
        : []),
    ],
    actifs: actifs(l),
  })
}

/** A number that opens nothing here may be that of a child in danger. */
const secours = (l: Liste): Html | undefined =>
  l.secours && lireNumero(l.filtres.q) !== null
    ? html`<br /><a href="/dossiers/secours?numero=${encodeURIComponent(l.filtres.q)}"
          >Un enfant est en danger : accès d’urgence</a
        >`
    : undefined

const rien = (l: Liste): Html =>
  vide({
    titre: l.filtres.q === '' ? 'Aucun dossier ici' : 'Aucun dossier ne répond à cette recherche',
    texte: html`${typo('La recherche par nom pardonne l’orthographe, pas les diminutifs. Elle ne cherche que dans ce que vous pouvez voir, et pas dans les récits : ils sont chiffrés.')}
      <br /><a href="/dossiers/mots">Chercher des mots dans les dossiers dont vous avez la charge</a> ${secours(l)}`,
    icone: 'dossier',
  })

const table = (l: Liste, s: Saisies | null): Html =>
  tableau({
    legende: 'Dossiers',
    legendeMasquee: true,
    dense: true,
    colonnes: [
      { libelle: 'Numéro' },
      { libelle: 'Établissement' },
      { libelle: 'État' },
      { libelle: 'Échéance' },
      { libelle: 'Responsable' },
      { libelle: 'Ouvert' },
      ...(l.filtres.signalement === null ? [] : [{ libelle: 'Rattacher' }]),
    ],
    lignes: l.lignes.map((d) => rangee(d, l, s)),
  })

function corps(l: Liste): Html {
  if (l.lignes.length === 0) return rien(l)
  if (!l.filtres.poser) return table(l, null)
  const s = new Saisies(l.retour)
  return formulaireReperes(l.filtres, table(l, s), s)
}

const lienMots = lienBouton({
  libelle: 'Chercher des mots dans mes dossiers',
  url: '/dossiers/mots',
  variante: 'tertiaire',
  icone: 'loupe',
  petit: true,
})

const lienRepere = (f: Filtres): Html =>
  lienBouton({
    libelle: 'Poser un repère sur plusieurs dossiers',
    url: urlDossiers(f, { poser: true, avant: f.avant }),
    variante: 'tertiaire',
    icone: 'calendrier',
    petit: true,
  })

/** What the list is open for. */
export function titreListe(f: Filtres): string {
  if (f.signalement !== null) return 'Rattacher à un dossier'
  return f.poser ? 'Poser un repère sur plusieurs dossiers' : 'Dossiers'
}

export const pageListe = (l: Liste): Html =>
  html`<div class="preau-pile">
    ${refus(l.retour)}
    ${enTete({
      titre: titreListe(l.filtres),
      ...(l.filtres.poser && {
        texte: typo(
          'Cochez des dossiers de cette page, puis dites sous la liste pour quoi et pour quand. Chacun reçoit la même tâche.',
        ),
      }),
      ...(l.peutOuvrir && {
        actions: html`${l.filtres.signalement === null && !l.filtres.poser && l.lignes.length > 0 && html`${lienMots} ${lienRepere(l.filtres)}`}
        ${lienBouton({
          libelle: 'Ouvrir un dossier',
          url: l.filtres.signalement === null ? '/dossiers/nouveau' : `/dossiers/nouveau?signalement=${l.filtres.signalement}`,
          icone: 'plus',
          petit: true,
        })}`,
      }),
    })}
    ${barre(l)} ${corps(l)}
    ${
      (l.suite !== null || l.filtres.avant !== null) &&
      html`<nav aria-label="Pages de la liste">
        ${groupeBoutons([
          l.filtres.avant !== null &&
            lienBouton({ libelle: 'Revenir au début', url: urlDossiers(l.filtres), variante: 'tertiaire' }),
          l.suite !== null &&
            lienBouton({
              libelle: 'La suite de la liste',
              url: urlDossiers(l.filtres, { avant: l.suite }),
              variante: 'secondaire',
              icone: 'fleche',
              iconeApres: true,
            }),
        ])}
      </nav>`
    }
  </div>`
