/**
 * Where the départements of each académie lie among their neighbours, north above: rows from west to east, three at most, a dot where
 * there is none. By national code of the académie. Drawn by hand from an atlas: squares, not outlines.
 */
const PLANS: Readonly<Record<string, readonly string[]>> = {
  '01': ['075'],
  '02': ['.   005', '084 004', '013 .'],
  '03': ['070 090', '039 025'],
  '04': ['033 024', '040 047', '064 .'],
  '06': ['003 .', '063 .', '015 043'],
  '07': ['089 021', '058 071'],
  '08': ['.   .   074', '.   038 073', '007 026 .'],
  '09': ['062 059'],
  '10': ['069 001', '042 .'],
  '11': ['.   048 030', '011 034 .', '066 .   .'],
  '12': ['055 054 057', '.   088 .'],
  '13': ['079 086', '017 016'],
  '14': ['029 022 035', '.   056 .'],
  '15': ['067', '068'],
  '16': ['.   046 012', '032 082 081', '065 031 009'],
  '17': ['.   053 072', '044 049 .', '085 .   .'],
  '18': ['.   028 045', '037 041 .', '.   036 018'],
  '19': ['008 .', '051 .', '010 052'],
  '20': ['080 002', '060 .'],
  '22': ['087 023', '.   019'],
  '23': ['083 006'],
  '24': ['093 077', '094 .'],
  '25': ['.   095', '078 092', '.   091'],
  '27': ['02B', '02A'],
  '28': ['974'],
  '31': ['972'],
  '32': ['978 977', '.   971'],
  '33': ['973'],
  '40': ['988'],
  '41': ['987'],
  '42': ['986'],
  '43': ['976'],
  '44': ['975'],
  '70': ['.   .   076', '050 014 027', '.   061 .'],
}

export interface Plan {
  colonnes: number
  rangs: number
  /** Column and row of each département. */
  places: ReadonlyMap<string, readonly [number, number]>
}

function lire(lignes: readonly string[]): Plan {
  const rangs = lignes.map((l) => l.split(/ +/))
  const places = rangs.flatMap((codes, y) =>
    codes.flatMap((code, x): [string, [number, number]][] => (code === '.' ? [] : [[code, [x, y]]])),
  )
  return { colonnes: Math.max(...rangs.map((r) => r.length)), rangs: rangs.length, places: new Map(places) }
}

const LUS: readonly Plan[] = Object.values(PLANS).map(lire)

/** The plan of the académie that has all these départements. */
export const planDe = (depts: readonly string[]): Plan | undefined => LUS.find((p) => depts.every((d) => p.places.has(d)))
