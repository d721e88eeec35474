import {
  champCases,
  champChoix,
  champFichiers,
  champTexte,
  champZone,
  encart,
  html,
  numerosUrgence,
  prefixeDe,
  textesPage,
  type Html,
  type Langue,
  type NomIcone,
} from '#ui'
import { TROUVEES_MAX, type EtablissementTrouve } from '#annuaire'
import { registreDe, textes } from '../textes/index.ts'
import { LIEUX, QUOI } from '../vocabulaire.ts'
import { parleDeMourir, type Reponses } from './brouillon.ts'
import { LONGUEURS, type Erreurs, type Etape } from './depot.form.ts'
import { IMAGE_TYPES, IMAGES_MAX, type EnAttente, type RefusImage } from './pieces.ts'

/** All that a screen may show: pure data, loaded before. */
export interface Vue {
  langue: Langue
  r: Reponses
  erreurs: Erreurs
  /** Step « danger »: danger was said, the numbers stand on the screen until the person has read them. */
  numeros: boolean
  /** Step « ecole »: what was searched (and is written in the page, to know what is typed anew), what was found, the school already chosen. */
  cherche: string
  trouvees: readonly EtablissementTrouve[] | null
  choisie: EtablissementTrouve | null
  /** Step « reponse ». */
  images: readonly EnAttente[]
  refus: readonly RefusImage[]
}

const options = (
  libelles: Record<string, string>,
  icones?: Record<string, { icone: NomIcone }>,
): { valeur: string; libelle: string; icone?: NomIcone }[] =>
  Object.entries(libelles).map(([valeur, libelle]) => ({
    valeur,
    libelle,
    ...(icones === undefined ? {} : { icone: icones[valeur]!.icone }),
  }))

const long = (v: Vue, nom: keyof typeof LONGUEURS): { erreur?: string } =>
  v.erreurs[nom] ? { erreur: textes(v.langue, registreDe(v.r.declarant)).commun.tropLong(LONGUEURS[nom]) } : {}

const QUI_ICONES: Record<string, { icone: NomIcone }> = {
  victime: { icone: 'qui-moi' },
  temoin: { icone: 'qui-camarade' },
  parent: { icone: 'qui-enfant' },
  professionnel: { icone: 'qui-pro' },
  autre: { icone: 'qui-autre' },
}

/** The content of each screen but the summary: one question, its help, its answers. */
export const ECRANS: Record<Exclude<Etape, 'resume'>, (v: Vue) => Html> = {
  danger(v) {
    const t = textes(v.langue, registreDe(v.r.declarant)).danger
    if (v.numeros)
      return html`<input type="hidden" name="vu" value="numeros" />
        <h1 class="preau-question">${t.appelle}</h1>
        ${numerosUrgence(textesPage(v.langue).urgences.numeros)}
        <p>${t.ensuite}</p>`
    return html`<p class="preau-surtitre">${t.titre}</p>
      ${champChoix({
        nom: 'danger',
        titrePage: true,
        libelle: t.question,
        aide: t.aide,
        valeur: v.r.danger,
        options: [
          { valeur: 'oui', libelle: t.oui, icone: 'alerte' },
          { valeur: 'non', libelle: t.non, icone: 'coche' },
        ],
      })}${encart({
        icone: 'horloge',
        texte: html`<p>${t.horaires}</p>
          <p>${t.secret}</p>
          <p><a href="${prefixeDe(v.langue)}/donnees-personnelles">${t.notice}</a></p>`,
      })}
      <p><a href="${prefixeDe(v.langue)}/questions">${t.doute}</a></p>`
  },
  qui(v) {
    const t = textes(v.langue, registreDe(v.r.declarant)).qui
    return champChoix({
      nom: 'declarant',
      titrePage: true,
      libelle: t.question,
      aide: t.aide,
      valeur: v.r.declarant,
      options: options(t.options, QUI_ICONES),
    })
  },
  ecole,
  quoi(v) {
    const t = textes(v.langue, registreDe(v.r.declarant)).quoi
    const reg = registreDe(v.r.declarant)
    return html`${champCases({ nom: 'quoi', titrePage: true, libelle: t.question[reg], aide: t.aide[reg], valeurs: v.r.quoi, options: options(t.options, QUOI) })}
    ${champZone({ nom: 'recit', libelle: t.recit[reg], aide: t.recitAide[reg], valeur: v.r.recit, ...long(v, 'recit'), lignes: 6 })}
    ${encart({ icone: 'image', texte: t.intime })}`
  },
  quand(v) {
    const t = textes(v.langue, registreDe(v.r.declarant)).quand
    const reg = registreDe(v.r.declarant)
    const alerte = parleDeMourir(v.r)
      ? encart({ icone: 'bouclier', texte: textes(v.langue, registreDe(v.r.declarant)).quoi.mourir })
      : ''
    return html`${alerte}${champChoix({ nom: 'depuis', titrePage: true, libelle: t.question[reg], valeur: v.r.depuis, options: options(t.depuis) })}
    ${champChoix({ nom: 'frequence', libelle: t.frequenceQuestion[reg], valeur: v.r.frequence, options: options(t.frequence) })}`
  },
  ou(v) {
    const t = textes(v.langue, registreDe(v.r.declarant)).ou
    const reg = registreDe(v.r.declarant)
    return champCases({
      nom: 'lieux',
      titrePage: true,
      libelle: t.question[reg],
      aide: t.aide[reg],
      valeurs: v.r.lieux,
      options: options(t.options, LIEUX),
    })
  },
  personnes(v) {
    const t = textes(v.langue, registreDe(v.r.declarant)).personnes
    const reg = registreDe(v.r.declarant)
    const facultatif = textes(v.langue, registreDe(v.r.declarant)).commun.facultatif
    return html`${champChoix({ nom: 'auteurs', titrePage: true, libelle: t.question[reg], aide: t.adulte, valeur: v.r.auteurs, options: options(t.options) })}
    ${champTexte({ nom: 'noms', libelle: t.noms[reg], facultatif, valeur: v.r.noms, ...long(v, 'noms') })}
    ${champTexte({ nom: 'cible', libelle: t.cible[reg], facultatif, valeur: v.r.cible, ...long(v, 'cible') })}`
  },
  aide(v) {
    const t = textes(v.langue, registreDe(v.r.declarant)).aide
    const reg = registreDe(v.r.declarant)
    const facultatif = textes(v.langue, registreDe(v.r.declarant)).commun.facultatif
    return html`${champCases({ nom: 'informes', titrePage: true, libelle: t.question[reg], valeurs: v.r.informes, options: options(t.options) })}
    ${champZone({ nom: 'essais', libelle: t.essais[reg], facultatif, valeur: v.r.essais, ...long(v, 'essais'), lignes: 3 })}
    ${champZone({ nom: 'souhait', libelle: t.souhait[reg], facultatif, valeur: v.r.souhait, ...long(v, 'souhait'), lignes: 3 })}`
  },
  reponse,
}

