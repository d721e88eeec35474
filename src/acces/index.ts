/** Who may open what: the agents' door, sessions, threads with their key and their facts, consultations. */
export {
  chiffrer,
  consulter,
  consulterUneFois,
  dechiffrer,
  faitsDuFil,
  inscrire,
  lireFil,
  lireFils,
  ouvrirFil,
  type Fait,
  type Fil,
  type NouveauFait,
} from './fil.ts'
export { accueilDe, cadre, donneesSession, flash, libelleMandat, menuDe, type Cadre } from './menu.ts'
export {
  empreinteDe,
  enTantQue,
  lireEnTantQue,
  jetonDe,
  lireSession,
  nouveauJeton,
  oterCookie,
  porteAgents,
  poserCookie,
  qualite,
  type CtxAgent,
  type EnvAgent,
  type Mandat,
  type Moi,
} from './session.ts'
export { debutDeJour, finDeJour, instant, isoJour, jour, quand } from './dates.ts'
export { connexion, deconnexion } from './connexion/routes.ts'
export { allerSeConnecter, pageRenvoi } from './connexion/renvoi.ts'
export { compte, session } from './compte/compte.ts'
export { MOTIFS_LECTURE, motifDit, type MotifLecture } from './motifs.ts'
export { journal } from './journal/journal.ts'
export { deporter, deportsDe, MOTIFS_DEPORT, relever, type Deporte, type MotifDeport } from './deport/deport.ts'
export { administration } from './administration/routes.ts'
