import { html } from '#ui'
import { adresse, titreDe } from './journee.page.ts'
import type { Edition, Paru } from './donnees.ts'

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
  return `<?xml version="1.0" encoding="UTF-8"?>\n${corps.toString()}\n`
}

const echapper = (texte: string): string => texte.replace(/[\\;,]/g, (s) => `\\${s}`).replace(/\r?\n/g, '\\n')
const jour = (iso: string): string => iso.replaceAll('-', '')
const lendemain = (iso: string): string => jour(new Date(Date.parse(`${iso}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10))
const instant = (d: Date): string => d.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** 75 octets a line at most, and never in the middle of a letter (RFC 5545 § 3.1). */
function plier(ligne: string): string {
  const lignes: string[] = []
  let courante = ''
  for (const signe of ligne) {
    if (Buffer.byteLength(courante + signe) > 75) {
      lignes.push(courante)
      courante = ' '
    }
    courante += signe
  }
  return [...lignes, courante].join('\r\n')
}

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
  `DTSTAMP:${instant(r.le)}`,
  `DTSTART;VALUE=DATE:${jour(r.du)}`,
  `DTEND;VALUE=DATE:${lendemain(r.au)}`,
  `SUMMARY:${echapper(r.titre)}`,
  ...(r.lieu === '' ? [] : [`LOCATION:${echapper(r.lieu)}`]),
  ...(r.texte === '' ? [] : [`DESCRIPTION:${echapper(r.texte)}`]),
  'END:VEVENT',
]

/** RFC 5545: the day itself, the exhibition, and each action. */
export function calendrier(e: Edition): string {
  const base = { lieu: '', texte: '', le: e.publie_le }
  const rendez: Rendez[] = [
    { ...base, id: `journee-${e.annee}`, du: e.jour, au: e.jour, titre: titreDe(e) },
    ...(e.expo_du === null
      ? []
      : [{ ...base, id: `exposition-${e.annee}`, du: e.expo_du, au: e.expo_au!, titre: e.expo_titre, lieu: e.expo_lieu }]),
    ...e.actions.map((a) => ({
      id: a.id,
      du: a.du,
      au: a.au,
      titre: a.titre,
      lieu: `${a.ecole}, ${a.commune}`,
      texte: a.texte,
      le: a.publiee_le,
    })),
  ]
  const lignes = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Preau//Journee nationale//FR',
    ...rendez.flatMap(evenement),
    'END:VCALENDAR',
  ]
  return `${lignes.map(plier).join('\r\n')}\r\n`
}
