// `<button data-imprimer>`: the browser's print window.
for (const bouton of document.querySelectorAll('[data-imprimer]')) bouton.addEventListener('click', () => print())
