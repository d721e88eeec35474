import { devant, PETIT, type Gens, type Lieu } from './gens.ts'
import type { NomAgent } from './monde.ts'

/** What people do on the screens, in the words of the screens. */

export interface Recit {
  qui: string
  ecole: string
  quoi: string
  recit: string
  ou: string
  noms: string
  cible: string
}

/** Somebody tells, from a small phone, one question a screen. @returns the return code. */
export async function raconter(lieu: Lieu, r: Recit): Promise<string> {
  let code = ''
  const ecrans = async (g: Gens): Promise<void> => {
    const suite = async (reponse?: string): Promise<void> => {
      const avant = await g.p.locator('h1').innerText()
      if (reponse !== undefined) await g.coche(reponse)
      await g.p.locator('form.preau-form button.fr-btn--lg').click()
      await g.p.locator('h1').filter({ hasNotText: avant }).waitFor()
    }
    await g.va('/')
    await g.suit('Raconter ce qui se passe')
    await suite('Non, pas maintenant')
    await suite(r.qui)
    await g.p.getByRole('textbox').fill(r.ecole)
    await g.appuie('Chercher')
    await suite(r.ecole)
    await g.coche(r.quoi)
    await g.p.locator('#recit').fill(r.recit)
    await suite()
    await suite('Il y a quelques semaines')
    await suite(r.ou)
    await g.coche('Plusieurs élèves')
    await g.p.locator('#noms').fill(r.noms)
    await g.p.locator('#cible').fill(r.cible)
    // Who knows, how to be answered, reading again.
    for (let ecran = 0; ecran < 4; ecran++) await suite()
    await g.lit('C’est envoyé')
    code = (await g.p.locator('#code').innerText()).replace(/\s+/g, ' ').trim()
  }
  await devant(lieu, null, ecrans, { viewport: PETIT })
  return code
}

/** What one reads with the code, on the small phone: what is said, and what never is. */
export async function relire(lieu: Lieu, code: string, dit: readonly (string | RegExp)[], jamais: RegExp): Promise<void> {
  const ecrans = async (g: Gens): Promise<void> => {
    await g.va('/suivi')
    await g.p.locator('#code').fill(code)
    await g.appuie('Ouvrir')
    await g.lit(...dit)
    await g.neLitPas(jamais, /sanction|disciplin|qualifi|préoccupation|DASEN|maire|surveillance|procédure/i)
    await g.regarde('reponse')
  }
  await devant(lieu, null, ecrans, { viewport: PETIT })
}

/** One part of a dossier, in front of somebody. */
export const dans =
  (lieu: Lieu, numero: () => string) =>
  (qui: NomAgent, partie: string, travail: (g: Gens) => Promise<void>): Promise<void> =>
    devant(lieu, qui, async (g) => {
      await g.va(`/dossiers/${numero()}${partie && `/${partie}`}`)
      // Where nothing was handed to them, they say why first.
      const pourquoi = g.p.getByRole('button', { name: 'J’ai été prévenu' })
      if ((await pourquoi.count()) > 0) await pourquoi.click()
      await travail(g)
    })

/** The report of the inbox becomes a dossier. @returns its number. */
export async function ouvrirDepuis(g: Gens, ecole: string, reponse: string): Promise<string> {
  await g.va('/boite')
  await g.suit(ecole)
  await g.lit('Personne ne l’a encore pris en charge.')
  await g.appuie('Prendre en charge')
  await g.lit('Vous l’avez pris en charge')
  await g.ecrit('Votre réponse', reponse)
  await g.appuie('Envoyer la réponse')
  await g.suit('Ouvrir un dossier')
  await g.lit('Ces noms viennent du signalement.')
  await g.appuie('Ouvrir le dossier')
  await g.lit('Le dossier est ouvert. Dites qui est protégé, et comment.', 'À faire maintenant')
  return /dossiers\/([^?]+)/.exec(g.p.url())![1]!
}

/** The first measure, or one more. */
export async function proteger(g: Gens, bouton: string, mesure: string, quoi: string, qui: string): Promise<void> {
  const pli = await g.ouvre(bouton)
  await g.prend('Mesure', mesure, pli)
  await g.ecrit('Ce qui est fait', quoi, pli)
  await g.ecrit('Par qui', qui, pli)
  await g.appuie(bouton, pli)
  await g.lit('La mesure est notée.', quoi)
}

export async function qualifier(g: Gens, comment: string, raison: string, famille: string): Promise<void> {
  const q = g.p.locator('#qualifier')
  await g.prend('Comment la situation est qualifiée', comment, q)
  await g.ecrit('Pourquoi', raison, q)
  await g.ecrit('Comment la famille le nomme', famille, q)
  await g.appuie('Qualifier la situation', q)
  await g.lit('La qualification est notée', famille)
}

export async function engager(g: Gens, methode: string, raison: string): Promise<void> {
  await g.repond('Méthode', methode)
  await g.prend('Depuis combien de temps', 'De un à trois mois')
  await g.ecrit('Pourquoi cette méthode', raison)
  await g.appuie('Engager cette piste')
  await g.p.locator('.fr-notice').filter({ hasText: 'engagée' }).waitFor()
}

/** One step of a track: which, about whom, and what was done or answered. */
export async function noterEtape(g: Gens, etape: string, texte: string, qui?: string, plus?: () => Promise<void>): Promise<void> {
  await g.suit('Noter une étape')
  await g.repond('Étape', etape)
  if (qui !== undefined) await g.prend('Quel élève', qui)
  await plus?.()
  await g.ecrit('Ce qui a été fait ou répondu', texte)
  await g.appuie('Enregistrer l’étape')
  await g.lit(texte)
}

