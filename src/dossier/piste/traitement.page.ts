import { badgeDelai, dateHeure, jour, jourIso, porteeDe } from '#signalement'
import { accordeon, alerte, badge, definitionListe, groupeBoutons, html, lienBouton, paragraphes, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { arret, avertirRencontre, cite, constat, transmissionDite, url } from './commun.page.ts'
import { arretDe } from './arret.ts'
import { CONTRE, adulteEnCause, type Contre } from './contre.ts'
import { etapeDite } from './etapes.ts'
import { formulaireEngager } from './engager.page.ts'
import { DECISIONS, METHODES, SANCTIONS, type Decision, type Methode, type Sanction } from './methodes.ts'
import { mpp } from './mpp.page.ts'
import { enCours, type DecisionDite, type Etape, type Piste, type Traitement } from './piste.ts'

const raisons = (o: Dossier, t: Traitement, p: Piste): Html => {
  const transmise = t.transmises.find((x) => x.id === p.transmission)
  return definitionListe([
    { terme: 'Pourquoi cette méthode', definition: paragraphes(p.raison) },
    ...(p.contre.length === 0
      ? []
      : [{ terme: 'Ce qui parlait contre', definition: typo(p.contre.map((c) => CONTRE[c as Contre].libelle).join(' · ')) }]),
    ...(p.malgre === '' ? [] : [{ terme: 'Pourquoi quand même', definition: paragraphes(p.malgre) }]),
    ...(p.famille === '' ? [] : [{ terme: 'La famille de l’élève visé', definition: typo(`Le ${jourIso(p.famille)}`) }]),
    ...(transmise === undefined
      ? []
      : [
          {
            terme: 'Vient de la transmission',
            definition: html`<a href="/dossiers/${o.d.numero}/transmissions/${transmise.destinataire}"
              >${transmissionDite(transmise)}</a
            >`,
          },
        ]),
  ])
}

function etape(t: Traitement, p: Piste, e: Etape): Html {
  const qui = e.personne === null ? '' : `, ${t.noms.get(e.personne) ?? ''}`
  const duree = e.jours === null ? '' : ` (${e.jours}\u00a0${e.jours === 1 ? 'jour' : 'jours'})`
  return html`<li>
    <strong>${typo(`${jourIso(e.jour)} : ${etapeDite(p.methode, e.etape)}${duree}${qui}`)}</strong>
    ${e.parole !== null && html`<p>${constat(e.parole)}</p>`} ${e.texte !== '' && paragraphes(e.texte)}
    <p class="preau-discret">Noté par ${e.prenom} ${e.nom}</p>
  </li>`
}

function decision(t: Traitement, d: DecisionDite): Html {
  const s = d.sanction === null ? null : SANCTIONS[d.sanction as Sanction]
  const quantite = d.quantite === null ? '' : `, ${d.quantite}\u00a0${s!.unite}`
  return html`<li>
    <strong>${typo(`${jour(d.le)} : ${DECISIONS[d.decision as Decision].libelle.toLowerCase()}`)}</strong> ${constat(d.parole)}
    ${s !== null && html`<p>${typo(`${t.noms.get(d.personne!)} : ${s.libelle}${quantite}${d.sursis ? ', avec sursis' : ''}`)}</p>`}
    ${d.mots !== '' && html`<p>${typo(`L’élève visé : ${cite(d.mots)}`)}</p>`} ${paragraphes(d.raison)}
    ${d.malgre !== undefined && html`<p>${typo(`Pourquoi quand même : ${d.malgre}`)}</p>`}
    <p class="preau-discret">Par ${d.prenom} ${d.nom}</p>
  </li>`
}

const journal = (t: Traitement, p: Piste): Html | undefined => {
  const etapes = t.etapes.filter((e) => e.piste === p.id)
  const decisions = t.decisions.filter((d) => d.piste === p.id)
  if (etapes.length + decisions.length === 0) return undefined
  return html`<ol class="preau-pile preau-journal">
    ${etapes.map((e) => etape(t, p, e))} ${decisions.map((d) => decision(t, d))}
  </ol>`
}

/** What can be done now to a running track; nothing when the table gives this person nothing. */
function gestes(o: Dossier, p: Piste): Html {
  const peutFaire = (verbe: 'avancer_piste' | 'decider_piste') => peut(o.moi, verbe, o.situation).regle !== null
  return groupeBoutons([
    p.methode !== 'mpp' &&
      peutFaire('avancer_piste') &&
      lienBouton({ libelle: 'Noter une étape', url: url(o, `pistes/${p.id}/etapes`) }),
    peutFaire('decider_piste') &&
      lienBouton({ libelle: 'Garder, changer ou finir', url: url(o, `pistes/${p.id}/decision`), variante: 'secondaire' }),
  ])
}

/** When keeping, switching or ending is decided; late says so in words. */
function aDecider(o: Dossier, p: Piste): Html | undefined {
  const prevu = o.prevus.find((x) => x.nature === 'decision_piste' && x.objet === p.id)
  return prevu && html`<p>Décision à prendre : ${badgeDelai(prevu.le)}</p>`
}

function piste(o: Dossier, t: Traitement, p: Piste): Html {
  return html`<section class="fr-card preau-piste" aria-labelledby="piste-${p.id}">
    <div class="fr-card__body preau-pile">
      <h3 class="fr-card__title" id="piste-${p.id}">${METHODES[p.methode as Methode].libelle}</h3>
      <p class="preau-discret">${typo(`Engagée ${dateHeure(p.engagee_le)} par ${p.prenom} ${p.nom}`)}</p>
      ${aDecider(o, p)} ${arret(arretDe(o, t, p))} ${p.methode === 'mpp' ? mpp(o, t, p) : journal(t, p)} ${gestes(o, p)}
      ${accordeon({ titre: 'Pourquoi cette piste', contenu: html`${raisons(o, t, p)}${p.methode === 'mpp' && journal(t, p)}` })}
    </div>
  </section>`
}

const finie = (o: Dossier, t: Traitement, p: Piste): Html =>
  accordeon({
    titre: html`${METHODES[p.methode as Methode].libelle}, ${p.issue === 'changer' ? 'changée' : 'finie'} le ${jour(p.finie_le!)}
    ${badge({ libelle: typo(p.parole === null ? '' : constatMot(p.parole)) })}`,
    contenu: html`${p.methode === 'mpp' && mpp(o, t, p)} ${journal(t, p)} ${raisons(o, t, p)}`,
  })

const constatMot = (code: string): string =>
  ({ cesse: 'Cessé', mieux: 'Mieux', pareil: 'Pareil', pire: 'Pire' })[code] ?? 'Non recueilli'

/** An adult is no pupil: said at the top, before any method is chosen. */
function adulte(o: Dossier): Html | undefined {
  if (!adulteEnCause(o.roles) && !o.d.urgences.includes('adulte_mis_en_cause')) return undefined
  return alerte({
    type: 'attention',
    titre: 'Un adulte est mis en cause : c’est une autre voie',
    texte: typo(
      'Ressources humaines, affaires juridiques, procureur. La préoccupation partagée et la procédure disciplinaire des élèves ne s’appliquent pas. Rien ne se règle dans l’établissement.',
    ),
  })
}

/** The treatment of a dossier: what runs, what may begin, what was tried. */
export function pageTraitement(o: Dossier, t: Traitement, s: Saisies): Html {
  const vives = t.pistes.filter(enCours)
  const passees = t.pistes.filter((p) => !enCours(p))
  // Ended as its target says, the watch comes next: choosing another is possible, not proposed.
  const aChoisir = vives.length === 0 && (passees.length === 0 || !o.situation.acquis.has('changement_suivi'))
  return html`${adulte(o)}
    <section class="preau-pile" id="decider_piste" aria-labelledby="pistes-titre">
      <h2 id="pistes-titre">Pistes en cours</h2>
      <span id="preoccuper"></span><span id="avancer_piste"></span><span id="composer_equipe"></span>
      ${vives.length === 0 && html`<p class="preau-discret">Aucune piste en cours.</p>`} ${vives.map((p) => piste(o, t, p))}
    </section>
    <section class="preau-pile" id="engager_piste" aria-labelledby="engager-titre">
      <h2 id="engager-titre">${aChoisir ? 'Choisir une piste' : 'Engager une autre piste'}</h2>
      ${porteeDe(o.moi).depts.length + porteeDe(o.moi).acads.length > 0 && html`<p><a href="/dossiers/methodes">Ce qui marche, dit par les élèves visés</a></p>`}
      ${avertirRencontre()} ${formulaireEngager(o, t, s, aChoisir)}
    </section>
    ${
      passees.length > 0 &&
      html`<section class="preau-pile" aria-labelledby="passees-titre">
        <h2 id="passees-titre">Pistes passées</h2>
        ${passees.map((p) => finie(o, t, p))}
      </section>`
    }`
}
