import { clock } from '#platform'
import { badgeDelai, dateHeure, delai, URGENCES } from '#signalement'
import { alerte, badge, bouton, enTete, html, lienBouton, typo, vide, type Html, type Texte } from '#ui'
import { NATURES_APPUI } from '../appui/appui.ts'
import { cache } from '../fiche/gestes.ts'
import { NATURES_PREVU, type NaturePrevu } from '../prevu/prevu.ts'
import { PROTOCOLE_COURANT } from '../protocole/peut.ts'
import { ETATS, VERBES, type Etat, type Verbe } from '../protocole/protocole.ts'
import { cheminRelecture } from '../relecture/relecture.ts'
import { MOTIFS_SECOURS, PREFIXE } from '../secours/motifs.ts'
import { DESTINATAIRES } from '../transmission/transmission.mots.ts'
import type { Bureau } from './bureau.ts'
import { etatVisite } from './visite.ts'
import { mot } from '../vocabulaire.ts'

/** The act that each step waits for: where the line leads. */
const ACTE: Partial<Record<Etat, Verbe>> = {
  pris_en_charge: 'proteger',
  protege: 'entendre',
  evaluation: 'qualifier',
  traitement: 'decider_piste',
  surveillance: 'point_suivi',
}

interface Ligne {
  quand?: Html
  quoi: Html
  /** Where, which dossier, who: the empty ones are not said. */
  ou: readonly Texte[]
  marques?: readonly Html[]
  acte?: Html
}

const ligne = (l: Ligne): Html =>
  html`<li class="preau-bureau__ligne">
    <div>
      <p class="preau-bureau__quoi">${l.quoi}</p>
      <p class="preau-discret">${l.ou.filter((x) => x !== '').map((x, i) => html`${i > 0 && ' · '}${x}`)}</p>
      ${l.marques !== undefined && l.marques.length > 0 && html`<p class="fr-badges-group">${l.marques}</p>`}
    </div>
    <div class="preau-bureau__acte">${l.quand} ${l.acte}</div>
  </li>`

function section(id: string, titre: string, lignes: readonly Html[], suite?: Html): Html | undefined {
  if (lignes.length === 0) return undefined
  return html`<section class="preau-pile preau-bureau__part" aria-labelledby="${id}">
    <h2 id="${id}">${titre} <span class="preau-bureau__nombre">${lignes.length}</span></h2>
    <ul class="preau-bureau__lignes">
      ${lignes}
    </ul>
    ${suite}
  </section>`
}

const numero = (n: string): Html => html`<span class="preau-insecable">${n}</span>`
const urgences = (u: readonly string[]): Html[] =>
  u.map((x) => badge({ libelle: mot(URGENCES, x), ton: 'erreur', icone: 'alerte' }))

type Dossier = Bureau['miens'][number]

function acteDe(d: { numero: string; etat: string; version?: number; qualifie?: boolean }, dabord: boolean): Html {
  // Somebody else answers for it: the line leads to the dossier, to ask.
  if (d.version === undefined)
    return lienBouton({
      libelle: 'Écrire une note',
      precision: d.numero,
      url: `/dossiers/${d.numero}/notes#noter`,
      petit: true,
      variante: 'tertiaire',
    })
  const etat = d.etat as Etat
  if (etat === 'recu' || etat === 'rouvert')
    return html`<form method="post" action="/dossiers/${d.numero}/prise-en-charge">
      ${cache('version', d.version)} ${bouton({ libelle: 'Prendre en charge', precision: d.numero, petit: true, icone: 'coche' })}
    </form>`
  const variante = dabord ? 'primaire' : 'secondaire'
  // Already named: what remains depends on what was said and to whom, and the dossier says it.
  if (d.qualifie === true)
    return lienBouton({
      libelle: 'Voir ce qui reste à faire',
      precision: d.numero,
      url: `/dossiers/${d.numero}`,
      petit: true,
      variante,
    })
  const verbe = ACTE[etat] ?? 'noter'
  const partie = VERBES[verbe]
  return lienBouton({
    libelle: PROTOCOLE_COURANT.regles[etat][verbe]?.bouton ?? 'Ouvrir',
    precision: d.numero,
    url: `/dossiers/${d.numero}${partie && `/${partie}`}#${verbe}`,
    petit: true,
    variante,
  })
}

/** `dabord`: the first thing to do of the whole page, whose button is the one that stands out. */
const dossier = (
  d: Omit<Dossier, 'retard' | 'responsable' | 'version' | 'qualifie'> & { version?: number; qualifie?: boolean },
  par?: string,
  dabord = false,
): Html =>
  ligne({
    quand: badgeDelai(d.echeance!),
    quoi: html`<a href="/dossiers/${d.numero}">${d.qualifie === true ? 'Traiter' : ETATS[d.etat as Etat].suite}</a>`,
    ou: [`${d.ecole}, ${d.commune}`, numero(d.numero), par ?? ''],
    marques: urgences(d.urgences),
    acte: acteDe(d, dabord),
  })

