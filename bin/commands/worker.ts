import { lireConfig } from '#platform'
import { demarrerTravaux } from '#travaux'
import { surveillerSignaux, tenir, type Arrets } from '../arret.ts'
import { dire, ouvrirAtelier, refuserDemonstration } from '../maison.ts'

export const resume = 'envoie les courriels, rappelle les échéances, signe les ancres, fait le ménage'

export const aide = `Usage : preau worker

Fait tourner, jusqu’à Ctrl-C, ce qui se passe derrière les pages : les courriels partent (SMTP_URL),
les signalements dont l’échéance est passée sont rappelés à leur niveau, puis au niveau au-dessus un jour après,
les chaînes de faits sont ancrées et signées chaque jour, ce qui ne sert plus est effacé. Les fichiers des ressources passent
par l’antivirus (PREAU_CLAMD), et leurs liens vers d’autres sites sont vérifiés une fois par semaine.
Lancez-le à côté de « preau serve ». Il peut y en avoir plusieurs : ils se partagent le travail.

Chaque ancre est aussi ajoutée à ancres.jsonl dans PREAU_DONNEES : copiez ce fichier ailleurs, chaque jour.`

export async function run() {
  const config = lireConfig()
  refuserDemonstration(config)
  const arrets: Arrets = []
  const fin = surveillerSignaux(arrets)
  const { maison } = await tenir(arrets, ouvrirAtelier(config))
  if (fin.aborted) return
  await tenir(arrets, Promise.resolve(demarrerTravaux(maison)))
  if (config.smtpUrl === undefined) process.stderr.write('Sans SMTP_URL, aucun courriel ne part : ils attendent dans la base.\n')
  dire('Les travaux tournent. Ctrl-C les arrête.')
}
