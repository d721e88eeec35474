import { uuidv7 } from '#platform'
import { dateHeure } from '#signalement'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  boutonImprimer,
  champChoix,
  champListe,
  champZone,
  html,
  lienBouton,
  typo,
  type Html,
} from '#ui'
import type { Dossier } from '../dossier.ts'
import { caseSeule } from '../famille/case.ts'
import type { Cote } from '../famille/famille.mots.ts'
import type { Famille } from '../famille/famille.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { enClair, type Morceau } from '../masque/masquer.ts'
import { peut } from '../protocole/peut.ts'
import { inconnus, type PassageMasque, type Reglage } from './construire.ts'
import { formulaireAvis } from '../relecture/relecture.page.ts'
import { BASES, DEPASSE, type ExtraitLu } from './extraire.ts'
import { mot } from '../vocabulaire.ts'
import { ARTICLE_15, PARTIES, PHRASE_VIDE, REFUSES, type CodePartie } from './parties.ts'

const ETATS: Record<string, { libelle: string; ton?: 'info' | 'succes' | 'attention' }> = {
  prepare: { libelle: 'En préparation' },
  a_relire: { libelle: 'À relire par une autre personne', ton: 'attention' },
  refuse: { libelle: 'À reprendre', ton: 'attention' },
  relu: { libelle: 'Relu, peut être remis', ton: 'info' },
  remis: { libelle: 'Remis', ton: 'succes' },
}
export const badgeExtrait = (etat: string): Html => badge(ETATS[etat]!)

const parties = (cote: Cote, coches: readonly string[]): Html =>
  html`<fieldset class="fr-fieldset">
    <legend class="fr-fieldset__legend">Ce que l’extrait contient</legend>
    <div class="preau-options">
      ${(Object.keys(PARTIES) as CodePartie[])
        .filter((code) => (PARTIES[code].cotes as readonly Cote[]).includes(cote))
        .map((code) => caseSeule({ nom: `partie_${code}`, libelle: PARTIES[code].libelle, cochee: coches.includes(code) }))}
    </div>
  </fieldset>`

/** On the page of a family: to whom, and what. */
export function demanderExtrait(o: Dossier, f: Famille, s: Saisies): Html | undefined {
  const { regle } = peut(o.moi, 'extraire', o.situation)
  if (regle === null) return undefined
  const forme = 'familles/:id/extraits'
  const options = [
    ...f.responsables.filter((r) => r.autorite && r.regle === 'libre').map((r) => ({ valeur: r.responsable, libelle: r.nom })),
    { valeur: f.enfant, libelle: `${f.nom}, si l’élève est majeur` },
  ]
  return accordeon({
    titre: regle.bouton,
    ouvert: s.ici(forme),
    contenu: html`<form
      class="preau-pile"
      method="post"
      action="/dossiers/${o.d.numero}/familles/${f.enfant}/extraits"
      novalidate
    >
      ${cache('id', s.valeur(forme, 'id') || uuidv7())} ${cache('cote', f.cote)}
      <p>
        ${typo('Les autres élèves, les témoins et qui a signalé y sont cachés. Une autre personne le relit avant qu’il ne parte.')}
      </p>
      ${champListe({ nom: 'pour', libelle: 'Remis à', vide: 'Choisir…', valeur: s.valeur(forme, 'pour'), options, ...s.erreur('pour') })}
      ${champChoix({ nom: 'base', libelle: 'À quel titre', valeur: s.valeur(forme, 'base', 'autorite'), options: Object.entries(BASES).map(([valeur, { libelle }]) => ({ valeur, libelle: typo(libelle) })), ...s.erreur('base') })}
      ${parties(f.cote, s.ici(forme) ? Object.keys(PARTIES).filter((p) => s.valeur(forme, `partie_${p}`) === 'oui') : Object.keys(PARTIES))}
      ${bouton({ libelle: 'Préparer l’extrait', variante: 'secondaire' })}
    </form>`,
  })
}

/** A hidden place stands out, and says to whoever reads the dossier what was there. */
const montrer = (m: Morceau): Html | string =>
  m.cache === undefined
    ? typo(m.texte)
    : html`<mark class="preau-masque" title="${`Caché : ${m.cache}`}"
        >${m.texte}<span class="fr-sr-only"> (caché : ${m.cache})</span></mark
      >`

