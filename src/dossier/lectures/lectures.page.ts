import { libelleRole } from '#annuaire'
import { dateHeure } from '#signalement'
import { html, tableau, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { mot } from '../vocabulaire.ts'
import type { LecturesRow } from './lectures.sql.ts'

const NATURES = {
  lecture: { libelle: 'Lecture' },
  piece: { libelle: 'Image ouverte' },
  impression: { libelle: 'Impression' },
  export: { libelle: 'Texte sorti du dossier' },
  recherche: { libelle: 'Recherche dans le dossier' },
  urgence: { libelle: 'Accès d’urgence' },
} as const

const fonction = (l: LecturesRow): string =>
  l.role === null ? 'sans fonction' : [libelleRole(l.role, l.type), l.lieu].filter((x) => x !== null).join(', ')

const fois = (l: LecturesRow): string =>
  l.fois === 1
    ? dateHeure(l.derniere)
    : `${l.fois} fois, la première ${dateHeure(l.premiere)}, la dernière ${dateHeure(l.derniere)}`

/** Who opened it, what they did, when: names this time, for those who hold it. */
export const pageLectures = (o: Dossier, lignes: readonly LecturesRow[]): Html =>
  html`<h2>Qui a ouvert ce dossier</h2>
    <p>
      ${typo('Chaque lecture est écrite, une fois par personne et par dix minutes : lire, imprimer, sortir un texte, ouvrir une image. Une lecture qui vous étonne ? Parlez-en à la personne, puis au délégué à la protection des données.')}
    </p>
    ${tableau({
      legende: 'Lectures, de la plus récente à la plus ancienne',
      legendeMasquee: true,
      dense: true,
      colonnes: ['Qui', 'Fonction alors', 'Quoi', 'Quand'].map((libelle) => ({ libelle })),
      lignes: lignes.map((l) => ({
        cellules: [
          l.agent === o.moi.agent ? 'Vous' : `${l.prenom} ${l.nom}`,
          fonction(l),
          `${mot(NATURES, l.nature)}${l.fil === o.d.id ? '' : ', d’un signalement rattaché'}`,
          typo(fois(l)),
        ],
      })),
    })}`
