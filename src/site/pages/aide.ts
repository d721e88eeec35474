import { accordeon, html, type Html } from '#ui'

const QUESTIONS: [string, Html][] = [
  [
    'J’ai perdu mon code',
    html`<p>
      Personne ne peut le retrouver : il n’est écrit nulle part. <a href="/signaler">Raconte encore une fois</a> : tu auras un
      nouveau code. Dis que tu avais déjà écrit, si tu veux.
    </p>`,
  ],
  [
    'Quelqu’un peut-il voir que je suis venu ici ?',
    html`<p>
      Le bouton « Quitter vite » ouvre une autre page tout de suite. Ton navigateur garde peut-être l’adresse dans son historique
      : tu peux l’effacer, ou utiliser une fenêtre privée.
    </p>`,
  ],
  ['Je ne sais pas si c’est du harcèlement', html`<p>Ce n’est pas à toi de le décider. Si ça te fait du mal, raconte.</p>`],
  [
    'J’ai peur qu’on m’appelle « balance »',
    html`<p>Parler pour quelqu’un, c’est l’aider. Les élèves ne lisent jamais, et les adultes ne disent pas qui a parlé.</p>`,
  ],
  [
    'Quand va-t-on me répondre ?',
    html`<p>Un adulte lit ton message en 24 heures au plus, un jour d’école. Avec ton code, tu vois ce qui se passe.</p>`,
  ],
  [
    'On ne me répond pas',
    html`<p>
      Le retard se voit chez nous aussi, et l’équipe au-dessus est prévenue. Tu peux appeler le 3018, tous les jours de 9 h à 23
      h.
    </p>`,
  ],
  [
    'Je suis parent, et l’école ne me répond pas',
    html`<p>Racontez ici ce qui a déjà été fait : les équipes du département et de l’académie le lisent aussi.</p>`,
  ],
]

export const aide: { titre: string; contenu: Html } = {
  titre: 'Aide',
  contenu: html`<h1>Aide</h1>
    ${QUESTIONS.map(([titre, contenu]) => accordeon({ titre, contenu }))}
    <h2>Parler à quelqu’un</h2>
    <p>Un adulte de l’école en qui tu as confiance, tes parents, le 3018. Les numéros d’urgence sont en haut de chaque page.</p>`,
}
