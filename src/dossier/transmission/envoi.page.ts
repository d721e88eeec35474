import { clock } from '#platform'
import { dateHeure, jourDe, jourIso } from '#signalement'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  champChoix,
  champDate,
  champTexte,
  champZone,
  html,
  lienBouton,
  typo,
  type Badge,
  type Html,
} from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { formulaireAvis } from '../relecture/relecture.page.ts'
import { DEPARTS } from './depart.ts'
import { feuillesLues } from './fiche.page.ts'
import { peutRetirer } from './retirer.ts'
import type { Scellees } from './feuilles.ts'
import { DESTINATAIRES, SANS_RELECTURE, type CodeDestinataire, type SansRelecture } from './transmission.mots.ts'
import type { Transmission } from './transmettre.ts'

type Etat = 'a_relire' | 'relue' | 'refusee' | 'retiree' | 'a_relire_apres' | 'partie' | 'a_corriger'

export const etatEnvoi = (t: Transmission): Etat =>
  t.attente !== null
    ? (t.attente as Etat)
    : t.avis === 'refus'
      ? 'a_corriger'
      : t.relire_avant !== null && t.lu_par === null
        ? 'a_relire_apres'
        : 'partie'

const BADGES: Record<Etat, Badge[]> = {
  a_relire: [{ libelle: 'À relire avant de partir', ton: 'attention' }],
  relue: [{ libelle: 'Relue, peut partir', ton: 'info' }],
  refusee: [{ libelle: 'À reprendre, pas partie', ton: 'attention' }],
  retiree: [{ libelle: 'Retirée, jamais partie' }],
  a_relire_apres: [
    { libelle: 'Transmis', ton: 'succes', icone: 'coche' },
    { libelle: 'À relire', ton: 'attention' },
  ],
  partie: [{ libelle: 'Transmis', ton: 'succes', icone: 'coche' }],
  a_corriger: [
    { libelle: 'Transmis', ton: 'succes', icone: 'coche' },
    { libelle: 'À corriger', ton: 'attention' },
  ],
}
export const badgesEnvoi = (t: Transmission): Html[] => BADGES[etatEnvoi(t)].map((b) => badge(b))

/** Who decided it, who read it, and why it did not wait. */
export function lectures(t: Transmission): string {
  const dits = [
    t.sans_relecture !== null && t.lu_par === null && `${SANS_RELECTURE[t.sans_relecture as SansRelecture].libelle}.`,
    t.joints !== '' && `Qui a été appelé : ${t.joints}`,
    t.lu_par !== null && `Relue par ${t.lu_prenom} ${t.lu_nom} ${dateHeure(t.lu_le!)}.`,
    t.retiree_par !== null && `Retirée par ${t.retiree_prenom} ${t.retiree_nom} ${dateHeure(t.retiree_le!)}.`,
    t.attente !== 'retiree' &&
      t.relire_avant !== null &&
      t.lu_par === null &&
      `À relire par une autre personne au plus tard ${dateHeure(t.relire_avant)}.`,
  ]
  return dits.filter((x) => x !== false).join(' ')
}

const FORME_AVIS = 'transmissions/envois/:id/avis'
const FORME_DEPART = 'transmissions/envois/:id/depart'
const FORME_RETRAIT = 'transmissions/envois/:id/retrait'

/** Why it is not read first, when it cannot wait: asked, and kept. */
export const champsDepart = (
  options: readonly (keyof typeof DEPARTS)[],
  valeur: (champ: string, defaut?: string) => string,
  s: Saisies,
): Html =>
  html`${champChoix({ nom: 'depart', libelle: 'Qui la relit', valeur: valeur('depart', options[0] === 'relecture' ? 'relecture' : ''), options: options.map((code) => ({ valeur: code, libelle: typo(DEPARTS[code].libelle) })), ...s.erreur('depart') })}
  ${champZone({ nom: 'depart_raison', libelle: 'Si personne n’est joignable : qui vous avez essayé de joindre', facultatif: '(sinon facultatif)', lignes: 2, valeur: valeur('depart_raison'), ...s.erreur('depart_raison') })}`

function depart(t: Transmission, ici: string, s: Saisies): Html {
  const v = (champ: string, defaut = ''): string => s.valeur(FORME_DEPART, champ, defaut)
  return html`<form class="preau-pile" method="post" action="${ici}/depart" novalidate>
    ${cache('version', t.version)} ${t.attente === 'a_relire' && champsDepart(['danger', 'seul'], v, s)}
    ${champDate({ nom: 'jour', libelle: 'Partie le', valeur: v('jour', jourDe(clock.now())), max: jourDe(clock.now()), ...s.erreur('jour') })}
    ${champTexte({ nom: 'reference', libelle: 'Référence', facultatif: '(facultatif)', aide: 'Numéro, service, personne jointe.', valeur: v('reference', t.reference), sansCorrection: true, ...s.erreur('reference') })}
    ${bouton({ libelle: t.attente === 'relue' ? 'Elle est partie' : 'Elle part sans attendre' })}
  </form>`
}

