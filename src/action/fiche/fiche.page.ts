import { uuidv7 } from '#platform'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  champZone,
  chronologie,
  definitionListe,
  enTete,
  filMessages,
  html,
  lienBouton,
  minutes,
  paragraphes,
  typo,
  type Html,
} from '#ui'
import { PILIERS } from '#annuaire'
import { tientEcole } from '../action.ts'
import { compteRendu } from '../compte/compte.page.ts'
import { un } from '../envoi.ts'
import { photoPrete, photosDeLaFiche } from '../photo/photo.page.ts'
import { peut } from '../protocole/peut.ts'
import { ETATS, PHRASES, type Etat, type Verbe } from '../protocole/protocole.ts'
import { moment, periode } from '../quand.ts'
import { libelleAnnee, PUBLICS, TEMPS_FORTS, TYPES } from '../vocabulaire.ts'
import type { Fiche } from './fiche.ts'

const cache = (nom: string, valeur: string | number): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`
const mot = (liste: Readonly<Record<string, string>>, code: string): string => liste[code] ?? code

/** One button of the table, when the table offers it. */
function geste({ moi, a, photos }: Fiche, verbe: Verbe, chemin: string, primaire: boolean): Html | undefined {
  const regle = peut(moi, verbe, a)
  if (regle === null) return undefined
  return html`<form method="post" action="/actions/${a.id}/${chemin}">
    ${cache('version', a.version)} ${verbe === 'publier' && photos.filter(photoPrete).map((p) => cache('photos', p.id))}
    ${bouton({ libelle: regle.bouton, icone: 'coche', variante: primaire ? 'primaire' : 'secondaire' })}
  </form>`
}

/** What asks for a reason is unfolded first: nothing is sent back by one click. */
function avecRaison({ moi, a, retour }: Fiche, verbe: Verbe, chemin: string): Html | undefined {
  const regle = peut(moi, verbe, a)
  if (regle === null) return undefined
  const ici = retour?.forme === chemin
  return accordeon({
    titre: regle.bouton,
    ouvert: ici,
    contenu: html`<form class="preau-pile" method="post" action="/actions/${a.id}/${chemin}" novalidate>
      ${cache('version', a.version)}
      ${champZone({ nom: 'motif', libelle: 'Pourquoi', aide: 'L’établissement lira cette raison. Son texte est gardé.', lignes: 3, valeur: ici ? un(retour.envoi, 'motif') : '', requis: true, ...(ici && { erreur: typo(retour.refus) }) })}
      ${bouton({ libelle: regle.bouton, variante: 'danger' })}
    </form>`,
  })
}

function gestes(f: Fiche): Html {
  const { a, moi } = f
  const offerts = [
    geste(f, 'valider', 'validation', true),
    geste(f, 'publier', 'publication', true),
    geste(f, 'proposer', 'proposition', true),
    peut(moi, 'modifier', a) !== null &&
      lienBouton({ libelle: 'Modifier', url: `/actions/${a.id}/modifier`, variante: 'secondaire' }),
    geste(f, 'reprendre', 'reprise', false),
    avecRaison(f, 'renvoyer', 'renvoi'),
    avecRaison(f, 'retirer', 'retrait'),
    tientEcole(moi) &&
      lienBouton({
        libelle: 'Dupliquer pour cette année',
        url: `/actions/nouvelle?de=${a.id}`,
        variante: 'tertiaire',
        icone: 'copier',
      }),
  ].filter((x) => x)
  return offerts.length === 0
    ? html`<p class="preau-discret">Rien ne vous attend ici.</p>`
    : html`<div class="preau-pile">${offerts}</div>`
}

const details = ({ a }: Fiche): Html =>
  definitionListe(
    [
      ['Quand', periode(a.du, a.au)],
      ['Temps fort', a.temps_fort === null ? 'Aucun' : `${mot(TEMPS_FORTS, a.temps_fort)} ${libelleAnnee(a.annee)}`],
      ['Forme', mot(TYPES, a.type)],
      ['Pour qui', a.publics.map((p) => mot(PUBLICS, p)).join(', ')],
      ['Classes', a.niveaux.join(', ')],
      ['Élèves', a.effectif === null ? '' : String(a.effectif)],
      ['Durée pour un élève', a.duree === null ? '' : minutes(a.duree)],
      ['Partenaires', a.partenaires],
      ['Pilier', a.pilier === null ? '' : `${a.pilier}. ${PILIERS[a.pilier - 1]}`],
    ]
      .filter(([, v]) => v !== '')
      .map(([terme, definition]) => ({ terme: terme!, definition: typo(definition!) })),
  )

const discussion = (f: Fiche): Html =>
  html`<section class="preau-pile" aria-labelledby="discussion">
    <h2 id="discussion">Commentaires</h2>
    ${f.commentaires.length === 0 && html`<p class="preau-discret">Personne n’a commenté cette action.</p>`}
    ${
      f.commentaires.length > 0 &&
      filMessages(
        f.commentaires.map((m) => ({
          auteur: `${m.prenom} ${m.nom}`,
          quand: moment(m.le),
          texte: paragraphes(m.texte),
          moi: m.par === f.moi.agent,
        })),
        'Commentaires',
      )
    }
    ${
      peut(f.moi, 'commenter', f.a) !== null &&
      html`<form class="preau-pile" method="post" action="/actions/${f.a.id}/commentaires" novalidate>
        ${cache('id', uuidv7())}
        ${champZone({ nom: 'texte', libelle: 'Votre commentaire', aide: 'Lu par l’établissement, le département et la communication.', lignes: 3, valeur: f.retour?.forme === 'commentaires' ? un(f.retour.envoi, 'texte') : '' })}
        ${bouton({ libelle: 'Commenter', variante: 'secondaire' })}
      </form>`
    }
  </section>`

export function pageFiche(f: Fiche): Html {
  const { a, retour } = f
  const etat = ETATS[a.etat as Etat]
  return html`<div class="preau-pile">
    ${retour && html`<div role="alert" tabindex="-1" data-focus>${alerte({ type: 'attention', niveau: 2, titre: 'Ce n’est pas fait', texte: typo(retour.refus) })}</div>`}
    ${enTete({
      surtitre: typo(`${a.ecole}, ${a.commune} · ${a.deptNom}`),
      titre: a.titre,
      badges: [badge({ libelle: etat.libelle, ton: etat.ton })],
      ...(etat.suite && { texte: etat.suite }),
    })}
    ${a.motif_refus !== '' && alerte({ type: 'attention', niveau: 2, titre: 'Pourquoi elle revient', texte: paragraphes(a.motif_refus) })}
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-lg-8 preau-pile">
        <section class="preau-pile" aria-labelledby="texte">
          <h2 id="texte">Ce que la page publique dira</h2>
          ${paragraphes(a.texte)} ${details(f)}
        </section>
        ${compteRendu(f)} ${photosDeLaFiche(f)} ${discussion(f)}
      </div>
      <div class="fr-col-lg-4 preau-pile">
        <section aria-labelledby="faire">
          <h2 id="faire">À faire</h2>
          ${gestes(f)}
        </section>
        <section aria-labelledby="chemin">
          <h2 id="chemin">Son chemin</h2>
          ${chronologie(
            f.pas.map((p) => ({
              quand: moment(p.le),
              titre: PHRASES[p.verbe] ?? p.verbe,
              par: `${p.prenom} ${p.nom}`,
              ...(p.motif !== '' && { texte: paragraphes(p.motif) }),
            })),
            'Chemin de l’action',
          )}
        </section>
      </div>
    </div>
  </div>`
}
