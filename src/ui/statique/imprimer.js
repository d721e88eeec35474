// `<button data-imprimer>`: the browser's print window.
document.addEventListener('click', (evenement) => {
  if (evenement.target instanceof Element && evenement.target.closest('[data-imprimer]')) print()
})
