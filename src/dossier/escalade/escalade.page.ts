import { uuidv7 } from '#platform'
import { libelleRole, ROLES, estRole } from '#annuaire'
import { dateHeure, jourIso, NIVEAUX } from '#signalement'
import { accordeon, badge, bouton, champChoix, champListe, champTexte, champZone, de, html, typo, type Html } from '#ui'
import { accordDit, champsAccord } from '../accord/accord.page.ts'
import type { Dossier } from '../dossier.ts'
import type { LecteursRow } from '../dossier.sql.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { NATURES_OFFRE, niveauxPossibles, peutRepondre, type Offre } from './escalade.ts'
import type { AccompagnantsRow } from './escalade.sql.ts'

export interface Escalade {
  offres: Offre[]
  accompagnants: AccompagnantsRow[]
  lecteurs: LecteursRow[]
  /** Away today, until which day. */
  absents: ReadonlyMap<string, string>
}

const NIVEAU: Readonly<Record<string, { libelle: string }>> = NIVEAUX
const niveauDe = (role: string): string => (estRole(role) ? NIVEAU[ROLES[role].niveau]!.libelle : '')

const absence = (jusquAu: string | undefined): string => (jusquAu === undefined ? '' : ` (absence jusqu’au ${jourIso(jusquAu)})`)

/** Who may be asked: each with the level where they stand, the nearest first. */
function options(o: Dossier, { lecteurs, absents }: Escalade): { valeur: string; libelle: string }[] {
  const rangs = Object.keys(NIVEAUX)
  const rang = (r: string): number => (estRole(r) ? rangs.indexOf(ROLES[r].niveau) : 9)
  return lecteurs
    .filter((l) => l.agent !== o.moi.agent && l.role !== 'equipe')
    .toSorted((a, b) => rang(a.role) - rang(b.role))
    .map((l) => ({
      valeur: l.agent,
      libelle: `${niveauDe(l.role)} : ${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}${absence(absents.get(l.agent))}`,
    }))
}

const reponse = (o: Dossier, x: Offre, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/offres/${x.id}" novalidate>
    ${champChoix({
      nom: 'reponse',
      libelle: 'Votre réponse',
      enLigne: true,
      valeur: s.valeur('offres/:id', 'reponse'),
      options: [
        { valeur: 'acceptee', libelle: 'J’accepte' },
        { valeur: 'refusee', libelle: 'Je ne peux pas' },
      ],
      ...s.erreur('reponse'),
    })}
    ${champTexte({ nom: 'raison_offre', libelle: 'Pourquoi', facultatif: '(si vous ne pouvez pas)', valeur: s.valeur('offres/:id', 'raison_offre'), ...s.erreur('raison_offre') })}
    ${bouton({ libelle: 'Répondre' })}
  </form>`

const rappel = (o: Dossier, x: Offre): Html =>
  html`<form method="post" action="/dossiers/${o.d.numero}/offres/${x.id}/rappel">
    ${bouton({ libelle: 'Rappeler cette demande', variante: 'tertiaire', petit: true })}
  </form>`

const ISSUES: Readonly<Record<string, string>> = { acceptee: 'Acceptée', refusee: 'Refusée', rappelee: 'Rappelée' }

/** Said to whoever reads: what was asked of me, what I ask, what one asks of another. */
function demandee(o: Dossier, x: Offre): string {
  const qui = `${x.de_prenom} ${x.de_nom}`
  const moi = x.de === o.moi.agent
  const quoi =
    x.nature === 'partager' ? `Le suivre avec ${moi ? 'moi' : qui}` : `Le prendre à ${moi ? 'ma place' : `la place ${de(qui)}`}`
  return x.a === o.moi.agent ? quoi : `${quoi} : ${x.a_prenom} ${x.a_nom}`
}

/** Somebody waits for my answer: it comes before what one does seldom. */
export const attendMaReponse = (o: Dossier, offres: readonly Offre[]): boolean =>
  offres.some((x) => x.reponse === null && x.a === o.moi.agent)

/** Whoever was asked is away: the answer may come from a colleague, and the asker need not wait. */
const attendUnAbsent = (x: Offre, absents: Escalade['absents']): Html | undefined =>
  x.reponse === null && absents.has(x.a)
    ? html`<p>
        ${typo(`${x.a_prenom} ${x.a_nom} est en absence jusqu’au ${jourIso(absents.get(x.a)!)} : un collègue du même niveau peut répondre, ou rappelez cette demande et adressez-la à quelqu’un d’autre.`)}
      </p>`
    : undefined

function offre(o: Dossier, x: Offre, s: Saisies, absents: Escalade['absents']): Html {
  const etat =
    x.reponse === null ? badge({ libelle: 'Attend une réponse', ton: 'attention' }) : badge({ libelle: ISSUES[x.reponse]! })
  const agit = x.reponse === null && peut(o.moi, 'repondre_offre', o.situation).regle !== null
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <p class="fr-badges-group">${etat}</p>
      <h3 class="fr-card__title">${typo(demandee(o, x))}</h3>
      <p>${typo(x.pourquoi)}</p>
      ${accordDit(x.accord)}
      <p class="preau-discret">
        Demandé ${dateHeure(x.faite_le)} par ${x.de_prenom}
        ${x.de_nom}${x.repondue_le !== null && html`. ${ISSUES[x.reponse!]} ${dateHeure(x.repondue_le)} par ${x.r_prenom} ${x.r_nom}`}.
      </p>
      ${attendUnAbsent(x, absents)} ${x.raison !== '' && html`<p>${typo(`« ${x.raison} »`)}</p>`}
      ${agit && peutRepondre(o, x) && reponse(o, x, s)}
      ${agit && (x.de === o.moi.agent || o.d.responsable === o.moi.agent) && rappel(o, x)}
    </div>
  </li>`
}

