import { jour, jourIso } from '#signalement'
import { etapeDite } from '../piste/etapes.ts'
import { METHODES, PAROLES, SANCTIONS, type Methode, type Parole, type Sanction } from '../piste/methodes.ts'
import type { Passage, Vue } from './parties.ts'

/** Those that ask something of several pupils: their name and day say nothing of what is decided for one of them. */
const COMMUNES: ReadonlySet<string> = new Set<Methode>(['mpp', 'farsta', 'no_blame', 'restauratif'])

/** For the family of the target: which methods, since when, and what their own child said of it. Never what is decided for another. */
export const pistesDeLaCible = (v: Vue): Passage[] =>
  v.traitement.pistes
    .filter((p) => COMMUNES.has(p.methode))
    .flatMap((p) => [
      {
        cle: `piste-${p.id}`,
        titre: METHODES[p.methode as Methode].libelle,
        texte: p.finie_le === null ? `Depuis le ${jour(p.engagee_le)}.` : `Du ${jour(p.engagee_le)} au ${jour(p.finie_le)}.`,
      },
      ...v.traitement.decisions
        .filter((d) => d.piste === p.id)
        .map((d) => ({
          cle: `parole-${d.id}`,
          titre: `Ce que dit l’élève, le ${jour(d.le)} : ${PAROLES[d.parole as Parole].libelle.toLowerCase()}`,
          texte: d.mots,
        })),
    ])

/** For each pupil, their own: the steps and the sanction that concern them, and their words in the short talks. */
export const autresPistes = (v: Vue): Passage[] => {
  const { pistes, etapes, decisions, rencontres } = v.traitement
  const methode = (piste: string): string => pistes.find((p) => p.id === piste)?.methode ?? ''
  return [
    ...etapes
      .filter((e) => e.personne === v.enfant)
      .map((e) => ({
        cle: `etape-${e.id}`,
        titre: `${etapeDite(methode(e.piste), e.etape)}, le ${jourIso(e.jour)}`,
        texte: e.texte,
      })),
    ...decisions
      .filter((d) => d.personne === v.enfant && d.sanction !== null)
      .map((d) => ({
        cle: `sanction-${d.id}`,
        titre: `${SANCTIONS[d.sanction as Sanction].libelle}, le ${jour(d.le)}`,
        // Not the reason: what the target told may be in it (CADA 20210396). The family has its own letter for that.
        texte:
          d.quantite === null
            ? 'Prononcée.'
            : `${d.quantite} ${SANCTIONS[d.sanction as Sanction].unite}${d.sursis ? ', avec sursis' : ''}.`,
      })),
    ...rencontres
      .filter((r) => r.personne === v.enfant && r.mots !== '')
      .map((r) => ({
        cle: `rencontre-${r.id}`,
        titre: `Court entretien, le ${jourIso(r.tenue_le ?? r.jour)}`,
        texte: r.mots,
      })),
  ]
}
