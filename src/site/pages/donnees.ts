import { html, type Html } from '#ui'

/** What becomes of what is told: first for a child, then for an adult who wants the law (RGPD art. 12 to 14). */
export const donnees: { titre: string; contenu: Html } = {
  titre: 'Tes données',
  contenu: html`<h1>Ce que devient ce que tu racontes</h1>
    <section aria-labelledby="enfant">
      <h2 id="enfant">Pour les enfants et les ados</h2>
      <ul>
        <li>Tu n’as pas à donner ton nom. On ne te demande jamais ton adresse, ta santé, ta religion, qui tu aimes.</li>
        <li>On ne garde pas le numéro de ton téléphone ou de ton ordinateur. Il n’y a pas de cookie.</li>
        <li>Ce que tu écris est enfermé avec une clé. Seuls les adultes qui doivent t’aider peuvent l’ouvrir.</li>
        <li>Chaque fois qu’un adulte ouvre ton message, c’est noté.</li>
        <li>Avec ton code, tu peux relire, ajouter, et dire que tu ne veux plus de mail.</li>
        <li>Si tu es en danger, on devra prévenir des adultes pour te protéger. On te le dira.</li>
        <li>Les mots de ton code ne sont écrits nulle part chez nous. Si tu les perds, personne ne peut les retrouver.</li>
      </ul>
    </section>
    <section aria-labelledby="adulte">
      <h2 id="adulte">Pour les adultes</h2>
      <h3>Pourquoi, et sur quelle base</h3>
      <p>
        Le traitement sert à recueillir et à suivre les situations de harcèlement présumé entre élèves. Il répond à une mission
        d’intérêt public (RGPD, article 6, 1, e ; code de l’éducation, article L. 111-6). Il ne repose pas sur le consentement.
      </p>
      <h3>Qui lit</h3>
      <p>
        Le niveau qui tient la situation (établissement, circonscription, département ou académie) et les niveaux au-dessus,
        chacun selon son mandat. Jamais les autres familles ni les élèves. Chaque lecture est enregistrée.
      </p>
      <h3>Comment c’est protégé</h3>
      <p>
        Récits, noms, messages et images sont chiffrés, avec une clé par signalement. L’adresse IP n’est jamais enregistrée avec
        un signalement. Le lieu et la date cachés dans les images sont enlevés.
      </p>
      <h3>Combien de temps</h3>
      <p>
        Les durées sont fixées par l’académie avec son délégué à la protection des données. L’adresse mail éventuelle est effacée
        à la fin de l’échange ; les images d’un envoi interrompu, en un jour : d’ici là, seule la page restée ouverte peut les
        ouvrir.
      </p>
      <h3>Vos droits</h3>
      <p>
        Accès, rectification, limitation, opposition : écrivez au délégué à la protection des données de l’académie. Vous pouvez
        aussi saisir la <abbr title="Commission nationale de l’informatique et des libertés">CNIL</abbr>.
      </p>
    </section>`,
}
