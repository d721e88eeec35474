import { clock, Introuvable, page, uuidv7 } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { jourDe } from '#signalement'
import { bouton, champDate, champListe, champTexte, enTete, html, lienBouton, type Html } from '#ui'
import { dossierDe, type Dossier, type Identite } from '../dossier.ts'
import * as sql from '../dossier.sql.ts'
import { cache } from '../fiche/gestes.ts'
import { rolesOptions } from '../fiche/personnes.page.ts'
import { ROLES_PERSONNE, type RolePersonne } from '../vocabulaire.ts'
import { lireIdentite } from './personne.ts'

/** One person of a dossier: correct the name, add a role, end one. */
export async function lirePersonne(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/personnes/:id')
  const { o, p } = await enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    const p = (await db.all(sql.personnes, { acad: o.acad, fil: o.d.id })).find((x) => x.id === c.req.param('id'))
    if (p === undefined) throw new Introuvable()
    return { o, p: { id: p.id, ...lireIdentite(o.fil, p.id, p.identite) } }
  })
  return page(
    c,
    cadre(c, {
      titre: 'Une personne du dossier',
      courant: '/dossiers',
      filAriane: [
        { libelle: 'Dossiers', url: '/dossiers' },
        { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
        { libelle: 'Une personne' },
      ],
      contenu: pagePersonne(o, p),
    }),
  )
}

function pagePersonne(o: Dossier, p: Identite & { id: string }): Html {
  const ici = `/dossiers/${o.d.numero}/personnes/${p.id}`
  const vivants = o.roles.filter((r) => r.personne === p.id && r.au === null)
  const aujourdhui = jourDe(clock.now())
  return html`<div class="preau-pile">
    ${enTete({ titre: p.nom, surtitre: `Dossier ${o.d.numero}`, ...(p.precision !== '' && { texte: p.precision }) })}
    <div class="fr-grid-row fr-grid-row--gutters">
      <section class="fr-col-lg-4 preau-pile">
        <h2>Corriger</h2>
        <form class="preau-pile" method="post" action="${ici}" novalidate>
          ${cache('version', o.d.version)}
          ${champTexte({ nom: 'nom', libelle: 'Nom et prénom', valeur: p.nom, sansCorrection: true })}
          ${champTexte({ nom: 'precision', libelle: 'Classe, fonction ou lien', valeur: p.precision })}
          ${champTexte({ nom: 'autres', libelle: 'Autres noms', facultatif: '(facultatif)', aide: 'Surnoms, diminutifs, pseudonymes, séparés par des virgules : ils seront cachés eux aussi dans ce qui sort du dossier.', valeur: p.autres ?? '', sansCorrection: true })}
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
    <p>${lienBouton({ libelle: 'Revenir au dossier', url: `/dossiers/${o.d.numero}`, variante: 'tertiaire' })}</p>
  </div>`
}
