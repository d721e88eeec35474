import { createHash } from 'node:crypto'
import type { AgentDb } from '#platform'
import { Refus } from '#platform'
import { typo } from '#ui'
import type { Dossier } from '../dossier.ts'
import { entretiensDe } from '../entretien/entretien.ts'
import { qualificationsDe } from '../evaluation/qualifier.ts'
import { REGLES, type Cote, type Regle } from '../famille/famille.mots.ts'
import { enClair, masquer, vide, type Morceau } from '../masque/masquer.ts'
import { plier, type Nomme } from '../masque/noms.ts'
import { lieuxDe, pourFamille } from '../masque/personnes.ts'
import { traitementDe } from '../piste/piste.ts'
import { ecritsDe } from '../suivi/ecrit.ts'
import { transmissionsDe } from '../transmission/transmettre.ts'
import { contexteDe } from '../transmission/contexte.ts'
import { PARTIES, type CodePartie, type Vue } from './parties.ts'

/** What whoever prepares it chose: parts, words to hide besides, words that are no names, passages to leave out. */
export interface Reglage {
  parties: readonly CodePartie[]
  cacher: readonly string[]
  laisser: readonly string[]
  oter: readonly string[]
}

export interface PassageMasque {
  cle: string
  /** Of our own closed lists: no word of anybody. */
  titre: string
  morceaux: Morceau[]
  /** Nothing would be left of it, or it was left out: only that it exists is said. */
  refus: 'vide' | 'ote' | null
}

export interface Extrait {
  enfant: string
  pour: string
  reglage: Reglage
  parties: { code: CodePartie; passages: PassageMasque[] }[]
}

/** Whoever may be given it: a holder of parental authority against whom nothing stands, or the pupil. @throws Refus */
function exigerDroit(v: Vue): void {
  if (v.pour === v.enfant) return
  const r = v.familles.flatMap((f) => f.responsables).find((x) => x.enfant === v.enfant && x.responsable === v.pour)
  if (r === undefined || !r.autorite)
    throw new Refus(
      'Un extrait se donne à qui exerce l’autorité parentale sur cet élève. Pour toute autre demande, voyez la DAJ.',
      422,
    )
  if (r.regle !== 'libre')
    throw new Refus(`${REGLES[r.regle as Regle].court} : cette personne n’a pas d’extrait sans l’avis de la DAJ.`, 422)
}

function personnes(v: Vue, r: Reglage): Nomme[] {
  const gardes = new Set([
    v.enfant,
    ...v.familles.filter((f) => f.enfant === v.enfant).flatMap((f) => f.responsables.map((x) => x.responsable)),
  ])
  const main = r.cacher.map((mot) => ({ id: `main:${mot}`, noms: [mot], adulte: false, garde: false, dire: '[…]' }))
  return [...pourFamille(v.noms, gardes), ...main]
}

/** The extract as it would leave, made anew from the dossier: nothing enters it but through the mask. */
export async function construire(
  db: AgentDb,
  o: Dossier,
  qui: { enfant: string; pour: string; cote: Cote },
  r: Reglage,
): Promise<Extrait> {
  const [contexte, entretiens, qualifications, ecrits, traitement, transmissions] = await Promise.all([
    contexteDe(db, o),
    entretiensDe(db, o),
    qualificationsDe(db, o),
    ecritsDe(db, o),
    traitementDe(db, o),
    transmissionsDe(db, o),
  ])
  const v: Vue = { ...contexte, o, entretiens, qualifications, ecrits, traitement, transmissions, ...qui }
  exigerDroit(v)
  const reglage = { personnes: personnes(v, r), laisser: new Set([...lieuxDe(o), ...r.laisser.map(plier)]) }
  const parties = r.parties
    .filter((code) => (PARTIES[code].cotes as readonly Cote[]).includes(qui.cote))
    .map((code) => ({
      code,
      passages: PARTIES[code]
        .lire(v)
        .filter((p) => p.texte.trim() !== '')
        .map((p): PassageMasque => {
          const morceaux = masquer(p.texte, reglage)
          const refus = r.oter.includes(p.cle) ? 'ote' : vide(morceaux) ? 'vide' : null
          return { cle: p.cle, titre: p.titre, morceaux: refus === null ? morceaux : [], refus }
        }),
    }))
  const nom = (id: string): string => contexte.noms.connus.find((c) => c.id === id)?.nom ?? ''
  return { enfant: nom(qui.enfant), pour: nom(qui.pour), reglage: r, parties }
}

/** As it leaves: what was hidden is no longer there at all. */
export const figer = (e: Extrait): Extrait => ({
  ...e,
  reglage: { ...e.reglage, cacher: [], laisser: [] },
  parties: e.parties.map((p) => ({
    ...p,
    passages: p.passages.map((x) => ({ ...x, morceaux: [{ texte: enClair(x.morceaux) }] })),
  })),
})

/** The whole text, for its hash and for whoever looks for a name in it. */
export const texteDe = (e: Extrait): string =>
  e.parties
    .flatMap((p) => [PARTIES[p.code].libelle, ...p.passages.flatMap((x) => [x.titre, x.refus ?? enClair(x.morceaux)])])
    .join('\n\n')

export const empreinteDe = (e: Extrait): Buffer =>
  createHash('sha256')
    .update(typo(texteDe(e)))
    .digest()

/** Capitals that the mask hid without knowing them: to be looked at, one by one. */
export const inconnus = (e: Extrait): string[] => [
  ...new Set(
    e.parties
      .flatMap((p) => p.passages.flatMap((x) => x.morceaux))
      .filter((m) => m.pour === 'mot')
      .map((m) => plier(m.cache!)),
  ),
]
