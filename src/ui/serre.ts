// For the tests: markup without the white space that the indentation of the templates leaves.
import type { Html } from './html.ts'

export const serre = (markup: Html | undefined): string =>
  String(markup ?? '')
    .replaceAll(/<svg[^]*?<\/svg>/g, '<svg>')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('> <', '><')
    .replaceAll(/ ?\/?>/g, '>')
    .replaceAll(/> (?=\S)/g, '>')
    .trim()
