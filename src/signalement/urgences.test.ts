import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONTENU_VIDE } from './contenu.ts'
import { urgencesDe } from './urgences.ts'

const dites = (recit: string): string[] => urgencesDe({ quoi: [], contenu: { ...CONTENU_VIDE, recit } })

const PHRASES: [string, string[]][] = [
  ['j’ai envie de mourir', ['suicide']],
  ['Elle dit qu’elle va se SUICIDER', ['suicide']],
  ['j’ai plus envie de vivre', ['suicide']],
  ['je veu mourrir', ['suicide']],
  ['je voudrais être morte', ['suicide']],
  ['elle veut plus être là', ['suicide']],
  ['il a dit qu’il allait se suissidé', ['suicide']],
  ['parfois je me coupe les bras', ['suicide']],
  ['I don’t want to live', ['suicide']],
  ['I wish I was dead', ['suicide']],
  ['حاب نموت', ['suicide']],
  ['راح نقتل روحي', ['suicide']],
  ['je me scarifie les bras', ['suicide']],
  ['I want to hurt myself', ['suicide']],
  ['I want to self-harm', ['suicide']],
  ['she wants to kill herself', ['suicide']],
  ['اريد ان اموت', ['suicide']],
  ['أفكر بالانتحار', ['suicide']],
  ['il a un couteau dans son sac', ['arme']],
  ['il a un couto', ['arme']],
  ['he has a knife', ['arme']],
  ['هددني بسكين', ['arme']],
  ['معه سكينا', ['arme']],
  ['il m’a violée', ['violence_sexuelle']],
  ['des attouchements aux toilettes', ['violence_sexuelle']],
  ['ils m’ont déshabillé dans les vestiaires', ['violence_sexuelle']],
  ['il m’a mis une main aux fesses', ['violence_sexuelle']],
  ['he raped me', ['violence_sexuelle']],
  ['تحرش بي', ['violence_sexuelle']],
  ['il a dit qu’il va me tuer', ['suicide', 'mots_de_danger']],
  ['he is going to kill me', ['mots_de_danger']],
  ['il m’a dit je vais te tuer', ['mots_de_danger']],
  ['he said I will kill you', ['mots_de_danger']],
  ['ils m’ont tabassé', ['mots_de_danger']],
  ['ساقتلك', ['mots_de_danger']],
  ['سيقتلني', ['mots_de_danger']],
  ['ils m’ont enfermé dans le vestiaire', ['mots_de_danger']],
  ['menaces de mort tous les jours', ['mots_de_danger']],
  // Words that only look like it.
  ['il m’a pris ma place à la cantine', []],
  ['elle joue du violon et porte un pull violet', []],
  ['on désarme, une armoire, une alarme', []],
  ['ils disent que je suis nul', []],
  ['ils ont volé ma trousse et mon téléphone', []],
  ['موسى يضحك علي', []],
  ['they call me names', []],
  ['ينادونني بأسماء سيئة', []],
]

for (const [phrase, attendu] of PHRASES)
  test(`« ${phrase} » → ${attendu.join(', ') || 'nothing'}`, () => assert.deepEqual(dites(phrase), attendu))

test('what is answered counts as well as what is told, and an adult named is said so', () => {
  assert.deepEqual(
    urgencesDe({
      danger: 'oui',
      quoi: ['arme', 'gestes', 'images', 'envie_mourir', 'mots'],
      auteurs: 'adulte',
      contenu: CONTENU_VIDE,
    }),
    ['danger_immediat', 'suicide', 'arme', 'violence_sexuelle', 'images_intimes', 'adulte_mis_en_cause'],
  )
  assert.deepEqual(urgencesDe({ danger: 'non', quoi: ['mots', 'ecart'], auteurs: 'eleves', contenu: CONTENU_VIDE }), [])
})
