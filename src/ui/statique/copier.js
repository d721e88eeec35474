// `<button data-copier="#id" data-copie="Copié">`: copies the text of #id, and says so on the button for a moment. The lines of a
// `.preau-texte` are kept.

const DUREE = 4000

/** @param {HTMLElement} bouton */
function preparer(bouton) {
  const texte = bouton.querySelector('span') ?? bouton
  const avant = texte.textContent
  texte.setAttribute('aria-live', 'polite')
  bouton.addEventListener('click', async () => {
    const cible = document.querySelector(bouton.dataset.copier ?? '')
    if (!cible) return
    try {
      const brut = (cible.textContent ?? '').trim()
      await navigator.clipboard.writeText(cible.matches('.preau-texte') ? brut : brut.replaceAll(/\s+/g, ' '))
    } catch {
      // Refused by the browser: the text is selected, so that a keystroke or a long touch copies it.
      getSelection()?.selectAllChildren(cible)
      return
    }
    texte.textContent = bouton.dataset.copie ?? ''
    setTimeout(() => (texte.textContent = avant), DUREE)
  })
}

function installer() {
  for (const bouton of document.querySelectorAll('[data-copier]')) if (bouton instanceof HTMLElement) preparer(bouton)
}
installer()
// The reporter's form puts its next screen in place without loading a page.
document.addEventListener('preau:page', installer)
