import { uuidv7 } from '#platform'
import { accordeon, bouton, champChoix, champListe, champTexte, champZone, de, html, lienBouton, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { leurTexte, vu } from '../fusion.page.ts'
import { peut } from '../protocole/peut.ts'
import { LANGUES, LIENS, REGLES } from './famille.mots.ts'
import type { Famille, Nomme } from './famille.ts'
import { enChamps, type ChampLien } from './lien.ts'

const OUI_NON_DIT = { oui: 'Oui', non: 'Non' }
const options = (liste: Record<string, { libelle: string } | string>) =>
  Object.entries(liste).map(([valeur, l]) => ({ valeur, libelle: typeof l === 'string' ? l : l.libelle }))

const OUI_NON = options(OUI_NON_DIT)

/** What is written of a guardian, empty or as it stands; of one who is known, which text the form shows, and a colleague’s when it differs. */
function champs(forme: string, s: Saisies, r: Nomme | undefined): Html {
  const tenu = r === undefined ? undefined : enChamps(r)
  const v = (champ: ChampLien, defaut = ''): string => s.valeur(forme, champ, tenu?.[champ] ?? defaut)
  const leur = (champ: ChampLien, dire: (code: string) => string = (x) => x): Html | undefined =>
    tenu && html`${vu(s, forme, champ, tenu[champ])} ${leurTexte(s, champ, dire(tenu[champ]))}`
  const dit =
    (liste: Record<string, { libelle: string } | string>) =>
    (code: string): string =>
      options(liste).find((x) => x.valeur === code)?.libelle ?? code
  return html`${leur('lien', dit(LIENS))}
  ${champListe({ nom: 'lien', libelle: 'Lien avec l’élève', vide: 'Choisir…', valeur: v('lien'), options: options(LIENS), ...s.erreur('lien') })}
  ${leur('autorite', dit(OUI_NON_DIT))}
  ${champChoix({ nom: 'autorite', libelle: 'Exerce l’autorité parentale', aide: 'Les deux titulaires ont les mêmes informations, même séparés.', enLigne: true, valeur: v('autorite', 'oui'), options: OUI_NON, ...s.erreur('autorite') })}
  ${leur('telephone')}
  ${champTexte({ nom: 'telephone', libelle: 'Téléphone', facultatif: '(facultatif)', type: 'tel', largeur: 'moyen', valeur: v('telephone'), ...s.erreur('telephone') })}
  ${leur('mail')}
  ${champTexte({ nom: 'mail', libelle: 'Courriel', facultatif: '(facultatif)', type: 'email', sansCorrection: true, valeur: v('mail'), ...s.erreur('mail') })}
  ${leur('adresse')}
  ${champZone({ nom: 'adresse', libelle: 'Adresse', facultatif: '(facultatif)', aide: 'La sienne : des parents séparés ont chacun leur courrier.', lignes: 2, valeur: v('adresse'), ...s.erreur('adresse') })}
  ${leur('langue', dit(LANGUES))}
  ${champListe({ nom: 'langue', libelle: 'Langue dans laquelle lui parler', valeur: v('langue', 'fr'), options: options(LANGUES), ...s.erreur('langue') })}
  ${leur('interprete', dit(OUI_NON_DIT))}
  ${champChoix({ nom: 'interprete', libelle: 'Un interprète est nécessaire', aide: 'Jamais un enfant : ni l’élève, ni un frère ou une sœur, ni un camarade.', enLigne: true, valeur: v('interprete', 'non'), options: OUI_NON, ...s.erreur('interprete') })}
  ${leur('regle', dit(REGLES))}
  ${champListe({ nom: 'regle', libelle: 'Quelque chose s’oppose-t-il à ce contact ?', aide: 'Une décision de justice, ou un responsable qui est lui-même le danger.', valeur: v('regle', 'libre'), options: options(REGLES), ...s.erreur('regle') })}
  ${leur('raison')}
  ${champZone({ nom: 'raison', libelle: 'Laquelle', aide: typo('Seulement si quelque chose s’y oppose : la décision et sa date, ou le danger.'), lignes: 2, valeur: v('raison'), ...s.erreur('raison') })}`
}

/** A guardian to add to a child: known in the dossier, or new. */
export function ajoutResponsable(
  o: Dossier,
  f: Famille,
  connus: readonly { id: string; nom: string }[],
  s: Saisies,
): Html | undefined {
  if (peut(o.moi, 'inscrire_personne', o.situation).regle === null) return undefined
  const forme = 'familles/:id/responsables'
  return accordeon({
    titre: 'Ajouter un responsable légal',
    ouvert: s.ici(forme) || f.responsables.length === 0,
    contenu: html`<form
      class="preau-pile"
      method="post"
      action="/dossiers/${o.d.numero}/familles/${f.enfant}/responsables"
      novalidate
    >
      ${cache('id', s.valeur(forme, 'id') || uuidv7())}
      ${connus.length > 0 && champListe({ nom: 'connu', libelle: 'Déjà dans ce dossier', facultatif: '(facultatif)', vide: 'Une nouvelle personne', valeur: s.valeur(forme, 'connu'), options: connus.map((c) => ({ valeur: c.id, libelle: c.nom })), ...s.erreur('connu') })}
      ${champTexte({ nom: 'nom', libelle: 'Nom et prénom', valeur: s.valeur(forme, 'nom'), sansCorrection: true, ...s.erreur('nom') })}
      ${champs(forme, s, undefined)} ${bouton({ libelle: 'Ajouter', variante: 'secondaire', icone: 'plus' })}
    </form>`,
  })
}

/** One guardian, to correct. */
export function pageLien(o: Dossier, f: Famille, r: Nomme, s: Saisies): Html {
  const ici = `/dossiers/${o.d.numero}/familles/liens/${r.id}`
  return html`<h2>${r.nom}</h2>
    <p class="preau-discret">${typo(`Responsable légal ${de(f.nom)}`)}</p>
    <form class="preau-pile" method="post" action="${ici}" novalidate>
      ${cache('version', r.version)} ${champs('familles/liens/:id', s, r)} ${bouton({ libelle: 'Enregistrer' })}
    </form>
    <form method="post" action="${ici}/fin">
      ${bouton({ libelle: 'N’est plus responsable légal de cet élève', variante: 'tertiaire' })}
    </form>`
}

/** Back to the family, as long as the dossier follows it. */
export function retourFamille(o: Dossier, f: Famille | undefined): Html {
  const toutes = `/dossiers/${o.d.numero}/familles`
  return html`<p>
    ${lienBouton({ libelle: f === undefined ? 'Toutes les familles du dossier' : 'Revenir à cette famille', url: f === undefined ? toutes : `${toutes}/${f.enfant}`, variante: 'tertiaire' })}
  </p>`
}
