// The form of the public door, one screen after the other without leaving the page, and the dialogue with the code: « back » works, a
// lost connection loses nothing, and nothing stays once it is sent. Without this file the same forms work by themselves.

const CLE = 'preau-brouillon'

/** @returns {HTMLFormElement | null} */
const formulaire = () => document.querySelector('form[data-etapes]')
/** The same, the pages that come after it was sent, and those of the dialogue. */
const FORMES = 'form[data-etapes], form[data-fini], form[data-suivi]'

/** Storage may be switched off: the form works all the same, only a reload then loses it. @param {() => unknown} faire */
function tenter(faire) {
  try {
    return faire()
  } catch {
    return null
  }
}

/** @param {string} nom */
const champ = (nom) => /** @type {HTMLInputElement | null} */ (document.querySelector(`form[data-etapes] input[name="${nom}"]`))

function retenir() {
  const brouillon = champ('brouillon')
  const etape = champ('etape')
  if (brouillon && etape)
    tenter(() => sessionStorage.setItem(CLE, JSON.stringify({ brouillon: brouillon.value, etape: etape.value })))
}

const oublier = () => tenter(() => sessionStorage.removeItem(CLE))
const lire = () => /** @type {any} */ (tenter(() => JSON.parse(sessionStorage.getItem(CLE) ?? 'null')))

/** An upload on a poor line takes minutes; one that says nothing for two is cut. */
const SILENCE_MAX = 120_000
const LENT = 1_500

/**
 * Sends a form and shows the page that comes back, in place. An XMLHttpRequest gives a parsed document, so that no string
 * ever becomes markup here.
 * @param {FormData} donnees
 * @param {{ multipart: boolean, histoire: 'pousser' | 'garder', bouton?: HTMLElement | null, ailleurs?: string }} o `ailleurs`: the
 * same screen is then opened there, in another language.
 */
function envoyer(donnees, o) {
  const requete = new XMLHttpRequest()
  /** @type {number | undefined} */
  let silence
  const attendre = () => {
    clearTimeout(silence)
    silence = window.setTimeout(() => requete.abort(), SILENCE_MAX)
  }
  const lent = window.setTimeout(() => avertir(EN_ROUTE, o.bouton), LENT)
  const fini = (/** @type {() => void} */ suite) => () => {
    clearTimeout(silence)
    clearTimeout(lent)
    suite()
  }
  const rester = (/** @type {Phrase} */ pourquoi) => refuser(pourquoi, o.bouton)
  requete.open('POST', location.pathname)
  requete.responseType = 'document'
  requete.upload.onprogress = requete.onprogress = attendre
  requete.onload = fini(() => {
    const nouveau = requete.response
    // Too many at once, something fell, or it was refused as it is: the page stays, with what was typed (or the code), and why.
    if (requete.status === 429 || requete.status >= 500) return rester(OCCUPE)
    if (requete.status >= 400 && !nouveau?.querySelector(FORMES)) return rester(phraseDe(nouveau))
    if (!nouveau || new URL(requete.responseURL).pathname !== location.pathname)
      return location.assign(requete.responseURL || '/')
    // Not a page of ours: something between us answered in our place.
    if (!nouveau.querySelector(FORMES)) return rester(OCCUPE)
    montrer(nouveau)
    if (o.ailleurs && requete.status === 200) return location.assign(o.ailleurs)
    if (o.histoire === 'pousser' && formulaire()) history.pushState({ etape: champ('etape')?.value }, '')
  })
  requete.onerror = requete.onabort = fini(() => rester(HORS_LIGNE))
  attendre()
  if (o.multipart) return requete.send(donnees)
  requete.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded')
  requete.send(new URLSearchParams(/** @type {any} */ (donnees)).toString())
}

/** All the buttons of a form, those of the languages too. @param {Element} form @param {boolean} oui */
function arreter(form, oui) {
  for (const e of /** @type {HTMLFormElement} */ (form).elements) if (e instanceof HTMLButtonElement) e.disabled = oui
}

