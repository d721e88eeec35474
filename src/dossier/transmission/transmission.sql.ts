// Generated from transmission.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type TransmissionsRow = { id: string; destinataire: string; decision: string; gravite: number | null; parents: string | null; base: string | null; jour: string; contenu: Buffer; qualite: string; le: Date; par: string; prenom: string; nom: string; attente: string | null; sans_relecture: string | null; relire_avant: Date | null; scellee: boolean; lu_par: string | null; lu_le: Date | null; avis: string | null; avis_raison: Buffer | null; version: number; lu_prenom: string | null; lu_nom: string | null; retiree_par: string | null; retiree_le: Date | null; retiree_raison: Buffer | null; retiree_prenom: string | null; retiree_nom: string | null }
export const transmissions: Statement<{ acad: string; fil: string }, TransmissionsRow> = {
  name: 'dossier.transmission.transmission.transmissions',
  text: `select t.id, t.destinataire, t.decision, t.gravite, t.parents, t.base, t.jour, t.contenu, t.qualite, t.le, t.par, a.prenom, a.nom,
    t.attente, t.sans_relecture, t.relire_avant, t.feuille is not null as scellee, t.lu_par, t.lu_le, t.avis, t.avis_raison, t.version,
    l.prenom as lu_prenom, l.nom as lu_nom, t.retiree_par, t.retiree_le, t.retiree_raison, r.prenom as retiree_prenom, r.nom as retiree_nom
  from confidentiel.transmission t join annuaire.agent a on a.acad = t.acad and a.id = t.par
    left join annuaire.agent l on l.acad = t.acad and l.id = t.lu_par
    left join annuaire.agent r on r.acad = t.acad and r.id = t.retiree_par
  where t.acad = $1 and t.fil = $2 order by t.le, t.id`,
  params: ['acad', 'fil'],
}

/** The sheet as it was sealed with the decision. */
export type FeuilleRow = { feuille: Buffer | null; empreinte: Buffer | null }
export const feuille: Statement<{ acad: string; fil: string; id: string }, FeuilleRow> = {
  name: 'dossier.transmission.transmission.feuille',
  text: `select feuille, empreinte from confidentiel.transmission where acad = $1 and fil = $2 and id = $3`,
  params: ['acad', 'fil', 'id'],
}

export type SuitesRow = { id: string; transmission: string; issue: string; jour: string; contenu: Buffer; le: Date; prenom: string; nom: string }
export const suites: Statement<{ acad: string; fil: string }, SuitesRow> = {
  name: 'dossier.transmission.transmission.suites',
  text: `select s.id, s.transmission, s.issue, s.jour, s.contenu, s.le, a.prenom, a.nom
  from confidentiel.transmission_suite s join annuaire.agent a on a.acad = s.acad and a.id = s.par
  where s.acad = $1 and s.fil = $2 order by s.le, s.id`,
  params: ['acad', 'fil'],
}

