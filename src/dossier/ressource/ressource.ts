import { html, minutes, typo, type Html } from '#ui'
import type { AgentDb } from '#platform'
import type { Onglet } from '../protocole/protocole.ts'
import * as sql from './ressource.sql.ts'

export type Utile = sql.ALEtapeRow

/** The code by which a resource names a part of a dossier; the first page has none of its own. */
export const etapeDe = (partie: Onglet): string => partie || 'ensemble'

/** What helps at this part of a dossier, the newest first, six at most. The rooms below know no resource: the database says it. */
export const utilesA = (db: AgentDb, partie: Onglet): Promise<Utile[]> => db.all(sql.aLEtape, { etape: etapeDe(partie) })

const lien = (u: Utile): Html => html`<a href="/bibliotheque/${u.adresse}">${typo(u.titre)}</a>`

/** One line each, after everything that is to be done: help is there for whoever looks for it, and asks for nothing. */
export const ressourcesUtiles = (utiles: readonly Utile[]): Html | undefined =>
  utiles.length === 0
    ? undefined
    : html`<aside class="preau-utiles" aria-labelledby="utiles">
        <h2 id="utiles">Pour vous aider ici</h2>
        <ul>
          ${utiles.map((u) => html`<li>${lien(u)} ${u.duree !== null && html`<small>${minutes(u.duree)}</small>`}</li>`)}
        </ul>
      </aside>`
