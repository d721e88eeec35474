// Reads the screen aloud with the browser's own voice, for whoever reads little. Shown only where there is a voice for the
// language; nothing leaves the device but what the system's own voice may need.

const synthese = globalThis.speechSynthesis
const langue = document.documentElement.lang

/** What is worth hearing, in the order of the page: the question, its help, each answer. */
function textes() {
  const vus = document.querySelectorAll(
    'main h1, main h2, main .fr-hint-text, main .fr-label, main p, main li, main .fr-error-text',
  )
  return [...vus]
    .filter(
      (e) => !e.closest('details:not([open]), [aria-hidden="true"], .preau-js') && !e.parentElement?.closest('li, .fr-hint-text'),
    )
    .filter((e) => !(e.matches('.fr-label') && e.closest('h1')))
    .map((e) => (e.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
    .filter((t, i, tous) => t !== '' && tous.indexOf(t) === i)
}

const voix = () => synthese.getVoices().find((v) => v.lang.toLowerCase().startsWith(langue) && v.localService)

function installer() {
  const bouton = document.querySelector('[data-ecouter]')
  if (bouton instanceof HTMLElement) bouton.hidden = voix() === undefined
}

if (synthese) {
  installer()
  synthese.addEventListener('voiceschanged', installer)
  document.addEventListener('preau:page', () => synthese.cancel())
  addEventListener('pagehide', () => synthese.cancel())
  document.addEventListener('click', (evenement) => {
    if (!(evenement.target instanceof Element) || !evenement.target.closest('[data-ecouter]')) return
    if (synthese.speaking) return synthese.cancel()
    for (const texte of textes()) {
      const dit = new SpeechSynthesisUtterance(texte)
      dit.lang = langue
      dit.rate = 0.9
      const v = voix()
      if (v) dit.voice = v
      synthese.speak(dit)
    }
  })
}
