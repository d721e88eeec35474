import { rangDuFichier } from './liens.ts'
import { attribut, lireMarkdown, parcourir, texteDe, type Noeud } from './markdown.ts'
import { ALTERNATIVES_MUETTES, CONNUS, LIENS_MUETS, LOURDS, SIGLES } from './relecture.mots.ts'

export type Regle = 'phrases' | 'mots' | 'sigles' | 'images' | 'titres' | 'liens' | 'typographie' | 'fichiers'

/** Something to mend, for the person who writes: what, where, why, and what to write instead. */
export interface Remarque {
  regle: Regle
  /** What stops a publication: somebody could not read it at all. The rest is advice. */
  bloque: boolean
  /** The words in question. */
  extrait: string
  pourquoi: string
  mieux: string
}

export interface ARelire {
  titre: string
  resume: string
  texte: string
  falc: boolean
  fichiers: readonly {
    rang: number
    libelle: string
    alternative: string
    type: string
    id?: string
    pour?: string | null
    balise?: boolean
  }[]
}

/** Words in a sentence: beyond, it is cut in two (plain writing; FALC asks for shorter ones). */
export const MOTS_AU_PLUS = { courant: 25, falc: 15 }

const court = (texte: string): string => {
  const t = texte.replace(/\s+/g, ' ').trim()
  return t.length > 90 ? `${t.slice(0, 87)}…` : t
}

export function relire(a: ARelire): Remarque[] {
  const noeuds = lireMarkdown(a.texte)
  const blocs = [a.titre, a.resume, ...paragraphes(noeuds)].filter((t) => t.trim() !== '')
  const tous = [...parcourir(noeuds)]
  return [
    ...fichiers(a),
    ...images(tous, a),
    ...titres(tous),
    ...liens(tous),
    ...blocs.flatMap((t) => phrases(t, a.falc)),
    ...lourds(blocs),
    ...sigles(blocs.join('\n')),
    ...blocs.flatMap(typographie),
  ]
}

/** The text of each paragraph, title and cell; code is left alone. */
const paragraphes = (noeuds: readonly Noeud[]): string[] =>
  [...parcourir(noeuds)]
    .filter((n) => n.token.type === 'inline')
    .map((n) => n.enfants.map((e) => (e.token.type === 'code_inline' ? ' ' : texteDe(e))).join(''))

function phrases(texte: string, falc: boolean): Remarque[] {
  const max = falc ? MOTS_AU_PLUS.falc : MOTS_AU_PLUS.courant
  return texte
    .split(/(?<=[.!?…])\s+/)
    .map((p) => ({ p, mots: p.match(/[\p{L}\p{N}]+/gu)?.length ?? 0 }))
    .filter(({ mots }) => mots > max)
    .map(({ p, mots }) => ({
      regle: 'phrases',
      bloque: false,
      extrait: court(p),
      pourquoi: `Cette phrase a ${mots} mots : au-delà de ${max}, on en perd le début.`,
      mieux: 'Coupez-la en deux, une idée par phrase.',
    }))
}

const LES_LOURDS = LOURDS.map(([motif, mieux]) => ({ motif: new RegExp(`(?<!\\p{L})(?:${motif})(?!\\p{L})`, 'iu'), mieux }))

function lourds(blocs: readonly string[]): Remarque[] {
  return LES_LOURDS.flatMap(({ motif, mieux }) => {
    const trouve = blocs.map((t) => motif.exec(t.replaceAll("'", '’'))?.[0]).find((x) => x !== undefined)
    if (trouve === undefined) return []
    return [
      { regle: 'mots', bloque: false, extrait: trouve, pourquoi: 'Il y a un mot plus simple.', mieux: `Écrivez : ${mieux}.` },
    ]
  })
}

