import type { Moi } from '#acces'
import {
  attributs,
  badge,
  champListe,
  enTete,
  filtres as barreFiltres,
  groupeBoutons,
  html,
  lienBouton,
  tableau,
  vide,
  type Html,
  type Ligne,
} from '#ui'
import { badgeDelai, dateHeure, delai, liste } from '../traitement/quand.ts'
import { CANAUX, CLOTURES, DECLARANTS, NIVEAUX, QUOI, URGENCES } from '../vocabulaire.ts'
import { TYPES_ECOLE, urlBoite, VUES, type Cle, type Filtres, type Vue } from './boite.filtres.ts'
import type { BoiteRow, ComptesRow } from './boite.sql.ts'

export interface Boite {
  lignes: BoiteRow[]
  comptes: ComptesRow
  departements: { dept: string; nom: string }[]
  filtres: Filtres
  suite: Cle | null
  moi: Moi
  peutSaisir: boolean
}

const mot = (liste: Record<string, { libelle: string }>, code: string): string => liste[code]?.libelle ?? code

/** Why it comes first, in words. */
export const badgesUrgences = (urgences: readonly string[]): Html[] =>
  urgences.map((u) => badge({ libelle: mot(URGENCES, u), ton: 'erreur', icone: 'alerte' }))

const onglet = (b: Boite, vue: Vue, compte?: number): Html =>
  html`<li>
    <a
      class="fr-nav__link"
      href="${urlBoite({ ...b.filtres, vue })}"
      ${attributs({ 'aria-current': b.filtres.vue === vue && 'page' })}
      ><span>${VUES[vue]}</span>${compte !== undefined && compte > 0 && html` <span class="preau-compteur">${compte}</span>`}</a
    >
  </li>`

const onglets = (b: Boite): Html =>
  html`<nav class="fr-nav" aria-label="Vues de la boîte">
    <ul class="fr-nav__list">
      ${onglet(b, 'tous', b.comptes.tous)} ${onglet(b, 'a_prendre', b.comptes.a_prendre)} ${onglet(b, 'a_moi', b.comptes.a_moi)}
      ${onglet(b, 'en_retard', b.comptes.en_retard)} ${onglet(b, 'clos')}
    </ul>
  </nav>`

function porteur(l: BoiteRow, moi: Moi): Html | string {
  if (l.pris_par === null) return html`Personne <span class="fr-hint-text">${mot(NIVEAUX, l.niveau).toLowerCase()}</span>`
  return l.pris_par === moi.agent ? 'Vous' : `${l.prenom} ${l.nom}`
}

/** What the reason of urgency says already is not said twice. */
const DIT_PAR: Record<string, string> = {
  suicide: 'envie_mourir',
  arme: 'arme',
  violence_sexuelle: 'gestes',
  images_intimes: 'images',
}

function faits(l: BoiteRow): string {
  const dits = new Set(l.urgences.map((u) => DIT_PAR[u]))
  const reste = l.quoi.filter((q) => !dits.has(q))
  return reste.length > 0 ? liste(reste.map((q) => mot(QUOI, q))) : l.urgences.length > 0 ? '' : 'Un récit'
}

const echu = (l: BoiteRow): Html | string =>
  l.echeance === null
    ? html`${mot(CLOTURES, l.clos_motif!)}<br /><small>${dateHeure(l.clos_le!)}</small>`
    : badgeDelai(l.echeance)

function ligne(l: BoiteRow, moi: Moi): Ligne {
  const accent =
    l.echeance === null ? undefined : l.urgences.length > 0 || delai(l.echeance).ton === 'erreur' ? 'erreur' : undefined
  return {
    cellules: [
      html`<a href="/signalements/${l.id}">${l.ecole}</a> <span class="fr-hint-text">${l.commune}</span>`,
      echu(l),
      html`<div>
        ${l.etat !== 'clos' && l.urgences.length > 0 && html`<span class="fr-badges-group">${badgesUrgences(l.urgences)}</span>`}
        <span>${faits(l)}</span>
        ${l.nouveau && badge({ libelle: 'Nouvelle réponse', ton: 'nouveau', icone: 'message' })}
      </div>`,
      mot(DECLARANTS, l.declarant),
      html`${dateHeure(l.recu_le)}${l.canal !== 'site' && html` <span class="fr-hint-text">${mot(CANAUX, l.canal)}</span>`}`,
      porteur(l, moi),
    ],
    ...(accent && { accent }),
  }
}

