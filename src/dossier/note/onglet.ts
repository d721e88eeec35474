import { html } from '#ui'
import { agir } from '../agir.ts'
import { onglet } from '../onglet.ts'
import { noteScellee } from './scellee.page.ts'
import { partager, sceller, scelleesDe } from './scellee.ts'

/** Notes: those of the team, and those under a professional secret. */
export const notes = onglet({
  code: 'notes',
  charger: scelleesDe,
  contenu: (o, scellees, s) => html`<div class="preau-pile">${noteScellee(o, scellees, s)}</div>`,
  faits: {
    scellee: 'La note est scellée.',
    partagee: 'Le partage est noté. Cette personne, et elle seule, peut le lire.',
  },
})

export const envois = {
  sceller: agir('notes/scellees', sceller, notes),
  partager: agir('notes/partages', partager, notes),
}
