import { clock, uuidv7 } from '#platform'
import { jourDe } from '#signalement'
import {
  alerte,
  bouton,
  champCases,
  champChoix,
  champDate,
  champListe,
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
import { peut } from '../protocole/peut.ts'
import { arretDe } from './arret.ts'
import { arret, avertirRencontre, options, url } from './commun.page.ts'
import { etapesDe } from './etape.ts'
import { PROTECTION_AUDITION } from './etapes.ts'
import { METHODES, PAROLES, type Methode } from './methodes.ts'
import { enCours, type Piste, type Traitement } from './piste.ts'

const F = 'traitement/pistes/:id/etapes'
/** The address of this form under its dossier, which names its draft. */
export const formeEtape = (piste: string): string => `traitement/pistes/${piste}/etapes`

/** What to know before this track's steps. */
function avertir(o: Dossier, t: Traitement, p: Piste): Html | undefined {
  if (p.methode === 'judiciaire')
    return html`${alerte({
      type: 'attention',
      titre: 'Écouter, ce n’est pas enquêter',
      texte: typo(
        'Ne réentendez pas sur les faits, ne confrontez personne, ne cherchez pas de preuves. Un doute ? Appelez la permanence du parquet des mineurs.',
      ),
    })}
    ${lienBouton({ libelle: 'Transmissions de ce dossier', url: `/dossiers/${o.d.numero}/transmissions`, variante: 'tertiaire' })}`
  if (p.methode === 'disciplinaire')
    return alerte({
      type: 'info',
      texte: typo(
        t.prive
          ? 'Établissement privé : le règlement intérieur dit la procédure. L’élève mis en cause est entendu, l’élève visé est protégé.'
          : 'Établissement public : la procédure s’engage en cas de harcèlement, même si l’élève visé est dans une autre école. La sanction, elle, reste un choix. (R421-10)',
      ),
    })
  return ['restauratif', 'no_blame', 'farsta'].includes(p.methode) ? avertirRencontre() : undefined
}

/** Fields that only some steps ask: each says for which. */
function selon(p: Piste, t: Traitement, s: Saisies): Html {
  const etapes = Object.values(etapesDe(p))
  return html`${
    etapes.some((e) => e.personne) &&
    champListe({
      nom: 'personne',
      libelle: 'Quel élève',
      facultatif: '(si l’étape en concerne un)',
      vide: 'Aucun',
      valeur: s.valeur(F, 'personne'),
      options: t.eleves.map((e) => ({ valeur: e.id, libelle: e.nom })),
      ...s.erreur('personne'),
    })
  }
  ${etapes.some((e) => e.jours) && champTexte({ nom: 'jours', libelle: 'Jours de suspension', facultatif: '(pour une suspension : 5 au plus)', largeur: 'court', valeur: s.valeur(F, 'jours'), ...s.erreur('jours') })}
  ${
    etapes.some((e) => e.protection) &&
    champCases({
      nom: 'protection',
      libelle: 'Pour une audition ou un conseil : l’élève visé est protégé',
      valeurs: s.valeur(F, 'protection').split(','),
      enLigne: true,
      options: options(PROTECTION_AUDITION),
      ...s.erreur('protection'),
    })
  }
  ${etapes.some((e) => e.parole) && champChoix({ nom: 'parole', libelle: 'Si l’étape est de demander à l’élève visé : il dit', enLigne: true, valeur: s.valeur(F, 'parole'), options: options(PAROLES), ...s.erreur('parole') })}`
}

const formulaire = (o: Dossier, t: Traitement, p: Piste, s: Saisies): Html =>
  html`${avisBrouillon(o, formeEtape(p.id), s)}
    <form class="preau-pile" method="post" action="${url(o, `pistes/${p.id}/etapes`)}" novalidate>
      ${champsBrouillon(o, formeEtape(p.id), s)} ${cache('id', s.valeur(F, 'id') || uuidv7())}
      ${champChoix({ nom: 'etape', libelle: 'Étape', valeur: s.valeur(F, 'etape'), options: options(etapesDe(p)), ...s.erreur('etape') })}
      ${champDate({ nom: 'jour', libelle: 'Le', valeur: s.valeur(F, 'jour', jourDe(clock.now())), max: jourDe(clock.now()), ...s.erreur('jour') })}
      ${selon(p, t, s)}
      ${champZone({ nom: 'texte', libelle: 'Ce qui a été fait ou répondu, et pourquoi', lignes: 4, valeur: s.valeur(F, 'texte'), ...s.erreur('texte') })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Enregistrer l’étape' }), garder(o)])}
    </form>`

export function pageEtape(o: Dossier, { t, p }: { t: Traitement; p: Piste }, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'avancer_piste', o.situation)
  return html`<h2>${typo(`${METHODES[p.methode as Methode].libelle} : noter une étape`)}</h2>
    ${arret(arretDe(o, t, p))} ${avertir(o, t, p)}
    ${
      !enCours(p)
        ? alerte({ type: 'info', texte: 'Cette piste est finie.' })
        : regle === null
          ? alerte({ type: 'info', texte: typo(refus) })
          : formulaire(o, t, p, s)
    }`
}
