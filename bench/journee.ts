import { setTimeout as attendre } from 'node:timers/promises'
import type pg from 'pg'
import { enAdmin } from './banc.ts'
import { requete, resumer, tirer, type Tir } from './charge.ts'
import { alterner, auMoins, auPlus, mediane, sous, type Ctx, type Mesure } from './mesure.ts'
import { peuplerAnnuaire } from './peuple.ts'
import { NAVIGATEUR, recevoir } from './poids.ts'
import { lancerServeur, lancerTemoin, type Serveur } from './serveur.ts'

const ACTIONS = 1_500
const ECOLES = 2_000
const TOURS = 3
const SECONDES = 3
const CLIENTS = 64
const CHEMIN = '/journee-nationale/2026'
const ESSAIS = 15

/** One edition and its actions, a picture on one in ten; texts as long as schools write them. */
const peupler = (url: string): Promise<string> =>
  enAdmin(url, async (c) => {
    await c.query(`insert into prevention.temps_fort (acad, annee, code, jour, introduction, expo_titre, expo_du, expo_au, expo_lieu, publie_le)
      values ('16', 2026, 'journee_nationale', '2026-11-05', repeat('Un jour pour en parler ensemble. ', 20), 'Affiches et vidéos des élèves', '2026-11-05', '2026-11-20', 'Hall du rectorat', now())`)
    const { rows } = await c.query<{ id: string }>(
      `insert into prevention.action (acad, id, etab, dept, annee, temps_fort, titre, texte, du, au, type, publics, niveaux, effectif, partenaires, etat,
         declaree_par, declaree_le, proposee_par, proposee_le, validee_par, validee_le, publiee_par, publiee_le)
       select '16', gen_random_uuid(), e.etab, e.dept, 2026, 'journee_nationale', 'Une action numéro ' || n, repeat('Les élèves ont parlé, dessiné et joué. ', 6),
         '2026-11-05', '2026-11-05', (array['jeu','affichage','projection','sport'])[n % 4 + 1], '{collegiens}', '{6e,5e}', 40 + n % 300, 'Gendarmerie', 'publiee',
         g.id, now(), g.id, now(), g.id, now(), g.id, now()
       from generate_series(1, $1) n
       join (select *, row_number() over (order by etab) r from annuaire.etablissement) e on e.r = n % $2 + 1
       cross join (select id from annuaire.agent limit 1) g
       returning id`,
      [ACTIONS, ECOLES],
    )
    await c.query(
      `insert into prevention.photo (acad, id, action, etab, dept, alternative, reconnus, largeur, hauteur, empreinte, petite, grande, deposee_par, deposee_le, publiee_par, publiee_le)
       select acad, gen_random_uuid(), id, etab, dept, 'Une fresque de mains bleues sur le mur du préau', 'personne', 1400, 933, sha256(id::text::bytea), '\\x00', '\\x00',
         declaree_par, now(), declaree_par, now()
       from prevention.action where abs(hashtext(id::text)) % 10 = 0`,
    )
    await c.query('vacuum analyze')
    return rows.at(-1)!.id
  })

async function mesurer({ banc, dire }: Ctx): Promise<void> {
  const url = await banc.nouvelleBase()
  await peuplerAnnuaire(url, ECOLES)
  const derniere = await peupler(url)
  const serveur = await lancerServeur(banc, url)
  const { corps: octets, texte } = await recevoir(serveur.port, CHEMIN)
  const temoin = await lancerTemoin(banc, octets)
  for (const s of [serveur, temoin]) await tourner(s, 1)
  const [pages, nues] = await alterner(TOURS, [() => tourner(serveur), () => tourner(temoin)])
  const r = resumer(pages)
  dire(
    {
      name: 'page.journee',
      value: r.parSeconde,
      unit: '/s',
      limit: resumer(nues).parSeconde,
      ratio: mediane(pages.map((p, i) => p.parSeconde / nues[i]!.parSeconde)),
      p50: r.p50,
      p95: r.p95,
      p99: r.p99,
      actions: ACTIONS,
      octets,
    },
    auMoins(0.5),
    sous(20, 'p95'),
  )
  // Before it is compressed: what a browser that takes nothing compressed would be sent.
  const ko = Buffer.byteLength(texte) / 1024
  dire({ name: 'page.journee.poids', value: ko, unit: 'Ko', limit: 150, ratio: ko / 150, comprimee: octets / 1024 }, auPlus(150))
  const retards = await enAdmin(url, (c) => retardsDe(c, serveur, derniere))
  const pire = Math.max(...retards)
  dire(
    {
      name: 'page.journee.parution',
      value: pire,
      unit: 'ms',
      limit: 1_000,
      ratio: pire / 1_000,
      p50: mediane(retards),
      essais: ESSAIS,
    },
    sous(1_000),
  )
  await Promise.all([serveur.arreter(), temoin.arreter()])
  await banc.supprimerBase(url)
}

const lire = async (s: Serveur): Promise<Buffer> =>
  Buffer.from(await (await fetch(`http://127.0.0.1:${s.port}${CHEMIN}`)).arrayBuffer())

async function tourner(serveur: Serveur, secondes = SECONDES): Promise<Tir> {
  const octets = requete('GET', CHEMIN, NAVIGATEUR)
  const tir = await tirer({ port: serveur.port, clients: CLIENTS, secondes, suivante: () => octets })
  if (tir.refusees > 0) throw new Error(`${tir.refusees} pages of the day refused`)
  return tir
}

/**
 * How long after the commit a page is still as before: an action goes, comes back, goes … while others read as fast as they
 * can. The number of published actions at the top of the page says which.
 */
async function retardsDe(c: pg.Client, serveur: Serveur, action: string): Promise<number[]> {
  const stop = { fini: false }
  const autres = requete('GET', CHEMIN, NAVIGATEUR)
  const foule = tirer({ port: serveur.port, clients: 16, secondes: 120, suivante: () => (stop.fini ? null : autres) })
  const retards: number[] = []
  for (let essai = 0; essai < ESSAIS; essai++) {
    const publiee = essai % 2 === 1
    await c.query(
      publiee
        ? `update prevention.action set etat = 'publiee', publiee_le = now(), publiee_par = declaree_par, motif_refus = '' where id = $1`
        : `update prevention.action set etat = 'refusee', publiee_le = null, publiee_par = null, motif_refus = 'essai' where id = $1`,
      [action],
    )
    const debut = performance.now()
    const nombre = new Intl.NumberFormat('fr-FR').format(publiee ? ACTIONS : ACTIONS - 1)
    while (!(await lire(serveur)).includes(`valeur">${nombre}<`)) if (performance.now() - debut > 10_000) break
    retards.push(performance.now() - debut)
    // At any moment of the counter's own beat.
    await attendre(37 * essai)
  }
  stop.fini = true
  await foule
  return retards
}

export const journee: Mesure = { noms: ['page.journee', 'page.journee.poids', 'page.journee.parution'], mesurer }
