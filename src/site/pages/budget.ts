import { html, type Html } from '#ui'

/** What the State’s standards ask to publish twice a year. The figures are the académie’s to give: none is made up here. */
export const budget: { titre: string; contenu: Html } = {
  titre: 'Budget',
  contenu: html`<h1>Budget</h1>
    <p class="fr-text--lead">L’académie n’a pas encore publié ce que ce service coûte.</p>
    <p>Elle le dira ici deux fois par an :</p>
    <ul>
      <li>les personnes qui le font vivre, en équivalent temps plein ;</li>
      <li>l’hébergement et les sauvegardes ;</li>
      <li>les audits de sécurité et d’accessibilité ;</li>
      <li>le reste, avec ce que c’est.</li>
    </ul>
    <p>Le logiciel est libre et ne coûte rien à l’usage. Il n’appelle aucun service payant.</p>
    <p><a href="/le-pole#joindre">Poser une question au pôle</a></p>`,
}
