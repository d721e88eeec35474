import { clock, estUuid, Introuvable, MINUTE, page, plus, Refus, type AgentDb } from '#platform'
import { cadre, consulter, enTantQue, type CtxAgent } from '#acces'
import { jourIso } from '#signalement'
import { agir, lireEnvoi } from '../agir.ts'
import { consigner, dossierDe, type Dossier } from '../dossier.ts'
import { onglet } from '../onglet.ts'
import { exiger } from '../protocole/peut.ts'
import { ciblesDe } from '../protocole/familles.ts'
import { contexteDe, type Contexte } from './contexte.ts'
import { pageDestinataire, type VueDestinataire } from './destinataire.page.ts'
import { nomsDansFe, texteFe } from './fe.ts'
import { FEUILLES, lignesFiche, type Choix } from './fiche.ts'
import { references3018 } from './faits.ts'
import { enLigne } from './liens.ts'
import { pageFiche } from './fiche.page.ts'
import { DESTINATAIRES, PARENTS, type CodeDestinataire } from './transmission.mots.ts'
import { pageTransmissions } from './transmissions.page.ts'
import { destinataireDe, suivreTransmission, transmettre, transmissionsDe, type Transmission } from './transmettre.ts'

const faits = {
  transmis: 'La transmission est notée.',
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

export const envois = {
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

/** What was decided elsewhere, in words; and for the CRIP, whether the parents know. */
function choix(enfant: string | null, toutes: readonly Transmission[], code: CodeDestinataire): Choix {
  const faites = toutes.filter((t) => t.decision === 'oui' && t.destinataire !== code)
  const decides = faites.map((t) => `${DESTINATAIRES[t.destinataire as CodeDestinataire].court} le ${jourIso(t.jour)}`)
  const ip = toutes.findLast((t) => t.destinataire === 'crip' && t.decision === 'oui')
  const parents =
    ip?.parents == null ? '' : [PARENTS[ip.parents as keyof typeof PARENTS].libelle, ip.parentsRaison].filter(Boolean).join('. ')
  const liens = [...new Set(toutes.filter((t) => t.destinataire === code && t.decision === 'oui').flatMap(enLigne))]
  return { enfant, decides, parents, liens }
}

/** A page reloaded is the same sheet. */
const dejaOuverte = (o: Dossier, code: CodeDestinataire): boolean =>
  o.vu.faits.some(
    (f) =>
      f.verbe === 'dossier.editer_fiche' &&
      (f.detail as { destinataire?: string }).destinataire === code &&
      f.le > plus(clock.now(), -10 * MINUTE),
  )

/** GET: a sheet to send. Opening it is an export, and a fact. */
export async function lireFiche(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/transmissions/:id/fiche')
  const code = destinataireDe(c.req.param('id'))
  const feuille = FEUILLES[code]
  if (feuille === undefined) throw new Introuvable()
  const { o, lignes } = await enTantQue(c, async (db) => {
    const d = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    exiger(d.moi, 'transmettre', d.situation)
    const [contexte, toutes] = await Promise.all([contexteDe(db, d), transmissionsDe(db, d)])
    const enfant = feuille.noms === 'enfant' ? enfantDe(contexte, d, c.req.query('enfant')) : null
    await consulter(db, d.acad, d.d.id, 'export')
    if (!dejaOuverte(d, code)) await consigner(db, d, 'dossier.editer_fiche', { destinataire: code })
    return { o: d, lignes: lignesFiche(contexte, feuille, choix(enfant, toutes, code)) }
  })
  const url = `/dossiers/${o.d.numero}/transmissions`
  return page(
    c,
    cadre(c, {
      titre: `${feuille.titre}, dossier ${o.d.numero}`,
      courant: '/dossiers',
      filAriane: [
        { libelle: 'Dossiers', url: '/dossiers' },
        { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
        { libelle: 'Transmissions', url },
        { libelle: feuille.titre },
      ],
      contenu: pageFiche(o, feuille, lignes, `${url}/${code}`),
      script: ['imprimer.js'],
    }),
  )
}
