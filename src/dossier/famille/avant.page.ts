import { jourIso } from '#signalement'
import { de, definitionListe, html, paragraphes, typo, type Html } from '#ui'
import type { Changement } from '../avant/avant.ts'
import { notesAvant } from '../avant/avant.page.ts'
import type { Note } from './avant.ts'
import { LANGUES, LIENS, REGLES, type Regle } from './famille.mots.ts'
import type { Nomme } from './famille.ts'

const ouiNon = (oui: boolean): string => (oui ? 'Oui' : 'Non')

const note = (n: Note): Html =>
  definitionListe([
    { terme: 'Lien avec l’élève', definition: LIENS[n.lien].libelle },
    { terme: 'Exerce l’autorité parentale', definition: ouiNon(n.autorite) },
    ...(n.telephone === '' ? [] : [{ terme: 'Téléphone', definition: n.telephone }]),
    ...(n.mail === '' ? [] : [{ terme: 'Courriel', definition: n.mail }]),
    ...(n.adresse === '' ? [] : [{ terme: 'Adresse', definition: paragraphes(n.adresse) }]),
    { terme: 'Langue', definition: LANGUES[n.langue] },
    { terme: 'Un interprète est nécessaire', definition: ouiNon(n.interprete) },
    { terme: 'Ce contact', definition: typo(REGLES[n.regle].libelle) },
    ...(n.raison === '' ? [] : [{ terme: 'Raison', definition: paragraphes(n.raison) }]),
  ])

const AIDE = 'Un extrait ou une transmission ne dit jamais que la fiche du jour où il est préparé.'

/** What stays readable of a guardian who was noted otherwise. */
export const ficheAvant = (avant: readonly Changement<Note>[]): Html | undefined => notesAvant(avant, AIDE, note)

/** A guardian who is one no more, or whom another entry now stands for: as last noted, with nothing to change. */
export const lienQuiFut = (r: Nomme & { eleve: string }): Html =>
  html`<h2>${r.nom}</h2>
    <p class="preau-discret">
      ${typo(r.au === null ? `Responsable légal ${de(r.eleve)}` : `N’est plus responsable légal ${de(r.eleve)} depuis le ${jourIso(r.au)}`)}
    </p>
    ${note({ ...r, regle: r.regle as Regle })}`
