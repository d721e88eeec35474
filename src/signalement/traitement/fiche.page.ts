import { libelleRole } from '#annuaire'
import { accordeon, badge, bouton, carte, chronologie, enTete, filMessages, html, lienBouton, paragraphes, type Html } from '#ui'
import { CLOTURES, QUOI } from '../vocabulaire.ts'
import type { Proche } from '../rapprochement/proches.ts'
import { dit, urgences } from './dit.page.ts'
import { autresGestes, niveauDit, noter, prendre, refus, repondre, type Vue } from './gestes.page.ts'
import { evenement, PHRASES } from './histoire.ts'
import type { Fiche } from './lire.ts'
import { badgeDelai, dateHeure, jour, liste, moment } from './quand.ts'

const CLOTURE = (motif: string | null): string => CLOTURES[motif as keyof typeof CLOTURES]?.libelle ?? ''

/** Who has it, and by when the next act is due. */
function etat({ s, moi }: Fiche): Html {
  if (s.etat === 'clos') return html`Clos par ${s.clos_prenom} ${s.clos_nom}, ${dateHeure(s.clos_le!)}. ${CLOTURE(s.clos_motif)}.`
  if (s.pris_par === null) return html`Personne ne l’a encore pris en charge. Il est tenu au niveau « ${niveauDit(s.niveau)} ».`
  const qui = s.pris_par === moi.agent ? 'Vous l’avez' : `${s.pris_prenom} ${s.pris_nom} l’a`
  return html`${qui} pris en charge ${dateHeure(s.pris_le!)}.`
}

const tete = (f: Fiche): Html =>
  enTete({
    surtitre: `${f.s.ecole}, ${f.s.commune}`,
    titre: f.s.quoi.length === 0 ? 'Signalement' : liste(f.s.quoi.map((q) => QUOI[q as keyof typeof QUOI]?.libelle ?? q)),
    badges: [
      f.s.etat === 'clos' ? badge({ libelle: 'Clos', ton: 'succes', icone: 'coche' }) : badgeDelai(f.s.echeance!),
      ...(f.s.etat === 'recu' ? [badge({ libelle: 'À prendre', ton: 'nouveau' })] : []),
    ],
    texte: etat(f),
    ...(prendre(f) && { actions: prendre(f)! }),
  })

const dialogue = (f: Fiche, v: Vue): Html =>
  html`<section class="preau-pile" aria-labelledby="dialogue">
    <h2 id="dialogue">Dialogue</h2>
    ${
      f.messages.length === 0
        ? html`<p class="preau-discret">Pas encore de message. La personne attend une première réponse.</p>`
        : filMessages(
            f.messages.map((m) => ({
              auteur: m.auteur === 'declarant' ? 'La personne qui a signalé' : `${m.prenom} ${m.nom}`,
              quand: moment(m.envoye_le),
              texte:
                m.auteur === 'declarant' ? html`<div lang="${f.s.langue}">${paragraphes(m.texte)}</div>` : paragraphes(m.texte),
              moi: m.auteur === 'agent',
              ...(m.auteur === 'declarant' && m.lu_le === null && { marque: badge({ libelle: 'Nouveau', ton: 'nouveau' }) }),
              ...(m.auteur === 'agent' &&
                m.lu_le !== null && { marque: badge({ libelle: `Lu ${dateHeure(m.lu_le)}`, ton: 'succes' }) }),
            })),
            'Dialogue avec la personne qui a signalé',
          )
    }
    ${repondre(f, v)}
  </section>`

/** Apart from the dialogue, and said so twice: a note must never be taken for an answer. */
const notes = (f: Fiche, v: Vue): Html =>
  html`<section class="preau-pile" aria-labelledby="notes">
    <h2 id="notes">Notes entre agents</h2>
    <p class="preau-discret">La personne qui a signalé ne les voit jamais.</p>
    ${
      f.notes.length > 0 &&
      chronologie(
        f.notes.map((n) => ({
          quand: moment(n.le),
          titre: paragraphes(n.texte),
          par: `${n.prenom} ${n.nom}`,
          icone: 'fichier' as const,
        })),
        'Notes entre agents',
      )
    }
    ${noter(f, v)}
  </section>`

const fini = (etat: string): boolean => ['clos', 'ecarte'].includes(etat)

