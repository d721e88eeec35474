import { html, type Html } from '#ui'

/** Honest: no external audit yet, so « non conforme » is the only statement that the RGAA allows. */
export const accessibilite: { titre: string; contenu: Html } = {
  titre: 'Accessibilité',
  contenu: html`<h1>Accessibilité : non conforme</h1>
    <p>
      Aucun audit extérieur n’a encore été mené : le référentiel (RGAA 4.1.2) demande dans ce cas d’écrire « non conforme », quel
      que soit le soin apporté.
    </p>
    <h2>Ce qui est fait et vérifié</h2>
    <ul>
      <li>Tout le parcours se fait au clavier, sans JavaScript, sur un écran de 320 pixels et avec un zoom de 200 %.</li>
      <li>
        À chaque modification, un contrôle automatique (axe) passe sur les pages, en clair et en sombre, et les contrastes sont
        calculés.
      </li>
      <li>Les questions sont écrites avec des mots simples ; aucune information ne passe par la couleur seule.</li>
    </ul>
    <h2>Ce qui manque</h2>
    <ul>
      <li>Un audit complet par une personne extérieure.</li>
      <li>
        Une version en langue des signes, une lecture à voix haute, une relecture par des enfants et par des personnes en
        situation de handicap.
      </li>
    </ul>
    <h2>Vous n’arrivez pas à utiliser une page ?</h2>
    <p>
      Appelez le 3018 (tous les jours, de 9 h à 23 h) ou parlez à un adulte de l’école : il peut écrire pour vous. Pour nous
      signaler le problème, écrivez au pôle de votre académie. Sans réponse, vous pouvez saisir le
      <a href="https://formulaire.defenseurdesdroits.fr/" rel="noreferrer">Défenseur des droits</a>.
    </p>`,
}
