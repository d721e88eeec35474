/** Heavy words and the plain ones. After the rules of FALC and of the State's plain writing; the list is a proposition. */
export const LOURDS: readonly (readonly [motif: string, mieux: string])[] = [
  ['afin d[e’]', 'pour'],
  ['dans le cadre d[eu]s?', 'pour, pendant, avec'],
  ['dans le but de', 'pour'],
  ['en vue de', 'pour'],
  ['au sein d[eu]s?', 'dans'],
  ['par le biais d[eu]s?', 'par, avec'],
  ['au moyen d[eu]s?', 'avec'],
  ['à l’issue d[eu]s?', 'après'],
  ['préalablement', 'avant'],
  ['ultérieurement', 'plus tard'],
  ['concernant', 'pour, sur'],
  ['relati(?:f|ve)s? à', 'sur'],
  ['nonobstant', 'malgré'],
  ['susmentionnée?s?', 'dites plutôt de quoi il s’agit'],
  ['ladite|ledit|lesdite?s', 'ce, cette'],
  ['met(?:tre|tez|tent|tons) en œuvre', 'faire'],
  ['mise en œuvre', 'faire, réaliser'],
  ['effectuer|effectuez', 'faire'],
  ['procéder à|procédez à', 'faire'],
  ['bénéficier de|bénéficiez de', 'avoir'],
  ['solliciter|sollicitez', 'demander'],
  ['informer que', 'dire que'],
  ['être en mesure de|êtes en mesure de', 'pouvoir'],
  ['problématiques?', 'problème, question'],
  ['dysfonctionnements?', 'problème'],
  ['remédiation', 'réparer, aider'],
  ['apprenants?', 'élève'],
  ['bienveillante?s?', 'dites ce que l’on fait : écouter, aider'],
  ['partenariale?s?', 'avec des partenaires'],
  ['pluricatégorielle?s?', 'de plusieurs métiers'],
  ['vivre[- ]ensemble', 'bien vivre avec les autres'],
  ['impacter|impacte', 'toucher, changer'],
  ['finaliser|finalisez', 'finir'],
  ['initier', 'commencer'],
  ['notamment', 'surtout, par exemple'],
  ['via', 'par'],
]

/** What an abbreviation stands for: it is written once in full. */
export const SIGLES: Readonly<Record<string, string>> = {
  AED: 'assistant d’éducation',
  AESH: 'accompagnant d’élève en situation de handicap',
  CESCE: 'comité d’éducation à la santé, à la citoyenneté et à l’environnement',
  CPE: 'conseiller principal d’éducation',
  CPS: 'compétences psychosociales',
  CVC: 'conseil de la vie collégienne',
  CVL: 'conseil de la vie lycéenne',
  DASEN: 'directeur académique des services de l’Éducation nationale',
  DSDEN: 'direction des services départementaux de l’Éducation nationale',
  EMAS: 'équipe mobile d’appui à la scolarisation',
  EMC: 'enseignement moral et civique',
  FALC: 'facile à lire et à comprendre',
  IEN: 'inspecteur de l’Éducation nationale',
  MPP: 'méthode de la préoccupation partagée',
  PIAL: 'pôle inclusif d’accompagnement localisé',
  PPMS: 'plan particulier de mise en sûreté',
  RASED: 'réseau d’aides spécialisées aux élèves en difficulté',
  SEGPA: 'section d’enseignement général et professionnel adapté',
  ULIS: 'unité localisée pour l’inclusion scolaire',
}
/** Known by everybody, or a word by now. */
export const CONNUS: ReadonlySet<string> = new Set([
  'PDF',
  'SMS',
  'OK',
  'FAQ',
  'SAMU',
  'CP',
  'NON',
  'OUI',
  'MP4',
  'CC',
  'BY',
  'SA',
  'DVD',
])

/** Links that say nothing out of their sentence, as a list of links is read aloud. */
export const LIENS_MUETS =
  /^(cliquez( ici)?|cliquer ici|ici|là|lien|ce lien|lire( la suite)?|la suite|en savoir plus|plus d[’']infos?|voir( plus)?|télécharger|suivez ce lien)\s*[.…!]?$/i
/** Alternatives that say nothing of the picture. */
export const ALTERNATIVES_MUETTES =
  /^(image|photo|photographie|logo|dessin|img|dsc|illustration|sans titre|affiche|capture.*)[\s_-]*\d*$|\.(jpe?g|png|webp|gif)$/i
