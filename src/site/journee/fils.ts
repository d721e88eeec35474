import { echapperIcs, enIcalendar, instantIcs, sansControles } from '#platform'
import { html } from '#ui'
import type { Edition, Paru } from './donnees.ts'
import { adresse, titreDe } from './edition.ts'

const RECENTES = 100

/** RFC 4287. The newest publications; an entry is the action itself on the page of its département. */
export function atom(p: Paru, e: Edition, origine: string): string {
  const url = `${origine}${adresse(e)}`
  const recentes = e.actions.toSorted((a, b) => b.publiee_le.getTime() - a.publiee_le.getTime()).slice(0, RECENTES)
  const maj = (recentes[0]?.publiee_le ?? e.publie_le).toISOString()
  const corps = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
    <id>${url}</id>
    <title>${titreDe(e)}, académie de ${p.academie}</title>
    <updated>${maj}</updated>
    <author><name>Académie de ${p.academie}</name></author>
    <link rel="self" href="${url}/actions.atom" />
    <link rel="alternate" href="${url}" />
    ${recentes.map(
      (a) =>
        html`<entry>
          <id>urn:uuid:${a.id}</id>
          <title>${a.titre}</title>
          <updated>${a.publiee_le.toISOString()}</updated>
          <link rel="alternate" href="${url}?dept=${a.dept}#a-${a.id}" />
          <category term="${a.type}" />
          <summary>${a.ecole}, ${a.commune}. ${a.texte}</summary>
        </entry>`,
    )}
  </feed>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${sansControles(corps.toString())}\n`
}

const jour = (iso: string): string => iso.replaceAll('-', '')
const lendemain = (iso: string): string => jour(new Date(Date.parse(`${iso}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10))
interface Rendez {
  id: string
  du: string
  au: string
  titre: string
  lieu: string
  texte: string
  le: Date
}

const evenement = (r: Rendez): string[] => [
  'BEGIN:VEVENT',
  `UID:${r.id}@preau`,
  `DTSTAMP:${instantIcs(r.le)}`,
  `DTSTART;VALUE=DATE:${jour(r.du)}`,
  `DTEND;VALUE=DATE:${lendemain(r.au)}`,
  `SUMMARY:${echapperIcs(r.titre)}`,
  ...(r.lieu === '' ? [] : [`LOCATION:${echapperIcs(r.lieu)}`]),
  ...(r.texte === '' ? [] : [`DESCRIPTION:${echapperIcs(r.texte)}`]),
  'END:VEVENT',
]

/** The day itself, and its exhibition. The journée nationale keeps the marks that calendars already know. */
function jours(e: Edition): Rendez[] {
  const base = { lieu: '', texte: e.theme, le: e.publie_le }
  const marque = e.code === 'journee_nationale' ? '' : `${e.code}-`
  const jour = { ...base, id: `${marque === '' ? 'journee-' : marque}${e.annee}`, du: e.jour, au: e.jour, titre: titreDe(e) }
  if (e.expo_du === null) return [jour]
  const expo = { id: `exposition-${marque}${e.annee}`, du: e.expo_du, au: e.expo_au!, titre: e.expo_titre, lieu: e.expo_lieu }
  return [jour, { ...base, ...expo }]
}

/** RFC 5545: the day itself, the exhibition, and each action. */
export const calendrier = (e: Edition): string =>
  icalendar([
    ...jours(e),
    ...e.actions.map((a) => ({
      id: a.id,
      du: a.du,
      au: a.au,
      titre: a.titre,
      lieu: `${a.ecole}, ${a.commune}`,
      texte: a.texte,
      le: a.publiee_le,
    })),
  ])

/** The days of every temps fort. */
export const calendrierDesJours = (editions: readonly Edition[]): string => icalendar(editions.flatMap(jours))

const icalendar = (rendez: readonly Rendez[]): string => enIcalendar('Temps forts', rendez.flatMap(evenement))
