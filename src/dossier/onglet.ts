import { page, type AgentDb } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { html, type Html } from '#ui'
import type { Vue } from './agir.ts'
import { brouillonDe, FAITS_BROUILLON } from './brouillon/brouillon.ts'
import { dossierDe, type Dossier } from './dossier.ts'
import { rappelAFaire } from './fiche/afaire.page.ts'
import { consulterDossier, phraseDevance, type Retour } from './fiche/fiche.ts'
import { refus, Saisies } from './fiche/gestes.ts'
import { ONGLETS, tete } from './fiche/tete.page.ts'
import type { Onglet } from './protocole/protocole.ts'
import { ressourcesUtiles, utilesA } from './ressource/ressource.ts'

interface Partie<T> {
  code: Exclude<Onglet, ''>
  /** Its address under the part, when it is about one row (`/:id`). */
  sous?: string
  /** Everything that the page shows beside the dossier itself. `params` and `question`: those of the address. */
  charger(
    db: AgentDb,
    o: Dossier,
    params: Readonly<Record<string, string>>,
    question: Readonly<Record<string, string>>,
  ): Promise<T>
  contenu(o: Dossier, donnees: T, s: Saisies): Html
  /** A long form that lives at this address: what was kept of it comes back into its fields (see brouillon/). */
  brouillon?(params: Readonly<Record<string, string>>): string
  /** On a page of several forms, the code of the one that is kept. */
  brouillonDe?: string
  /** A page below the part (one talk, one form): what it is called; it stands without the panel « À faire ». */
  titre?(donnees: T): string
  /** The sentences said after each act of this page. */
  faits: Record<string, string>
  script?: readonly string[]
}

/** One part of a dossier (its talks, its families…): a page under the same head, whose forms come back to it. */
export function onglet<T>(p: Partie<T>): Vue & { lire(c: CtxAgent): Promise<Response> } {
  async function afficher(c: CtxAgent, numero: string, retour?: Retour): Promise<ReturnType<typeof cadre>> {
    const vue = await enTantQue(c, async (db) => {
      const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), numero)
      await consulterDossier(db, o)
      const [donnees, utiles] = await Promise.all([p.charger(db, o, c.req.param(), c.req.query()), utilesA(db, p.code)])
      const garde = p.brouillon === undefined ? null : await brouillonDe(db, o, p.brouillon(c.req.param()))
      const devance = retour?.devance ? phraseDevance(o.faits, retour.verbes) : null
      return { o, donnees, utiles, garde, retour: devance === null ? retour : { ...retour!, refus: devance } }
    })
    const { o } = vue
    const sousTitre = p.titre?.(vue.donnees)
    const partie = ONGLETS[p.code]
    const scripts = [...new Set([...(p.script ?? []), ...(p.brouillon === undefined ? [] : ['brouillon.js'])])]
    return cadre(c, {
      titre: `${sousTitre ?? partie}, dossier ${o.d.numero}`,
      courant: '/dossiers',
      filAriane: [
        { libelle: 'Dossiers', url: '/dossiers' },
        { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
        ...(sousTitre === undefined
          ? [{ libelle: partie }]
          : [{ libelle: partie, url: `/dossiers/${o.d.numero}/${p.code}` }, { libelle: sousTitre }]),
      ],
      contenu: html`<div class="preau-pile">
        ${refus(vue.retour)} ${tete(o, p.code)} ${sousTitre === undefined && rappelAFaire(o, p.code)}
        ${p.contenu(o, vue.donnees, new Saisies(vue.retour, vue.garde, p.brouillonDe))} ${ressourcesUtiles(vue.utiles)}
      </div>`,
      faits: p.brouillon === undefined ? p.faits : { ...FAITS_BROUILLON, ...p.faits },
      ...(scripts.length > 0 && { script: scripts }),
    })
  }
  return {
    code: p.code,
    afficher,
    async lire(c) {
      c.set('motif', `/dossiers/:numero/${p.code}${p.sous ?? ''}`)
      return page(c, await afficher(c, c.req.param('numero')!))
    },
  }
}
