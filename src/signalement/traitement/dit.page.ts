import { alerte, badge, definitionListe, html, icone, paragraphes, typo, type Html } from '#ui'
import { AUTEURS, CANAUX, DECLARANTS, DEPUIS, FREQUENCE, INFORMES, LIEUX, URGENCES, type Urgence } from '../vocabulaire.ts'
import { CONDUITES } from './conduites.ts'
import type { Fiche } from './lire.ts'
import { adulteEnCause } from './ouvert.ts'
import { dateHeure, jourIso, liste as enListe } from './quand.ts'

const mot = (liste: Record<string, { libelle: string }>, code: string): string => liste[code]?.libelle ?? code
const mots = (liste: Record<string, { libelle: string }>, codes: readonly string[]): string =>
  enListe(codes.map((c) => mot(liste, c)))

const numeros = (liste: readonly { numero: string; pour: string }[]): Html =>
  html`<ul class="fr-tags-group">
    ${liste.map(
      (n) =>
        html`<li>
          <a class="fr-tag" href="tel:${n.numero}">${icone('telephone')}<strong>${n.numero}</strong>&nbsp;${n.pour}</a>
        </li>`,
    )}
  </ul>`

/** Why this one comes first, and what to do about it: before anything else on the page. */
export function urgences(f: Fiche): Html | undefined {
  if (f.s.urgences.length === 0) return undefined
  const adulte = adulteEnCause(f.s)
  return html`<div class="preau-pile">
    ${f.s.urgences.map((u) => {
      const conduite = CONDUITES[u as Urgence]
      return alerte({
        type: u === 'adulte_mis_en_cause' || u === 'mots_de_danger' ? 'attention' : 'erreur',
        niveau: 2,
        titre: mot(URGENCES, u),
        texte:
          conduite &&
          html`<p>${typo((adulte && conduite.sansEcole) || conduite.faire)}</p>
            ${conduite.numeros.length > 0 && numeros(conduite.numeros)}`,
      })
    })}
  </div>`
}

function faitsDates(f: Fiche): string {
  const { faits_du: du, faits_au: au } = f.s
  if (du === null) return ''
  return au === null || au === du ? `le ${jourIso(du)}` : `du ${jourIso(du)} au ${jourIso(au)}`
}

/** Where, when, who: few lines, for a first reading; what was not said is not shown. */
function reperes(f: Fiche): [string, string][] {
  const { s } = f
  const quand = [s.depuis && mot(DEPUIS, s.depuis), s.frequence && mot(FREQUENCE, s.frequence), faitsDates(f)].filter(
    (x) => !!x,
  ) as string[]
  return [
    ['Où', mots(LIEUX, s.lieux)],
    ['Quand', enListe(quand)],
    ['Qui le fait', s.auteurs === null ? '' : mot(AUTEURS, s.auteurs)],
    ['Déjà au courant', mots(INFORMES, s.informes)],
    ['En danger maintenant', s.danger === null ? '' : s.danger === 'oui' ? 'Oui' : 'Non'],
    ['Qui le dit', [mot(DECLARANTS, s.declarant), f.contenu.declarant].filter(Boolean).join(' : ')],
    [
      'Reçu',
      [
        dateHeure(s.recu_le),
        mot(CANAUX, s.canal).toLowerCase(),
        f.contenu.reference && `n° ${f.contenu.reference}`,
        s.saisi_nom !== null && `saisi par ${s.saisi_prenom} ${s.saisi_nom}`,
      ]
        .filter(Boolean)
        .join(', '),
    ],
  ]
}

const LANGUES: Record<string, string> = { en: 'en anglais', ar: 'en arabe' }

/** Exactly as written, in its own language: nobody rewords a child. */
const recit = (f: Fiche): Html =>
  f.contenu.recit === ''
    ? html`<p class="preau-discret">Pas de récit : la personne a seulement choisi des réponses.</p>`
    : html`<blockquote class="fr-card" lang="${f.s.langue}">
        <div class="fr-card__body preau-pile">
          ${LANGUES[f.s.langue] && html`<p lang="fr">${badge({ libelle: `Écrit ${LANGUES[f.s.langue]}`, ton: 'info', icone: 'langue' })}</p>`}
          ${paragraphes(f.contenu.recit)}
        </div>
      </blockquote>`

/** What else was told in one’s own words, and how it is called. */
export const DITS: readonly [keyof Fiche['contenu'], string][] = [
  ['cible', 'Qui en souffre'],
  ['auteurs', 'Qui est nommé'],
  ['temoins', 'Qui l’a vu'],
  ['essais', 'Ce qui a été essayé'],
  ['souhait', 'Ce qui aiderait'],
  ['adulte', 'Par qui la réponse est attendue, de vive voix'],
]

const images = (f: Fiche): Html | undefined =>
  f.pieces.length === 0
    ? undefined
    : html`<h3>Images jointes</h3>
        <ul class="preau-planche">
          ${f.pieces.map(
            (p, i) =>
              html`<li>
                <a href="/signalements/${f.s.id}/pieces/${p.id}"
                  ><img
                    src="/signalements/${f.s.id}/pieces/${p.id}"
                    alt="Image ${i + 1}, jointe ${dateHeure(p.depose_le)}"
                    width="${p.largeur}"
                    height="${p.hauteur}"
                    loading="lazy"
                /></a>
              </li>`,
          )}
        </ul>`

export const dit = (f: Fiche): Html =>
  html`<section class="preau-pile" aria-labelledby="dit">
    <h2 id="dit">Ce qui est dit</h2>
    ${recit(f)} ${images(f)}
    ${definitionListe([
      ...DITS.filter(([champ]) => f.contenu[champ] !== '').map(([champ, terme]) => ({
        terme,
        definition: html`<div lang="${f.s.langue}">${paragraphes(f.contenu[champ])}</div>`,
      })),
      ...reperes(f)
        .filter(([, dit]) => dit !== '')
        .map(([terme, dit]) => ({ terme, definition: typo(dit) })),
    ])}
  </section>`
