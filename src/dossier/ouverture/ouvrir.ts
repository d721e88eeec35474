import { clock, JOUR, nouvelleCle, plus, Refus, uuidv7, type AgentDb, type Trousseau } from '#platform'
import { chiffrer, inscrire, ouvrirFil, qualite, type Fil, type Moi } from '#acces'
import { notifierAgent } from '#signalement'
import { echeanceDanger } from '../danger.ts'
import * as dossierSql from '../dossier.sql.ts'
import { echeanceDe, tempsDe, type Temps } from '../echeance.ts'
import { annoncer } from '../famille/annoncer.ts'
import { tirerNumero } from '../numero.ts'
import { chiffrerIdentite, indexer } from '../personne/personne.ts'
import * as personneSql from '../personne/personne.sql.ts'
import { PROTOCOLE_COURANT } from '../protocole/peut.ts'
import { dangerDe, joindre } from '../rattachement/rattachement.ts'
import type { RolePersonne } from '../vocabulaire.ts'
import * as sql from './ouverture.sql.ts'

export interface NouvellePersonne {
  nom: string
  precision: string
  role: RolePersonne
}

export interface NouveauDossier {
  /** Made with the form: the same form sent twice opens one dossier. */
  id: string
  lieu: { etab: string; dept: string; circo: string | null; niveau: string }
  urgences: readonly string[]
  resume: string
  /** First day of the roles. */
  depuis: string
  personnes: readonly NouvellePersonne[]
  responsable: string
  signalement: string | null
}

/**
 * When the first act is due. A danger is answered now, as when it joins a dossier; any other reason to come first is due within a day,
 * whatever the calendar says: holidays do not put off what nothing protects from.
 */
function premiere(n: NouveauDossier, pris: boolean, { reglages, classe }: Temps): Date {
  const prevue = echeanceDe(pris ? 'protection' : 'prise_en_charge', reglages, classe)
  if (n.urgences.length === 0) return prevue
  const auPlusTard = dangerDe(n) ? echeanceDanger() : plus(clock.now(), JOUR)
  return auPlusTard < prevue ? auPlusTard : prevue
}

/** Draws until the number is free: there are a billion of them for each département and year. Null: this dossier exists already. */
async function inserer(db: AgentDb, moi: Moi, fil: Fil, n: NouveauDossier, temps: Temps): Promise<string | null> {
  // Whoever opens it for themselves has taken it in charge.
  const pris = n.responsable === moi.agent
  const dossier = {
    acad: moi.acad,
    id: n.id,
    ...n.lieu,
    protocole: PROTOCOLE_COURANT.version,
    etat: pris ? 'pris_en_charge' : 'recu',
    urgences: n.urgences,
    responsable: n.responsable,
    echeance: premiere(n, pris, temps),
    resume: chiffrer(fil, 'dossier.resume', n.id, { texte: n.resume }),
  }
  for (let essai = 0; essai < 5; essai++) {
    const numero = tirerNumero(n.lieu.dept)
    if ((await db.run(sql.inserer, { ...dossier, numero })) === 1) return numero
    if ((await db.maybe(sql.numeroDe, { acad: moi.acad, id: n.id })) !== null) return null
  }
  throw new Refus('Aucun numéro n’a pu être tiré. Réessayez dans un instant.', 503)
}

async function inscrirePersonnes(db: AgentDb, t: Trousseau, fil: Fil, n: NouveauDossier): Promise<void> {
  for (const p of n.personnes) {
    const id = uuidv7()
    const ou = { acad: fil.acad, id, fil: fil.id }
    await db.run(personneSql.ajouter, { ...ou, identite: chiffrerIdentite(fil, id, { nom: p.nom, precision: p.precision }) })
    await db.run(personneSql.poserRole, { ...ou, personne: id, role: p.role, du: n.depuis })
  }
  if (n.personnes.length > 0) await indexer(db, { acad: fil.acad, t, fil, d: { id: fil.id, etab: n.lieu.etab } })
}

/** Opens a dossier, with its people, its responsable, its first due date, and the report it comes from. Returns its number. */
export async function ouvrirDossier(db: AgentDb, t: Trousseau, moi: Moi, n: NouveauDossier): Promise<string> {
  const fil = { acad: moi.acad, id: n.id, cle: nouvelleCle() }
  const temps = await tempsDe(db, moi.acad)
  const numero = await inserer(db, moi, fil, n, temps)
  if (numero === null) return (await db.one(sql.numeroDe, { acad: moi.acad, id: n.id })).numero
  await ouvrirFil(db, t, moi.acad, n.id, fil.cle)
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: n.id })
  if (!lecteurs.some((l) => l.agent === n.responsable && l.role !== 'equipe'))
    throw new Refus('Choisissez pour responsable une personne qui verra ce dossier.', 422)
  const qui = { par: moi.agent, qualite: qualite(moi, n.lieu) }
  await inscrire(db, moi.acad, {
    fil: n.id,
    verbe: 'dossier.ouvrir',
    ...qui,
    detail: {
      signalement: n.signalement,
      responsable: n.responsable,
      personnes: n.personnes.length,
      ...(dangerDe(n) && { danger: true }),
    },
  })
  await inscrirePersonnes(db, t, fil, n)
  await annoncer(db, { acad: moi.acad, d: { id: n.id }, ...temps })
  if (n.signalement !== null)
    await joindre(db, { acad: moi.acad, moi, qualite: qui.qualite, d: { id: n.id, numero } }, n.signalement)
  if (n.responsable !== moi.agent)
    await notifierAgent(db, moi.acad, n.id, n.responsable, n.urgences.length > 0 ? 'urgent' : 'nouveau')
  return numero
}
