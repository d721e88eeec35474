import { clock, estUuid, Introuvable, MINUTE, page, plus, Refus, type AgentDb } from '#platform'
import { cadre, consulter, enTantQue, type CtxAgent } from '#acces'
import type { Html } from '#ui'
import { agir, lireEnvoi } from '../agir.ts'
import { consigner, dossierDe, type Dossier } from '../dossier.ts'
import { onglet } from '../onglet.ts'
import { exiger } from '../protocole/peut.ts'
import { ciblesDe } from '../protocole/familles.ts'
import { contexteDe, type Contexte } from './contexte.ts'
import { pageDestinataire, type VueDestinataire } from './destinataire.page.ts'
import { nomsDansFe, texteFe } from './fe.ts'
import { pageEnvoi } from './envoi.page.ts'
import { FEUILLES, lignesFiche } from './fiche.ts'
import { choixDe, parentsDits, partie, scelleesDe } from './feuilles.ts'
import { references3018 } from './faits.ts'
import { pageFeuilles, pageFiche } from './fiche.page.ts'
import { envoiDe, partir, relireTransmission } from './relire.ts'
import { retirer } from './retirer.ts'
import { DESTINATAIRES, type CodeDestinataire } from './transmission.mots.ts'
import { pageTransmissions } from './transmissions.page.ts'
import { suivreTransmission } from './suites.ts'
import { destinataireDe, transmettre, transmissionsDe } from './transmettre.ts'

const faits = {
  transmis: 'La transmission est notée. Sa fiche est gardée telle qu’elle part.',
  soumise: 'Une autre personne la relit. Elle n’est pas encore partie.',
  relue: 'La transmission est relue : elle peut partir.',
  relue_apres: 'Votre lecture est notée.',
  a_reprendre: 'Qui l’a décidée est prévenu de ce qui est à reprendre.',
  retiree: 'Elle est retirée : elle ne partira pas. Elle reste lisible, avec sa raison.',
  non_transmis: 'La décision et sa raison sont notées.',
  suite: 'Les suites sont notées.',
  suite_attente: 'C’est noté. Les suites seront redemandées.',
}

export const transmissions = onglet({ code: 'transmissions', charger: transmissionsDe, contenu: pageTransmissions, faits })

async function vueDe(db: AgentDb, o: Dossier, code: CodeDestinataire): Promise<VueDestinataire> {
  const [toutes, c] = await Promise.all([transmissionsDe(db, o), contexteDe(db, o)])
  const cibles = ciblesDe(o.vu)
  return {
    code,
    transmissions: toutes.filter((t) => t.destinataire === code),
    fe: code === 'fait_etablissement' ? { projet: texteFe(c), verifie: false } : null,
    references: code === 'n3018' ? references3018(c.noms) : [],
    enfants: c.noms.connus.filter((x) => cibles.includes(x.id)).map(({ id, nom }) => ({ id, nom })),
  }
}

export const destinataire = onglet({
  code: 'transmissions',
  sous: '/:id',
  charger: (db, o, { id }) => vueDe(db, o, destinataireDe(id)),
  contenu: (o, vue, s) => {
    if (vue.fe !== null && s.ici('transmissions/:id/texte')) {
      const retour = s.valeur('transmissions/:id/texte', 'texte')
      return pageDestinataire(o, { ...vue, fe: { projet: retour, verifie: s.retour!.refus === '' } }, s)
    }
    return pageDestinataire(o, vue, s)
  },
  brouillon: ({ id }) => `transmissions/${id}`,
  brouillonDe: 'transmissions/:id',
  faits,
  script: ['copier.js'],
})

export const envoi = onglet({
  code: 'transmissions',
  sous: '/envois/:id',
  charger: async (db, o, { id }) => {
    const t = await envoiDe(db, o, id)
    return { t, scellees: await scelleesDe(db, o, t.id) }
  },
  contenu: pageEnvoi,
  titre: ({ t }) => DESTINATAIRES[t.destinataire as CodeDestinataire].libelle,
  faits,
})

export const envois = {
  relire: agir('transmissions/envois/:id/avis', relireTransmission, envoi),
  partir: agir('transmissions/envois/:id/depart', partir, envoi),
  retirer: agir('transmissions/envois/:id/retrait', retirer, envoi),
  decider: agir('transmissions/:id', transmettre, destinataire),
  suite: agir('transmissions/:id/suites', suivreTransmission, destinataire),
}

const motifVerifie = '/dossiers/:numero/transmissions/:id/texte'

