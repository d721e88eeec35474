import {
  badge,
  champListe,
  champTexte,
  filtres as barre,
  html,
  minutes,
  lienBouton,
  pagination,
  typo,
  vide,
  type Html,
} from '#ui'
import { dire, FORMES, NIVEAUX, PUBLICS } from '../vocabulaire.ts'
import { compter, FACETTES, filtrer, NOMS, requete, type Facette, type Filtres } from './filtres.ts'
import type { Etagere, Livre, Reponse } from './etagere.ts'

export const PAR_PAGE = 20
const LES_PLUS_LUES = 5
const N = new Intl.NumberFormat('fr-FR')

export interface Vue {
  e: Etagere
  f: Filtres
  reponse: Reponse | null
  /** `/ressources`, or `/bibliotheque` for the staff. */
  base: string
  /** Addresses already chosen for the kit. */
  kit: readonly string[]
}

/** Those found, in the order of the answer; the shelf alone says what exists. */
export function trouvees(v: Pick<Vue, 'e' | 'reponse'>): readonly Livre[] {
  if (v.reponse === null) return v.e.rayon
  const parVersion = new Map(v.e.rayon.map((l) => [l.id, l]))
  return v.reponse.ids.flatMap((id) => parVersion.get(id) ?? [])
}

export const marques = (l: Livre): Html[] => [
  badge({ libelle: FORMES[l.forme] ?? 'Ressource', ton: 'info' }),
  ...(l.falc ? [badge({ libelle: 'Facile à lire', ton: 'succes' as const })] : []),
  ...(l.acces === 'personnels' ? [badge({ libelle: 'Personnels', ton: 'attention' as const, icone: 'cadenas' as const })] : []),
]

const details = (l: Livre): string =>
  [dire(PUBLICS, l.publics), dire(NIVEAUX, l.niveaux), l.duree === null ? '' : minutes(l.duree)]
    .filter((x) => x !== '')
    .join(' · ')

const carte = (l: Livre, v: Vue): Html =>
  html`<li class="preau-livre">
    <div class="preau-livre__corps">
      <p class="fr-badges-group">${marques(l)}</p>
      <h3><a href="${v.base}/${l.adresse}">${typo(l.titre)}</a></h3>
      <p>${typo(l.resume)}</p>
      <p class="preau-discret">${typo(details(l))}</p>
    </div>
    <div class="fr-checkbox-group preau-livre__kit">
      <input type="checkbox" id="kit-${l.adresse}" name="r" value="${l.adresse}" /><label class="fr-label" for="kit-${l.adresse}"
        >Mettre dans mon kit<span class="fr-sr-only"> ${typo(`: ${l.titre}`)}</span></label
      >
    </div>
  </li>`

function recherche(v: Vue, livres: readonly Livre[]): Html {
  const liste = (nom: Facette): Html | undefined => {
    const n = compter(livres, v.f.choix, nom)
    const mots: Readonly<Record<string, string>> = FACETTES[nom].mots
    const codes = Object.keys(mots).filter((c) => n.has(c) || c === v.f.choix[nom])
    if (codes.length === 0) return undefined
    return champListe({
      nom,
      libelle: FACETTES[nom].libelle,
      vide: 'Tout',
      valeur: v.f.choix[nom],
      options: codes.map((c) => ({ valeur: c, libelle: typo(`${mots[c]} (${n.get(c) ?? 0})`) })),
    })
  }
  const actifs = NOMS.filter((nom) => v.f.choix[nom] !== '').map((nom) => ({
    libelle: (FACETTES[nom].mots as Readonly<Record<string, string>>)[v.f.choix[nom]]!,
    url: `${v.base}${requete(v.f, { choix: { [nom]: '' } })}`,
  }))
  return barre({
    url: v.base,
    titre: 'Chercher une ressource',
    champs: [
      champTexte({ nom: 'q', libelle: 'Mots', type: 'search', valeur: v.f.q }),
      html`<div class="preau-facettes">${NOMS.map((nom) => liste(nom))}</div>`,
    ],
    actifs: v.f.q === '' ? actifs : [{ libelle: `« ${v.f.q} »`, url: `${v.base}${requete(v.f, { q: '' })}` }, ...actifs],
  })
}