export type DeciderRow = {}
export const decider: Statement<{ acad: string; id: string; fil: string; destinataire: string; decision: string; gravite: number | null; parents: string | null; base: string | null; jour: string; contenu: Uint8Array; attente: string | null; sansRelecture: string | null; relireAvant: Date | null; feuille: Uint8Array | null; empreinte: Uint8Array | null; qualite: string }, DeciderRow> = {
  name: 'dossier.transmission.transmission.decider',
  text: `insert into confidentiel.transmission (acad, id, fil, destinataire, decision, gravite, parents, base, jour, contenu, attente, sans_relecture,
    relire_avant, feuille, empreinte, par, qualite, le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    $13, $14, $15, acces.moi(), $16, acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'destinataire', 'decision', 'gravite', 'parents', 'base', 'jour', 'contenu', 'attente', 'sansRelecture', 'relireAvant', 'feuille', 'empreinte', 'qualite'],
}

/** By another person than whoever decided it: what waited is ready or to be done again, what had left stays so, what is withdrawn is read no more. */
export type RelireRow = {}
export const relire: Statement<{ avis: string; raison: Uint8Array | null; acad: string; fil: string; id: string; version: number }, RelireRow> = {
  name: 'dossier.transmission.transmission.relire',
  text: `update confidentiel.transmission set lu_par = acces.moi(), lu_le = acces.maintenant(), avis = $1, avis_raison = $2,
    attente = case when attente = 'a_relire' then case $1 when 'accord' then 'relue' else 'refusee' end end, version = version + 1
  where acad = $3 and fil = $4 and id = $5 and version = $6 and relire_avant is not null and lu_par is null
    and par <> acces.moi() and attente is distinct from 'retiree'`,
  params: ['avis', 'raison', 'acad', 'fil', 'id', 'version'],
}

/** It never leaves: from the version on the screen, whoever reads it or has it leave at the same instant. */
export type RetirerRow = {}
export const retirer: Statement<{ raison: Uint8Array; acad: string; fil: string; id: string; version: number }, RetirerRow> = {
  name: 'dossier.transmission.transmission.retirer',
  text: `update confidentiel.transmission set attente = 'retiree', retiree_par = acces.moi(), retiree_le = acces.maintenant(),
    retiree_raison = $1, version = version + 1
  where acad = $2 and fil = $3 and id = $4 and version = $5 and attente in ('a_relire', 'relue', 'refusee')`,
  params: ['raison', 'acad', 'fil', 'id', 'version'],
}

/** With its ciphertext, to be carried under the key of another dossier. */
export type EnAttenteRow = { id: string; destinataire: string; attente: string | null; relire_avant: Date | null; par: string; contenu: Buffer; feuille: Buffer | null; empreinte: Buffer | null; avis_raison: Buffer | null }
export const enAttente: Statement<{ acad: string; fil: string }, EnAttenteRow> = {
  name: 'dossier.transmission.transmission.enAttente',
  text: `select id, destinataire, attente, relire_avant, par, contenu, feuille, empreinte, avis_raison from confidentiel.transmission
  where acad = $1 and fil = $2 and attente in ('a_relire', 'relue', 'refusee') order by le, id for update`,
  params: ['acad', 'fil'],
}

export type PorterRow = {}
export const porter: Statement<{ vers: string; contenu: Uint8Array; feuille: Uint8Array | null; avisRaison: Uint8Array | null; acad: string; fil: string; id: string }, PorterRow> = {
  name: 'dossier.transmission.transmission.porter',
  text: `update confidentiel.transmission set fil = $1, contenu = $2, feuille = $3, avis_raison = $4, version = version + 1
  where acad = $5 and fil = $6 and id = $7 and attente in ('a_relire', 'relue', 'refusee')`,
  params: ['vers', 'contenu', 'feuille', 'avisRaison', 'acad', 'fil', 'id'],
}

export type VoitEncoreRow = { voit: boolean }
export const voitEncore: Statement<{ acad: string; agent: string; fil: string }, VoitEncoreRow> = {
  name: 'dossier.transmission.transmission.voitEncore',
  text: `select coalesce(acces.voit_encore($1, $2, $3), false) as voit`,
  params: ['acad', 'agent', 'fil'],
}

/** What waited leaves: read and agreed to, or with the reason why it cannot wait any longer. */
export type PartirRow = {}
export const partir: Statement<{ sansRelecture: string | null; relireAvant: Date; jour: string; contenu: Uint8Array; acad: string; fil: string; id: string; version: number }, PartirRow> = {
  name: 'dossier.transmission.transmission.partir',
  text: `update confidentiel.transmission set attente = null, sans_relecture = $1, relire_avant = $2, jour = $3,
    contenu = $4, version = version + 1
  where acad = $5 and fil = $6 and id = $7 and version = $8
    and (attente = 'relue' or (attente = 'a_relire' and $1::text is not null))`,
  params: ['sansRelecture', 'relireAvant', 'jour', 'contenu', 'acad', 'fil', 'id', 'version'],
}

export type SuivreRow = {}
export const suivre: Statement<{ acad: string; id: string; fil: string; transmission: string; issue: string; jour: string; contenu: Uint8Array }, SuivreRow> = {
  name: 'dossier.transmission.transmission.suivre',
  text: `insert into confidentiel.transmission_suite (acad, id, fil, transmission, issue, jour, contenu, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'transmission', 'issue', 'jour', 'contenu'],
}
