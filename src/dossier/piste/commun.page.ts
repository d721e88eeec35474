import { jourIso } from '#signalement'
import { alerte, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { sourceDite } from '../sources.ts'
import { DESTINATAIRES, type CodeDestinataire } from '../transmission/transmission.mots.ts'
import { ABSENTS, CONSTATS, PAROLES } from './methodes.ts'
import { RENCONTRE } from './trame.ts'

export const avertirRencontre = (): Html =>
  alerte({
    type: 'attention',
    titre: RENCONTRE.titre,
    texte: typo(RENCONTRE.texte),
  })

/** A track that something learnt since has stopped: said before anything can be planned. */
export const arret = (phrase: string): Html | undefined =>
  phrase === '' ? undefined : alerte({ type: 'erreur', titre: 'Cette piste est arrêtée', texte: typo(phrase) })

/** Help with where it comes from. */
export function aideSource(texte: string, source: string): Html {
  const dite = sourceDite(source)
  return html`${typo(texte)}${dite !== '' && html` <small class="preau-discret">(${typo(dite)})</small>`}`
}

/** « Procureur, le 3 nov. » */
export const transmissionDite = (x: { destinataire: string; jour: string }): string =>
  `${DESTINATAIRES[x.destinataire as CodeDestinataire]?.court ?? x.destinataire}, le ${jourIso(x.jour)}`

interface Mot {
  libelle: string
  signe: string
  ton: string
}
const MOTS: Readonly<Record<string, Mot>> = { ...PAROLES, ...CONSTATS, ...ABSENTS }

/** A word and a sign: the colour only repeats them. */
export function constat(code: string): Html {
  const m = MOTS[code]!
  return html`<span class="preau-constat preau-constat--${m.ton}"><span aria-hidden="true">${m.signe}</span> ${m.libelle}</span>`
}

/** Somebody's words between quotes, once: many type them already. */
export const cite = (mots: string): string => typo(/^\s*[«“"]/.test(mots) ? mots : `« ${mots} »`)

/** A page under the treatment. */
export const url = (o: Dossier, suite: string): string => `/dossiers/${o.d.numero}/traitement/${suite}`

/** A closed list as the options of a field. */
export const options = (liste: Readonly<Record<string, { libelle: string; aide?: string }>>) =>
  Object.entries(liste).map(([valeur, { libelle, aide }]) => ({
    valeur,
    libelle: typo(libelle),
    ...(aide && { aide: typo(aide) }),
  }))
