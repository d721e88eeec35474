import { Hono } from 'hono'
import { clock, JOUR, page, plus, transaction, type Env, type Maison } from '#platform'
import { ACADEMIES } from '#annuaire'
import { libelleAnnee } from '#action'
import { etagerePublique } from '#ressource'
import { isoJour } from '#acces'
import { chiffre, html, pageDuSite, tableau, typo, type Html } from '#ui'
import { REPONSES } from '../avis/avis.ts'
import * as sql from './stats.sql.ts'

/** Fewer are never shown (secret of small numbers: practice of the field, threshold 10). */
const SEUIL = 10
const N = new Intl.NumberFormat('fr-FR')

interface Periode {
  du: string
  au: string
}

/** The twelve months before this one: what changes once a month tells nobody what came today. */
export function douzeMois(maintenant: Date): Periode {
  const [annee, mois] = isoJour(maintenant).split('-').map(Number) as [number, number]
  const premier = new Date(Date.UTC(annee, mois - 1, 1, 12))
  return { du: `${annee - 1}-${String(mois).padStart(2, '0')}-01`, au: isoJour(plus(premier, -JOUR)) }
}

interface Stats extends Periode {
  academie: string
  part: sql.LusATempsRow
  avis: readonly sql.AvisDonnesRow[]
  annees: readonly sql.ParAnneeRow[]
  ressources: number
}

async function charger(m: Maison): Promise<Stats> {
  const acad = m.config.academie
  const p = douzeMois(clock.now())
  const etagere = await etagerePublique(m)
  const [part, avis, annees] = await transaction(m.base, 'public', {}, (db) =>
    Promise.all([db.one(sql.lusATemps, { acad, ...p }), db.all(sql.avisDonnes, { acad, ...p }), db.all(sql.parAnnee, { acad })]),
  )
  return { ...p, academie: ACADEMIES[acad]?.nom ?? acad, part, avis, annees, ressources: etagere.rayon.length }
}

/** A share, or the bound that hides a small number; null: too few to say anything. */
export function partDite({ auMoins, auPlus }: sql.LusATempsRow): string | null {
  if (auMoins === null || auPlus === null) return null
  if (auPlus - auMoins <= 1) return `${auMoins} %`
  return auPlus === 100 ? `plus de ${auMoins} %` : `moins de ${auPlus} %`
}

const MOIS = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const mois = (iso: string): string => MOIS.format(new Date(`${iso}T12:00:00Z`))

const messages = (s: Stats): Html => {
  const dite = partDite(s.part)
  return html`<section class="preau-pile" aria-labelledby="messages">
    <h2 id="messages">Lire vite ce que les élèves racontent</h2>
    <p>${typo(`De ${mois(s.du)} à ${mois(s.au)}.`)}</p>
    ${
      dite === null
        ? html`<p>${typo(`Moins de ${SEUIL} messages : rien n’est publié, pour que personne ne soit reconnu.`)}</p>`
        : html`<div class="preau-chiffres">
            ${chiffre({ valeur: typo(dite), libelle: 'des messages lus par un adulte au plus tard le jour d’école suivant' })}
          </div>`
    }
    <p class="preau-discret">${typo('Combien de messages arrivent, et d’où, n’est jamais publié.')}</p>
  </section>`
}

const actions = (s: Stats): Html =>
  html`<section class="preau-pile" aria-labelledby="actions">
    <h2 id="actions">Prévenir</h2>
    ${
      s.annees.length === 0
        ? html`<p>Aucune action n’est encore publiée.</p>`
        : tableau({
            legende: 'Actions publiées',
            dense: true,
            colonnes: [
              { libelle: 'Année scolaire' },
              { libelle: 'Actions', fin: true },
              { libelle: 'Écoles et établissements', fin: true },
            ],
            lignes: s.annees.map((a) => ({ cellules: [libelleAnnee(a.annee), N.format(a.actions), N.format(a.ecoles)] })),
          })
    }
    <p>${typo(`${N.format(s.ressources)} ${s.ressources > 1 ? 'ressources' : 'ressource'} à lire et à imprimer.`)}</p>
  </section>`

const avis = (s: Stats): Html =>
  html`<section class="preau-pile" aria-labelledby="avis">
    <h2 id="avis">Ce que l’on pense de ce site</h2>
    ${
      s.avis.every((a) => a.nombre === null)
        ? html`<p>${typo(`Pas encore assez d’avis : il en faut ${SEUIL} pour une même réponse.`)}</p>`
        : tableau({
            legende: 'Avez-vous trouvé ce que vous cherchiez ?',
            dense: true,
            colonnes: [{ libelle: 'Réponse' }, { libelle: 'Avis', fin: true }],
            lignes: s.avis.map((a) => ({
              cellules: [
                REPONSES[a.trouve as keyof typeof REPONSES] ?? a.trouve,
                a.nombre === null ? 'trop peu' : N.format(a.nombre),
              ],
            })),
          })
    }
    <p><a href="/avis">Donner mon avis</a></p>
  </section>`

const pageStats = (s: Stats): Html =>
  pageDuSite({
    titre: 'Statistiques',
    description: `Quelques chiffres du site de l’académie de ${s.academie}.`,
    contenu: html`<h1>Statistiques</h1>
      <p class="fr-text--lead">
        ${typo(`Quelques chiffres, calculés une fois par jour. Aucun ne désigne une école, et nous ne suivons personne.`)}
      </p>
      ${messages(s)} ${actions(s)} ${avis(s)}`,
    chemin: '/stats',
  })

/** Made once a day: a figure that moved at each act would tell who had just acted. */
const faites = new WeakMap<Maison, { jour: string; corps: Buffer }>()

export const routesStats = new Hono<Env>().get('/', async (c) => {
  c.set('motif', '/stats')
  const m = c.get('maison')
  const jour = isoJour(clock.now())
  const deja = faites.get(m)
  if (deja?.jour === jour) return page(c, deja.corps)
  const corps = Buffer.from(pageStats(await charger(m)).toString())
  faites.set(m, { jour, corps })
  return page(c, corps)
})
