import { type Phrase } from '#signalement'
import { NATURES_APPUI, UTILE, VERS } from './appui.ts'

const mot = (liste: Record<string, { libelle: string }>, code: unknown): string =>
  (liste[String(code)]?.libelle ?? String(code)).toLowerCase()

/** What is done with a request for support. */
export const PHRASES_APPUI: Readonly<Record<string, Phrase>> = {
  'appui.demander': { dire: (d) => `Demandé ${mot(VERS, d.vers)} : ${mot(NATURES_APPUI, d.nature)}`, icone: 'info', ton: 'info' },
  'appui.prendre': { dire: () => 'Quelqu’un s’en charge', icone: 'personne', ton: 'info' },
  'appui.ecrire': { dire: () => 'Un message', icone: 'message' },
  'appui.faire': { dire: () => 'Fait', icone: 'coche', ton: 'succes' },
  'appui.redemander': { dire: () => 'Pas fini : redemandé', icone: 'alerte', ton: 'attention' },
  'appui.clore': { dire: (d) => `Fini. Utile : ${mot(UTILE, d.utile)}`, icone: 'coche', ton: 'succes' },
}
