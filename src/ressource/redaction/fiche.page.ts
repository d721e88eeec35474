import {
  accordeon,
  alerte,
  badge,
  bouton,
  champDate,
  champTexte,
  definitionListe,
  enTete,
  groupeBoutons,
  html,
  lienBouton,
  tableau,
  typo,
  type Html,
} from '#ui'
import { instant, jour } from '#acces'
import type { Piece } from '../fiche/fiche.page.ts'
import { lesPieces, rendu } from '../fiche/fiche.page.ts'
import type { Remarque } from '../texte/relecture.ts'
import { texteEnPage } from '../texte/texte.page.ts'
import { badgesEtat, etatDe, phraseEtat } from './etat.ts'
import { pageRelecture } from './relecture.page.ts'
import type { LiensDeRow, ListerRow, PublicationsRow, VersionsRow } from './redaction.sql.ts'
import { pageRevue } from './revue.ts'
import type { RedacteursRow } from './revue.sql.ts'
import type { Version } from './version.ts'

export interface FicheRedaction {
  l: ListerRow
  v: Version
  pieces: readonly Piece[]
  versions: readonly VersionsRow[]
  publications: readonly PublicationsRow[]
  liens: readonly LiensDeRow[]
  redacteurs: readonly RedacteursRow[]
  remarques: readonly Remarque[]
  /** The id that a publication from this page will bear: sent twice, it is one. */
  neuf: string
  /** A form that was sent back: why, and what was typed. */
  retour?: { refus: string; champs: Readonly<Record<string, string>> }
}

const url = (f: FicheRedaction): string => `/redaction/${f.v.ressource}`

function publier(f: FicheRedaction): Html {
  const bloquee = f.remarques.some((r) => r.bloque)
  const tape = (nom: string): string => f.retour?.champs[nom] ?? ''
  if (bloquee)
    return html`<p>${typo(`La version ${f.v.rang} ne peut pas encore paraître : la relecture dit ce qu’il faut corriger.`)}</p>`
  return html`<form class="preau-pile" method="post" action="${url(f)}/publication" novalidate>
    <input type="hidden" name="version" value="${f.v.id}" /><input type="hidden" name="id" value="${f.neuf}" />
    <div class="preau-ligne">
      ${champDate({ nom: 'du', libelle: 'Paraît le', facultatif: '(sinon tout de suite)', valeur: tape('du') })}
      ${champTexte({ nom: 'heure', libelle: 'à', facultatif: '(heure)', largeur: 'court', valeur: tape('heure') || '08:00' })}
    </div>
    ${champDate({ nom: 'au', libelle: 'Valable jusqu’au', facultatif: '(facultatif, ce jour compris)', valeur: tape('au') })}
    ${bouton({ libelle: f.l.rangEnLigne === f.v.rang ? 'Publier de nouveau, avec ces dates' : `Publier la version ${f.v.rang}` })}
  </form>`
}

const petitActe = (f: FicheRedaction, forme: string, libelle: string): Html =>
  html`<form method="post" action="${url(f)}/${forme}">${bouton({ libelle, variante: 'secondaire', petit: true })}</form>`

/** Withdrawing is unfolded first, and says why. */
const retrait = (f: FicheRedaction): Html =>
  accordeon({
    titre: 'Retirer du site',
    ouvert: (f.retour?.champs.motif ?? '') !== '',
    contenu: html`<form class="preau-pile" method="post" action="${url(f)}/retrait" novalidate>
      ${champTexte({ nom: 'motif', libelle: 'Pourquoi', aide: 'Lu par les autres rédacteurs, jamais sur le site.', valeur: f.retour?.champs.motif ?? '' })}
      ${bouton({ libelle: 'Retirer du site maintenant', variante: 'danger', petit: true })}
    </form>`,
  })

function gestes(f: FicheRedaction): Html {
  const { l } = f
  const enLigne = etatDe(l) === 'en_ligne'
  const publique =
    l.genre === 'page' ? `/pages/${l.adresse}` : l.acces === 'public' ? `/ressources/${l.adresse}` : `/bibliotheque/${l.adresse}`
  return html`<section class="preau-pile" aria-labelledby="parution">
    <h2 id="parution">Parution</h2>
    <p>${phraseEtat(l)}</p>
    ${enLigne && html`<p><a href="${publique}">${typo(`La voir en ligne : ${publique}`)}</a></p>`} ${publier(f)}
    ${l.programmee !== null && petitActe(f, 'annulation', 'Annuler la parution prévue')} ${enLigne && retrait(f)}
  </section>`
}

