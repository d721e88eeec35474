import { badgeDelai, dateHeure, delai } from '#signalement'
import { clock } from '#platform'
import { bouton, de, html, lienBouton, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { NATURES_PREVU, type NaturePrevu, type Prevu } from '../prevu/prevu.ts'
import { AUTRES, peut, protocoleDe } from '../protocole/peut.ts'
import { phraseDe, PREALABLES } from '../protocole/prealables.ts'
import { VERBES, type Etat, type Onglet, type Verbe } from '../protocole/protocole.ts'
import { attenduesDe, cheminRelecture, type Attendue } from '../relecture/relecture.ts'
import { DESTINATAIRES } from '../transmission/transmission.mots.ts'
import { mot } from '../vocabulaire.ts'
import { cache } from './gestes.ts'

interface Pas {
  verbe: Verbe
  libelle: string
  fait: boolean
}

/** A running track whose next point comes before its decision: that point is the next thing to do. */
function pointDePiste(o: Dossier): Pas[] {
  if (o.d.etat !== 'traitement') return []
  const [point, decision] = ['point_piste', 'decision_piste'].map((nature) => o.prevus.find((p) => p.nature === nature))
  if (point === undefined || (decision !== undefined && decision.le <= point.le)) return []
  const methode = o.faits
    .filter((f) => f.verbe === 'dossier.engager_piste')
    .map((f) => f.detail as { piste?: string; methode?: string })
    .find((d) => d.piste === point.objet)?.methode
  const verbe = methode === 'mpp' ? 'preoccuper' : 'avancer_piste'
  return [{ verbe, libelle: protocoleDe(o.d.protocole).regles.traitement[verbe]!.bouton, fait: false }]
}

/** What this state is there for, and what of it is done. */
function pasDe(o: Dossier): Pas[] {
  const { regles, pas } = protocoleDe(o.d.protocole)
  const etat = o.d.etat as Etat
  const deLEtat = pas[etat]
    .filter(({ verbe }) => {
      // Said only of what waits, and before the end that it holds back.
      if (verbe === 'partir' && o.vu.enAttente.length === 0) return false
      if (etat !== 'evaluation') return true
      // Two ways out of the evaluation: only the one that the qualification opens.
      const ecarte = o.situation.acquis.has('pas_de_harcelement')
      return verbe === 'ecarter' || verbe === 'partir' ? ecarte : verbe === 'engager_piste' ? !ecarte : true
    })
    .map(({ verbe, laisse }) => ({
      verbe,
      libelle: laisse === null ? regles[etat][verbe]!.bouton : PREALABLES[laisse].libelle,
      fait: laisse !== null && o.situation.acquis.has(laisse),
    }))
  return [...pointDePiste(o), ...deLEtat]
}

const adresse = (o: Dossier, verbe: Verbe): string => {
  const partie = VERBES[verbe]
  return partie === '' ? `/dossiers/${o.d.numero}#${verbe}` : `/dossiers/${o.d.numero}/${partie}#${verbe}`
}

const boutonDe = (o: Dossier, p: Pas): string => protocoleDe(o.d.protocole).regles[o.d.etat as Etat][p.verbe]!.bouton

/** An act that is somebody else's: there is something to do still, to tell them (a note that names them). */
function leDire(o: Dossier, refus: string): Html | undefined {
  if (!AUTRES.has(refus) || peut(o.moi, 'noter', o.situation).regle === null) return undefined
  return lienBouton({ libelle: 'Le leur dire dans une note', url: adresse(o, 'noter'), variante: 'secondaire' })
}

/** The next act, one click away: the button that does it, or the link to its form. */
function suivant(o: Dossier, p: Pas): Html {
  const { regle, refus } = peut(o.moi, p.verbe, o.situation)
  if (regle === null)
    return html`<p>${typo(`${boutonDe(o, p)}. ${refus}`)}</p>
      ${leDire(o, refus)}`
  if (p.verbe === 'prendre')
    return html`<form method="post" action="/dossiers/${o.d.numero}/prise-en-charge">
      ${cache('version', o.d.version)} ${bouton({ libelle: regle.bouton, icone: 'coche' })}
    </form>`
  const quoi = p.verbe === 'partir' ? phraseDe('rien_en_attente', o.vu.enAttente) : regle.aide
  return html`${quoi && html`<p>${typo(quoi)}</p>`} ${lienBouton({ libelle: regle.bouton, url: adresse(o, p.verbe) })}`
}

/** What a promise is about, by its id: a person’s name, what a measure is. Two families, two measures are told apart. */
export type Noms = ReadonlyMap<string, string>

/** What is promised, and to whom when it is about somebody whose name is at hand. */
function promesse(p: Prevu, noms: Noms): string {
  const nom = p.objet === null ? undefined : noms.get(p.objet)
  if (nom !== undefined && p.nature === 'nouvelles_famille') return `Nouvelles à la famille ${de(nom)}`
  if (nom !== undefined && p.nature === 'entretien') return `Entretien avec ${nom}`
  if (nom !== undefined && p.nature === 'revue_mesure') return `${nom} : toujours en place ?`
  return NATURES_PREVU[p.nature as NaturePrevu].libelle
}

const promis = (o: Dossier, p: Prevu, noms: Noms): Html => {
  const { onglet } = NATURES_PREVU[p.nature as NaturePrevu]
  const suite = p.nature === 'nouvelles_famille' && p.objet !== null && noms.has(p.objet) ? `/${p.objet}` : ''
  const qui = p.pour === o.moi.agent ? 'par vous' : `par ${p.prenom} ${p.nom}`
  return html`<li>
    <span>
      <a href="/dossiers/${o.d.numero}${onglet && `/${onglet}`}${suite}">${typo(promesse(p, noms))}</a>
      ${p.le < clock.now() && badgeDelai(p.le)}
      <small>${dateHeure(p.le)}, ${qui}</small>
    </span>
  </li>`
}

/** What somebody else than its author has still to read. */
const relecture = (o: Dossier, x: Attendue): Html =>
  html`<li>
    <span>
      <a href="/dossiers/${o.d.numero}${cheminRelecture(x)}"
        >${typo(x.genre === 'extrait' ? 'Un extrait à relire' : `À relire : ${mot(DESTINATAIRES, x.destinataire)}`)}</a
      >
      ${x.avant !== null && x.avant < clock.now() && badgeDelai(x.avant)}
      <small
        >${x.avant !== null && `${dateHeure(x.avant)}, `}${x.par === o.moi.agent ? 'par une autre personne que vous' : 'par une autre personne que son auteur'}</small
      >
    </span>
  </li>`

const listePas = (pas: readonly Pas[]): Html =>
  html`<ul class="preau-pas">
    ${pas.map(
      (p) =>
        html`<li class="${p.fait ? 'fait' : ''}">
          <span>${p.libelle} <span class="fr-sr-only">${p.fait ? '(fait)' : '(à faire)'}</span></span>
        </li>`,
    )}
  </ul>`

const echeance = (o: Dossier): Html | undefined =>
  o.d.echeance === null ? undefined : html`<span class="preau-discret">${delai(o.d.echeance).libelle}</span>`

/** What comes now, what this step still asks, and what was promised: the first thing that one reads of a dossier. */
export function aFaire(o: Dossier, noms: Noms = new Map()): Html | undefined {
  const pas = pasDe(o)
  const prochain = pas.find((p) => !p.fait)
  const attendues = attenduesDe(o)
  if (prochain === undefined && o.prevus.length + attendues.length === 0) return undefined
  return html`<section class="preau-afaire" aria-labelledby="a-faire">
    <div>
      <h2 id="a-faire">À faire maintenant</h2>
      ${prochain !== undefined && html`${suivant(o, prochain)} ${echeance(o)}`} ${pas.length > 1 && listePas(pas)}
    </div>
    ${
      o.prevus.length + attendues.length > 0 &&
      html`<div>
        <h3>Prévu</h3>
        <ul class="preau-pas">
          ${attendues.map((x) => relecture(o, x))} ${o.prevus.map((p) => promis(o, p, noms))}
        </ul>
      </div>`
    }
  </section>`
}

/** On a part of the dossier: one line, unless the next act is on this very page. */
export function rappelAFaire(o: Dossier, courant: Onglet): Html | undefined {
  const prochain = pasDe(o).find((p) => !p.fait)
  if (prochain === undefined || VERBES[prochain.verbe] === courant) return undefined
  const { regle, refus } = peut(o.moi, prochain.verbe, o.situation)
  const url = prochain.verbe === 'prendre' ? `/dossiers/${o.d.numero}` : adresse(o, prochain.verbe)
  return html`<p class="preau-afaire">
    <span
      >À faire maintenant :
      ${regle === null ? typo(`${boutonDe(o, prochain)}. ${refus}`) : html`<a href="${url}">${regle.bouton}</a>`}</span
    >
    ${echeance(o)}
  </p>`
}