function passage(p: PassageMasque, ote: boolean, modifiable: boolean): Html {
  const corps =
    p.refus === null
      ? html`<div class="preau-texte">${p.morceaux.map(montrer)}</div>`
      : html`<p class="preau-discret">
          ${typo(p.refus === 'vide' ? PHRASE_VIDE : 'Vous avez choisi de ne pas donner ce passage.')}
        </p>`
  return html`<div class="preau-pile">
    ${p.titre !== '' && html`<h4>${typo(p.titre)}</h4>`} ${corps}
    ${modifiable && caseSeule({ nom: `oter_${p.cle}`, libelle: 'Ne pas donner ce passage', cochee: ote })}
  </div>`
}

const apercu = (e: ExtraitLu, modifiable: boolean): Html =>
  html`<section class="preau-feuille preau-pile" aria-labelledby="apercu">
    <h3 id="apercu">${typo(`Extrait concernant ${e.contenu.enfant}, pour ${e.contenu.pour}`)}</h3>
    ${e.contenu.parties.map(
      (p) =>
        html`<div class="preau-pile">
          <h3>${PARTIES[p.code].libelle}</h3>
          ${p.passages.length === 0 ? html`<p class="preau-discret">Rien n’est écrit.</p>` : p.passages.map((x) => passage(x, e.contenu.reglage.oter.includes(x.cle), modifiable))}
        </div>`,
    )}
  </section>`

function masques(r: Reglage, mots: readonly string[]): Html {
  const dits = [...new Set([...r.laisser, ...mots])].sort()
  return html`${
    dits.length > 0 &&
    html`<fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">Mots cachés faute de savoir : cochez ceux qui ne désignent personne</legend>
      <div class="preau-options">
        ${dits.map((m) => caseSeule({ nom: `laisser_${m}`, libelle: `Laisser « ${m} »`, cochee: r.laisser.includes(m) }))}
      </div>
    </fieldset>`
  }
  ${champZone({ nom: 'cacher', libelle: 'À cacher aussi', facultatif: '(facultatif)', aide: 'Un mot ou une expression par ligne : un métier, un club, un lieu qui dirait qui c’est.', lignes: 3, valeur: r.cacher.join('\n') })}`
}

function prepare(e: ExtraitLu, ici: string): Html {
  const { reglage } = e.contenu
  return html`<form class="preau-pile" method="post" action="${ici}" novalidate>
      ${cache('version', e.version)} ${parties(e.cote, reglage.parties)} ${apercu(e, true)}
      ${masques(reglage, inconnus(e.contenu))} ${bouton({ libelle: 'Appliquer et revoir', variante: 'secondaire' })}
    </form>
    ${
      e.etat === 'prepare' &&
      html`<form method="post" action="${ici}/relecture">
        ${cache('version', e.version)} ${bouton({ libelle: 'Donner à relire à une autre personne' })}
      </form>`
    }`
}

const lire = (e: ExtraitLu, ici: string, s: Saisies): Html =>
  html`${apercu(e, false)}
  ${e.contenu.reglage.laisser.length > 0 && html`<p>${typo(`Laissés, comme n’étant pas des noms : ${e.contenu.reglage.laisser.join(', ')}.`)}</p>`}
  ${formulaireAvis({ forme: 'familles/extraits/:id/avis', action: `${ici}/avis`, version: e.version, avis: { accord: 'Il peut être remis', refus: 'À reprendre' }, s })}`

const fige = (e: ExtraitLu, ici: string): Html =>
  html`${apercu(e, false)}
    <p>${lienBouton({ libelle: 'La feuille à imprimer', url: `${ici}/feuille`, icone: 'imprimer', variante: 'secondaire' })}</p>
    ${e.etat === 'relu' && html`<form method="post" action="${ici}/remise">${bouton({ libelle: 'Il est remis' })}</form>`}`

