import { page } from '#platform'
import { cadre, consulter, enTantQue, type CtxAgent } from '#acces'
import { jourIso } from '#signalement'
import { bouton, boutonImprimer, html, typo, vide, type Html } from '#ui'
import { dossierDe, type Dossier } from '../dossier.ts'
import { deroule, prevues } from './matinee.page.ts'
import { initiales, prenoms } from './noms.ts'
import { traitementDe, type Traitement } from './piste.ts'
import { url } from './commun.page.ts'

/** How pupils are written on paper: never their full name. */
const FORMES = { initiales, prenoms }
type Forme = keyof typeof FORMES

/** The morning on paper: hours, initials, adults. Printing it is a consultation. */
export async function lireFeuille(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/traitement/matinee/feuille')
  const forme: Forme = c.req.query('noms') === 'prenoms' ? 'prenoms' : 'initiales'
  const { o, t } = await enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    await consulter(db, o.acad, o.d.id, 'impression')
    return { o, t: await traitementDe(db, o) }
  })
  return page(
    c,
    cadre(c, {
      titre: 'Feuille de la matinée',
      courant: '/dossiers',
      filAriane: [
        { libelle: 'Dossiers', url: '/dossiers' },
        { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
        { libelle: 'Prévoir la matinée', url: url(o, 'matinee') },
        { libelle: 'Feuille' },
      ],
      contenu: pageFeuille(o, t, forme),
      script: ['imprimer.js'],
    }),
  )
}

function pageFeuille(o: Dossier, t: Traitement, forme: Forme): Html {
  const la = prevues(t)
  if (la.length === 0)
    return html`<div class="preau-pile">
      <h1>Feuille de la matinée</h1>
      ${vide({ titre: 'Aucun entretien n’est prévu avec une heure', icone: 'calendrier', action: html`<a href="${url(o, 'matinee')}">Prévoir la matinée</a>` })}
    </div>`
  const ordre = la.map((r) => r.personne)
  const courts = FORMES[forme](ordre.map((id) => t.noms.get(id) ?? ''))
  return html`<div class="preau-pile preau-feuille">
    <h1>${typo(`Entretiens du ${jourIso(la[0]!.jour)}`)}</h1>
    ${deroule(t, (r) => courts[ordre.indexOf(r.personne)]!)}
    <p class="preau-discret">
      ${typo('Seul à seul, cinq à dix minutes. Pas de rencontre entre élèves. À détruire après la matinée.')}
    </p>
    <form class="preau-rangee" method="get" action="${url(o, 'matinee/feuille')}">
      ${boutonImprimer('Imprimer')}
      ${bouton({ libelle: forme === 'initiales' ? 'Avec les prénoms' : 'Avec les initiales', nom: 'noms', valeur: forme === 'initiales' ? 'prenoms' : 'initiales', variante: 'tertiaire' })}
    </form>
  </div>`
}
