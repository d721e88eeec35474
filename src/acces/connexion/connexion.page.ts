import { alerte, html, pageErreur, typo, type Html } from '#ui'

/** The small pages of the threshold: no menu, no data, nothing that a session would have to open. */
const page = (titre: string, texte: Html, liens: { url: string; libelle: string }[]): Html =>
  pageErreur({ langue: 'fr', titre, texte: html`<div class="preau-pile">${texte}</div>`, liens })

const p = (texte: string): Html => html`<p>${typo(texte)}</p>`

const depart = (vers: string | null): string =>
  vers === null ? '/connexion/depart' : `/connexion/depart?vers=${encodeURIComponent(vers)}`

const ACCUEIL = { url: '/', libelle: typo('Élève, parent ou témoin : aller à la page d’accueil') }

export function pageConnexion(o: { vers: string | null; fin: boolean }): Html {
  const fini =
    o.fin &&
    alerte({
      type: 'info',
      texte: typo('Votre session est terminée. Reconnectez-vous pour reprendre où vous en étiez.'),
    })
  return page(
    'Connexion des personnels',
    html`${fini}
    ${p('Cette entrée est celle des personnels qui accueillent et traitent les situations : équipes des écoles, des collèges et des lycées, référents, pôle académique. Vous entrez avec votre compte professionnel.')}
    ${p('Pour raconter ce qui se passe, aucun compte n’est nécessaire.')}`,
    [{ url: depart(o.vers), libelle: 'Se connecter' }, ACCUEIL],
  )
}

/** The sentences of what can go wrong on the way, each with its status. */
export const ECHECS = {
  perdu: {
    statut: 400,
    texte:
      'Cette connexion a été commencée il y a trop longtemps, ou dans un autre navigateur. Rien n’est perdu : il suffit de recommencer.',
  },
  refuse: {
    statut: 400,
    texte: 'La connexion n’a pas abouti : le fournisseur d’identité ne l’a pas confirmée. Vous pouvez recommencer.',
  },
  facteur: {
    statut: 403,
    texte:
      'Votre académie demande deux preuves pour ouvrir Préau : votre mot de passe, et un second moyen (une application, une clé, un code reçu). Votre fournisseur d’identité n’a pas dit que vous aviez donné la seconde. Activez-la dans les réglages de votre compte professionnel, puis recommencez.',
  },
  panne: {
    statut: 503,
    texte: 'Le service qui vérifie votre identité ne répond pas pour le moment. Réessayez dans quelques minutes.',
  },
} as const
export type Echec = keyof typeof ECHECS

export const pageEchec = (echec: Echec, vers: string | null): Html =>
  page(echec === 'panne' ? 'La connexion est indisponible' : 'La connexion n’a pas abouti', p(ECHECS[echec].texte), [
    { url: depart(vers), libelle: 'Recommencer' },
    ACCUEIL,
  ])

export const pageSansMandat = (): Html =>
  page(
    'Votre compte n’est pas encore ouvert dans Préau',
    html`${p('Vous êtes bien identifié, mais aucune fonction ne vous est attribuée ici pour le moment. Demandez à votre chef d’établissement, à votre inspection ou au pôle académique de vous inscrire avec votre adresse professionnelle.')}
    ${p('Si vous venez de changer de poste, c’est peut-être la nouvelle fonction qui n’est pas encore enregistrée. Si vous veniez déjà ici, et que votre adresse ou votre compte a changé, dites-le au pôle académique : rien n’est perdu, il faut seulement vous rattacher.')}`,
    [{ url: '/connexion/depart', libelle: 'Se connecter avec un autre compte' }, ACCUEIL],
  )

export const pageSortie = (): Html =>
  page('Vous êtes déconnecté', html`${p('Votre session est fermée. Sur un ordinateur partagé, fermez aussi cette fenêtre.')}`, [
    { url: '/connexion', libelle: 'Se reconnecter' },
    ACCUEIL,
  ])

export const pageRevenu = (): Html =>
  page(
    'Vous êtes connecté',
    html`${p('Fermez cet onglet et revenez au précédent : « Renvoyer ce que j’avais écrit » y enverra ce que vous aviez saisi.')}`,
    [],
  )