/** One extract, as far as it has come: whoever prepares it masks more, another person reads, then it is frozen. */
export function pageExtrait(o: Dossier, e: ExtraitLu, s: Saisies): Html {
  const ici = `/dossiers/${o.d.numero}/familles/extraits/${e.id}`
  const mien = e.par === o.moi.agent
  const corps =
    e.depasse && e.etat !== 'remis'
      ? html`${alerte({ type: 'attention', titre: 'À préparer à nouveau', texte: typo(DEPASSE) })} ${apercu(e, false)}`
      : e.etat === 'relu' || e.etat === 'remis'
        ? fige(e, ici)
        : e.etat === 'a_relire'
          ? mien || peut(o.moi, 'relire', o.situation).regle === null
            ? apercu(e, false)
            : lire(e, ici, s)
          : mien
            ? prepare(e, ici)
            : apercu(e, false)
  return html`<div class="preau-pile">
    <h2>Un extrait pour une famille</h2>
    <p class="fr-badges-group">${badgeExtrait(e.etat)}</p>
    <p class="preau-discret">
      ${typo(`Préparé par ${e.prenom} ${e.nom} ${dateHeure(e.le)}${e.lu_nom === null ? '' : `, lu par ${e.lu_prenom} ${e.lu_nom}`}${e.remis_le === null ? '' : `, remis ${dateHeure(e.remis_le)}`}.`)}
    </p>
    <p>${typo(`À quel titre : ${mot(BASES, e.base)}.`)}</p>
    ${e.etat === 'a_relire' && mien && alerte({ type: 'info', texte: typo('Une autre personne le relit : vous l’avez préparé, vous n’en êtes pas le second lecteur.') })}
    ${e.etat === 'prepare' && !mien && alerte({ type: 'info', texte: `${e.prenom} ${e.nom} le prépare. Il sera à relire quand il vous sera donné.` })}
    ${e.avis !== '' && alerte({ type: 'attention', titre: 'À reprendre', texte: e.avis })} ${corps}
    <p><a href="/dossiers/${o.d.numero}/familles">Toutes les familles du dossier</a></p>
  </div>`
}

/** As it is given: nothing on it but what was read. */
export const pageFeuille = (o: Dossier, e: ExtraitLu): Html =>
  html`<div class="preau-pile">
    <div class="preau-ecran preau-cote">
      ${boutonImprimer('Imprimer')}
      ${lienBouton({ libelle: 'Revenir', url: `/dossiers/${o.d.numero}/familles/extraits/${e.id}`, variante: 'tertiaire' })}
    </div>
    <article class="preau-feuille preau-pile">
      <h1>${typo(`Ce qui concerne ${e.contenu.enfant}`)}</h1>
      <p>
        ${typo(`${o.d.ecole}, ${o.d.commune}. Extrait du dossier ${o.d.numero}, pour ${e.contenu.pour}. ${mot(BASES, e.base)}.`)}
      </p>
      ${e.base === 'acces' && html`<p>${typo(ARTICLE_15)}</p>`}
      ${e.contenu.parties.map(
        (p) =>
          html`<section class="preau-pile">
            <h2>${PARTIES[p.code].libelle}</h2>
            ${p.passages.length === 0 && html`<p>Rien n’est écrit.</p>`}
            ${p.passages.map(
              (x) =>
                html`${x.titre !== '' && html`<h3>${typo(x.titre)}</h3>`}
                ${x.refus === null ? html`<div class="preau-texte">${typo(enClair(x.morceaux))}</div>` : html`<p>${typo(x.refus === 'vide' ? PHRASE_VIDE : 'Ce passage n’est pas donné.')}</p>`}`,
            )}
          </section>`,
      )}
      <section class="preau-pile">
        <h2>Ce qui n’est pas donné, et pourquoi</h2>
        <p>
          ${typo('Les autres élèves et les adultes sont désignés par une lettre, la même partout ; ce qui pourrait dire qui c’est est remplacé par […].')}
        </p>
        <ul>
          ${REFUSES.map((r) => html`<li>${typo(r)}</li>`)}
        </ul>
        <p>
          ${typo('Vous pouvez demander l’avis de la commission d’accès aux documents administratifs (cada.fr) dans les deux mois.')}
        </p>
      </section>
      <p class="preau-discret">
        ${typo(`Établi par ${e.prenom} ${e.nom}, relu par ${e.lu_prenom} ${e.lu_nom}. Empreinte ${e.empreinte!.toString('hex').slice(0, 16)}.`)}
      </p>
    </article>
  </div>`
