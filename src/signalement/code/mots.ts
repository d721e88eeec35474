// The 1,024 words of the return code: ten bits each, in the order of their unaccented spelling.
//
// How they were chosen: concrete or everyday words that a child of eight knows, four to nine letters, picked by theme
// by hand. Left out: anything sad, frightening, violent, medical, religious, political or sexual; insults, and
// animals, food and features of the body that serve as nicknames in a playground; family, bedroom and bathroom;
// games that hurt; first names, brands, cardinal numbers (« 1. abeille » is read aloud with its number); homophones.
// A script then sought a large set, the most familiar words first, in which any two are at least three typing
// errors apart once accents are removed, do not sound the same, and seldom share their first five letters.
// The result was reviewed by eye.
//
// Frozen: a word's place is its value. Changing, adding or moving one would lock out everybody who holds a code.
export const MOTS: readonly string[] = `
  abeille aboyer abreuvoir accordéon acrobate activité addition adjectif admirer adverbe aérodrome aéroport
  affiche agile agrafeuse aiguille aimable ajouter album alligator alpaga alphabet alpiniste ampoule amusant
  amuser anagramme ananas ancien animateur année annoncer anorak antilope applaudir appliqué apporter
  apprendre approcher aquarium aquatique arbre arbuste archet archipel argenté armoire arranger arriver
  arrosage article artisan ascenseur assembler assiette associer astronome atlas attentif atterrir auberge
  autobus autocar automne autoroute avancer avenir aventure aviron avoine avril azur badge badminton baguette
  baignade ballon bandana banderole banjo banquise baobab barbecue barboter bascule basilic bassin bâtir
  batterie bavarder bémol béret bergerie betterave biathlon bibelot bicolore bidule bientôt bigorneau
  bijoutier biscotte biscuit bleu blouson bobine bocal bois bonheur bonnet bonsaï bougie boulanger boulevard
  bouquet bourgeon boussole bouteille boutonner bowling bracelet brebis bretelle bricoler brillant brindille
  brioche brocoli broderie bronze brosser brouillon brume bulbe bulldozer bungalow buvard cabane cabillaud
  cabriolet cacahuète cacatoès cactus cafetière cahier caillou calamar calcul calepin calme caméléon camembert
  camion campagnol campeur camping canari cannelle capitaine capuche carapace caribou carnaval carnet
  carrelage carrousel cartable cascade casquette casserole castor catalogue catamaran cavalier caverne céleri
  céréale cerisier cerveau chaleur chamois chanson chanter chapeau chapitre charrette chauffage chaussure
  cheminot chenille chercher chevalet chèvre chiot choisir chorale chouette cigogne ciment cinéaste cinéma
  cintre circuler cirque citron clafoutis clairière classeur clochette clôture coiffeur colibri colline
  colorier comédien comète commencer commode compas compléter comptine concours confetti confiture conjuguer
  consonne content continuer cookie corail cormoran cornemuse costume coucou coulis couplet coureur courgette
  course coussin couturier couvercle couvrir cratère crayonner créatif crémeux crêpe cresson cristal crocodile
  croissant croquant crustacé cubes cuillère cuisinier cultiver curieux curiosité curling cyclisme cylindre
  cymbale dames danser dauphin décalquer décembre décorer découpage dégourdi déguster déjeuner délicieux
  demain demander dessiner devinette diabolo diadème diagonale diapason dictée dièse dimanche dinosaure
  diplôme direction discuter distance diviser dizaine domino dossard doublure doudoune dragon drakkar dribbler
  dune dynamo écarlate échalote échasses échelle éclairer éclatant écluse écorce écrire écriteau écrivain
  écureuil écusson éditeur édredon effaceur effort égoutter élan élastique élégant éleveur emballer embarquer
  emboîter énergique enseigne ensemble entier entonnoir entourer entraide enveloppe envoyer épagneul épeler
  épervier épicerie épicier épinard épisode éplucher éponge épuisette équateur équerre équilibre équipe
  escabeau escalier escargot espadon espoir essuyer étagère étape étincelle étoile étonnant étourneau étudiant
  éventail excellent excursion exemple exercice expliquer explorer fable fabriquer fabuleux facteur fanfare
  fantaisie farandole féliciter fenouil fermeture festin feuille feutrine février figuier figurine film finale
  flamant flaque fleuri flocon flotter flûte fondant football forestier forgeron formule fossette fougère
  fourmi fraîcheur fraise framboise fredonner freiner fresque frigo frites fromage fruitier funambule fusée
  futur gaieté galaxie galoper gambader gants garagiste garniture gâteau gaufre gazelle gazon gecko gelée
  généreux genou gentil géométrie géranium gingembre glaçage glacière glisser globe gobelet goéland gomme
  gondole gong gouache gouttière goyave gradin grammaire graphique gratuit gravier grelot grenadine grignoter
  grillon grizzli groseille grotte gruyère guépard guidon guillemet guimauve guirlande guitare gymnase hamac
  hamster handball hangar hanneton harmonica hélice hennir herbier hérisson héron heureux hexagone hiberner
  hibiscus hibou histoire hiver homard horaire horizon horloge hublot hydravion iceberg iguane illustrer
  imaginer immeuble important imprimeur index indigo infini ingénieur insecte instant inventif jaguar janvier
  jardinier jazz jeudi joker joli jongleur jonquille journal joyeux juillet jumelles jungle kangourou karaoké
  kayak kermesse kilomètre kimono kiosque kiwi klaxon koala labrador laitage laitier lampe langouste lanterne
  largeur lasagne lavande légende légume lentille léopard lessive lettre libellule libraire licorne lierre
  limonade lion liquide litchi logiciel logique lotus loupiote louveteau luciole lumière lumineux lunaire
  lundi lutin lynx macaron machine magazine magenta magicien maison majuscule mammifère manège mangeoire
  manivelle manuel maracas maraîcher marathon marcassin marchand mardi marinade maritime marmelade marmotte
  marqueur match matelot matériel matinal médaille mégaphone mélodie menthe menuisier mercredi meringue merle
  merveille mésange messager mesure métal météore meunier miauler micro miel millier mimosa minéral miniature
  minute mission mixeur modelage moderne moelleux moineau mondial montagne montrer monument moutarde mouton
  mouvement muesli muffin muguet multiple murmurer muscle museau musical musique myrtille nager napperon
  narrateur natation naturel nautique navette naviguer navire nectarine neige nénuphar nettoyer noisetier note
  nougat nouveau novembre noyau nuageux nuance objet océan ocre octobre octogone œuf oignon oisillon ombrelle
  omelette opéra opticien orange orchestre orchidée organiser origami orteil ourson ouvert ovale oxygène
  pagaie pailles palmier palpitant pancake panoplie panorama pantalon panthère pantin pantoufle papillon
  paquebot parachute parapluie parasol parchemin parcours parfait parfumé parking parmesan parole parquet
  partager partition passeport passoire pastel patience patiner pâtissier pâturage paysage peindre pélican
  pelouse pendule péniche pépin perceuse périscope perroquet perruche persil pétanque pétrir peuplier piano
  piéton pieuvre pilote pinceau pingouin pionnier pirogue piscine pistache pizza plafond plage plancher
  planète platane plombier plongeon plumeau podium poésie poétique poignet pointu poirier poisson poivre
  pollen pompon poncho ponctuel poney popcorn portière portrait possible potiron poulain pourpre prairie
  praline précieux préférer présenter primevère printemps prisme prochain progrès projet promenade pronom
  proposer protéger proverbe provision prudent pupitre puzzle pyramide quartier quatuor question quiche quinoa
  raclette raconter radar radiateur rallonge ramasser randonnée rangement rapide rappeler ravioli rayure
  rebondir recherche récipient réciter récolte recopier rectangle recycler réfléchir refrain regarder régulier
  relief remercier remorque remplir renard repas replanter répondre reportage reptile réservoir résistant
  respirer ressort résultat retourner retrouver réunion réussir réveil réverbère rhubarbe ricochet rideau
  rincer risotto rivage rivière robot rocheux roitelet ronronner roquefort rossignol roucouler roulade rouler
  rugby ruisseau rythme sacoche safran salade salopette salsa saluer samedi sandale sandwich satellite sauce
  saumon sautiller savant savoir savoureux saxophone scarabée scénario science scolaire scooter sculpture
  semoule septembre séquoia serveur serviable sésame siècle sifflet signature signer sketch skieur slalom
  soleil solfège solidaire solution sonnerie sonore sorbet soucoupe souffler souligner soupière souplesse
  sourcil souriant spacieux spaghetti spatule spectacle sphère spirale splendide sportif sprint square studio
  stylo sucrerie sucrier superbe surf suricate survoler sushi syllabe symphonie tableau tablier talent tambour
  tandem tanière tapis tartine télescope tempo terminer terrasse théâtre thème tigre tiramisu tirelire tiroir
  tisane tissu toboggan tondeuse torchon torrent tortilla tortue toucan toujours touriste tournoyer tracer
  traduire traîneau tramway trapèze trèfle trépied trésor triangle tribune tricot tricycle triomphe trombone
  trompette tronc trophée tropical trotteur troupeau trousse truite tuba tulipe tunnel turquoise ukulélé
  univers usine utiliser vacances vague valise vanille vedette végétal véhicule veilleuse vélo vendeur
  vendredi véranda verdure verger verglas vertical veste vignette village vinaigre violon virgule visiter
  vitamine vitesse vitrier voiture volet volière volume voyager voyelle wagonnet yacht yaourt zigzaguer zoomer
`
  .trim()
  .split(/\s+/)
