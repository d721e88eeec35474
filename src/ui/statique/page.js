// Every page: says that script runs, and brings the reader to the errors.
document.documentElement.dataset.js = ''

const resume = /** @type {HTMLElement | null} */ (document.querySelector('[data-focus]'))
resume?.focus()

// A link of the summary leads to the control, and the control takes the focus (a bare #id only scrolls in some browsers).
document.addEventListener('click', (event) => {
  const lien = event.target instanceof Element ? event.target.closest('[data-focus] a[href^="#"]') : null
  const champ = lien && document.getElementById(lien.getAttribute('href')?.slice(1) ?? '')
  if (!champ) return
  event.preventDefault()
  champ.focus()
  champ.scrollIntoView({ block: 'center' })
})

// A second click while the first is on its way sends nothing; the server would ignore it anyway.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (form.dataset.envoi !== undefined) {
    event.preventDefault()
    return
  }
  form.dataset.envoi = ''
  // Stopped, or answered by a file: the page stays, and the form must serve again.
  setTimeout(() => form.removeAttribute('data-envoi'), 5000)
})

// Coming back with the browser's arrow: the form can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-envoi]')) form.removeAttribute('data-envoi')
})

// An address that names a form opens it: `/dossiers/31-…/suivi#clore`.
function ouvrirCible() {
  const cible = document.getElementById(location.hash.slice(1))
  cible?.querySelector('details')?.setAttribute('open', '')
  cible?.scrollIntoView({ block: 'start' })
}
window.addEventListener('hashchange', ouvrirCible)
if (location.hash.length > 1) ouvrirCible()

// Where one is stays in sight in the lines that slide: the menu, the parts of a dossier. Only the line moves, never the page.
for (const ici of document.querySelectorAll(':is(.fr-nav, .preau-onglets) [aria-current]')) {
  const ligne = ici.closest('ul')
  if (ligne) ligne.scrollLeft = ici.offsetLeft - ligne.offsetLeft - (ligne.clientWidth - ici.offsetWidth) / 2
}
