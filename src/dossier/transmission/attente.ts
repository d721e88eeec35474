import type { CodeDestinataire } from './transmission.mots.ts'

/** What is decided and has not left: still to be read by another, read and ready, or to be done again. */
export interface EnAttente {
  id: string
  destinataire: CodeDestinataire
  etat: 'a_relire' | 'relue' | 'refusee'
  /** Who decided it. */
  par: string | null
}

interface Ecrit {
  verbe: string
  detail: unknown
  par: string | null
}
type Detail = Readonly<Record<string, unknown>>

/** What waits to leave in this dossier, oldest first, from its whole history: a dossier opened anew forgets nothing of it. */
export function enAttenteDe(faits: readonly Ecrit[]): EnAttente[] {
  const attente = new Map<string, EnAttente>()
  for (const { verbe, detail, par } of faits) {
    const d = detail as Detail
    const id = String(d.transmission)
    const destinataire = d.destinataire as CodeDestinataire
    // A new decision takes the place of those that were sent back; one that leaves, of none.
    if ((verbe === 'dossier.soumettre_transmission' || verbe === 'dossier.transmettre') && !attente.has(id))
      for (const t of attente.values()) if (t.destinataire === destinataire && t.etat === 'refusee') attente.delete(t.id)
    if (verbe === 'dossier.soumettre_transmission') attente.set(id, { id, destinataire, etat: 'a_relire', par })
    if (verbe === 'dossier.recevoir_transmission')
      attente.set(id, { id, destinataire, etat: d.etat as EnAttente['etat'], par: String(d.auteur) })
    const t = attente.get(id)
    if (verbe === 'dossier.relire_transmission' && t !== undefined)
      attente.set(id, { ...t, etat: d.avis === 'accord' ? 'relue' : 'refusee' })
    if (['dossier.transmettre', 'dossier.retirer_transmission', 'dossier.porter_transmission'].includes(verbe)) attente.delete(id)
  }
  return [...attente.values()]
}

/** Where each of them stands, in words. */
export const ETATS_ATTENTE: Readonly<Record<EnAttente['etat'], string>> = {
  a_relire: 'à relire par une autre personne',
  relue: 'relue, à faire partir',
  refusee: 'à reprendre',
}
