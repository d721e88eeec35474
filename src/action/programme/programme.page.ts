import { clock } from '#platform'
import {
  alerte,
  badge,
  bouton,
  champDate,
  champTexte,
  enTete,
  html,
  lienBouton,
  minutes,
  resumeErreurs,
  tableau,
  typo,
  type Html,
} from '#ui'
import { isoJour, jourLong } from '../quand.ts'
import { libelleAnnee } from '../vocabulaire.ts'
import { AMBASSADEURS_AU_MOINS, charteVaut, finCharte, MINUTES_DUES } from './heures.ts'
import { champEffectif } from './programme.form.ts'
import type { Programme } from './programme.ts'

const cache = (nom: string, valeur: string): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

const lesHeures = (p: Programme): Html =>
  html`<section class="preau-pile" aria-labelledby="heures">
    <h2 id="heures">Dix heures d’apprentissages par élève</h2>
    ${tableau({
      legende: 'Heures par niveau',
      legendeMasquee: true,
      dense: true,
      colonnes: [
        { libelle: 'Niveau' },
        { libelle: 'Déjà faites', fin: true },
        { libelle: 'Prévues', fin: true },
        { libelle: 'Sur 10 h' },
      ],
      lignes: p.heures.map((h) => ({
        cellules: [
          h.niveau,
          minutes(h.faites),
          minutes(h.prevues),
          h.faites >= MINUTES_DUES
            ? badge({ libelle: 'Fait', ton: 'succes' })
            : h.faites + h.prevues >= MINUTES_DUES
              ? badge({ libelle: 'Prévu', ton: 'info' })
              : html`Il manque ${minutes(MINUTES_DUES - h.faites - h.prevues)}`,
        ],
      })),
    })}
    <p class="preau-discret">
      ${typo('Ce que vos actions disent : leur durée, pour les classes cochées. Une action qui touche la moitié d’un niveau compte pour la moitié. Sans nombre d’élèves, elle compte pour tout le niveau.')}
    </p>
    <p>${lienBouton({ libelle: 'Déclarer une action', url: '/actions/nouvelle', icone: 'plus', petit: true })}</p>
  </section>`

function charte(p: Programme): Html {
  if (p.charteLe === null) return alerte({ type: 'info', texte: 'Aucune charte d’engagement n’est déclarée.' })
  const fin = jourLong(finCharte(p.charteLe))
  return charteVaut(p.charteLe, isoJour(clock.now()))
    ? html`<p>${typo(`Charte signée le ${jourLong(p.charteLe)}, valable jusqu’au ${fin}.`)}</p>`
    : alerte({ type: 'attention', texte: typo(`La charte signée le ${jourLong(p.charteLe)} ne vaut plus depuis le ${fin}.`) })
}

function formulaire(p: Programme): Html {
  const s = p.saisie
  const erreur = (champ: string): { erreur?: string } => {
    const e = p.erreurs.find((x) => x.champ === champ)
    return e === undefined ? {} : { erreur: typo(e.message) }
  }
  const nombre = (nom: string, libelle: string, valeur: string, aide?: string): Html =>
    champTexte({ nom, libelle, inputmode: 'numeric', largeur: 'court', valeur, ...(aide && { aide }), ...erreur(nom) })
  const secondaire = p.ecole.type !== 'ecole'
  return html`<form class="preau-pile" method="post" action="/actions/programme" novalidate>
    ${cache('etab', p.ecole.etab)} ${cache('annee', String(p.annee))} ${cache('version', s.version)}
    <fieldset class="fr-fieldset preau-pile">
      <legend class="fr-fieldset__legend">Élèves par niveau</legend>
      <div class="preau-ligne">
        ${p.heures.map((h) => nombre(champEffectif(h.niveau), h.niveau, s.effectifs[h.niveau] ?? ''))}
      </div>
    </fieldset>
    ${
      secondaire
        ? nombre(
            'ambassadeurs',
            'Élèves ambassadeurs',
            s.ambassadeurs,
            `Combien, jamais qui. Le programme en demande ${AMBASSADEURS_AU_MOINS} au moins.`,
          )
        : cache('ambassadeurs', s.ambassadeurs)
    }
    ${nombre('parents', 'Parents ambassadeurs', s.parents, 'Combien, jamais qui.')}
    ${champDate({ nom: 'charte_le', libelle: 'Charte d’engagement signée le', facultatif: '(elle vaut deux ans)', valeur: s.charte_le, ...erreur('charte_le') })}
    ${bouton({ libelle: 'Enregistrer' })}
  </form>`
}

/** What one school does of the programme in a year, and what it says of itself. */
export function pageProgramme(p: Programme): Html {
  const autres = p.ecoles.filter((e) => e.etab !== p.ecole.etab)
  const passee = p.annee - 1
  const peu = p.saisie.ambassadeurs !== '' && Number(p.saisie.ambassadeurs) < AMBASSADEURS_AU_MOINS && p.ecole.type !== 'ecole'
  return html`<div class="preau-pile">
    ${resumeErreurs(
      'Ce n’est pas encore enregistré',
      p.erreurs.map((e) => ({ ...(e.champ && { champ: e.champ }), message: typo(e.message) })),
    )}
    ${enTete({ surtitre: typo(`${p.ecole.nom}, ${p.ecole.commune}`), titre: typo(`Notre programme, ${libelleAnnee(p.annee)}`) })}
    <p class="preau-discret">
      ${p.annee < p.courante && html`<a href="/actions/programme?etab=${p.ecole.etab}">Cette année</a> · `}
      <a href="/actions/programme?etab=${p.ecole.etab}&annee=${passee}">${libelleAnnee(passee)}</a>
      ${autres.map((e) => html` · <a href="/actions/programme?etab=${e.etab}">${typo(e.nom)}</a>`)}
    </p>
    ${lesHeures(p)}
    <section class="preau-pile" aria-labelledby="engagement">
      <h2 id="engagement">Ce que nous déclarons</h2>
      ${charte(p)}
      ${peu && html`<p>${typo(`Le programme demande ${AMBASSADEURS_AU_MOINS} élèves ambassadeurs au moins : il en manque.`)}</p>`}
      ${formulaire(p)}
    </section>
  </div>`
}
