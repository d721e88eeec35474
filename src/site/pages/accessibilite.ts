import { html, type Html } from '#ui'

/**
 * The declaration that the RGAA 4.1.2 asks for. Honest: no external audit yet, so « non conforme » is the only statement that it
 * allows; what our own tests do is said as what it is.
 */
export const accessibilite: { titre: string; contenu: Html } = {
  titre: 'Accessibilité',
  contenu: html`<h1>Accessibilité : non conforme</h1>
    <p>
      L’académie s’engage à rendre ce site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette
      déclaration s’applique à toutes les pages de ce site, celles des familles et celles des agents.
    </p>
    <h2>État de conformité</h2>
    <p>
      Ce site n’est <strong>pas en conformité</strong> avec le référentiel général d’amélioration de l’accessibilité (RGAA),
      version 4.1.2 : aucun audit extérieur n’a encore été mené, et le référentiel demande dans ce cas de l’écrire, quel que soit
      le soin apporté.
    </p>
    <h2>Résultats des tests</h2>
    <p>Sans audit, aucun taux ne peut être donné. Voici ce que nous vérifions nous-mêmes :</p>
    <ul>
      <li>
        À chaque modification, un contrôle automatique (axe) passe sur les pages publiques et sur celles des agents, en clair et
        en sombre, au téléphone ; les contrastes sont calculés ; aucune page ne dépasse la largeur du téléphone, et les boutons et
        les champs y ont la taille d’un doigt. Un tel contrôle ne trouve qu’une partie des défauts.
      </li>
      <li>Les parcours se font en entier sans JavaScript, sur un écran de 320 pixels de large.</li>
      <li>Les écrans les plus chargés des agents se traversent au clavier seul, le repère toujours visible.</li>
      <li>Les questions sont écrites avec des mots simples ; aucune information ne passe par la couleur seule.</li>
      <li>Chaque photo publiée a une description, exigée par la base elle-même ; la carte a son tableau.</li>
    </ul>
    <h2>Ce qui n’est pas accessible</h2>
    <ul>
      <li>Pas de version en langue des signes, ni en facile à lire et à comprendre (FALC) relue par des personnes concernées.</li>
      <li>La lecture à voix haute dépend de la voix du navigateur, et n’existe pas sur toutes les pages.</li>
      <li>
        Pas de relecture par des enfants, ni d’essai avec des lecteurs d’écran par des personnes qui s’en servent chaque jour.
      </li>
      <li>
        Un film n’est publié qu’avec sa transcription ou ses sous-titres : beaucoup n’ont que l’une des deux. Un document PDF est
        publié avec son texte, ou s’il se dit balisé ; la justesse de ses balises n’est pas vérifiée.
      </li>
      <li>La qualité des descriptions de photos dépend de ceux qui les écrivent.</li>
    </ul>
    <h2>Schéma pluriannuel et plan d’action</h2>
    <p>
      La loi demande à l’académie un schéma sur trois ans et un plan d’action pour l’année. Les siens ne sont pas encore publiés.
      Pour ce site, ce qui reste à faire est dans cet ordre :
    </p>
    <ol>
      <li>un audit du RGAA par quelqu’un d’extérieur, avant l’ouverture, puis une nouvelle déclaration ;</li>
      <li>
        des essais par des personnes qui se servent chaque jour d’un lecteur d’écran, d’un clavier seul ou d’un agrandisseur ;
      </li>
      <li>une relecture par des enfants, et des textes en facile à lire et à comprendre relus par des personnes concernées ;</li>
      <li>une version en langue des signes du parcours pour raconter.</li>
    </ol>
    <h2>Établissement de cette déclaration</h2>
    <p>Elle a été établie le 28 novembre 2026, par l’équipe qui fait ce site, sur sa propre évaluation.</p>
    <ul>
      <li>Technologies : HTML, CSS, SVG, JavaScript (facultatif).</li>
      <li>Environnement des tests : Chromium sous Linux, au clavier, avec et sans JavaScript.</li>
      <li>Outils : axe-core, calcul des contrastes de chaque paire de couleurs.</li>
      <li>
        Pages vérifiées : accueil, signaler, suivre, questions, élèves, parents, personnels, temps forts, journée nationale, pôle,
        ressources, aide, pages légales ; pour les agents : bureau, revue, charge, absences, agenda, boîte, signalement, toutes
        les parties d’un dossier, demandes d’appui, réglages, actions, import, bilan, rédaction des ressources, administration,
        journal, compte. Chaque page est vérifiée comme elle s’ouvre ; ce qu’elle répond après un envoi ou un refus ne l’est que
        sur les parcours les plus suivis.
      </li>
    </ul>
    <h2>Vous n’arrivez pas à utiliser une page ?</h2>
    <p>
      Appelez le 3018 (tous les jours, de 9 h à 23 h) ou parlez à un adulte de l’école : il peut écrire pour vous. Pour nous
      signaler le problème et obtenir l’information autrement, écrivez au <a href="/le-pole#joindre">pôle de l’académie</a>.
    </p>
    <h2>Voies de recours</h2>
    <p>
      Si vous nous avez signalé un défaut qui vous empêche d’accéder à un contenu et que vous n’avez pas eu de réponse, vous
      pouvez :
    </p>
    <ul>
      <li>
        écrire au <a href="https://formulaire.defenseurdesdroits.fr/" rel="noreferrer external">Défenseur des droits</a> (autre
        site) ;
      </li>
      <li>
        contacter son délégué dans votre région :
        <a href="https://www.defenseurdesdroits.fr/saisir/delegues" rel="noreferrer external">trouver un délégué</a> (autre site)
        ;
      </li>
      <li>lui écrire par la poste, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.</li>
    </ul>`,
}
