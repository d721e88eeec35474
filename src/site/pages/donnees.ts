import { html, typoProfond, type Html } from '#ui'
import { fr } from '../textes/fr.ts'

const vie = typoProfond(fr.vie)

/**
 * What becomes of what is told: first for a child, then for an adult who wants the law (RGPD art. 12 to 14). Each sentence is
 * held by docs/securite.md: what is not protected is said too.
 */
export const donnees: { titre: string; contenu: Html } = {
  titre: 'Tes données',
  contenu: html`<h1>${vie.titre}</h1>
    <section class="preau-prose" aria-labelledby="enfant">
      <h2 id="enfant">${vie.intro}</h2>
      <ul>
        ${vie.phrases.map((x) => html`<li>${x}</li>`)}
      </ul>
    </section>
    <section class="preau-prose" aria-labelledby="adulte">
      <h2 id="adulte">Pour les adultes</h2>
      <h3>Pourquoi, et sur quelle base</h3>
      <p>
        Le traitement sert à recueillir et à suivre les situations de harcèlement présumé entre élèves. Il répond à une mission
        d’intérêt public (RGPD, article 6, 1, e ; code de l’éducation, article L. 111-6). Il ne repose pas sur le consentement,
        sauf pour les photos des actions et pour le nom des membres du pôle qui ont accepté de paraître : là, il se retire à tout
        moment.
      </p>
      <h3>Qui en répond</h3>
      <p>
        L’académie, par son recteur ou sa rectrice. Pour vos droits, écrivez au délégué à la protection des données de l’académie,
        par le <a href="/le-pole#joindre">pôle</a> ou par le rectorat.
      </p>
      <h3>Qui lit</h3>
      <p>
        Le niveau qui tient la situation (établissement, circonscription, département ou académie) et les niveaux au-dessus,
        chacun selon son mandat. Si un adulte de l’école est mis en cause, l’école ne lit pas. Jamais les autres familles ni les
        élèves. Chaque lecture est enregistrée. Rien n’est transmis à un tiers, ni hors de l’Union européenne, par ce site.
      </p>
      <h3>Comment c’est protégé, et ce qui ne l’est pas</h3>
      <p>
        Récits, noms, messages et images sont chiffrés, avec une clé par signalement et par dossier. L’adresse IP n’est jamais
        enregistrée avec un signalement. Le lieu et la date cachés dans les images sont enlevés.
      </p>
      <p>
        Ce qui sert à trier reste lisible par qui aurait volé la base : l’établissement, les dates, le type de faits. Qui tient à
        la fois la base et le fichier des clés peut tout lire. Une sauvegarde garde quelque temps ce qui a été effacé. Un
        opérateur, ou une école qui filtre, voit que ce site est visité, pas ce qui s’y écrit.
      </p>
      <h3>Les photos des actions</h3>
      <p>
        Elles ne sont publiées que si personne n’est reconnaissable, ou si l’école atteste qu’elle garde l’accord écrit de chacun
        (pour un mineur, celui de ses responsables légaux). Retirer une photo l’efface du site à l’instant, sans raison à donner.
        Nous ne pouvons rien contre une copie que quelqu’un aurait déjà faite.
      </p>
      <h3>Combien de temps</h3>
      <p>
        Les durées sont fixées par l’académie avec son délégué à la protection des données. L’adresse mail éventuelle est effacée
        à la fin de l’échange ; les images d’un envoi interrompu, en un jour : d’ici là, seule la page restée ouverte peut les
        ouvrir.
      </p>
      <h3>Mesure d’audience, cookies</h3>
      <p>
        Aucune mesure d’audience, aucun traceur, aucun contenu venu d’un autre site. Le seul cookie est celui des agents
        connectés, nécessaire à leur session. Le journal technique ne contient ni adresse IP, ni nom, ni texte.
      </p>
      <h3>Vos droits</h3>
      <p>
        Accès, rectification, limitation, opposition ; retrait de l’accord pour une photo. Écrivez au délégué à la protection des
        données de l’académie. Vous pouvez aussi saisir la
        <abbr title="Commission nationale de l’informatique et des libertés">CNIL</abbr>.
      </p>
    </section>`,
}
