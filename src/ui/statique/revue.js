// The review by keyboard alone: a digit chooses, Ctrl + Enter notes it and goes on. Without this script the form does the same.
const formulaire = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-revue]'))
const ecrit = (cible) => cible instanceof HTMLElement && cible.matches('textarea, select, input:not([type=radio])')

// Above the letters of a French keyboard, the key of 1 writes « & »: there the place of the key counts.
const chiffre = (e) => (/^[1-9]$/.test(e.key) ? e.key : /^Digit([1-9])$/.exec(e.code)?.[1])

function choisir(touche) {
  const choix = formulaire.querySelectorAll('input[name=decision]')[Number(touche) - 1]
  if (choix === undefined) return false
  choix.checked = true
  choix.focus()
  if (choix.value === 'tache') formulaire.querySelector('input[name=quoi]')?.focus()
  return true
}

if (formulaire) {
  // What was refused is read first.
  if (!document.querySelector('[data-focus]'))
    formulaire.querySelector('input[name=decision]:checked')?.focus({ preventScroll: true })
  // A bare digit counts inside the form only: elsewhere a voice or a stray key would choose (WCAG 2.1.4).
  formulaire.addEventListener('keydown', (e) => {
    const touche = chiffre(e)
    if (touche && !e.ctrlKey && !e.altKey && !e.metaKey && !ecrit(e.target) && choisir(touche)) e.preventDefault()
  })
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' || !e.ctrlKey) return
    e.preventDefault()
    formulaire.requestSubmit()
  })
}
