import { Hono, type Context } from 'hono'
import {
  adresse,
  clock,
  limite,
  lireFormulaire,
  page,
  Refus,
  transaction,
  type Env,
  type Formulaire,
  type Maison,
} from '#platform'
import { chercherEtablissements, etablissementDe, horsService, lireCalendrier } from '#annuaire'
import { prefixeDe, type Langue } from '#ui'
import { fermerPage, pageFermee } from '../fermees.ts'
import { registreDe, textes } from '../textes/index.ts'
import { envoye, nouveauBrouillon, ouvrirBrouillon, scellerBrouillon, type Brouillon } from './brouillon.ts'
import { recevoir } from './deposer.ts'
import {
  ETAPE_DE,
  estEtape,
  lireEtape,
  precedente,
  sansTropLongs,
  suivante,
  tropLongs,
  verifier,
  type Erreurs,
  type Etape,
} from './depot.form.ts'
import { pageEtape } from './depot.page.ts'
import { pageCode, pageVerification } from './fin.page.ts'
import { lecteursDe, tenuPar } from './lecteurs.ts'
import { enAttente, IMAGE_OCTETS, IMAGES_MAX, mettreEnAttente, nettoyer, type RefusImage } from './pieces.ts'
import * as sql from './depot.sql.ts'

/** One address may be a whole school: two hundred reports in a quarter of an hour pass at once, a flood waits. */
const envois = limite('envoi', { libre: 300, plafond: 3000, secondes: 900, freinMs: 5000 })
const recherches = limite('recherche', { libre: 1500, plafond: 15000, secondes: 900, freinMs: 2000 })
const images = limite('images', { libre: 150, plafond: 1000, secondes: 900, freinMs: 5000 })

interface Demande {
  c: Context<Env>
  m: Maison
  langue: Langue
  b: Brouillon
  f: Formulaire
}

/** The form of the public door, in one language. */
export const routesDepot = (langue: Langue): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => {
      c.set('motif', '/signaler')
      return montrer({ c, m: c.get('maison'), langue, b: nouveauBrouillon(), f: VIDE }, 'danger')
    })
    .post('/', async (c) => {
      c.set('motif', '/signaler')
      const m = c.get('maison')
      const f = await lireFormulaire(c, { fichiers: { max: IMAGES_MAX, octets: IMAGE_OCTETS } })
      const b = ouvrirBrouillon(m.trousseau, f.un('brouillon'))
      if (b !== null && f.un('vers') === 'terminer') return terminer(c, langue, b)
      if (b === null || pageFermee(b.id)) {
        const t = textes(langue, registreDe(b?.r.declarant ?? '')).commun
        return montrer({ c, m, langue, b: nouveauBrouillon(), f: VIDE }, 'danger', {
          statut: 422,
          avis: b !== null ? t.fermee : f.un('brouillon') === '' ? t.perdu : t.expire,
        })
      }
      if (b.envoye) return apres({ c, m, langue, b, f })
      const etape = f.un('etape')
      return repondre({ c, m, langue, b, f }, estEtape(etape) ? etape : 'danger')
    })

const VIDE: Formulaire = { champs: new Map(), fichiers: [], refuses: [], un: () => '', tous: () => [] }

async function repondre(d: Demande, etape: Etape): Promise<Response> {
  const b = { ...d.b, r: lireEtape(etape, d.f, d.b.r) }
  const suite = { ...d, b }
  const refus = await recevoirImages(suite)
  const [vers, cible = ''] = d.f.un('vers').split(':')
  const depuisResume = d.f.un('ensuite') === 'resume'
  if (vers === 'retirer') await retirer(suite, cible)
  // Said at once, whichever button was pressed: nobody goes on believing that a picture was taken, or that a text will be read whole.
  if (refus.length > 0) return montrer(suite, 'reponse', { refus, depuisResume, statut: 422, erreurs: verifier('reponse', b.r) })
  const longs = tropLongs(b.r)
  if (Object.keys(longs).length > 0) return montrer(suite, etape, { erreurs: longs, statut: 422, depuisResume })
  const numeros = d.f.un('vu') === 'numeros'
  switch (vers) {
    case 'chercher':
      return chercher(suite, depuisResume)
    case 'ajouter':
    case 'retirer':
      return montrer(suite, 'reponse', { depuisResume })
    case 'langue':
      return montrer(suite, etape, { depuisResume, numeros })
    case 'retour':
      // From the numbers, back to their question: whoever pressed « yes » by mistake can say no.
      return montrer(suite, depuisResume && !numeros ? 'resume' : precedente(etape), { depuisResume: depuisResume && numeros })
    case 'aller':
      return montrer(suite, estEtape(cible) ? cible : 'resume', { depuisResume: true })
    case 'histoire':
      return montrer(suite, estEtape(cible) ? cible : 'danger')
    case 'compris':
      return montrer(suite, depuisResume ? 'resume' : 'qui')
    case 'envoyer':
      return envoyer(suite)
    default:
      return continuer(suite, etape, depuisResume)
  }
}

async function chercher(d: Demande, depuisResume: boolean): Promise<Response> {
  await recherches.passer(adresse(d.c))
  return montrer(d, 'ecole', { depuisResume })
}

async function continuer(d: Demande, etape: Etape, depuisResume: boolean): Promise<Response> {
  const { q, cherche } = { q: d.f.un('q').trim(), cherche: d.f.un('cherche').trim() }
  // Typed, and « Continuer » pressed rather than « Chercher »: another school chosen before must not go in its place.
  if (etape === 'ecole' && q !== '' && q !== cherche) return chercher(d, depuisResume)
  const choisie = etape === 'ecole' && q !== '' ? d.f.un('etab') : d.b.r.etab
  const erreurs = verifier(etape, { ...d.b.r, etab: choisie })
  if (Object.keys(erreurs).length > 0) return montrer(d, etape, { erreurs, statut: 422, depuisResume })
  // Danger now: the numbers stay on the screen until the person says that they have read them.
  if (etape === 'danger' && d.b.r.danger === 'oui') return montrer(d, 'danger', { numeros: true, depuisResume })
  return montrer(d, depuisResume ? 'resume' : suivante(etape))
}

