import { CIVILITES, COURANTS, PARTICULES } from './mots.ts'
import { Cles, plier, type Mot, type Nomme } from './noms.ts'

/** A piece of the text: as it was, or what stands in its place. */
export interface Morceau {
  texte: string
  /** What was there; only a preview shows it, and only to whoever may read the dossier. */
  cache?: string
  /** `nom`: somebody of the dossier. `mot`: a capital that nobody has vouched for. `adresse`: mail, number, link. */
  pour?: 'nom' | 'mot' | 'adresse'
}

export interface Reglage {
  personnes: readonly Nomme[]
  /** Words that somebody has read and says are no names. */
  laisser?: ReadonlySet<string>
  /** What stands for a word that may be a name. */
  inconnu?: string
}

const INCONNU = '[…]'
const ADRESSES =
  /[^\s@<>()]+@[^\s@<>()]+\.\w+|https?:\/\/\S+|(?<!\p{L})@[\p{L}\p{N}_.]+|(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}(?!\d)/gu
const MOT = /[\p{L}\p{M}\p{N}_]+/gu

interface Lu extends Mot {
  de: number
  a: number
  brut: string
  /** Sure, or by resemblance. */
  qui: readonly Cles[]
  sur: boolean
}

const FIN_DE_PHRASE = /(?:^|[.!?…:«»"“”\n\r•–—-]\s*)$/u

function lireMot(brut: string, de: number, texte: string, cles: readonly Cles[]): Lu {
  const premiere = brut[0]!
  const capitale = premiere !== premiere.toLowerCase()
  const majuscules = capitale && brut === brut.toUpperCase()
  const m = { pli: plier(brut), capitale, majuscules, debut: FIN_DE_PHRASE.test(texte.slice(Math.max(0, de - 4), de)) }
  const forces = cles.map((c) => [c, c.lire(m)] as const)
  const surs = forces.filter(([, f]) => f === 2).map(([c]) => c)
  const qui = surs.length > 0 ? surs : forces.filter(([, f]) => f === 1).map(([c]) => c)
  return { ...m, de, a: de + brut.length, brut, qui, sur: surs.length > 0 }
}

/** « 5e », « 2de », « Terminale », « CM2 »: the letter that follows is the class's. */
const CLASSE = /(?:\d{1,2}\s?(?:e|è|ème|de|nde|re|ère)|terminale|tle|seconde|première|cp|ce[12]|cm[12])\s$/iu

/** « k.d »: nothing but a point between two letters. */
const colles = (l: Lu, texte: string, suivant: Lu | undefined): boolean =>
  suivant?.pli.length === 1 && texte.slice(l.a, suivant.de) === '.'
const deuxInitiales = (l: Lu, suivant: Lu, cles: readonly Cles[]): Cles[] =>
  cles.filter((c) => c.initiales.has(l.pli) && c.initiales.has(suivant.pli))

/** A capital standing alone: « K. », « avec K et M »; not « L’ », not « M. Roca », not « A midi », not « 5e C ». */
function initiale(l: Lu, texte: string, suivant: Lu | undefined, cles: readonly Cles[]): readonly Cles[] {
  if (l.pli.length !== 1 || CLASSE.test(texte.slice(Math.max(0, l.de - 12), l.de))) return []
  const apres = texte.slice(l.a, l.a + 2)
  if (!l.capitale) return colles(l, texte, suivant) ? deuxInitiales(l, suivant!, cles) : []
  if (/^['’]/.test(apres)) return []
  if (l.pli === 'm' && apres.startsWith('.') && suivant?.capitale) return []
  if (l.debut && !apres.startsWith('.') && ['a', 'o', 'y'].includes(l.pli)) return []
  return cles.filter((c) => c.initiales.has(l.pli))
}

interface Plage {
  de: number
  a: number
  qui: readonly Cles[]
}

const JOINT = /^(?:[ \u00a0\t]|[ \u00a0]?[-‐‑'’][ \u00a0]?|\.[ \u00a0-]{0,2})$/u

/** The names, each with whom it may be: neighbouring words of one person are one name. */
function plages(lus: readonly Lu[], texte: string, cles: readonly Cles[]): Plage[] {
  const trouvees: Plage[] = []
  for (let i = 0; i < lus.length; i++) {
    const l = lus[i]!
    let qui = l.qui.length > 0 ? l.qui : initiale(l, texte, lus[i + 1], cles)
    if (qui.length === 0) continue
    let [de, a] = [l.de, l.a]
    for (
      let j = i - 1;
      j >= 0 &&
      JOINT.test(texte.slice(lus[j]!.a, de)) &&
      (CIVILITES.has(lus[j]!.pli) || (PARTICULES.has(lus[j]!.pli) && qui.some((c) => c.tient(lus[j]!))));
      j--
    ) {
      if (CIVILITES.has(lus[j]!.pli)) qui = qui.some((c) => c.personne.adulte) ? qui.filter((c) => c.personne.adulte) : qui
      de = lus[j]!.de
    }
    for (let suite = lus[i + 1]; suite !== undefined && JOINT.test(texte.slice(a, suite.de)); suite = lus[i + 1]) {
      const s: Lu = suite
      const autres =
        s.qui.length > 0
          ? s.qui
          : s.pli.length === 1
            ? texte.slice(a, s.de) === '.'
              ? cles.filter((c) => c.initiales.has(s.pli))
              : initiale(s, texte, lus[i + 2], cles)
            : cles.filter((c) => PARTICULES.has(s.pli) && c.tient(s))
      const communs = qui.filter((c) => autres.includes(c))
      if (communs.length === 0) break
      // A name followed by « le » is a name only when the rest follows.
      if (s.qui.length === 0 && s.pli.length > 1 && !(lus[i + 2]?.qui.some((c) => communs.includes(c)) ?? false)) break
      ;[qui, a] = [communs, s.a]
      i++
    }
    if (lus[i]!.pli.length === 1 && texte[a] === '.') a++
    trouvees.push({ de: Math.max(de, trouvees.at(-1)?.a ?? 0), a, qui })
  }
  return trouvees
}

/** What stands for this name: nothing when it may be read by all who share it. */
function place(p: Plage): string | null {
  if (p.qui.every((c) => c.personne.garde)) return null
  if (p.qui.length === 1) return p.qui[0]!.personne.dire
  const dits = new Set(p.qui.map((c) => c.personne.dire))
  return dits.size === 1 ? p.qui[0]!.personne.dire : 'une personne de ce nom'
}

const suspect = (l: Lu, laisser: ReadonlySet<string>): boolean =>
  l.capitale &&
  l.pli.length > 1 &&
  /\p{L}{2}/u.test(l.brut) &&
  !COURANTS.has(l.pli) &&
  !CIVILITES.has(l.pli) &&
  !PARTICULES.has(l.pli) &&
  !laisser.has(l.pli)

interface Coupe {
  de: number
  a: number
  texte: string
  pour: NonNullable<Morceau['pour']>
}

function coupes(texte: string, r: Reglage, cles: readonly Cles[]): Coupe[] {
  const adresses = [...texte.matchAll(ADRESSES)].map((x) => ({
    de: x.index,
    a: x.index + x[0].length,
    texte: INCONNU,
    pour: 'adresse' as const,
  }))
  const dedans = (de: number): boolean => adresses.some((x) => de >= x.de && de < x.a)
  const lus = [...texte.matchAll(MOT)].filter((x) => !dedans(x.index)).map((x) => lireMot(x[0], x.index, texte, cles))
  const noms = plages(lus, texte, cles)
  const pris = (l: Lu): boolean => noms.some((p) => l.de >= p.de && l.de < p.a)
  return [
    ...adresses,
    ...noms.flatMap((p) => {
      const dit = place(p)
      return dit === null ? [] : [{ de: p.de, a: p.a, texte: dit, pour: 'nom' as const }]
    }),
    ...lus
      .filter((l) => !pris(l) && suspect(l, r.laisser ?? new Set()))
      .map((l) => ({ de: l.de, a: l.a, texte: r.inconnu ?? INCONNU, pour: 'mot' as const })),
  ].sort((x, y) => x.de - y.de)
}

/** « de un autre élève » is not said. */
const elider = (avant: string, dit: string): string =>
  dit.startsWith('un') ? avant.replace(/(^|[\s(«])(d|qu|jusqu|lorsqu|puisqu)e $/iu, '$1$2’') : avant

const PHRASE_NEUVE = /(?:^|[.!?…](?:\s*[»”"])?)\s*$/u

/** A sentence that began with a name begins with a capital still. */
const enTete = (avant: string, dit: string): string =>
  PHRASE_NEUVE.test(avant.slice(-6)) ? dit.charAt(0).toUpperCase() + dit.slice(1) : dit

/**
 * The text with every name hidden that is not meant to be read. Each word is looked up among the names of the dossier, however it
 * is written: case, accents, one letter wrong, sound, diminutive, initials, glued together. A capital that is nobody's is hidden too,
 * until somebody says that it is no name. What comes out is put together from what was looked at: there is no other way through.
 */
export function masquer(texte: string, r: Reglage): Morceau[] {
  const propre = texte.normalize('NFC').replace(/\p{Cf}/gu, '')
  const cles = r.personnes.filter((p) => p.noms.some((n) => n.trim() !== '')).map((p) => new Cles(p))
  const sortie: Morceau[] = []
  let ou = 0
  for (const c of coupes(propre, r, cles)) {
    if (c.de < ou) continue
    const avant = elider(propre.slice(ou, c.de), c.texte)
    if (avant !== '') sortie.push({ texte: avant })
    sortie.push({ texte: enTete(propre.slice(0, c.de), c.texte), cache: propre.slice(c.de, c.a), pour: c.pour })
    // « B. P. » at the end of a sentence has its full stop already.
    ou = c.a + (c.texte.endsWith('.') && /^\.(?!\.)/.test(propre.slice(c.a, c.a + 2)) ? 1 : 0)
  }
  if (ou < propre.length) sortie.push({ texte: propre.slice(ou) })
  return sortie
}

export const enClair = (morceaux: readonly Morceau[]): string => morceaux.map((m) => m.texte).join('')

/** So much is hidden that what is left says nothing, or says who: the whole is refused (CE 31-12-2024, n° 493305). */
export function vide(morceaux: readonly Morceau[]): boolean {
  const mots = (t: string): number => t.match(MOT)?.length ?? 0
  const caches = morceaux.reduce((n, m) => n + (m.cache === undefined ? 0 : mots(m.cache)), 0)
  const total = morceaux.reduce((n, m) => n + mots(m.cache ?? m.texte), 0)
  return total > 0 && caches / total > 0.3
}

/** Names of the dossier still to be read in a text that somebody wrote or changed by hand. */
export const nomsRestants = (texte: string, personnes: readonly Nomme[]): string[] => [
  ...new Set(
    masquer(texte, { personnes, laisser: new Set() })
      .filter((m) => m.pour === 'nom')
      .map((m) => m.cache!),
  ),
]
