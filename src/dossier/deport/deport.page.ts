import { MOTIFS_DEPORT, type Deporte } from '#acces'
import { libelleRole } from '#annuaire'
import { dateHeure } from '#signalement'
import { accordeon, bouton, champListe, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { LecteursRow } from '../dossier.sql.ts'
import type { Saisies } from '../fiche/gestes.ts'

const option = (l: LecteursRow, moi: string): { valeur: string; libelle: string } => ({
  valeur: l.agent,
  libelle: `${l.prenom} ${l.nom}${l.agent === moi ? ' (vous)' : ''}, ${libelleRole(l.role).toLowerCase()}`,
})

const motif = (code: string): string => (MOTIFS_DEPORT as Record<string, { libelle: string }>)[code]?.libelle ?? code

/** Conflict of interest: who sees nothing of this situation, and setting somebody aside. */
export const deport = (o: Dossier, deports: readonly Deporte[], lecteurs: readonly LecteursRow[], s: Saisies): Html =>
  html`<section class="preau-pile" aria-labelledby="deport">
    <h2 id="deport">Conflit d’intérêts</h2>
    ${deports.map(
      (d) =>
        html`<form method="post" action="/dossiers/${o.d.numero}/deports/${d.agent}/fin">
          <p>${typo(`À l’écart depuis ${dateHeure(d.le)} : ${d.prenom} ${d.nom}. ${motif(d.motif)}.`)}</p>
          ${bouton({ libelle: 'Lui rendre la vue', precision: `(${d.prenom} ${d.nom})`, variante: 'tertiaire', petit: true })}
        </form>`,
    )}
    ${accordeon({
      titre: 'Mettre quelqu’un à l’écart, ou moi-même',
      ouvert: s.ici('deports'),
      contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/deports" novalidate>
        <p>
          ${typo('Une personne liée à la situation n’en voit plus rien : ni le dossier, ni ses signalements, ni la suite. Son nom reste dans l’histoire.')}
        </p>
        ${champListe({ nom: 'agent_deporte', libelle: 'Qui', vide: 'Choisir…', valeur: s.valeur('deports', 'agent_deporte'), options: lecteurs.map((l) => option(l, o.moi.agent)), ...s.erreur('agent_deporte') })}
        ${champListe({ nom: 'motif', libelle: 'Pourquoi', vide: 'Choisir…', valeur: s.valeur('deports', 'motif'), options: Object.entries(MOTIFS_DEPORT).map(([valeur, m]) => ({ valeur, libelle: m.libelle })), ...s.erreur('motif') })}
        ${champListe({ nom: 'successeur', libelle: 'Qui devient responsable', facultatif: '(si c’était cette personne)', vide: 'Choisir…', valeur: s.valeur('deports', 'successeur'), options: lecteurs.filter((l) => l.role !== 'equipe').map((l) => option(l, o.moi.agent)), ...s.erreur('successeur') })}
        ${bouton({ libelle: 'Mettre à l’écart', variante: 'secondaire' })}
      </form>`,
    })}
  </section>`
