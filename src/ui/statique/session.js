// The agents' door: warns before the session ends, and keeps what was typed in this tab until it is sent.
// A draft belongs to one agent (data-session-agent): a colleague who signs in on the same tab erases it.

const { sessionFin, sessionInactivite, sessionMaintenant, sessionProlonger, sessionAgent = '' } = document.body.dataset

const AVERTIR_AVANT = 2 * 60_000
const VIVRE_CHAQUE = 5 * 60_000
const PREFIXE = 'preau:brouillon:'
const MIEN = `${PREFIXE}${sessionAgent}:`
const ENVOI = 'preau:envoi'
/** No field has an empty name. */
const SERIE = ''

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Controle */

/** Where one comes back to after signing in again: never the address of a sending, which shows nothing by itself. */
let ici = location.pathname + location.search

/** @param {HTMLFormElement} form */
const chemin = (form) => new URL(form.action, location.href).pathname
/** Forms that came back refused: their draft keeps the name that it had on the page where it was begun. @type {WeakMap<HTMLFormElement, string>} */
const revenus = new WeakMap()
/** @param {HTMLFormElement} form */
const cle = (form) => revenus.get(form) ?? `${MIEN}${location.pathname} ${chemin(form)}`

/** @param {HTMLFormElement} form @returns {Controle[]} */
const controles = (form) =>
  /** @type {Controle[]} */ ([...form.elements]).filter(
    (c) =>
      c.name &&
      ['TEXTAREA', 'SELECT', 'INPUT'].includes(c.tagName) &&
      // A hidden vu_… says which recorded text a person wrote from: it goes with what they typed.
      (c.type === 'hidden' ? c.name.startsWith('vu_') : !['password', 'file', 'submit', 'button', 'reset'].includes(c.type)),
  )

/** @param {Controle} c */
const cochable = (c) => c instanceof HTMLInputElement && (c.type === 'radio' || c.type === 'checkbox')

/** One string for a control: its name, with its value for a box among several. @param {Controle} c */
const nomDe = (c) => (cochable(c) ? `${c.name}=${c.value}` : c.name)

/** @param {Controle} c */
const etat = (c) => (cochable(c) ? /** @type {HTMLInputElement} */ (c).checked : c.value)

/** @param {Controle} c @param {unknown} valeur */
function remettre(c, valeur) {
  if (c instanceof HTMLInputElement && typeof valeur === 'boolean') c.checked = valeur
  else if (typeof valeur === 'string') c.value = valeur
}

/** @returns {string[]} */
const clesGardees = () => Object.keys(sessionStorage).filter((k) => k.startsWith(PREFIXE))

/** @param {string} balise @param {string} classe @param {string} [texte] */
function element(balise, classe, texte = '') {
  const e = document.createElement(balise)
  e.className = classe
  e.textContent = texte
  return e
}

/** How many times the server kept a draft of this form (brouillon.js); undefined for a form that it does not keep. */
/** @param {HTMLFormElement} form @returns {string | undefined} */
const serieDe = (form) => /** @type {HTMLInputElement | null} */ (form.querySelector('input[data-brouillon]'))?.value

/** What lies in this tab was typed before the draft that the page shows: it is shown beside, never put over it. */
/** @param {HTMLFormElement} form @param {Controle[]} changes @param {Record<string, unknown>} valeurs */
function montrerAncien(form, changes, valeurs) {
  const textes = changes.filter((c) => c.tagName === 'TEXTAREA' && valeurs[nomDe(c)])
  if (textes.length === 0) return
  const avis = element('details', 'fr-alert fr-alert--info fr-alert--sm preau-brouillon')
  const corps = element('div', '')
  for (const c of textes)
    corps.append(element('p', '', c.labels?.[0]?.textContent ?? c.name), element('blockquote', '', String(valeurs[nomDe(c)])))
  avis.append(element('summary', '', 'Un autre texte est resté dans cet onglet. Il n’a rien remplacé : le voir'), corps)
  form.prepend(avis)
}

/** @param {HTMLFormElement} form */
function noter(form) {
  const valeurs = Object.fromEntries(controles(form).map((c) => [nomDe(c), etat(c)]))
  const serie = serieDe(form)
  if (serie !== undefined) valeurs[SERIE] = serie
  sessionStorage.setItem(cle(form), JSON.stringify(valeurs))
}

/** @param {HTMLFormElement} form */
function restaurer(form) {
  const garde = sessionStorage.getItem(cle(form))
  if (!garde) return
  const valeurs = JSON.parse(garde)
  const tous = controles(form).filter((c) => nomDe(c) in valeurs && valeurs[nomDe(c)] !== etat(c))
  const changes = tous.filter((c) => c.type !== 'hidden')
  if (changes.length === 0) return
  if (serieDe(form) !== valeurs[SERIE]) return montrerAncien(form, changes, valeurs)
  for (const c of tous) remettre(c, valeurs[nomDe(c)])
  const avis = element('div', 'fr-alert fr-alert--info fr-alert--sm preau-brouillon')
  avis.setAttribute('role', 'status')
  const corps = element('div', '')
  const oublier = element('button', 'fr-btn fr-btn--sm fr-btn--secondary', 'Effacer ce brouillon')
  oublier.setAttribute('type', 'button')
  oublier.addEventListener('click', () => {
    sessionStorage.removeItem(cle(form))
    form.reset()
    avis.remove()
  })
  corps.append(element('p', '', 'Ce que vous aviez écrit ici a été retrouvé. Ce n’est pas encore envoyé.'), oublier)
  avis.append(corps)
  form.prepend(avis)
}

