// A long form is kept on the server while it is written, sealed, for its author only; and what the network does not take stays in
// the tab (session.js), with a plain word about where the text is.

const ATTENTE = 3000
const AU_PLUS = 15_000
const REPRISES = [5000, 10_000, 20_000, 30_000]

/** @param {HTMLInputElement} marque */
function tenir(marque) {
  const form = /** @type {HTMLFormElement} */ (marque.form)
  const url = /** @type {string} */ (marque.dataset.brouillon)
  const etat = form.querySelector('[data-brouillon-etat]')
  let sale = false
  let enCours = false
  let envoye = false
  let arrete = false
  let echecs = 0
  /** @type {number | undefined} */
  let minuteur
  let premierMot = 0
  let enRoute = new AbortController()

  /** @param {string} texte @param {...HTMLElement} actions */
  const dire = (texte, ...actions) => etat?.replaceChildren(texte, ...actions)

  /** @param {string} texte @param {() => void} faire */
  function bouton(texte, faire) {
    const b = document.createElement('button')
    b.type = 'button'
    b.className = 'fr-btn fr-btn--sm fr-btn--secondary'
    b.textContent = texte
    b.addEventListener('click', faire)
    return b
  }

  /** @param {number} dans */
  function planifier(dans) {
    clearTimeout(minuteur)
    minuteur = window.setTimeout(() => garder(), dans)
  }

  function autreAppareil() {
    arrete = true
    dire(
      'Ce brouillon a été continué ailleurs. Votre texte reste ici, et n’a rien remplacé. ',
      bouton('Garder ce que j’ai ici', () => {
        arrete = false
        garder({ force: true })
      }),
      bouton('Voir l’autre', () => location.reload()),
    )
  }

  function horsLigne() {
    const dans = /** @type {number} */ (REPRISES[Math.min(echecs++, REPRISES.length - 1)])
    dire(`Pas de réseau. Votre texte est gardé dans cet onglet : ne le fermez pas. Nouvel essai dans ${dans / 1000} secondes.`)
    planifier(dans)
  }

  /** @param {{ force?: boolean, adieu?: boolean }} [o] */
  async function garder({ force = false, adieu = false } = {}) {
    if ((!sale && !force) || enCours || envoye || arrete) return
    enCours = true
    enRoute = new AbortController()
    sale = false
    premierMot = 0
    const corps = new URLSearchParams(/** @type {any} */ (new FormData(form)))
    if (force) corps.set('force', 'oui')
    const reponse = await fetch(url, {
      method: 'POST',
      body: corps,
      headers: { Accept: 'application/json' },
      redirect: 'error',
      signal: enRoute.signal,
      cache: 'no-store',
      // A page that goes away may still send a little.
      keepalive: adieu && corps.toString().length < 60_000,
    }).catch(() => undefined)
    enCours = false
    if (envoye) return
    if (reponse?.ok) {
      echecs = 0
      marque.value = String((await reponse.json()).serie)
      dire('Brouillon gardé. Ce n’est pas encore envoyé.')
      form.dispatchEvent(new CustomEvent('preau:garde', { bubbles: true }))
      if (sale) planifier(ATTENTE)
      return
    }
    sale = true
    if (reponse?.status === 409) return autreAppareil()
    if (reponse?.status === 401)
      return dire('Votre session est terminée. Votre texte est gardé dans cet onglet, et sera retrouvé après la connexion.')
    if (reponse && reponse.status < 500) {
      arrete = true
      return dire('Ce brouillon ne peut plus être gardé ici. Copiez votre texte avant de quitter la page.')
    }
    horsLigne()
  }

  form.addEventListener('input', () => {
    sale = true
    const maintenant = performance.now()
    premierMot ||= maintenant
    if (echecs === 0) planifier(Math.min(ATTENTE, Math.max(0, premierMot + AU_PLUS - maintenant)))
  })
  form.addEventListener('submit', (e) => {
    const parBouton = /** @type {HTMLElement | null} */ (e.submitter)
    if (parBouton && 'garder' in parBouton.dataset) {
      e.preventDefault()
      sale = true
      echecs = 0
      return void garder()
    }
    // One click sends; a second one, while the first is under way, does not.
    if (envoye) return e.preventDefault()
    envoye = true
    clearTimeout(minuteur)
    enRoute.abort()
  })
  // Come back by the arrow, the page was kept as it was: it may be sent again.
  window.addEventListener('pageshow', () => void (envoye = false))
  window.addEventListener('online', () => {
    echecs = 0
    garder()
  })
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'hidden' && garder({ adieu: true })))
  window.addEventListener('pagehide', () => void garder({ adieu: true }))
}

for (const marque of document.querySelectorAll('input[data-brouillon]')) tenir(/** @type {HTMLInputElement} */ (marque))
