import { motifDit } from '#acces'
import { libelleRole } from '#annuaire'
import { dateHeure } from '#signalement'
import { html, tableau, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { DitsRow } from '../motif/motif.sql.ts'
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

export interface Lectures {
  lignes: readonly LecturesRow[]
  motifs: readonly (Omit<DitsRow, 'mots'> & { mots: string })[]
  /** Which of these threads are requests for support about it. */
  appuis: ReadonlySet<string>
}

const qui = (o: Dossier, x: { agent: string; prenom: string; nom: string }): string =>
  x.agent === o.moi.agent ? 'Vous' : `${x.prenom} ${x.nom}`

const fonction = (l: LecturesRow): string =>
  l.role === null ? 'sans fonction' : [libelleRole(l.role, l.type), l.lieu].filter((x) => x !== null).join(', ')

const fois = (l: LecturesRow): string =>
  l.fois === 1
    ? dateHeure(l.derniere)
    : `${l.fois} fois, la première ${dateHeure(l.premiere)}, la dernière ${dateHeure(l.derniere)}`

/** Those who have no part in this dossier said why before they read it. */
const motifs = (o: Dossier, dits: Lectures['motifs']): Html =>
  html`<h3>Ont dit pourquoi</h3>
    <ul>
      ${dits.map(
        (x) => html`<li>${typo(`${qui(o, x)}, ${dateHeure(x.le)} : « ${x.mots === '' ? motifDit(x.motif) : x.mots} »`)}</li>`,
      )}
    </ul>`

function duFil(o: Dossier, d: Lectures, fil: string): string {
  if (fil === o.d.id) return ''
  return d.appuis.has(fil) ? ', d’une demande d’appui' : ', d’un signalement rattaché'
}

const acte = (o: Dossier, d: Lectures, l: LecturesRow): Html =>
  html`${mot(NATURES, l.nature)}${duFil(o, d, l.fil)}${
    l.motif !== null && html` <span class="fr-hint-text">${typo(motifDit(l.motif))}</span>`
  }`

/** Who opened it, what they did, when: names this time, for those who hold it. */
export const pageLectures = (o: Dossier, d: Lectures): Html =>
  html`<h2>Qui a ouvert ce dossier</h2>
    <p>
      ${typo('Chaque lecture est écrite, une fois par personne et par dix minutes : lire, imprimer, sortir un texte, ouvrir une image. Celui ou celle à qui rien n’y est confié dit d’abord pourquoi. Une lecture qui vous étonne ? Parlez-en à la personne, puis au délégué à la protection des données.')}
    </p>
    ${d.motifs.length > 0 && motifs(o, d.motifs)}
    ${tableau({
      legende: 'Lectures, de la plus récente à la plus ancienne',
      legendeMasquee: true,
      dense: true,
      colonnes: ['Qui', 'Fonction alors', 'Quoi', 'Quand'].map((libelle) => ({ libelle })),
      lignes: d.lignes.map((l) => ({ cellules: [qui(o, l), fonction(l), acte(o, d, l), typo(fois(l))] })),
    })}`
