import { badgeDelai, dateHeure, URGENCES } from '#signalement'
import { badge, enTete, etapes, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { FINIS, ETATS, type Etat, type Onglet } from '../protocole/protocole.ts'
import { VARIANTES, type CodeVariante } from '../protocole/variantes.ts'
import { mot } from '../vocabulaire.ts'

const ORDRE: readonly Etat[] = ['recu', 'pris_en_charge', 'protege', 'evaluation', 'traitement', 'surveillance']

function chemin(etat: Etat): Html | undefined {
  const rang = ORDRE.indexOf(etat)
  if (rang < 0) return undefined
  const { libelle, suite } = ETATS[etat]
  return etapes({
    numero: rang + 1,
    total: ORDRE.length,
    etat: typo(`Étape ${rang + 1} sur ${ORDRE.length} : ${libelle.toLowerCase()}`),
    titre: typo(`Ensuite : ${suite.toLowerCase()}`),
  })
}

/** The parts of a dossier, in the order in which they are worked. */
export const ONGLETS: Record<Onglet, string> = {
  '': 'Vue d’ensemble',
  entretiens: 'Entretiens',
  evaluation: 'Évaluation',
  traitement: 'Traitement',
  familles: 'Familles',
  transmissions: 'Transmissions',
  suivi: 'Suivi et clôture',
  appui: 'Passer, demander de l’aide',
  notes: 'Notes et tâches',
}

const onglets = (numero: string, courant: Onglet): Html =>
  html`<nav class="preau-onglets" aria-label="Parties du dossier">
    <ul>
      ${(Object.entries(ONGLETS) as [Onglet, string][]).map(([code, libelle]) =>
        code === courant
          ? html`<li><a href="/dossiers/${numero}${code && `/${code}`}" aria-current="page">${libelle}</a></li>`
          : html`<li><a href="/dossiers/${numero}${code && `/${code}`}">${libelle}</a></li>`,
      )}
    </ul>
  </nav>`

/** What this académie settled otherwise than the published protocol: said where it acts. */
const locaux = (o: Dossier): Html[] =>
  o.reglages.locaux
    .filter((l) => l.code.startsWith('variante.'))
    .map(({ code, raison }) => {
      const v = VARIANTES[code.slice(9) as CodeVariante]
      const choix: Record<string, string> = v.choix
      return html`<p class="preau-discret">
        ${typo(`Choix de l’académie. ${v.libelle} : ${choix[o.reglages.variante(code.slice(9) as CodeVariante)]!.toLowerCase()} (${raison})`)}
      </p>`
    })

/** The head of every page of a dossier: where it stands, by when, and its parts; the way so far once, on the first; who holds it, there and where it changes hands. */
export function tete(o: Dossier, courant: Onglet): Html {
  const { d, moi } = o
  const responsable = d.responsable === moi.agent ? 'Vous en êtes responsable' : `Responsable : ${d.resp_prenom} ${d.resp_nom}`
  const ton = FINIS.has(d.etat) ? undefined : d.etat === 'protege' || d.etat === 'surveillance' ? 'succes' : 'info'
  return html`${enTete({
    surtitre: `${d.ecole}, ${d.commune}`,
    titre: `Dossier ${d.numero}`,
    badges: [
      badge({ libelle: ETATS[d.etat as Etat].libelle, ...(ton && { ton }) }),
      ...(d.echeance === null ? [] : [badgeDelai(d.echeance)]),
      ...d.urgences.map((u) => badge({ libelle: mot(URGENCES, u), ton: 'erreur', icone: 'alerte' })),
    ],
    ...(courant === '' && {
      texte: typo(`${responsable}. Ouvert ${dateHeure(d.ouvert_le)} par ${d.ouvert_prenom} ${d.ouvert_nom}.`),
    }),
    ...(courant === 'appui' && { texte: typo(`${responsable}.`) }),
  })}
  ${courant === '' && chemin(d.etat as Etat)} ${onglets(d.numero, courant)} ${courant === '' && locaux(o)}`
}