type Promis = Bureau['promis'][number]

/** Where it is kept: the family that news are owed to, the part of the dossier of everything else. */
function lien(p: Promis): string {
  const { onglet } = NATURES_PREVU[p.nature as NaturePrevu]
  const famille = p.nature === 'nouvelles_famille' && p.objet !== null ? `/${p.objet}` : ''
  return `/dossiers/${p.numero}${onglet && `/${onglet}`}${famille}`
}

/** `par`: a colleague promised it; whoever waits for it asks, and does not do it in their place. */
function promis(p: Promis, par?: string): Html {
  const { bouton: libelle, ancre } = NATURES_PREVU[p.nature as NaturePrevu]
  return ligne({
    quand: badgeDelai(p.le),
    quoi: html`<a href="${lien(p)}">${typo(mot(NATURES_PREVU, p.nature))}</a>`,
    ou: [p.ecole, numero(p.numero), par ?? ''],
    ...(par === undefined && {
      acte: lienBouton({ libelle, precision: p.numero, url: `${lien(p)}#${ancre}`, petit: true, variante: 'secondaire' }),
    }),
  })
}

const visite = (v: Bureau['visites'][number], moi: string): Html =>
  ligne({
    quand: badgeDelai(v.rendez_vous ?? v.echeance ?? clock.now()),
    quoi: html`<a href="/appuis/${v.id}">${typo(mot(NATURES_APPUI, v.nature))}</a>`,
    ou: [v.ecole ?? '', etatVisite(v, moi)],
  })

const appel = (a: Bureau['appels'][number]): Html =>
  ligne({
    quoi: html`<a href="/dossiers/${a.numero}/notes#note-${a.note}">${a.prenom} ${a.nom} vous appelle dans une note</a>`,
    ou: [a.ecole, numero(a.numero), dateHeure(a.le)],
  })

const relecture = (x: Bureau['aRelire'][number]): Html => {
  const extrait = x.genre === 'extrait'
  const quoi = extrait
    ? 'Un extrait pour une famille'
    : `${mot(DESTINATAIRES, x.destinataire)}, ${x.attente === null ? 'déjà transmis' : 'avant son départ'}`
  return ligne({
    ...(x.avant !== null && { quand: badgeDelai(x.avant) }),
    quoi: html`<a href="/dossiers/${x.numero}${cheminRelecture({ genre: extrait ? 'extrait' : 'transmission', id: x.id })}"
      >${typo(quoi)}</a
    >`,
    ou: [x.ecole, numero(x.numero), `${extrait ? 'préparé' : 'décidé'} par ${x.prenom} ${x.nom}`],
  })
}

/** What somebody nearer reads: a count, which leads to the list. */
function ailleurs(b: Bureau, toutes: boolean): Html | undefined {
  const n = b.relusAilleurs.length
  if (n === 0) return undefined
  if (toutes) return section('relues-ailleurs', 'À relire par quelqu’un de plus proche', b.relusAilleurs.map(relecture))
  const tard = b.relusAilleurs.filter((x) => x.avant !== null && x.avant < clock.now()).length
  const combien = n === 1 ? 'Une relecture attend' : `${n} relectures attendent`
  return html`<p>
    <a href="/bureau?relectures=toutes#relues-ailleurs"
      >${typo(`${combien} quelqu’un de plus proche que vous${tard > 0 ? `, dont ${tard} en retard` : ''}`)}</a
    >
  </p>`
}

/** Whoever opened a dossier in an emergency: was it one? */
const secours = (x: Bureau['secours'][number]): Html =>
  ligne({
    quand: badgeDelai(x.avant),
    quoi: html`<a href="/dossiers/${x.numero}#regarder">${typo(mot(MOTIFS_SECOURS, x.motif.slice(PREFIXE.length)))}</a>`,
    ou: [x.ecole, numero(x.numero), `ouvert ${dateHeure(x.du)} par ${x.prenom} ${x.nom}`],
  })

/** A second look, by the level above: it reopens, or lets be. */
const ecarte = (d: Bureau['ecartes'][number]): Html =>
  ligne({
    quoi: html`<a href="/dossiers/${d.numero}">${typo(ETATS.ecarte.libelle)}</a>`,
    ou: [`${d.ecole}, ${d.commune}`, numero(d.numero), `décidé ${dateHeure(d.clos_le!)} par ${d.prenom} ${d.nom}`],
    marques: urgences(d.urgences),
    acte: lienBouton({
      libelle: 'Relire',
      precision: d.numero,
      url: `/dossiers/${d.numero}/suivi#rouvrir`,
      petit: true,
      variante: 'secondaire',
    }),
  })

