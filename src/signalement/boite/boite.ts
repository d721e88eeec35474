import { clock, Introuvable, page } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import * as annuaire from './lieux.sql.ts'
import { lireFiltres, type Cle, type Filtres } from './boite.filtres.ts'
import { pageBoite } from './boite.page.ts'
import * as sql from './boite.sql.ts'
import { porteeDe } from './portee.ts'

const PAR_PAGE = 30

export async function boite(c: CtxAgent): Promise<Response> {
  c.set('motif', '/boite')
  const moi = c.get('moi')
  if (!moi.mandats.some((m) => !['dpo', 'administrateur', 'communication'].includes(m.role))) throw new Introuvable()
  const filtres = lireFiltres((nom) => c.req.query(nom))
  const portee = porteeDe(moi)
  const donnees = await enTantQue(c, async (db) => {
    const [lignes, comptes, departements] = await Promise.all([
      db.all(sql.boite, { ...portee, ...parametres(filtres, moi.agent) }),
      db.one(sql.comptes, { ...portee, moi: moi.agent, maintenant: clock.now() }),
      portee.acads.length > 0 || portee.depts.length > 1 ? db.all(annuaire.departements, { acad: moi.acad }) : [],
    ])
    // Two posts in two départements: those two.
    const siens = portee.acads.length > 0 ? departements : departements.filter((d) => portee.depts.includes(d.dept))
    return { lignes, comptes, departements: siens }
  })
  const suite = donnees.lignes.length > PAR_PAGE ? cleDe(donnees.lignes[PAR_PAGE - 1]!, filtres) : null
  const contenu = pageBoite({
    ...donnees,
    lignes: donnees.lignes.slice(0, PAR_PAGE),
    suite,
    filtres,
    moi,
    peutSaisir: [portee.etabs, portee.circos, portee.depts, portee.acads].some((codes) => codes.length > 0),
  })
  return page(c, cadre(c, { titre: 'Boîte d’entrée', courant: '/boite', contenu, faits: FAITS }))
}

/** What another page may have just done that took the report out of sight. */
const FAITS = {
  reoriente: 'Le signalement est réorienté. Il attend maintenant dans l’autre établissement.',
  monte: 'Le signalement est passé au niveau supérieur, qui est prévenu.',
  saisi_ailleurs:
    'Le signalement est enregistré. Un adulte est mis en cause\u00a0: il est tenu au-dessus de l’établissement et vous ne le verrez pas ici.',
}

const cleDe = (l: sql.BoiteRow, f: Filtres): Cle => ({
  rang: l.urgences.length === 0 ? 1 : 0,
  date: (f.vue === 'clos' ? l.clos_le : l.echeance)!,
  id: l.id,
})

const parametres = (f: Filtres, moi: string) => ({
  etats: f.vue === 'clos' ? ['clos'] : ['recu', 'pris_en_charge'],
  clos: f.vue === 'clos',
  libres: f.vue === 'a_prendre',
  pris: f.vue === 'a_moi' ? moi : null,
  avant: f.vue === 'en_retard' ? clock.now() : null,
  dept: f.dept,
  type: f.type,
  canal: f.canal,
  apresRang: f.apres?.rang ?? null,
  apresDate: f.apres?.date ?? null,
  apresId: f.apres?.id ?? null,
  n: PAR_PAGE + 1,
})
