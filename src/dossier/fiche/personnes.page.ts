import { clock, uuidv7 } from '#platform'
import { jourDe, jourIso } from '#signalement'
import { accordeon, badge, bouton, champDate, champListe, champTexte, html, typo, type Html } from '#ui'
import type { RolesRow } from '../dossier.sql.ts'
import { peut } from '../protocole/peut.ts'
import { ROLES_PERSONNE, type RolePersonne } from '../vocabulaire.ts'
import type { Fiche } from './fiche.ts'
import { cache, type Saisies } from './gestes.ts'

export const rolesOptions = Object.entries(ROLES_PERSONNE).map(([valeur, { libelle }]) => ({ valeur, libelle }))

const TON: Partial<Record<RolePersonne, 'info' | 'attention'>> = { cible: 'info', auteur_presume: 'attention' }

/** A role that is held under two entries of the same person shows once: since the first day. */
export const unParRole = (roles: readonly RolesRow[]): RolesRow[] =>
  roles.filter((r) => r.au !== null || r === roles.find((x) => x.role === r.role && x.au === null))

/** « Personne visée, depuis le 3 nov. » */
function role(r: RolesRow): Html {
  const { libelle } = ROLES_PERSONNE[r.role as RolePersonne]
  const periode = r.au === null ? `depuis le ${jourIso(r.du)}` : `du ${jourIso(r.du)} au ${jourIso(r.au)}`
  const ton = r.au === null ? TON[r.role as RolePersonne] : undefined
  return html`<li>${badge({ libelle, ...(ton && { ton }) })} <small>${periode}</small></li>`
}

const personne = (f: Fiche, p: Fiche['personnes'][number]): Html =>
  html`<li class="fr-card">
    <div class="fr-card__body">
      <h3 class="fr-card__title"><a href="/dossiers/${f.d.numero}/personnes/${p.id}">${p.nom}</a></h3>
      ${p.precision !== '' && html`<p class="preau-discret">${p.precision}</p>`}
      ${p.reunies.map((r) => html`<p class="preau-discret">${typo(`Notée aussi comme : ${r.nom}`)}</p>`)}
      <ul class="fr-tags-group">
        ${unParRole(f.roles.filter((r) => r.personne === p.id)).map(role)}
      </ul>
    </div>
  </li>`

const RANGS = Object.keys(ROLES_PERSONNE)

/** Whoever is to be protected comes first. */
function rang(f: Fiche, p: Fiche['personnes'][number]): number {
  const vivants = f.roles.filter((r) => r.personne === p.id && r.au === null)
  return Math.min(RANGS.length, ...vivants.map((r) => RANGS.indexOf(r.role)))
}

const ajout = (f: Fiche, s: Saisies): Html | undefined =>
  peut(f.moi, 'inscrire_personne', f.situation).regle === null
    ? undefined
    : accordeon({
        titre: 'Ajouter une personne',
        ouvert: s.ici('personnes') || f.personnes.length === 0,
        contenu: html`<form class="preau-pile" method="post" action="/dossiers/${f.d.numero}/personnes" novalidate>
          ${cache('version', f.d.version)} ${cache('id', s.valeur('personnes', 'id') || uuidv7())}
          ${champTexte({
            nom: 'nom',
            libelle: 'Nom et prénom',
            aide: 'Ou comment on la désigne, quand le nom n’est pas encore connu.',
            valeur: s.valeur('personnes', 'nom'),
            sansCorrection: true,
            ...s.erreur('nom'),
          })}
          ${champTexte({
            nom: 'precision',
            libelle: 'Classe, fonction ou lien',
            facultatif: '(facultatif)',
            valeur: s.valeur('personnes', 'precision'),
          })}
          ${champListe({ nom: 'role', libelle: 'Rôle', vide: 'Choisir…', valeur: s.valeur('personnes', 'role'), options: rolesOptions, ...s.erreur('role') })}
          ${champDate({ nom: 'du', libelle: 'Depuis', valeur: s.valeur('personnes', 'du', jourDe(clock.now())), ...s.erreur('du') })}
          ${bouton({ libelle: 'Ajouter', variante: 'secondaire', icone: 'plus' })}
        </form>`,
      })

export const personnes = (f: Fiche, s: Saisies): Html =>
  html`<section class="preau-pile" aria-labelledby="personnes">
    <h2 id="personnes">Personnes</h2>
    ${
      f.personnes.length === 0
        ? html`<p class="preau-discret">Personne n’est encore inscrit.</p>`
        : html`<ul class="preau-pile">
            ${f.personnes.toSorted((a, b) => rang(f, a) - rang(f, b) || a.nom.localeCompare(b.nom, 'fr')).map((p) => personne(f, p))}
          </ul>`
    }
    <div id="inscrire_personne">${ajout(f, s)}</div>
  </section>`
