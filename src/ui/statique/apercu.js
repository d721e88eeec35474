// `<form data-apercu="#apercu">`: the preview and the proof-reading follow what is typed. The answer comes as a document, parsed
// by the browser: no string becomes markup here.
const ATTENTE = 700

/** @param {HTMLFormElement} form */
function suivre(form) {
  const ou = form.dataset.apercu ?? ''
  let minuterie = 0
  let envoi = 0
  const demander = () => {
    envoi += 1
    const rang = envoi
    const donnees = new URLSearchParams()
    for (const [nom, valeur] of new FormData(form)) if (typeof valeur === 'string') donnees.append(nom, valeur)
    donnees.set('suite', 'apercu')
    const requete = new XMLHttpRequest()
    requete.open('POST', form.action)
    requete.responseType = 'document'
    requete.addEventListener('load', () => {
      const neuf = requete.response?.querySelector(ou)
      const place = document.querySelector(ou)
      // Typed on meanwhile: a later answer is on its way.
      if (rang !== envoi || requete.status !== 200 || !neuf || !place) return
      const ouverts = new Set(
        [...place.querySelectorAll('details')]
          .filter((d) => d.open)
          .map((d) => d.querySelector('summary')?.textContent?.replace(/\d+/g, '')),
      )
      for (const d of neuf.querySelectorAll('details'))
        if (ouverts.has(d.querySelector('summary')?.textContent?.replace(/\d+/g, ''))) d.open = true
      place.replaceChildren(...neuf.childNodes)
    })
    requete.send(donnees)
  }
  form.addEventListener('input', () => {
    clearTimeout(minuterie)
    minuterie = setTimeout(demander, ATTENTE)
  })
}

for (const form of document.querySelectorAll('form[data-apercu]')) if (form instanceof HTMLFormElement) suivre(form)
