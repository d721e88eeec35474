import { CODES_ROLES, ROLES, type CodeRole } from '#annuaire'
import { DELAIS, type Delai } from '../../src/dossier/protocole/delais.ts'
import { PREALABLES } from '../../src/dossier/protocole/prealables.ts'
import { ETATS, type Protocole, type Regle, type Verbe } from '../../src/dossier/protocole/protocole.ts'
import { VARIANTES } from '../../src/dossier/protocole/variantes.ts'
import { ECHEANCES } from '../../src/signalement/echeances.ts'
import { AVERTISSEMENT, libelle, page, tableau } from './markdown.ts'

/** The protocol as a page, from the table that the application runs. */
export function protocole(p: Protocole): string {
  return page(
    AVERTISSEMENT,
    `# Le protocole d’un dossier, version ${p.version}`,
    `Source : ${p.source}. C’est la table même que l’application exécute : elle décide du bouton, du refus et de l’échéance.
« Proposition » : le terrain ne dit rien ou se contredit, le choix est le nôtre et reste à régler avec le pôle.
Un dossier garde la version sous laquelle il a été ouvert.`,
    '## Les échéances d’un signalement',
    tableau(
      ['Échéance', 'Délai', 'Source'],
      Object.entries(ECHEANCES).map(([nom, e]) => [nom.replaceAll('_', ' '), duree(e.heures), e.source]),
    ),
    '## Les échéances d’un dossier',
    'Chacune est un réglage de l’académie, entre les bornes dites. Les jours de classe sont ceux du calendrier scolaire importé ; les autres jours finissent au premier jour de classe.',
    tableau(
      ['Échéance', 'Délai', 'Bornes', 'Documenté', 'Source'],
      Object.values(DELAIS).map((d: Delai) => [
        d.libelle,
        dureeDe(d),
        `${d.min} à ${d.max} ${UNITES[d.unite]}`,
        d.documente ? 'oui' : 'proposition',
        d.source,
      ]),
    ),
    '## Ce que la pratique laisse ouvert',
    'Une académie déclare son choix, avec sa raison ; il se lit sur chaque dossier.',
    tableau(
      ['Choix', 'D’abord', 'Ou bien', 'Source'],
      Object.values(VARIANTES).map((v) => {
        const [d, ...autres] = Object.values(v.choix)
        return [v.libelle, d!, autres.join(' ; '), v.source]
      }),
    ),
    ...Object.entries(ETATS).flatMap(([etat, { libelle: titre, suite }]) => {
      const regles = Object.entries(p.regles[etat as keyof typeof ETATS]) as [Verbe, Regle][]
      return [
        `## ${titre}${suite === '' ? '' : ` : ${suite.toLowerCase()}`}`,
        regles.length === 0
          ? 'Cette étape n’est pas encore écrite : aucun acte n’y mène, aucun dossier n’y entre.'
          : tableauDesRegles(regles),
      ]
    }),
    '## Ce que l’application répond quand l’étape ne permet pas l’acte',
    tableau(
      ['Acte', 'Réponse'],
      Object.entries(p.refus).map(([verbe, phrase]) => [`\`${verbe}\``, phrase]),
    ),
  )
}

const UNITES = { heures: 'h', jours_ecole: 'j de classe', jours: 'j' } as const
const dureeDe = (d: Delai): string =>
  d.unite === 'jours_ecole' && d.valeur === 0 ? 'le jour même' : `${d.valeur} ${UNITES[d.unite]}`

const duree = (heures: number): string => (heures % 24 === 0 && heures > 24 ? `${heures / 24} jours` : `${heures} h`)

const tableauDesRegles = (regles: [Verbe, Regle][]): string =>
  tableau(
    ['Acte', 'Qui', 'Mène à', 'Prochain acte avant', 'Il faut avant', 'Source'],
    regles.map(([verbe, r]) => [
      `${r.bouton} (\`${verbe}\`)`,
      quiPeut(r.roles),
      ETATS[r.vers].libelle,
      r.delai === undefined ? 'inchangé' : dureeDe(DELAIS[r.delai]),
      (r.avant ?? []).map((a) => PREALABLES[a].libelle).join(' ; ') || '–',
      r.source,
    ]),
  )

const LISENT = CODES_ROLES.filter((r) => ROLES[r].litLesSituations)
const quiPeut = (roles: readonly CodeRole[]): string =>
  LISENT.every((r) => roles.includes(r)) && roles.length === LISENT.length
    ? 'qui voit le dossier par sa fonction'
    : roles.map((r) => libelle(r).toLowerCase()).join(', ')
