import { jourIso } from '#signalement'
import { badge, html, lienBouton, tableau, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { qualificationDe } from '../protocole/prealables.ts'
import { listeAttente } from './attente.page.ts'
import { badgesEnvoi, etatEnvoi } from './envoi.page.ts'
import { partie } from './feuilles.ts'
import { DESTINATAIRES, SUITES, type CodeDestinataire, type Suite } from './transmission.mots.ts'
import type { Transmission } from './transmettre.ts'

export const derniere = (ts: readonly Transmission[], code: string): Transmission | undefined =>
  ts.findLast((t) => t.destinataire === code)

function decision(t: Transmission | undefined): Html {
  if (t === undefined) return html`<span class="preau-discret">Pas encore décidé</span>`
  if (t.decision === 'oui' && etatEnvoi(t) !== 'partie') return html`<p class="fr-badges-group">${badgesEnvoi(t)}</p>`
  return t.decision === 'oui'
    ? badge({ libelle: `Transmis le ${jourIso(t.jour)}`, ton: 'succes', icone: 'coche' })
    : badge({ libelle: `Non, le ${jourIso(t.jour)}` })
}

function suite(o: Dossier, t: Transmission | undefined): Html | string {
  if (t === undefined || !partie(t)) return ''
  const due = o.prevus.find((p) => p.nature === 'suite_transmission' && p.objet === t.id)
  const dit = t.suites.at(-1)
  const texte = dit === undefined ? 'Rien encore' : SUITES[dit.issue as Suite].libelle
  return html`${texte}${due && html`<br /><small>À redemander le ${jourIso(due.le.toISOString().slice(0, 10))}</small>`}`
}

/** When this académie declares a Fait établissement: said, never imposed on an emergency. */
const quandDeclarer = (o: Dossier, ts: readonly Transmission[]): Html | undefined => {
  if (derniere(ts, 'fait_etablissement') !== undefined) return undefined
  const soupcon = o.reglages.variante('fait_etablissement') === 'soupcon'
  const qualifie = qualificationDe(o.vu) !== null
  return html`<p>
    ${typo(
      soupcon
        ? 'L’académie a choisi : le Fait établissement se déclare dès le soupçon. Il n’est pas encore décidé.'
        : qualifie
          ? 'La situation est qualifiée : décidez du Fait établissement.'
          : 'L’académie a choisi : le Fait établissement se déclare après la qualification. Un fait grave n’attend pas.',
    )}
  </p>`
}

/** Where this situation was sent, where it was not, and what came of it. */
export const pageTransmissions = (o: Dossier, ts: readonly Transmission[]): Html =>
  html`<div class="preau-pile" id="transmettre">
    <h2>Transmissions</h2>
    <p>${typo('Transmettre ou non se décide, avec une raison, dans les deux cas. Danger immédiat : le 17 ou le 112 d’abord.')}</p>
    ${quandDeclarer(o, ts)}
    ${
      o.vu.enAttente.length > 0 &&
      html`<section class="preau-pile" id="partir" aria-labelledby="partir-titre">
        <h3 id="partir-titre">Décidé, et pas encore parti</h3>
        ${listeAttente(o)}
      </section>`
    }
    <div id="suivre_transmission">
      ${tableau({
        legende: 'Où cette situation peut être transmise',
        legendeMasquee: true,
        colonnes: ['Destinataire', 'Décision', 'Suites', 'Action'].map((libelle) => ({ libelle })),
        lignes: (Object.keys(DESTINATAIRES) as CodeDestinataire[]).map((code) => {
          const t = derniere(ts, code)
          return {
            cellules: [
              DESTINATAIRES[code].libelle,
              decision(t),
              suite(o, t),
              lienBouton({
                libelle: t === undefined ? 'Décider' : 'Ouvrir',
                precision: DESTINATAIRES[code].court,
                url: `/dossiers/${o.d.numero}/transmissions/${code}`,
                variante: 'tertiaire',
                petit: true,
              }),
            ],
          }
        }),
      })}
    </div>
  </div>`
