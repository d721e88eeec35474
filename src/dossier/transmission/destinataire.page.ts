import { clock, uuidv7 } from '#platform'
import { dateHeure, jourDe, jourIso } from '#signalement'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  boutonCopier,
  champCases,
  champChoix,
  champDate,
  champListe,
  champTexte,
  champZone,
  groupeBoutons,
  html,
  lienBouton,
  paragraphes,
  typo,
  type Html,
} from '#ui'
import type { Dossier } from '../dossier.ts'
import { caseSeule } from '../famille/case.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { sourceDite } from '../sources.ts'
import { FEUILLES } from './fiche.ts'
import { codeLien, enLigne } from './liens.ts'
import { DESTINATAIRES, GRAVITES, PARENTS, SUITES, type CodeDestinataire, type Suite } from './transmission.mots.ts'
import type { Transmission } from './transmettre.ts'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'

const options = (liste: Record<string, { libelle: string }>) =>
  Object.entries(liste).map(([valeur, { libelle }]) => ({ valeur, libelle }))

export interface VueDestinataire {
  code: CodeDestinataire
  transmissions: readonly Transmission[]
  /** Faits établissement: the draft, then what was checked. */
  fe: { projet: string; verifie: boolean } | null
  /** The numbers under which this recipient told us of the situation itself. */
  references: readonly string[]
  /** The pupils for whom a sheet can be made; one sheet a child where the law says so. */
  enfants: readonly { id: string; nom: string }[]
}

/** What was asked to be taken down, each with where it stands. As text: nobody should open it from here by a slip. */
function adresses(t: Transmission): Html | undefined {
  const restent = new Set(enLigne(t))
  if (t.liens.length === 0) return undefined
  return html`<ul>
    ${t.liens.map(
      (l) =>
        html`<li>
          ${l}
          ${restent.has(l) ? badge({ libelle: 'Demandé', ton: 'attention' }) : badge({ libelle: 'Retiré', ton: 'succes', icone: 'coche' })}
        </li>`,
    )}
  </ul>`
}

function faite(t: Transmission): Html {
  const details = [
    t.gravite !== null && GRAVITES[String(t.gravite) as keyof typeof GRAVITES].libelle,
    t.reference !== '' && `Référence : ${t.reference}`,
    t.parents !== null && PARENTS[t.parents as keyof typeof PARENTS].libelle,
    t.base !== null && `Fondement : ${t.base}`,
  ].filter((x) => x !== false)
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <p class="fr-badges-group">
        ${t.decision === 'oui' ? badge({ libelle: 'Transmis', ton: 'succes', icone: 'coche' }) : badge({ libelle: 'Décision de ne pas transmettre' })}
      </p>
      <h3 class="fr-card__title">Le ${jourIso(t.jour)}</h3>
      <p class="preau-discret">${typo(`Décidé par ${t.prenom} ${t.nom}, noté ${dateHeure(t.le)}`)}</p>
      ${details.map((d) => html`<p>${typo(d)}</p>`)} ${paragraphes(t.raison)}
      ${t.parents === 'contraire' && paragraphes(t.parentsRaison)} ${adresses(t)}
      ${
        t.suites.length > 0 &&
        html`<ul>
          ${t.suites.map((s) => html`<li><strong>${SUITES[s.issue as Suite].libelle}</strong>, le ${jourIso(s.jour)} ${s.texte !== '' && paragraphes(s.texte)}</li>`)}
        </ul>`
      }
    </div>
  </li>`
}

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

/** The same addresses in the form of the outcome: which are gone. */
function retirees(faites: readonly Transmission[], v: (champ: string) => string, s: Saisies): Html | undefined {
  const lignes = faites.flatMap((t) => enLigne(t).map((l) => ({ valeur: codeLien(t, t.liens.indexOf(l)), libelle: l })))
  if (lignes.length === 0) return undefined
  return champCases({
    nom: 'retires',
    libelle: 'N’est plus en ligne',
    options: lignes,
    valeurs: v('retires').split(','),
    ...s.erreur('retires'),
  })
}

function champsPropres(code: CodeDestinataire, s: Saisies): Html | undefined {
  const v = (champ: string): string => s.valeur('transmissions/:id', champ)
  if (code === 'fait_etablissement')
    return champListe({
      nom: 'gravite',
      libelle: 'Gravité, sur l’échelle de Faits établissement',
      aide: 'Cette échelle ne sert qu’à cette application.',
      vide: 'Choisir…',
      valeur: v('gravite'),
      options: options(GRAVITES),
      ...s.erreur('gravite'),
    })
  if (code === 'n3018' || code === 'crip')
    return html`${code === 'n3018' && champAdresses(v('liens'), s)}
    ${champChoix({ nom: 'parents', libelle: 'Les parents', valeur: v('parents'), options: options(PARENTS), ...s.erreur('parents') })}
    ${champZone({ nom: 'parents_raison', libelle: 'Si c’est contraire à l’intérêt de l’enfant, pourquoi', facultatif: '(facultatif)', lignes: 2, valeur: v('parents_raison'), ...s.erreur('parents_raison') })}`
  if (code === 'pharos')
    return html`${champAdresses(v('liens'), s)}
      <div>
        ${caseSeule({ nom: 'publique', libelle: 'Le contenu est public : tout le monde peut le voir sans y être invité', cochee: v('publique') === 'oui', ...s.erreur('publique') })}
      </div>`
  return undefined
}

function decider(o: Dossier, vue: VueDestinataire, s: Saisies): Html {
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
      ${champsPropres(vue.code, s)}
      ${champDate({ nom: 'jour', libelle: 'Le', valeur: v('jour', jourDe(clock.now())), max: jourDe(clock.now()), ...s.erreur('jour') })}
      ${champTexte({ nom: 'reference', libelle: 'Référence', facultatif: '(facultatif)', aide: 'Numéro, service, personne jointe.', valeur: v('reference', vue.references[0] ?? ''), sansCorrection: true, ...s.erreur('reference') })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Enregistrer cette décision' }), garder(o)])}
    </form>`
}

