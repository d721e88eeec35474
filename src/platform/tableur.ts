import { crc32, deflateRawSync } from 'node:zlib'
import { sansControles } from './signes.ts'

/** What a cell may hold. An ISO day (`2026-11-05`) is written as a date where the format has dates. */
export type Cellule = string | number | null

/** A spreadsheet runs what begins so, whatever the quotes around it (CWE-1236). */
const FORMULE = /^[=+\-@\t\r]/

const celluleCsv = (c: Cellule): string => {
  if (c === null) return ''
  if (typeof c === 'number') return String(c).replace('.', ',')
  const texte = FORMULE.test(c) ? `'${c}` : c
  return /[";\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte
}

/** As French spreadsheets open it by a double click: UTF-8 with its mark, semicolons, CRLF; nothing in it is a formula. */
export const csv = (lignes: readonly (readonly Cellule[])[]): Buffer =>
  Buffer.from(`\uFEFF${lignes.map((l) => `${l.map(celluleCsv).join(';')}\r\n`).join('')}`)

const echapper = (texte: string): string =>
  sansControles(texte).replace(/[&<>"]/g, (s) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[s]!)

const paragraphe = (ligne: string): string => `<text:p>${echapper(ligne)}</text:p>`

function celluleOds(c: Cellule): string {
  if (c === null || c === '') return '<table:table-cell/>'
  if (typeof c === 'number')
    return `<table:table-cell office:value-type="float" office:value="${c}">${paragraphe(String(c))}</table:table-cell>`
  if (/^\d{4}-\d{2}-\d{2}$/.test(c))
    return `<table:table-cell table:style-name="jour" office:value-type="date" office:date-value="${c}">${paragraphe(c)}</table:table-cell>`
  return `<table:table-cell office:value-type="string">${c.split(/\r?\n/).map(paragraphe).join('')}</table:table-cell>`
}

const ESPACES = ['office', 'table', 'text', 'style', 'number']
  .map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n === 'number' ? 'datastyle' : n}:1.0"`)
  .join(' ')

const contenu = (feuille: string, lignes: readonly (readonly Cellule[])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${ESPACES} office:version="1.3"><office:automatic-styles>
<number:date-style style:name="jj"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="jour" style:family="table-cell" style:data-style-name="jj"/>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${echapper(feuille)}">
<table:table-column table:number-columns-repeated="${Math.max(1, ...lignes.map((l) => l.length))}"/>
${lignes.map((l) => `<table:table-row>${l.map(celluleOds).join('')}</table:table-row>`).join('\n')}
</table:table></office:spreadsheet></office:body></office:document-content>`

const TYPE_ODS = 'application/vnd.oasis.opendocument.spreadsheet'
const MANIFESTE = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE_ODS}" manifest:version="1.3"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

/** An OpenDocument spreadsheet of one sheet (ISO/IEC 26300): a text is a text, and is never evaluated. */
export const ods = (feuille: string, lignes: readonly (readonly Cellule[])[]): Buffer =>
  archive([
    // First, and not compressed: that is how the format is recognised.
    { nom: 'mimetype', octets: Buffer.from(TYPE_ODS), serre: false },
    { nom: 'content.xml', octets: Buffer.from(contenu(feuille, lignes)), serre: true },
    { nom: 'META-INF/manifest.xml', octets: Buffer.from(MANIFESTE), serre: true },
  ])

/** 1 January 1980, the first day that an archive knows: the same content gives the same bytes. */
const JOUR_ZIP = 0x21

/** A ZIP archive (APPNOTE 6.3, without its large-file extensions). */
function archive(fichiers: readonly { nom: string; octets: Buffer; serre: boolean }[]): Buffer {
  const corps: Buffer[] = []
  const sommaire: Buffer[] = []
  let place = 0
  for (const { nom, octets, serre } of fichiers) {
    const donnees = serre ? deflateRawSync(octets) : octets
    const commun = Buffer.alloc(26)
    commun.writeUInt16LE(20, 0)
    commun.writeUInt16LE(serre ? 8 : 0, 4)
    commun.writeUInt16LE(JOUR_ZIP, 8)
    commun.writeUInt32LE(crc32(octets), 10)
    commun.writeUInt32LE(donnees.length, 14)
    commun.writeUInt32LE(octets.length, 18)
    commun.writeUInt16LE(nom.length, 22)
    const suite = Buffer.alloc(14)
    suite.writeUInt32LE(place, 10)
    corps.push(Buffer.from('PK\u0003\u0004', 'latin1'), commun, Buffer.from(nom), donnees)
    sommaire.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), commun, suite, Buffer.from(nom))
    place += 30 + nom.length + donnees.length
  }
  const table = Buffer.concat(sommaire)
  const fin = Buffer.alloc(22)
  fin.write('PK\u0005\u0006', 'latin1')
  fin.writeUInt16LE(fichiers.length, 8)
  fin.writeUInt16LE(fichiers.length, 10)
  fin.writeUInt32LE(table.length, 12)
  fin.writeUInt32LE(place, 16)
  return Buffer.concat([...corps, table, fin])
}
