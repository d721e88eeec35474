import { jourLong, moments, NIVEAUX, periode, placesLibres, PUBLICS, quandVisite, TYPES } from '#action'
import {
  alerte,
  carte as boiteTitre,
  champListe,
  chiffre,
  filtres as barreFiltres,
  html,
  pagination,
  paragraphes,
  tableau,
  typo,
  type Html,
} from '#ui'
import { adressePhoto } from '../photos/photos.ts'
import { poleEnBref } from '../pole/bref.page.ts'
import { carte } from './carte.page.ts'
import { chiffres, parDepartement, parEcole, type ParDepartement } from './chiffres.ts'
import type { Action, Edition, Paru } from './donnees.ts'
import { adresse, titreDe } from './edition.ts'
import { filtrer, NOMS, requete, type Filtres, type NomFiltre } from './filtres.ts'

const AU_PLUS = 12
const PAR_PAGE = 60
const N = new Intl.NumberFormat('fr-FR')
const plusieurs = (n: number, un: string, des: string): string => `${N.format(n)}\u00a0${n > 1 ? des : un}`

/** Small ones in the page, the large one at a click: a phone that pays by the byte is not made to. */
const images = ({ photos }: Action): Html | undefined =>
  photos.length === 0
    ? undefined
    : html`<ul class="preau-photos">
        ${photos.map(
          (p) =>
            html`<li>
              <a href="${adressePhoto(p.id, 'grande')}"
                ><img
                  src="${adressePhoto(p.id, 'petite')}"
                  alt="${p.alternative}"
                  width="${p.largeur}"
                  height="${p.hauteur}"
                  loading="lazy"
              /></a>
            </li>`,
        )}
      </ul>`

function action(a: Action, jour: string): Html {
  const quand = a.du === jour && a.au === jour ? '' : periode(a.du, a.au)
  const dit = [
    quand,
    TYPES[a.type as keyof typeof TYPES] ?? a.type,
    a.publics.map((p) => PUBLICS[p as keyof typeof PUBLICS] ?? p).join(', '),
    a.niveaux.join(', '),
    a.effectif === null ? '' : plusieurs(a.effectif, 'élève', 'élèves'),
    a.partenaires === '' ? '' : `avec ${a.partenaires}`,
  ]
  return html`<li id="a-${a.id}">
    <p><strong>${typo(a.titre)}</strong></p>
    ${paragraphes(typo(a.texte))} ${images(a)}
    ${
      a.compte !== null &&
      html`<p><em>Après le jour</em></p>
        ${paragraphes(typo(a.compte))}`
    }
    <p class="preau-discret">${typo(dit.filter((x) => x !== '').join(' · '))}</p>
  </li>`
}

const ecole = (actions: readonly Action[], jour: string): Html =>
  html`<div>
    <h4>${actions[0]!.ecole}, ${actions[0]!.commune}</h4>
    <ul class="preau-actions">
      ${actions.map((a) => action(a, jour))}
    </ul>
  </div>`

function departement(d: ParDepartement, e: Edition, f: Filtres): Html {
  const seul = f.dept !== ''
  const debut = seul ? (f.page - 1) * PAR_PAGE : 0
  const montrees = d.liste.slice(debut, debut + (seul ? PAR_PAGE : AU_PLUS))
  const reste = d.liste.length - montrees.length
  return html`<section aria-labelledby="d-${d.dept}" class="preau-pile">
    <h3 id="d-${d.dept}">${d.nom}</h3>
    ${d.liste.length === 0 && html`<p class="preau-discret">Rien de publié pour l’instant.</p>`}
    ${montrees.length > 0 && html`<div class="preau-ecoles">${parEcole(montrees).map((x) => ecole(x, e.jour))}</div>`}
    ${
      !seul &&
      reste > 0 &&
      html`<p>
        <a href="${adresse(e)}${requete(f, { dept: d.dept })}">${typo(`Voir les ${d.liste.length} actions : ${d.nom}`)}</a>
      </p>`
    }
    ${seul && pagination({ page: f.page, pages: Math.ceil(d.liste.length / PAR_PAGE), url: (p) => `${adresse(e)}${requete(f, { page: p })}` })}
  </section>`
}

/** With a choice, the départements that have nothing are said in one line. */
function sansReponse(sections: readonly ParDepartement[]): Html | undefined {
  const vides = sections.filter((d) => d.liste.length === 0).map((d) => d.nom)
  return vides.length === 0 ? undefined : html`<p class="preau-discret">${typo(`Rien à ces choix : ${vides.join(', ')}.`)}</p>`
}

