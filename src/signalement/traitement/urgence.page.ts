import { uuidv7 } from '#platform'
import { accordeon, bouton, champListe, champZone, html, type Html } from '#ui'
import { URGENCES, type Urgence } from '../vocabulaire.ts'
import { caches, erreurDe, saisie, type Vue } from './gestes.page.ts'
import type { Fiche } from './lire.ts'
import { levees } from './urgence.ts'

interface Geste {
  forme: 'urgences/levee' | 'urgences/retour'
  champ: 'urgence' | 'levee'
  libelle: string
  raison: 'raison_lever' | 'raison_remettre'
  pourquoi: string
  bouton: string
}
const LEVER: Geste = {
  forme: 'urgences/levee',
  champ: 'urgence',
  libelle: 'Ce qui n’est plus une urgence',
  raison: 'raison_lever',
  pourquoi: 'Ce qui a été vérifié, et auprès de qui',
  bouton: 'Lever cette urgence',
}
const REMETTRE: Geste = {
  forme: 'urgences/retour',
  champ: 'levee',
  libelle: 'Une urgence levée, à remettre',
  raison: 'raison_remettre',
  pourquoi: 'Pourquoi elle revient',
  bouton: 'Remettre cette urgence',
}

const formulaire = (f: Fiche, v: Vue, g: Geste, codes: readonly string[]): Html =>
  html`<form class="preau-pile" method="post" action="/signalements/${f.s.id}/${g.forme}" novalidate>
    ${caches(f, { message: saisie(v, g.forme, 'message') || uuidv7() })}
    ${champListe({
      nom: g.champ,
      libelle: g.libelle,
      vide: 'Choisir…',
      valeur: saisie(v, g.forme, g.champ),
      options: codes.map((valeur) => ({ valeur, libelle: URGENCES[valeur as Urgence].libelle })),
      ...erreurDe(v, g.champ),
    })}
    ${champZone({ nom: g.raison, libelle: g.pourquoi, aide: 'Reste dans les notes entre agents.', lignes: 3, valeur: saisie(v, g.forme, g.raison), ...erreurDe(v, g.raison) })}
    ${bouton({ libelle: g.bouton, variante: 'secondaire' })}
  </form>`

/** What put this report first, lifted with a reason or put back. */
export function changerUrgences(f: Fiche, v: Vue): Html | undefined {
  const dites = levees(f.s.urgences, f.faits)
  if (f.s.urgences.length + dites.length === 0) return undefined
  return accordeon({
    titre: 'Lever ou remettre une urgence',
    ouvert: v.retour?.forme.startsWith('urgences/') === true,
    contenu: html`${f.s.urgences.length > 0 && formulaire(f, v, LEVER, f.s.urgences)}
    ${dites.length > 0 && formulaire(f, v, REMETTRE, dites)}`,
  })
}
