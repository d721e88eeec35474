import {
  bouton,
  champChoix,
  champDate,
  champListe,
  champTexte,
  enTete,
  groupeBoutons,
  html,
  lienBouton,
  resumeErreurs,
  typo,
  vide,
  type Erreur,
  type Html,
} from '#ui'
import { ROLES, type Agent, type Circonscription, type CodeRole, type Departement, type EtablissementTrouve } from '#annuaire'
import type { MandatSaisi } from './mandat.form.ts'

const erreurDe = (erreurs: readonly Erreur[], champ: string): { erreur?: string } => {
  const e = erreurs.find((x) => x.champ === champ)
  return e === undefined ? {} : { erreur: e.message }
}

const cache = (nom: string, valeur: string): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

const tete = (a: Agent, texte?: string): Html =>
  enTete({ titre: 'Attribuer une fonction', surtitre: `${a.prenom} ${a.nom}`, ...(texte !== undefined && { texte }) })

/** First step: which role. */
export const pageChoixRole = (a: Agent, roles: readonly CodeRole[]): Html =>
  html`${tete(a)}
    <form method="get">
      ${champChoix({
        nom: 'role',
        libelle: typo('Quelle fonction ?'),
        requis: true,
        options: roles.map((r) => ({
          valeur: r,
          libelle: 'libelleEcole' in ROLES[r] ? `${ROLES[r].libelle}, ou directeur ou directrice d’école` : ROLES[r].libelle,
          aide: typo(`Ouvre : ${ROLES[r].voit.charAt(0).toLowerCase()}${ROLES[r].voit.slice(1)}`),
        })),
      })}
      ${bouton({ libelle: 'Continuer', icone: 'fleche', iconeApres: true })}
    </form>`

export interface EcranMandat {
  agent: Agent
  role: CodeRole
  saisi: MandatSaisi
  erreurs: readonly Erreur[]
  trouves: readonly EtablissementTrouve[]
  circonscriptions: readonly Circonscription[]
  departements: readonly Departement[]
}

const recherche = (e: EcranMandat): Html =>
  html`<form method="get" role="search">
    ${cache('role', e.role)}${champTexte({
      nom: 'lieu',
      libelle: 'Chercher l’école ou l’établissement',
      aide: 'Son nom, sa commune ou son numéro UAI.',
      type: 'search',
      valeur: e.saisi.lieu,
      sansCorrection: true,
    })}
    ${bouton({ libelle: 'Chercher', variante: 'secondaire', icone: 'loupe' })}
  </form>`

const choixEtab = (e: EcranMandat): Html =>
  champChoix({
    nom: 'territoire',
    libelle: 'École ou établissement',
    valeur: e.saisi.territoire,
    options: e.trouves.map((t) => ({
      valeur: t.etab,
      libelle: t.nom,
      aide: `${t.commune} · ${t.deptNom} · ${t.etab}`,
    })),
    ...erreurDe(e.erreurs, 'territoire'),
  })

function choixCirco(e: EcranMandat): Html {
  const groupes = e.departements
    .map((d) => ({
      groupe: d.nom,
      entrees: e.circonscriptions.filter((c) => c.dept === d.dept).map((c) => ({ valeur: c.circo, libelle: c.nom })),
    }))
    .filter((g) => g.entrees.length > 0)
  const champ = { nom: 'territoire', libelle: 'Circonscription', vide: 'Choisir…', valeur: e.saisi.territoire, options: groupes }
  return champListe({ ...champ, ...erreurDe(e.erreurs, 'territoire') })
}

const choixDept = (e: EcranMandat): Html =>
  champListe({
    nom: 'territoire',
    libelle: 'Département',
    vide: 'Choisir…',
    valeur: e.saisi.territoire,
    options: e.departements.map((d) => ({ valeur: d.dept, libelle: d.nom })),
    ...erreurDe(e.erreurs, 'territoire'),
  })

function territoire(e: EcranMandat): Html | undefined {
  const { niveau } = ROLES[e.role]
  if (niveau === 'etablissement') return choixEtab(e)
  if (niveau === 'circonscription') return choixCirco(e)
  return niveau === 'departement' ? choixDept(e) : undefined
}

const formulaire = (e: EcranMandat): Html =>
  html`<form method="post" action="/administration/agents/${e.agent.id}/mandat" novalidate>
    ${cache('role', e.role)}${cache('lieu', e.saisi.lieu)}${territoire(e)}
    ${champDate({ nom: 'du', libelle: 'À partir du', valeur: e.saisi.du, ...erreurDe(e.erreurs, 'du') })}
    ${champDate({
      nom: 'au',
      libelle: 'Jusqu’au, ce jour compris',
      facultatif: '(facultatif)',
      valeur: e.saisi.au,
      ...erreurDe(e.erreurs, 'au'),
    })}
    ${groupeBoutons([
      bouton({ libelle: 'Attribuer' }),
      lienBouton({ libelle: 'Annuler', url: `/administration/agents/${e.agent.id}`, variante: 'secondaire' }),
    ])}
  </form>`

/** Second step: where, and from when. A school is searched first: there are too many for a list. */
export function pageMandat(e: EcranMandat): Html {
  const cherche = ROLES[e.role].niveau === 'etablissement'
  const rien = cherche && e.trouves.length === 0
  return html`${resumeErreurs('La fonction n’est pas encore attribuée', e.erreurs)} ${tete(e.agent, ROLES[e.role].libelle)}
  ${cherche && recherche(e)}
  ${
    rien
      ? e.saisi.lieu !== '' && vide({ titre: 'Aucun établissement ouvert ne répond à ces mots.', icone: 'loupe' })
      : formulaire(e)
  }`
}