function barre(e: Edition, f: Filtres, departements: Paru['departements']): Html {
  const options: Record<NomFiltre, { libelle: string; liste: Readonly<Record<string, string>> }> = {
    dept: { libelle: 'Département', liste: Object.fromEntries(departements.map((d) => [d.dept, d.nom])) },
    niveau: { libelle: 'Niveau', liste: NIVEAUX },
    type: { libelle: 'Forme', liste: TYPES },
    public: { libelle: 'Public', liste: PUBLICS },
  }
  return barreFiltres({
    url: adresse(e),
    titre: 'Choisir des actions',
    champs: NOMS.map((nom) =>
      champListe({
        nom,
        libelle: options[nom].libelle,
        vide: 'Tous',
        valeur: f[nom],
        // Object keys that look like numbers would come in another order than the names.
        options: Object.entries(options[nom].liste)
          .map(([valeur, libelle]) => ({ valeur, libelle }))
          .toSorted((a, b) => (nom === 'niveau' ? 0 : a.libelle.localeCompare(b.libelle, 'fr'))),
      }),
    ),
    actifs: NOMS.filter((nom) => f[nom] !== '').map((nom) => ({
      libelle: options[nom].liste[f[nom]] ?? f[nom],
      url: `${adresse(e)}${requete(f, { [nom]: '' })}`,
    })),
  })
}

const table = (lignes: readonly ParDepartement[], e: Edition): Html =>
  tableau({
    legende: 'Par département',
    dense: true,
    colonnes: [
      { libelle: 'Département' },
      { libelle: 'Participants', fin: true },
      { libelle: 'Actions', fin: true },
      { libelle: 'Élèves', fin: true },
    ],
    lignes: lignes.map((d) => ({
      cellules: [
        html`<a href="${adresse(e)}?dept=${d.dept}">${d.nom}</a>`,
        N.format(d.ecoles),
        N.format(d.actions),
        N.format(d.eleves),
      ],
    })),
  })

const palmares = (e: Edition): Html =>
  e.palmares_url.startsWith('/')
    ? html`<p><a href="${e.palmares_url}">Découvrir le palmarès du prix Non au harcèlement</a></p>`
    : html`<p>
        <a href="${e.palmares_url}" rel="noreferrer external">Découvrir le palmarès du prix Non au harcèlement</a> (autre site)
      </p>`

/** The day by the hour, and what to prepare it with. */
function deroule(e: Edition): Html | undefined {
  const tous = moments(e.deroule).filter((x) => x !== null)
  if (tous.length === 0 && e.kit === '') return undefined
  return html`<section class="preau-pile" aria-labelledby="deroule">
    <h2 id="deroule">Le déroulé</h2>
    ${
      tous.length > 0 &&
      html`<ul>
        ${tous.map((x) => html`<li><strong>${typo(x.heure)}</strong> ${typo(x.quoi)}</li>`)}
      </ul>`
    }
    ${e.kit !== '' && html`<p><a href="${e.kit}">Le kit de la journée : affiches, séances, à imprimer</a></p>`}
  </section>`
}

/** What is still free, moment by moment: a school books from its own space, for a class. */
const visites = (e: Edition): Html | undefined =>
  e.creneaux.length === 0
    ? undefined
    : html`<h3>Visiter avec une classe</h3>
        <ul>
          ${e.creneaux.map((c) => html`<li>${typo(`${quandVisite(c)} : ${placesLibres(c).toLowerCase()}`)}</li>`)}
        </ul>
        <p>
          <a href="/actions/visites">Réserver pour une classe</a>
          <span class="preau-discret">(écoles et établissements, avec leur compte)</span>
        </p>`

/** The national day always says what becomes of the palmarès; another temps fort speaks of what it has. */
function exposition(e: Edition): Html | undefined {
  const attendu = e.code === 'journee_nationale'
  if (e.expo_du === null && e.palmares_url === '' && !attendu) return undefined
  return html`<section class="preau-pile" aria-labelledby="exposition">
    <h2 id="exposition">Exposition et palmarès</h2>
    ${
      e.expo_du !== null &&
      boiteTitre({
        titre: typo(e.expo_titre),
        icone: 'image',
        texte: typo(`${e.expo_lieu}, ${periode(e.expo_du, e.expo_au!)}.`),
      })
    }
    ${visites(e)}
    ${
      e.palmares_url === ''
        ? attendu && html`<p class="preau-discret">Le palmarès du prix Non au harcèlement sera annoncé ici.</p>`
        : palmares(e)
    }
  </section>`
}