/** It will not leave: asked of whoever decided it, or holds the dossier. */
const retrait = (t: Transmission, ici: string, s: Saisies): Html =>
  accordeon({
    titre: 'La retirer : elle ne partira pas',
    ouvert: s.ici(FORME_RETRAIT),
    contenu: html`<form class="preau-pile" method="post" action="${ici}/retrait" novalidate>
      ${cache('version', t.version)}
      ${champZone({ nom: 'retrait_raison', libelle: 'Pourquoi elle ne part pas', aide: 'Elle reste lisible ici, avec cette raison. Personne n’aura plus à la relire.', lignes: 3, valeur: s.valeur(FORME_RETRAIT, 'retrait_raison'), ...s.erreur('retrait_raison') })}
      ${bouton({ libelle: 'La retirer', variante: 'secondaire' })}
    </form>`,
  })

/** What can be done with it now, by whoever looks at it. */
function gestes(o: Dossier, t: Transmission, ici: string, s: Saisies): Html | undefined {
  if (t.attente === 'retiree') return undefined
  const lecteur = t.par !== o.moi.agent && t.lu_par === null && t.relire_avant !== null
  const decide = peut(o.moi, 'partir', o.situation)
  const avis =
    t.attente === 'a_relire'
      ? { accord: 'Elle peut partir', refus: 'À reprendre avant de partir' }
      : { accord: 'Rien à corriger', refus: 'À corriger auprès de qui l’a reçue' }
  return html`${lecteur && peut(o.moi, 'relire', o.situation).regle !== null && formulaireAvis({ forme: FORME_AVIS, action: `${ici}/avis`, version: t.version, avis, s })}
  ${t.attente === 'relue' && (decide.regle === null ? html`<p class="preau-discret">${typo(decide.refus)}</p>` : depart(t, ici, s))}
  ${
    t.attente === 'a_relire' &&
    decide.regle !== null &&
    accordeon({ titre: 'Elle ne peut plus attendre', ouvert: s.ici(FORME_DEPART), contenu: depart(t, ici, s) })
  }
  ${
    t.attente === 'refusee' &&
    peut(o.moi, 'transmettre', o.situation).regle !== null &&
    html`<p>
      ${lienBouton({ libelle: 'Décider à nouveau', url: `/dossiers/${o.d.numero}/transmissions/${t.destinataire}#transmettre`, variante: 'secondaire' })}
    </p>`
  }
  ${t.attente !== null && decide.regle !== null && peutRetirer(o, t) && retrait(t, ici, s)}`
}

const titreFeuilles = (t: Transmission, { feuilles }: Scellees): string => {
  const [une, toutes] = t.attente === 'retiree' ? ['devait partir', 'devaient partir'] : ['part', 'partent']
  return feuilles.length > 1 ? `Les fiches, telles qu’elles ${toutes}` : `La fiche, telle qu’elle ${une}`
}

/** One transmission: the sheet exactly as it leaves, who reads it, and how far it has come. */
export function pageEnvoi(o: Dossier, { t, scellees }: { t: Transmission; scellees: Scellees }, s: Saisies): Html {
  const d = DESTINATAIRES[t.destinataire as CodeDestinataire]
  const ici = `/dossiers/${o.d.numero}/transmissions/envois/${t.id}`
  const imprimable = t.attente === null || t.attente === 'relue'
  return html`<div class="preau-pile">
    <h2>${d.libelle}</h2>
    <p class="fr-badges-group">${badgesEnvoi(t)}</p>
    <p>
      ${typo([`Décidée par ${t.prenom} ${t.nom}, notée ${dateHeure(t.le)}.`, t.attente === null && `Partie le ${jourIso(t.jour)}.`, lectures(t)].filter(Boolean).join(' '))}
    </p>
    <p>${typo(`Pourquoi (ne part pas avec la fiche) : ${t.raison}`)}</p>
    ${
      t.par === o.moi.agent &&
      t.attente === 'a_relire' &&
      alerte({
        type: 'info',
        texte: typo('Une autre personne la relit : vous l’avez décidée, vous n’en êtes pas le second lecteur.'),
      })
    }
    ${t.retraitRaison !== '' && alerte({ type: 'info', titre: 'Pourquoi elle ne part pas', texte: t.retraitRaison })}
    ${t.avisRaison !== '' && alerte({ type: 'attention', titre: t.avis === 'refus' ? 'À reprendre' : 'Dit à la relecture', texte: t.avisRaison })}
    <h3>${titreFeuilles(t, scellees)}</h3>
    ${imprimable && html`<p>${lienBouton({ libelle: 'La fiche à imprimer', url: `${ici}/feuille`, icone: 'imprimer', variante: 'secondaire' })}</p>`}
    ${feuillesLues(o, t, scellees)} ${gestes(o, t, ici, s)}
    <p>
      <a href="/dossiers/${o.d.numero}/transmissions/${t.destinataire}">${typo(`${d.court} : décisions et suites`)}</a>
    </p>
  </div>`
}
