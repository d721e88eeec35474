// The form of the public door, one screen after the other without leaving the page: « back » works, a lost connection loses
// nothing, and nothing stays once the tab is closed or the report sent. Without this file the same forms work by themselves.

const CLE = 'preau-brouillon'

/** @returns {HTMLFormElement | null} */
const formulaire = () => document.querySelector('form[data-etapes]')

/** @param {string} nom */
const champ = (nom) => /** @type {HTMLInputElement | null} */ (document.querySelector(`form[data-etapes] input[name="${nom}"]`))

function retenir() {
  const brouillon = champ('brouillon')
  const etape = champ('etape')
  if (brouillon && etape)
    sessionStorage.setItem(CLE, JSON.stringify({ brouillon: brouillon.value, etape: etape.value, url: location.pathname }))
}

function lire() {
  try {
    return JSON.parse(sessionStorage.getItem(CLE) ?? 'null')
  } catch {
    return null
  }
}

/**
 * Sends a form and shows the page that comes back, in place. An XMLHttpRequest gives a parsed document, so that no string
 * ever becomes markup here.
 * @param {FormData} donnees
 * @param {{ multipart: boolean, histoire: 'pousser' | 'garder' }} o
 */
function envoyer(donnees, o) {
  const requete = new XMLHttpRequest()
  requete.open('POST', location.pathname)
  requete.responseType = 'document'
  requete.timeout = 120_000
  requete.onload = () => {
    const nouveau = requete.response
    // Too many at once, or something fell: the page stays as it is, with what was typed, and may be sent again.
    if (formulaire() && (requete.status === 429 || requete.status >= 500)) return rester(OCCUPE)
    if (!nouveau || requete.responseURL.split('?')[0] !== location.href.split('?')[0])
      return location.assign(requete.responseURL || '/')
    montrer(nouveau)
    if (o.histoire === 'pousser' && formulaire()) history.pushState({ etape: champ('etape')?.value }, '')
  }
  requete.onerror = requete.ontimeout = () => rester(HORS_LIGNE)
  if (o.multipart) return requete.send(donnees)
  requete.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded')
  requete.send(new URLSearchParams(/** @type {any} */ (donnees)).toString())
}

/** @param {Document} nouveau */
function montrer(nouveau) {
  const main = nouveau.querySelector('main')
  const ici = document.querySelector('main')
  if (!main || !ici) return
  ici.replaceWith(document.adoptNode(main))
  document.title = nouveau.title
  document
    .querySelector('.preau-urgences__tous')
    ?.toggleAttribute('open', nouveau.querySelector('.preau-urgences__tous')?.hasAttribute('open') ?? false)
  scrollTo(0, 0)
  const cible = /** @type {HTMLElement | null} */ (
    document.querySelector('main [data-focus]') ?? document.querySelector('main h1')
  )
  cible?.setAttribute('tabindex', '-1')
  cible?.focus({ preventScroll: true })
  document.dispatchEvent(new CustomEvent('preau:page'))
  if (document.querySelector('form[data-fini]')) sessionStorage.removeItem(CLE)
  else retenir()
}

/** @typedef {{ fr: string, en: string, ar: string }} Phrase */

/** @type {Phrase} */
const HORS_LIGNE = {
  fr: 'Pas de connexion. Tout est encore là : réessaie dans un instant.',
  en: 'No connection. Everything is still here: try again in a moment.',
  ar: 'لا يوجد اتصال. كل شيء ما زال هنا: حاول بعد قليل.',
}
/** @type {Phrase} */
const OCCUPE = {
  fr: 'Ça n’a pas marché cette fois. Tout est encore là : réessaie dans un instant.',
  en: 'It did not work this time. Everything is still here: try again in a moment.',
  ar: 'لم ينجح الأمر هذه المرة. كل شيء ما زال هنا: حاول بعد قليل.',
}