function suites(o: Dossier, vue: VueDestinataire, s: Saisies): Html | undefined {
  const faites = vue.transmissions.filter((t) => t.decision === 'oui')
  const { regle } = peut(o.moi, 'suivre_transmission', o.situation)
  if (regle === null || faites.length === 0) return undefined
  const forme = 'transmissions/:id/suites'
  const v = (champ: string, defaut = ''): string => s.valeur(forme, champ, defaut)
  return accordeon({
    titre: regle.bouton,
    ouvert: s.ici(forme),
    contenu: html`<form
      class="preau-pile"
      method="post"
      action="/dossiers/${o.d.numero}/transmissions/${vue.code}/suites"
      novalidate
    >
      ${cache('id', v('id') || uuidv7())}
      ${faites.length === 1 ? cache('transmission', faites[0]!.id) : champListe({ nom: 'transmission', libelle: 'Laquelle', valeur: v('transmission', faites.at(-1)!.id), options: faites.map((t) => ({ valeur: t.id, libelle: `Du ${jourIso(t.jour)}` })), ...s.erreur('transmission') })}
      ${champListe({ nom: 'issue', libelle: 'Ce qu’il en est', vide: 'Choisir…', valeur: v('issue'), options: options(SUITES), ...s.erreur('issue') })}
      ${retirees(faites, v, s)}
      ${champZone({ nom: 'suite_texte', libelle: 'Ce qui est dit, et par qui', lignes: 3, valeur: v('suite_texte'), ...s.erreur('suite_texte') })}
      ${champDate({ nom: 'suite_jour', libelle: 'Su le', valeur: v('suite_jour', jourDe(clock.now())), max: jourDe(clock.now()), ...s.erreur('suite_jour') })}
      ${bouton({ libelle: 'Noter les suites', variante: 'secondaire' })}
    </form>`,
  })
}

