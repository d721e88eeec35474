import { ACADEMIES } from '../academies.ts'
import { calendrierInchange, type BilanCalendrier, type Difference, type Ligne } from './bilan.ts'

const JOUR = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const dit = (jour: string): string => JOUR.format(new Date(`${jour}T12:00:00Z`)).replace(/ 1 /, ' 1er ')
const pluriel = (n: number, un: string, des: string): string => `${n.toLocaleString('fr-FR')} ${n > 1 ? des : un}`
const MONTRES = 40

/** The report that the administrator reads. */
export function rapportCalendrier(b: BilanCalendrier): string {
  return [...tete(b), ...b.differences.flatMap(difference), ...b.avis, ...reste(b), ...refus(b)]
    .join('\n')
    .replace(/ (?=[:;!?»])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0')
}

function tete(b: BilanCalendrier): string[] {
  const rien = calendrierInchange(b)
  const verbe = b.simule ? 'Essai : rien n’a été écrit.' : rien ? 'Rien n’a changé.' : 'Le calendrier est à jour.'
  const suite = b.simule && rien ? ' L’import ne changerait rien.' : ''
  return [`${verbe}${suite} ${pluriel(b.lignes, 'ligne lue', 'lignes lues')}.`]
}

function difference(d: Difference): string[] {
  const a = ACADEMIES[d.acad]!
  const compte = [
    pluriel(d.ajouts.length, 'ajoutée', 'ajoutées'),
    pluriel(d.retraits.length, 'retirée', 'retirées'),
    pluriel(d.inchanges, 'inchangée', 'inchangées'),
  ]
  const touchees = [...d.retraits.map((l) => ['retiré ', l] as const), ...d.ajouts.map((l) => ['ajouté ', l] as const)]
  return [
    `Académie de ${a.nom} : ${compte.join(', ')}.`,
    ...touchees
      .toSorted(([, x], [, y]) => (x.du < y.du ? -1 : x.du > y.du ? 1 : 0))
      .slice(0, MONTRES)
      .map(([mot, l]) => `  ${mot} ${periode(l)}`),
    ...(touchees.length > MONTRES ? [`  … et ${pluriel(touchees.length - MONTRES, 'autre', 'autres')}`] : []),
  ]
}

const periode = (l: Ligne): string =>
  l.du === l.au ? `${dit(l.du)} : ${l.libelle}` : `du ${dit(l.du)} au ${dit(l.au)} : ${l.libelle}`

const reste = (b: BilanCalendrier): string[] => [
  ...(b.ailleurs > 0 ? [`${pluriel(b.ailleurs, 'ligne d’une autre académie', 'lignes d’autres académies')}.`] : []),
  ...(b.doublons > 0 ? [`${pluriel(b.doublons, 'ligne répétée', 'lignes répétées')} à l’identique.`] : []),
  ...[...b.horsChamp].map(([motif, n]) => `${pluriel(n, 'ligne laissée', 'lignes laissées')} : ${motif}.`),
]

const refus = (b: BilanCalendrier): string[] =>
  b.refus.length === 0
    ? ['Aucune ligne refusée.']
    : [
        `${pluriel(b.refus.length, 'ligne refusée', 'lignes refusées')} :`,
        ...b.refus.map((r) => `  ${r.fichier}, ligne ${r.ligne} : ${r.motif}`),
      ]
