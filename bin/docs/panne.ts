import { directionDe, html, LANGUES, textesPage, urlNumero, type Html, type Langue } from '#ui'
import { ERREURS } from '../../src/erreurs.textes.ts'

/** Nothing of ours answers when this page is shown: everything that it needs is in it. */
const STYLE = `body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#1e2333;background:#fff}
section{border-block-start:1px solid #666;padding-block:1rem}section:first-child{border:0}
ul{list-style:none;padding:0}li{margin-block:.75rem}a{color:#1c3f94;font-weight:700;font-size:1.25rem}
@media (prefers-color-scheme:dark){body{color:#eef;background:#161a28}a{color:#b7c8ff}}`

const partie = (langue: Langue): Html => {
  const { titre, texte } = ERREURS[langue].indisponible
  const { urgences } = textesPage(langue)
  return html`<section lang="${langue}" dir="${directionDe(langue)}">
<h${langue === 'fr' ? '1' : '2'}>${titre}</h${langue === 'fr' ? '1' : '2'}>
<p>${texte}</p>
<p><strong>${urgences.titre}</strong> ${urgences.texte}</p>
<ul>
${urgences.numeros.map(
  (n) =>
    html`<li>
      <a href="${urlNumero(n)}"><bdi dir="ltr">${n.numero}</bdi> ${n.nom}</a><br />${n.pour}
    </li> `,
)}</ul>
</section>
`
}

/** What the proxy shows when Préau does not answer: never an empty page in English, always the numbers. */
export const panne = (): string =>
  html`<!doctype html>
    <!-- Engendré par « preau docs ». Ne pas modifier à la main. -->
    <html lang="fr">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <title>${ERREURS.fr.indisponible.titre}</title>
      <style>
        ${STYLE}
      </style>
      <main>${LANGUES.map(partie)}</main>
    </html> `.toString()
