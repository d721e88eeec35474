import { accordeon, bouton, champDate, champListe, champZone, html, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import type { PersonneDuDossier } from './entretien.ts'

/** A talk to come: with whom, and when. It shows in « À faire » until it is noted. */
export const prevoirEntretien = (o: Dossier, personnes: readonly PersonneDuDossier[], s: Saisies): Html | undefined =>
  personnes.length === 0
    ? undefined
    : accordeon({
        titre: 'Prévoir un entretien',
        ouvert: s.ici('prevoir'),
        contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/entretiens/prevus" novalidate>
          ${champListe({
            nom: 'personne',
            libelle: 'Avec qui',
            vide: 'Choisir…',
            options: personnes.map((p) => ({ valeur: p.id, libelle: p.precision === '' ? p.nom : `${p.nom}, ${p.precision}` })),
            valeur: s.valeur('prevoir', 'personne'),
            ...s.erreur('personne'),
          })}
          ${champDate({ nom: 'prevu_le', libelle: 'Quand', avecHeure: true, valeur: s.valeur('prevoir', 'prevu_le'), ...s.erreur('prevu_le') })}
          ${
            o.prevus.some((p) => p.nature === 'entretien') &&
            champZone({
              nom: 'raison',
              libelle: 'Si un entretien déjà prévu est remis à un autre jour, plus tard : pourquoi',
              facultatif: '(sinon, laissez vide)',
              lignes: 2,
              valeur: s.valeur('prevoir', 'raison'),
              ...s.erreur('raison'),
            })
          }
          ${bouton({ libelle: 'Prévoir', variante: 'secondaire', icone: 'calendrier' })}
        </form>`,
      })
