import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html as gabarit } from 'hono/html'
import { attributs, classes, html, paragraphes } from './html.ts'
import { serre } from './serre.ts'
import { de, typo } from './typo.ts'

test('what a person typed never becomes markup, in text nor in an attribute', () => {
  const mechant = '"><script>alert(1)</script>'
  assert.equal(
    String(html`<p title="${mechant}">${mechant}</p>`),
    '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  )
  assert.equal(String(attributs({ value: mechant })), ' value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
})

test('whatever a value is, the template writes what hono’s writes', () => {
  const valeurs = [
    'a & b',
    `"'<>&`,
    '',
    0,
    1.5,
    Number.NaN,
    true,
    false,
    null,
    undefined,
    html`<b>${'<'}</b>`,
    [],
    ['<', [html`<i></i>`, ['&', null, [2]]]],
    new Date(0),
    { toString: () => '<p>' },
    12n,
  ]
  for (const v of valeurs) assert.equal(String(html`<p a="${v}">${v}${v}</p>`), String(gabarit`<p a="${v}">${v}${v}</p>`))
})

test('attributes: true is bare, false and the like are absent, zero and the empty text are kept', () => {
  assert.equal(
    String(attributs({ checked: true, hidden: false, lang: null, dir: undefined, tabindex: 0, value: '' })),
    ' checked tabindex="0" value=""',
  )
})

test('a template with a promise is refused: a page is a pure function', () => {
  assert.throws(() => html`<p>${Promise.resolve('tard')}</p>`, TypeError)
})

test('classes leaves out what is absent', () => {
  assert.equal(classes('a', false, undefined, '', 'b'), 'a b')
})

test('paragraphs follow blank lines, line ends are kept, markup is escaped', () => {
  assert.equal(
    serre(paragraphes('Un <b>\ndeux\r\n\r\n\r\ntrois\n')),
    '<p dir="auto">Un &lt;b&gt;<br>deux</p><p dir="auto">trois</p>',
  )
})

test('French typography', () => {
  assert.equal(
    typo("L'élève a dit : « j'ai peur » ! Vraiment ?"),
    'L’élève a dit\u00a0: «\u00a0j’ai peur\u00a0»\u00a0! Vraiment\u00a0?',
  )
  assert.equal(typo('Au plus tard le 19 nov.. Et puis...'), 'Au plus tard le 19 nov. Et puis...')
  assert.deepEqual(['Lina', 'Enzo', 'Hugo', 'Élise'].map(de), ['de Lina', 'd’Enzo', 'd’Hugo', 'd’Élise'])
  assert.equal(typo('De 9 h à 23 h, 10 Mo, 5 minutes'), 'De 9\u00a0h à 23\u00a0h, 10\u00a0Mo, 5 minutes')
})

test('typography adds no space: an address stays an address', () => {
  assert.equal(typo('https://exemple.fr?a=1'), 'https://exemple.fr?a=1')
})
