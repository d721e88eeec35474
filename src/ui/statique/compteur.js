// `<p data-compteur="#champ" data-max="2000" data-reste="Il reste {n} signes.">`: counts down while one types.

// Said after a pause: a screen reader would otherwise speak at every key.
const PAUSE = 1000

/** @param {HTMLElement} compte */
function preparer(compte) {
  const champ = document.querySelector(compte.dataset.compteur ?? '')
  if (!(champ instanceof HTMLTextAreaElement)) return
  const max = Number(compte.dataset.max)
  const modele = compte.dataset.reste ?? '{n}'
  const dit = document.createElement('span')
  dit.className = 'fr-sr-only'
  dit.setAttribute('aria-live', 'polite')
  compte.after(dit)
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let attente

  const compter = () => {
    const reste = max - champ.value.length
    compte.textContent = modele.replace('{n}', new Intl.NumberFormat(document.documentElement.lang).format(reste))
    compte.classList.toggle('preau-compte--trop', reste < 0)
    clearTimeout(attente)
    attente = setTimeout(() => (dit.textContent = reste < max / 10 ? compte.textContent : ''), PAUSE)
  }
  champ.addEventListener('input', compter)
  if (champ.value) compter()
}

function installer() {
  for (const compte of document.querySelectorAll('[data-compteur]')) if (compte instanceof HTMLElement) preparer(compte)
}
installer()
document.addEventListener('preau:page', installer)
