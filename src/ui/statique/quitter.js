// « Quitter vite »: the page goes blank at once, what was typed is forgotten, and the entry of the history is replaced.

/** @type {HTMLAnchorElement | null} */
const lien = document.querySelector('[data-quitter]')

function quitter() {
  if (!lien) return
  try {
    sessionStorage.clear()
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
  document.title = '…'
  document.documentElement.hidden = true
  location.replace(lien.href)
}

lien?.addEventListener('click', (event) => {
  event.preventDefault()
  quitter()
})

// Escape, three times within three seconds.
const DELAI = 3000
/** @type {number[]} */
let appuis = []

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') {
    appuis = []
    return
  }
  if (event.repeat) return
  appuis = [...appuis.filter((t) => event.timeStamp - t < DELAI), event.timeStamp]
  if (appuis.length >= 3) quitter()
})

// The browser may keep the page as it was and show it again with the back arrow: it then leaves again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted && document.documentElement.hidden) quitter()
})

// A tab that was closed and is opened again comes back with all that it kept. What was left more than a moment ago and returns so is
// forgotten; a reload, a page of ours in between, a telephone put away (no page is left then) change nothing.
const PARTI = 'preau-parti'
const MOMENT = 20_000
try {
  const parti = Number(sessionStorage.getItem(PARTI))
  sessionStorage.removeItem(PARTI)
  const [arrivee] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'))
  if (parti && Date.now() - parti > MOMENT && arrivee?.type === 'back_forward') sessionStorage.clear()
  addEventListener('pagehide', () => {
    if (sessionStorage.length > 0) sessionStorage.setItem(PARTI, String(Date.now()))
  })
} catch {
  // Storage is switched off: nothing was kept.
}
