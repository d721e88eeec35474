import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as ui from './index.ts'
import { serre } from './serre.ts'

/** The documented case of a component and its exact markup. */
const cas = (nom: string, rendu: () => ui.Html | undefined, attendu: string) =>
  test(nom, () => assert.equal(serre(rendu()), attendu))

cas(
  'bouton: a precision tells alike buttons apart',
  () => ui.bouton({ libelle: 'Retirer', precision: 'le nom', variante: 'danger', petit: true, nom: 'verbe', valeur: 'retirer' }),
  '<button type="submit" class="fr-btn preau-btn--danger fr-btn--sm" name="verbe" value="retirer"><span>Retirer <span class="fr-sr-only">le nom</span></span></button>',
)
cas(
  'bouton: an icon after the words',
  () => ui.bouton({ libelle: 'Continuer', icone: 'fleche', iconeApres: true }),
  '<button type="submit" class="fr-btn preau-btn--icone"><span>Continuer</span><svg></button>',
)
cas(
  'lienBouton',
  () => ui.lienBouton({ libelle: 'Revenir', url: '/a?b=1&c=2', variante: 'secondaire' }),
  '<a class="fr-btn fr-btn--secondary" href="/a?b=1&amp;c=2"><span>Revenir</span></a>',
)
cas(
  'groupeBoutons leaves out what is not offered',
  () => ui.groupeBoutons([ui.bouton({ libelle: 'A' }), false, undefined]),
  '<ul class="fr-btns-group fr-btns-group--inline-md"><li><button type="submit" class="fr-btn"><span>A</span></button></li></ul>',
)

cas(
  'resumeErreurs links to the fields',
  () => ui.resumeErreurs('À corriger', [{ champ: 'ville', message: 'Vide.' }, { message: 'Trop.' }]),
  '<div class="fr-alert fr-alert--error preau-resume" role="alert" tabindex="-1" data-focus><svg><div><h2 class="fr-alert__title">À corriger</h2><ul><li><a href="#ville">Vide.</a></li><li>Trop.</li></ul></div></div>',
)
cas('resumeErreurs without error is nothing', () => ui.resumeErreurs('À corriger', []), '')
cas(
  'alerte with a title',
  () => ui.alerte({ type: 'attention', titre: 'T', texte: 'x' }),
  '<div class="fr-alert fr-alert--warning"><svg><div><h3 class="fr-alert__title">T</h3><div class="preau-alerte__texte">x</div></div></div>',
)
cas(
  'alerte without',
  () => ui.alerte({ type: 'succes', texte: '<x>' }),
  '<div class="fr-alert fr-alert--success fr-alert--sm"><svg><div><div class="preau-alerte__texte">&lt;x&gt;</div></div></div>',
)
cas(
  'banniere of success tells the script that the form was received',
  () => ui.banniere({ type: 'succes', texte: 'Fait.' }),
  '<div class="fr-notice fr-notice--success" role="status" data-envoye><div class="fr-container"><div class="fr-notice__body"><svg><p class="fr-notice__title">Fait.</p></div></div></div>',
)
cas(
  'banniere of refusal keeps the draft',
  () => ui.banniere({ type: 'erreur', texte: 'Non.' }),
  '<div class="fr-notice fr-notice--error" role="alert"><div class="fr-container"><div class="fr-notice__body"><svg><p class="fr-notice__title">Non.</p></div></div></div>',
)

cas('badge', () => ui.badge({ libelle: 'Lu' }), '<span class="fr-badge">Lu</span>')
cas(
  'badge with a tone and an icon',
  () => ui.badge({ libelle: 'Retard', ton: 'erreur', icone: 'alerte' }),
  '<span class="fr-badge fr-badge--error"><svg>Retard</span>',
)
cas('etiquette', () => ui.etiquette({ libelle: 'X' }), '<span class="fr-tag">X</span>')
cas(
  'etiquette that one takes away',
  () => ui.etiquette({ libelle: 'X', url: '/x', retirer: 'Retirer' }),
  '<a class="fr-tag fr-tag--dismiss" href="/x"><span class="fr-sr-only">Retirer </span>X<svg></a>',
)
cas('iconeTexte', () => ui.iconeTexte('oeil', 'Lu'), '<span class="preau-icone-texte"><svg><span>Lu</span></span>')

