import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ouvrirDossierDe, verbes, type DossierOuvert } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const responsable = async (id: string): Promise<string> =>
  (await m.admin<{ responsable: string }>('select responsable from confidentiel.dossier where id = $1', [id]))[0]!.responsable

test('forty dossiers, shared out by two people at once: one succeeds whole, the other learns it, and nothing is half done', async () => {
  const tous: DossierOuvert[] = []
  for (let i = 0; i < 40; i++) tous.push(await ouvrirDossierDe(m, 'chefTilleuls'))
  const tenus = Object.fromEntries(tous.map((d) => [`tenu_${d.numero}`, m.agents.chefTilleuls]))
  const donner = (qui: NomAgent, vers: NomAgent, dossiers: string[]) =>
    m.envoyer('/bureau/repartition', { dossiers, vers: m.agents[vers], ...tenus }, qui)
  const ordre = tous.map((d) => d.numero)
  const reponses = await Promise.all([
    donner('responsable31', 'coordoTilleuls', ordre),
    donner('responsableAcademique', 'referent31', ordre.toReversed()),
  ])
  assert.deepEqual(reponses.map((r) => r.status).sort(), [303, 409])
  const perdant = reponses.find((r) => r.status === 409)!
  assert.match(await perdant.text(), /Aucun dossier n’a changé de main/)
  const gagnant = reponses[0]!.status === 303 ? 'coordoTilleuls' : 'referent31'
  assert.deepEqual([...new Set(await Promise.all(tous.map((d) => responsable(d.id))))], [m.agents[gagnant]])
  for (const d of tous) assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.confier').length, 1)
  // A page that was read before: it does not undo what a colleague has just done.
  const tard = await donner('responsable31', 'chefTilleuls', ordre.slice(0, 2))
  assert.equal(tard.status, 409)
  assert.match(await tard.text(), /vient de le confier à quelqu’un d’autre/)
})
