import { clock, Introuvable, page, uuidv7 } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { jourDe, parMandat } from '#signalement'
import { bouton, champDate, champListe, champTexte, definitionListe, enTete, html, lienBouton, type Html } from '#ui'
import type { Changement } from '../avant/avant.ts'
import { notesAvant } from '../avant/avant.page.ts'
import { dossierDe, type Dossier, type Identite } from '../dossier.ts'
import type { Vue } from '../agir.ts'
import { consulterDossier, phraseDevance, type Retour } from '../fiche/fiche.ts'
import { cache, refus, Saisies } from '../fiche/gestes.ts'
import { leurTexte, vu } from '../fusion.page.ts'
import { rolesOptions, unParRole } from '../fiche/personnes.page.ts'
import { peut } from '../protocole/peut.ts'
import { ROLES_PERSONNE, type RolePersonne } from '../vocabulaire.ts'
import { changementsDe } from './avant.ts'
import { identitesDe, type Personne } from './personne.ts'
import { reunirPersonnes } from './reunir.page.ts'

/** One person of a dossier: correct the name, add a role, end one; and what was noted before. */
async function afficher(c: CtxAgent, numero: string, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const { o, p, autres, avant, vue } = await enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), numero)
    await consulterDossier(db, o)
    const personnes = await identitesDe(db, o)
    const p = personnes.find((x) => x.id === o.memes.id(c.req.param('id')!))
    if (p === undefined) throw new Introuvable()
    const devance = retour?.devance ? phraseDevance(o.faits, retour.verbes) : null
    const vue = devance === null ? retour : { ...retour!, refus: devance }
    // Whoever it was handed to reads the names of today.
    const avant = parMandat(o.moi, o.d) ? await changementsDe(db, o, p) : []
    return { o, vue, p, avant, autres: personnes.filter((x) => x.id !== p.id) }
  })
  return cadre(c, {
    titre: 'Une personne du dossier',
    courant: '/dossiers',
    filAriane: [
      { libelle: 'Dossiers', url: '/dossiers' },
      { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
      { libelle: 'Une personne' },
    ],
    contenu: html`${refus(vue)} ${pagePersonne(o, p, autres, avant, new Saisies(vue))}`,
  })
}

/** Where the correction of a person stands, and comes back to when somebody else corrected it meanwhile. */
export const unePersonne: Vue = { code: '', afficher }

export async function lirePersonne(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/personnes/:id')
  return page(c, await afficher(c, c.req.param('numero')!))
}

const identite = (i: Identite): Html =>
  definitionListe([
    { terme: 'Nom et prénom', definition: i.nom },
    ...(i.precision === '' ? [] : [{ terme: 'Classe, fonction ou lien', definition: i.precision }]),
    ...(i.autres ? [{ terme: 'Autres noms', definition: i.autres }] : []),
  ])

const AVANT = 'La recherche par nom trouve encore ces noms, et ils restent cachés dans ce qui sort du dossier.'

function pagePersonne(
  o: Dossier,
  p: Personne,
  autres: readonly Personne[],
  avant: readonly Changement<Identite>[],
  s: Saisies,
): Html {
  const ici = `/dossiers/${o.d.numero}/personnes/${p.id}`
  const vivants = unParRole(o.roles.filter((r) => r.personne === p.id && r.au === null))
  const aujourdhui = jourDe(clock.now())
  return html`<div class="preau-pile">
    ${enTete({ titre: p.nom, surtitre: `Dossier ${o.d.numero}`, ...(p.precision !== '' && { texte: p.precision }) })}
    <div class="fr-grid-row fr-grid-row--gutters">
      <section class="fr-col-lg-4 preau-pile">
        <h2>Corriger</h2>
        <form class="preau-pile" method="post" action="${ici}" novalidate>
          ${cache('version', o.d.version)} ${vu(s, 'corriger_personne', 'nom', p.nom)}
          ${vu(s, 'corriger_personne', 'precision', p.precision)} ${leurTexte(s, 'nom', p.nom)}
          ${champTexte({ nom: 'nom', libelle: 'Nom et prénom', valeur: s.valeur('corriger_personne', 'nom', p.nom), sansCorrection: true, ...s.erreur('nom') })}
          ${leurTexte(s, 'precision', p.precision)}
          ${champTexte({ nom: 'precision', libelle: 'Classe, fonction ou lien', valeur: s.valeur('corriger_personne', 'precision', p.precision), ...s.erreur('precision') })}
          ${vu(s, 'corriger_personne', 'autres', p.autres ?? '')} ${leurTexte(s, 'autres', p.autres ?? '')}
          ${champTexte({ nom: 'autres', libelle: 'Autres noms', facultatif: '(facultatif)', aide: 'Surnoms, diminutifs, pseudonymes, séparés par des virgules : ils seront cachés eux aussi dans ce qui sort du dossier.', valeur: s.valeur('corriger_personne', 'autres', p.autres ?? ''), sansCorrection: true, ...s.erreur('autres') })}
          ${bouton({ libelle: 'Enregistrer', variante: 'secondaire' })}
        </form>
      </section>
      <section class="fr-col-lg-4 preau-pile">
        <h2>Ajouter un rôle</h2>
        <form class="preau-pile" method="post" action="${ici}/roles" novalidate>
          ${cache('version', o.d.version)} ${cache('role_id', uuidv7())}
          ${champListe({ nom: 'role', libelle: 'Rôle', vide: 'Choisir…', options: rolesOptions })}
          ${champDate({ nom: 'du', libelle: 'Depuis', valeur: aujourdhui })}
          ${bouton({ libelle: 'Ajouter ce rôle', variante: 'secondaire' })}
        </form>
      </section>
      <section class="fr-col-lg-4 preau-pile">
        <h2>Finir un rôle</h2>
        ${
          vivants.length === 0
            ? html`<p class="preau-discret">Aucun rôle en cours.</p>`
            : html`<form class="preau-pile" method="post" action="${ici}/fin" novalidate>
                ${cache('version', o.d.version)}
                ${champListe({ nom: 'fini', libelle: 'Rôle qui finit', vide: 'Choisir…', options: vivants.map((r) => ({ valeur: r.id, libelle: ROLES_PERSONNE[r.role as RolePersonne].libelle })) })}
                ${champDate({ nom: 'au', libelle: 'Le', valeur: aujourdhui })}
                ${bouton({ libelle: 'Finir ce rôle', variante: 'secondaire' })}
              </form>`
        }
      </section>
    </div>
    ${peut(o.moi, 'changer_role', o.situation).regle !== null && reunirPersonnes(o, p, autres, s)}
    ${notesAvant(avant, AVANT, identite)}
    <p>${lienBouton({ libelle: 'Revenir au dossier', url: `/dossiers/${o.d.numero}`, variante: 'tertiaire' })}</p>
  </div>`
}
