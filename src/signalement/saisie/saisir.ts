import { nouvelleCle, type AgentDb, type Trousseau } from '#platform'
import { inscrire, ouvrirFil, qualite, type Moi } from '#acces'
import { parMandat } from '../boite/portee.ts'
import { chiffrerContenu, CONTENU_VIDE, type Contenu } from '../contenu.ts'
import { prevenirEquipe } from '../courrier.ts'
import { empreinteCode } from '../depot/deposer.ts'
import { premiereEcheance } from '../echeances.ts'
import { jetonsDe } from '../rapprochement/noms.ts'
import { urgencesDe } from '../urgences.ts'
import type { Saisie } from './saisie.form.ts'
import * as sql from './saisie.sql.ts'

const contenuDe = (s: Saisie): Contenu => ({
  ...CONTENU_VIDE,
  recit: s.recit,
  cible: s.cible,
  auteurs: s.noms,
  temoins: s.temoins,
  essais: s.essais,
  souhait: s.souhait,
  declarant: s.nom_declarant,
  reference: s.reference,
})

type Lieu = sql.AccueilRow

/** The level at which this agent may write it: where it will be held, or else their own, from which it then goes up. */
function niveauEcrit(moi: Moi, etab: string, lieu: Lieu): string {
  const voit = (niveau: string): boolean => parMandat(moi, { etab, circo: lieu.circo, dept: lieu.dept, niveau })
  return [lieu.niveau, 'etablissement', 'circonscription'].find(voit) ?? lieu.niveau
}

/**
 * A report typed by an agent: sealed, routed and due like any other. When an adult of the school is named, it is held above
 * the school, and whoever typed it there no longer sees it.
 * @returns false when this very form had been sent already.
 */
export async function saisir(
  db: AgentDb,
  t: Trousseau,
  moi: Moi,
  s: Saisie,
  lieu: Lieu,
  secret: Uint8Array | null,
): Promise<boolean> {
  const fil = { acad: moi.acad, id: s.id, cle: nouvelleCle() }
  const contenu = contenuDe(s)
  const urgences = urgencesDe({ ...s, contenu })
  const niveau = niveauEcrit(moi, s.etab, lieu)
  const echeance = premiereEcheance(urgences)
  const neuf = await db.run(sql.inserer, {
    ...fil,
    ...lieu,
    etab: s.etab,
    niveau,
    canal: s.canal,
    declarant: s.declarant || 'inconnu',
    quoi: s.quoi,
    lieux: s.lieux,
    depuis: s.depuis || null,
    frequence: s.frequence || null,
    auteurs: s.auteurs || null,
    informes: s.informes,
    danger: s.danger || null,
    urgences,
    contenu: chiffrerContenu(fil, contenu),
    faitsDu: s.faits_du || null,
    faitsAu: s.faits_au || null,
    echeance,
    contact: secret === null ? 'aucun' : 'code',
  })
  if (neuf === 0) return false
  await ouvrirFil(db, t, moi.acad, s.id, fil.cle)
  await db.run(sql.poserJetons, {
    acad: moi.acad,
    etab: s.etab,
    fil: s.id,
    jetons: jetonsDe(t, moi.acad, `${s.cible} ${s.noms} ${s.temoins}`),
  })
  if (secret !== null) await db.one(sql.poserSuivi, { empreinte: empreinteCode(t, moi.acad, secret), fil: s.id })
  await inscrire(db, moi.acad, {
    fil: s.id,
    verbe: 'signalement.saisir',
    par: moi.agent,
    qualite: qualite(moi, { etab: s.etab, ...lieu }),
    detail: { canal: s.canal, urgences },
  })
  if (niveau !== lieu.niveau) await db.one(sql.monter, { acad: moi.acad, id: s.id, echeance })
  const { circo, dept } = lieu
  const modele = urgences.length > 0 ? 'urgent' : 'nouveau'
  await prevenirEquipe(db, { acad: moi.acad, fil: s.id, niveau: lieu.niveau, etab: s.etab, circo, dept }, modele)
  return true
}