cas(
  'carte',
  () => ui.carte({ titre: 'T', url: '/x', texte: 'y', icone: 'message', haut: 'h', pied: 'p' }),
  '<div class="fr-card fr-enlarge-link preau-carte--icone"><span class="preau-carte__icone"><svg></span><div class="fr-card__body"><div class="fr-card__start">h</div><h3 class="fr-card__title"><a href="/x">T</a></h3><div class="fr-card__desc">y</div><div class="fr-card__footer">p</div></div></div>',
)
cas(
  'encart',
  () => ui.encart({ titre: 'T', balise: 'h2', texte: 'x' }),
  '<div class="fr-callout"><div><h2 class="fr-callout__title">T</h2><div class="fr-callout__text">x</div></div></div>',
)
cas(
  'accordeon',
  () => ui.accordeon({ titre: 'T', contenu: 'x', ouvert: true }),
  '<details class="fr-accordion" open><summary class="fr-accordion__btn"><svg><span>T</span></summary><div class="fr-collapse">x</div></details>',
)
cas(
  'definitionListe',
  () => ui.definitionListe([{ terme: 'T', definition: 'D', action: { libelle: 'Modifier', precision: 'T', url: '/m' } }]),
  '<dl class="preau-definitions"><div><dt>T</dt><dd>D</dd><dd class="preau-definitions__action"><a href="/m">Modifier<span class="fr-sr-only">T</span></a></dd></div></dl>',
)
cas(
  'vide',
  () => ui.vide({ titre: 'Rien', texte: 'x' }),
  '<div class="preau-vide"><svg><p class="preau-vide__titre">Rien</p><p>x</p></div>',
)
cas(
  'chiffre: zero is a figure',
  () => ui.chiffre({ valeur: 0, libelle: 'en retard', url: '/r', ton: 'erreur' }),
  '<a class="preau-chiffre preau-chiffre--erreur" href="/r"><span class="preau-chiffre__valeur">0</span><span>en retard</span></a>',
)
cas(
  'tableau',
  () =>
    ui.tableau({
      legende: 'L',
      legendeMasquee: true,
      colonnes: [
        { libelle: 'N', tri: { url: '/t', sens: 'croissant' } },
        { libelle: 'C', fin: true },
      ],
      lignes: [{ cellules: ['a', 3], accent: 'erreur' }],
    }),
  '<div class="fr-table"><table role="table"><caption class="fr-sr-only">L</caption><thead role="rowgroup"><tr role="row"><th scope="col" aria-sort="ascending"><a class="preau-tri" href="/t">N</a></th><th scope="col" class="preau-fin">C</th></tr></thead><tbody role="rowgroup"><tr role="row" class="preau-ligne--erreur"><th scope="row" role="rowheader" data-label="N">a</th><td role="cell" class="preau-fin" data-label="C"><div>3</div></td></tr></tbody></table></div>',
)

const numero = (n: number) =>
  `<li><a class="fr-pagination__link" href="/l?p=${n}"><span class="fr-sr-only">Page </span>${n}</a></li>`
cas(
  'pagination',
  () => ui.pagination({ page: 4, pages: 9, url: (n) => `/l?p=${n}` }),
  `<nav class="fr-pagination" aria-label="Pagination"><ul class="fr-pagination__list"><li><a class="fr-pagination__link fr-pagination__link--prev" href="/l?p=3" rel="prev"><svg><span>Précédente</span></a></li>${numero(1)}<li><span class="fr-pagination__link" aria-hidden="true">…</span></li>${numero(3)}<li><a class="fr-pagination__link" aria-current="page"><span class="fr-sr-only">Page </span>4</a></li>${numero(5)}<li><span class="fr-pagination__link" aria-hidden="true">…</span></li>${numero(9)}<li><a class="fr-pagination__link fr-pagination__link--next" href="/l?p=5" rel="next"><span>Suivante</span><svg></a></li></ul></nav>`,
)
cas('pagination of one page is nothing', () => ui.pagination({ page: 1, pages: 1, url: () => '/' }), '')
cas(
  'filAriane',
  () => ui.filAriane([{ libelle: 'A', url: '/' }, { libelle: 'B' }]),
  '<nav class="fr-breadcrumb" aria-label="Fil d’Ariane"><ol class="fr-breadcrumb__list"><li><a class="fr-breadcrumb__link" href="/">A</a></li><li><span class="fr-breadcrumb__link" aria-current="page">B</span></li></ol></nav>',
)
cas(
  'etapes',
  () => ui.etapes({ numero: 2, total: 3, etat: 'Étape 2 sur 3' }),
  '<div class="fr-stepper"><p class="fr-stepper__state">Étape 2 sur 3</p><div class="fr-stepper__steps" aria-hidden="true"><span class="fait"></span><span class="fait"></span><span></span></div></div>',
)
cas(
  'filtres',
  () =>
    ui.filtres({
      url: '/l',
      champs: [ui.champTexte({ nom: 'q', libelle: 'École' })],
      gardes: { tri: 'x' },
      actifs: [{ libelle: '31', url: '/l?tri=x' }],
    }),
  '<form class="preau-filtres" method="get" action="/l" role="search" aria-label="Filtrer la liste"><div class="preau-filtres__champs"><div class="fr-input-group"><label class="fr-label" for="q">École</label><input class="fr-input" type="text" id="q" name="q" autocomplete="off" dir="auto"></div><input type="hidden" name="tri" value="x"><button type="submit" class="fr-btn preau-btn--icone"><svg><span>Filtrer</span></button></div><ul class="fr-tags-group" aria-label="Filtres actifs"><li><a class="fr-tag fr-tag--dismiss" href="/l?tri=x"><span class="fr-sr-only">Retirer le filtre </span>31<svg></a></li><li><a class="preau-filtres__tout" href="/l">Tout effacer</a></li></ul></form>',
)

