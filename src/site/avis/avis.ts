import { Hono } from 'hono'
import { adresse, limite, lireFormulaire, page, transaction, type Ctx, type Env } from '#platform'
import { alerte, bouton, champChoix, html, pageDuSite, resumeErreurs, typo, type Erreur, type Html } from '#ui'
import * as sql from './avis.sql.ts'

export const REPONSES = { oui: 'Oui', en_partie: 'En partie', non: 'Non' } as const
const QUI = { eleve: 'Un élève', parent: 'Un parent', personnel: 'Un adulte de l’école', autre: 'Quelqu’un d’autre' } as const

/** One person gives one; a school behind one address gives many. */
const envois = limite('avis', { libre: 20, plafond: 200, secondes: 3600, freinMs: 2000 })

const options = (mots: Readonly<Record<string, string>>): { valeur: string; libelle: string }[] =>
  Object.entries(mots).map(([valeur, libelle]) => ({ valeur, libelle }))

interface Saisie {
  qui: string
  trouve: string
}

const formulaire = (s: Saisie, erreurs: readonly Erreur[]): Html => {
  const erreur = (champ: string): { erreur?: string } => {
    const e = erreurs.find((x) => x.champ === champ)
    return e === undefined ? {} : { erreur: typo(e.message) }
  }
  return html`${resumeErreurs('Ton avis n’est pas encore parti', erreurs)}
    <form class="preau-pile" method="post" action="/avis" novalidate>
      ${champChoix({ nom: 'trouve', libelle: 'As-tu trouvé ce que tu cherchais ?', valeur: s.trouve, options: options(REPONSES), ...erreur('trouve') })}
      ${champChoix({ nom: 'qui', libelle: 'Qui es-tu ?', valeur: s.qui, options: options(QUI), ...erreur('qui') })}
      ${bouton({ libelle: 'Donner mon avis' })}
    </form>`
}

const pageAvis = (contenu: Html): Html =>
  pageDuSite({
    titre: 'Je donne mon avis',
    contenu: html`<h1>Je donne mon avis</h1>
      <p class="fr-text--lead">${typo('Deux questions sur ce site. Personne ne saura que c’est toi.')}</p>
      ${contenu}
      <p>${typo('Pour raconter ce qui t’arrive, ce n’est pas ici :')} <a href="/signaler">écris-nous là</a>.</p>
      <p>Pour dire plus sur le site, <a href="/le-pole#joindre">joins le pôle</a>.</p>`,
    chemin: '/avis',
  })

function lireAvis(c: Ctx): Response {
  c.set('motif', '/avis')
  const merci = c.req.query('merci') !== undefined
  return page(
    c,
    pageAvis(
      merci
        ? alerte({
            type: 'succes',
            niveau: 2,
            titre: 'Merci',
            texte: typo('Ton avis est compté. Les résultats sont dans les statistiques.'),
          })
        : formulaire({ qui: '', trouve: '' }, []),
    ),
  )
}

/** POST /avis: two words, counted; nothing of who sent them. */
async function donnerAvis(c: Ctx): Promise<Response> {
  c.set('motif', '/avis')
  await envois.passer(adresse(c))
  const f = await lireFormulaire(c)
  const s = { qui: f.un('qui'), trouve: f.un('trouve') }
  const erreurs = [
    ...(Object.hasOwn(REPONSES, s.trouve) ? [] : [{ champ: 'trouve', message: 'Choisis une réponse.' }]),
    ...(Object.hasOwn(QUI, s.qui) ? [] : [{ champ: 'qui', message: 'Choisis qui tu es.' }]),
  ]
  if (erreurs.length > 0) return page(c, pageAvis(formulaire(s, erreurs)), 422)
  const m = c.get('maison')
  await transaction(m.base, 'public', {}, (db) => db.one(sql.donner, { acad: m.config.academie, ...s }))
  return c.redirect('/avis?merci', 303)
}

export const routesAvis = new Hono<Env>().get('/', lireAvis).post('/', donnerAvis)
