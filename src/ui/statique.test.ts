import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { pageGalerie } from './galerie.page.ts'
import { chargerStatique, FEUILLES, urlStatique } from './statique.ts'

const DOSSIER = new URL('./statique/', import.meta.url)

test('every sheet of the folder is in the theme, once', () => {
  assert.deepEqual(
    readdirSync(DOSSIER)
      .filter((nom) => nom.endsWith('.css'))
      .sort(),
    [...FEUILLES].sort(),
  )
})

test('encoded bodies are the body', () => {
  for (const [nom, f] of chargerStatique()) {
    if (f.br) assert.deepEqual(brotliDecompressSync(f.br), Buffer.from(f.corps), nom)
    if (f.gzip) assert.deepEqual(gunzipSync(f.gzip), Buffer.from(f.corps), nom)
  }
})

test('types are the exact ones, since nosniff is on', () => {
  const types = new Set([...chargerStatique()].map(([nom, f]) => `${nom.split('.').at(-1)} ${f.type}`))
  assert.deepEqual([...types].sort(), [
    'css text/css; charset=utf-8',
    'js text/javascript; charset=utf-8',
    'svg image/svg+xml; charset=utf-8',
  ])
})

test('the address carries the beginning of the content’s hash, and an unknown file is refused', () => {
  assert.equal(urlStatique('theme.css'), `/statique/theme.css?v=${chargerStatique().get('theme.css')!.empreinte.slice(0, 8)}`)
  assert.throws(() => urlStatique('oubli.js'), /oubli\.js/)
})

test('the sheet weighs at most 12 KB over the wire, and a public page with all its files 60 KB', () => {
  const poids = (nom: string) => chargerStatique().get(nom)!.br!.length
  assert.ok(poids('theme.css') <= 12_288, `theme.css ${poids('theme.css')}`)
  const page = Buffer.byteLength(String(pageGalerie('ar')))
  const total =
    page + ['theme.css', 'favicon.svg', 'page.js', 'quitter.js', 'copier.js', 'compteur.js'].reduce((s, nom) => s + poids(nom), 0)
  assert.ok(total <= 61_440, `first page ${total}`)
})

test('scripts use no sink that Trusted Types forbid, and no third party', () => {
  for (const nom of readdirSync(DOSSIER).filter((n) => n.endsWith('.js'))) {
    const source = readFileSync(new URL(nom, DOSSIER), 'utf8')
    assert.doesNotMatch(
      source,
      /innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\b|new Function|https?:\/\//,
      nom,
    )
  }
})

test('the theme fetches nothing', () => {
  assert.doesNotMatch(Buffer.from(chargerStatique().get('theme.css')!.corps).toString(), /url\(|@import/)
})
