import type { AgentDb } from '#platform'
import type { Dossier } from '../dossier.ts'
import { BESOINS } from '../entretien/champs.ts'
import { entretiensDe } from '../entretien/entretien.ts'
import { regards } from '../evaluation/comparer.ts'
import { evaluationsDe } from '../evaluation/evaluation.ts'
import { criteresDe } from '../evaluation/grilles.ts'
import { QUALIFICATIONS } from '../evaluation/mots.ts'
import { qualificationsDe } from '../evaluation/qualifier.ts'
import { etapeDite } from '../piste/etapes.ts'
import { METHODES } from '../piste/methodes.ts'
import { traitementDe, type Traitement } from '../piste/piste.ts'
import { ecritsDe } from '../suivi/ecrit.ts'
import { lignes, TITRES } from '../suivi/ecrits.page.ts'
import { contexteDe, type Contexte } from '../transmission/contexte.ts'
import { DESTINATAIRES } from '../transmission/transmission.mots.ts'
import { transmissionsDe } from '../transmission/transmettre.ts'
import { mot, NATURES } from '../vocabulaire.ts'
import { dits, nom, type Ecrit } from './ecrit.ts'
import { ecritsAilleurs } from './ecrits.ailleurs.ts'
import { notes, scellees, taches } from './ecrits.notes.ts'

/** The summary has no row of its own: who wrote it last, and when, is in the history. */
function resume(o: Dossier): Ecrit[] {
  const f = o.faits.findLast((x) => x.verbe === 'dossier.resumer') ?? o.faits[0]!
  return dits({ partie: '', titre: 'Résumé', le: f.le, par: nom(f), ou: '#resume-titre' }, ['', o.resume])
}

const mesures = (c: Contexte): Ecrit[] =>
  c.mesures.flatMap((m) =>
    dits(
      { partie: '', titre: mot(NATURES, m.nature), le: m.le, par: nom(m), ou: '#mesures' },
      ['', m.quoi],
      ['Qui s’en charge', m.qui],
    ),
  )

async function entretiens(db: AgentDb, o: Dossier, noms: Traitement['noms']): Promise<Ecrit[]> {
  return (await entretiensDe(db, o)).flatMap((e) => {
    const titre = `Entretien avec ${noms.get(e.personne) ?? ''}`
    return dits(
      { partie: 'entretiens', titre, le: e.le, par: nom(e), ou: `/entretiens/${e.suite}` },
      ['Étaient là', e.presents],
      ['Ce qui a été tenté', e.explication],
      ['Faits', e.faits],
      ['Mots entendus', e.mots],
      ['Appréciation', e.appreciation],
      [BESOINS[e.role], e.besoins],
      ['Dit de la suite', e.annonce],
      ['La famille dit', e.nomme],
      ['Rentré avec', e.retour],
      ['Famille prévenue le jour même', e.famille_raison],
    )
  })
}

/** Of each adult's view, the one that stands: what the page compares. */
async function grilles(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  return regards(await evaluationsDe(db, o)).flatMap(({ suite, qui }) => {
    const e = suite.at(-1)!
    const criteres = criteresDe(e.modele)
    return dits(
      { partie: 'evaluation', titre: `Regard (${qui})`, le: e.le, par: nom(e), ou: '/evaluation#evaluer' },
      ...Object.entries(e.bases).map(([code, base]) => [criteres[code]?.question ?? '', base] as const),
    )
  })
}

async function qualifications(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  return (await qualificationsDe(db, o)).flatMap((q) => {
    const titre = `Qualification (${mot(QUALIFICATIONS, q.qualification)})`
    return dits(
      { partie: 'evaluation', titre, le: q.le, par: nom(q), ou: '/evaluation#qualifier' },
      ['Pourquoi', q.raison],
      ['La famille dit', q.mots_famille],
    )
  })
}

function pistes(t: Traitement): Ecrit[] {
  const ou = { partie: 'traitement', ou: '/traitement' } as const
  const code = (id: string): string => t.pistes.find((p) => p.id === id)?.methode ?? ''
  return [
    ...t.pistes.flatMap((p) =>
      dits(
        { ...ou, titre: mot(METHODES, p.methode), le: p.engagee_le, par: nom(p) },
        ['Pourquoi cette méthode', p.raison],
        ['Pourquoi quand même', p.malgre],
      ),
    ),
    ...t.etapes.flatMap((e) => dits({ ...ou, titre: etapeDite(code(e.piste), e.etape), le: e.jour, par: nom(e) }, ['', e.texte])),
    ...t.decisions.flatMap((x) =>
      dits(
        { ...ou, titre: `Décision (${mot(METHODES, code(x.piste))})`, le: x.le, par: nom(x) },
        ['L’élève visé dit', x.mots],
        ['Pourquoi', x.raison],
        ['Pourquoi quand même', x.malgre ?? ''],
      ),
    ),
  ]
}

const rencontres = (t: Traitement): Ecrit[] =>
  t.rencontres.flatMap((r) => {
    const titre = `Court entretien avec ${t.noms.get(r.personne) ?? ''}`
    return dits(
      { partie: 'traitement', titre, le: r.tenue_le ?? r.jour, par: nom(r), ou: `/traitement/entretiens/${r.personne}` },
      ['Ses mots', r.mots],
      ['Note', r.note],
    )
  })

const echanges = (c: Contexte): Ecrit[] =>
  c.familles.flatMap((f) =>
    f.echanges.flatMap((e) =>
      dits(
        {
          partie: 'familles',
          titre: `Échange avec la famille, ${f.nom}`,
          le: e.jour,
          par: nom(e),
          ou: `/familles/${f.enfant}#echanges`,
        },
        ['Ce qui a été dit', e.dit],
        ['Ce que la famille accepte ou refuse', e.limites],
        ['Pourquoi elle n’est pas informée', e.raison],
      ),
    ),
  )

async function transmissions(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  return (await transmissionsDe(db, o)).flatMap((t) => {
    const ou = {
      partie: 'transmissions',
      titre: mot(DESTINATAIRES, t.destinataire),
      ou: `/transmissions/${t.destinataire}`,
    } as const
    return [
      ...dits(
        { ...ou, le: t.jour, par: nom(t) },
        ['Pourquoi', t.raison],
        ['Référence', t.reference],
        ['Les parents', t.parentsRaison],
        ['Adresses', t.liens.join('\n')],
        ['Qui a été appelé', t.joints],
        ['À reprendre', t.avisRaison],
      ),
      ...t.suites.flatMap((s) => dits({ ...ou, le: s.jour, par: nom(s) }, ['Suites', s.texte])),
    ]
  })
}

async function suivi(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  return (await ecritsDe(db, o)).flatMap((e) =>
    dits({ partie: 'suivi', titre: TITRES[e.nature], le: e.le, par: nom(e), ou: '/suivi#ecrits-titre' }, ...lignes(e)),
  )
}

/**
 * All that was written in this dossier and that its pages show to this reader: read by the loaders of those pages, so that their
 * policies decide.
 */
export async function ecritsLisibles(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  const [contexte, t] = await Promise.all([contexteDe(db, o), traitementDe(db, o)])
  const lus = await Promise.all([
    ecritsAilleurs(db, o),
    notes(db, o),
    taches(db, o),
    scellees(db, o),
    entretiens(db, o, t.noms),
    grilles(db, o),
    qualifications(db, o),
    transmissions(db, o),
    suivi(db, o),
  ])
  return [...resume(o), ...mesures(contexte), ...echanges(contexte), ...pistes(t), ...rencontres(t), ...lus.flat()]
}
