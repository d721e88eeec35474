import { type Phrase } from '#signalement'
import { NATURES_APPUI, UTILE, VERS } from './appui.ts'
import { enPhrase } from '../vocabulaire.ts'

/** What is done with a request for support. */
export const PHRASES_APPUI: Readonly<Record<string, Phrase>> = {
  'appui.demander': {
    dire: (d) => `Demandé ${enPhrase(VERS, d.vers)} : ${enPhrase(NATURES_APPUI, d.nature)}`,
    icone: 'info',
    ton: 'info',
  },
  'appui.prendre': { dire: () => 'Quelqu’un s’en charge', icone: 'personne', ton: 'info' },
  'appui.ecrire': { dire: () => 'Un message', icone: 'message' },
  'appui.faire': { dire: () => 'Fait', icone: 'coche', ton: 'succes' },
  'appui.redemander': { dire: () => 'Pas fini : redemandé', icone: 'alerte', ton: 'attention' },
  'appui.clore': { dire: (d) => `Fini. Utile : ${enPhrase(UTILE, d.utile)}`, icone: 'coche', ton: 'succes' },
}