/**
 * Sent from another page, refused, and shown again at the address it was sent to: the page has what was typed, and it is that draft,
 * which goes once it is taken. Under two names the first would come back afterwards as « not sent ».
 * @param {HTMLFormElement} form @param {string} parti
 */
const estRevenu = (form, parti) =>
  location.pathname === chemin(form) &&
  parti !== cle(form) &&
  parti.startsWith(MIEN) &&
  parti.endsWith(` ${chemin(form)}`) &&
  sessionStorage.getItem(parti) !== null

function brouillons() {
  const parti = sessionStorage.getItem(ENVOI)
  // Come back by the arrow because the network did not take it: the banner is about something older, nothing has been sent.
  const revenuEnArriere =
    /** @type {PerformanceNavigationTiming} */ (performance.getEntriesByType('navigation')[0])?.type === 'back_forward'
  const fait = !revenuEnArriere && document.querySelector('[data-envoye]') !== null
  if (parti && fait) sessionStorage.removeItem(parti)
  sessionStorage.removeItem(ENVOI)
  for (const k of clesGardees()) if (!k.startsWith(MIEN)) sessionStorage.removeItem(k)
  for (const form of document.querySelectorAll('form')) {
    // What is looked for is no text to be found again: a name would stay in this tab.
    if (form.method !== 'post' || form.getAttribute('role') === 'search') continue
    if ('deconnexion' in form.dataset) {
      form.addEventListener('submit', () => clesGardees().forEach((k) => sessionStorage.removeItem(k)))
      continue
    }
    if (!fait && parti && estRevenu(form, parti)) {
      revenus.set(form, parti)
      ici = parti.slice(MIEN.length).split(' ')[0] ?? ici
      noter(form)
    } else restaurer(form)
    form.addEventListener('input', () => {
      vivre()
      noter(form)
    })
    // Kept on the server too: the session is alive, and this tab knows which draft its words follow.
    form.addEventListener('preau:garde', () => {
      activite = performance.now()
      noter(form)
    })
    form.addEventListener('submit', () => {
      if (controles(form).length === 0) return
      noter(form)
      sessionStorage.setItem(ENVOI, cle(form))
    })
  }
}

// Time runs by performance.now(): the device's clock may be wrong, and a demonstration's is set elsewhere.
let activite = performance.now()
const ouverture = activite
const resteAbsolu = Date.parse(sessionFin ?? '') - (sessionMaintenant ? Date.parse(sessionMaintenant) : Date.now())
const inactivite = Number(sessionInactivite) * 60_000
const fin = () => Math.min(ouverture + resteAbsolu, activite + inactivite)

const boite = element('div', 'fr-alert fr-alert--warning preau-session')
boite.setAttribute('role', 'alert')
boite.hidden = true
/** @type {'ouverte' | 'bientot' | 'finie'} */
let phase = 'ouverte'

/** @param {string} texte @param {HTMLElement} [action] */
function dire(texte, action) {
  const corps = element('div', '')
  corps.append(element('p', '', texte), ...(action ? [action] : []))
  boite.replaceChildren(corps)
  boite.hidden = false
}

/** @returns {Promise<boolean>} */
const toucher = () =>
  fetch(/** @type {string} */ (sessionProlonger), { redirect: 'error', cache: 'no-store' }).then(
    (reponse) => reponse.ok,
    () => false,
  )

let dit = activite
/** Somebody who types is there: the server hears of it now and then, and a long answer is not cut off as if the chair were empty. */
async function vivre() {
  const maintenant = performance.now()
  if (!sessionProlonger || phase === 'finie' || maintenant - Math.max(activite, dit) < VIVRE_CHAQUE) return
  dit = maintenant
  if (await toucher()) reprendre()
}

function reprendre() {
  activite = performance.now()
  phase = 'ouverte'
  boite.hidden = true
}

async function prolonger() {
  if (!(await toucher())) return dire('La session n’a pas pu être prolongée. Ce que vous avez écrit reste gardé dans cet onglet.')
  reprendre()
}

function prevenir() {
  const restent = 'Votre session se termine dans moins de 2 minutes. Ce que vous avez écrit restera gardé dans cet onglet.'
  if (!sessionProlonger || fin() === ouverture + resteAbsolu) return dire(restent)
  const bouton = element('button', 'fr-btn fr-btn--sm', 'Rester connecté')
  bouton.setAttribute('type', 'button')
  bouton.addEventListener('click', prolonger)
  dire(restent, bouton)
}

function terminer() {
  // An empty chair in a staff room: what is confidential leaves the screen with the session.
  const main = document.querySelector('main')
  if (main) main.hidden = true
  const lien = element('a', 'fr-btn fr-btn--sm', 'Se reconnecter')
  lien.setAttribute('href', ici)
  dire('Votre session est terminée. Ce que vous aviez écrit sera retrouvé après la connexion.', lien)
}

function surveiller() {
  const reste = fin() - performance.now()
  if (reste <= 0 && phase !== 'finie') {
    phase = 'finie'
    terminer()
  } else if (reste > 0 && reste <= AVERTIR_AVANT && phase === 'ouverte') {
    phase = 'bientot'
    prevenir()
  }
}

try {
  brouillons()
} catch {
  // Storage is off or full: the form works, only without its draft.
}

if (Number.isFinite(resteAbsolu) && inactivite > 0) {
  document.body.append(boite)
  setInterval(surveiller, 5000)
  // A sleeping computer stops the timers: look again when somebody comes back.
  document.addEventListener('visibilitychange', surveiller)
  surveiller()
}