/** The number of each kind, each a link to what it counts. */
function resume(b: Bureau): string {
  const n = b.comptes
  const mots = [
    n.ouverts === 0
      ? 'Aucun dossier ouvert ne vous attend'
      : n.ouverts === 1
        ? 'Vous répondez d’un dossier ouvert'
        : `Vous répondez de ${n.ouverts} dossiers ouverts`,
    ...(n.retard > 0 ? [n.retard === 1 ? 'un est en retard' : `${n.retard} sont en retard`] : []),
  ]
  return `${mots.join(', ')}.`
}

/** `toutes`: also what others than its reader are nearer to read. */
export function pageBureau(b: Bureau, toutes = false): Html {
  const tard = (le: Date): boolean => delai(le).ton === 'erreur'
  const pris = b.miens.filter((d) => d.etat !== 'recu' && d.etat !== 'rouvert')
  const retards = [
    ...pris.filter((d) => d.retard).map((d, i) => dossier(d, undefined, i === 0)),
    ...b.promis.filter((p) => tard(p.le)).map((p) => promis(p)),
  ]
  const duJour = [
    ...pris.filter((d) => !d.retard && d.echeance! < b.demain).map((d) => dossier(d)),
    ...b.promis.filter((p) => !tard(p.le) && p.le < b.demain).map((p) => promis(p)),
  ]
  const semaine = [
    ...pris.filter((d) => d.echeance! >= b.demain).map((d) => dossier(d)),
    ...b.promis.filter((p) => p.le >= b.demain).map((p) => promis(p)),
  ]
  const parts = [
    section('retards', 'En retard', retards),
    section(
      'nouveaux',
      'Nouveaux',
      b.nouveaux.map((d) => dossier(d)),
    ),
    section('aujourdhui', 'Aujourd’hui', duJour),
    section('appels', 'On vous appelle', b.appels.map(appel)),
    section('a-relire', 'À relire', b.aRelire.map(relecture)),
    ailleurs(b, toutes),
    section('secours', 'Accès d’urgence à regarder', b.secours.map(secours)),
    section(
      'visites',
      'Appui et visites',
      b.visites.map((v) => visite(v, b.moi.agent)),
    ),
    section(
      'remontes',
      'En retard ailleurs, à demander',
      b.remontes.map((d) => dossier(d, `${d.prenom} ${d.nom}`)),
    ),
    section('ecartes', 'Écartés par un établissement seul, à relire', b.ecartes.map(ecarte)),
    section(
      'attendus',
      'Vous attendez un collègue',
      b.attendus.map((p) => promis(p, `par ${p.prenom} ${p.nom}`)),
    ),
    section('semaine', 'Cette semaine', semaine),
    section(
      'suivis',
      'Suivis avec un collègue',
      b.suivis.map((d) => dossier(d, `${d.prenom} ${d.nom} en répond`)),
    ),
  ]
  return html`<div class="preau-pile">
    ${enTete({
      titre: 'Mon bureau',
      texte: typo(resume(b)),
      actions: html`${lienBouton({ libelle: 'La revue des dossiers', url: '/bureau/revue', icone: 'coche', petit: true, variante: 'secondaire' })}
      ${lienBouton({ libelle: 'Charge et répartition', url: '/bureau/charge', petit: true, variante: 'tertiaire' })}`,
    })}
    ${b.avis !== null && alerte({ type: 'attention', niveau: 2, titre: 'Calendrier scolaire incomplet', texte: typo(b.avis) })}
    ${
      b.orphelins > 0 &&
      alerte({
        type: 'erreur',
        niveau: 2,
        titre: b.orphelins === 1 ? 'Une situation est à réattribuer' : `${b.orphelins} situations sont à réattribuer`,
        texte: html`<a href="/bureau/a-reattribuer">${typo('Cette liste doit être vide : la voir')}</a>`,
      })
    }
    ${
      parts.every((p) => p === undefined)
        ? vide({
            titre: 'Rien ne vous attend aujourd’hui',
            texte: html`Les nouveaux signalements sont dans <a href="/boite">la boîte d’entrée</a>.`,
            icone: 'coche',
          })
        : parts
    }
    <p>
      <a href="/bureau/agenda">${typo('Voir mes échéances dans mon agenda')}</a> ·
      <a href="/bureau/absences">${typo('Prévoir une absence')}</a>
    </p>
  </div>`
}
