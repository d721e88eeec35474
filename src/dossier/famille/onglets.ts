import { estUuid, Introuvable } from '#platform'
import { parMandat } from '#signalement'
import { html } from '#ui'
import { agir } from '../agir.ts'
import * as extraitSql from '../extrait/extrait.sql.ts'
import { onglet } from '../onglet.ts'
import { changementsDuLien } from './avant.ts'
import { lienQuiFut, ficheAvant } from './avant.page.ts'
import { noterContact, renoncer } from './contact.ts'
import { pageEnfant } from './enfant.page.ts'
import { famillesDe, responsableDuLien } from './famille.ts'
import { pageFamilles } from './familles.page.ts'
import { changerLien, finirLien, lierResponsable } from './lien.ts'
import { pageLien, retourFamille } from './lien.page.ts'

const faits = {
  lie: 'Le responsable légal est noté.',
  lien_change: 'La fiche est enregistrée.',
  lien_fini: 'Cette personne n’est plus responsable légale de l’élève.',
  informe: 'Le contact est noté. La date des prochaines nouvelles est posée.',
  tente: 'L’essai est noté. La date prévue n’a pas bougé : réessayez.',
  renonce: 'La raison est écrite.',
}

export const familles = onglet({
  code: 'familles',
  async charger(db, o) {
    const [familles, extraits] = await Promise.all([
      famillesDe(db, o),
      db.all(extraitSql.extraits, { acad: o.acad, fil: o.d.id }),
    ])
    return { familles, extraits: o.memes.lignes(extraits) }
  },
  contenu: pageFamilles,
  faits,
})

export const famille = onglet({
  code: 'familles',
  sous: '/:id',
  async charger(db, o, { id }) {
    if (!estUuid(id ?? '')) throw new Introuvable()
    const toutes = await famillesDe(db, o)
    const ici = toutes.filter((f) => f.enfant === o.memes.id(id!))
    if (ici.length === 0) throw new Introuvable()
    const connus = new Map(toutes.flatMap((f) => f.responsables).map((r) => [r.responsable, r.nom]))
    for (const r of ici[0]!.responsables) connus.delete(r.responsable)
    return { ici, connus: [...connus].map(([cle, nom]) => ({ id: cle, nom })) }
  },
  contenu: (o, { ici, connus }, s) => pageEnfant(o, ici, connus, s),
  brouillon: ({ id }) => `familles/${id}`,
  brouillonDe: 'familles/:id/contacts',
  faits,
})

export const lien = onglet({
  code: 'familles',
  sous: '/liens/:id',
  async charger(db, o, { id }) {
    const r = await responsableDuLien(db, o, id ?? '')
    const f = (await famillesDe(db, o)).find((x) => x.responsables.some((y) => y.id === r.id))
    // Whoever it was handed to reads the guardians of today.
    const mandat = parMandat(o.moi, o.d)
    if (f === undefined && !mandat) throw new Introuvable()
    return { f, r, avant: mandat ? await changementsDuLien(db, o, r) : [] }
  },
  contenu: (o, { f, r, avant }, s) =>
    html`<div class="preau-pile">
      ${f === undefined ? lienQuiFut(r) : pageLien(o, f, r, s)} ${ficheAvant(avant)} ${retourFamille(o, f)}
    </div>`,
  faits,
})

export const envois = {
  responsable: agir('familles/:id/responsables', lierResponsable, famille),
  contact: agir('familles/:id/contacts', noterContact, famille),
  raison: agir('familles/:id/raisons', renoncer, famille),
  lien: agir('familles/liens/:id', changerLien, lien),
  finLien: agir('familles/liens/:id/fin', finirLien, lien),
}
