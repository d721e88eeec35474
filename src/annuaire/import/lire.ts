import { ACADEMIES, academieDuDepartement } from '../academies.ts'
import { genreDe, type TypeEtablissement } from '../nature.ts'
import { plier } from '../plier.ts'
import * as codes from './codes.ts'
import { LigneRefusee } from './codes.ts'
import type { Champs } from './colonnes.ts'

/** A row of annuaire.etablissement. Undefined: this file has no such column, what is known stays. Empty: it says that there is none. */
export interface EtablissementLu {
  acad: string
  etab: string
  dept: string
  nom: string
  type: TypeEtablissement
  secteur: 'public' | 'prive'
  etat: 'ouvert' | 'a_ouvrir' | 'a_fermer'
  nature: string | undefined
  contrat: string | undefined
  tutelle: string | undefined
  adresse: string | undefined
  code_postal: string | undefined
  code_commune: string | undefined
  commune: string | undefined
  telephone: string | undefined
  mail: string | undefined
  web: string | undefined
  circo: string | undefined
  bassin: string | undefined
}
export type CirconscriptionLue = { acad: string; circo: string; dept: string; nom: string }
/** The names that a line gives to the territories it lies in. */
export type Libelles = { dept: string; circo: string; bassin: string }

export type Lecture =
  | { sorte: 'etablissement'; lu: EtablissementLu; libelles: Libelles }
  | { sorte: 'circonscription'; lu: CirconscriptionLue; libelles: Libelles }
  | { sorte: 'horsChamp'; nature: string }
  | { sorte: 'ailleurs' }
  | { sorte: 'refus'; motif: string; etab: string | undefined }

/** One line of the directory. `voulue` says which académies are taken. */
export function lireLigne(champs: Champs, voulue: (acad: string) => boolean): Lecture {
  try {
    return lire(champs, voulue)
  } catch (refus) {
    if (refus instanceof LigneRefusee) return { sorte: 'refus', motif: refus.message, etab: refus.etab ?? etabDe(champs) }
    throw refus
  }
}

function lire(champs: Champs, voulue: (acad: string) => boolean): Lecture {
  const texte = (c: Parameters<Champs>[0]): string => champs(c) ?? ''
  const { acad, dept } = territoire(texte('acad'), texte('dept'))
  if (!voulue(acad)) return ailleurs(texte('acad'), texte('dept'), voulue)
  const nature = codes.code('nature', texte('nature'))
  const genre = genreDe(nature, plier(texte('type')))
  if (nature === '' && texte('type') === '') throw new LigneRefusee('ni nature ni type : on ne sait pas ce que c’est')
  if (genre === null) return { sorte: 'horsChamp', nature: [nature, texte('natureNom') || texte('type')].join(' ').trim() }
  if (/^fermee?$/.test(plier(texte('etat')))) return { sorte: 'horsChamp', nature: 'établissements fermés' }
  if (dept === null) throw new LigneRefusee(`département « ${texte('dept')} » inconnu dans l’académie de ${ACADEMIES[acad]!.nom}`)
  const etab = codes.uai(texte('uai'))
  const nom = texte('nom')
  if (nom === '') throw new LigneRefusee('nom absent')
  const libelles = { dept: texte('deptNom') || dept, circo: texte('circoNom'), bassin: texte('bassinNom') }
  if (genre === 'circonscription') return { sorte: 'circonscription', lu: { acad, circo: etab, dept, nom }, libelles }
  codes.code('SIRET', texte('siret'))
  const lu = { acad, etab, dept, nom, type: genre, secteur: secteur(champs), etat: etat(texte('etat')), ...fiche(champs) }
  lu.circo = circoDe(genre, lu.circo)
  return { sorte: 'etablissement', lu, libelles }
}

/** Of another académie, unless its département says that it is ours: a column pulled down in a spreadsheet must close no school. */
function ailleurs(codeAcad: string, codeDept: string, voulue: (acad: string) => boolean): Lecture {
  const sienne = academieDuDepartement(codes.departement(codeDept) ?? '')
  if (sienne !== undefined && voulue(sienne))
    throw new LigneRefusee(`académie « ${codeAcad} » et département « ${codeDept} » ne vont pas ensemble`)
  return { sorte: 'ailleurs' }
}

/** The code of the académie, or else the académie of the département. `dept` is null when it is not one of that académie. */
function territoire(codeAcad: string, codeDept: string): { acad: string; dept: string | null } {
  const dept = codes.departement(codeDept)
  const acad = codeAcad === '' ? academieDuDepartement(dept ?? '') : codes.academie(codeAcad)
  if (acad === undefined) throw new LigneRefusee(`département « ${codeDept} » inconnu`)
  const connue = ACADEMIES[acad]
  if (connue === undefined) throw new LigneRefusee(`académie « ${codeAcad} » inconnue`)
  return { acad, dept: dept !== null && connue.departements.includes(dept) ? dept : null }
}

/**
 * A circonscription inspects the first degree. Some collèges and EREA bear one in the file (their SEGPA or ULIS): its inspector would
 * read the reports of the whole collège. Every école has one: an empty cell is a file that lost it, and what is known stays.
 */
function circoDe(genre: TypeEtablissement, circo: string | undefined): string | undefined {
  if (genre === 'ecole') return circo === '' ? undefined : circo
  return circo === undefined ? undefined : ''
}

function secteur(champs: Champs): 'public' | 'prive' {
  const statut = plier(champs('statut') ?? '')
  if (statut === 'public' || statut === 'prive') return statut
  const contrat = champs('contrat') ?? ''
  if (contrat === '') throw new LigneRefusee('on ne sait pas si l’établissement est public ou privé')
  // 99 « sans objet »: public. Source: N_CONTRAT_ETABLISSEMENT.
  return contrat === '99' ? 'public' : 'prive'
}

function etat(texte: string): EtablissementLu['etat'] {
  const lu = plier(texte).replace(/[\s-]+/g, '_')
  if (lu === '') return 'ouvert'
  if (lu === 'ouvert' || lu === 'a_ouvrir' || lu === 'a_fermer') return lu
  throw new LigneRefusee(`état « ${texte} » inconnu`)
}

function fiche(champs: Champs) {
  const circo = champs('circo')
  const bassin = champs('bassin')
  const codePostal = champs('codePostal')
  const codeCommune = champs('codeCommune')
  return {
    nature: champs('nature'),
    contrat: champs('contrat')?.replace('!!', ''),
    tutelle: champs('tutelle'),
    adresse: adresse(champs),
    code_postal: codePostal && codes.cinqChiffres('code postal', codePostal),
    code_commune: codeCommune && codes.cinqChiffres('code commune', codeCommune),
    commune: champs('commune'),
    telephone: champs('telephone'),
    mail: champs('mail')?.toLowerCase(),
    web: champs('web'),
    circo: circo && codes.circonscription(circo),
    bassin: bassin && codes.code('bassin', bassin),
  }
}

/** The third line often repeats « 81100 CASTRES »: the postal code and the town have columns of their own. */
function adresse(champs: Champs): string | undefined {
  if (champs('adresse1') === undefined) return undefined
  return (['adresse1', 'adresse2', 'adresse3'] as const)
    .map((c) => champs(c) ?? '')
    .filter((ligne) => ligne !== '' && !/^\d{5} /.test(ligne))
    .join(', ')
}

/** The school of a refused line, so that a fault in the file never closes it. */
function etabDe(champs: Champs): string | undefined {
  try {
    return codes.uai(champs('uai') ?? '')
  } catch (refus) {
    return (refus as LigneRefusee).etab
  }
}