/** It was not sent: everything stays on the screen with the reason, the button works again. @param {Phrase} pourquoi */
function rester(pourquoi) {
  const form = formulaire()
  if (!form) return
  for (const bouton of form.querySelectorAll('button')) bouton.disabled = false
  let avis = form.querySelector('.preau-horsligne')
  if (!avis) {
    avis = document.createElement('p')
    avis.className = 'fr-alert fr-alert--warning preau-horsligne'
    avis.setAttribute('role', 'alert')
    form.prepend(avis)
  }
  avis.textContent = pourquoi[/** @type {keyof Phrase} */ (document.documentElement.lang)] ?? pourquoi.fr
}

/**
 * What is being written on this screen is sealed into the draft as well, a moment after the last key: a reload, or a phone put
 * away, loses nothing. Nothing is shown; when it cannot be done now, the next screen does it.
 * @param {HTMLFormElement} form
 */
function sceller(form) {
  const etape = champ('etape')?.value
  const donnees = new FormData(form)
  donnees.delete('images')
  donnees.set('vers', `histoire:${etape}`)
  const requete = new XMLHttpRequest()
  requete.open('POST', location.pathname)
  requete.responseType = 'document'
  requete.onload = () => {
    const neuf = requete.response?.querySelector('form[data-etapes] input[name="brouillon"]')
    const memeEcran = requete.response?.querySelector('form[data-etapes] input[name="etape"]')?.value === etape
    const ici = champ('brouillon')
    if (!neuf || !memeEcran || !ici || formulaire() !== form) return
    ici.value = neuf.value
    retenir()
  }
  requete.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded')
  requete.send(new URLSearchParams(/** @type {any} */ (donnees)).toString())
}

/** @type {number | undefined} */
let minuteur
document.addEventListener('input', (evenement) => {
  const c = /** @type {HTMLInputElement} */ (evenement.target)
  // A search is no answer, and files wait for their button.
  if (!c.form?.matches('[data-etapes]') || c.name === 'q' || c.type === 'file') return
  clearTimeout(minuteur)
  const form = c.form
  minuteur = window.setTimeout(() => formulaire() === form && sceller(form), 800)
})

document.addEventListener('submit', (evenement) => {
  const form = /** @type {HTMLFormElement} */ (evenement.target)
  if (!form.matches('[data-etapes], [data-fini]')) return
  const bouton = /** @type {SubmitEvent} */ (evenement).submitter
  // Leaving for good is an ordinary navigation: the browser clears what it kept.
  if (bouton?.getAttribute('value') === 'terminer') return sessionStorage.removeItem(CLE)
  evenement.preventDefault()
  clearTimeout(minuteur)
  const donnees = new FormData(form, bouton)
  for (const b of form.querySelectorAll('button')) b.disabled = true
  envoyer(donnees, { multipart: form.enctype === 'multipart/form-data', histoire: 'pousser' })
})

addEventListener('popstate', (evenement) => {
  const etape = evenement.state?.etape ?? 'danger'
  const brouillon = champ('brouillon')?.value
  if (!brouillon) return
  const form = formulaire()
  const donnees = form ? new FormData(form) : new FormData()
  donnees.delete('images')
  donnees.set('vers', `histoire:${etape}`)
  envoyer(donnees, { multipart: false, histoire: 'garder' })
})

/** A tab that was interrupted (reload, phone put away) takes its draft up again, while it lives. */
const garde = lire()
if (formulaire() && garde?.url === location.pathname && champ('etape')?.value === 'danger' && garde.etape !== 'danger') {
  const donnees = new FormData()
  donnees.set('brouillon', garde.brouillon)
  donnees.set('etape', 'resume')
  donnees.set('vers', `histoire:${garde.etape}`)
  envoyer(donnees, { multipart: false, histoire: 'pousser' })
} else if (document.querySelector('form[data-fini]')) sessionStorage.removeItem(CLE)
else if (formulaire()) retenir()
