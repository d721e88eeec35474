import { libelleRole } from '#annuaire'
import { badgeDelai, jour, jourIso, URGENCES } from '#signalement'
import { badge, bouton, champListe, de, enTete, html, tableau, typo, vide, type Html } from '#ui'
import { cache, caseDossier } from '../fiche/gestes.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import type { ADonner, Candidat, Charge } from './repartition.ts'
import { mot } from '../vocabulaire.ts'

/** A column of noughts hides the figures. */
const sansZero = (n: number): number | '' => (n === 0 ? '' : n)
const dossiers = (n: number): string => (n === 1 ? '1 dossier' : `${n} dossiers`)

const RAISONS: Record<string, (d: ADonner) => string> = {
  parti: (d) => `${d.qui} n’a plus de fonction ici`,
  ecarte: (d) => `${d.qui} ne suit plus cette situation`,
  absent: (d) => `Absence ${de(d.qui ?? '')}, sans remplaçant qui la voie`,
  bientot: (d) => `La fonction ${de(d.qui ?? '')} finit le ${d.jusqu == null ? '' : jour(d.jusqu)}`,
}
const raison = (d: ADonner): string => typo(RAISONS[d.raison ?? '']?.(d) ?? '')

/** Several dossiers to one person: the least loaded of those who see them come first. */
function formulaire(liste: readonly ADonner[], candidats: readonly Candidat[], retour: string): Html {
  const raisons = liste.some((d) => d.raison !== undefined)
  return html`<form class="preau-pile" method="post" action="/bureau/repartition">
    ${cache('retour', retour)}
    ${tableau({
      legende: 'Dossiers à confier',
      legendeMasquee: true,
      dense: true,
      colonnes: ['Dossier', 'Établissement', 'État', 'Échéance', ...(raisons ? ['Pourquoi'] : [])].map((libelle) => ({
        libelle,
      })),
      lignes: liste.map((d) => ({
        cellules: [
          html`${caseDossier('dossiers', d.numero, d.numero)}${cache(`tenu_${d.numero}`, d.responsable)}`,
          html`<a href="/dossiers/${d.numero}">${d.ecole}</a> <span class="fr-hint-text">${d.commune}</span>`,
          html`<span class="fr-badges-group"
            >${badge({ libelle: ETATS[d.etat as Etat].libelle, ton: 'info' })}
            ${d.urgences.map((u) => badge({ libelle: mot(URGENCES, u), ton: 'erreur', icone: 'alerte' }))}</span
          >`,
          d.echeance === null ? '' : badgeDelai(d.echeance),
          ...(raisons ? [raison(d)] : []),
        ],
      })),
    })}
    ${champListe({
      nom: 'vers',
      libelle: 'Confier les dossiers cochés à',
      aide: 'Les personnes qui les voient, la moins chargée en premier.',
      vide: 'Choisir…',
      options: candidats.map((c) => ({
        valeur: c.agent,
        libelle: typo(
          `${c.prenom} ${c.nom}, ${libelleRole(c.role).toLowerCase()} : ${dossiers(c.ouverts)}${c.vus < liste.length ? ` (en voit ${c.vus})` : ''}`,
        ),
      })),
    })}
    ${bouton({ libelle: 'Confier', icone: 'fleche', iconeApres: true })}
  </form>`
}

interface PageCharge {
  charges: readonly Charge[]
  agent: string
  siens: readonly ADonner[]
  candidats: readonly Candidat[]
}

export function pageCharge(p: PageCharge): Html {
  const ouvert = p.charges.find((c) => c.responsable === p.agent)
  return html`<div class="preau-pile">
    ${enTete({ titre: 'Charge et répartition', texte: typo('Qui répond de combien de dossiers ouverts. Choisissez une personne pour confier certains des siens à d’autres.') })}
    ${
      p.charges.length === 0
        ? vide({ titre: 'Aucun dossier ouvert', icone: 'dossier' })
        : tableau({
            legende: 'Dossiers ouverts par personne',
            dense: true,
            colonnes: ['Personne', 'Ouverts', 'En retard', 'Urgents', 'Échéance cette semaine', 'Absence'].map((libelle) => ({
              libelle,
            })),
            lignes: p.charges.map((c) => ({
              cellules: [
                html`<a href="/bureau/charge?agent=${c.responsable}#repartir">${c.prenom} ${c.nom}</a>`,
                c.ouverts,
                ...[c.retard, c.urgents, c.semaine].map(sansZero),
                c.absent_jusqu === null
                  ? ''
                  : `jusqu’au ${jourIso(c.absent_jusqu)}${c.remplacant === null ? '' : `, ${c.remplacant} remplace`}`,
              ],
              ...(c.retard > 0 && { accent: 'erreur' as const }),
            })),
          })
    }
    ${
      ouvert !== undefined &&
      p.siens.length > 0 &&
      html`<section class="preau-pile" aria-labelledby="repartir">
        <h2 id="repartir">Les dossiers de ${ouvert.prenom} ${ouvert.nom}</h2>
        ${formulaire(p.siens, p.candidats, 'charge')}
      </section>`
    }
  </div>`
}

interface PageReattribuer {
  dossiers: readonly ADonner[]
  signalements: readonly {
    id: string
    recu_le: Date
    ecole: string
    commune: string
    raison: string
    jusqu: Date | null
    qui: string
  }[]
  candidats: readonly Candidat[]
}

export function pageReattribuer(p: PageReattribuer): Html {
  return html`<div class="preau-pile">
    ${enTete({ titre: 'À réattribuer', texte: typo('Les situations dont la personne est partie, absente sans remplaçant, ou va partir. Cette liste doit être vide.') })}
    ${p.dossiers.length + p.signalements.length === 0 && vide({ titre: 'Rien à réattribuer', texte: typo('Chaque situation a quelqu’un.'), icone: 'coche' })}
    ${
      p.dossiers.length > 0 &&
      html`<h2>Dossiers</h2>
        ${formulaire(p.dossiers, p.candidats, 'reattribuer')}`
    }
    ${
      p.signalements.length > 0 &&
      html`<h2>Signalements</h2>
        <ul class="preau-bureau__lignes">
          ${p.signalements.map(
            (s) =>
              html`<li class="preau-bureau__ligne">
                <div>
                  <p class="preau-bureau__quoi"><a href="/signalements/${s.id}">Signalement reçu le ${jour(s.recu_le)}</a></p>
                  <p class="preau-discret">${s.ecole}, ${s.commune}</p>
                </div>
                <p>${typo(RAISONS[s.raison]?.({ ...s, jusqu: s.jusqu } as never) ?? '')}</p>
              </li>`,
          )}
        </ul>`
    }
  </div>`
}