const proche = (f: Fiche, p: Proche): Html =>
  carte({
    balise: 'h4',
    titre: p.sorte === 'dossier' ? `Dossier ${p.numero}` : `Signalement du ${jour(p.le)}`,
    url: p.sorte === 'dossier' ? `/dossiers/${p.numero}` : `/signalements/${p.id}`,
    ...(p.sorte === 'dossier' && fini(p.etat) && { haut: badge({ libelle: 'Fini' }) }),
    texte: html`${p.raisons.join('. ')}.<br />${p.ecole}, ${p.commune}`,
    ...(p.sorte === 'dossier' && f.rattache === null && f.s.etat !== 'clos' && { pied: rattacher(f, p.numero!) }),
  })

const rattacher = (f: Fiche, numero: string): Html =>
  html`<form method="post" action="/dossiers/${numero}/rattachements">
    <input type="hidden" name="signalement" value="${f.s.id}" />
    ${bouton({ libelle: 'Rattacher', precision: `au dossier ${numero}`, variante: 'secondaire', petit: true })}
  </form>`

function dossier(f: Fiche): Html {
  const attend = f.rattache !== null && fini(f.rattache.etat) && f.s.etat !== 'clos'
  const voisins = f.proches.filter((p) => f.rattache === null || p.numero !== f.rattache.numero)
  return html`<section class="preau-pile" aria-labelledby="dossier">
    <h2 id="dossier">Dossier</h2>
    ${
      f.rattache !== null
        ? carte({
            balise: 'h3',
            titre: `Dossier ${f.rattache.numero}`,
            url: `/dossiers/${f.rattache.numero}${attend ? '/suivi' : ''}`,
            texte: attend
              ? 'Ce dossier est fini\u00a0: rouvrez-le, ou dites pourquoi il le reste. La réponse s’écrit là.'
              : 'La suite se passe là.',
            icone: 'dossier',
          })
        : f.s.etat === 'clos' || !f.parMandat
          ? html`<p class="preau-discret">Aucun dossier.</p>`
          : html`<p>
                ${lienBouton({ libelle: 'Ouvrir un dossier', url: `/dossiers/nouveau?signalement=${f.s.id}`, icone: 'dossier' })}
              </p>
              <p><a href="/dossiers?signalement=${f.s.id}">Rattacher à un dossier existant</a></p>`
    }
    ${voisins.length > 0 && html`<h3>À rapprocher peut-être</h3>`} ${voisins.slice(0, 3).map((p) => proche(f, p))}
    ${
      voisins.length > 3 &&
      accordeon({
        titre: voisins.length === 4 ? 'Un autre' : `${voisins.length - 3} autres`,
        contenu: html`<div class="preau-pile">${voisins.slice(3).map((p) => proche(f, p))}</div>`,
      })
    }
  </section>`
}

const quiVoit = (f: Fiche): Html =>
  accordeon({
    titre: `Qui voit ce signalement (${f.lecteurs.length})`,
    contenu: html`<ul>
      ${f.lecteurs.map((l) => html`<li>${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}</li>`)}
    </ul>`,
  })

/** Names, for those who hold it: a reading that surprises is talked about. */
const quiAOuvert = (f: Fiche): Html | false =>
  f.parMandat &&
  accordeon({
    titre: `Qui l’a ouvert (${f.ouvertures.length})`,
    contenu: html`<ul>
        ${f.ouvertures.map(
          (l) =>
            html`<li>
              ${l.agent === f.moi.agent ? 'Vous' : `${l.prenom} ${l.nom}`},
              ${l.fois === 1 ? '' : `${l.fois} fois, la dernière `}${dateHeure(l.derniere)}
            </li>`,
        )}
      </ul>
      <p class="fr-hint-text">Une fois par personne et par dix minutes.</p>`,
  })

const histoire = (f: Fiche): Html =>
  html`<section class="preau-pile" aria-labelledby="histoire">
    <h2 id="histoire">Histoire</h2>
    ${chronologie(f.faits.map(evenement(PHRASES)), 'Histoire du signalement')} ${quiVoit(f)} ${quiAOuvert(f)}
  </section>`

export const pageFiche = (f: Fiche, v: Vue): Html =>
  html`<div class="preau-pile">
    ${refus(v)} ${tete(f)} ${urgences(f)}
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-lg-8 preau-pile">${dit(f)} ${dialogue(f, v)} ${notes(f, v)}</div>
      <div class="fr-col-lg-4 preau-pile">${dossier(f)} ${autresGestes(f, v)} ${histoire(f)}</div>
    </div>
  </div>`
