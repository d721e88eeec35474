import { clock, uuidv7, type AgentDb } from '#platform'
import { libelleRole } from '#annuaire'
import { badgeDelai, dateHeure, jourDe } from '#signalement'
import {
  accordeon,
  badge,
  bouton,
  champCases,
  champDate,
  champListe,
  champTexte,
  champZone,
  groupeBoutons,
  html,
  paragraphes,
  typo,
  vide,
  type Html,
} from '#ui'
import type { Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { onglet } from '../onglet.ts'
import { peut } from '../protocole/peut.ts'
import { lireNote } from './note.ts'
import { noteScellee } from './scellee.page.ts'
import { scelleesDe, type Scellees } from './scellee.ts'
import * as sql from './note.sql.ts'
import { lireTache } from './tache.ts'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'

interface Donnees {
  notes: sql.NotesRow[]
  mentions: sql.MentionsRow[]
  finies: sql.TachesFiniesRow[]
  lecteurs: dossierSql.LecteursRow[]
  scellees: Scellees
}

async function charger(db: AgentDb, o: Dossier): Promise<Donnees> {
  const ou = { acad: o.acad, fil: o.d.id }
  await db.run(sql.lireMentions, ou)
  const [notes, mentions, finies, lecteurs, scellees] = await Promise.all([
    db.all(sql.notes, ou),
    db.all(sql.mentions, ou),
    db.all(sql.tachesFinies, ou),
    db.all(dossierSql.lecteurs, { fil: o.d.id }),
    scelleesDe(db, o),
  ])
  return { notes, mentions, finies, lecteurs, scellees }
}

const url = (o: Dossier): string => `/dossiers/${o.d.numero}`
const personne = (l: dossierSql.LecteursRow): string => `${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}`

function taches(o: Dossier, d: Donnees, s: Saisies): Html {
  const ouvertes = o.prevus.filter((p) => p.nature === 'tache')
  const peutTacher = peut(o.moi, 'tacher', o.situation).regle !== null
  return html`<section class="preau-pile" aria-labelledby="taches">
    <h2 id="taches">Tâches</h2>
    ${
      ouvertes.length === 0
        ? html`<p class="preau-discret">Aucune tâche en cours.</p>`
        : html`<ul class="preau-pile">
            ${ouvertes.map(
              (t) =>
                html`<li class="fr-card">
                  <div class="fr-card__body">
                    <p class="fr-badges-group">${badgeDelai(t.le)}</p>
                    <h3 class="fr-card__title">${typo(lireTache(o, t.id, t.contenu))}</h3>
                    <p class="preau-discret">${t.pour === o.moi.agent ? 'Par vous' : `Par ${t.prenom} ${t.nom}`}</p>
                    ${peutTacher && fin(o, t.id, lireTache(o, t.id, t.contenu))}
                  </div>
                </li>`,
            )}
          </ul>`
    }
    ${peutTacher && formulaireTache(o, d, s)}
    ${
      d.finies.length > 0 &&
      accordeon({
        titre: `Tâches finies (${d.finies.length})`,
        contenu: html`<ul>
          ${d.finies.map(
            (t) =>
              html`<li>
                ${typo(lireTache(o, t.id, t.contenu))}
                <small>${t.issue === 'fait' ? 'faite' : 'annulée'} ${dateHeure(t.fini_le!)}, ${t.prenom} ${t.nom}</small>
              </li>`,
          )}
        </ul>`,
      })
    }
  </section>`
}

const fin = (o: Dossier, id: string, quoi: string): Html =>
  html`<div class="preau-form__suite">
    <form method="post" action="${url(o)}/taches/${id}/fin">
      ${bouton({ libelle: 'C’est fait', precision: `: ${quoi}`, petit: true, variante: 'secondaire', icone: 'coche' })}
    </form>
    <form method="post" action="${url(o)}/taches/${id}/annulation">
      ${bouton({ libelle: 'N’est plus à faire', precision: `: ${quoi}`, petit: true, variante: 'tertiaire' })}
    </form>
  </div>`

const formulaireTache = (o: Dossier, d: Donnees, s: Saisies): Html =>
  accordeon({
    titre: 'Ajouter une tâche',
    ouvert: s.ici('taches'),
    contenu: html`<form class="preau-pile" method="post" action="${url(o)}/taches" id="tacher" novalidate>
      ${cache('id', s.valeur('taches', 'id') || uuidv7())}
      ${champTexte({ nom: 'quoi', libelle: 'À faire', valeur: s.valeur('taches', 'quoi'), ...s.erreur('quoi') })}
      ${champListe({
        nom: 'pour',
        libelle: 'Par qui',
        valeur: s.valeur('taches', 'pour', o.moi.agent),
        options: d.lecteurs.map((l) => ({ valeur: l.agent, libelle: l.agent === o.moi.agent ? 'Moi' : personne(l) })),
        ...s.erreur('pour'),
      })}
      ${champDate({ nom: 'tache_le', libelle: 'Pour le', valeur: s.valeur('taches', 'tache_le', jourDe(clock.now())), ...s.erreur('tache_le') })}
      ${bouton({ libelle: 'Ajouter', variante: 'secondaire', icone: 'plus' })}
    </form>`,
  })

const formulaireNote = (o: Dossier, d: Donnees, s: Saisies): Html | undefined => {
  const autres = d.lecteurs.filter((l) => l.agent !== o.moi.agent)
  return peut(o.moi, 'noter', o.situation).regle === null
    ? undefined
    : html`${avisBrouillon(o, 'notes', s)}
        <form class="preau-pile" method="post" action="${url(o)}/notes" id="noter" novalidate>
          ${champsBrouillon(o, 'notes', s)} ${cache('id', s.valeur('notes', 'id') || uuidv7())}
          ${champZone({
            nom: 'note',
            libelle: 'Votre note',
            aide: 'Pour les collègues qui voient ce dossier. Les faits, les mots entendus entre guillemets ; ce que l’on suppose se dit comme tel.',
            lignes: 4,
            valeur: s.valeur('notes', 'note'),
            ...s.erreur('note'),
          })}
          ${
            autres.length > 0 &&
            accordeon({
              titre: 'Appeler un collègue',
              ouvert: s.valeur('notes', 'appeles') !== '',
              contenu: champCases({
                nom: 'appeles',
                libelle: 'La note l’attendra sur son bureau',
                enLigne: true,
                valeurs: s.valeur('notes', 'appeles').split(','),
                options: autres.map((l) => ({ valeur: l.agent, libelle: personne(l) })),
              }),
            })
          }
          ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Enregistrer la note', variante: 'secondaire' }), garder(o)])}
        </form>`
}

const note = (o: Dossier, d: Donnees, n: sql.NotesRow): Html => {
  const appeles = d.mentions.filter((m) => m.note === n.id)
  return html`<li class="fr-card" id="note-${n.id}">
    <div class="fr-card__body">
      <p class="preau-discret">${n.agent === o.moi.agent ? 'Vous' : `${n.prenom} ${n.nom}`}, ${dateHeure(n.le)}</p>
      ${paragraphes(lireNote(o, n.id, n.contenu))}
      ${
        appeles.length > 0 &&
        html`<p class="fr-badges-group">
          ${appeles.map((m) => badge({ libelle: `${m.prenom} ${m.nom}${m.lue_le === null ? '' : ', lu'}`, icone: 'personne' }))}
        </p>`
      }
    </div>
  </li>`
}

const contenu = (o: Dossier, d: Donnees, s: Saisies): Html =>
  html`${taches(o, d, s)}
    <section class="preau-pile" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${formulaireNote(o, d, s)}
      ${
        d.notes.length === 0
          ? vide({ titre: 'Aucune note', icone: 'message' })
          : html`<ul class="preau-pile">
              ${d.notes.map((n) => note(o, d, n))}
            </ul>`
      }
    </section>
    ${noteScellee(o, d.scellees, s)}`

export const vueNotes = onglet<Donnees>({
  code: 'notes',
  charger,
  contenu,
  brouillon: () => 'notes',
  brouillonDe: 'notes',
  faits: {
    note: 'La note est enregistrée.',
    tache: 'La tâche est ajoutée.',
    tache_faite: 'La tâche est faite.',
    tache_annulee: 'La tâche est annulée.',
    scellee: 'La note est scellée.',
    partagee: 'Le partage est noté. Cette personne, et elle seule, peut le lire.',
  },
})
