import type { Moi } from '#acces'
import { libelleRole } from '#annuaire'
import { alerte, bouton, champListe, champTexte, champZone, enTete, html, lienBouton, resumeErreurs, typo, type Html } from '#ui'
import { cache } from '../fiche/gestes.ts'
import { rolesOptions } from '../fiche/personnes.page.ts'

export interface Ouverture {
  id: string
  signalement: { id: string; ecole: string; commune: string } | null
  etab: string
  resume: string
  responsable: string
  lecteurs: readonly { agent: string; prenom: string; nom: string; role: string }[]
  moi: Moi
  lignes: readonly { nom: string; precision: string; role: string }[]
  refus: string | null
  erreurs: readonly { champ: string; message: string }[]
}

const erreur = (o: Ouverture, champ: string): { erreur?: string } => {
  const e = o.erreurs.find((x) => x.champ === champ)
  return e === undefined ? {} : { erreur: typo(e.message) }
}

const ligne = (o: Ouverture, i: number): Html => {
  const l = o.lignes[i]!
  return html`<fieldset class="fr-fieldset">
    <legend class="fr-sr-only">Personne ${i + 1}</legend>
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-md-4">
        ${champTexte({ nom: `nom${i}`, libelle: 'Nom et prénom', valeur: l.nom, sansCorrection: true, ...erreur(o, `nom${i}`) })}
      </div>
      <div class="fr-col-md-4">
        ${champTexte({ nom: `precision${i}`, libelle: 'Classe, fonction ou lien', valeur: l.precision })}
      </div>
      <div class="fr-col-md-4">
        ${champListe({ nom: `role${i}`, libelle: 'Rôle', vide: 'Ne pas inscrire', valeur: l.role, options: rolesOptions, ...erreur(o, `role${i}`) })}
      </div>
    </div>
  </fieldset>`
}

/** As many lines as were named, and two to spare. */
const lignes = (o: Ouverture): Html => {
  const remplies = o.lignes.filter((l) => l.nom !== '').length
  return html`${o.lignes.slice(0, Math.min(o.lignes.length, remplies + 2)).map((_, i) => ligne(o, i))}`
}

const responsable = (o: Ouverture): Html | undefined =>
  o.lecteurs.length < 2
    ? undefined
    : champListe({
        nom: 'responsable',
        libelle: 'Responsable',
        aide: 'Toujours une personne. Si c’est vous, vous prenez la situation en charge en ouvrant le dossier.',
        valeur: o.responsable,
        options: o.lecteurs.map((l) => ({
          valeur: l.agent,
          libelle: l.agent === o.moi.agent ? 'Moi' : `${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}`,
        })),
      })

const refus = (o: Ouverture): Html | undefined =>
  o.erreurs.length > 0
    ? resumeErreurs(
        'Le dossier n’est pas encore ouvert',
        o.erreurs.map((e) => ({ champ: e.champ, message: typo(e.message) })),
      )
    : o.refus === null
      ? undefined
      : html`<div role="alert">
          ${alerte({ type: 'attention', niveau: 2, titre: 'Ce n’est pas fait', texte: typo(o.refus) })}
        </div>`

export const pageOuverture = (o: Ouverture): Html =>
  html`<div class="preau-pile">
    ${refus(o)}
    ${enTete({
      titre: 'Ouvrir un dossier',
      ...(o.signalement && { surtitre: `Depuis le signalement, ${o.signalement.ecole}, ${o.signalement.commune}` }),
    })}
    <form class="preau-pile" method="post" action="/dossiers/nouveau" novalidate>
      ${cache('id', o.id)} ${o.signalement && cache('signalement', o.signalement.id)}
      ${
        o.signalement === null &&
        champTexte({
          nom: 'etab',
          libelle: 'Établissement (UAI)',
          aide: 'Sept chiffres et une lettre. Si un adulte de l’établissement est mis en cause, saisissez plutôt un signalement : il sera tenu au-dessus de l’établissement.',
          valeur: o.etab,
          largeur: 'moyen',
          sansCorrection: true,
          ...erreur(o, 'etab'),
        })
      }
      ${champZone({
        nom: 'resume',
        libelle: 'Résumé',
        facultatif: '(facultatif)',
        aide: 'Les faits, avec les mots entendus entre guillemets. Ce que l’on suppose se dit comme tel.',
        lignes: 5,
        valeur: o.resume,
        ...erreur(o, 'resume'),
      })}
      <h2>Personnes</h2>
      ${
        o.signalement !== null &&
        o.lignes.some((l) => l.nom !== '') &&
        html`<p>Ces noms viennent du signalement. Vérifiez-les : seules les lignes qui ont un rôle sont inscrites.</p>`
      }
      ${lignes(o)} ${responsable(o)} ${bouton({ libelle: 'Ouvrir le dossier', icone: 'dossier' })}
    </form>
    <p>
      ${lienBouton({ libelle: 'Annuler', url: o.signalement === null ? '/dossiers' : `/signalements/${o.signalement.id}`, variante: 'tertiaire' })}
    </p>
  </div>`
