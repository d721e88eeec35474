import { clock, uuidv7 } from '#platform'
import { jourDe } from '#signalement'
import {
  bouton,
  champCases,
  champChoix,
  champDate,
  champListe,
  champTexte,
  champZone,
  groupeBoutons,
  html,
  typo,
  type Html,
} from '#ui'
import { PARENTS } from '../accord/accord.mots.ts'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'
import type { Dossier } from '../dossier.ts'
import { caseSeule } from '../famille/case.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { regimeDe } from './depart.ts'
import type { VueDestinataire } from './destinataire.page.ts'
import { champsDepart } from './envoi.page.ts'
import { GRAVITES, type CodeDestinataire } from './transmission.mots.ts'

/** A closed list, as choices. */
export const options = (liste: Record<string, { libelle: string }>) =>
  Object.entries(liste).map(([valeur, { libelle }]) => ({ valeur, libelle }))

const champAdresses = (valeur: string, s: Saisies): Html =>
  champZone({
    nom: 'liens',
    libelle: 'Ce qui est à retirer : une adresse par ligne',
    facultatif: '(facultatif)',
    aide: '« https://… », ou le réseau et le compte, comme « Snapchat @compte ». Jamais l’image, pas de nom.',
    lignes: 3,
    valeur,
    ...s.erreur('liens'),
  })

function champsPropres({ code, fe, enfants }: VueDestinataire, s: Saisies): Html | undefined {
  const v = (champ: string, defaut = ''): string => s.valeur('transmissions/:id', champ, defaut)
  if (code === 'fait_etablissement')
    return html`${champListe({
      nom: 'gravite',
      libelle: 'Gravité, sur l’échelle de Faits établissement',
      aide: 'Cette échelle ne sert qu’à cette application.',
      vide: 'Choisir…',
      valeur: v('gravite'),
      options: options(GRAVITES),
      ...s.erreur('gravite'),
    })}
    ${champZone({ nom: 'texte_fe', libelle: 'Le texte, tel qu’il est déclaré', aide: 'Il est gardé avec la décision, et relu par une autre personne.', lignes: 6, valeur: v('texte_fe', fe?.projet ?? ''), ...s.erreur('texte_fe') })}`
  if (code === 'n3018' || code === 'crip')
    return html`${code === 'n3018' && champAdresses(v('liens'), s)}
    ${code === 'crip' && enfants.length > 1 && pourQui(enfants, v('enfants'), s)}
    ${champChoix({ nom: 'parents', libelle: 'Les parents', valeur: v('parents'), options: options(PARENTS), ...s.erreur('parents') })}
    ${champZone({ nom: 'parents_raison', libelle: 'Si c’est contraire à l’intérêt de l’enfant, pourquoi', facultatif: '(facultatif)', lignes: 2, valeur: v('parents_raison'), ...s.erreur('parents_raison') })}`
  if (code === 'pharos')
    return html`${champAdresses(v('liens'), s)}
      <div>
        ${caseSeule({ nom: 'publique', libelle: 'Le contenu est public : tout le monde peut le voir sans y être invité', cochee: v('publique') === 'oui', ...s.erreur('publique') })}
      </div>`
  return undefined
}

/** One sheet a child: the recipient protects that child, and needs to know nothing of another. */
const pourQui = (enfants: VueDestinataire['enfants'], choisis: string, s: Saisies): Html =>
  champCases({
    nom: 'enfants',
    libelle: 'Pour quel élève : une fiche pour chacun',
    options: enfants.map((e) => ({ valeur: e.id, libelle: e.nom })),
    valeurs: choisis === '' ? enfants.map((e) => e.id) : choisis.split(','),
    ...s.erreur('enfants'),
  })

/** Who reads it besides, and when: what presses leaves at once. */
function secondLecteur(
  o: Dossier,
  code: CodeDestinataire,
  v: (champ: string, defaut?: string) => string,
  s: Saisies,
): Html | undefined {
  const regime = regimeDe(o, code)
  if (regime === 'jamais') return undefined
  if (regime === 'attend') return champsDepart(['relecture', 'danger', 'seul'], v, s)
  return html`<p>
    ${typo(regime === 'urgence' ? 'Elle part tout de suite. Une autre personne la relit ensuite.' : 'Elle part tout de suite ; une autre personne la relit ensuite : l’académie l’a choisi.')}
  </p>`
}

/** Yes or no, why, what this recipient asks, and who reads it besides. */
export function decider(o: Dossier, vue: VueDestinataire, s: Saisies): Html {
  const forme = 'transmissions/:id'
  const v = (champ: string, defaut = ''): string => s.valeur(forme, champ, defaut)
  const ici = `transmissions/${vue.code}`
  return html`${avisBrouillon(o, ici, s)}
    <form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/transmissions/${vue.code}" novalidate>
      ${champsBrouillon(o, ici, s)} ${cache('id', v('id') || uuidv7())}
      ${champChoix({
        nom: 'decision',
        libelle: 'Décision',
        enLigne: true,
        valeur: v('decision'),
        options: [
          { valeur: 'oui', libelle: 'Oui' },
          { valeur: 'non', libelle: 'Non' },
        ],
        ...s.erreur('decision'),
      })}
      ${champZone({ nom: 'raison', libelle: 'Pourquoi', aide: 'Dans les deux cas : ce que l’on sait, de qui, et ce qui a pesé.', lignes: 4, valeur: v('raison'), ...s.erreur('raison') })}
      ${champsPropres(vue, s)} ${secondLecteur(o, vue.code, v, s)}
      ${champDate({ nom: 'jour', libelle: 'Le', valeur: v('jour', jourDe(clock.now())), max: jourDe(clock.now()), ...s.erreur('jour') })}
      ${champTexte({ nom: 'reference', libelle: 'Référence', facultatif: '(facultatif)', aide: 'Numéro, service, personne jointe.', valeur: v('reference', vue.references[0] ?? ''), sansCorrection: true, ...s.erreur('reference') })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Enregistrer cette décision' }), garder(o)])}
    </form>`
}
