import { encart, html, paragraphes, type Html } from '#ui'
import { cache, type Saisies } from './fiche/gestes.ts'
import { empreinteDe, vuDe } from './fusion.ts'

/** Says which text the form showed: the one recorded now, or, for words typed before, the one that they were written from. */
export const vu = (s: Saisies, forme: string, champ: string, actuel: string): Html =>
  cache(vuDe(champ), s.retour?.devance === true ? empreinteDe(actuel) : s.valeur(forme, vuDe(champ), empreinteDe(actuel)))

/** Above a field that somebody else filled otherwise meanwhile: their text, whole; the field below holds one's own. */
export const leurTexte = (s: Saisies, champ: string, actuel: string): Html | undefined =>
  s.dispute(champ)
    ? encart({
        titre: 'Le texte enregistré par votre collègue',
        texte: html`${paragraphes(actuel === '' ? '(effacé)' : actuel)}
          <p class="preau-discret">
            Le vôtre est dans le champ, en dessous. C’est le champ qui sera enregistré : réunissez-y ce qui doit rester.
          </p>`,
      })
    : undefined
