export interface Academie {
  nom: string
  /** Zone of the school holidays. Corsica and overseas have a calendar of their own: B stands in until it is set. */
  zone: 'A' | 'B' | 'C'
  departements: readonly string[]
}

const academie = (nom: string, zone: Academie['zone'], departements: string): Academie => ({
  nom,
  zone,
  departements: departements.split(' '),
})

/** The 30 académies and the collectivities overseas, by national code. Source: code officiel géographique, MENJ N_ACADEMIE. */
export const ACADEMIES: Readonly<Record<string, Academie>> = {
  '01': academie('Paris', 'C', '075'),
  '02': academie('Aix-Marseille', 'B', '004 005 013 084'),
  '03': academie('Besançon', 'A', '025 039 070 090'),
  '04': academie('Bordeaux', 'A', '024 033 040 047 064'),
  '06': academie('Clermont-Ferrand', 'A', '003 015 043 063'),
  '07': academie('Dijon', 'A', '021 058 071 089'),
  '08': academie('Grenoble', 'A', '007 026 038 073 074'),
  '09': academie('Lille', 'B', '059 062'),
  '10': academie('Lyon', 'A', '001 042 069'),
  '11': academie('Montpellier', 'C', '011 030 034 048 066'),
  '12': academie('Nancy-Metz', 'B', '054 055 057 088'),
  '13': academie('Poitiers', 'A', '016 017 079 086'),
  '14': academie('Rennes', 'B', '022 029 035 056'),
  '15': academie('Strasbourg', 'B', '067 068'),
  '16': academie('Toulouse', 'C', '009 012 031 032 046 065 081 082'),
  '17': academie('Nantes', 'B', '044 049 053 072 085'),
  '18': academie('Orléans-Tours', 'B', '018 028 036 037 041 045'),
  '19': academie('Reims', 'B', '008 010 051 052'),
  '20': academie('Amiens', 'B', '002 060 080'),
  '22': academie('Limoges', 'A', '019 023 087'),
  '23': academie('Nice', 'B', '006 083'),
  '24': academie('Créteil', 'C', '077 093 094'),
  '25': academie('Versailles', 'C', '078 091 092 095'),
  '27': academie('Corse', 'B', '02A 02B'),
  '28': academie('La Réunion', 'B', '974'),
  '31': academie('Martinique', 'B', '972'),
  '32': academie('Guadeloupe', 'B', '971 977 978'),
  '33': academie('Guyane', 'B', '973'),
  '40': academie('Nouvelle-Calédonie', 'B', '988'),
  '41': academie('Polynésie française', 'B', '987'),
  '42': academie('Wallis-et-Futuna', 'B', '986'),
  '43': academie('Mayotte', 'B', '976'),
  '44': academie('Saint-Pierre-et-Miquelon', 'B', '975'),
  '70': academie('Normandie', 'B', '014 027 050 061 076'),
}

const PAR_DEPARTEMENT = new Map(Object.entries(ACADEMIES).flatMap(([code, a]) => a.departements.map((d) => [d, code])))

export const academieDuDepartement = (dept: string): string | undefined => PAR_DEPARTEMENT.get(dept)

/** The code of a département as addresses carry it (`031`, `02A`); null for anything else. */
export const lireDepartement = (texte: string | undefined): string | null =>
  texte !== undefined && /^(\d{3}|02[AB])$/.test(texte) ? texte : null
