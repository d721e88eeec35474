import { encart, etapes, html, prefixeDe, resumeErreurs, type Html } from '#ui'
import { cadrePublic, FORMULAIRE } from '../cadre.ts'
import { registreDe, textes, tutoie } from '../textes/index.ts'
import { reponsesDites } from './dites.ts'
import { ECRANS, type Vue } from './ecrans.ts'
import { ETAPES, LONGUEURS, QUESTIONS, type Erreurs, type Etape } from './depot.form.ts'
import { IMAGES_MAX } from './pieces.ts'

export interface VueEtape extends Vue {
  etape: Etape
  /** The sealed draft. */
  brouillon: string
  /** Outside duty hours nobody reads: the first page says so. */
  ferme: boolean
  /** « This page was opened more than a day ago », when it was. */
  avis: string
  /** Came from the summary to change one answer: « Continuer » goes back there. */
  depuisResume: boolean
  /** Who will read, told before sending. */
  lecteurs: readonly string[]
}

function messages(v: VueEtape): Html | undefined {
  const t = textes(v.langue, registreDe(v.r.declarant))
  const phrase: Record<keyof Erreurs, string> = {
    etab: t.ecole.manque,
    mail: t.reponse.mailFaux,
    recit: t.commun.tropLong(LONGUEURS.recit),
    noms: t.commun.tropLong(LONGUEURS.noms),
    cible: t.commun.tropLong(LONGUEURS.cible),
    essais: t.commun.tropLong(LONGUEURS.essais),
    souhait: t.commun.tropLong(LONGUEURS.souhait),
    adulte: v.r.adulte === '' ? t.reponse.adulteVide : t.commun.tropLong(LONGUEURS.adulte),
  }
  const champ = (nom: string): string => (nom === 'etab' && v.trouvees === null ? 'q' : nom)
  // A picture that was not taken is said at the top too: on a small phone its own field is far below.
  const place = v.images.length < IMAGES_MAX ? { champ: 'images' } : {}
  return resumeErreurs(t.commun.erreurs, [
    ...(Object.keys(v.erreurs) as (keyof Erreurs)[]).map((nom) => ({ champ: champ(nom), message: phrase[nom] })),
    ...v.refus.map((raison) => ({ ...place, message: t.reponse.refus[raison] })),
  ])
}

/** What the Enter key does, where it is not « Continuer ». */
const ENTREE: Partial<Record<Etape, string>> = { ecole: 'chercher', resume: 'aller:resume' }

/** One screen of the form. */
export function pageEtape(v: VueEtape): Html {
  const t = textes(v.langue, registreDe(v.r.declarant)).commun
  const n = QUESTIONS.indexOf(v.etape) + 1
  const vous = !tutoie(registreDe(v.r.declarant))
  const passable = n > 0 && v.etape !== 'ecole' && v.etape !== 'reponse'
  const contenu = html`${n > 0 ? etapes({ numero: n, total: QUESTIONS.length, etat: t.etape(n, QUESTIONS.length) }) : ''}
    ${messages(v)}${v.avis === '' ? '' : encart({ icone: 'info', texte: v.avis })}
    ${v.etape === 'danger' && v.ferme ? encart({ icone: 'horloge', texte: t.ferme }) : ''}
    <form
      method="post"
      action="${prefixeDe(v.langue)}/signaler"
      id="${FORMULAIRE}"
      class="preau-form"
      ${v.etape === 'reponse' ? html` enctype="multipart/form-data"` : ''}
      data-etapes
      novalidate
    >
      <input type="hidden" name="brouillon" value="${v.brouillon}" /><input type="hidden" name="etape" value="${v.etape}" />
      ${v.depuisResume ? html`<input type="hidden" name="ensuite" value="resume" />` : ''}
      ${v.etape === 'resume' ? resume(v) : ECRANS[v.etape](v)}
      ${passable ? html`<p class="fr-hint-text">${vous ? t.passerVous : t.passer}</p>` : ''} ${boutons(v)}
    </form>`
  return cadrePublic({
    langue: v.langue,
    titre: textes(v.langue, registreDe(v.r.declarant)).commun.titre,
    contenu,
    chemin: '/signaler',
    script: ['etapes.js', 'rappel.js', 'compteur.js', 'copier.js', 'imprimer.js', 'lire.js'],
    // Unfolded above each question, they would hide it from whoever holds a telephone: the first ones stay there, in one line.
    urgencesOuvertes: v.etape === 'danger' && v.r.danger === 'oui' && !v.numeros,
    entree: ENTREE[v.etape] ?? 'suite',
  })
}