const barre = ({ filtres: f, departements }: Boite): Html =>
  barreFiltres({
    url: '/boite',
    titre: 'Filtrer la boîte',
    gardes: f.vue === 'tous' ? {} : { vue: f.vue },
    champs: [
      ...(departements.length > 1
        ? [
            champListe({
              nom: 'dept',
              libelle: 'Département',
              vide: 'Tous',
              valeur: f.dept ?? '',
              options: departements.map((d) => ({ valeur: d.dept, libelle: d.nom })),
            }),
          ]
        : []),
      champListe({
        nom: 'type',
        libelle: 'Type',
        vide: 'Tous',
        valeur: f.type ?? '',
        options: Object.entries(TYPES_ECOLE).map(([valeur, libelle]) => ({ valeur, libelle })),
      }),
      champListe({
        nom: 'canal',
        libelle: 'Arrivé par',
        vide: 'Tous',
        valeur: f.canal ?? '',
        options: Object.entries(CANAUX).map(([valeur, { libelle }]) => ({ valeur, libelle })),
      }),
    ],
    actifs: [
      ...(f.dept
        ? [{ libelle: departements.find((d) => d.dept === f.dept)?.nom ?? f.dept, url: urlBoite(f, { dept: null }) }]
        : []),
      ...(f.type ? [{ libelle: TYPES_ECOLE[f.type as keyof typeof TYPES_ECOLE], url: urlBoite(f, { type: null }) }] : []),
      ...(f.canal ? [{ libelle: mot(CANAUX, f.canal), url: urlBoite(f, { canal: null }) }] : []),
    ],
  })

const RIEN: Record<Vue, string> = {
  tous: 'Rien n’attend dans la boîte',
  a_prendre: 'Tout est pris en charge',
  a_moi: 'Vous n’avez rien pris en charge',
  en_retard: 'Rien n’est en retard',
  clos: 'Aucun signalement clos',
}

const corps = (b: Boite): Html =>
  b.lignes.length === 0
    ? vide({
        titre: RIEN[b.filtres.vue],
        texte: 'Cette liste montre ce que vos mandats ouvrent, et ce qui vous a été confié.',
        icone: b.filtres.vue === 'en_retard' ? 'coche' : 'boite',
      })
    : tableau({
        legende: VUES[b.filtres.vue],
        legendeMasquee: true,
        dense: true,
        colonnes: [
          { libelle: 'Établissement' },
          { libelle: b.filtres.vue === 'clos' ? 'Clos' : 'Échéance' },
          { libelle: 'Ce qui est dit' },
          { libelle: 'Qui le dit' },
          { libelle: 'Reçu' },
          { libelle: 'Pris par' },
        ],
        lignes: b.lignes.map((l) => ligne(l, b.moi)),
      })

const suite = (b: Boite): Html | undefined =>
  b.suite === null && b.filtres.apres === null
    ? undefined
    : html`<nav aria-label="Pages de la liste">
        ${groupeBoutons([
          b.filtres.apres !== null &&
            lienBouton({ libelle: 'Revenir au début', url: urlBoite(b.filtres), variante: 'tertiaire' }),
          b.suite !== null &&
            lienBouton({
              libelle: 'La suite de la liste',
              url: urlBoite(b.filtres, { apres: b.suite }),
              variante: 'secondaire',
              icone: 'fleche',
              iconeApres: true,
            }),
        ])}
      </nav>`

export const pageBoite = (b: Boite): Html =>
  html`<div class="preau-pile">
    ${enTete({
      titre: 'Boîte d’entrée',
      ...(b.peutSaisir && {
        actions: lienBouton({ libelle: 'Saisir un signalement', url: '/signalements/nouveau', icone: 'plus', petit: true }),
      }),
    })}
    ${onglets(b)} ${barre(b)} ${corps(b)} ${suite(b)}
  </div>`
