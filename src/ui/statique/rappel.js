// What comes after the form: the code that was just given, and the dialogue. A page pulled down with the thumb, or a telephone put
// away, must not lose them; and once somebody has finished, nothing shows them again. Goes with etapes.js.

const CLE = 'preau-rappel'
const AU_PLUS = 30 * 60_000

/** Storage may be switched off: a reload then starts again. @param {() => unknown} faire */
function tenter(faire) {
  try {
    return faire()
  } catch {
    return null
  }
}

/** @param {string} ou */
const champ = (ou) => /** @type {HTMLInputElement | null} */ (document.querySelector(ou))

/** What shows this page again, sealed: the draft that was sent, or the access that the code gave. */
function decrire() {
  const envoye = champ('form[data-fini] input[name="brouillon"]')
  if (envoye) return { brouillon: envoye.value }
  const acces = champ('form[data-suivi] input[name="acces"]')
  return acces && { acces: acces.value, vers: 'lire' }
}

let efface = false

/** It stays in the tab for half an hour, for this entry of the history alone, until one has finished or left quickly. */
function seRappeler() {
  const champs = decrire()
  if (!champs || efface) return
  tenter(() => sessionStorage.setItem(CLE, JSON.stringify({ champs, ici: location.pathname, le: Date.now() })))
  history.replaceState({ ...history.state, rappel: true }, '')
}

function rouvrir() {
  const garde = /** @type {any} */ (tenter(() => JSON.parse(sessionStorage.getItem(CLE) ?? 'null')))
  if (garde?.ici !== location.pathname || Date.now() - garde.le > AU_PLUS) return
  document.dispatchEvent(new CustomEvent('preau:rouvrir', { detail: garde.champs }))
}

if (!decrire() && history.state?.rappel) rouvrir()
seRappeler()
document.addEventListener('preau:page', seRappeler)
addEventListener('popstate', seRappeler)

// « Finish and clear », « Close and clear »: an ordinary navigation, so that the browser clears what it kept.
document.addEventListener('submit', (evenement) => {
  const bouton = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (evenement).submitter)
  if (bouton?.value !== 'terminer' && bouton?.value !== 'fermer') return
  efface = true
  tenter(() => sessionStorage.removeItem(CLE))
  history.replaceState(null, '')
})
// Where the browser keeps the page as it was for its arrow, there is nothing left in it, and it leaves again.
addEventListener('pagehide', () => efface && document.querySelector('main')?.replaceChildren())
addEventListener('pageshow', (evenement) => {
  if (evenement.persisted && efface) location.replace(document.querySelector('a.fr-header__service')?.getAttribute('href') ?? '/')
})