/**
 * Whoever is in danger, or has no time, need not pass every screen: from the school on, which alone is needed, when danger was said;
 * once something could be told, otherwise.
 */
function peutFinir(v: VueEtape): boolean {
  const rang = ETAPES.indexOf(v.etape)
  const depuis = v.r.danger === 'oui' ? 'ecole' : 'quoi'
  return !v.depuisResume && v.etape !== 'resume' && rang >= ETAPES.indexOf(depuis)
}

function boutons(v: VueEtape): Html {
  const t = textes(v.langue, registreDe(v.r.declarant))
  const vous = !tutoie(registreDe(v.r.declarant))
  const dangerDit = v.etape === 'danger' && v.numeros
  const libelle =
    v.etape === 'resume'
      ? vous
        ? t.resume.envoyerVous
        : t.resume.envoyer
      : dangerDit
        ? t.danger.continuerQuandMeme
        : t.commun.continuer
  const vers = v.etape === 'resume' ? 'envoyer' : dangerDit ? 'compris' : 'suite'
  return html`<div class="preau-form__suite">
    <button type="submit" name="vers" value="${vers}" class="fr-btn fr-btn--lg">${libelle}</button>
    ${v.etape === 'danger' && !dangerDit ? '' : html`<button type="submit" name="vers" value="retour" class="fr-btn fr-btn--tertiary">${t.commun.retour}</button>`}
    ${peutFinir(v) && html`<button type="submit" name="vers" value="aller:resume" class="fr-btn fr-btn--secondary">${t.commun.finir}</button>`}
  </div>`
}

/** All the answers, each with its way back, and who will read them. */
function resume(v: VueEtape): Html {
  const t = textes(v.langue, registreDe(v.r.declarant))
  const r = v.r
  const vous = !tutoie(registreDe(r.declarant))
  const lignes = reponsesDites(v.langue, r, {
    ecole: v.choisie === null ? '' : `${v.choisie.nom}, ${v.choisie.commune}`,
    images: v.images.length === 0 ? '' : t.commun.chiffres(v.images.length),
  })
  return html`<h1 class="preau-question">${vous ? t.resume.questionVous : t.resume.question}</h1>
    <p>${vous ? t.resume.aideVous : t.resume.aide}</p>
    <dl class="preau-definitions">
      ${lignes.map(
        ({ terme, valeur, etape }) =>
          html`<div>
            <dt>${terme}</dt>
            <dd dir="auto" ${valeur === '' ? html` class="preau-facultatif"` : ''}>
              ${valeur === '' ? t.resume.vide : valeur.split('\n').map((x, i) => html`${i > 0 ? html`<br />` : ''}${x}`)}
            </dd>
            <dd class="preau-definitions__action">
              <button type="submit" name="vers" value="aller:${etape}" class="fr-btn fr-btn--tertiary fr-btn--sm">
                ${t.resume.modifier}<span class="fr-sr-only"> ${terme}</span>
              </button>
            </dd>
          </div>`,
      )}
    </dl>
    ${lecteurs(v)}`
}

const lecteurs = (v: VueEtape): Html => {
  const t = textes(v.langue, registreDe(v.r.declarant))
  return encart({
    icone: 'oeil',
    titre: t.resume.lecteurs,
    balise: 'h2',
    texte: html`<ul>
        ${v.lecteurs.map((x) => html`<li>${x}</li>`)}
      </ul>
      <p>${t.lecteurs.toujours}</p>
      <p>${t.lecteurs.jamais}</p>
      <p>${t.resume.quand}</p>
      <p>${t.danger.secret}</p>`,
  })
}
