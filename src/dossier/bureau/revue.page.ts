import { clock, uuidv7 } from '#platform'
import { libelleRole } from '#annuaire'
import { badgeDelai, dateHeure, evenement, jour, jourDe } from '#signalement'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  champChoix,
  champDate,
  champListe,
  champTexte,
  champZone,
  chronologie,
  enTete,
  html,
  paragraphes,
  typo,
  vide,
  type Html,
} from '#ui'
import { aFaire } from '../fiche/afaire.page.ts'
import type { Retour } from '../fiche/fiche.ts'
import { cache, refus, Saisies } from '../fiche/gestes.ts'
import { PHRASES } from '../histoire.ts'
import { peut } from '../protocole/peut.ts'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import { grilleAncienne, prochaineRevue } from './reevaluer.ts'
import { DECISIONS, PERIMETRES, type EnRevue, type Perimetre, type Revue } from './revue.ts'

const formulaireDebut = (perimetre: Perimetre, libelle: string): Html =>
  html`<form class="preau-pile" method="post" action="/bureau/revue">
    ${champChoix({
      nom: 'perimetre',
      libelle: 'Quels dossiers',
      valeur: perimetre,
      options: Object.entries(PERIMETRES).map(([valeur, p]) => ({
        valeur,
        libelle: p.libelle,
        ...('aide' in p && { aide: typo(p.aide) }),
      })),
    })}
    ${bouton({ libelle, icone: 'fleche', iconeApres: true })}
  </form>`

/** Before the first dossier, and after the last one; what was refused on the last one is said here too. */
export function pageRevueDebut(r: Revue | null, maintenant: Date, retour?: Retour): Html {
  return html`<div class="preau-pile">
    ${refus(retour)}
    ${enTete({
      titre: 'La revue des dossiers',
      texte: typo(
        'Tous les quinze jours, chaque dossier ouvert est regardé : ce qui a changé, et ce qui est décidé. Un dossier par écran.',
      ),
    })}
    ${
      r !== null &&
      vide({
        titre: 'La revue est finie',
        texte: typo(`Commencée ${dateHeure(r.commencee, maintenant)}, elle n’a plus de dossier à montrer.`),
        icone: 'coche',
      })
    }
    ${formulaireDebut(r?.perimetre ?? 'miens', r === null ? 'Commencer la revue' : 'Commencer une nouvelle revue')}
  </div>`
}

/** What one has to look at is decided in the same screen: the latest facts, the rest one click away. */
function change(f: EnRevue): Html {
  const faits = f.faits.slice(-30).toReversed()
  const [recents, avant] = [faits.slice(0, 6), faits.slice(6)]
  return html`<section class="preau-pile" aria-labelledby="change">
    <h2 id="change">${f.depuis === null ? 'Depuis l’ouverture' : 'Depuis la dernière revue'}</h2>
    ${
      f.faits.length === 0
        ? html`<p>${typo(`Rien n’a changé depuis ${f.depuis === null ? 'l’ouverture' : dateHeure(f.depuis)}.`)}</p>`
        : chronologie(recents.map(evenement(PHRASES)), 'Ce qui a changé')
    }
    ${
      avant.length > 0 &&
      accordeon({
        titre: avant.length === 1 ? 'Une chose plus ancienne' : `${avant.length} choses plus anciennes`,
        contenu: chronologie(avant.map(evenement(PHRASES)), 'Ce qui a changé avant'),
      })
    }
  </section>`
}

const grillePossible = (f: EnRevue): boolean => peut(f.moi, 'evaluer', f.situation).regle !== null

/** Said, and one click away; it holds nothing back. */
function aReevaluer(f: EnRevue): Html | undefined {
  const grille = grilleAncienne(f, f.depuis)
  if (grille === undefined) return undefined
  const depuis =
    grille === null
      ? 'Aucune grille n’est remplie depuis que le dossier est ouvert.'
      : `La dernière grille (${jour(grille)}) ${f.depuis === null ? `a plus de ${f.reglages.delai('revue')} jours` : 'date d’avant la dernière revue'}.`
  return alerte({
    type: 'attention',
    niveau: 2,
    titre: 'À réévaluer',
    texte: html`<p>${typo(`${depuis} La situation a pu changer depuis.`)}</p>
      ${grillePossible(f) && html`<p><a href="/dossiers/${f.d.numero}/evaluation/grille">Remplir la grille</a></p>`}`,
  })
}

/** What can be decided here: a grid is promised only where one can be filled. */
const decisionsDe = (f: EnRevue): [string, { libelle: string; aide: string }][] =>
  Object.entries(DECISIONS).filter(([code]) => code !== 'reevaluer' || grillePossible(f))

