import { page, Refus } from '#platform'
import { cadre, consulter, enTantQue, type CtxAgent } from '#acces'
import { agir } from '../agir.ts'
import { dossierDe } from '../dossier.ts'
import { famille } from '../famille/onglets.ts'
import { onglet } from '../onglet.ts'
import { exiger } from '../protocole/peut.ts'
import { DEPASSE, extraitDe, preparer, regler, relire, remettre, soumettre } from './extraire.ts'
import { pageExtrait, pageFeuille } from './extrait.page.ts'

export const extrait = onglet({
  code: 'familles',
  sous: '/extraits/:id',
  charger: (db, o, { id }) => extraitDe(db, o, id),
  contenu: pageExtrait,
  faits: {
    prepare: 'L’extrait est préparé. Relisez les endroits cachés.',
    regle: 'L’extrait est refait.',
    soumis: 'L’extrait attend une autre personne.',
    relu: 'L’extrait est relu, et ne change plus.',
    a_reprendre: 'L’extrait revient à qui l’a préparé.',
    remis: 'La remise est notée.',
  },
})

export const envois = {
  preparer: agir('familles/:id/extraits', preparer, famille),
  regler: agir('familles/extraits/:id', regler, extrait),
  soumettre: agir('familles/extraits/:id/relecture', soumettre, extrait),
  relire: agir('familles/extraits/:id/avis', relire, extrait),
  remettre: agir('familles/extraits/:id/remise', remettre, extrait),
}

/** GET: the sheet to print, once a second person has read it. */
export async function lireFeuille(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/familles/extraits/:id/feuille')
  const { o, e } = await enTantQue(c, async (db) => {
    const d = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)
    const lu = await extraitDe(db, d, c.req.param('id'))
    exiger(d.moi, 'extraire', d.situation)
    if (lu.depasse && lu.etat !== 'remis') throw new Refus(DEPASSE)
    if (lu.etat !== 'relu' && lu.etat !== 'remis') throw new Refus('Un extrait ne part qu’après une seconde lecture.')
    await consulter(db, d.acad, d.d.id, 'impression')
    return { o: d, e: lu }
  })
  return page(
    c,
    cadre(c, {
      titre: `Extrait, dossier ${o.d.numero}`,
      courant: '/dossiers',
      filAriane: [
        { libelle: 'Dossiers', url: '/dossiers' },
        { libelle: o.d.numero, url: `/dossiers/${o.d.numero}` },
        { libelle: 'Familles', url: `/dossiers/${o.d.numero}/familles` },
        { libelle: 'Extrait' },
      ],
      contenu: pageFeuille(o, e),
      script: ['imprimer.js'],
    }),
  )
}
