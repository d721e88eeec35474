import { Introuvable, page, Refus } from '#platform'
import { cadre, consulter, enTantQue, type CtxAgent } from '#acces'
import { jourIso } from '#signalement'
import {
  boutonImprimer,
  champChoix,
  champDate,
  champTexte,
  champZone,
  bouton,
  enTete,
  html,
  lienBouton,
  typo,
  type Html,
} from '#ui'
import { lireEnvoi, retourDe, type Envoi } from '../agir.ts'
import { jourSaisi, texte } from '../champs.ts'
import { consigner, dossierDe, Incomplet, type Dossier } from '../dossier.ts'
import { caseSeule } from '../famille/case.ts'
import { consulterDossier } from '../fiche/fiche.ts'
import { refus, Saisies } from '../fiche/gestes.ts'
import { avantsDe } from '../personne/avant.ts'
import { identitesDe, nomsConnus, type Personne } from '../personne/personne.ts'
import { exiger } from '../protocole/peut.ts'

/** What adults are asked to do. None of them says why: the notice may lie on a table of the staff room. */
const CONSIGNES = {
  couloirs: 'Être présent dans les couloirs et à la récréation, là où cet élève se trouve.',
  placement: 'Veiller à sa place en classe et dans les groupes de travail.',
  seul: 'Ne pas le ou la laisser seul ; lui dire bonjour, lui parler.',
  trajets: 'Veiller aux entrées, aux sorties, à la cantine et aux toilettes.',
  dire: 'Dire le jour même ce que vous remarquez à la personne nommée plus bas, et à elle seule.',
} as const

type Eleve = Pick<Personne, 'id' | 'nom' | 'precision'>

const eleves = (o: Dossier, personnes: readonly Personne[]): Personne[] =>
  personnes.filter((p) => o.roles.some((r) => r.personne === p.id && r.role === 'cible' && r.au === null))

interface Avis {
  eleve: Eleve
  consignes: string[]
  plus: string
  qui: string
  jusquau: string
}

/** Words that would say the cause. Never in a notice that everybody reads (situations, § 5.1: « minimal vigilance notice »). */
const CAUSES = /harc[eè]l|victime|auteur|agress|violen|suicid|signal[eé]|plainte|menac|insult|moqu/iu

function avisDe(envoi: Envoi, dossier: readonly Eleve[], autres: readonly string[]): Avis {
  const eleve = dossier.find((e) => e.id === envoi.eleve)
  if (eleve === undefined) throw new Incomplet({ champ: 'eleve', message: 'Choisissez l’élève.' })
  const consignes = Object.entries(CONSIGNES).flatMap(([code, mots]) => (envoi[`consigne_${code}`] === undefined ? [] : [mots]))
  const plus = texte(envoi, 'plus', 300)
  if (consignes.length === 0 && plus === '')
    throw new Incomplet({ champ: 'plus', message: 'Choisissez au moins une chose à faire.' })
  const qui = texte(envoi, 'a_qui', 150, 'Écrivez à qui dire ce que l’on remarque.')
  const nomme = autres.find((nom) => nom.length > 2 && plus.toLocaleLowerCase('fr').includes(nom.toLocaleLowerCase('fr')))
  if (CAUSES.test(plus) || nomme !== undefined)
    throw new Incomplet({
      champ: 'plus',
      message: 'Cet avis sera lu par beaucoup d’adultes : n’y écrivez ni la cause, ni le nom d’un autre élève.',
    })
  return { eleve, consignes, plus, qui, jusquau: jourSaisi(envoi, 'jusquau', true) }
}

/** On paper it is alone, and says nothing of a dossier. */
const avis = (a: Avis, retour: string): Html =>
  html`<div class="preau-ecran preau-cote">
      ${boutonImprimer('Imprimer cet avis')} ${lienBouton({ libelle: 'Revenir au dossier', url: retour, variante: 'tertiaire' })}
    </div>
    <section class="preau-pile preau-feuille" aria-labelledby="avis">
      <h1 id="avis">Avis de vigilance</h1>
      <p>
        <strong>${a.eleve.nom}</strong>${a.eleve.precision !== '' && `, ${a.eleve.precision}`}. Jusqu’au
        <strong>${jourIso(a.jusquau)}</strong>
      </p>
      <p>Merci à chacune et à chacun, dès maintenant, de :</p>
      <ul>
        ${a.consignes.map((c) => html`<li>${typo(c)}</li>`)} ${a.plus !== '' && html`<li>${typo(a.plus)}</li>`}
      </ul>
      <p>Ce que vous remarquez se dit à : <strong>${a.qui}</strong>. En cas de danger immédiat : 15, 17 ou 112.</p>
      <p class="preau-discret">
        Cet avis ne dit pas pourquoi, et il n’y a pas à le demander à l’élève. Ne pas l’afficher ni le photographier.
      </p>
    </section>`

