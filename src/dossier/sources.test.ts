import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DELAIS } from './protocole/delais.ts'
import { VARIANTES } from './protocole/variantes.ts'
import { METHODES } from './piste/methodes.ts'
import { sourceDite } from './sources.ts'
import { DESTINATAIRES } from './transmission/transmission.mots.ts'

test('a source is said without the codes of the survey', () => {
  const dites: [string, string][] = [
    ['S01 : une situation est prise en charge sous 24 h', 'Une situation est prise en charge sous 24 h'],
    ['proposition : une réunion par semaine (S55)', 'Proposition : une réunion par semaine'],
    ['proposition (S60 : quinze jours sans nouvelles)', 'Proposition (quinze jours sans nouvelles)'],
    ['article 40 ; S42 ; S69 : « écouter, ce n’est pas enquêter »', 'Article 40 ; « écouter, ce n’est pas enquêter »'],
    ['L226-2-1 et L226-4 CASF ; S43, S54', 'L226-2-1 et L226-4 CASF'],
    ['D321-16 du code de l’éducation (S36, S37, S38)', 'D321-16 du code de l’éducation'],
    ['S143, S69 ; CADA 20210396 (S45)', 'CADA 20210396'],
    ['S03, S65 à S69', ''],
  ]
  assert.deepEqual(
    dites.map(([s]) => sourceDite(s)),
    dites.map(([, d]) => d),
  )
  const toutes = [DELAIS, VARIANTES, METHODES, DESTINATAIRES].flatMap((l) => Object.values(l).map((x) => x.source))
  for (const s of toutes) assert.doesNotMatch(sourceDite(s), /\bS\d{2,3}\b|^[ ;,:]|[ ;,:]$|\( | {2}|\(\)|; ;/, s)
})
