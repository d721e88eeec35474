import { accordeon, html, type Html } from '#ui'

type Question = readonly [question: string, reponse: Html]

/** Each answer says what this software does, or a rule with its source (situations.md); nothing that only a person could promise. */
const ELEVES: readonly Question[] = [
  [
    'Qui va lire ce que j’écris ?',
    html`<p>
        La direction de ton école et le coordonnateur harcèlement, ou l’inspecteur. Les équipes du département et de l’académie
        peuvent lire aussi. Les élèves ne lisent jamais. Avant d’envoyer, la page te dit qui va lire.
      </p>
      <p>Si c’est un adulte de l’école qui fait du mal, dis-le dans le formulaire : l’école ne lira pas.</p>`,
  ],
  [
    // Parents are informed when the situation is treated (S03), by an adult's decision (situations.md § 6.5).
    'Mes parents vont-ils le savoir ?',
    html`<p>
        Ce site ne prévient pas tes parents. Mais quand l’école s’occupe de ce qui t’arrive, elle doit en parler à tes parents.
      </p>
      <p>
        Tu as peur que tes parents le sachent ? Écris-le dans ton message. Si c’est à la maison qu’on te fait du mal, appelle le
        119, de jour comme de nuit : ça ne se voit pas sur la facture.
      </p>`,
  ],
  [
    'Puis-je rester anonyme ?',
    html`<p>
        Oui. Tu n’as pas à donner ton nom. Seule l’école est obligatoire, pour que ton message arrive au bon endroit. Mais sans
        ton nom, on t’aide moins vite, et ce que tu racontes peut faire deviner qui tu es.
      </p>
      <p>Parler pour quelqu’un, ce n’est pas être une « balance » : c’est l’aider.</p>
      <p>On ne peut pas tout garder secret : si tu es en danger, on devra prévenir des adultes pour te protéger.</p>`,
  ],
  [
    // Two pupils of the same strength (S47); several who each act once (S40).
    'Je ne sais pas si c’est du harcèlement',
    html`<p>
      Ce n’est pas à toi de le décider. Une dispute entre deux élèves de même force, ce n’est pas du harcèlement. Plusieurs élèves
      qui s’y mettent, même une seule fois chacun, ça peut en être. Si ça te fait du mal, raconte.
    </p>`,
  ],
  [
    'J’ai perdu mon code',
    html`<p>
      Personne ne peut le retrouver : il n’est écrit nulle part. <a href="/signaler">Raconte encore une fois</a> : tu auras un
      nouveau code. Dis que tu avais déjà écrit, si tu veux.
    </p>`,
  ],
  [
    'On ne me répond pas',
    html`<p>
        Un adulte doit lire ton message en 24 heures au plus, un jour d’école. Personne ne lit ici la nuit, le week-end et pendant
        les vacances. Avec ton code, <a href="/suivi">tu vois où on en est</a> : s’il y a du retard, c’est écrit.
      </p>
      <p>Tu peux appeler le 3018, tous les jours de 9 h à 23 h. En danger, le 17 ou le 112. Par SMS, le 114.</p>`,
  ],
  [
    'Je me suis trompé, ou je n’ai pas dit la vérité',
    html`<p>
      Dis-le. Avec ton code, <a href="/suivi">écris ce qui est juste</a>. Sans code,
      <a href="/signaler">raconte encore une fois</a> et dis que c’est pour corriger. Ce que tu avais écrit ne s’efface pas, mais
      les adultes liront aussi la suite.
    </p>`,
  ],
  [
    // The author is heard too (S03) and sanctions exist (S39): neither hidden nor brandished.
    'C’est moi qui l’ai fait',
    html`<p>
        Tu peux t’arrêter maintenant. Parle à un adulte, ou <a href="/signaler">raconte ici</a> : à « Qui es-tu ? », choisis « Une
        autre personne ».
      </p>
      <p>L’école doit t’écouter, toi aussi. Il peut y avoir une sanction. Tu peux aider à réparer.</p>`,
  ],
  [
    'Quelqu’un peut-il voir que je suis venu ici ?',
    html`<p>
      Le bouton « Quitter vite » ouvre une autre page tout de suite. Ton navigateur garde peut-être l’adresse dans son historique
      : tu peux l’effacer, ou utiliser une fenêtre privée.
    </p>`,
  ],
]

const PARENTS: readonly Question[] = [
  [
    'Mon enfant ne veut pas que j’en parle',
    html`<p>
        C’est fréquent : beaucoup d’élèves se taisent de peur d’être traités de « balance ». Dites-lui que ce n’est pas de sa
        faute, et ce que vous allez faire avant de le faire. Notez les faits et les dates, gardez les messages.
      </p>
      <p>
        <a href="/signaler">Vous pouvez raconter ici</a> sans donner votre nom ni le sien, ou demander conseil au 3018. En danger,
        n’attendez pas son accord : le 15, le 17 ou le 112 ; le 3114 s’il parle de mourir.
      </p>`,
  ],
  [
    'L’école ne me répond pas',
    html`<p>
      <a href="/signaler">Racontez ici</a> ce qui s’est passé et ce qui a déjà été fait : les équipes du département et de
      l’académie peuvent le lire aussi. <a href="/le-pole">La page du pôle</a> dit comment les joindre.
    </p>`,
  ],
]

const PERSONNELS: readonly Question[] = [
  [
    // How a child's word is taken (S69, S143); no inquiry by the school (S42).
    'Un élève m’a parlé : que faire ?',
    html`<ul>
        <li>Écoutez, sans souffler les réponses et sans juger. Demandez : « Que s’est-il passé ? »</li>
        <li>Ne promettez pas le secret : dites qui sera prévenu.</li>
        <li>Écrivez ses mots exacts, entre guillemets. Ne menez pas d’enquête, ne cherchez pas de preuve.</li>
        <li>
          Le jour même, prévenez la direction (et le coordonnateur harcèlement au collège et au lycée), ou
          <a href="/signaler">dites ici ce que vous savez</a>. Un doute suffit.
        </li>
      </ul>
      <p>Danger, ou idées de mort : le 15 ou le 112 d’abord. Le 3114 conseille aussi les professionnels.</p>`,
  ],
]

const partie = (titre: string, questions: readonly Question[]): Html =>
  html`<h2>${titre}</h2>
    ${questions.map(([q, contenu]) => accordeon({ titre: q, contenu, niveau: 3 }))}`

export const aide: { titre: string; contenu: Html } = {
  titre: 'Aide',
  contenu: html`<h1>Aide</h1>
    ${partie('Pour les élèves', ELEVES)} ${partie('Pour les parents', PARENTS)} ${partie('Pour les personnels', PERSONNELS)}
    <h2>Parler à quelqu’un</h2>
    <p>Un adulte de l’école en qui tu as confiance, tes parents, le 3018. Les numéros d’urgence sont en haut de chaque page.</p>`,
}
