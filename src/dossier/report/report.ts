import { clock, estUuid } from '#platform'
import { chiffrer } from '#acces'
import { jourOuvreApres, motifSansClasse } from '#annuaire'
import { jourDe, jourIso } from '#signalement'
import { versionDe, type Acte } from '../agir.ts'
import { jourSaisi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { finDeJournee } from '../echeance.ts'
import * as sql from '../note/note.sql.ts'

/** The first and the last day to which this due date may move. Proposition: the setting `report`, in school days. */
export function bornes(o: Dossier): { du: string; au: string } {
  const aujourdhui = jourDe(clock.now())
  const echeance = o.d.echeance === null ? aujourdhui : jourDe(o.d.echeance)
  const depuis = echeance > aujourdhui ? echeance : aujourdhui
  return { du: aujourdhui, au: jourOuvreApres(o.calendrier, depuis, o.reglages.delai('report')) }
}

function exigerJour(o: Dossier, le: string): void {
  const { du, au } = bornes(o)
  const non = (message: string): never => {
    throw new Incomplet({ champ: 'report_le', message })
  }
  if (le < du) non('Cette date est passée.')
  if (le > au)
    non(`L’échéance peut être repoussée jusqu’au ${jourIso(au)} au plus. Au-delà, demandez de l’aide ou passez la situation.`)
  const sansClasse = motifSansClasse(o.calendrier, le)
  if (sansClasse !== null) non(`Il n’y a pas classe ce jour-là : ${sansClasse}.`)
  if (finDeJournee(le) <= clock.now()) non('La journée de classe est finie : choisissez un autre jour.')
}

/** A due date moves only with a written reason: it stays in the notes of the dossier, and the fact says from when to when. */
export const reporter: Acte = async (db, o, envoi) => {
  const le = jourSaisi(envoi, 'report_le', false)
  if (le === null) throw new Incomplet({ champ: 'report_le', message: 'Choisissez la nouvelle date.' })
  const raison = texte(envoi, 'raison', 2000, 'Écrivez pourquoi l’échéance est repoussée.')
  exigerJour(o, le)
  const note = envoi.note ?? ''
  if (!estUuid(note)) throw new Incomplet({ champ: 'raison', message: 'Rechargez la page, puis renvoyez.' })
  const vers = finDeJournee(le)
  await accomplir(db, o, 'reporter', {
    version: versionDe(envoi),
    fait: 'dossier.reporter',
    echeance: vers,
    detail: { de: o.d.echeance?.toISOString() ?? null, vers: vers.toISOString(), note },
  })
  const contenu = chiffrer(o.fil, 'note.contenu', note, raison)
  await db.run(sql.poser, { acad: o.acad, id: note, fil: o.d.id, qualite: o.qualite, contenu })
  return { fait: 'reporte' }
}