/** POST: the text as corrected. Given to be copied only when no name of the dossier is left in it; giving it is an export. */
export async function verifierTexte(c: CtxAgent): Promise<Response> {
  c.set('motif', motifVerifie)
  const numero = c.req.param('numero')!
  const envoi = await lireEnvoi(c)
  const code = destinataireDe(c.req.param('id'))
  if (code !== 'fait_etablissement') throw new Introuvable()
  const restants = await enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), numero)
    exiger(o.moi, 'transmettre', o.situation)
    const noms = nomsDansFe(await contexteDe(db, o), envoi.texte ?? '')
    if (noms.length > 0) return noms
    await consigner(db, o, 'dossier.verifier_texte')
    await consulter(db, o.acad, o.d.id, 'export')
    return []
  }).catch((e: unknown) => {
    if (e instanceof Refus) return e
    throw e
  })
  const refus =
    restants instanceof Refus
      ? restants.message
      : restants.length === 0
        ? ''
        : `Il reste des noms : ${restants.join(', ')}. Mettez des initiales.`
  const erreurs = refus === '' || restants instanceof Refus ? [] : [{ champ: 'texte', message: refus }]
  const retour = { forme: 'transmissions/:id/texte', envoi, refus, erreurs, devance: false }
  return page(
    c,
    await destinataire.afficher(c, numero, retour),
    refus === '' ? 200 : restants instanceof Refus ? restants.statut : 422,
  )
}

const enfantDe = (c: Contexte, o: Dossier, demande: string | undefined): string => {
  const id = demande ?? ciblesDe(o.vu)[0]
  if (id === undefined || !estUuid(id) || !c.familles.some((f) => f.enfant === id)) throw new Introuvable()
  return id
}

/** A page reloaded is the same sheet. */
const dejaOuverte = (o: Dossier, code: CodeDestinataire): boolean =>
  o.vu.faits.some(
    (f) =>
      f.verbe === 'dossier.editer_fiche' &&
      (f.detail as { destinataire?: string }).destinataire === code &&
      f.le > plus(clock.now(), -10 * MINUTE),
  )

type Feuillet = { o: Dossier; titre: string; contenu: Html }

/** A sheet alone on its page. */
const afficherFeuille = (
  c: CtxAgent,
  { o, titre, contenu }: Feuillet,
  script: readonly string[] = [],
): Response | Promise<Response> =>
  page(
    c,
    cadre(c, {
      titre: `${titre}, dossier ${o.d.numero}`,
      courant: '/dossiers',
      filAriane: [
        { libelle: 'Dossiers', url: '/dossiers' },
        { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
        { libelle: 'Transmissions', url: `/dossiers/${o.d.numero}/transmissions` },
        { libelle: titre },
      ],
      contenu,
      ...(script.length > 0 && { script }),
    }),
  )

/** GET: what the sheet would be today. Opening it is an export, and a fact. */
export async function lireFiche(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/transmissions/:id/fiche')
  const code = destinataireDe(c.req.param('id'))
  const feuille = FEUILLES[code]
  if (feuille === undefined) throw new Introuvable()
  const vue = await enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    exiger(o.moi, 'transmettre', o.situation)
    const [contexte, toutes] = await Promise.all([contexteDe(db, o), transmissionsDe(db, o)])
    const enfant = feuille.noms === 'enfant' ? enfantDe(contexte, o, c.req.query('enfant')) : null
    await consulter(db, o.acad, o.d.id, 'export')
    if (!dejaOuverte(o, code)) await consigner(db, o, 'dossier.editer_fiche', { destinataire: code })
    const ip = toutes.findLast((t) => t.destinataire === 'crip' && partie(t))
    const choix = { ...choixDe(toutes, code), enfant, parents: parentsDits(ip?.parents, ip?.parentsRaison ?? '') }
    const f = { titre: feuille.titre, base: feuille.base, lignes: lignesFiche(contexte, feuille, choix) }
    return { o, titre: feuille.titre, contenu: pageFiche(o, f, `/dossiers/${o.d.numero}/transmissions/${code}`) }
  })
  return afficherFeuille(c, vue)
}

/** GET: the sealed sheet on paper, once it may leave; to whoever sees the dossier, and written. */
export async function lireFeuille(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/transmissions/envois/:id/feuille')
  const vue = await enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    const t = await envoiDe(db, o, c.req.param('id'))
    if (t.attente === 'retiree') throw new Refus('Cette transmission est retirée : sa fiche ne s’imprime pas.')
    if (t.attente === 'a_relire' || t.attente === 'refusee')
      throw new Refus('Cette transmission ne part qu’après une seconde lecture : sa fiche ne s’imprime pas encore.')
    await consulter(db, o.acad, o.d.id, 'impression')
    const scellees = await scelleesDe(db, o, t.id)
    return { o, titre: DESTINATAIRES[t.destinataire as CodeDestinataire].libelle, contenu: pageFeuilles(o, t, scellees) }
  })
  return afficherFeuille(c, vue, ['imprimer.js'])
}
