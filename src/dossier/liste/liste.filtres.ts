import { estUuid, ouvrir, sceller, type Trousseau } from '#platform'
import { lireDepartement, lireUai } from '#annuaire'
import { ETATS, type Etat } from '../protocole/protocole.ts'
import { lireNumero } from '../numero.ts'
import { QUAND_REPERE, type QuandRepere } from '../repere/vocabulaire.ts'

export interface Filtres {
  etat: Etat | null
  etab: string | null
  dept: string | null
  retard: boolean
  /** The target says that it goes on. */
  persiste: boolean
  /** `moi`, or one agent. */
  responsable: string | null
  q: string
  /** The same as an address says it when it is no number: sealed, for it may be a child's name. */
  mots: string
  avant: { le: Date; id: string } | null
  /** A report to attach: each row then offers it. */
  signalement: string | null
  /** When a dated reminder of it falls due. */
  repere: QuandRepere | null
  /** Each row has its box, for one reminder on several. */
  poser: boolean
}

function lireAvant(texte: string | undefined): Filtres['avant'] {
  const [ms, id] = (texte ?? '').split('.')
  const le = new Date(Number(ms))
  return id === undefined || !estUuid(id) || Number.isNaN(le.getTime()) ? null : { le, id }
}

const MOTS = 'recherche.mots/-/-'

/** A history, a proxy, a shared screen keep addresses: the words looked for travel sealed in them. What was altered is nothing. */
function lireMots(q: (nom: string) => string | undefined, t: Trousseau): Pick<Filtres, 'q' | 'mots'> {
  const tapes = (q('q') ?? '').trim().slice(0, 100)
  if (tapes !== '')
    return { q: tapes, mots: sceller(t.cle('recherche'), MOTS, Buffer.from(tapes.toWellFormed())).toString('base64url') }
  const mots = q('mots') ?? ''
  if (mots === '') return { q: '', mots }
  try {
    return { q: ouvrir(t.cle('recherche'), MOTS, Buffer.from(mots, 'base64url')).toString(), mots }
  } catch {
    return { q: '', mots: '' }
  }
}

/** What a list address may say. Anything else is ignored: an old bookmark still opens. */
export function lireFiltres(q: (nom: string) => string | undefined, t: Trousseau): Filtres {
  const uai = lireUai(q('etab') ?? '')
  const responsable = q('responsable') ?? ''
  const [etat, repere] = [q('etat') ?? '', q('repere') ?? '']
  return {
    etat: Object.hasOwn(ETATS, etat) ? (etat as Etat) : null,
    etab: 'uai' in uai ? uai.uai : null,
    dept: lireDepartement(q('dept')),
    retard: q('retard') === 'oui',
    persiste: q('persiste') === 'oui',
    responsable: responsable === 'moi' || estUuid(responsable) ? responsable : null,
    ...lireMots(q, t),
    avant: lireAvant(q('avant')),
    signalement: estUuid(q('signalement') ?? '') ? q('signalement')! : null,
    repere: Object.hasOwn(QUAND_REPERE, repere) ? (repere as QuandRepere) : null,
    poser: q('poser') === 'oui',
  }
}

/** The address of the list with some filters changed; the key of the page only when it is given. */
export function urlDossiers(f: Filtres, change: Partial<Filtres> = {}): string {
  const v = { ...f, avant: null, ...change }
  const q = new URLSearchParams()
  for (const nom of ['etat', 'etab', 'dept', 'responsable', 'repere', 'signalement'] as const)
    if (v[nom] !== null) q.set(nom, v[nom])
  if (v.retard) q.set('retard', 'oui')
  if (v.persiste) q.set('persiste', 'oui')
  if (v.poser) q.set('poser', 'oui')
  if (v.q !== '' && lireNumero(v.q) !== null) q.set('q', v.q)
  else if (v.q !== '') q.set('mots', v.mots)
  if (v.avant !== null) q.set('avant', `${v.avant.le.getTime()}.${v.avant.id}`)
  const recherche = q.toString()
  return recherche === '' ? '/dossiers' : `/dossiers?${recherche}`
}