function sigles(texte: string): Remarque[] {
  const vus = new Set(texte.match(/(?<![\p{L}\p{N}_])\p{Lu}{2,7}(?![\p{L}\p{N}_])/gu) ?? [])
  return [...vus]
    .filter((s) => !CONNUS.has(s) && !new RegExp(`\\(${s}\\)|${s} ?\\(`).test(texte))
    .map((s) => ({
      regle: 'sigles',
      bloque: false,
      extrait: s,
      pourquoi: 'Tout le monde ne connaît pas ce sigle.',
      mieux: Object.hasOwn(SIGLES, s)
        ? `Écrivez la première fois : ${SIGLES[s]} (${s}).`
        : `Écrivez la première fois ce que veut dire ${s}, puis le sigle entre parenthèses.`,
    }))
}

function images(tous: readonly Noeud[], a: ARelire): Remarque[] {
  return tous
    .filter((n) => n.token.type === 'image')
    .flatMap((n): Remarque[] => {
      const alternative = texteDe(n).trim()
      const src = attribut(n, 'src')
      const rang = rangDuFichier(src)
      const f = a.fichiers.find((x) => x.rang === rang)
      if (f === undefined || !f.type.startsWith('image/'))
        return [
          {
            regle: 'images',
            bloque: true,
            extrait: court(src || alternative),
            pourquoi: 'Cette image n’est pas un fichier de cette page : elle ne s’affiche pas.',
            mieux: 'Joignez l’image, puis écrivez ![ce que montre l’image](fichier:1).',
          },
        ]
      if (alternative !== '' && !ALTERNATIVES_MUETTES.test(alternative)) return []
      return [
        {
          regle: 'images',
          bloque: true,
          extrait: court(alternative || src),
          pourquoi: 'Qui ne voit pas l’image ne saura pas ce qu’elle montre.',
          mieux: `Écrivez entre les crochets ce que l’image dit : ![…](${src}).`,
        },
      ]
    })
}

function titres(tous: readonly Noeud[]): Remarque[] {
  const remarques: Remarque[] = []
  let avant = 0
  for (const n of tous.filter((x) => x.token.type === 'heading_open')) {
    const niveau = Number(n.token.tag.slice(1))
    const extrait = court(texteDe(n))
    if (extrait === '')
      remarques.push({
        regle: 'titres',
        bloque: true,
        extrait: '#'.repeat(niveau),
        pourquoi: 'Ce titre est vide.',
        mieux: 'Écrivez-le, ou retirez-le.',
      })
    if (niveau > avant + 1)
      remarques.push({
        regle: 'titres',
        bloque: true,
        extrait,
        pourquoi:
          avant === 0
            ? 'Le premier titre du texte doit être du premier niveau.'
            : 'Un niveau de titre est sauté : à l’oreille, il manque une partie.',
        mieux: `Écrivez ${'#'.repeat(avant + 1)} devant ce titre.`,
      })
    avant = niveau
  }
  return remarques
}

function liens(tous: readonly Noeud[]): Remarque[] {
  const adresses = new Map<string, string>()
  return tous
    .filter((n) => n.token.type === 'link_open')
    .flatMap((n): Remarque[] => {
      const dit = texteDe(n).trim()
      const href = attribut(n, 'href')
      const deja = adresses.get(dit.toLowerCase())
      adresses.set(dit.toLowerCase(), href)
      if (dit === '' || LIENS_MUETS.test(dit))
        return [
          {
            regle: 'liens',
            bloque: dit === '',
            extrait: dit === '' ? href : dit,
            pourquoi: 'Lu seul, ce lien ne dit pas où il mène.',
            mieux: 'Mettez dans le lien le nom de ce qu’on va trouver : « Guide pour les familles ».',
          },
        ]
      if (/^(https?:\/\/|www\.)/i.test(dit))
        return [
          {
            regle: 'liens',
            bloque: false,
            extrait: court(dit),
            pourquoi: 'Une adresse se lit mal, et s’écoute plus mal encore.',
            mieux: 'Écrivez le nom de la page : [Le nom](adresse).',
          },
        ]
      if (deja !== undefined && deja !== href)
        return [
          {
            regle: 'liens',
            bloque: false,
            extrait: dit,
            pourquoi: 'Deux liens disent la même chose et mènent ailleurs.',
            mieux: 'Donnez à chacun son nom.',
          },
        ]
      return []
    })
}

