import { Hono } from 'hono'
import type { EnvAgent } from '#acces'
import { agir } from './agir.ts'
import * as extrait from './extrait/onglets.ts'
import * as famille from './famille/onglets.ts'
import { appui, demanderAppui } from './appui/appui.onglet.ts'
import { deporter, relever } from './deport/deport.ts'
import { changerNiveau, proposer, quitter, rappelerOffre, repondreOffre } from './escalade/escalade.ts'
import * as brouillons from './brouillon/routes.ts'
import { corrigerEntretien } from './entretien/corriger.ts'
import { entendre, noterImpossible } from './entretien/entendre.ts'
import { entretiens } from './entretien/entretiens.page.ts'
import { noterEntretien } from './entretien/noter.page.ts'
import { prevoirUnEntretien } from './entretien/prevoir.ts'
import { unEntretien } from './entretien/un.page.ts'
import { evaluation } from './evaluation/evaluation.page.ts'
import { evaluer } from './evaluation/evaluation.ts'
import { grille } from './evaluation/grille.page.ts'
import { qualifier } from './evaluation/qualifier.ts'
import { lire } from './fiche/fiche.ts'
import { chercher, liste } from './liste/liste.ts'
import { confirmer, lever, proteger } from './mesure/mesure.ts'
import { couvrir, motiver, versLeDossier } from './motif/motif.ts'
import { vueNotes } from './note/note.page.ts'
import { noter } from './note/note.ts'
import { annulerTache, finirTache, tacher } from './note/tache.ts'
import { formulaire, ouvrir } from './ouverture/ouverture.ts'
import { finirOctroi, octroyer } from './octroi/octroi.ts'
import { lirePersonne, unePersonne } from './personne/personne.page.ts'
import { reunir, separer } from './personne/reunir.ts'
import { ajouterRole, corrigerPersonne, finirRole, inscrirePersonne } from './personne/personne.ts'
import { partager, sceller } from './note/scellee.ts'
import * as transmission from './transmission/onglets.ts'
import { bilan } from './piste/bilan.ts'
import { decider } from './piste/decision.ts'
import { engager } from './piste/engager.ts'
import { changerCote, composer, retirer } from './piste/equipe.ts'
import { avancer } from './piste/etape.ts'
import { lireFeuille } from './piste/feuille.ts'
import { planifier } from './piste/matinee.ts'
import { preoccuper } from './piste/rencontre.ts'
import { decision, entretien, equipe, etapes, matinee, traitement } from './piste/vues.ts'
import { detacher, rattacher } from './rattachement/rattachement.ts'
import { fidelite, protocole } from './fidelite/fidelite.ts'
import { lectures } from './lectures/lectures.ts'
import { regarder } from './secours/regard.ts'
import { lireSecours, refermer, secourir } from './secours/secours.ts'
import { clore } from './suivi/cloture.ts'
import { dire } from './suivi/dit.ts'
import { ecarter } from './suivi/ecart.ts'
import { garder } from './suivi/garde.ts'
import { noterPoint } from './suivi/point.ts'
import { expliquer, rouvrir } from './suivi/retour.ts'
import { suivi } from './suivi/suivi.ts'
import { surveiller } from './suivi/surveiller.ts'
import { dedoubler, doublonner } from './reunion/reunion.ts'
import { leverUrgence, remettreUrgence } from './urgence/urgence.ts'
import { transferer } from './transfert/transfert.ts'
import { imprimerAvis, lireAvis } from './vigilance/vigilance.ts'
import { lirePartout, rechercherPartout } from './recherche/partout.ts'
import { lireRecherche, rechercher } from './recherche/recherche.ts'
import { poserReperes } from './repere/repere.ts'
import { reporter } from './report/report.ts'
import { confier, prendre } from './responsable/responsable.ts'
import { resumesAvant } from './resume/resume.page.ts'
import { resumer } from './resume/resumer.ts'

