import { estUuid, Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import type { Acte, Envoi } from '../agir.ts'
import { momentSaisi } from '../champs.ts'
import { consigner, Incomplet, type Dossier } from '../dossier.ts'
import { fusionner, trancher } from '../fusion.ts'
import { garderLesCotes } from '../piste/cotes.ts'
import { exiger } from '../protocole/peut.ts'
import { CORRIGIBLES } from './champs.ts'
import { lireRecit } from './entretien.form.ts'
import { adultesDe, chiffrerEntretien, versionsDe, type Entretien } from './entretien.ts'
import * as sql from './entretien.sql.ts'

async function ajouterVersion(db: AgentDb, o: Dossier, avant: Entretien, envoi: Envoi): Promise<number> {
  const fusion = trancher(fusionner(CORRIGIBLES, avant, envoi, false), 'dossier.entendre', 'dossier.corriger_entretien')
  if (!fusion.change) throw new Incomplet({ champ: 'faits', message: 'Rien n’a changé.' })
  const recit = lireRecit(fusion.valeurs, await adultesDe(db, o))
  const { danger, suicide, soir, retour, famille, famille_raison, raison } = avant
  if (avant.issue === 'tenu') await garderLesCotes(db, o, avant, recit)
  const contenu = { ...recit, danger, suicide, soir, retour, famille, famille_raison, raison }
  const id = uuidv7()
  return db.run(sql.noter, {
    acad: o.acad,
    id,
    fil: o.d.id,
    suite: avant.suite,
    version: avant.version + 1,
    personne: avant.personne,
    role: avant.role,
    issue: avant.issue,
    adultes: [contenu.mene, contenu.second].filter((a) => a !== ''),
    contenu: chiffrerEntretien(o, id, contenu),
    le: recit.quand === avant.quand ? avant.le : momentSaisi(recit, 'quand'),
    qualite: o.qualite,
  })
}

/**
 * POST: a talk is never rewritten: a corrected version is added, and the others stay readable. Two corrections at once merge field
 * by field; where both wrote the same field, nothing is written and both texts come back.
 */
export const corrigerEntretien: Acte = async (db, o, envoi, suite) => {
  exiger(o.moi, 'entendre', o.situation)
  // The database refuses the same version twice: whoever comes second reads again and merges.
  for (let essai = 0; essai < 3; essai++) {
    const [avant] = suite !== undefined && estUuid(suite) ? await versionsDe(db, o, suite) : []
    if (avant === undefined) throw new Introuvable()
    if ((await ajouterVersion(db, o, avant, envoi)) === 0) continue
    const detail = { entretien: avant.suite, version: avant.version + 1 }
    await consigner(db, o, 'dossier.corriger_entretien', detail)
    return { fait: 'corrige' }
  }
  throw new Refus('Plusieurs personnes corrigent cet entretien en même temps. Réessayez dans un instant.')
}
