import { libelleRole } from '#annuaire'
import { badgeDelai, CANAUX, evenement, jour, liste, parMandat, QUOI } from '#signalement'
import { accordeon, alerte, bouton, carte, champListe, champZone, chronologie, html, paragraphes, typo, type Html } from '#ui'
import { champsAccord } from '../accord/accord.page.ts'
import { leurTexte, vu } from '../fusion.page.ts'
import { PHRASES } from '../histoire.ts'
import { confies } from '../octroi/octroi.page.ts'
import { peut } from '../protocole/peut.ts'
import { NATURES, type Nature } from '../vocabulaire.ts'
import type { Fiche, Retour } from './fiche.ts'
import { cache, refus, Saisies } from './gestes.ts'
import { aFaire } from './afaire.page.ts'
import { mesures } from './mesures.page.ts'
import { personnes } from './personnes.page.ts'
import { estSecours } from '../secours/motifs.ts'
import { regards, secours } from '../secours/secours.page.ts'
import { formulaireRecherche } from '../recherche/recherche.page.ts'
import { report } from '../report/report.page.ts'
import { lienAvant } from '../avant/avant.page.ts'
import { ressourcesUtiles } from '../ressource/ressource.ts'
import { urgences } from '../urgence/urgence.page.ts'
import { tete } from './tete.page.ts'
import { mot } from '../vocabulaire.ts'

const resume = (f: Fiche, s: Saisies): Html =>
  html`<section class="preau-pile" aria-labelledby="resume-titre">
    <h2 id="resume-titre">Résumé</h2>
    ${f.resume === '' ? html`<p class="preau-discret">Pas encore de résumé.</p>` : paragraphes(f.resume)}
    ${
      peut(f.moi, 'resumer', f.situation).regle !== null &&
      accordeon({
        titre: f.resume === '' ? 'Écrire le résumé' : 'Modifier le résumé',
        ouvert: s.ici('resume'),
        contenu: html`<form class="preau-pile" method="post" action="/dossiers/${f.d.numero}/resume" novalidate>
          ${cache('version', f.d.version)} ${vu(s, 'resume', 'resume', f.resume)} ${leurTexte(s, 'resume', f.resume)}
          ${champZone({ nom: 'resume', libelle: 'Résumé', aide: 'Les faits, avec les mots entendus entre guillemets. Ce que l’on suppose se dit comme tel.', lignes: 8, valeur: s.valeur('resume', 'resume', f.resume), ...s.erreur('resume') })}
          ${bouton({ libelle: 'Enregistrer', variante: 'secondaire' })}
        </form>`,
      })
    }
  </section>`

const signalements = (f: Fiche): Html =>
  html`<section class="preau-pile" aria-labelledby="signalements">
    <h2 id="signalements">Signalements</h2>
    ${f.signalements.length === 0 && html`<p class="preau-discret">Aucun signalement rattaché.</p>`}
    ${f.signalements.map((x) =>
      carte({
        titre: `Reçu le ${jour(x.recu_le)}`,
        url: `/signalements/${x.id}`,
        texte: typo(`${mot(CANAUX, x.canal)}. ${liste(x.quoi.map((q) => mot(QUOI, q)))}`),
        ...(x.echeance && { haut: badgeDelai(x.echeance) }),
      }),
    )}
  </section>`

const responsable = (f: Fiche, s: Saisies): Html | undefined => {
  const autres = f.lecteurs.filter((l) => l.agent !== f.d.responsable && l.role !== 'equipe')
  if (autres.length === 0 || peut(f.moi, 'confier', f.situation).regle === null) return undefined
  return accordeon({
    titre: 'Changer de responsable',
    ouvert: s.ici('responsable'),
    contenu: html`<form class="preau-pile" method="post" action="/dossiers/${f.d.numero}/responsable" novalidate>
      ${cache('version', f.d.version)}
      ${champListe({
        nom: 'agent',
        libelle: 'Nouveau responsable',
        vide: 'Choisir…',
        valeur: s.valeur('responsable', 'agent'),
        options: autres.map((l) => ({ valeur: l.agent, libelle: `${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}` })),
        ...s.erreur('agent'),
      })}
      ${champsAccord('responsable', 'responsable', s, { facultatif: '(si le dossier change de niveau)' })}
      ${bouton({ libelle: 'Confier', variante: 'secondaire' })}
    </form>`,
  })
}

const quiVoit = (f: Fiche): Html =>
  accordeon({
    titre: `Qui voit ce dossier (${f.lecteurs.length})`,
    contenu: html`<ul>
        ${f.lecteurs.map((l) => html`<li>${l.prenom} ${l.nom}, ${libelleRole(l.role).toLowerCase()}</li>`)}
      </ul>
      ${parMandat(f.moi, f.d) && html`<p><a href="/dossiers/${f.d.numero}/suivi/lectures">Qui l’a ouvert, et quand</a></p>`}`,
  })

/** A dossier that goes on elsewhere says it first, with the way there. */
const AILLEURS: Record<string, readonly [phrase: string, lien: string, ancre: string]> = {
  doublon: ['C’est la même situation qu’un autre dossier : tout s’y passe.', 'Voir lequel', 'doublonner'],
  transfere: ['L’élève a changé d’école.', 'Voir où il est suivi', 'transferer'],
}

function ailleurs(f: Fiche): Html | undefined {
  const a = AILLEURS[f.d.etat]
  if (a === undefined) return undefined
  const [phrase, lien, ancre] = a
  return alerte({
    type: 'info',
    texte: html`${typo(phrase)} <a href="/dossiers/${f.d.numero}/appui#${ancre}">${lien}</a>`,
  })
}

/** What was done, oldest first; from a change of the summary, of an identity or of a guardian, the way to what it was before. */
const histoire = (f: Fiche): Html =>
  chronologie(
    f.faits.map((x) => ({ ...evenement(PHRASES)(x), texte: lienAvant(f, x) })),
    'Histoire du dossier',
  )

/** What promises are about. */
const objets = (f: Fiche): ReadonlyMap<string, string> =>
  new Map([
    ...f.personnes.map((p) => [p.id, p.nom] as const),
    ...f.mesures.map((m) => [m.id, NATURES[m.nature as Nature].libelle] as const),
  ])

export function pageDossier(f: Fiche, retour: Retour | undefined): Html {
  const s = new Saisies(retour)
  return html`<div class="preau-pile">
    ${refus(retour)} ${tete(f, '')} ${secours(f, f.octrois.filter(estSecours))} ${ailleurs(f)} ${aFaire(f, objets(f))}
    ${regards(f, f.secours, s)}
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-lg-8 preau-pile">${resume(f, s)} ${mesures(f, s)} ${personnes(f, s)} ${ressourcesUtiles(f.utiles)}</div>
      <div class="fr-col-lg-4 preau-pile">
        ${signalements(f)}
        <section class="preau-pile" aria-labelledby="histoire">
          <h2 id="histoire">Histoire</h2>
          ${histoire(f)} ${formulaireRecherche(f)}
          <p><a href="/dossiers/${f.d.numero}/suivi/protocole">Ce que le protocole demande, et ce qui est fait</a></p>
          <div>
            ${urgences(f, s)} ${report(f, s)} ${responsable(f, s)}
            ${confies(
              f,
              f.octrois.filter((x) => !estSecours(x)),
              f.membres,
              s,
            )}
            ${quiVoit(f)}
          </div>
        </section>
      </div>
    </div>
  </div>`
}
