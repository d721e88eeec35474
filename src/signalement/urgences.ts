import type { Contenu } from './contenu.ts'
import type { Urgence } from './vocabulaire.ts'

/** Words that must bring an adult first, in the three languages of the form; folded, whole words or beginnings (`*`). */
const MOTS: Record<'suicide' | 'arme' | 'violence_sexuelle' | 'mots_de_danger', string[]> = {
  suicide: [
    'suicid*',
    'me tuer',
    'mourir',
    'me faire du mal',
    'me scarifi*',
    'scarif*',
    'envie de plus vivre',
    'plus envie de vivre',
    'en finir',
    'disparaitre',
    'se tuer',
    'kill myself',
    'want to die',
    'self harm',
    'cut myself',
    'end my life',
    'الانتحار',
    'انتحار',
    'أقتل نفسي',
    'أموت',
    'أؤذي نفسي',
  ],
  arme: [
    'couteau*',
    'cutter*',
    'arme',
    'armes',
    'pistolet*',
    'fusil*',
    'machette*',
    'knife',
    'knives',
    'gun',
    'weapon*',
    'سكين',
    'سلاح',
    'مسدس',
  ],
  violence_sexuelle: [
    'viol',
    'viole',
    'violee',
    'violer',
    'attouch*',
    'agression sexuelle',
    'agresse sexuellement',
    'rape',
    'raped',
    'sexual*',
    'اغتصاب',
    'تحرش',
  ],
  mots_de_danger: [
    'va me tuer',
    'vont me tuer',
    'menace de mort',
    'menaces de mort',
    'etrangl*',
    'brul*',
    'enferm*',
    'kill me',
    'going to kill',
    'strangl*',
    'يقتلني',
    'سيقتل',
  ],
}

const plier = (t: string): string =>
  t
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')

const motifs = Object.entries(MOTS).map(([code, mots]) => {
  const termes = mots.map((m) => plier(m).replace(/ /g, '\\s+').replace(/\*$/, '[\\p{L}]*'))
  return [code as Urgence, new RegExp(`(?<![\\p{L}])(?:${termes.join('|')})(?![\\p{L}])`, 'u')] as const
})

/**
 * The reasons to read this report first, from the answers given. Never a score: a reason is shown in words and an adult decides.
 * A word of danger in the narrative errs on the side of the child.
 */
export function urgencesDe(r: {
  danger?: string | null
  quoi: readonly string[]
  auteurs?: string | null
  contenu: Contenu
}): Urgence[] {
  const dit = new Set<Urgence>()
  if (r.danger === 'oui') dit.add('danger_immediat')
  if (r.quoi.includes('envie_mourir')) dit.add('suicide')
  if (r.quoi.includes('arme')) dit.add('arme')
  if (r.quoi.includes('gestes')) dit.add('violence_sexuelle')
  if (r.quoi.includes('images')) dit.add('images_intimes')
  const texte = plier([r.contenu.recit, r.contenu.essais, r.contenu.souhait].join('\n'))
  for (const [code, motif] of motifs) if (motif.test(texte)) dit.add(code)
  if (r.auteurs === 'adulte') dit.add('adulte_mis_en_cause')
  return [...dit]
}
