import QRCode from 'qrcode'
import { alerte, champTexte, codeMots, encart, html, numerosUrgence, prefixeDe, textesPage, type Html, type Langue } from '#ui'
import { cadrePublic, FORMULAIRE } from '../cadre.ts'
import { ecrireCode, formaterCode, lireMot, plier } from '../code/code.ts'
import { textes, tutoie, type Registre } from '../textes/index.ts'
import { parleDeMourir, type Reponses } from './brouillon.ts'

interface Vue {
  langue: Langue
  brouillon: string
  secret: Uint8Array
  registre: Registre
}

const SCRIPTS = ['etapes.js', 'rappel.js', 'copier.js', 'imprimer.js', 'lire.js']

const formulaire = (v: Vue, dedans: Html): Html =>
  html`<form method="post" action="${prefixeDe(v.langue)}/signaler" id="${FORMULAIRE}" class="preau-form" data-fini>
    <input type="hidden" name="brouillon" value="${v.brouillon}" />${dedans}
  </form>`
const boutonVers = (vers: string, libelle: string, classe = ''): Html =>
  html`<button type="submit" name="vers" value="${vers}" class="fr-btn ${classe}">${libelle}</button>`

/** Sent: the code, shown here and on no later page; what happens next. */
export function pageCode(v: Vue & { r: Reponses }): Html {
  const t = textes(v.langue, v.registre).fin
  const titre = tutoie(v.registre) ? t.titre : t.titreVous
  const contenu = html`<h1>${titre}</h1>
    ${v.r.danger === 'oui' ? html`${alerte({ type: 'attention', titre: t.numerosDanger, niveau: 2 })}${numerosUrgence(textesPage(v.langue).urgences.numeros)}` : ''}
    ${parleDeMourir(v.r) && encart({ icone: 'bouclier', texte: textes(v.langue, v.registre).quoi.mourir })}
    ${v.r.contact === 'aucun' ? html`<p>${t.sansCode}</p>` : code(v)}
    <h2>${t.ensuite}</h2>
    <ol class="preau-suite">
      ${(v.r.contact === 'aucun' ? t.etapesSansReponse : t.etapes).map((e) => html`<li>${e}</li>`)}
    </ol>
    ${formulaire(
      v,
      html`<div class="preau-form__suite">
        ${v.r.contact === 'aucun' ? '' : boutonVers('verification', textes(v.langue, v.registre).fin.verifier, 'fr-btn--lg')}
        ${boutonVers('terminer', t.terminer, 'fr-btn--tertiary')}
      </div>`,
    )}`
  return cadrePublic({
    langue: v.langue,
    titre: textes(v.langue, v.registre).commun.titre,
    contenu,
    chemin: '/signaler',
    script: SCRIPTS,
    entree: 'revoir',
  })
}

/** The mask and the kind of segment are given: looking for the best ones took four fifths of the time of this page. */
const QR = { errorCorrectionLevel: 'M', maskPattern: 3 } as const

/** A run of white squares, then of black ones: few differ, and a picture has three hundred. */
const passes: string[] = []
const passer = (blancs: number, noirs: number): string => (passes[blancs * 256 + noirs] ??= `m${blancs} 0h${noirs}`)

/** Left white around the picture (ISO/IEC 18004), without which a camera may not find it on a dark page. */
const MARGE = 4

/**
 * In capitals without accents: some cameras misread accents, and capitals make larger squares. Each run of black squares is one
 * stroke; a black square of the library is a 1.
 */
function dessin(texte: string, dit: string): Html {
  const { size, data } = QRCode.create([{ data: texte.toUpperCase(), mode: 'alphanumeric' }], QR).modules
  const traits: string[] = []
  for (let y = 0; y < size; y++) {
    traits.push(`M0 ${y}`)
    for (let x = 0; x < size;) {
      const blanc = x
      while (x < size && data[y * size + x] !== 1) x++
      const noir = x
      while (x < size && data[y * size + x] === 1) x++
      if (x > noir) traits.push(passer(noir - blanc, x - noir))
    }
  }
  const cote = size + 2 * MARGE
  return html`<svg
    role="img"
    aria-label="${dit}"
    width="${5 * cote}"
    height="${5 * cote}"
    viewBox="-${MARGE} -${MARGE + 0.5} ${cote} ${cote}"
    shape-rendering="crispEdges"
  >
    <path stroke="#000" d="${traits.join('')}" />
  </svg>`
}

function code(v: Vue): Html {
  const t = textes(v.langue, v.registre).fin
  const mots = ecrireCode(v.secret)
  // The words alone: an address in the picture would be opened, kept in a history, and say where one has been.
  return html`<h2 id="code-titre">${t.code}</h2>
    <p>${t.note}</p>
    ${codeMots({ id: 'code', mots, copier: { libelle: t.copier, fait: t.copie }, imprimer: t.imprimer })}
    <ul>
      ${t.conseils.map((x) => html`<li>${x}</li>`)}
    </ul>
    <details class="preau-qr">
      <summary>${t.qr}</summary>
      ${dessin(plier(formaterCode(mots)), t.qr)}
    </details>`
}

/** The two words asked: always the same ones for one code, so that a wrong answer does not draw others. */
const rangs = (secret: Uint8Array): [number, number] => {
  const a = secret[0]! % 4
  return [a, 4 + (secret[1]! % 4)]
}

interface VueVerification extends Vue {
  etat: 'question' | 'rate' | 'bravo'
  saisis: readonly string[]
}

export function pageVerification(v: VueVerification): Html {
  const t = textes(v.langue, v.registre).verification
  const [a, b] = rangs(v.secret)
  const champ = (nom: string, rang: number, i: number): Html =>
    champTexte({ nom, libelle: t.mot(rang + 1), valeur: v.saisis[i] ?? '', sansCorrection: true, largeur: 'moyen' })
  const dedans =
    v.etat === 'bravo'
      ? html`${encart({ icone: 'coche', titre: t.bravo, balise: 'h2', texte: textes(v.langue, v.registre).fin.etapes[1]! })}
          <div class="preau-form__suite">${boutonVers('terminer', textes(v.langue, v.registre).fin.terminer, 'fr-btn--lg')}</div>`
      : html`${v.etat === 'rate' ? alerte({ type: 'attention', titre: t.rate, niveau: 2 }) : ''}${champ('mot1', a, 0)}${champ('mot2', b, 1)}
          <div class="preau-form__suite">
            ${boutonVers('verifier', t.verifier, 'fr-btn--lg')}${boutonVers('revoir', t.revoir, 'fr-btn--tertiary')}
          </div>`
  return cadrePublic({
    langue: v.langue,
    titre: textes(v.langue, v.registre).commun.titre,
    chemin: '/signaler',
    entree: 'verifier',
    script: SCRIPTS,
    contenu: html`<h1>${v.etat === 'bravo' ? t.bravo : t.question}</h1>
      ${formulaire(v, dedans)}`,
  })
}

/** Are these the two words, give or take one typing error? */
pageVerification.juste = (secret: Uint8Array, saisis: readonly string[]): boolean => {
  const mots = ecrireCode(secret)
  return rangs(secret).every((rang, i) => lireMot(saisis[i] ?? '') === mots[rang])
}
