import { clock } from '#platform'
import { dateHeure, jourDe } from '#signalement'
import { accordeon, bouton, champDate, champListe, html, typo, type Html } from '#ui'
import { champsAccord } from '../accord/accord.page.ts'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { finProposee, MOTIFS_OCTROI } from './octroi.ts'
import type { MembresRow, OctroisRow } from './octroi.sql.ts'

const motif = (code: string): string =>
  (MOTIFS_OCTROI as Record<string, { libelle: string }>)[code]?.libelle.toLowerCase() ?? code

const enCours = (o: Dossier, x: OctroisRow): Html =>
  html`<li>
    ${x.prenom} ${x.nom}, ${motif(x.motif)}${x.au !== null && `, jusqu’à ${dateHeure(x.au)}`}
    <form method="post" action="/dossiers/${o.d.numero}/octrois/${x.id}/fin">
      ${bouton({ libelle: 'Reprendre', precision: `le dossier à ${x.prenom} ${x.nom}`, variante: 'tertiaire', petit: true })}
    </form>
  </li>`

/** To whom this dossier was handed beside those whose mandate opens it, and the form that hands it. */
export function confies(
  o: Dossier,
  octrois: readonly OctroisRow[],
  membres: readonly MembresRow[],
  s: Saisies,
): Html | undefined {
  const { regle } = peut(o.moi, 'octroyer', o.situation)
  const libres = membres.filter((m) => !octrois.some((x) => x.agent === m.id))
  if (regle === null || (octrois.length === 0 && libres.length === 0)) return undefined
  return accordeon({
    titre: octrois.length === 0 ? regle.bouton : `${regle.bouton} (${octrois.length} en cours)`,
    ouvert: s.ici('octrois'),
    contenu: html`${
      octrois.length > 0 &&
      html`<ul>
        ${octrois.map((x) => enCours(o, x))}
      </ul>`
    }
    ${
      libres.length > 0 &&
      html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/octrois" novalidate id="octroyer">
        <p class="preau-discret">${typo(regle.aide!)}</p>
        ${champListe({
          nom: 'membre',
          libelle: 'À qui',
          vide: 'Choisir…',
          options: libres.map((m) => ({ valeur: m.id, libelle: `${m.prenom} ${m.nom}` })),
          valeur: s.valeur('octrois', 'membre'),
          ...s.erreur('membre'),
        })}
        ${champListe({
          nom: 'motif',
          libelle: 'Pour',
          vide: 'Choisir…',
          options: Object.entries(MOTIFS_OCTROI).map(([valeur, m]) => ({ valeur, libelle: m.libelle })),
          valeur: s.valeur('octrois', 'motif'),
          ...s.erreur('motif'),
        })}
        ${champDate({ nom: 'jusque', libelle: 'Jusqu’au', min: jourDe(clock.now()), valeur: s.valeur('octrois', 'jusque', finProposee()), ...s.erreur('jusque') })}
        ${champsAccord('octroi', 'octrois', s)} ${bouton({ libelle: 'Confier', variante: 'secondaire' })}
      </form>`
    }`,
  })
}
