import { estUuid, Introuvable, page, uuidv7, type AgentDb, type Maison } from '#platform'
import { enTete, html, typo, type Html } from '#ui'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { rendu } from '../fiche/fiche.page.ts'
import { piecesDe } from '../fiche/fiche.ts'
import { texteEnPage } from '../texte/texte.page.ts'
import { relire } from '../texte/relecture.ts'
import { exigerRedaction } from './droits.ts'
import { pageFicheRedaction, type FicheRedaction } from './fiche.page.ts'
import { depuis } from './liste.ts'
import * as sql from './redaction.sql.ts'
import { redacteurs as redacteursDe } from './revue.sql.ts'
import { versionDe } from './version.ts'

const FAITS = {
  enregistree: 'La version est enregistrée. Elle ne paraît que quand vous la publiez.',
  publiee: 'C’est publié.',
  programmee: 'La parution est prévue.',
  annulee: 'La parution prévue est annulée.',
  retiree: 'C’est retiré du site.',
  revue: 'La relecture est notée.',
  restauree: 'L’ancienne version est reprise : c’est maintenant la plus récente.',
  jointe: 'Le fichier est joint. Dites en texte ce qu’il contient avant de publier.',
}

export const idDe = (c: CtxAgent): string => {
  const id = c.req.param('id')!
  if (!estUuid(id)) throw new Introuvable()
  return id
}

async function lire(db: AgentDb, m: Maison, acad: string, id: string): Promise<FicheRedaction> {
  const v = await versionDe(db, acad, id)
  const [lignes, fichiers, versions, publications, liens, redacteurs] = await Promise.all([
    db.all(sql.lister, { acad, depuis: depuis(), id }),
    db.all(sql.fichiers, { acad, version: v.id }),
    db.all(sql.versions, { acad, id }),
    db.all(sql.publications, { acad, id }),
    db.all(sql.liensDe, { acad, liens: v.liens }),
    db.all(redacteursDe, { acad }),
  ])
  const [l] = lignes
  if (l === undefined) throw new Introuvable()
  const pieces = piecesDe(
    m,
    '/bibliotheque',
    fichiers.map((f) => ({ ...f, version: v.id })),
  )
  return { l, v, versions, publications, liens, redacteurs, pieces, remarques: relire({ ...v, fichiers }), neuf: uuidv7() }
}

export async function afficher(c: CtxAgent, id: string, retour?: FicheRedaction['retour']): Promise<Html> {
  const f = await enTantQue(c, (db) => lire(db, c.get('maison'), c.get('moi').acad, id))
  return cadre(c, {
    titre: f.v.titre,
    courant: '/redaction',
    filAriane: [{ libelle: 'Pages et ressources', url: '/redaction' }, { libelle: f.v.titre }],
    contenu: pageFicheRedaction({ ...f, ...(retour && { retour }) }),
    faits: FAITS,
  })
}

/** GET /redaction/:id */
export async function lireFiche(c: CtxAgent): Promise<Response> {
  exigerRedaction(c, '/redaction/:id')
  return page(c, await afficher(c, idDe(c)))
}

/** GET /redaction/:id/versions/:rang */
export async function lireVersion(c: CtxAgent): Promise<Response> {
  const { acad } = exigerRedaction(c, '/redaction/:id/versions/:rang')
  const rang = /^\d{1,6}$/.test(c.req.param('rang')!) ? Number(c.req.param('rang')) : 0
  const { v, fichiers } = await enTantQue(c, async (db) => {
    const v = await versionDe(db, acad, idDe(c), rang)
    return { v, fichiers: await db.all(sql.fichiers, { acad, version: v.id }) }
  })
  const pieces = piecesDe(
    c.get('maison'),
    '/bibliotheque',
    fichiers.map((f) => ({ ...f, version: v.id })),
  )
  const contenu = html`<div class="preau-pile">
    ${enTete({ surtitre: `Version ${v.rang}`, titre: typo(v.titre), texte: typo(`Écrite par ${v.parNom}.`) })}
    <div class="preau-apercu__feuille preau-prose">
      ${v.resume !== '' && html`<p class="fr-text--lead">${typo(v.resume)}</p>`} ${texteEnPage(v.texte, rendu(pieces))}
    </div>
  </div>`
  const filAriane = [
    { libelle: 'Pages et ressources', url: '/redaction' },
    { libelle: v.titre, url: `/redaction/${v.ressource}` },
    { libelle: `Version ${v.rang}` },
  ]
  return page(c, cadre(c, { titre: `Version ${v.rang}`, courant: '/redaction', filAriane, contenu }))
}
