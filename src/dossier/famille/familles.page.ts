import { clock } from '#platform'
import { badgeDelai, jourDe, jourIso } from '#signalement'
import { alerte, badge, de, html, lienBouton, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { badgeExtrait } from '../extrait/extrait.page.ts'
import type { ExtraitsRow } from '../extrait/extrait.sql.ts'
import { peut } from '../protocole/peut.ts'
import { finDite } from '../protocole/familles.ts'
import { COTES, REGLES, SUJETS, type Cote, type Regle, type Sujet } from './famille.mots.ts'
import { inegaux, type Famille } from './famille.ts'

const enRetard = (f: Famille): boolean => f.due !== null && f.due < clock.now()

/** What stands against a contact, in words that nobody overlooks. */
export const interdits = (f: Famille, niveau: 3 | 4): Html[] =>
  f.responsables
    .filter((r) => r.regle !== 'libre')
    .map((r) =>
      alerte({ type: 'erreur', titre: typo(`${REGLES[r.regle as Regle].court} : ${r.nom}`), texte: typo(r.raison), niveau }),
    )

export function etatNouvelles(f: Famille): Html {
  const dernier = f.echanges.findLast((e) => e.issue === 'informe')
  const tente = f.echanges.at(-1)?.issue === 'tente'
  return html`<p class="fr-badges-group">
      ${f.due !== null && badgeDelai(f.due)}
      ${f.due === null && f.cote !== 'autre' && badge({ libelle: 'Pas de nouvelles prévues' })}
      ${tente && badge({ libelle: 'Dernier essai sans réponse', ton: 'attention', icone: 'telephone' })}
    </p>
    <p>
      ${dernier === undefined ? 'Cette famille n’a pas encore eu de nouvelles.' : typo(`Dernières nouvelles : ${jourIso(dernier.jour)}`)}
      ${f.due !== null && (enRetard(f) ? ' Les suivantes sont en retard.' : '')}
    </p>`
}

/** What one parent knows and the other does not. */
export const aDireAussi = (f: Famille): Html | undefined => {
  const manques = inegaux(f)
  if (manques.length === 0) return undefined
  return html`<div class="preau-discret">
    ${manques.map(({ responsable, manque }) => html`<p>${typo(`À dire aussi à ${responsable.nom} : ${manque.map((s) => SUJETS[s as Sujet].libelle.toLowerCase()).join(' ; ')}.`)}</p>`)}
  </div>`
}

function carteFamille(o: Dossier, f: Famille): Html {
  const url = `/dossiers/${o.d.numero}/familles/${f.enfant}`
  const titulaires = f.responsables.filter((r) => r.autorite).length
  const { regle, refus } = peut(o.moi, 'informer_famille', o.situation)
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <h3 class="fr-card__title"><a href="${url}">${f.nom}</a></h3>
      ${f.precision !== '' && html`<p class="preau-discret">${f.precision}</p>`} ${etatNouvelles(f)} ${interdits(f, 4)}
      ${
        f.responsables.length === 0
          ? html`<p>Aucun responsable légal n’est noté.</p>`
          : html`<ul>
              ${f.responsables.map((r) => html`<li>${r.nom}${r.interprete && html` ${badge({ libelle: 'Interprète nécessaire', ton: 'attention', icone: 'langue' })}`}</li>`)}
            </ul>`
      }
      ${f.cote === 'cible' && titulaires === 1 && html`<p class="preau-discret">Un seul responsable légal est noté : ajoutez le second, ou écrivez pourquoi il n’y en a pas.</p>`}
      ${aDireAussi(f)}
      ${f.cote === 'cible' && finDite(o.vu, f.enfant) && html`<p>${badge({ libelle: 'Sait que le dossier se ferme', ton: 'succes', icone: 'coche' })}</p>`}
      ${regle === null ? html`<p class="preau-discret">${typo(refus)}</p>` : html`<p>${lienBouton({ libelle: 'Noter un contact', precision: `avec la famille ${de(f.nom)}`, url: `${url}#informer_famille`, ...(!enRetard(f) && { variante: 'secondaire' as const }), icone: 'telephone' })}</p>`}
    </div>
  </li>`
}

const AIDE: Record<Cote, string> = {
  cible:
    'Les deux parents ont les mêmes nouvelles, chacun de son côté s’il le faut. On leur dit les faits, la protection, leurs droits, la prochaine date. On ne leur dit ni le nom des autres élèves, ni une sanction, ni qui a parlé.',
  auteur:
    'On parle de ce que leur enfant a fait ou dit, et de ce qui est attendu. On ne leur dit pas qui a parlé. Voir ces parents n’est pas accuser leur enfant.',
  autre: 'On remercie, on dit que leur enfant est protégé. On ne leur dit rien des autres.',
}

export interface Familles {
  familles: readonly Famille[]
  extraits: readonly ExtraitsRow[]
}

/** All the families of a dossier, the target's apart from the authors'. */
export function pageFamilles(o: Dossier, { familles, extraits }: Familles): Html {
  const choix = o.reglages.variante('parents_auteurs')
  const deux = familles.filter((f) => f.cote === 'cible').flatMap((f) => f.responsables.map((r) => r.responsable))
  const croises = familles.some((f) => f.cote === 'auteur' && f.responsables.some((r) => deux.includes(r.responsable)))
  return html`<div class="preau-pile" id="informer_famille">
    ${croises && alerte({ type: 'attention', titre: 'Un même responsable des deux côtés', texte: typo('Un responsable légal de l’élève visé est aussi celui d’un élève mis en cause. Parlez de chaque enfant séparément, et dites-le au responsable du dossier.') })}
    ${(Object.keys(COTES) as Cote[]).map((cote) => {
      const ici = familles.filter((f) => f.cote === cote)
      if (ici.length === 0 && cote === 'autre') return undefined
      return html`<section class="preau-pile" aria-labelledby="cote-${cote}">
        <h2 id="cote-${cote}">${COTES[cote].libelle}</h2>
        <p class="preau-discret">${typo(AIDE[cote])}</p>
        ${cote === 'auteur' && html`<p class="preau-discret">${typo(choix === 'debut' ? 'L’académie a choisi : ces parents sont informés dès le début.' : 'L’équipe décide quand ces parents sont informés, et écrit sa raison.')}</p>`}
        ${
          ici.length === 0
            ? html`<p>Aucun élève n’est inscrit de ce côté.</p>`
            : html`<ul class="preau-pile">
                ${ici.map((f) => carteFamille(o, f))}
              </ul>`
        }
      </section>`
    })}
    ${
      extraits.length > 0 &&
      html`<section class="preau-pile" aria-labelledby="extraire">
        <h2 id="extraire">Extraits</h2>
        <ul>
          ${extraits.map((e) => html`<li><a href="/dossiers/${o.d.numero}/familles/extraits/${e.id}">Extrait du ${jourIso(jourDe(e.le))}</a> ${badgeExtrait(e.etat)}</li>`)}
        </ul>
      </section>`
    }
  </div>`
}