const MOIS = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', month: 'long', year: 'numeric' })

/** When something of the page last appeared. */
const miseAJour = (e: Edition): string =>
  MOIS.format(Math.max(e.publie_le.getTime(), ...e.actions.map((a) => a.publiee_le.getTime())))

const pied = (e: Edition, p: Paru): Html => {
  const autres = p.editions.filter((x) => x.code === e.code && x.annee !== e.annee)
  return html`<section class="preau-pile" aria-labelledby="suivre">
    <h2 id="suivre">Suivre, et retrouver</h2>
    <ul>
      <li><a href="${adresse(e)}/actions.atom">Le fil des actions (Atom)</a></li>
      <li><a href="${adresse(e)}/calendrier.ics">Le calendrier (ICS)</a></li>
      ${autres.map((x) => html`<li><a href="${adresse(x)}">${titreDe(x)}</a>, le ${jourLong(x.jour)}</li>`)}
      <li><a href="/temps-forts">Tous les temps forts</a></li>
      <li><a href="/le-pole">Le pôle académique</a> : comment joindre le référent de son école</li>
    </ul>
    <p class="preau-discret">${typo(`Mise à jour : ${miseAJour(e)}`)}</p>
  </section>`
}

const enChiffres = (e: Edition): Html => {
  const n = chiffres(e.actions)
  return html`<div class="preau-chiffres">
    ${chiffre({ valeur: N.format(n.ecoles), libelle: n.ecoles > 1 ? 'écoles et établissements participants' : 'école ou établissement participant' })}
    ${chiffre({ valeur: N.format(n.eleves), libelle: 'élèves concernés, chaque établissement compté une fois' })}
    ${chiffre({ valeur: N.format(n.actions), libelle: n.actions > 1 ? 'actions publiées' : 'action publiée' })}
  </div>`
}

const carteEtListe = (p: Paru, e: Edition): Html => {
  const tout = parDepartement(p.departements, e.actions)
  return html`<section class="preau-pile" aria-labelledby="carte">
    <h2 id="carte">Dans les départements</h2>
    <div class="preau-carte-liste">${carte(tout)} ${table(tout, e)}</div>
  </section>`
}

function lesActions(p: Paru, e: Edition, f: Filtres): Html {
  const filtre = NOMS.some((nom) => f[nom] !== '')
  const choisies = filtrer(e.actions, f)
  const sections = parDepartement(p.departements, choisies).filter((d) => f.dept === '' || d.dept === f.dept)
  return html`${barre(e, f, p.departements)}
  ${filtre && html`<p role="status">${plusieurs(choisies.length, 'action répond', 'actions répondent')} à ces choix.</p>`}
  ${sections.filter((d) => !filtre || d.liste.length > 0).map((d) => departement(d, e, f))} ${filtre && sansReponse(sections)}`
}

/** A day that is still to come: no figure of nothing, no map of zeros. */
const rienEncore = (p: Paru): Html =>
  html`<p>Ce que font les écoles paraîtra ici, département par département.</p>
    <p class="preau-discret">${typo(`Rien de publié pour l’instant : ${p.departements.map((d) => d.nom).join(', ')}.`)}</p>`

/** The page of a day: everything it tells comes from what was declared, validated and published. */
export function pageJournee(p: Paru, e: Edition, f: Filtres): Html {
  const commence = e.actions.length > 0
  const jour = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', weekday: 'long' }).format(new Date(`${e.jour}T12:00:00Z`))
  return html`<h1>${titreDe(e)}</h1>
    <p class="fr-text--lead">Académie de ${p.academie}, le ${jour} ${jourLong(e.jour)}</p>
    ${e.theme !== '' && html`<p><strong>${typo(e.theme)}</strong></p>`} ${paragraphes(typo(e.introduction))}
    ${commence && enChiffres(e)} ${deroule(e)} ${exposition(e)} ${commence && carteEtListe(p, e)}
    <section class="preau-pile" aria-labelledby="actions">
      <h2 id="actions">Actions menées dans les écoles et les établissements</h2>
      ${commence ? lesActions(p, e, f) : rienEncore(p)}
    </section>
    ${e.code === 'journee_nationale' && poleEnBref(p.pole)} ${pied(e, p)}`
}

export const pageSansEdition = (titre: string): Html =>
  html`<h1>${titre}</h1>
    ${alerte({ type: 'info', niveau: 2, titre: 'La page se prépare', texte: 'Aucune édition n’est publiée pour l’instant.' })}
    <p><a href="/temps-forts">Tous les temps forts</a></p>`