const histoire = (f: FicheRedaction): Html =>
  html`<section class="preau-pile" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    ${
      f.versions.length > 1 &&
      html`<form class="preau-ligne" method="get" action="${url(f)}/comparer">
        ${champTexte({ nom: 'de', libelle: 'Comparer la version', inputmode: 'numeric', largeur: 'court', valeur: String(Math.max(1, f.v.rang - 1)) })}
        ${champTexte({ nom: 'a', libelle: 'avec la version', inputmode: 'numeric', largeur: 'court', valeur: String(f.v.rang) })}
        ${bouton({ libelle: 'Comparer', variante: 'secondaire' })}
      </form>`
    }
    ${tableau({
      legende: 'Toutes les versions, la plus récente d’abord',
      legendeMasquee: true,
      dense: true,
      colonnes: [{ libelle: 'Version' }, { libelle: 'Écrite' }, { libelle: 'Reprendre' }],
      lignes: f.versions.map((v) => ({
        cellules: [
          html`<a href="${url(f)}/versions/${v.rang}">${v.rang}<span class="fr-sr-only">${typo(` : ${v.titre}`)}</span></a>
            ${v.ecartee && badge({ libelle: 'Gardée à côté', ton: 'attention' })}
            ${v.id === f.l.version && badge({ libelle: 'La plus récente' })}`,
          html`${v.parNom}, le ${instant(v.le)}`,
          v.id === f.l.version
            ? ''
            : html`<form method="post" action="${url(f)}/restauration">
                <input type="hidden" name="rang" value="${v.rang}" /><input type="hidden" name="base" value="${f.v.id}" />
                ${bouton({ libelle: 'Reprendre', precision: `la version ${v.rang}`, variante: 'tertiaire', petit: true })}
              </form>`,
        ],
      })),
    })}
    ${
      f.publications.length > 0 &&
      html`<h3>Parutions</h3>
        <ul>
          ${f.publications.map(
            (p) =>
              html`<li>
                Version ${p.rang}, du ${instant(p.du)}${p.au !== null && html` au ${instant(p.au)}`}, par
                ${p.parNom}${p.retiree_le !== null && html` · retirée le ${instant(p.retiree_le)} par ${p.retireePar}${p.motif_retrait !== '' && typo(` : ${p.motif_retrait}`)}`}
              </li>`,
          )}
        </ul>`
    }
  </section>`

const LIENS = { inconnu: 'Pas encore vérifié', vivant: 'Répond', ferme: 'Répond, mais pas à un programme', mort: 'Mort' } as const

const lesLiens = (f: FicheRedaction): Html | undefined =>
  f.v.liens.length === 0
    ? undefined
    : html`<section class="preau-pile" aria-labelledby="liens">
        <h2 id="liens">Liens vers d’autres sites</h2>
        ${tableau({
          legende: 'Liens vers d’autres sites',
          legendeMasquee: true,
          dense: true,
          colonnes: [{ libelle: 'Adresse' }, { libelle: 'État' }],
          lignes: f.v.liens.map((adresse) => {
            const vu = f.liens.find((x) => x.url === adresse)
            const etat = (vu?.etat ?? 'inconnu') as keyof typeof LIENS
            return {
              cellules: [
                html`<span class="preau-adresse">${adresse}</span>`,
                html`${badge({ libelle: LIENS[etat], ton: etat === 'mort' ? 'erreur' : etat === 'vivant' ? 'succes' : 'neutre' })}
                ${vu?.mort_depuis && html`depuis le ${jour(vu.mort_depuis)}${vu.constat !== '' && typo(` : ${vu.constat}`)}`}`,
              ],
              ...(etat === 'mort' && { accent: 'erreur' as const }),
            }
          }),
        })}
      </section>`

export function pageFicheRedaction(f: FicheRedaction): Html {
  const { v, l } = f
  return html`<div class="preau-pile">
    ${f.retour && html`<div role="alert" tabindex="-1" data-focus>${alerte({ type: 'attention', niveau: 2, titre: 'Ce n’est pas fait', texte: typo(f.retour.refus) })}</div>`}
    ${enTete({
      surtitre: l.genre === 'page' ? 'Page' : 'Ressource',
      titre: v.titre,
      badges: badgesEtat(l),
      actions: groupeBoutons([
        lienBouton({ libelle: 'Modifier', url: `${url(f)}/modifier`, petit: true }),
        lienBouton({
          libelle: 'Joindre un fichier',
          url: `${url(f)}/fichier`,
          icone: 'fichier',
          variante: 'secondaire',
          petit: true,
        }),
      ]),
    })}
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-lg-8 preau-pile">
        <section class="preau-pile" aria-labelledby="lecture">
          <h2 id="lecture">Version ${v.rang}</h2>
          <div class="preau-apercu__feuille preau-prose">
            ${v.resume !== '' && html`<p class="fr-text--lead">${typo(v.resume)}</p>`} ${texteEnPage(v.texte, rendu(f.pieces, 3))}
          </div>
          ${lesPieces(f.pieces)}
        </section>
        ${lesLiens(f)} ${histoire(f)}
      </div>
      <div class="fr-col-lg-4 preau-pile">
        ${gestes(f)} ${pageRevue({ l, redacteurs: f.redacteurs, tape: (nom) => f.retour?.champs[nom] ?? '' })}
        ${pageRelecture(f.remarques)}
        ${definitionListe([
          { terme: 'Adresse', definition: html`<code>/${l.genre === 'page' ? 'pages' : 'ressources'}/${l.adresse}</code>` },
          { terme: 'Lectures en 90 jours', definition: String(l.lectures) },
        ])}
      </div>
    </div>
  </div>`
}
