import type { Hono } from 'hono'
import { routesAction } from '#action'
import { couvrir, routesAgenda, routesAppui, routesBureau, routesDossier, routesReglages } from '#dossier'
import { routesBibliotheque, routesPages, routesRedaction, routesRessource } from '#ressource'
import { routesBoite, routesDepot, routesSuivi, routesTraitement } from '#signalement'
import {
  NOMS_PUBLICS,
  PAGES,
  routesAccueil,
  routesApercus,
  routesDuPublic,
  routesEdition,
  routesNormal,
  routesPhotos,
  routesPole,
  routesTempsForts,
  routesVie,
} from '#site'
import { LANGUES, prefixeDe } from '#ui'
import { administration, compte, connexion, deconnexion, journal, session } from '#acces'

/** A room behind a door: where it lives, and how large a form it takes (`soi`: it bounds what it reads itself, as it streams). */
export interface Piece {
  chemin: string
  // oxlint-disable-next-line no-explicit-any -- rooms of both doors, each with its own typed context
  routes: Hono<any>
  corpsMax?: number | 'soi'
}

/** The public door. */
export const PUBLIQUES: Piece[] = [
  ...LANGUES.flatMap((langue): Piece[] => [
    { chemin: prefixeDe(langue) || '/', routes: routesAccueil(langue) },
    { chemin: `${prefixeDe(langue)}/questions`, routes: routesNormal(langue) },
    ...(langue === 'fr' ? [] : [{ chemin: `${prefixeDe(langue)}/donnees-personnelles`, routes: routesVie(langue) }]),
    ...NOMS_PUBLICS.map((nom) => ({ chemin: `${prefixeDe(langue)}/${nom}`, routes: routesDuPublic(langue, nom) })),
    { chemin: `${prefixeDe(langue)}/signaler`, routes: routesDepot(langue), corpsMax: 'soi' },
    { chemin: `${prefixeDe(langue)}/suivi`, routes: routesSuivi(langue), corpsMax: 'soi' },
  ]),
  ...PAGES,
  { chemin: '/journee-nationale', routes: routesEdition('journee_nationale') },
  { chemin: '/temps-forts/safer-internet-day', routes: routesEdition('safer_internet_day') },
  { chemin: '/temps-forts/prix', routes: routesEdition('prix') },
  { chemin: '/temps-forts', routes: routesTempsForts },
  { chemin: '/photos', routes: routesPhotos },
  { chemin: '/apercus', routes: routesApercus },
  { chemin: '/le-pole', routes: routesPole },
  { chemin: '/ressources', routes: routesRessource },
  { chemin: '/pages', routes: routesPages },
  { chemin: '/agenda', routes: routesAgenda },
  { chemin: '/connexion', routes: connexion },
  { chemin: '/deconnexion', routes: deconnexion },
]

/** The agents' door. */
export const AGENTS: Piece[] = [
  { chemin: '/bureau', routes: routesBureau },
  { chemin: '/boite', routes: routesBoite },
  // A report joined to a dossier opens after the cover of that dossier.
  { chemin: '/signalements', routes: routesTraitement.onError(couvrir as never) },
  { chemin: '/dossiers', routes: routesDossier },
  { chemin: '/actions', routes: routesAction, corpsMax: 'soi' },
  { chemin: '/appuis', routes: routesAppui },
  { chemin: '/bibliotheque', routes: routesBibliotheque },
  { chemin: '/redaction', routes: routesRedaction, corpsMax: 'soi' },
  { chemin: '/session', routes: session },
  { chemin: '/administration', routes: administration },
  { chemin: '/compte', routes: compte },
  { chemin: '/reglages', routes: routesReglages },
  { chemin: '/journal', routes: journal },
]
