import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nouvelleCle, ouvrir, ouvrirJson, sceller, scellerJson, type Lieu } from './crypto.ts'

const ICI: Lieu = 'message.contenu/16/01890000-0000-7000-8000-000000000001'
const cle = nouvelleCle()

test('what is sealed opens in its place, with its key, and nowhere else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (clair) => {
      const scelle = sceller(cle, ICI, clair)
      assert.deepEqual(ouvrir(cle, ICI, scelle), Buffer.from(clair))
      const ailleurs: Lieu[] = [
        'message.contenu/16/01890000-0000-7000-8000-000000000002',
        'message.contenu/13/01890000-0000-7000-8000-000000000001',
        'note.contenu/16/01890000-0000-7000-8000-000000000001',
        'message.reponse/16/01890000-0000-7000-8000-000000000001',
      ]
      for (const la of ailleurs) assert.throws(() => ouvrir(cle, la, scelle), la)
      assert.throws(() => ouvrir(nouvelleCle(), ICI, scelle))
    }),
  )
})

test('whatever is changed, cut or added, not a byte of it is given', () => {
  const scelle = sceller(cle, ICI, Buffer.from('Ils cachent mon sac.'))
  for (let i = 0; i < scelle.length; i++) {
    const change = Buffer.from(scelle)
    change[i]! ^= 1
    assert.throws(() => ouvrir(cle, ICI, change), `octet ${i}`)
    assert.throws(() => ouvrir(cle, ICI, scelle.subarray(0, i)), `${i} octets`)
  }
  assert.throws(() => ouvrir(cle, ICI, Buffer.concat([scelle, Buffer.of(0)])))
})

test('the same words sealed twice are not the same bytes: nobody sees who said the same', () => {
  const vus = new Set(Array.from({ length: 2_000 }, () => scellerJson(cle, ICI, { recit: '' }).toString('base64')))
  assert.equal(vus.size, 2_000)
  const nonces = new Set([...vus].map((s) => Buffer.from(s, 'base64').subarray(1, 13).toString('hex')))
  assert.equal(nonces.size, 2_000)
  for (const s of vus) assert.deepEqual(ouvrirJson(cle, ICI, Buffer.from(s, 'base64')), { recit: '' })
})
