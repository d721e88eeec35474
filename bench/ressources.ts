import { requete, resumer, tirer, type Tir } from './charge.ts'
import { enAdmin } from './banc.ts'
import { alterner, auMoins, mediane, sous, type Ctx, type Mesure } from './mesure.ts'
import { peuplerAnnuaire } from './peuple.ts'
import { NAVIGATEUR, recevoir } from './poids.ts'
import { lancerServeur, lancerTemoin, type Serveur } from './serveur.ts'

const RESSOURCES = 2_000
const TOURS = 3
const SECONDES = 3
const CLIENTS = 64

/** Two thousand resources online, with texts of a thousand words, and as many readings as make some of them read most. */
const PEUPLER = `
  with mots as (select string_to_array('élève harcèlement témoin adulte école collège parler écouter réseau téléphone insulte groupe moquerie aider protéger séance débat affiche film respect', ' ') as m),
  qui as (select id from annuaire.agent where acad = '16' limit 1),
  r as (insert into prevention.ressource (acad, id, genre, adresse, creee_par, creee_le, garant, a_revoir_le)
    select '16', gen_random_uuid(), 'ressource', 'ressource-' || i, qui.id, now(), qui.id, current_date + 365 from generate_series(1, $1::int) i, qui returning id, adresse),
  v as (insert into prevention.version (acad, id, ressource, rang, par, le, titre, resume, texte, acces, forme, publics, niveaux, themes, piliers,
      duree, licence, origine)
    select '16', gen_random_uuid(), r.id, 1, qui.id, now(), initcap(m[1 + n % 20]) || ' et ' || m[1 + (n * 7) % 20] || ', numéro ' || n,
      'Pour ' || m[1 + (n * 3) % 20] || ' avec ' || m[1 + (n * 11) % 20] || '.',
      (select string_agg(m[1 + (n * k) % 20], ' ') from generate_series(1, 1000) k), 'public',
      (array['affiche', 'seance', 'film', 'fiche', 'guide'])[1 + n % 5], array[(array['eleves', 'familles', 'personnels'])[1 + n % 3]],
      array[(array['cycle2', 'cycle3', 'cycle4', 'lycee'])[1 + n % 4]], array[(array['cyber', 'temoins', 'empathie', 'sexisme'])[1 + n % 4]],
      array[1 + n % 8], 5 + n % 100, 'ouverte', 'Académie'
    from r cross join lateral (select substring(r.adresse from '[0-9]+')::int as n) x, mots, qui returning id, ressource),
  l as (insert into prevention.lecture (acad, ressource, jour, nombre)
    select '16', v.ressource, current_date, 1 + (random() * 50)::int from v where random() < 0.5)
  insert into prevention.publication (acad, id, ressource, version, du, par, le)
    select '16', gen_random_uuid(), v.ressource, v.id, now(), qui.id, now() from v, qui`

/** What people ask: some words, often the same; some choices; some second pages. */
const MOTS = [
  'harcèlement',
  'temoin',
  'affiche',
  'parler adulte',
  'harcelemnt',
  'film cyber',
  'moqueries',
  'réseaux',
  'aider un élève',
  'debat',
]
const CHOIX = ['', '&forme=affiche', '&public=eleves', '&niveau=cycle3&theme=cyber', '&page=2']
const QUESTIONS = ['/ressources', ...MOTS.flatMap((q) => CHOIX.map((c) => `/ressources?q=${encodeURIComponent(q)}${c}`))]

const tir = (serveur: Serveur, chemins: Iterator<string>, secondes = SECONDES): Promise<Tir> =>
  tirer({
    port: serveur.port,
    clients: CLIENTS,
    secondes,
    suivante: () => requete('GET', chemins.next().value as string, NAVIGATEUR),
  })

function* tourDe(chemins: readonly string[]): Generator<string> {
  for (let i = 0; ; i++) yield chemins[i % chemins.length]!
}

/** Words that nobody has asked yet. */
function* jamaisVues(): Generator<string> {
  for (let i = 0; ; i++) yield `/ressources?q=${encodeURIComponent(`${MOTS[i % MOTS.length]} ${i}`)}`
}

async function mesurer({ banc, dire, detail }: Ctx): Promise<void> {
  detail(`${RESSOURCES} ressources en ligne`)
  const url = await banc.nouvelleBase()
  await peuplerAnnuaire(url, 10)
  await enAdmin(url, (c) => c.query(PEUPLER, [RESSOURCES]).then(() => c.query('vacuum analyze')))
  const serveur = await lancerServeur(banc, url)
  const tailles = await Promise.all(QUESTIONS.map(async (q) => (await recevoir(serveur.port, q)).corps))
  const octets = Math.round(tailles.reduce((a, b) => a + b, 0) / tailles.length)
  const temoin = await lancerTemoin(banc, octets)
  const neuves = jamaisVues()
  await tir(serveur, tourDe(QUESTIONS), 1)
  const [pages, nues, froides] = await alterner(TOURS, [
    () => tir(serveur, tourDe(QUESTIONS)),
    () => tir(temoin, tourDe(['/'])),
    () => tir(serveur, neuves),
  ])
  const { refusees, faites, parSeconde, ...temps } = resumer(pages)
  if (refusees > 0) throw new Error(`${refusees} searches refused of ${faites + refusees}`)
  dire(
    {
      name: 'ressources.recherche',
      value: parSeconde,
      unit: '/s',
      limit: resumer(nues).parSeconde,
      ratio: mediane(pages.map((p, i) => p.parSeconde / nues[i]!.parSeconde)),
      ...temps,
      clients: CLIENTS,
      questions: QUESTIONS.length,
      octets,
    },
    auMoins(0.5),
    sous(20, 'p95'),
  )
  const { parSeconde: value, refusees: perdues, faites: _, ...temps2 } = resumer(froides)
  if (perdues > 0) throw new Error(`${perdues} new searches refused`)
  // Told, not bound: 64 people who each ask what nobody ever asked, at the same instant, all the time.
  dire({ name: 'ressources.recherche.neuve', value, unit: '/s', limit: null, ratio: null, ...temps2, clients: CLIENTS })
  await Promise.all([serveur.arreter(), temoin.arreter()])
  await banc.supprimerBase(url)
}

export const ressources: Mesure = { noms: ['ressources.recherche', 'ressources.recherche.neuve'], mesurer }
