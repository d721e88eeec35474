import {
  accordeon,
  alerte,
  bouton,
  champChoix,
  champListe,
  champZone,
  encart,
  html,
  lienBouton,
  resumeErreurs,
  typo,
  type Erreur,
  type Html,
} from '#ui'
import { libelleRole } from '#annuaire'
import { uuidv7 } from '#platform'
import { CLOTURES, NIVEAUX } from '../vocabulaire.ts'
import { MESSAGE_MAX, MOTIFS_MONTER } from './envoi.ts'
import type { Fiche, Retour } from './lire.ts'
import { adulteEnCause } from './ouvert.ts'
import { FINS, MODELES, texteFin, texteModele } from './modeles.ts'
import { changerUrgences } from './urgence.page.ts'

export interface Vue {
  modele?: string | undefined
  retour?: Retour
}

export const erreurDe = (v: Vue, champ: string): { erreur?: string } => {
  const e = v.retour?.erreurs.find((x) => x.champ === champ)
  return e === undefined ? {} : { erreur: typo(e.message) }
}
export const saisie = (v: Vue, forme: string, champ: string): string =>
  v.retour?.forme === forme ? (v.retour.envoi[champ] ?? '') : ''

/** The version on the screen goes with the form: two agents at once never overwrite each other. */
export const caches = (f: Fiche, enPlus: Record<string, string> = {}): Html =>
  html`${Object.entries({ version: String(f.s.version), ...enPlus }).map(([nom, v]) => html`<input type="hidden" name="${nom}" value="${v}" />`)}`

/** What could not be done, at the top, with the sentence; a wrong field is linked. */
export function refus(v: Vue): Html | undefined {
  if (v.retour === undefined) return undefined
  const erreurs: Erreur[] = v.retour.erreurs.map((e) => ({ champ: e.champ, message: typo(e.message) }))
  return erreurs.length > 0
    ? resumeErreurs('Ce n’est pas encore envoyé', erreurs)
    : html`<div role="alert" tabindex="-1" data-focus>
        ${alerte({ type: 'attention', niveau: 2, titre: 'Ce n’est pas fait', texte: typo(v.retour.refus) })}
      </div>`
}

export function prendre(f: Fiche): Html | undefined {
  const { s } = f
  if (s.etat === 'clos' || s.pris_par === f.moi.agent) return undefined
  const libelle = s.pris_par === null ? 'Prendre en charge' : `Prendre le relais de ${s.pris_prenom} ${s.pris_nom}`
  return html`<form method="post" action="/signalements/${s.id}/prise-en-charge">
    ${caches(f, { de: s.pris_par ?? '' })}
    ${bouton({ libelle, icone: 'personne', variante: s.pris_par === null ? 'primaire' : 'secondaire' })}
  </form>`
}

const modeles = (f: Fiche, liste: typeof MODELES | typeof FINS, champ: string): Html =>
  html`<p class="fr-hint-text">Un début, à faire vôtre avant d’envoyer :</p>
    <ul class="fr-tags-group" aria-label="Débuts">
      ${Object.entries(liste).map(
        ([code, m]) => html`<li><a class="fr-tag" href="/signalements/${f.s.id}?modele=${code}#${champ}">${m.libelle}</a></li>`,
      )}
    </ul>`

const deViveVoix = (f: Fiche): Html =>
  encart({
    icone: 'personne',
    titre: 'La réponse est attendue aussi de vive voix',
    texte: html`<p lang="${f.s.langue}">« ${f.contenu.adulte} »</p>
      <p>
        ${typo('C’est l’adulte choisi par la personne. Demandez-lui de venir lui parler, sans en dire plus qu’il n’en faut. Écrivez aussi ici : le code reste.')}
      </p>`,
  })

/** The answer, kept as typed when it comes back. */
export function repondre(f: Fiche, v: Vue): Html | undefined {
  if (f.s.etat === 'clos') return undefined
  return html`<form class="preau-pile" method="post" action="/signalements/${f.s.id}/reponses" novalidate>
    ${caches(f, { message: saisie(v, 'reponses', 'message') || uuidv7() })} ${f.contenu.adulte === '' ? '' : deViveVoix(f)}
    ${modeles(f, MODELES, 'texte')}
    ${champZone({
      nom: 'texte',
      libelle: 'Votre réponse',
      aide: 'Elle se lit avec le code de retour. Dites ce que vous faites, et quand. Ne promettez pas le secret.',
      lignes: 7,
      valeur: saisie(v, 'reponses', 'texte') || texteModele(v.modele),
      compte: { max: MESSAGE_MAX, texte: '4 000 signes au plus.', reste: 'Il reste {n} signes.' },
      ...erreurDe(v, 'texte'),
    })}
    ${bouton({ libelle: f.s.pris_par === null ? 'Envoyer, et prendre en charge' : 'Envoyer la réponse', icone: 'message' })}
  </form>`
}

