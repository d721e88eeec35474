// `<form data-televerser="/redaction/envois">`: the file goes in pieces, and goes on after a cut, even after the page was
// closed. Then the form is sent without it. Without this script the browser sends the form whole.
const MORCEAU = 4 * 1024 * 1024
const ESSAIS = 8
const MEMOIRE = 'preau-envoi '

/** @param {number} ms */
const attendre = (ms) => new Promise((r) => setTimeout(r, ms))
const UN = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
/** @param {number} n */
const enMo = (n) => UN.format(n / 1_000_000)

class Refus extends Error {}

/**
 * @param {string} url
 * @param {RequestInit} o
 */
async function demander(url, o) {
  const r = await fetch(url, { ...o, credentials: 'same-origin', redirect: 'error' })
  if (r.status === 413 || r.status === 422) throw new Refus(await r.text())
  if (r.status === 404 || r.status === 401) throw new Refus('')
  if (!r.ok && r.status !== 409) throw new Error(String(r.status))
  return r
}

/**
 * Where this very file was sent to before, when that is still there; else a new place.
 * @param {string} url
 * @param {File} fichier
 * @param {string} cle
 */
async function placeDe(url, fichier, cle) {
  const avant = localStorage.getItem(cle)
  if (avant?.startsWith(`${url}/`)) {
    const la = await demander(avant, { method: 'HEAD' }).catch((e) => (e instanceof Refus ? null : Promise.reject(e)))
    if (la !== null) return avant
  }
  const nom = btoa(String.fromCharCode(...new TextEncoder().encode(fichier.name.slice(0, 100))))
  const r = await demander(url, {
    method: 'POST',
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(fichier.size), 'Upload-Metadata': `filename ${nom}` },
  })
  const place = r.headers.get('Location') ?? ''
  localStorage.setItem(cle, place)
  return place
}

/**
 * @param {string} place
 * @param {File} fichier
 * @param {(recu: number) => void} dire
 */
async function envoyer(place, fichier, dire) {
  let echecs = 0
  for (;;) {
    try {
      const ou = Number((await demander(place, { method: 'HEAD' })).headers.get('Upload-Offset'))
      dire(ou)
      if (ou >= fichier.size) return
      const r = await demander(place, {
        method: 'PATCH',
        headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(ou), 'Content-Type': 'application/offset+octet-stream' },
        body: fichier.slice(ou, ou + MORCEAU),
      })
      if (r.status === 409) await attendre(500)
      else echecs = 0
    } catch (e) {
      echecs += 1
      if (e instanceof Refus || echecs > ESSAIS) throw e
      await attendre(Math.min(30_000, 500 * 2 ** echecs))
    }
  }
}

/** @param {HTMLFormElement} form */
function preparer(form) {
  const champ = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type=file]'))
  const avance = /** @type {HTMLElement | null} */ (form.querySelector('[data-avance]'))
  const barre = form.querySelector('progress')
  const texte = form.querySelector('[data-avance-texte]')
  if (!champ || !avance || !barre || !texte) return
  form.addEventListener('submit', async (e) => {
    const fichier = champ.files?.[0]
    if (!fichier) return
    e.preventDefault()
    avance.hidden = false
    const cle = `${MEMOIRE}${fichier.name} ${fichier.size} ${fichier.lastModified}`
    try {
      const place = await placeDe(form.dataset.televerser ?? '', fichier, cle)
      await envoyer(place, fichier, (recu) => {
        barre.value = (100 * recu) / fichier.size
        texte.textContent = `${enMo(recu)}\u00a0Mo sur ${enMo(fichier.size)}\u00a0Mo`
      })
      localStorage.removeItem(cle)
      const cache = Object.assign(document.createElement('input'), {
        type: 'hidden',
        name: 'envoi',
        value: place.split('/').at(-1),
      })
      form.append(cache)
      champ.disabled = true
      form.submit()
    } catch (erreur) {
      localStorage.removeItem(cle)
      form.removeAttribute('data-envoi')
      const dit = erreur instanceof Refus ? erreur.message : ''
      texte.textContent = dit || 'L’envoi s’est arrêté. Vérifiez la connexion, puis appuyez de nouveau sur «\u00a0Joindre\u00a0».'
    }
  })
}

for (const form of document.querySelectorAll('form[data-televerser]')) if (form instanceof HTMLFormElement) preparer(form)
