/** Names for those whom no story calls by theirs: first names and family names heard in the académie, paired by rank. */
const PRENOMS =
  `Adèle Alexis Amina Anaïs Arnaud Audrey Aurore Benjamin Benoît Camille Caroline Cédric Chloé Christian Clément Danièle David Djamila
Élodie Emmanuel Estelle Fabien Farid Flore Francis Gaëlle Georges Guillaume Hakim Hervé Isabelle Ismaël Jacques Joana Jordi Joséphine Karine
Kévin Latifa Laurent Léonie Ludovic Magali Malika Manon Mathieu Maud Michel Mickaël Mohamed Monique Naïma Nicolas Noémie Pascal Pauline Paulo
Philippe Rachel Rokhaya Sabrina Serge Séverine Solène Stéphane Thanh Thierry Valérie Victor William Yann Zoé`.split(/\s+/)

const NOMS =
  `Albert Alibert Amiel Arnaud Astruc Aubert Balard Barthe Bayle Benali Bessière Blanc Bonnet Bories Bousquet Boyer Brun Cabanis Calvet
Carrière Cassan Cazenave Chabbert Combes Costa Coulon Cros Da-Silva Daures Delmas Diarra Durand Escande Espinasse Fabre Farges Faure Fernandes
Fournié Gaillard Garcia Gau Gilles Girard Gomez Guiraud Hamdi Hébrard Izard Jalabert Joly Kaci Lacroix Lafon Lagarde Laurens Leroux Loubet
Maçon Malaterre Marc Martinez Mas Maury Mercadier Miquel Monteil Moulin Navarro Nègre Nicol Ortega Pagès Palous Pascal Pelissier Pereira Petit
Pons Portal Prat Puech Ramond Raynal Rey Ricard Rigal Robert Rouquette Roux Sabatier Sanchez Serres Séguy Tessier Thuriès Traoré`.split(
    /\s+/,
  )

/** The two lists have no common length: no two ranks below seven thousand give the same person. */
export const nomDuRang = (rang: number): { prenom: string; nom: string } => ({
  prenom: PRENOMS[(rang * 11) % PRENOMS.length]!,
  nom: NOMS[(rang * 17) % NOMS.length]!,
})