/** Folded: one answers the child first. */
export const noter = (f: Fiche, v: Vue): Html =>
  accordeon({
    titre: 'Écrire une note',
    ouvert: v.retour?.forme === 'notes',
    contenu: html`<form class="preau-pile" method="post" action="/signalements/${f.s.id}/notes" novalidate>
      ${caches(f, { message: saisie(v, 'notes', 'message') || uuidv7() })}
      ${champZone({
        nom: 'note',
        libelle: 'Note pour les collègues',
        aide: 'Des faits : qui a été appelé, ce qui a été convenu. Pas de jugement sur un enfant.',
        lignes: 4,
        valeur: saisie(v, 'notes', 'note'),
        ...erreurDe(v, 'note'),
      })}
      ${bouton({ libelle: 'Garder la note', variante: 'secondaire', icone: 'fichier' })}
    </form>`,
  })

const confier = (f: Fiche, v: Vue): Html | undefined => {
  const libres = f.equipe.filter((m) => !f.lecteurs.some((l) => l.agent === m.id))
  if (adulteEnCause(f.s) || libres.length === 0) return undefined
  return accordeon({
    titre: 'Confier à un membre de l’équipe',
    ouvert: v.retour?.forme === 'octrois',
    contenu: html`<form class="preau-pile" method="post" action="/signalements/${f.s.id}/octrois" novalidate>
      ${champListe({
        nom: 'agent',
        libelle: 'À qui',
        aide: 'Cette personne verra ce signalement, et aucun autre.',
        vide: 'Choisir…',
        valeur: saisie(v, 'octrois', 'agent'),
        options: libres.map((m) => ({ valeur: m.id, libelle: `${m.prenom} ${m.nom}, ${libelleRole(m.role).toLowerCase()}` })),
        ...erreurDe(v, 'agent'),
      })}
      ${bouton({ libelle: 'Confier', variante: 'secondaire' })}
    </form>`,
  })
}

const monter = (f: Fiche, v: Vue): Html | undefined =>
  f.s.niveau === 'academie'
    ? undefined
    : accordeon({
        titre: 'Passer au niveau supérieur',
        ouvert: v.retour?.forme === 'niveau',
        contenu: html`<form class="preau-pile" method="post" action="/signalements/${f.s.id}/niveau" novalidate>
          ${caches(f)}
          ${champChoix({
            nom: 'raison',
            libelle: 'Pourquoi',
            enLigne: false,
            valeur: saisie(v, 'niveau', 'raison'),
            options: Object.entries(MOTIFS_MONTER).map(([valeur, { libelle }]) => ({ valeur, libelle })),
            ...erreurDe(v, 'raison'),
          })}
          ${bouton({ libelle: 'Passer le relais', variante: 'secondaire', icone: 'fleche', iconeApres: true })}
        </form>`,
      })

const clore = (f: Fiche, v: Vue): Html =>
  accordeon({
    titre: 'Clore',
    ouvert: v.retour?.forme === 'cloture' || texteFin(v.modele) !== '',
    contenu: html`<form class="preau-pile" method="post" action="/signalements/${f.s.id}/cloture" novalidate>
      ${caches(f, { message: saisie(v, 'cloture', 'message') || uuidv7() })}
      ${champListe({
        nom: 'motif',
        libelle: 'Pourquoi',
        vide: 'Choisir…',
        valeur: saisie(v, 'cloture', 'motif'),
        options: Object.entries(CLOTURES).map(([valeur, { libelle }]) => ({ valeur, libelle })),
        ...erreurDe(v, 'motif'),
      })}
      ${modeles(f, FINS, 'dernier')}
      ${champZone({
        nom: 'dernier',
        libelle: 'Un dernier mot à la personne qui a signalé',
        aide: 'Ce qui a été fait, et vers qui se tourner si cela recommence. Son adresse, si elle en avait donné une, est effacée une fois ce mot annoncé.',
        lignes: 5,
        valeur: saisie(v, 'cloture', 'dernier') || texteFin(v.modele),
        ...erreurDe(v, 'dernier'),
      })}
      ${bouton({ libelle: 'Clore le signalement', variante: 'danger' })}
    </form>`,
  })

/** What one does seldom: folded, so that reading and answering stay in sight. */
export const autresGestes = (f: Fiche, v: Vue): Html | undefined =>
  f.s.etat === 'clos' || !f.parMandat
    ? undefined
    : html`<section class="preau-pile" aria-labelledby="gestes">
        <h2 id="gestes">Autres gestes</h2>
        <div>
          ${changerUrgences(f, v)} ${confier(f, v)}
          ${accordeon({
            titre: 'Réorienter vers une autre école',
            contenu: html`<p>
                Quand les faits se passent ailleurs. Le signalement part avec son dialogue, et l’autre établissement est prévenu.
              </p>
              <p>
                ${lienBouton({ libelle: 'Chercher l’établissement', url: `/signalements/${f.s.id}/reorientation`, variante: 'secondaire', icone: 'loupe' })}
              </p>`,
          })}
          ${monter(f, v)} ${clore(f, v)}
        </div>
      </section>`

export const niveauDit = (niveau: string): string => NIVEAUX[niveau as keyof typeof NIVEAUX].libelle.toLowerCase()