/** /dossiers */
export const routesDossier = new Hono<EnvAgent>()
  .onError(couvrir as never)
  .get('/', liste)
  .post('/', chercher)
  .get('/nouveau', formulaire)
  .post('/nouveau', ouvrir)
  .get('/methodes', bilan)
  .get('/fidelite', fidelite)
  .get('/secours', lireSecours)
  .post('/secours', secourir)
  .post('/reperes', poserReperes)
  .get('/mots', lirePartout)
  .post('/mots', rechercherPartout)
  .get('/:numero', lire)
  .get('/:numero/motif', versLeDossier)
  .post('/:numero/motif', motiver)
  .get('/:numero/personnes/:id', lirePersonne)
  .post('/:numero/prise-en-charge', agir('prise-en-charge', prendre))
  .post('/:numero/secours/:id/fin', agir('secours/:id/fin', refermer))
  .post('/:numero/secours/:id/avis', agir('secours/:id/avis', regarder))
  .post('/:numero/octrois', agir('octrois', octroyer))
  .post('/:numero/octrois/:id/fin', agir('octrois/:id/fin', finirOctroi))
  .post('/:numero/responsable', agir('responsable', confier))
  .post('/:numero/resume', agir('resume', resumer))
  .post('/:numero/urgences/levee', agir('urgences/levee', leverUrgence))
  .post('/:numero/urgences/retour', agir('urgences/retour', remettreUrgence))
  .get('/:numero/recherche', lireRecherche)
  .post('/:numero/recherche', rechercher)
  .post('/:numero/report', agir('report', reporter))
  .get('/:numero/notes', vueNotes.lire)
  .post('/:numero/notes', agir('notes', noter, vueNotes))
  .post('/:numero/taches', agir('taches', tacher, vueNotes))
  .post('/:numero/taches/:id/fin', agir('taches/:id/fin', finirTache, vueNotes))
  .post('/:numero/taches/:id/annulation', agir('taches/:id/annulation', annulerTache, vueNotes))
  .post('/:numero/mesures', agir('mesures', proteger))
  .post('/:numero/mesures/:id/fin', agir('mesures/:id/fin', lever))
  .post('/:numero/mesures/:id/encore', agir('mesures/:id/encore', confirmer))
  .get('/:numero/vigilance', lireAvis)
  .post('/:numero/vigilance', imprimerAvis)
  .post('/:numero/personnes', agir('personnes', inscrirePersonne))
  .post('/:numero/personnes/:id', agir('corriger_personne', corrigerPersonne, unePersonne))
  .post('/:numero/personnes/:id/roles', agir('personnes/:id/roles', ajouterRole))
  .post('/:numero/personnes/:id/fin', agir('personnes/:id/fin', finirRole))
  .post('/:numero/personnes/:id/reunion', agir('reunir_personnes', reunir, unePersonne))
  .post('/:numero/personnes/:id/separation', agir('separer_personnes', separer, unePersonne))
  .post('/:numero/rattachements', agir('rattachements', rattacher))
  .post('/:numero/rattachements/:id/fin', agir('rattachements/:id/fin', detacher))
  .get('/:numero/familles', famille.familles.lire)
  .get('/:numero/familles/liens/:id', famille.lien.lire)
  .post('/:numero/familles/liens/:id', famille.envois.lien)
  .post('/:numero/familles/liens/:id/fin', famille.envois.finLien)
  .get('/:numero/familles/extraits/:id', extrait.extrait.lire)
  .get('/:numero/familles/extraits/:id/feuille', extrait.lireFeuille)
  .post('/:numero/familles/extraits/:id', extrait.envois.regler)
  .post('/:numero/familles/extraits/:id/relecture', extrait.envois.soumettre)
  .post('/:numero/familles/extraits/:id/avis', extrait.envois.relire)
  .post('/:numero/familles/extraits/:id/remise', extrait.envois.remettre)
  .post('/:numero/familles/:id/extraits', extrait.envois.preparer)
  .get('/:numero/familles/:id', famille.famille.lire)
  .post('/:numero/familles/:id/responsables', famille.envois.responsable)
  .post('/:numero/familles/:id/contacts', famille.envois.contact)
  .post('/:numero/familles/:id/raisons', famille.envois.raison)
  .get('/:numero/suivi', suivi.lire)
  .get('/:numero/suivi/protocole', protocole.lire)
  .get('/:numero/suivi/lectures', lectures.lire)
  .get('/:numero/suivi/resume', resumesAvant.lire)
  .post('/:numero/suivi/surveillance', agir('suivi/surveillance', surveiller, suivi))
  .post('/:numero/suivi/points', agir('suivi/points', noterPoint, suivi))
  .post('/:numero/suivi/cloture', agir('suivi/cloture', clore, suivi))
  .post('/:numero/suivi/ecart', agir('suivi/ecart', ecarter, suivi))
  .post('/:numero/suivi/reouverture', agir('suivi/reouverture', rouvrir, suivi))
  .post('/:numero/suivi/explication', agir('suivi/explication', expliquer, suivi))
  .post('/:numero/suivi/mesures/:id/garde', agir('suivi/mesures/:id/garde', garder, suivi))
  .post('/:numero/suivi/mesures/:id/dit', agir('suivi/mesures/:id/dit', dire, suivi))
  .get('/:numero/appui', appui.lire)
  .post('/:numero/appuis', agir('appuis', demanderAppui, appui))
  .post('/:numero/offres', agir('offres', proposer, appui))
  .post('/:numero/offres/:id', agir('offres/:id', repondreOffre, appui))
  .post('/:numero/offres/:id/rappel', agir('offres/:id/rappel', rappelerOffre, appui))
  .post('/:numero/accompagnants/:id/fin', agir('accompagnants/:id/fin', quitter, appui))
  .post('/:numero/niveau', agir('niveau', changerNiveau, appui))
  .post('/:numero/reunion', agir('reunion', doublonner, appui))
  .post('/:numero/separation', agir('separation', dedoubler, appui))
  .post('/:numero/transfert', agir('transfert', transferer, appui))
  .post('/:numero/deports', agir('deports', deporter, appui))
  .post('/:numero/deports/:id/fin', agir('deports/:id/fin', relever, appui))
  .post('/:numero/brouillons', brouillons.garder)
  .post('/:numero/brouillons/fin', brouillons.oublier)
  .get('/:numero/evaluation', evaluation.lire)
  .get('/:numero/evaluation/grille', grille.lire)
  .post('/:numero/evaluation/grille', agir('evaluer', evaluer, grille))
  .post('/:numero/evaluation/qualification', agir('qualifier', qualifier, evaluation))
  .get('/:numero/entretiens', entretiens.lire)
  .post('/:numero/entretiens/prevus', agir('prevoir', prevoirUnEntretien, entretiens))
  .get('/:numero/entretiens/avec/:id/:role', noterEntretien.lire)
  .post('/:numero/entretiens/avec/:id/:role', agir('entendre', entendre, noterEntretien))
  .post('/:numero/entretiens/avec/:id/:role/impossible', agir('impossible', noterImpossible, noterEntretien))
  .get('/:numero/entretiens/:id', unEntretien.lire)
  .post('/:numero/entretiens/:id', agir('corriger', corrigerEntretien, unEntretien))
  .get('/:numero/transmissions', transmission.transmissions.lire)
  .get('/:numero/transmissions/envois/:id', transmission.envoi.lire)
  .get('/:numero/transmissions/envois/:id/feuille', transmission.lireFeuille)
  .post('/:numero/transmissions/envois/:id/avis', transmission.envois.relire)
  .post('/:numero/transmissions/envois/:id/depart', transmission.envois.partir)
  .post('/:numero/transmissions/envois/:id/retrait', transmission.envois.retirer)
  .get('/:numero/transmissions/:id', transmission.destinataire.lire)
  .post('/:numero/transmissions/:id', transmission.envois.decider)
  .post('/:numero/transmissions/:id/suites', transmission.envois.suite)
  .post('/:numero/transmissions/:id/texte', transmission.verifierTexte)
  .get('/:numero/transmissions/:id/fiche', transmission.lireFiche)
  .get('/:numero/traitement', traitement.lire)
  .post('/:numero/traitement/pistes', agir('traitement/pistes', engager, traitement))
  .get('/:numero/traitement/pistes/:id/decision', decision.lire)
  .post('/:numero/traitement/pistes/:id/decision', agir('traitement/pistes/:id/decision', decider, decision))
  .get('/:numero/traitement/pistes/:id/etapes', etapes.lire)
  .post('/:numero/traitement/pistes/:id/etapes', agir('traitement/pistes/:id/etapes', avancer, etapes))
  .get('/:numero/traitement/equipe', equipe.lire)
  .post('/:numero/traitement/equipe', agir('traitement/equipe', composer, equipe))
  .post('/:numero/traitement/equipe/:id/fin', agir('traitement/equipe/:id/fin', retirer, equipe))
  .post('/:numero/traitement/equipe/:id/cote', agir('traitement/equipe/:id/cote', changerCote, equipe))
  .get('/:numero/traitement/matinee', matinee.lire)
  .post('/:numero/traitement/matinee', agir('traitement/matinee', planifier, matinee))
  .get('/:numero/traitement/matinee/feuille', lireFeuille)
  .get('/:numero/traitement/entretiens/:id', entretien.lire)
  .post('/:numero/traitement/entretiens/:id', agir('traitement/entretiens/:id', preoccuper, entretien))
  .post('/:numero/notes/scellees', agir('notes/scellees', sceller, vueNotes))
  .post('/:numero/notes/partages', agir('notes/partages', partager, vueNotes))