/** @param {Document} nouveau */
function montrer(nouveau) {
  const main = nouveau.querySelector('main')
  const ici = document.querySelector('main')
  if (!main || !ici) return
  ici.replaceWith(document.adoptNode(main))
  document.title = nouveau.title
  const entree = nouveau.querySelector('.fr-translate .preau-defaut')?.getAttribute('value')
  if (entree) document.querySelector('.fr-translate .preau-defaut')?.setAttribute('value', entree)
  for (const form of document.querySelectorAll(FORMES)) arreter(form, false)
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
  if (document.querySelector('form[data-fini]')) oublier()
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
const EN_ROUTE = {
  fr: 'Ça part. Ne ferme pas cette page.',
  en: 'It is on its way. Do not close this page.',
  ar: 'يجري الإرسال. لا تغلق هذه الصفحة.',
}
/** @type {Phrase} */
const OCCUPE = {
  fr: 'Ça n’a pas marché cette fois. Tout est encore là : réessaie dans un instant.',
  en: 'It did not work this time. Everything is still here: try again in a moment.',
  ar: 'لم ينجح الأمر هذه المرة. كل شيء ما زال هنا: حاول بعد قليل.',
}

/** The sentence of a page that says no, in the language of the reader. @param {Document | null} refus @returns {Phrase} */
function phraseDe(refus) {
  const dite = refus?.querySelector('main.preau-erreur h1 + div')?.textContent?.trim()
  return dite ? { fr: dite, en: dite, ar: dite } : OCCUPE
}

/**
 * Said beside the button that was pressed: at the top of a long screen, nobody with a telephone would see it.
 * @param {Phrase} quoi @param {HTMLElement | null} [bouton]
 */
function avertir(quoi, bouton) {
  const form = /** @type {HTMLButtonElement | null | undefined} */ (bouton)?.form ?? document.querySelector(FORMES)
  if (!form) return
  document.querySelector('.preau-horsligne')?.remove()
  const avis = document.createElement('p')
  avis.className = 'fr-alert fr-alert--warning preau-horsligne'
  avis.setAttribute('role', 'alert')
  if (bouton && form.contains(bouton)) (bouton.closest('.preau-form__suite') ?? bouton).before(avis)
  else form.prepend(avis)
  avis.textContent = quoi[/** @type {keyof Phrase} */ (document.documentElement.lang)] ?? quoi.fr
  avis.scrollIntoView({ block: 'nearest' })
}

/** It was not sent: everything stays on the screen with the reason, the button works again. @param {Phrase} pourquoi @param {HTMLElement | null} [bouton] */
function refuser(pourquoi, bouton) {
  for (const form of document.querySelectorAll(FORMES)) {
    arreter(form, false)
    form.removeAttribute('data-envoi')
  }
  avertir(pourquoi, bouton)
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

const gardable = () =>
  tenter(() => {
    sessionStorage.setItem(`${CLE}-essai`, '')
    sessionStorage.removeItem(`${CLE}-essai`)
    return true
  })

document.addEventListener('submit', (evenement) => {
  const form = /** @type {HTMLFormElement} */ (evenement.target)
  if (!form.matches(FORMES)) return
  const bouton = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (evenement).submitter)
  // Leaving for good is an ordinary navigation: the browser clears what it kept.
  if (bouton?.value === 'terminer' || bouton?.value === 'fermer') return void oublier()
  const langue = bouton?.value === 'langue'
  // So is the other language, where nothing could be kept for it.
  if (langue && !(form.matches('[data-etapes]') && gardable())) return
  evenement.preventDefault()
  clearTimeout(minuteur)
  const donnees = new FormData(form, bouton)
  arreter(form, true)
  const ailleurs = langue ? { ailleurs: bouton?.formAction } : {}
  envoyer(donnees, {
    multipart: form.enctype === 'multipart/form-data',
    histoire: langue ? 'garder' : 'pousser',
    bouton,
    ...ailleurs,
  })
})

addEventListener('popstate', (evenement) => {
  // A link of the page to one of its parts (« Aller au contenu »): the screen is the same.
  if (evenement.state === null) return marquer()
  const { etape } = evenement.state
  const brouillon = champ('brouillon')?.value
  if (!brouillon) return
  const form = formulaire()
  const donnees = form ? new FormData(form) : new FormData()
  donnees.delete('images')
  donnees.set('vers', `histoire:${etape}`)
  envoyer(donnees, { multipart: false, histoire: 'garder' })
})

/** Each entry of the history knows its screen. */
function marquer() {
  if (history.state === null && formulaire()) history.replaceState({ etape: champ('etape')?.value }, '')
}
marquer()

/** @param {Record<string, string>} champs @returns {FormData} */
function donneesDe(champs) {
  const donnees = new FormData()
  for (const [nom, valeur] of Object.entries(champs)) donnees.set(nom, valeur)
  return donnees
}

// The code just given, or the dialogue, comes back after a reload (rappel.js).
document.addEventListener('preau:rouvrir', (evenement) => {
  envoyer(donneesDe(/** @type {CustomEvent} */ (evenement).detail), { multipart: false, histoire: 'garder' })
})

/**
 * A tab that was interrupted (reload, phone put away) takes its draft up again, while it lives; whoever changes language goes on
 * where they were.
 */
const garde = lire()
if (document.querySelector('form[data-fini]')) oublier()
else if (formulaire() && garde && champ('etape')?.value === 'danger') {
  // Should it fail now, going on from here keeps every answer.
  const ici = champ('brouillon')
  if (ici) ici.value = garde.brouillon
  envoyer(donneesDe({ brouillon: garde.brouillon, etape: 'resume', vers: `histoire:${garde.etape}` }), {
    multipart: false,
    histoire: 'pousser',
  })
}