const quandReevaluer = (f: EnRevue, s: Saisies): Html =>
  html`<fieldset class="preau-pile preau-revue__tache">
    <legend class="fr-fieldset__legend">Si la situation est à réévaluer</legend>
    ${champDate({ nom: 'reevaluer_le', libelle: 'Nouvelle grille pour le', aide: 'Sans date : le jour de la prochaine revue.', valeur: s.valeur('revue', 'reevaluer_le', jourDe(prochaineRevue(f))), ...s.erreur('reevaluer_le') })}
  </fieldset>`

const decision = (f: EnRevue, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/bureau/revue/${f.d.numero}" data-revue novalidate>
    ${cache('note', s.valeur('revue', 'note') || uuidv7())} ${cache('id', s.valeur('revue', 'id') || uuidv7())}
    ${cache('vue', f.depuis?.toISOString() ?? '')}
    ${champChoix({
      nom: 'decision',
      libelle: 'Ce qui est décidé',
      aide: html`<span class="preau-js"
        >${typo(`Au clavier : 1 à ${decisionsDe(f).length} choisit, Ctrl et Entrée enregistre et passe au suivant.`)}</span
      >`,
      valeur: s.valeur('revue', 'decision', 'continue'),
      options: decisionsDe(f).map(([valeur, d], i) => ({
        valeur,
        libelle: `${i + 1}. ${d.libelle}`,
        aide: typo(d.aide),
      })),
      ...s.erreur('decision'),
    })}
    ${champZone({ nom: 'mot', libelle: 'Un mot pour les collègues', facultatif: '(facultatif)', lignes: 2, valeur: s.valeur('revue', 'mot') })}
    <fieldset class="preau-pile preau-revue__tache">
      <legend class="fr-fieldset__legend">Si une chose est à faire</legend>
      ${champTexte({ nom: 'quoi', libelle: 'À faire', valeur: s.valeur('revue', 'quoi'), ...s.erreur('quoi') })}
      ${champListe({
        nom: 'pour',
        libelle: 'Par qui',
        valeur: s.valeur('revue', 'pour', f.d.responsable),
        options: f.lecteurs.map((l) => ({
          valeur: l.agent,
          libelle: l.agent === f.moi.agent ? 'Moi' : `${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}`,
        })),
        ...s.erreur('pour'),
      })}
      ${champDate({ nom: 'tache_le', libelle: 'Pour le', valeur: s.valeur('revue', 'tache_le', jourDe(clock.now())), ...s.erreur('tache_le') })}
    </fieldset>
    ${grillePossible(f) && quandReevaluer(f, s)}
    <div class="preau-form__suite">
      ${bouton({ libelle: 'Noter et passer au suivant', icone: 'fleche', iconeApres: true })}
      <a class="fr-link" href="/bureau/revue?apres=${f.d.numero}">${typo('Plus tard : voir le suivant')}</a>
    </div>
  </form>`

/** One dossier a screen: what changed, what comes, what is decided. */
export function pageRevue(r: Revue, f: EnRevue, retour?: Retour): Html {
  const s = new Saisies(retour)
  const qui = f.d.responsable === f.moi.agent ? 'Vous en êtes responsable' : `Responsable : ${f.d.resp_prenom} ${f.d.resp_nom}`
  return html`<div class="preau-pile">
    ${refus(retour)}
    ${enTete({
      surtitre: typo(
        `Revue : ${r.restent === 1 ? 'le dernier dossier' : `encore ${r.restent} dossiers`} · ${f.d.ecole}, ${f.d.commune}`,
      ),
      titre: `Dossier ${f.d.numero}`,
      badges: [
        badge({ libelle: ETATS[f.d.etat as Etat].libelle, ton: 'info' }),
        ...(f.d.echeance === null ? [] : [badgeDelai(f.d.echeance)]),
      ],
      texte: typo(`${qui}.`),
      actions: html`<a href="/dossiers/${f.d.numero}">Ouvrir le dossier</a>`,
    })}
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-lg-7 preau-pile">
        ${
          f.resume !== '' &&
          html`<section class="preau-pile" aria-labelledby="resume">
            <h2 id="resume">Résumé</h2>
            ${paragraphes(f.resume)}
          </section>`
        }
        ${aReevaluer(f)} ${change(f)} ${aFaire(f)}
      </div>
      <div class="fr-col-lg-5">
        <h2>Décider</h2>
        ${decision(f, s)}
      </div>
    </div>
  </div>`
}
