import { uuidv7, type AgentDb } from '#platform'
import { dateHeure } from '#signalement'
import {
  accordeon,
  alerte,
  bouton,
  champCases,
  champChoix,
  champTexte,
  champZone,
  groupeBoutons,
  html,
  lienBouton,
  typo,
  type Html,
} from '#ui'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { onglet } from '../onglet.ts'
import { grillesDe, type Grilles } from '../grille/versions.ts'
import { peut } from '../protocole/peut.ts'
import { evaluationsDe, type Evaluation } from './evaluation.ts'
import { criteresDe, type Critere, type Grille } from './grilles.ts'

const FORME = 'evaluation/grille'

interface Donnees {
  /** What this agent answered last time: shown as a reminder, never filled in. */
  avant: Evaluation | undefined
  grilles: Grilles
}

async function charger(db: AgentDb, o: Dossier): Promise<Donnees> {
  const [evaluations, grilles] = await Promise.all([evaluationsDe(db, o), grillesDe(db, o.acad)])
  return { avant: evaluations.findLast((e) => e.par === o.moi.agent && e.avis === ''), grilles }
}

function critere(code: string, c: Critere, avant: Evaluation | undefined, s: Saisies): Html {
  const dit = avant === undefined ? undefined : criteresDe(avant.modele)[code]?.reponses[avant.reponses[code] ?? '']
  const aide = [
    c.aide,
    dit !== undefined && `La dernière fois, ${dateHeure(avant!.le)}, vous aviez répondu : ${dit.toLowerCase()}.`,
  ]
  const base = s.valeur('evaluer', `${code}_base`)
  return html`<div class="preau-critere">
    ${champChoix({
      nom: code,
      libelle: typo(c.question),
      enLigne: true,
      options: Object.entries(c.reponses).map(([valeur, libelle]) => ({ valeur, libelle })),
      valeur: s.valeur('evaluer', code),
      ...(aide.some(Boolean) && { aide: typo(aide.filter(Boolean).join(' ')) }),
      ...s.erreur(code),
    })}
    ${
      c.lesquels !== undefined &&
      champCases({
        nom: `${code}_lesquels`,
        libelle: typo(c.lesquels.question),
        enLigne: true,
        valeurs: s.valeur('evaluer', `${code}_lesquels`).split(','),
        options: Object.entries(c.lesquels.parmi).map(([valeur, { libelle }]) => ({ valeur, libelle: typo(libelle) })),
        ...s.erreur(`${code}_lesquels`),
      })
    }
    ${champZone({ nom: `${code}_base`, libelle: 'Sur quoi cela repose', facultatif: '(facultatif)', lignes: 1, valeur: base, ...s.erreur(`${code}_base`) })}
  </div>`
}

/** Every question of a grid, axis by axis, as whoever fills it reads it. */
export const questions = (g: Grille, avant: Evaluation | undefined, s: Saisies): Html[] =>
  g.parties.map(
    (p) =>
      html`<div data-axe>
        ${accordeon({
          titre: typo(p.titre),
          niveau: 3,
          ouvert: true,
          contenu: html`<div class="preau-pile">
            ${Object.entries(p.criteres).map(([code, c]) => critere(code, c, avant, s))}
          </div>`,
        })}
      </div>`,
  )

function contenu(o: Dossier, { avant, grilles }: Donnees, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'evaluer', o.situation)
  const retour = html`<p>
    ${lienBouton({ libelle: 'Revenir à l’évaluation', url: `/dossiers/${o.d.numero}/evaluation`, variante: 'tertiaire' })}
  </p>`
  if (regle === null) return html`${alerte({ type: 'info', texte: typo(refus) })} ${retour}`
  // Begun before another version was published: it stays the one that it was begun with.
  const g = grilles.commencee(s.valeur('evaluer', 'grille'))
  return html`<h2>Votre grille</h2>
    <p>
      ${typo('Répondez avec ce que vous savez, sans chercher l’accord des autres : c’est en comparant que l’on voit. « Je ne sais pas » est une réponse. Aucun point n’est compté.')}
    </p>
    ${avisBrouillon(o, FORME, s)}
    <form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${FORME}" novalidate id="evaluer">
      ${champsBrouillon(o, FORME, s)} ${cache('id', s.valeur('evaluer', 'id') || uuidv7())} ${cache('grille', g.version)}
      ${questions(g, avant, s)}
      ${accordeon({
        titre: 'C’est l’avis de quelqu’un d’autre',
        ouvert: s.valeur('evaluer', 'avis') !== '',
        contenu: champTexte({
          nom: 'avis',
          libelle: 'De qui',
          aide: 'Un professeur, un animateur, un parent qui n’a pas de compte et répond avec vous : son nom et sa fonction.',
          valeur: s.valeur('evaluer', 'avis'),
          ...s.erreur('avis'),
        }),
      })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Envoyer la grille', icone: 'coche' }), garder(o)])}
    </form>
    ${retour}`
}

/** GET /dossiers/:numero/evaluation/grille: alone with one's own view, the others out of sight. */
export const grille = onglet({
  code: 'evaluation',
  sous: '/grille',
  charger,
  contenu,
  titre: () => 'Remplir la grille',
  brouillon: () => FORME,
  script: ['axes.js'],
  faits: {},
})