function ecole(v: Vue): Html {
  const t = textes(v.langue, registreDe(v.r.declarant)).ecole
  const reg = registreDe(v.r.declarant)
  const recherche = html`<div class="preau-recherche">
    ${champTexte({
      nom: 'q',
      titrePage: true,
      libelle: t.question[reg],
      aide: t.aide[reg],
      valeur: v.cherche,
      autocomplete: 'off',
      ...(v.erreurs.etab && v.trouvees === null ? { erreur: t.manque } : {}),
    })}<input type="hidden" name="cherche" value="${v.cherche}" /><button
      type="submit"
      name="vers"
      value="chercher"
      class="fr-btn fr-btn--secondary"
    >
      ${t.chercher}
    </button>
  </div>`
  const proposees = v.trouvees ?? (v.choisie === null ? [] : [v.choisie])
  const liste =
    proposees.length === 0
      ? ''
      : champChoix({
          nom: 'etab',
          libelle: v.trouvees === null ? t.choisie : t.resultats,
          valeur: v.r.etab,
          ...(v.erreurs.etab ? { erreur: t.manque } : {}),
          options: proposees.map((e) => ({ valeur: e.etab, libelle: e.nom, aide: `${e.commune} (${e.deptNom})` })),
        })
  // As many as the search gives: there may be others.
  const beaucoup = (v.trouvees?.length ?? 0) >= TROUVEES_MAX ? encart({ icone: 'loupe', texte: t.beaucoup }) : ''
  const aucune = v.trouvees !== null && v.trouvees.length === 0 ? encart({ icone: 'loupe', texte: t.aucune }) : ''
  return html`${recherche}
    <div aria-live="polite">${liste}${beaucoup}${aucune}</div>
    <p class="fr-hint-text">${t.pourquoi}</p>`
}

function reponse(v: Vue): Html {
  const t = textes(v.langue, registreDe(v.r.declarant)).reponse
  const reg = registreDe(v.r.declarant)
  const refus =
    v.refus.length === 0
      ? ''
      : encart({ icone: 'alerte', texte: html`${v.refus.map((raison) => html`<p>${t.refus[raison]}</p>`)}` })
  const retirer = v.images.map(
    (i, n) =>
      html`<li>
        ${t.image(n + 1)} <span dir="ltr">(${i.largeur} × ${i.hauteur})</span>
        <button type="submit" name="vers" value="retirer:${i.id}" class="fr-btn fr-btn--tertiary fr-btn--sm">
          ${t.retirer}<span class="fr-sr-only"> ${t.image(n + 1)}</span>
        </button>
      </li>`,
  )
  const images = html`${
    retirer.length > 0
      ? html`<ul class="preau-pieces">
          ${retirer}
        </ul>`
      : ''
  }${
    v.images.length >= IMAGES_MAX
      ? ''
      : html` ${champFichiers({ nom: 'images', libelle: t.images, aide: t.imagesAide, facultatif: textes(v.langue, registreDe(v.r.declarant)).commun.facultatif, accepte: IMAGE_TYPES, plusieurs: true })}
          <button type="submit" name="vers" value="ajouter" class="fr-btn fr-btn--tertiary">${t.ajouter}</button>`
  }`
  return html`${champChoix({ nom: 'contact', titrePage: true, libelle: t.question[reg], valeur: v.r.contact, options: options(t.options) })}
  ${champTexte({
    nom: 'mail',
    type: 'email',
    libelle: t.mail,
    aide: t.mailAide,
    facultatif: textes(v.langue, registreDe(v.r.declarant)).commun.facultatif,
    valeur: v.r.mail,
    autocomplete: 'off',
    ...(v.erreurs.mail ? { erreur: t.mailFaux } : {}),
  })}
  ${champTexte({
    nom: 'adulte',
    libelle: t.adulte,
    aide: t.adulteAide,
    valeur: v.r.adulte,
    autocomplete: 'off',
    ...(v.r.adulte === '' && v.erreurs.adulte ? { erreur: t.adulteVide } : long(v, 'adulte')),
  })}
  ${refus}${images}`
}
