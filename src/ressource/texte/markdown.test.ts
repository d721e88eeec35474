import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { liensDehors } from './liens.ts'
import { texteEnPage } from './texte.page.ts'

const rendre = (texte: string): string =>
  texteEnPage(texte, { fichier: (r) => (r === 1 ? '/f/1' : null), image: (r) => (r === 1 ? '/f/1' : null) }).toString()

const BALISES = new Set(
  'p br h2 h3 h4 h5 h6 strong em ul ol li blockquote hr code pre a span img div table thead tbody tr th td'.split(' '),
)
/** What each attribute that may come out looks like. */
const ATTRIBUTS: Record<string, RegExp> = {
  href: /^(https?:\/\/[^\s"'<>]+|mailto:[^\s"'<>]+|tel:\+?\d+|\/(?![/\\])[^\s"<>]*)$/,
  src: /^\/f\/1$/,
  alt: /^[^<>"]*$/,
  rel: /^external noopener noreferrer$/,
  class: /^(preau-dehors|fr-sr-only|fr-table preau-texte__table)$/,
  start: /^\d{1,9}$/,
  scope: /^col$/,
  loading: /^lazy$/,
  tabindex: /^0$/,
}

/** Everything that a browser would read as markup. */
function examiner(sorti: string, de: string): void {
  const reste = sorti.replace(
    /<\/?([a-z][a-z0-9]*)((?:\s+[a-z]+="[^"<>]*")*)\s*\/?>/g,
    (_, balise: string, attributs: string) => {
      assert.ok(BALISES.has(balise), `${balise} from ${de}`)
      for (const [, nom, valeur] of attributs.matchAll(/([a-z]+)="([^"]*)"/g))
        assert.match(valeur!.replaceAll('&amp;', '&'), ATTRIBUTS[nom!] ?? /^\b$/, `${nom} from ${de}`)
      return ''
    },
  )
  assert.doesNotMatch(reste, /[<>"]/, `markup left of ${de}: ${reste}`)
}
const verifier = (texte: string): void => examiner(rendre(texte), JSON.stringify(texte))

const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?php',
  '<a href="',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:x',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//mechant.example',
  '/\\mechant.example',
  'https://a:b@mechant.example',
  '&#106;avascript:',
  '&lt;script&gt;',
  '"onmouseover="x',
  "' onfocus='x",
  '[a](',
  '](',
  ')',
  '![',
  '[x]: ',
  '<',
  '>',
  '"',
  "'",
  '`',
  '```\n',
  '~~~ js" onclick="x\n',
  '\n\n',
  '\n',
  '    ',
  '| a | b |\n| --- | --- |\n',
  '|',
  '# ',
  '> ',
  '- ',
  '1. ',
  '**',
  '_',
  '\\',
  '\0',
  '\u2028',
  '\u202E',
  'fichier:1',
  'fichier:2',
  '<https://mechant.example/?"x>',
  '<javascript:alert(1)>',
  '[a]: javascript:x "t"\n',
  'https://exemple.fr',
  'mot',
  ' ',
  'é',
  '\uD800',
  '999999999. ',
]

test('no text whatever gives an element, an attribute or an address outside the list', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'binary' }), verifier), { numRuns: 2000 })
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (morceaux) => verifier(morceaux.join(''))),
    { numRuns: 6000 },
  )
})

test('the check of this test sees what it must see', () => {
  for (const faux of ['<script>', '<a onclick="x">', '<a href="javascript:x">', '<img src="https://x.fr/a">', '<p'])
    assert.throws(() => examiner(faux, 'itself'), faux)
})

test('what editors write comes out as they mean it, titles under the title of the page', () => {
  assert.equal(rendre('# Un\n\n## Deux').replace(/\s*\n\s*/g, ''), '<h2>Un</h2><h3>Deux</h3>')
  assert.match(rendre('Oui ! **gras** et *penché*'), /Oui\u00a0! <strong>gras<\/strong> et <em>penché<\/em>/)
  assert.match(rendre('- un\n- deux'), /<ul>\s*<li>un<\/li>\s*<li>deux<\/li>\s*<\/ul>/)
  assert.match(rendre('| A | B |\n|---|:-:|\n| 1 | 2 |'), /<th scope="col">A<\/th>.*<td>2<\/td>/s)
  assert.match(
    rendre('[Éduscol](https://eduscol.education.fr/x)'),
    /rel="external noopener noreferrer"\s*>Éduscol<span class="fr-sr-only"> \(autre site\)/,
  )
  assert.match(rendre('[Le pôle](/le-pole)'), /<a href="\/le-pole">Le pôle<\/a>/)
  assert.match(rendre('![Une cour](fichier:1)'), /<img src="\/f\/1" alt="Une cour" loading="lazy" \/>/)
  assert.match(rendre('![Une cour](fichier:2)'), /<p>Une cour<\/p>/)
  assert.match(rendre('![Ailleurs](https://exemple.fr/a.png)'), /<p>Ailleurs<\/p>/)
})

test('what is refused keeps its words', () => {
  assert.equal(rendre('[clic](javascript:alert(1))').includes('href'), false)
  assert.match(rendre('<b>pas gras</b>'), /&lt;b&gt;pas gras&lt;\/b&gt;/)
  assert.match(rendre('[x](//mechant.example)'), /<p>x<\/p>/)
})

test('the outward addresses of a text, each once', () => {
  assert.deepEqual(
    liensDehors(
      '[a](https://exemple.fr/1) [b](https://exemple.fr/1) [c](/ici) <https://exemple.org> [d](javascript:x) `[e](https://non.fr)`',
    ),
    ['https://exemple.fr/1', 'https://exemple.org/'],
  )
})

test('a text nested without end is drawn, and quickly', () => {
  const debut = performance.now()
  for (const piece of ['> ', '- ', '[', '**', '![', '<', '`', '(', '| ']) rendre(piece.repeat(20_000))
  assert.ok(performance.now() - debut < 5_000)
})
