import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { csv, ods } from './tableur.ts'

const LIGNES = [
  ['Titre', 'Jour', 'Élèves'],
  ['=HYPERLINK("http://x")', '2026-11-05', 120],
  ['Deux\nlignes ; « et » "guillemets"', '', null],
  ['-2+3', '@SUM(A1)', 0.5],
] as const

test('a French spreadsheet opens it by a double click, and nothing in it is a formula', () => {
  const octets = csv(LIGNES)
  assert.deepEqual([...octets.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  assert.equal(
    octets.toString().slice(1),
    'Titre;Jour;Élèves\r\n"\'=HYPERLINK(""http://x"")";2026-11-05;120\r\n"Deux\nlignes ; « et » ""guillemets""";;\r\n\'-2+3;\'@SUM(A1);0,5\r\n',
  )
})

test('whatever is written is read back, but for the mark before what looks like a formula', () => {
  const cellule = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/\r/g, ''))
  fc.assert(
    fc.property(fc.array(fc.array(cellule, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (lignes) => {
      const lues = parse(csv(lignes), { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][]
      assert.deepEqual(
        lues,
        lignes.map((l) => l.map((c) => (/^[=+\-@\t]/.test(c) ? `'${c}` : c))),
      )
    }),
  )
})

/** The files of an archive, read by its own table of contents. */
function fichiers(zip: Buffer): Record<string, string> {
  const lus: Record<string, string> = {}
  let i = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(i) === 0x02014b50) {
    const [methode, taille, nom] = [zip.readUInt16LE(i + 10), zip.readUInt32LE(i + 20), zip.readUInt16LE(i + 28)]
    const place = zip.readUInt32LE(i + 42)
    const debut = place + 30 + zip.readUInt16LE(place + 26)
    const donnees = zip.subarray(debut, debut + taille)
    lus[zip.toString('utf8', i + 46, i + 46 + nom)] = (methode === 8 ? inflateRawSync(donnees) : donnees).toString()
    i += 46 + nom
  }
  return lus
}

test('an OpenDocument spreadsheet: recognised by its first bytes, with texts, numbers and days as such', () => {
  const zip = ods('Actions <2026>', [...LIGNES, ['\u0001caché\uFFFE', '<b>&', null]])
  assert.equal(zip.toString('latin1', 30, 38), 'mimetype')
  assert.equal(zip.toString('latin1', 38, 84), 'application/vnd.oasis.opendocument.spreadsheet')
  const lus = fichiers(zip)
  assert.deepEqual(Object.keys(lus), ['mimetype', 'content.xml', 'META-INF/manifest.xml'])
  const xml = lus['content.xml']!
  assert.match(xml, /table:name="Actions &lt;2026&gt;"/)
  assert.match(xml, /office:value-type="string"><text:p>=HYPERLINK/)
  assert.match(xml, /office:date-value="2026-11-05"/)
  assert.match(xml, /office:value="120"/)
  assert.match(xml, /<text:p>Deux<\/text:p><text:p>lignes/)
  assert.match(xml, /<text:p>caché<\/text:p>.*<text:p>&lt;b&gt;&amp;<\/text:p>/)
  assert.doesNotMatch(xml, /table:formula/)
})

test('another program unpacks it and finds its sums right', (t) => {
  const dossier = mkdtempSync(join(tmpdir(), 'preau-ods-'))
  try {
    writeFileSync(join(dossier, 'x.ods'), ods('Actions', LIGNES))
    const dit = execFileSync('python3', [
      '-c',
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))',
      join(dossier, 'x.ods'),
    ])
    assert.equal(dit.toString().trim(), 'None 3')
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'ENOENT') throw e
    t.skip('no python3 on this machine')
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
})
