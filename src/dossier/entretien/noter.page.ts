import { uuidv7, type AgentDb } from '#platform'
import { accordeon, alerte, bouton, champListe, champZone, groupeBoutons, html, lienBouton, typo, type Html } from '#ui'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'
import { maintenantSaisi } from '../champs.ts'
import type { Dossier } from '../dossier.ts'
import { cache, Saisies } from '../fiche/gestes.ts'
import { onglet } from '../onglet.ts'
import { peut } from '../protocole/peut.ts'
import { sourceDite } from '../sources.ts'
import { ROLES_PERSONNE, type RolePersonne } from '../vocabulaire.ts'
import { RAISONS } from './champs.ts'
import { qui, recit, valeurDe } from './champs.page.ts'
import { adultesDe, personnesDe, type Adulte, type PersonneDuDossier } from './entretien.ts'
import { roleTenu } from './entendre.ts'
import { securite } from './securite.page.ts'
import { degreDe, trameDe, type Trame } from './trame.ts'

interface Vue {
  personne: PersonneDuDossier
  role: RolePersonne
  adultes: Adulte[]
}

const formeDe = (personne: string, role: string): string => `entretiens/avec/${personne}/${role}`

async function charger(db: AgentDb, o: Dossier, params: Readonly<Record<string, string>>): Promise<Vue> {
  const role = roleTenu(o, params.id, params.role)
  const [personnes, adultes] = await Promise.all([personnesDe(db, o), adultesDe(db, o)])
  const id = o.memes.id(params.id!)
  return { personne: personnes.find((p) => p.id === id)!, role, adultes }
}

const puces = (lignes: readonly string[]): Html =>
  html`<ul>
    ${lignes.map((l) => html`<li>${typo(l)}</li>`)}
  </ul>`

const guide = (t: Trame): Html =>
  html`<div>
    ${accordeon({ titre: 'Avant de commencer', contenu: puces(t.avant) })}
    ${accordeon({
      titre: 'Des questions ouvertes, à choisir',
      contenu: html`${puces(t.questions)}
        <p class="preau-discret">${typo('Une question, puis on écoute. Ce n’est pas une liste à remplir.')}</p>`,
    })}
    ${accordeon({
      titre: 'Ce qui se dit, ce qui ne se dit pas',
      contenu: html`<h3>À dire</h3>
        ${puces(t.dire)}
        <h3>À ne pas dire</h3>
        ${puces(t.eviter)}
        ${sourceDite(t.source) !== '' && html`<p class="preau-discret">${typo(`Source : ${sourceDite(t.source)}.`)}</p>`}`,
    })}
  </div>`

const formulaire = (o: Dossier, v: Vue, s: Saisies, libelle: string): Html => {
  const forme = formeDe(v.personne.id, v.role)
  const valeur = valeurDe(s, 'entendre', { mene: o.moi.agent, quand: maintenantSaisi() })
  return html`${avisBrouillon(o, forme, s)}
    <form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${forme}" novalidate id="entendre">
      ${champsBrouillon(o, forme, s)} ${cache('id', s.valeur('entendre', 'id') || uuidv7())} ${cache('role', v.role)}
      ${recit(s, valeur, v.role)}
      ${accordeon({ titre: 'Qui, quand, dans quelle langue', ouvert: s.ici('entendre'), contenu: html`<div class="preau-pile">${qui(s, valeur, v.adultes)}</div>` })}
      ${v.role === 'cible' && securite('entendre', s)} ${etatBrouillon}
      ${groupeBoutons([bouton({ libelle, icone: 'coche' }), garder(o)])}
    </form>`
}

const impossible = (o: Dossier, v: Vue, s: Saisies): Html =>
  accordeon({
    titre: 'Cet entretien n’est pas possible',
    ouvert: s.ici('impossible'),
    contenu: html`<form
      class="preau-pile"
      method="post"
      action="/dossiers/${o.d.numero}/${formeDe(v.personne.id, v.role)}/impossible"
      novalidate
    >
      ${cache('id', s.valeur('impossible', 'id') || uuidv7())} ${cache('role', v.role)} ${cache('mene', o.moi.agent)}
      ${champListe({
        nom: 'raison',
        libelle: 'Pourquoi',
        vide: 'Choisir…',
        options: Object.entries(RAISONS).map(([valeur, r]) => ({ valeur, libelle: typo(r.libelle) })),
        valeur: s.valeur('impossible', 'raison'),
        ...s.erreur('raison'),
      })}
      ${champZone({ nom: 'explication', libelle: 'Ce qui a été tenté, et ce qui est prévu à la place', lignes: 3, valeur: s.valeur('impossible', 'explication'), ...s.erreur('explication') })}
      ${bouton({ libelle: 'Noter que l’entretien n’a pas lieu', variante: 'secondaire' })}
    </form>`,
  })

const titreDe = (v: Vue): string => `Entretien avec ${v.personne.nom}`

function contenu(o: Dossier, v: Vue, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'entendre', o.situation)
  const precision = [ROLES_PERSONNE[v.role].libelle, v.personne.precision].filter((x) => x !== '').join(', ')
  return html`<h2>${titreDe(v)}</h2>
    <p class="preau-discret">${precision}</p>
    ${guide(trameDe(v.role, degreDe(o.d.type)))}
    ${regle === null ? alerte({ type: 'info', texte: typo(refus) }) : html`${formulaire(o, v, s, 'Enregistrer l’entretien')} ${impossible(o, v, s)}`}
    <p>${lienBouton({ libelle: 'Revenir aux entretiens', url: `/dossiers/${o.d.numero}/entretiens`, variante: 'tertiaire' })}</p>`
}

/** GET /dossiers/:numero/entretiens/avec/:id/:role: one talk with one person, guided by the trame of their role. */
export const noterEntretien = onglet<Vue>({
  code: 'entretiens',
  charger,
  contenu,
  titre: titreDe,
  brouillon: ({ id, role }) => formeDe(id!, role!),
  faits: {},
})
