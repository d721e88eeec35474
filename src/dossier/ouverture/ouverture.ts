import { clock, estUuid, Introuvable, page, Refus, uuidv7, type AgentDb } from '#platform'
import { cadre, consulterUneFois, enTantQue, flash, lireFil, type CtxAgent } from '#acces'
import { etablissementDe, lireUai } from '#annuaire'
import { jourDe, lireContenu, parMandat, type Contenu } from '#signalement'
import { lireEnvoi, type Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { dossierPourAgir, Incomplet } from '../dossier.ts'
import { semblablesDe } from '../reunion/reunion.ts'
import * as dossierSql from '../dossier.sql.ts'
import { ROLES_PERSONNE } from '../vocabulaire.ts'
import { suggestions } from './noms.ts'
import * as sql from './ouverture.sql.ts'
import { pageOuverture, type Ouverture } from './ouverture.page.ts'
import { ouvrirDossier, type NouvellePersonne } from './ouvrir.ts'

const LIGNES = 8

interface Source {
  s: sql.SignalementRow
  contenu: Contenu
}

/** The report that the dossier comes from; null when it comes from nothing. */
async function sourceDe(db: AgentDb, c: CtxAgent, id: string | undefined): Promise<Source | null> {
  if (id === undefined || id === '') return null
  const { acad } = c.get('moi')
  const s = estUuid(id) ? await db.maybe(sql.signalement, { acad, id }) : null
  if (s === null || !parMandat(c.get('moi'), s)) throw new Introuvable()
  const fil = await lireFil(db, c.get('maison').trousseau, acad, id)
  return { s, contenu: lireContenu(fil, s.contenu) }
}

/** The lines of people that were kept: a name and a role; a line without a role is not added. */
function personnesDe(envoi: Envoi): NouvellePersonne[] {
  return Array.from({ length: LIGNES }, (_, i) => i).flatMap((i) => {
    const nom = texte(envoi, `nom${i}`, 200)
    if (nom === '' || (envoi[`role${i}`] ?? '') === '') return []
    return [
      {
        nom,
        precision: texte(envoi, `precision${i}`, 300),
        role: parmi(envoi, `role${i}`, ROLES_PERSONNE, 'Choisissez un rôle.'),
      },
    ]
  })
}

function lignesDe(envoi: Envoi | null, source: Source | null): Ouverture['lignes'] {
  // Joined already, it opens no other dossier, and its names are read where it is.
  const dits = source === null || source.s.rattache ? [] : suggestions(source.contenu)
  return Array.from({ length: LIGNES }, (_, i) =>
    envoi === null
      ? { nom: dits[i]?.nom ?? '', precision: dits[i]?.precision ?? '', role: dits[i]?.role ?? '' }
      : { nom: envoi[`nom${i}`] ?? '', precision: envoi[`precision${i}`] ?? '', role: envoi[`role${i}`] ?? '' },
  )
}

async function afficher(c: CtxAgent, id: string | undefined, envoi: Envoi | null, refus: Refus | null) {
  const donnees = await enTantQue(c, async (db) => {
    const source = await sourceDe(db, c, id)
    const moi = c.get('moi')
    // The form begins with the names that the report says: that is reading it.
    if (source !== null && !source.s.rattache) await consulterUneFois(db, moi.acad, source.s.id)
    const lecteurs = source === null ? [] : await db.all(dossierSql.lecteurs, { fil: source.s.id })
    const siens = moi.mandats.flatMap((m) => (m.etab !== null && ['chef', 'coordonnateur'].includes(m.role) ? [m.etab] : []))
    return { source, lecteurs, moi, sien: siens[0] ?? '' }
  })
  const { source } = donnees
  return cadre(c, {
    titre: 'Ouvrir un dossier',
    courant: '/dossiers',
    filAriane: [{ libelle: 'Dossiers', url: '/dossiers' }, { libelle: 'Ouvrir un dossier' }],
    contenu: pageOuverture({
      id: envoi?.id || uuidv7(),
      signalement: source === null ? null : { id: source.s.id, ecole: source.s.ecole, commune: source.s.commune },
      etab: envoi?.etab ?? donnees.sien,
      resume: envoi?.resume ?? '',
      responsable: envoi?.responsable ?? donnees.moi.agent,
      lecteurs: donnees.lecteurs.filter((l) => l.role !== 'equipe'),
      moi: donnees.moi,
      lignes: lignesDe(envoi, source),
      refus: refus?.message ?? null,
      erreurs: refus instanceof Incomplet ? refus.erreurs : [],
    }),
  })
}

export async function formulaire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/nouveau')
  if (!c.get('moi').mandats.some((m) => !['dpo', 'administrateur', 'communication', 'equipe'].includes(m.role)))
    throw new Introuvable()
  return page(c, await afficher(c, c.req.query('signalement'), null, null))
}

/** Where the dossier will be held: where its report is, or where its school receives. */
async function lieuDe(db: AgentDb, c: CtxAgent, envoi: Envoi, source: Source | null) {
  if (source !== null) {
    const { etab, dept, circo, niveau } = source.s
    return { etab, dept, circo, niveau }
  }
  const lu = lireUai(envoi.etab ?? '')
  const { acad } = c.get('moi')
  const ecole = 'uai' in lu ? await etablissementDe(db, acad, lu.uai) : null
  const lieu = ecole === null ? null : await db.maybe(sql.accueil, { acad, etab: ecole.etab })
  if (ecole === null || lieu === null || !parMandat(c.get('moi'), { etab: ecole.etab, ...lieu }))
    throw new Incomplet({ champ: 'etab', message: 'Écrivez l’UAI d’un établissement que vous suivez.' })
  return { etab: ecole.etab, dept: lieu.dept, circo: lieu.circo, niveau: lieu.niveau }
}

export async function ouvrir(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/nouveau')
  const envoi = await lireEnvoi(c)
  const moi = c.get('moi')
  if (!moi.mandats.some((m) => !['dpo', 'administrateur', 'communication', 'equipe'].includes(m.role))) throw new Introuvable()
  try {
    const { numero, semblables } = await enTantQue(c, async (db) => {
      const source = await sourceDe(db, c, envoi.signalement)
      if (source?.s.etat === 'clos') throw new Refus('Ce signalement est clos : il ne peut plus ouvrir un dossier.')
      if (!estUuid(envoi.id ?? '')) throw new Refus('Rechargez la page, puis renvoyez.', 422)
      const t = c.get('maison').trousseau
      const numero = await ouvrirDossier(db, t, moi, {
        id: envoi.id!,
        lieu: await lieuDe(db, c, envoi, source),
        urgences: source?.s.urgences ?? [],
        resume: texte(envoi, 'resume', 8000),
        depuis: jourDe(source?.s.recu_le ?? clock.now()),
        personnes: personnesDe(envoi),
        responsable: envoi.responsable || moi.agent,
        signalement: source?.s.id ?? null,
      })
      return { numero, semblables: await semblablesDe(db, await dossierPourAgir(db, t, moi, numero)) }
    })
    return flash(c, `/dossiers/${numero}`, semblables.length === 0 ? 'ouvert' : 'ouvert_semblable')
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return page(c, await afficher(c, envoi.signalement, envoi, e), e.statut)
  }
}
