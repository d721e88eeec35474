import { html, tableau, type Html } from '#ui'

/** Measured on the pages as a browser receives them at a first visit (HTML, styles, scripts and pictures, compressed). */
const POIDS: readonly (readonly [page: string, octets: number])[] = [
  ['Accueil', 14_602],
  ['Raconter, première question', 28_272],
  ['Journée nationale, sans photo', 14_560],
  ['Ressources', 12_662],
  ['Le pôle', 13_672],
  ['Aide', 12_948],
]

/** An honest word on the RGESN (v2, 2024): what is done, what was measured, what nobody has looked at yet. */
export const ecoconception: { titre: string; contenu: Html } = {
  titre: 'Écoconception',
  contenu: html`<h1>Écoconception</h1>
    <p>
      Le référentiel général d’écoconception de services numériques (RGESN, version 2 de 2024) a 78 critères. Nous n’en avons pas
      fait l’évaluation complète : nous ne donnons donc aucun score. Voici ce qui est fait, et ce qui ne l’est pas.
    </p>
    <h2>Ce qui est fait</h2>
    <ul>
      <li>Aucune publicité, aucun traceur, aucune police ni script venu d’ailleurs.</li>
      <li>Toutes les pages se lisent sans JavaScript, sur un vieux téléphone comme sur un neuf.</li>
      <li>Les photos sont petites dans la page ; la grande ne vient que si on la demande. Aucune vidéo ne se lance seule.</li>
      <li>Les pages publiques sont calculées une fois, puis servies telles quelles, compressées.</li>
      <li>Une seule application et une seule base de données : une petite machine suffit à une académie.</li>
      <li>
        Ce qui ne sert plus s’efface : brouillons, envois inachevés, fichiers sans page, comptes de lectures de plus de 25 mois.
      </li>
    </ul>
    <h2>Le poids des pages</h2>
    ${tableau({
      legende: 'Première visite, mesurée le 28 novembre 2026',
      dense: true,
      colonnes: [{ libelle: 'Page' }, { libelle: 'Poids reçu', fin: true }],
      lignes: POIDS.map(([page, octets]) => ({ cellules: [page, `${Math.round(octets / 1000)}\u00a0ko`] })),
    })}
    <h2>Ce qui n’est pas fait</h2>
    <ul>
      <li>Pas de mesure de l’énergie des serveurs : elle dépend de l’hébergeur.</li>
      <li>Pas d’évaluation des 78 critères par quelqu’un d’extérieur.</li>
      <li>Les vidéos déposées par les rédacteurs ne sont pas réencodées plus légères.</li>
    </ul>`,
}