const hier = { iso: '2026-11-21T10:00', libelle: 'Hier' }
cas(
  'chronologie',
  () => ui.chronologie([{ quand: hier, titre: 'T', par: 'P', texte: 'x', ton: 'info', avenir: true }], 'H'),
  '<ol class="preau-chronologie" aria-label="H"><li class="preau-ton--info avenir"><span class="preau-chronologie__point"><svg></span><div><p class="preau-chronologie__quand"><time datetime="2026-11-21T10:00">Hier</time>· P</p><p class="preau-chronologie__titre">T</p><div class="preau-chronologie__texte">x</div></div></li></ol>',
)
cas(
  'filMessages',
  () =>
    ui.filMessages([
      { auteur: 'Toi', quand: hier, texte: ui.paragraphes('x'), moi: true },
      { auteur: 'La CPE', quand: hier, texte: 'y', moi: false },
    ]),
  '<ol class="preau-fil"><li class="preau-message preau-message--moi"><p class="preau-message__qui"><strong>Toi</strong><span><time datetime="2026-11-21T10:00">Hier</time></span></p><div class="preau-message__texte"><p dir="auto">x</p></div></li><li class="preau-message"><p class="preau-message__qui"><strong>La CPE</strong><span><time datetime="2026-11-21T10:00">Hier</time></span></p><div class="preau-message__texte">y</div></li></ol>',
)
cas(
  'codeMots: what needs script waits for it',
  () => ui.codeMots({ id: 'c', mots: ['un', 'deux'], copier: { libelle: 'Copier', fait: 'Copié' } }),
  '<div class="preau-code"><p class="preau-code__mots" id="c" lang="fr" dir="ltr" translate="no"><span>un</span><span>deux</span></p><div class="preau-code__actions"><button type="button" class="fr-btn fr-btn--secondary preau-btn--icone preau-js" data-copier="#c" data-copie="Copié"><svg><span>Copier</span></button></div></div>',
)
cas(
  'boutonImprimer',
  () => ui.boutonImprimer('Imprimer'),
  '<button type="button" class="fr-btn fr-btn--secondary preau-btn--icone preau-js" data-imprimer><svg><span>Imprimer</span></button>',
)
cas(
  'enTete',
  () => ui.enTete({ titre: 'T', surtitre: 'S', badges: [ui.badge({ libelle: 'B' })] }),
  '<div class="preau-tete"><div><p class="preau-tete__surtitre">S</p><h1>T</h1><p class="fr-badges-group"><span class="fr-badge">B</span></p></div></div>',
)
cas('abri', () => ui.abri('x'), '<div class="preau-abri">x</div>')
cas(
  'numerosUrgence: spaces are for the eye, not for the call',
  () => ui.numerosUrgence([{ numero: '0\u00a0800 235', nom: 'N', pour: 'P' }]),
  '<ul class="preau-numeros"><li><a class="preau-numero" href="tel:0800235"><svg><span><strong dir="ltr">0 800 235</strong>N</span></a><span class="preau-numeros__pour">P</span></li></ul>',
)

test('the code’s words stay apart when they are copied as one text', () => {
  const texte = String(ui.codeMots({ id: 'c', mots: ['un', 'deux', 'trois'] }))
    .replaceAll(/<[^>]+>/g, '')
    .trim()
  assert.equal(texte.replaceAll(/\s+/g, ' '), 'un deux trois')
})

test('each drawing is hidden from screen readers and out of the keyboard’s way', () => {
  for (const nom of ui.nomsIcones)
    assert.match(
      String(ui.icone(nom)),
      /^<svg class="preau-icone[^>]* aria-hidden="true" focusable="false">\s*<(path|circle|rect)/,
      nom,
    )
})