const plusieurs = (n: number): string => (n > 1 ? `${N.format(n)} ressources` : n === 1 ? 'Une ressource' : 'Aucune ressource')

function dite(v: Vue, n: number): Html {
  const corrige = v.reponse?.corrige
  return html`<p role="status">
    ${corrige ? typo(`Rien pour « ${v.f.q} ». Avec « ${corrige} » : ${plusieurs(n).toLowerCase()}.`) : `${plusieurs(n)}.`}
  </p>`
}

/** Only on the first page, when nothing is asked: what others read most these last three months. */
function plusLues(v: Vue): Html | undefined {
  const lues = v.e.rayon.filter((l) => l.lectures > 0).toSorted((a, b) => b.lectures - a.lectures)
  if (v.f.q !== '' || v.f.page > 1 || NOMS.some((nom) => v.f.choix[nom] !== '') || lues.length === 0) return undefined
  return html`<section class="preau-pile" aria-labelledby="plus-lues">
    <h2 id="plus-lues">Les plus lues</h2>
    <ol class="preau-plus-lues">
      ${lues
        .slice(0, LES_PLUS_LUES)
        .map(
          (l) =>
            html`<li>
              <a href="${v.base}/${l.adresse}">${typo(l.titre)}</a> <span class="preau-discret">${FORMES[l.forme]}</span>
            </li>`,
        )}
    </ol>
  </section>`
}

const etMonKit = (v: Vue): Html =>
  html`${v.kit.map((a) => html`<input type="hidden" name="r" value="${a}" />`)}
    <p class="preau-kit__suite">
      ${
        v.kit.length > 0 &&
        html`<span
          >${v.kit.length > 1 ? `${v.kit.length} ressources sont déjà dans le kit.` : 'Une ressource est déjà dans le kit.'}</span
        >`
      }
      <button type="submit" class="fr-btn fr-btn--secondary">Faire un kit à imprimer</button>
    </p>`

export function pageEtagere(v: Vue): Html {
  const livres = trouvees(v)
  const choisis = filtrer(livres, v.f.choix)
  const montres = choisis.slice((v.f.page - 1) * PAR_PAGE, v.f.page * PAR_PAGE)
  return html`${recherche(v, livres)} ${plusLues(v)}
    <section class="preau-pile" aria-labelledby="trouvees">
      <h2 id="trouvees">${v.f.q === '' ? 'Toutes les ressources' : 'Ce que nous avons trouvé'}</h2>
      ${dite(v, choisis.length)}
      ${
        montres.length === 0
          ? vide({
              titre: 'Rien à ces choix',
              texte: 'Essayez un autre mot, ou retirez un filtre.',
              icone: 'loupe',
              action: lienBouton({ libelle: 'Voir toutes les ressources', url: v.base, variante: 'secondaire' }),
            })
          : html`<form class="preau-pile" method="get" action="${v.base}/kit" aria-label="Faire un kit">
              <ul class="preau-livres">
                ${montres.map((l) => carte(l, v))}
              </ul>
              ${etMonKit(v)}
            </form>`
      }
      ${pagination({
        page: v.f.page,
        pages: Math.ceil(choisis.length / PAR_PAGE),
        url: (page) => `${v.base}${requete(v.f, { page })}`,
      })}
    </section>`
}

/** The free pages that are online, for whoever looks for one and not for a resource. */
export function lesPages(e: Etagere): Html | undefined {
  const pages = [...e.pages.values()].toSorted((a, b) => a.titre.localeCompare(b.titre, 'fr'))
  if (pages.length === 0) return undefined
  return html`<nav aria-label="Pages à lire">
    <ul class="preau-renvois">
      ${pages.map((p) => html`<li><a href="/pages/${p.adresse}">${typo(p.titre)}</a></li>`)}
    </ul>
  </nav>`
}

export const TITRE = 'Ressources'
export const CHAPEAU = 'Affiches, séances, films, fiches : pour comprendre, prévenir et agir.'
