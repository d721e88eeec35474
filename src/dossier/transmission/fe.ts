import { jourIso } from '#signalement'
import { typo } from '#ui'
import { enClair, masquer, nomsRestants } from '../masque/masquer.ts'
import { atomes } from '../masque/noms.ts'
import { enInitiales, lieuxDe } from '../masque/personnes.ts'
import { NATURES, type Nature } from '../vocabulaire.ts'
import type { Contexte } from './contexte.ts'
import { datesDes, lieuxDes, natureDes } from './faits.ts'

const PLACES: Record<string, string> = { cible: 'visé', auteur_presume: 'mis en cause', temoin: 'témoin', soutien: 'soutien' }

/** « L. M., 5e B (visé) »: what one writes of a pupil in Faits établissement, and no more (S16). */
function eleves(c: Contexte, cacher: (t: string) => string): string {
  const nommes = enInitiales(c.noms)
  return c.noms.connus
    .filter((p) => [...p.roles].some((r) => PLACES[r] !== undefined))
    .map((p) => {
      const places = [...p.roles].flatMap((r) => PLACES[r] ?? []).join(', ')
      // Noted by a description (« deux élèves de CM2 »): that is what one can say of them.
      const dit = p.noms.length === 0 ? cacher(p.nom) : nommes.find((n) => n.id === p.id)!.dire
      return `- ${dit}${p.precision === '' ? '' : `, ${cacher(p.precision)}`} (${places})`
    })
    .join('\n')
}

/** A factual synthetic text for Faits établissement: from structured fields, and a summary in which everybody is initials. */
export function texteFe(c: Contexte): string {
  const reglage = { personnes: enInitiales(c.noms), laisser: lieuxDe(c.o), inconnu: 'X.' }
  const cacher = (t: string): string => enClair(masquer(t, reglage))
  const nature = natureDes(c.noms)
  const lieux = lieuxDes(c.noms)
  const actions = c.mesures
    .filter((m) => m.nature !== 'aucune')
    .map((m) => `- ${NATURES[m.nature as Nature].libelle}, depuis le ${jourIso(m.du)}`)
  const informees = c.familles.filter((f) => f.echanges.some((e) => e.issue === 'informe')).length
  return typo(
    [
      `Dates des faits : ${datesDes(c.noms) || 'à préciser'}`,
      nature !== '' && `Nature : ${nature}`,
      lieux !== '' && `Lieux : ${lieux}`,
      `Élèves concernés :\n${eleves(c, cacher) || '- à préciser'}`,
      `Faits :\n${c.o.resume === '' ? 'à écrire' : cacher(c.o.resume)}`,
      `Actions engagées :\n${[...actions, ...(informees > 0 ? [`- Familles informées : ${informees}`] : [])].join('\n') || '- à écrire'}`,
      'Accompagnement demandé : ',
    ]
      .filter((x) => x !== false)
      .join('\n\n'),
  )
}

const INITIALES = /^(?:\p{Lu}\.?[ \u00a0-]?){1,4}$/u

/** What an agent wrote or changed is looked at again: the names that are left, as they are written. Initials are no names; « LINA » is one. */
export function nomsDansFe(c: Contexte, texte: string): string[] {
  const noms = enInitiales(c.noms)
  const entiers = new Set(noms.flatMap((p) => p.noms.flatMap(atomes)).filter((a) => a.length > 1))
  return nomsRestants(texte, noms).filter((n) => !INITIALES.test(n) || atomes(n).some((a) => entiers.has(a)))
}