const formulaire = (o: Dossier, cibles: readonly Eleve[], s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/vigilance" novalidate>
    ${
      cibles.length === 0
        ? html`<p>Inscrivez d’abord l’élève visé dans ce dossier.</p>`
        : champChoix({
            nom: 'eleve',
            libelle: 'Pour quel élève',
            enLigne: true,
            valeur: s.valeur('vigilance', 'eleve', cibles.length === 1 ? cibles[0]!.id : ''),
            options: cibles.map((e) => ({ valeur: e.id, libelle: e.nom })),
            ...s.erreur('eleve'),
          })
    }
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">Ce qui est demandé à chaque adulte</legend>
      <div class="preau-options">
        ${Object.entries(CONSIGNES).map(([code, mots]) =>
          caseSeule({
            nom: `consigne_${code}`,
            libelle: typo(mots),
            cochee: !s.ici('vigilance') || s.valeur('vigilance', `consigne_${code}`) !== '',
          }),
        )}
      </div>
    </fieldset>
    ${champZone({ nom: 'plus', libelle: 'Autre chose à faire', facultatif: '(facultatif)', aide: 'Ni la cause, ni le nom d’un autre élève.', lignes: 2, valeur: s.valeur('vigilance', 'plus'), ...s.erreur('plus') })}
    ${champTexte({ nom: 'a_qui', libelle: 'À qui dire ce que l’on remarque', valeur: s.valeur('vigilance', 'a_qui'), ...s.erreur('a_qui') })}
    ${champDate({ nom: 'jusquau', libelle: 'Jusqu’au', valeur: s.valeur('vigilance', 'jusquau', o.vu.jour), ...s.erreur('jusquau') })}
    ${bouton({ libelle: 'Préparer l’avis' })}
  </form>`

function ecran(c: CtxAgent, o: Dossier, cibles: readonly Eleve[], s: Saisies, a: Avis | null) {
  return cadre(c, {
    titre: `Avis de vigilance, dossier ${o.d.numero}`,
    courant: '/dossiers',
    filAriane: [
      { libelle: 'Dossiers', url: '/dossiers' },
      { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
      { libelle: 'Avis de vigilance' },
    ],
    contenu: html`<div class="preau-pile">
      ${refus(s.retour)}
      ${
        a === null
          ? html`${enTete({ titre: 'Avis de vigilance', texte: 'Tous les adultes de l’établissement sont prévenus, sans la cause.' })}
            ${formulaire(o, cibles, s)}`
          : avis(a, `/dossiers/${o.d.numero}`)
      }
    </div>`,
    script: ['imprimer.js'],
  })
}

const charger = async (c: CtxAgent) =>
  enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    await consulterDossier(db, o)
    const [tous, avants] = await Promise.all([identitesDe(db, o), avantsDe(db, o)])
    exiger(o.moi, 'lever', o.situation)
    const nommes = tous.map((p) => {
      const avant = avants.filter((a) => o.memes.id(a.personne) === p.id).map((a) => a.identite)
      return { id: p.id, mots: nomsConnus([p, ...p.reunies, ...avant]).flatMap((n) => n.split(/\s+/)) }
    })
    return { o, cibles: eleves(o, tous), nommes }
  })

/** GET /dossiers/:numero/vigilance: what to ask of every adult. */
export async function lireAvis(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/vigilance')
  const { o, cibles } = await charger(c)
  return page(c, ecran(c, o, cibles, new Saisies(undefined), null))
}

/** POST: the notice, ready to print. Leaving the dossier is a consultation of its own, and a fact. */
export async function imprimerAvis(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/vigilance')
  const envoi = await lireEnvoi(c)
  const { o, cibles, nommes } = await charger(c)
  try {
    const autres = nommes.filter((p) => p.id !== envoi.eleve).flatMap((p) => p.mots)
    const a = avisDe(envoi, cibles, autres)
    await enTantQue(c, async (db) => {
      await consulter(db, o.acad, o.d.id, 'impression')
      await consigner(db, o, 'dossier.avis_vigilance', { personne: a.eleve.id })
    })
    return page(c, ecran(c, o, cibles, new Saisies(undefined), a))
  } catch (e) {
    if (!(e instanceof Refus) || e instanceof Introuvable) throw e
    return page(c, ecran(c, o, cibles, new Saisies(retourDe('vigilance', envoi, e)), null), e.statut)
  }
}