const demande = (o: Dossier, e: Escalade, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/offres" novalidate>
    ${cache('id', s.valeur('offres', 'id') || uuidv7())}
    ${champChoix({
      nom: 'nature',
      libelle: 'Ce que vous demandez',
      valeur: s.valeur('offres', 'nature'),
      options: Object.entries(NATURES_OFFRE).map(([valeur, n]) => ({ valeur, libelle: n.libelle, aide: typo(n.aide) })),
      ...s.erreur('nature'),
    })}
    ${champListe({ nom: 'a', libelle: 'À qui', vide: 'Choisir…', valeur: s.valeur('offres', 'a'), options: options(o, e), ...s.erreur('a') })}
    ${champZone({ nom: 'pourquoi', libelle: 'Pourquoi, et ce que vous attendez', lignes: 3, valeur: s.valeur('offres', 'pourquoi'), ...s.erreur('pourquoi') })}
    ${champsAccord('offre', 'offres', s)} ${bouton({ libelle: 'Demander' })}
  </form>`

const suivi = (o: Dossier, a: AccompagnantsRow): Html =>
  html`<li>
    ${a.agent === o.moi.agent ? 'Vous' : `${a.prenom} ${a.nom}`}, depuis ${dateHeure(a.du)}
    ${
      (a.agent === o.moi.agent || o.d.responsable === o.moi.agent) &&
      html`<form method="post" action="/dossiers/${o.d.numero}/accompagnants/${a.agent}/fin">
        ${bouton({ libelle: 'Ne plus le suivre', precision: `(${a.prenom} ${a.nom})`, variante: 'tertiaire', petit: true })}
      </form>`
    }
  </li>`

function niveau(o: Dossier, s: Saisies): Html | undefined {
  const possibles = niveauxPossibles(o)
  if (possibles.length === 0 || peut(o.moi, 'proposer', o.situation).regle === null) return undefined
  return accordeon({
    titre: 'Changer qui peut voir ce dossier',
    ouvert: s.ici('niveau'),
    contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/niveau" novalidate>
      <p>
        ${typo('Par exemple quand un adulte de l’établissement est mis en cause : l’établissement ne voit plus ce dossier, et rien ne lui est dit.')}
      </p>
      ${cache('version', o.d.version)}
      ${champListe({ nom: 'niveau', libelle: 'Le premier niveau qui le voit', vide: 'Choisir…', valeur: s.valeur('niveau', 'niveau'), options: possibles.map((n) => ({ valeur: n, libelle: NIVEAU[n]!.libelle })), ...s.erreur('niveau') })}
      ${champTexte({ nom: 'raison_niveau', libelle: 'Pourquoi', valeur: s.valeur('niveau', 'raison_niveau'), ...s.erreur('raison_niveau') })}
      ${bouton({ libelle: 'Changer', variante: 'secondaire' })}
    </form>`,
  })
}

/** Passing it on, following it together, and who may see it. */
export function escalade(o: Dossier, e: Escalade, s: Saisies): Html | undefined {
  const peutProposer = peut(o.moi, 'proposer', o.situation).regle !== null
  if (!peutProposer && e.accompagnants.length === 0 && e.offres.length === 0) return undefined
  return html`<section class="preau-pile" aria-labelledby="passer">
    <h2 id="passer">Passer ou partager ce dossier</h2>
    ${
      e.accompagnants.length > 0 &&
      html`<h3>Le suivent aussi</h3>
        <ul>
          ${e.accompagnants.map((a) => suivi(o, a))}
        </ul>`
    }
    ${
      e.offres.length > 0 &&
      html`<ul class="preau-pile">
        ${e.offres.toReversed().map((x) => offre(o, x, s, e.absents))}
      </ul>`
    }
    <div id="proposer">
      ${
        peutProposer &&
        accordeon({ titre: 'Demander à quelqu’un', ouvert: s.ici('offres') || e.offres.length === 0, contenu: demande(o, e, s) })
      }
    </div>
    ${niveau(o, s)}
  </section>`
}