/** The text for Faits établissement: corrected here, looked at again, and only then given to be copied. */
function texteFe(o: Dossier, vue: VueDestinataire, s: Saisies): Html | undefined {
  if (vue.fe === null) return undefined
  const { projet, verifie } = vue.fe
  return html`<section class="preau-pile" aria-labelledby="texte-fe">
    <h2 id="texte-fe">Le texte, avec des initiales seulement</h2>
    ${
      verifie
        ? html`<div tabindex="-1" data-focus>
              ${alerte({ type: 'succes', texte: 'Aucun nom du dossier n’a été trouvé dans ce texte. Relisez-le une dernière fois, puis copiez-le.' })}
            </div>
            <div class="preau-feuille preau-texte" id="fe-verifie">${projet}</div>
            <p>${boutonCopier({ cible: 'fe-verifie', libelle: 'Copier', fait: 'Copié' })}</p>`
        : undefined
    }
    ${accordeon({
      titre: verifie ? 'Corriger encore' : 'Relire et corriger',
      ouvert: !verifie,
      contenu: html`<form
        class="preau-pile"
        method="post"
        action="/dossiers/${o.d.numero}/transmissions/${vue.code}/texte#texte-fe"
        novalidate
      >
        ${champZone({ nom: 'texte', libelle: 'Texte', aide: typo('Des faits datés, les mots entendus entre « guillemets ». Un « X. » est un mot qui pourrait être un nom.'), lignes: 18, valeur: projet, ...s.erreur('texte') })}
        ${bouton({ libelle: 'Vérifier avant de copier' })}
      </form>`,
    })}
  </section>`
}

function feuilles(o: Dossier, vue: VueDestinataire): Html | undefined {
  const feuille = FEUILLES[vue.code]
  if (feuille === undefined || peut(o.moi, 'transmettre', o.situation).regle === null) return undefined
  const url = `/dossiers/${o.d.numero}/transmissions/${vue.code}/fiche`
  return html`<section class="preau-pile" aria-labelledby="fiche">
    <h2 id="fiche">La fiche à envoyer</h2>
    <p>${typo(feuille.base)}</p>
    ${
      feuille.noms === 'enfant'
        ? vue.enfants.map(
            (e) =>
              html`<p>
                ${lienBouton({ libelle: `La fiche pour ${e.nom}`, url: `${url}?enfant=${e.id}`, variante: 'secondaire', icone: 'fichier' })}
              </p>`,
          )
        : html`<p>${lienBouton({ libelle: 'Voir la fiche', url, variante: 'secondaire', icone: 'fichier' })}</p>`
    }
  </section>`
}

export function pageDestinataire(o: Dossier, vue: VueDestinataire, s: Saisies): Html {
  const d = DESTINATAIRES[vue.code]
  const { regle, refus } = peut(o.moi, 'transmettre', o.situation)
  return html`<div class="preau-pile">
    <h2>${d.libelle}</h2>
    <p>${typo(d.aide)}</p>
    ${sourceDite(d.source) !== '' && html`<p class="preau-discret">${typo(`Source : ${sourceDite(d.source)}`)}</p>`}
    ${
      vue.references.length > 0 &&
      alerte({
        type: 'info',
        texte: typo(
          `Cette situation vient du ${d.court}, sous la référence ${vue.references.join(', ')}. Rappelez-le avec elle : il saura qu’un adulte s’en occupe, et vous direz ici ce qu’il fait retirer.`,
        ),
      })
    }
    ${
      vue.transmissions.length > 0 &&
      html`<ul class="preau-pile">
        ${vue.transmissions.map(faite)}
      </ul>`
    }
    <div id="suivre_transmission">${suites(o, vue, s)}</div>
    <div id="transmettre">
      ${regle === null ? html`<p class="preau-discret">${typo(refus)}</p>` : accordeon({ titre: vue.transmissions.length === 0 ? regle.bouton : 'Décider à nouveau', ouvert: vue.transmissions.length === 0 || s.reprise('transmissions/:id'), contenu: decider(o, vue, s) })}
    </div>
    ${texteFe(o, vue, s)} ${feuilles(o, vue)}
    <p><a href="/dossiers/${o.d.numero}/transmissions">Toutes les transmissions</a></p>
  </div>`
}
