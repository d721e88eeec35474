// A long form on a phone: one axis at a time. Those to come are folded, the next opens by itself when the last question is answered,
// and each says how far it is. Without this file, or on a wide screen, everything is open at once.

/** @typedef {{ bloc: HTMLElement, pli: HTMLDetailsElement, compte: HTMLElement }} Axe */

/** @param {HTMLElement} bloc @returns {string[]} the names of its questions */
const questions = (bloc) => [
  ...new Set([...bloc.querySelectorAll('input[type="radio"]')].map((x) => /** @type {HTMLInputElement} */ (x).name)),
]

/** @param {HTMLElement} bloc */
const faites = (bloc) => questions(bloc).filter((nom) => bloc.querySelector(`input[name="${CSS.escape(nom)}"]:checked`)).length

/** @type {Axe[]} */
const axes = [...document.querySelectorAll('[data-axe]')].flatMap((bloc) => {
  const pli = bloc.querySelector('details')
  const titre = pli?.querySelector('summary')
  if (!(bloc instanceof HTMLElement) || !pli || !titre) return []
  const compte = document.createElement('span')
  compte.className = 'preau-axe__compte'
  titre.append(compte)
  return [{ bloc, pli, compte }]
})

/** @param {Axe} a */
function dire({ bloc, compte }) {
  const [n, total] = [faites(bloc), questions(bloc).length]
  compte.textContent = n === total ? 'répondu' : `${n} sur ${total}`
}

/** @param {Axe} a */
const finie = ({ bloc }) => faites(bloc) === questions(bloc).length

axes.forEach((axe, rang) => {
  dire(axe)
  axe.bloc.addEventListener('change', () => {
    const avant = axe.compte.textContent
    dire(axe)
    // Only when it has just been finished: changing an answer later moves nothing.
    if (finie(axe) && avant !== axe.compte.textContent) axes[rang + 1]?.pli.setAttribute('open', '')
  })
})

const premier = axes.findIndex((a) => !finie(a))
if (matchMedia('(max-width: 48em)').matches && premier >= 0)
  axes.forEach((a, rang) => {
    // What is to be mended stays in sight.
    if (rang !== premier && !a.bloc.querySelector('[aria-invalid="true"]')) a.pli.open = false
  })