const TYPO: readonly (readonly [motif: RegExp, pourquoi: string, mieux: string])[] = [
  [/\p{L}'\p{L}/u, 'L’apostrophe droite est celle de la machine à écrire.', 'Écrivez ’.'],
  [/"[^"]{1,60}"/, 'Les guillemets droits sont anglais.', 'Écrivez « et ».'],
  [/“[^”]{1,60}”/, 'Ces guillemets sont anglais.', 'Écrivez « et ».'],
  [/\.\.\./, 'Trois points font un seul signe.', 'Écrivez …'],
  [/\p{L}[!?;](?=\s|$)/u, 'En français, un espace précède ce signe.', 'Mettez un espace devant.'],
  [/\p{L}:(?=\s)/u, 'En français, un espace précède les deux-points.', 'Mettez un espace devant.'],
  [/\s[,.](?=\s|$)/, 'Pas d’espace avant ce signe.', 'Retirez l’espace.'],
  [/«\S|\S»/u, 'Un espace sépare les guillemets des mots.', 'Écrivez « ainsi ».'],
  [
    /(?<!\p{L})[\p{Lu}]{3,}\s+[\p{Lu}]{3,}\s+[\p{Lu}]{2,}/u,
    'Des mots tout en majuscules se lisent lettre à lettre, comme un cri.',
    'Écrivez-les en minuscules.',
  ],
  [/[!?]{2,}/, 'Un seul signe suffit.', 'N’en gardez qu’un.'],
  [
    /\p{L}·\p{L}|\((?:e|s|es|ne|trice)\)/u,
    'Un lecteur d’écran et un enfant butent sur ces formes.',
    'Écrivez les deux mots : « les lycéennes et les lycéens ».',
  ],
]

function typographie(texte: string): Remarque[] {
  return TYPO.flatMap(([motif, pourquoi, mieux]): Remarque[] => {
    const vu = motif.exec(texte)
    if (vu === null) return []
    const autour = texte.slice(Math.max(0, vu.index - 15), vu.index + vu[0].length + 15)
    return [{ regle: 'typographie', bloque: false, extrait: court(autour), pourquoi, mieux }]
  })
}

function fichiers(a: ARelire): Remarque[] {
  const sousTitres = new Set(a.fichiers.flatMap((f) => f.pour ?? []))
  const titre = (f: ARelire['fichiers'][number]): boolean => f.id !== undefined && sousTitres.has(f.id)
  const muets = a.fichiers
    .filter((f) => f.type !== 'text/vtt' && f.alternative.trim().length < (f.type.startsWith('image/') ? 1 : 20))
    .filter((f) => !(f.type.startsWith('video/') && titre(f)) && !f.balise)
  const sansSousTitres = a.fichiers.filter((f) => f.type.startsWith('video/') && !titre(f) && !muets.includes(f))
  return [...muets.map(muet), ...sansSousTitres.map(aSousTitrer)]
}

const aSousTitrer = (f: { libelle: string }): Remarque => ({
  regle: 'fichiers',
  bloque: false,
  extrait: f.libelle,
  pourquoi: 'Qui n’entend pas lit la transcription, mais ne suit pas le film.',
  mieux: 'Joignez des sous-titres (WebVTT).',
})

function muet(f: ARelire['fichiers'][number]): Remarque {
  return {
    regle: 'fichiers',
    bloque: true,
    extrait: f.libelle,
    pourquoi: f.type.startsWith('video/')
      ? 'Qui n’entend pas ou ne voit pas le film n’a rien.'
      : f.type.startsWith('image/')
        ? 'Qui ne voit pas l’image ne saura pas ce qu’elle montre.'
        : 'Un PDF ne se lit pas partout : ni à l’oreille, ni sur tous les téléphones.',
    mieux: f.type.startsWith('video/')
      ? 'Écrivez la transcription, ou joignez des sous-titres (WebVTT) : ce qui se dit, et ce qui se voit d’important.'
      : f.type.startsWith('image/')
        ? 'Écrivez ce que l’image montre et dit.'
        : 'Écrivez le texte du document, ou exportez-le en PDF balisé, avec sa langue.',
  }
}
