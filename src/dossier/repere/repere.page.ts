import { clock, uuidv7 } from '#platform'
import { jourDe } from '#signalement'
import { bouton, champChoix, champDate, champListe, champTexte, groupeBoutons, html, lienBouton, type Html } from '#ui'
import { caseDossier, type Saisies } from '../fiche/gestes.ts'
import { urlDossiers, type Filtres } from '../liste/liste.filtres.ts'
import { ecrireCoche, lireCoche, MOTIFS_REPERE, POUR_REPERE } from './vocabulaire.ts'

const options = (liste: Readonly<Record<string, string>>) =>
  Object.entries(liste).map(([valeur, libelle]) => ({ valeur, libelle }))

/** The box of one row. What was ticked stays so, under the same id, when the form comes back. */
export function caseRepere(numero: string, s: Saisies): Html {
  const coche = s
    .valeur('reperes', 'reperes')
    .split(',')
    .map(lireCoche)
    .find((x) => x.numero === numero)
  return caseDossier('reperes', ecrireCoche(numero, coche?.id ?? uuidv7()), numero, coche !== undefined)
}

/** One form around the list: the rows bear the boxes, what is asked comes after them. */
export const formulaireReperes = (f: Filtres, table: Html, s: Saisies): Html =>
  html`<form
    class="preau-pile"
    id="reperes"
    method="post"
    action="${urlDossiers(f, { avant: f.avant }).replace('/dossiers', '/dossiers/reperes')}"
    novalidate
  >
    ${table}
    ${champListe({
      nom: 'motif',
      libelle: 'Pour quoi',
      vide: 'Choisir…',
      valeur: s.valeur('reperes', 'motif'),
      options: options(MOTIFS_REPERE),
      ...s.erreur('motif'),
    })}
    ${champTexte({
      nom: 'quoi',
      libelle: 'Précision',
      aide: 'Nécessaire pour « Autre chose ». Le même texte ira dans chaque dossier coché : sans nom d’élève.',
      valeur: s.valeur('reperes', 'quoi'),
      ...s.erreur('quoi'),
    })}
    ${champDate({
      nom: 'tache_le',
      libelle: 'Pour le',
      min: jourDe(clock.now()),
      valeur: s.valeur('reperes', 'tache_le'),
      ...s.erreur('tache_le'),
    })}
    ${champChoix({
      nom: 'pour',
      libelle: 'Pour qui',
      enLigne: true,
      valeur: s.valeur('reperes', 'pour', 'moi'),
      options: options(POUR_REPERE),
      ...s.erreur('pour'),
    })}
    ${groupeBoutons([
      bouton({ libelle: 'Poser le repère', icone: 'calendrier' }),
      lienBouton({ libelle: 'Annuler', url: urlDossiers(f, { poser: false }), variante: 'tertiaire' }),
    ])}
  </form>`
