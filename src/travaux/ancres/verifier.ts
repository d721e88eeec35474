import { clock, JOUR, transaction, type JobDb, type Maison } from '#platform'
import { LectureDesChaines, type Constat, type FaitLu } from './chaine.ts'
import { empreinteAncre, PREMIERE } from './empreintes.ts'
import { lireJournal, type LigneAncre } from './journal.ts'
import { lecturesAncrees, type LecturesAncreesRow } from './lectures.sql.ts'
import { resumerLectures } from './lectures.ts'
import * as sql from './verifier.sql.ts'

const PAR_LOT = 5_000
const AVANT_TOUT = { acad: '', fil: '00000000-0000-0000-0000-000000000000', rang: 0 }

export interface Verification {
  fils: number
  faits: number
  ancres: number
  /** Readings that an anchor has signed. */
  lectures: number
  derniereAncre: Date | null
  /** No anchor for two days or more: the chains are checked, their past is not vouched for. */
  ancresEnRetard: boolean
  constats: Constat[]
}

export interface DemandeDeVerification {
  /** A copy of ancres.jsonl kept elsewhere. */
  copie?: string
  surAvance?: (faits: number, total: number) => void
}

/** Recomputes every chain from its facts, then holds the anchors against them and against what was read. Reads one picture of the database; writes nothing. */
export async function verifierChaines(m: Maison, d: DemandeDeVerification = {}): Promise<Verification> {
  const copie = d.copie === undefined ? null : lireJournal(d.copie)
  return transaction(m.base, 'job', {}, async (db) => {
    await db.run(sql.figer)
    const lecture = await lireChaines(db, d)
    const ancres = await db.all(sql.ancres)
    const lectures = await db.all(lecturesAncrees)
    const constats = [
      ...lecture.constats,
      ...(await disparus(db)),
      ...(await verifierAncres(db, m, ancres, lectures)),
      ...(await verifierLectures(db, lectures)),
      ...(await dementis(db)),
      ...(copie === null ? [] : comparer(ancres, copie)),
    ]
    const derniereAncre = ancres.reduce<Date | null>((d, a) => (d === null || a.le > d ? a.le : d), null)
    const ancresEnRetard = derniereAncre === null || clock.now().getTime() - derniereAncre.getTime() > 2 * JOUR
    return {
      fils: lecture.fils,
      faits: lecture.faits,
      ancres: ancres.length,
      lectures: lectures.reduce((n, l) => n + l.nombre, 0),
      derniereAncre,
      ancresEnRetard,
      constats,
    }
  })
}

async function lireChaines(db: JobDb, d: DemandeDeVerification): Promise<LectureDesChaines> {
  const lecture = new LectureDesChaines()
  const { n: total } = await db.one(sql.compter)
  let depuis: Pick<FaitLu, 'acad' | 'fil' | 'rang'> = AVANT_TOUT
  for (;;) {
    const faits = await db.all(sql.faitsSuivants, { ...repere(depuis), combien: PAR_LOT })
    for (const f of faits) lecture.lire(f)
    d.surAvance?.(lecture.faits, total)
    const dernier = faits.at(-1)
    if (dernier === undefined) break
    depuis = dernier
  }
  lecture.finir()
  return lecture
}

const repere = ({ acad, fil, rang }: Pick<FaitLu, 'acad' | 'fil' | 'rang'>) => ({ acad, fil, rang })

/** Threads of which no fact is left. */
async function disparus(db: JobDb): Promise<Constat[]> {
  const vides = await db.all(sql.chainesVides)
  const sans = await db.all(sql.filsSansChaine)
  return [
    ...vides.map((c) => ({ ...c, rang: 1, phrase: `tous les faits ont été retirés : ${c.rang} annoncés` })),
    ...sans.map((c) => ({ ...c, rang: 1, phrase: 'tous les faits ont été retirés, et la chaîne avec eux' })),
  ]
}

async function verifierAncres(
  db: JobDb,
  m: Maison,
  ancres: readonly sql.AncresRow[],
  lectures: readonly LecturesAncreesRow[],
): Promise<Constat[]> {
  const constats: Constat[] = []
  const lus = new Map(lectures.map((l) => [`${l.acad} ${l.rang}`, l]))
  let avant: sql.AncresRow | null = null
  for (const a of ancres) {
    const precedente: sql.AncresRow | null = avant?.acad === a.acad ? avant : null
    const dire = (phrase: string): void => void constats.push({ acad: a.acad, fil: null, rang: null, phrase })
    avant = a
    if (a.rang !== (precedente?.rang ?? 0) + 1) dire(`l’ancre ${(precedente?.rang ?? 0) + 1} manque`)
    const tetes = await db.all(sql.tetesAncrees, { acad: a.acad, rang: a.rang })
    const lu = lus.get(`${a.acad} ${a.rang}`) ?? null
    const refaite = empreinteAncre(a, precedente?.empreinte ?? PREMIERE, tetes, lu)
    if (!refaite.equals(a.empreinte)) dire(`l’ancre ${a.rang} a été modifiée`)
    else if (!m.trousseau.verifier(a.empreinte, a.signature)) dire(`la signature de l’ancre ${a.rang} n’est pas la nôtre`)
  }
  return constats
}

/** What is in the list of readings, against what was signed of it. */
async function verifierLectures(db: JobDb, lectures: readonly LecturesAncreesRow[]): Promise<Constat[]> {
  const constats: Constat[] = []
  let avant: LecturesAncreesRow | null = null
  for (const l of lectures) {
    const depuis: Date | null = avant?.acad === l.acad ? avant.jusque : null
    avant = l
    const ici = await resumerLectures(db, l.acad, depuis, l.jusque)
    if (ici.empreinte.equals(l.empreinte)) continue
    const quoi =
      ici.nombre === l.nombre ? 'l’une d’elles a été changée' : `${l.nombre} avaient été signées, il y en a ${ici.nombre}`
    const phrase = `les lectures de l’ancre ${l.rang} ne sont plus celles du premier jour : ${quoi}`
    constats.push({ acad: l.acad, fil: null, rang: null, phrase })
  }
  return constats
}

async function dementis(db: JobDb): Promise<Constat[]> {
  const lignes = await db.all(sql.tetesDementies)
  return lignes.map((t) => ({
    acad: t.acad,
    fil: t.fil,
    rang: t.rang_fait,
    phrase: t.disparu
      ? `le fait ${t.rang_fait}, signé dans l’ancre ${t.rang}, a disparu : la fin a été retirée`
      : `le fait ${t.rang_fait} n’est plus celui qui a été signé dans l’ancre ${t.rang} : la suite a été récrite`,
  }))
}

/** What a copy kept elsewhere says, against what the database says now. */
function comparer(ancres: readonly sql.AncresRow[], copie: readonly LigneAncre[]): Constat[] {
  const ici = new Map(ancres.map((a) => [`${a.acad} ${a.rang}`, a.empreinte.toString('hex')]))
  return copie.flatMap((l) => {
    const trouvee = ici.get(`${l.acad} ${l.rang}`)
    if (trouvee === l.empreinte) return []
    const phrase =
      trouvee === undefined
        ? `l’ancre ${l.rang} du ${l.le.slice(0, 10)} est dans la copie et n’est plus dans la base`
        : `l’ancre ${l.rang} du ${l.le.slice(0, 10)} n’est pas celle de la copie`
    return [{ acad: l.acad, fil: null, rang: null, phrase }]
  })
}
