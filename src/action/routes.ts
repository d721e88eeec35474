import { Hono } from 'hono'
import type { EnvAgent } from '#acces'
import { declarer, formulaire, formulaireModifier, modifier } from './declaration/declaration.ts'
import { changerEdition, editions, lireUneEdition, nouvelleEdition, poserEdition } from './edition/edition.ts'
import { commenter, proposer, publier, renvoyer, reprendre, retirer, valider } from './fiche/agir.ts'
import { lire } from './fiche/fiche.ts'
import { bilan } from './bilan/bilan.ts'
import { exporter } from './export/export.ts'
import { formulaireImport, importer } from './import/page.ts'
import { agirEnLot } from './lot/lot.ts'
import { liste } from './liste/liste.ts'
import { publierCompte, rendreCompte } from './compte/compte.ts'
import { couverture, ecolesDuChiffre } from './programme/couverture.ts'
import { ecrireLeProgramme, lireLeProgramme } from './programme/programme.ts'
import { deplacerCreneau, formulaireDeplacer } from './visite/deplacer.ts'
import { annulerPourElle, exporterVisites, fermerCreneau, lireOrganisation, ouvrirCreneau } from './visite/organiser.ts'
import { accepterVisite, annulerVisite, lireVisites, reserver } from './visite/visites.ts'
import * as photo from './photo/photo.ts'
import { ecrireLePole, lireLePole } from './pole/pole.ts'

/** /actions */
export const routesAction = new Hono<EnvAgent>()
  .get('/', liste)
  .get('/nouvelle', formulaire)
  .post('/nouvelle', declarer)
  .get('/journees', editions)
  .get('/journees/nouvelle', nouvelleEdition)
  .post('/journees/nouvelle', poserEdition)
  .get('/journees/:annee/:code', lireUneEdition)
  .post('/journees/:annee/:code', changerEdition)
  .post('/lot', agirEnLot)
  .get('/export.csv', exporter('csv'))
  .get('/export.ods', exporter('ods'))
  .get('/bilan', bilan)
  .get('/bilan/:annee', bilan)
  .get('/import', formulaireImport)
  .post('/import', importer)
  .get('/pole', lireLePole)
  .post('/pole', ecrireLePole)
  .get('/programme', lireLeProgramme)
  .post('/programme', ecrireLeProgramme)
  .get('/couverture', couverture)
  .get('/couverture/ecoles', ecolesDuChiffre)
  .get('/journees/:annee/:code/visites', lireOrganisation)
  .post('/journees/:annee/:code/visites', ouvrirCreneau)
  .get('/journees/:annee/:code/visites.csv', exporterVisites)
  .post('/journees/:annee/:code/visites/:id/fermeture', fermerCreneau)
  .get('/journees/:annee/:code/visites/:id/deplacement', formulaireDeplacer)
  .post('/journees/:annee/:code/visites/:id/deplacement', deplacerCreneau)
  .post('/journees/:annee/:code/visites/:id/annulation', annulerPourElle)
  .get('/visites', lireVisites)
  .post('/visites', reserver)
  .post('/visites/:id/acceptation', accepterVisite)
  .post('/visites/:id/annulation', annulerVisite)
  .get('/:id', lire)
  .get('/:id/modifier', formulaireModifier)
  .post('/:id/modifier', modifier)
  .post('/:id/proposition', proposer)
  .post('/:id/reprise', reprendre)
  .post('/:id/validation', valider)
  .post('/:id/renvoi', renvoyer)
  .post('/:id/publication', publier)
  .post('/:id/retrait', retirer)
  .post('/:id/commentaires', commenter)
  .post('/:id/compte-rendu', rendreCompte)
  .post('/:id/compte-rendu/publication', publierCompte)
  .post('/:id/photos', photo.ajouter)
  .get('/:id/photos/:photo/:taille', photo.montrer)
  .post('/:id/photos/:photo/droits', photo.preciser)
  .post('/:id/photos/:photo/publication', photo.publier)
  .post('/:id/photos/:photo/retrait', photo.retirer)