async function envoyer(d: Demande): Promise<Response> {
  const { b, m, langue } = d
  const erreurs = verifier('resume', b.r)
  const [premiere] = Object.keys(erreurs) as (keyof Erreurs)[]
  if (premiere !== undefined) return montrer(d, ETAPE_DE[premiere], { erreurs, statut: 422, depuisResume: true })
  await envois.passer(adresse(d.c))
  try {
    return montrerCode({ ...d, b: envoye(await recevoir(m.base, m.trousseau, m.config.academie, b, langue)) })
  } catch (erreur) {
    if (erreur instanceof Refus) return rechoisirEcole(d)
    throw erreur
  }
}

/** The school was closed by an import meanwhile, or was never ours: another is chosen, and all the rest stays. */
const rechoisirEcole = (d: Demande): Promise<Response> =>
  montrer({ ...d, b: { ...d.b, r: { ...d.b.r, etab: '' } } }, 'ecole', {
    statut: 422,
    avis: textes(d.langue, registreDe(d.b.r.declarant)).ecole.fermee,
    depuisResume: true,
  })

/** Nothing of this draft is shown any more, whatever the browser sends again. */
function terminer(c: Context<Env>, langue: Langue, b: Brouillon): Response {
  fermerPage(b.id)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect(prefixeDe(langue) || '/', 303)
}

/** After sending, the draft only shows its code again, and checks that it was noted. */
async function apres(d: Demande): Promise<Response> {
  const secret = Buffer.from(d.b.secret, 'base64')
  const vue = { langue: d.langue, brouillon: scellerBrouillon(d.m.trousseau, d.b), secret, registre: registreDe(d.b.r.declarant) }
  if (d.f.un('vers') === 'verification') return page(d.c, pageVerification({ ...vue, etat: 'question', saisis: [] }))
  if (d.f.un('vers') !== 'verifier') return montrerCode(d)
  const saisis = [d.f.un('mot1'), d.f.un('mot2')]
  const etat = pageVerification.juste(secret, saisis) ? 'bravo' : 'rate'
  return page(d.c, pageVerification({ ...vue, etat, saisis }), etat === 'bravo' ? 200 : 422)
}

async function montrerCode(d: Demande): Promise<Response> {
  const { langue, b } = d
  return page(
    d.c,
    pageCode({
      langue,
      brouillon: scellerBrouillon(d.m.trousseau, b),
      secret: Buffer.from(b.secret, 'base64'),
      registre: registreDe(b.r.declarant),
      r: b.r,
    }),
  )
}

async function recevoirImages(d: Demande): Promise<RefusImage[]> {
  const fichiers = d.f.fichiers.filter((x) => x.champ === 'images')
  const refuses = d.f.refuses.map((x) => x.raison)
  if (fichiers.length === 0) return refuses
  await images.passer(adresse(d.c))
  const acad = d.m.config.academie
  const deja = await public_(d, (db) => enAttente(db, acad, d.b))
  const { images: propres, refus } = await nettoyer(fichiers, IMAGES_MAX - deja.length)
  await public_(d, (db) => mettreEnAttente(db, acad, d.b, propres))
  return [...new Set([...refuses, ...refus])]
}

const retirer = (d: Demande, id: string): Promise<number> =>
  public_(d, (db) =>
    /^[0-9a-f-]{36}$/.test(id)
      ? db.run(sql.retirerEnAttente, { acad: d.m.config.academie, brouillon: d.b.id, id })
      : Promise.resolve(0),
  )

const public_ = <T>(d: Demande, work: Parameters<typeof transaction<'public', T>>[3]): Promise<T> =>
  transaction(d.m.base, 'public', { brouillon: d.b.id }, work)

interface Montre {
  erreurs?: Erreurs
  refus?: RefusImage[]
  statut?: 200 | 422
  avis?: string
  depuisResume?: boolean
  numeros?: boolean
}

/** Loads what the screen needs and shows it. */
async function montrer(d: Demande, etape: Etape, o: Montre = {}): Promise<Response> {
  const { b, m, langue } = d
  const acad = m.config.academie
  const q = d.f.un('q').trim().slice(0, 80)
  const donnees = await public_(d, async (db) => {
    const choisie =
      b.r.etab !== '' && (etape === 'ecole' || etape === 'resume') ? await etablissementDe(db, acad, b.r.etab) : null
    return {
      choisie,
      ferme: etape === 'danger' && horsService(await lireCalendrier(db, acad), clock.now()),
      trouvees: etape === 'ecole' && q !== '' ? await chercherEtablissements(db, { acad, texte: q }) : null,
      images: etape === 'reponse' || etape === 'resume' ? await enAttente(db, acad, b) : [],
      lecteurs: etape === 'resume' && choisie !== null ? lecteursDe(langue, await tenuPar(db, acad, b.r), choisie.type) : [],
    }
  })
  const html = pageEtape({
    langue,
    etape,
    r: b.r,
    brouillon: scellerBrouillon(m.trousseau, { ...b, r: sansTropLongs(b.r) }),
    numeros: o.numeros ?? false,
    cherche: q,
    ...donnees,
    erreurs: o.erreurs ?? {},
    refus: o.refus ?? [],
    avis: o.avis ?? '',
    depuisResume: o.depuisResume ?? false,
  })
  return page(d.c, html, o.statut ?? 200)
}
