import { Refus } from '#platform'
import { notifierAgent } from '#signalement'
import { versionDe, type Acte } from '../agir.ts'
import { texte } from '../champs.ts'
import { accomplir, type Dossier } from '../dossier.ts'
import { exiger } from '../protocole/peut.ts'
import { exigerUn } from '../relecture/relecture.ts'
import { envoiDe } from './relire.ts'
import { ecrireRetrait, type Transmission } from './transmettre.ts'

/** Whoever decided it, or holds the dossier: a post that ended leaves the second. */
export const peutRetirer = (o: Dossier, t: Pick<Transmission, 'par'>): boolean =>
  t.par === o.moi.agent || o.d.responsable === o.moi.agent

/** What waits is withdrawn with its reason: it stays readable, and never leaves. Proposition. */
export const retirer: Acte = async (db, o, envoi, id) => {
  const t = await envoiDe(db, o, id)
  exiger(o.moi, 'partir', o.situation)
  const suite = { fait: 'retiree', url: `/dossiers/${o.d.numero}/transmissions/envois/${t.id}` }
  // A second click finds it done.
  if (t.attente === 'retiree' && t.retiree_par === o.moi.agent) return suite
  if (t.attente === 'retiree') throw new Refus('Cette transmission est déjà retirée.')
  if (t.attente === null) throw new Refus('Cette transmission est déjà partie : elle ne se retire plus.')
  if (!peutRetirer(o, t)) throw new Refus('La personne qui l’a décidée la retire, ou celle qui répond du dossier.')
  const raison = texte(envoi, 'retrait_raison', 2000, 'Écrivez pourquoi elle ne part pas.')
  exigerUn(await ecrireRetrait(db, o, { id: t.id, version: versionDe(envoi) }, raison), 'Cette transmission')
  await accomplir(db, o, 'partir', {
    fait: 'dossier.retirer_transmission',
    detail: { transmission: t.id, destinataire: t.destinataire },
  })
  if (t.par !== o.moi.agent) await notifierAgent(db, o.acad, o.d.id, t.par, 'nouveau')
  return suite
}
