import { rienNeChange, type Bilan, type Compte } from './bilan.ts'

const nombre = (n: number): string => n.toLocaleString('fr-FR')
const pluriel = (n: number, un: string, des: string): string => `${nombre(n)} ${n > 1 ? des : un}`

const COLONNES_DITES: Record<string, string> = {
  dept: 'département',
  etat: 'état',
  secteur: 'public ou privé',
  circo: 'circonscription',
  code_postal: 'code postal',
  code_commune: 'code de la commune',
  telephone: 'téléphone',
  mail: 'courriel',
  web: 'site',
}

const COLONNES = ['nouveaux', 'changes', 'fermes', 'inchanges'] as const
const TITRES = ['nouveaux', 'changés', 'fermés', 'inchangés']
const rangee = (sens: string, cellules: string[]): string => `  ${sens.padEnd(17)}${cellules.map((c) => c.padStart(11)).join('')}`
const diff = (sens: string, c: Compte): string =>
  rangee(
    sens,
    COLONNES.map((colonne) => nombre(c[colonne])),
  )

/** The report that the administrator reads. */
export function rapport(b: Bilan): string {
  return [...tete(b), ...differences(b), ...comptes(b), ...refus(b)]
    .join('\n')
    .replace(/ (?=[:;!?»])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0')
}

function tete(b: Bilan): string[] {
  const encodage = b.encodage === 'utf-8' ? [] : [`Le fichier était écrit en ${b.encodage} et non en UTF-8 : il a été converti.`]
  const verbe = b.simule ? 'Simulation : rien n’a été écrit.' : rienNeChange(b) ? 'Rien n’a changé.' : 'L’annuaire est à jour.'
  const suite = b.simule && rienNeChange(b) ? ' L’import ne changerait rien.' : ''
  return [...encodage, `${verbe}${suite} ${pluriel(b.lignes, 'ligne lue', 'lignes lues')}.`]
}

function differences(b: Bilan): string[] {
  const rouverts = b.etablissements.rouverts
  return [
    rangee('', TITRES),
    diff('établissements', b.etablissements),
    diff('circonscriptions', b.circonscriptions),
    diff('bassins', b.bassins),
    ...(b.departements > 0 ? [rangee('départements', [nombre(b.departements)])] : []),
    ...(rouverts > 0 ? [`  dont ${pluriel(rouverts, 'établissement rouvert', 'établissements rouverts')}`] : []),
    ...deplacements(b),
    ...b.changements.map(
      (c) => `  changé  ${c.etab} ${c.nom} : ${c.colonnes.map((col) => COLONNES_DITES[col] ?? col).join(', ')}`,
    ),
    ...reste(b.etablissements.changes, b.changements.length, 'changé', 'changés'),
    ...b.fermetures.slice(0, 20).map((f) => `  fermé   ${f.etab} ${f.nom}`),
    ...reste(b.fermetures.length, 20, 'fermé', 'fermés'),
    ...(b.aFinir.length > 0 ? ['Des fonctions restent ouvertes dans des établissements fermés (« Agents et mandats ») :'] : []),
    ...b.aFinir.map((f) => `  ${pluriel(f.fonctions, 'fonction', 'fonctions')} à finir : ${f.etab} ${f.nom}`),
  ]
}

function deplacements({ deplaces, suivis }: Bilan): string[] {
  const la = [
    ...(suivis.signalements > 0 ? [pluriel(suivis.signalements, 'signalement', 'signalements')] : []),
    ...(suivis.dossiers > 0 ? [pluriel(suivis.dossiers, 'dossier', 'dossiers')] : []),
  ].join(' et ')
  const un = suivis.signalements + suivis.dossiers === 1
  return [
    ...(deplaces > 0 ? [`  dont ${pluriel(deplaces, 'changement', 'changements')} de circonscription`] : []),
    ...(la === '' ? [] : [`  ${la} ${un ? 'suit son' : 'suivent leur'} école dans sa circonscription d’aujourd’hui`]),
  ]
}

const reste = (total: number, montres: number, un: string, des: string): string[] =>
  total > montres ? [`  … et ${pluriel(total - montres, `autre ${un}`, `autres ${des}`)}`] : []

function comptes(b: Bilan): string[] {
  const hors = [...b.horsChamp].sort((x, y) => y[1] - x[1])
  const total = hors.reduce((somme, [, n]) => somme + n, 0)
  return [
    ...(b.ailleurs > 0 ? [`${pluriel(b.ailleurs, 'ligne d’une autre académie', 'lignes d’autres académies')}.`] : []),
    ...(b.doublons > 0 ? [`${pluriel(b.doublons, 'ligne répétée', 'lignes répétées')} à l’identique.`] : []),
    ...(total > 0
      ? [
          `${pluriel(total, 'ligne', 'lignes')} hors champ :`,
          ...hors.map(([nature, n]) => `  ${nombre(n).padStart(7)}  ${nature}`),
        ]
      : []),
  ]
}

const refus = (b: Bilan): string[] =>
  b.refus.length === 0
    ? ['Aucune ligne refusée.']
    : [
        `${pluriel(b.refus.length, 'ligne refusée', 'lignes refusées')} :`,
        ...b.refus.map((r) => `  ligne ${r.ligne} : ${r.motif}`),
      ]
