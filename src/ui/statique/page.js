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

// The part of the dossier that is read stays in sight in its sliding line.
document.querySelector('.preau-onglets [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
