// The review by keyboard alone: 1 to 4 chooses, Ctrl + Enter notes it and goes on. Without this script the form does the same.
const formulaire = document.querySelector('form[data-revue]')
const ecrit = (cible) => cible instanceof HTMLElement && cible.matches('textarea, select, input:not([type=radio])')

function choisir(touche) {
  const choix = formulaire.querySelectorAll('input[name=decision]')[Number(touche) - 1]
  if (choix === undefined) return false
  choix.checked = true
  choix.focus()
  if (choix.value === 'tache') formulaire.querySelector('input[name=quoi]')?.focus()
  return true
}

if (formulaire) {
  formulaire.querySelector('input[name=decision]:checked')?.focus({ preventScroll: true })
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && e.ctrlKey) {
      e.preventDefault()
      formulaire.requestSubmit()
    } else if (/^[1-9]$/.test(e.key) && !e.ctrlKey && !e.altKey && !e.metaKey && !ecrit(e.target) && choisir(e.key))
      e.preventDefault()
  })
}