/** Ends every measure that is still on, from the list of what the end asks for. */
export async function leverLesMesures(g: Gens, retour: string): Promise<void> {
  for (let reste = await g.p.getByRole('button', { name: 'Mettre fin aujourd’hui' }).count(); reste > 0; reste--) {
    await g.appuie('Mettre fin aujourd’hui')
    await g.lit('La mesure est finie.')
    await g.va(retour)
  }
}

/** The end: why, what stays, and the last word to each person who told, whose gaps are filled in. */
export async function clore(g: Gens, raison: string, reste: string, aQui: string): Promise<void> {
  const pli = await g.ouvre('Clore le dossier')
  await g.prend('Pourquoi le dossier est clos', 'Cela a cessé, l’élève visé le dit', pli)
  await g.ecrit('Ce qui permet de clore', raison, pli)
  await g.ecrit('Ce qui reste après', reste, pli)
  const mot = g.p.getByLabel('Réponse au signalement')
  await mot.fill((await mot.inputValue()).replace('…', aQui))
  await g.appuie('Clore le dossier', pli)
  await g.lit('Le dossier est clos')
}

/** Opens the trame from the page of the talks, writes, and (with the target) checks that the child is safe. */
export async function noterEntretien(
  g: Gens,
  avec: string,
  dit: { faits: string; mots: string; besoins?: [question: string, texte: string]; cible?: { retour: string } },
): Promise<void> {
  await g.suit(new RegExp(`Noter un entretien avec ${avec}`))
  await g.ecrit('Les faits', dit.faits)
  await g.ecrit('Les mots entendus', dit.mots)
  if (dit.besoins !== undefined) await g.ecrit(...dit.besoins)
  if (dit.cible !== undefined) {
    await g.repond('Est-il en danger maintenant', 'Non')
    await g.repond('A-t-il parlé de mourir', 'Non')
    await g.repond('Sera-t-il en sécurité ce soir', 'Oui')
    await g.ecrit('Avec qui rentre-t-il', dit.cible.retour)
    await g.repond('Les responsables légaux sont-ils prévenus', 'Je la préviens aujourd’hui')
  }
  await g.appuie('Enregistrer l’entretien')
  await g.lit('L’entretien est noté.')
}

/** On the page of one family: somebody who answers for the child. */
export async function ajouterResponsable(g: Gens, nom: string, lien: string, telephone: string): Promise<void> {
  const pli = await g.ouvre('Ajouter un responsable légal')
  await g.ecrit('Nom et prénom', nom, pli)
  await g.prend('Lien avec l’élève', lien, pli)
  await g.ecrit('Téléphone', telephone, pli)
  await g.appuie('Ajouter', pli)
  await g.p.locator('.fr-card__title', { hasText: nom }).waitFor()
}

/** A call or a meeting: with whom, about what, in which words. */
export async function noterContact(
  g: Gens,
  avec: readonly string[],
  moyen: string,
  sujets: readonly string[],
  dit: string,
): Promise<void> {
  const pli = await g.ouvre('Noter un contact avec la famille')
  for (const nom of avec) await g.coche(nom, pli)
  await g.prend('Comment', moyen, pli)
  for (const s of sujets) await g.coche(s, pli)
  await g.ecrit('Ce qui a été dit', dit, pli)
  await g.appuie('Enregistrer ce contact', pli)
  await g.lit(dit)
}

/** A grid that says bullying, and no danger. */
export const GRILLE: Readonly<Record<string, string>> = {
  'L’élève visé a-t-il subi cela plusieurs fois': 'Chaque semaine, ou plus',
  'Depuis combien de temps': 'Quelques semaines',
  'Y a-t-il des faits graves': 'Non',
  'Est-ce que cela se passe aussi en ligne': 'Je ne sais pas',
  'Peut-il se défendre': 'Non',
  'Que fait le groupe': 'Il rit, filme ou suit',
  'Est-il plus exposé': 'Non',
  'Sa dignité': 'Oui, c’est dit ou constaté',
  'Sa santé': 'Des signes, sans certitude',
  'Sa scolarité': 'Je ne sais pas',
  'Depuis les dernières mesures': 'Pareil',
  'Est-il en danger aujourd’hui': 'Non',
}

/** One adult's view: each question has its answer, « Je ne sais pas » is one. */
export async function remplirGrille(g: Gens, reponses: Readonly<Record<string, string>>): Promise<void> {
  await g.suit('Remplir la grille')
  for (const [question, reponse] of Object.entries(reponses)) await g.repond(question, reponse)
  await g.appuie('Envoyer la grille')
  await g.lit('Votre grille est envoyée.')
}

/** A checkpoint: what the targeted pupil says, with the pupil's own words, and that they are safe. */
export async function noterPoint(g: Gens, quel: RegExp, parole: string, mots: string): Promise<void> {
  await g.lit(quel)
  await g.repond('L’élève visé, seul avec un adulte', parole)
  await g.ecrit('Ses mots, entre guillemets', mots)
  await g.repond('Est-il en danger', 'Non')
  await g.repond('A-t-il parlé de mourir', 'Non')
  await g.repond('Sera-t-il en sécurité', 'Oui')
  await g.appuie('Noter un point de suivi')
  await g.lit(mots)
}
