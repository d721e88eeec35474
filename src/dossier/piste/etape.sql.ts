// Generated from etape.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type PoserRow = {}
export const poser: Statement<{ acad: string; id: string; fil: string; piste: string; etape: string; jour: string; jours: number | null; personne: string | null; parole: string | null; contenu: Uint8Array }, PoserRow> = {
  name: 'dossier.piste.etape.poser',
  text: `insert into confidentiel.piste_etape (acad, id, fil, piste, etape, jour, jours, personne, parole, contenu, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, acces.moi(), acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'piste', 'etape', 'jour', 'jours', 'personne', 'parole', 'contenu'],
}
