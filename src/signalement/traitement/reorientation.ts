import { page } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { chercherEtablissements, type EtablissementTrouve } from '#annuaire'
import { bouton, champTexte, enTete, html, lienBouton, tableau, vide, type Html } from '#ui'
import { ouvrir, reserveAuxMandats, type Ouvert } from './ouvert.ts'

/** Look for the right school, then one button sends the report there. */
export async function chercherEcole(c: CtxAgent): Promise<Response> {
  c.set('motif', '/signalements/:id/reorientation')
  const q = (c.req.query('q') ?? '').trim().slice(0, 80)
  const { o, ecoles } = await enTantQue(c, async (db) => {
    const o = await ouvrir(db, c.get('maison').trousseau, c.get('moi'), c.req.param('id')!)
    reserveAuxMandats(o)
    return { o, ecoles: q.length < 2 ? [] : await chercherEtablissements(db, { acad: o.acad, texte: q, limite: 12 }) }
  })
  const titre = 'Réorienter vers une autre école'
  return page(
    c,
    cadre(c, {
      titre,
      courant: '/boite',
      filAriane: [
        { libelle: 'Boîte d’entrée', url: '/boite' },
        { libelle: `Signalement, ${o.s.ecole}`, url: `/signalements/${o.s.id}` },
        { libelle: titre },
      ],
      contenu: pageRecherche(o, q, ecoles, titre),
    }),
  )
}

const envoyer = (o: Ouvert, e: EtablissementTrouve): Html =>
  html`<form method="post" action="/signalements/${o.s.id}/reorientation">
    <input type="hidden" name="version" value="${o.s.version}" /><input type="hidden" name="etab" value="${e.etab}" />
    ${bouton({ libelle: 'Réorienter ici', precision: `vers ${e.nom}, ${e.commune}`, petit: true, variante: 'secondaire' })}
  </form>`

const pageRecherche = (o: Ouvert, q: string, ecoles: EtablissementTrouve[], titre: string): Html =>
  html`<div class="preau-pile">
    ${enTete({ titre, surtitre: `Aujourd’hui : ${o.s.ecole}, ${o.s.commune}` })}
    <form class="preau-pile" method="get" action="/signalements/${o.s.id}/reorientation" role="search">
      ${champTexte({ nom: 'q', libelle: 'Nom, commune ou UAI', type: 'search', valeur: q, sansCorrection: true, largeur: 'moyen' })}
      ${bouton({ libelle: 'Chercher', icone: 'loupe' })}
    </form>
    ${
      q.length < 2
        ? undefined
        : ecoles.length === 0
          ? vide({ titre: 'Aucun établissement trouvé', texte: 'Essayez la commune seule, ou l’UAI.', icone: 'loupe' })
          : tableau({
              legende: 'Établissements trouvés',
              colonnes: [{ libelle: 'Établissement' }, { libelle: 'Commune' }, { libelle: 'UAI' }, { libelle: 'Envoyer' }],
              lignes: ecoles.map((e) => ({
                cellules: [e.nom, e.commune, e.etab, e.etab === o.s.etab ? 'C’est ici' : envoyer(o, e)],
              })),
            })
    }
    <p>${lienBouton({ libelle: 'Revenir au signalement', url: `/signalements/${o.s.id}`, variante: 'tertiaire' })}</p>
  </div>`
