/**
 * Words that are no names: what begins a sentence with a capital, and what a misspelt name may look like. A word that is not here
 * and bears a capital is hidden until somebody says that it is no name; so this list may be short, never wrong.
 */
export const COURANTS: ReadonlySet<string> = new Set(
  `ancien ancienne anciens a ai aie ait alors amie amies ami amis an annee annees ans appel apres apprend argent arret arrete assez assis assise attend au aucun
  aucune aujourd auparavant aupres aussi autant autour autre autrefois autres aux avait avaient avant avec avis avoir avons ayant bagarre
  baisse banc bande bas battre beau beaucoup besoin bien bientot bise blague bon bonne bord bouche bourse bout bras bruit bus ca cahier
  calme calmer camarade camarades cantine car carnet cartable cas casier casque casse ce ceci cela celle celles celui cent cependant ces
  cet cette ceux chacun chacune chaise chaque chef chemin cher cherche chez choisit chose choses cinq claire clair classe classes coin
  college comme comment compte compris conseil contact contre copain copains copine copines copier corps cote coup coups couloir cour cours
  cri crie crier cris croit cru dame dans danger date de debut decide dedans degats dehors deja demain demande demander depart depuis
  derniere dernier derriere des dessin dessus deux devant devoirs dire directeur direction directrice dis disait disent dit dite dites dits
  doit donc donne dont dos dossier douce doute droit droits du dur dure durant ecart ecarte ecole ecoles ecoute ecouter ecran ecrire ecrit
  eleve eleves elle elles embete en encore enfant enfants enfin ensemble ensuite entendu entre entree entretien envers envie equipe es est
  et etaient etait etant ete etre eu eux explique exclu exclue face facon fait faite faites faits famille familles fasse faut fermer fete
  feu fille filles fils fin fini fois font forme fort forte foyer frappe frere freres front fut garcon garcons garde gare gens gifle gorge
  grand grande grave gros grosse groupe gymnase harcelement haut heure heures hier histoire homme hors huit ici il ils image images
  insulte insultes internat intercours internet interdit ira jamais jambe je jeu jeudi jeux joie jour journal journee jours joue jouer
  juge jusqu jusque juste la laisse laisser lait langue laquelle le lecon lendemain lequel les lettre leur leurs levre libre lieu lieux
  ligne lire lise liste lit livre livres loin long lors lorsque lu lui lundi lycee ma madame main mains maintenant mais maison maitre
  maitresse mal malgre manger marche mardi mari mars matin maths mauvais me medecin meme memes menace menaces mene mensonge mentir mer
  mercredi mere meres mes message messages mesure mesures met mettre mi midi mieux milieu mille mine mis mise mois moi moins moment mon
  monde montre moquer moqueries mort mot mots mouche moyen mur musique ne neuf nez ni noir noire nom non nos note notre nous nouveau nouvelle
  nuit numero on ont onze or ordre os ou oui par parait parc parce parent parents parfois parle parler parmi part parti partie partir pas
  passe passer pause peine pendant pense perdu pere peres personne personnes petit petite peu peur peut peuvent photo photos phrase pied
  pieds piscine place plainte plaisante plan plein pleure pleurer pleurs plus plusieurs plutot poche point points port porte poste pour
  pourquoi pourtant pousse pousser premier premiere prend prendre pres presque pris prise prit prive probleme prof professeur professeurs
  puis puisque quand quant quatre que quel quelle quelles quelqu quelque quelques quels qui quinze quitte quoi quoique raconte raison rang
  rappel rare recit recoit recreation recue regard regarde regarder regle rejette rend rendez rentree rentre rentrer repas repete repond
  reponse reste rester retard retenu reunion revient revoir rien rigole rire ris robe rose rue rumeur rumeurs sa sac sais sait salle samedi
  sans sante sauf se secret seize semaine semaines semble sens sent sept sera serait seul seule seulement ses si sien signe silence site six
  soeur soeurs soi soin soir soit soixante sol son sont sort sorte sortie sortir soudain souhaite sous souvent sport stade suis suite
  suivre sur surtout surveillant surveillante ta table tache tant tape taper tapent tard te tel tele telephone telle tellement temps tenu
  termine tes tete texte toi toilettes tombe tomber ton tot toujours tour tous tout toute toutefois toutes train trajet traite tranquille
  travail travers treize trente tres triste trois trop trouve tu tuer un une unes va vacances vais valise vendredi vent ventre venir venu
  vers vestiaire veut vie viande video videos viens vient vieux ville vingt visage visite vite voici voie voila voir vois voisin voisine
  voit voix vole voler vont vos votre voulait vous vrai vraiment vu vue week y yeux
  absence absences accueil accord acte actes action actions administration adresse adulte adultes affaires age agir agression aide ailleurs
  aine aller allons annexe appartement apercu aprem assure atelier attention atteinte auteur auteurs avenir avertissement avocat bilan
  brevet bureau cadre calendrier capture cellule certains certaines certificat chacune climat colere comportement comprendre conduite
  confiance conflit confirme conseiller consequence consequences consigne constat convocation coordonnateur coordonnatrice courriel
  courrier crainte creche decision declaration demarche departement difficile difficultes discussion dispute disputes distance document
  dossiers droite education effet effets elementaire emploi engagement enquete enseignant enseignante enseignants entente ephemere
  episode equipes essai etablissement etape etudes evaluation evenement eventuel examen exclusion exemple explications face fait
  faits familial fiche formation gendarmerie gestes gravite hopital horaires humeur idee ignore incident incidents infirmerie infirmier
  infirmiere information informations inquiet inquiete inspecteur inspectrice isolement jalousie justice lecture lesion levee lien
  limite maman manque maternelle mediation mission monsieur moquerie mutuelle nationale neant objectif objet objets observation
  observations occasion papa parole paroles participation pedagogique perime permanence peut placee plainte police point pole portable
  possible precisions premierement prenom prevention preau probable proche proches procureur proposition protection psychologue punition
  question questions rapport rassure rectorat recueil referent referente reflexion refus regulierement relation rencontre rendus
  renseignement reprise reprises respect responsable responsables ressource resultat reseau reseaux retenue retour sanction scolaire
  scolarite seance seconde secretariat section sentiment signalement situation sociale social soutien sujet suivi surveillance
  suspension temoin temoins temoignage traitement tranquillite transport trimestre tuteur tutrice urgence vendu verbal vestiaires victime
  vigilance violence violences visee
  lui-meme elle-meme aed aesh ash atsem bts cap ce1 ce2 cm1 cm2 cp cdi cesu clis cpe crip dasen dsden ems emc ent eps esh ien ime ip itep
  mpp pai pap pip phare ppre pps psyen rased rectorat segpa sms svt tle tp uai ulis ulpi upe2a upe2a ufe vie
  snapchat instagram tiktok whatsapp youtube facebook discord messenger telegram pronote ecoledirecte skype google twitch roblox fortnite
  minecraft snap insta internet france francais francaise europe noel paques toussaint`
    .split(/\s+/)
    .filter((m) => m !== ''),
)

/** First names among them: in the fields of a report that name people, a capital makes them a name. */
export const PRENOMS_COURANTS: ReadonlySet<string> = new Set('claire france juste noel rose toussaint'.split(' '))

/** Words too small to be a name by themselves unless a capital says so: particles, determiners. */
export const PARTICULES: ReadonlySet<string> = new Set(
  'a al an au aux ben bin da das de dei del della den der des di do dos du e el en et ibn il in je la le les lo ma me mi my ne ni no nu o on ou sa se si so su ta te tu un van von y'.split(
    ' ',
  ),
)

export const CIVILITES: ReadonlySet<string> = new Set(
  'm mr mme mlle mm mmes monsieur madame mademoiselle messieurs mesdames dr docteur me maitre maitresse'.split(' '),
)
