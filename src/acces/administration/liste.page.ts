import {
  alerte,
  champListe,
  champTexte,
  enTete,
  filtres,
  html,
  lienBouton,
  pagination,
  tableau,
  typo,
  vide,
  type Html,
} from '#ui'
import {
  AGENTS_PAR_PAGE,
  CODES_ROLES,
  ROLES,
  type AgentListe,
  type Departement,
  type FiltreAgents,
  type MandatDe,
} from '#annuaire'
import { mandatsCourts } from './mandats.page.ts'

interface Liste {
  filtre: FiltreAgents
  agents: readonly AgentListe[]
  mandats: readonly MandatDe[]
  departements: readonly Departement[]
  /** The school calendar is missing, or ends soon. */
  avis: string | null
}

const ETATS = [
  { valeur: 'actifs', libelle: 'Avec une fonction' },
  { valeur: 'anciens', libelle: 'Sans fonction en cours' },
  { valeur: 'tous', libelle: 'Tous' },
]

function adresse(f: FiltreAgents, autre: Partial<FiltreAgents> = {}): string {
  const v = { ...f, page: 1, ...autre }
  const q = new URLSearchParams()
  if (v.q !== '') q.set('q', v.q)
  if (v.role !== null) q.set('role', v.role)
  if (v.dept !== null) q.set('territoire', v.dept)
  if (v.etat !== 'actifs') q.set('etat', v.etat)
  if (v.page > 1) q.set('page', String(v.page))
  return q.size === 0 ? '/administration' : `/administration?${q}`
}

function barre(l: Liste): Html {
  const { filtre: f } = l
  const siens = l.departements.filter((d) => f.depts === null || f.depts.includes(d.dept))
  const dept = l.departements.find((d) => d.dept === f.dept)
  return filtres({
    url: '/administration',
    champs: [
      champTexte({ nom: 'q', libelle: 'Nom ou adresse', type: 'search', valeur: f.q, sansCorrection: true }),
      champListe({
        nom: 'role',
        libelle: 'Fonction',
        vide: 'Toutes',
        ...(f.role !== null && { valeur: f.role }),
        options: CODES_ROLES.map((r) => ({ valeur: r, libelle: ROLES[r].libelle })),
      }),
      champListe({
        nom: 'territoire',
        libelle: 'Département',
        vide: 'Tous',
        ...(f.dept !== null && { valeur: f.dept }),
        options: siens.map((d) => ({ valeur: d.dept, libelle: d.nom })),
      }),
      champListe({ nom: 'etat', libelle: 'État', valeur: f.etat, options: ETATS }),
    ],
    actifs: [
      ...(f.q === '' ? [] : [{ libelle: typo(`« ${f.q} »`), url: adresse(f, { q: '' }) }]),
      ...(f.role === null ? [] : [{ libelle: ROLES[f.role as keyof typeof ROLES].libelle, url: adresse(f, { role: null }) }]),
      ...(dept === undefined ? [] : [{ libelle: dept.nom, url: adresse(f, { dept: null }) }]),
    ],
  })
}

export function pageListe(l: Liste): Html {
  const total = l.agents[0]?.total ?? 0
  const lignes = l.agents.map((a) => ({
    cellules: [
      html`<a href="/administration/agents/${a.id}">${a.prenom} ${a.nom}</a>`,
      a.mail,
      mandatsCourts(
        l.mandats.filter((m) => m.agent === a.id),
        l.filtre.le,
      ),
      a.venu ? 'Oui' : 'Pas encore',
    ],
  }))
  return html`${enTete({
    titre: 'Agents et mandats',
    texte: typo('Qui exerce quelle fonction, et où. Une fonction ouvre ce qu’elle doit voir ; sa fin le ferme à la seconde.'),
    actions: lienBouton({ url: '/administration/agents/nouveau', libelle: 'Inscrire un agent', icone: 'plus' }),
  })}
  ${
    l.avis !== null &&
    alerte({
      type: 'attention',
      niveau: 2,
      titre: 'Calendrier scolaire à importer',
      texte: typo(`${l.avis} À faire importer par l’exploitant : preau calendrier import.`),
    })
  }
  ${barre(l)}
  ${
    lignes.length === 0
      ? vide({ titre: 'Aucun agent ne répond à ces filtres.', icone: 'personne' })
      : tableau({
          legende: total === 1 ? 'Un agent' : `${total} agents`,
          dense: true,
          colonnes: ['Agent', 'Adresse', 'Fonctions', 'Déjà venu'].map((libelle) => ({ libelle })),
          lignes,
        })
  }
  ${pagination({ page: l.filtre.page, pages: Math.ceil(total / AGENTS_PAR_PAGE), url: (n) => adresse(l.filtre, { page: n }) })}`
}
