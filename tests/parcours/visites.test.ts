import assert from 'node:assert/strict'
import { test } from 'node:test'
import { devant, ouvrirLieu, TELEPHONE, type Gens, type Lieu } from '../support/gens.ts'
import type { NomAgent } from '../support/monde.ts'

/** Classes book the visit of an exhibition, on a phone; the organisers read who comes. First without scripts, then with. */

const JOURNEE = {
  code: 'journee_nationale',
  annee: '2026',
  jour: '2026-11-12',
  introduction: 'Un jour pour en parler.',
  publier: 'oui',
  expo_titre: 'Les affiches des élèves',
  expo_du: '2026-11-12',
  expo_au: '2026-11-27',
  expo_lieu: 'Hall du rectorat',
}
const ECRAN = { viewport: { width: 1280, height: 900 } }

const organiser = (lieu: Lieu, travail: (g: Gens) => Promise<void>): Promise<void> =>
  devant(
    lieu,
    'communication',
    async (g) => {
      await g.va('/actions/journees')
      await g.suit('Visites')
      await travail(g)
    },
    ECRAN,
  )

async function ouvrirCreneau(g: Gens, heure: string): Promise<void> {
  await g.ecrit('Jour', '2026-11-17')
  await g.ecrit('Heure', heure)
  await g.ecrit('Élèves au plus', '30')
  await g.appuie('Ouvrir ce créneau')
  await g.lit('Le créneau est ouvert aux classes.')
}

/** Finds the way from the actions, as a school does. */
const visiter = (lieu: Lieu, qui: NomAgent, travail: (g: Gens) => Promise<void>): Promise<void> =>
  devant(
    lieu,
    qui,
    async (g) => {
      await g.va('/actions')
      await g.suit('Visiter l’exposition')
      await travail(g)
    },
    { viewport: TELEPHONE },
  )

async function choisir(g: Gens, quand: RegExp, niveau: string, eleves: string): Promise<void> {
  await g.p.locator('label', { hasText: quand }).first().click()
  await g.prend('Niveau de la classe', niveau)
  await g.ecrit('Combien d’élèves', eleves)
}

/** In public, how many places are left, and never who comes. Within a second of the booking. */
const public_ = (lieu: Lieu, dit: string): Promise<void> =>
  devant(lieu, null, async (g) => {
    await g.p.waitForTimeout(300)
    await g.va('/journee-nationale/2026')
    await g.lit(dit)
    await g.neLitPas('Tilleuls', 'Saules', 'Pruniers')
    await g.regarde(`visites-publique${lieu.js ? '-js' : ''}`)
  })

for (const js of [false, true])
  test(`a class books a visit, ${js ? 'with' : 'without'} scripts: twice is once, a place goes meanwhile, places are given back, the slot moves`, async (t) => {
    const lieu = await ouvrirLieu(new Date('2026-11-10T09:00:00+01:00'), js)
    t.after(lieu.fermer)
    const marque = js ? '-js' : ''
    assert.equal((await lieu.m.envoyer('/actions/journees/nouvelle', JOURNEE, 'communication')).status, 303)
    await visiter(lieu, 'chefTilleuls', async (g) => {
      await g.lit('Aucune visite n’est proposée pour l’instant')
      await g.regarde(`visites-rien${marque}`)
    })
    await organiser(lieu, async (g) => {
      await g.lit('Aucun créneau', 'Hall du rectorat')
      await g.appuie('Ouvrir ce créneau')
      await g.lit('Donnez le jour de la visite.')
      await g.regarde(`organiser-refus${marque}`)
      await ouvrirCreneau(g, '10:30')
      await ouvrirCreneau(g, '14:00')
    })
    await visiter(lieu, 'chefTilleuls', async (g) => {
      await g.lit('Mardi 17 novembre à 10 h 30 (45 min)', '30 places libres sur 30')
      await g.appuie('Réserver pour cette classe')
      await g.lit('Ce n’est pas fait', 'Choisissez le moment de la visite.')
      await g.regarde(`visites-refus${marque}`)
      await choisir(g, /10\s+h\s+30/, '6e', '20')
      await g.p.getByRole('button', { name: 'Réserver pour cette classe' }).dblclick()
      await g.p.getByText('La visite est réservée').waitFor()
      await g.p.waitForLoadState()
      await g.lit('La visite est réservée pour votre classe.', '6e, 20 élèves')
      assert.equal(await g.p.getByRole('button', { name: 'Annuler cette visite' }).count(), 1)
      await g.regarde(`visites-reservee${marque}`)
    })
    await public_(lieu, 'Mardi 17 novembre à 10 h 30 (45 min) : 10 places libres sur 30')
    await visiter(lieu, 'chefSaules', async (g) => {
      await choisir(g, /10\s+h\s+30/, '5e', '10')
      // Meanwhile a colleague elsewhere takes the last places.
      await visiter(lieu, 'chefPruniers', async (autre) => {
        await choisir(autre, /10\s+h\s+30/, '3e', '10')
        await autre.appuie('Réserver pour cette classe')
        await autre.lit('La visite est réservée pour votre classe.')
      })
      await g.appuie('Réserver pour cette classe')
      await g.lit('Il ne reste pas assez de places à ce moment', 'Complet')
      assert.equal(await g.p.getByLabel('Combien d’élèves').inputValue(), '10')
      await g.regarde(`visites-complet${marque}`)
      await choisir(g, /14\s+h/, '5e', '10')
      await g.appuie('Réserver pour cette classe')
      await g.lit('La visite est réservée pour votre classe.', '14 h (45 min)')
    })
    await organiser(lieu, async (g) => {
      await g.lit('Classes qui viennent', 'Collège Les Tilleuls', 'Collège Les Pruniers', 'Collège Les Saules', 'Complet')
      await g.regarde(`organiser${marque}`)
      await g.p.getByRole('link', { name: /Déplacer.*10\s+h\s+30/ }).click()
      await g.lit('2 établissements l’ont réservé')
      await g.ecrit('Jour', '2026-12-24')
      await g.appuie('Déplacer ce créneau')
      await g.lit('L’exposition n’est pas ouverte ce jour-là.')
      await g.regarde(`deplacer${marque}`)
      await g.ecrit('Jour', '2026-11-18')
      await g.ecrit('Heure', '9:00')
      await g.appuie('Déplacer ce créneau')
      await g.lit('Le créneau est déplacé.', 'Pas encore accepté')
      await g.regarde(`organiser-deplace${marque}`)
    })
    await visiter(lieu, 'chefTilleuls', async (g) => {
      await g.lit(
        'Mercredi 18 novembre à 9 h (45 min)',
        'Le moment a changé. Vous aviez choisi mardi 17 novembre à 10 h 30 (45 min).',
      )
      await g.regarde(`visites-deplacee${marque}`)
      await g.appuie('Garder ce nouveau moment')
      await g.lit('Votre visite est à ce nouveau moment.')
      await g.neLitPas('Le moment a changé')
    })
    await visiter(lieu, 'chefPruniers', async (g) => {
      await g.appuie('Annuler cette visite')
      await g.lit('La visite est annulée : les places sont rendues.')
      await g.neLitPas('Nos visites')
    })
    await public_(lieu, 'Mercredi 18 novembre à 9 h (45 min) : 10 places libres sur 30')
    await organiser(lieu, async (g) => {
      await g.lit('Collège Les Tilleuls', 'Collège Les Saules')
      await g.neLitPas('Collège Les Pruniers', 'Pas encore accepté')
    })
  })
