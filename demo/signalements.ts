import type { Scene } from './scene.ts'
import { COLLEGES } from './signalements/colleges.ts'
import { COLLEGES_31 } from './signalements/colleges31.ts'
import { ECOLES } from './signalements/ecoles.ts'
import { LYCEES } from './signalements/lycees.ts'
import { SAISIS } from './signalements/saisis.ts'
import { TILLEULS } from './signalements/tilleuls.ts'

const HISTOIRES = [...TILLEULS, ...ECOLES, ...COLLEGES_31, ...COLLEGES, ...LYCEES, ...SAISIS]

/** What was told these last weeks, in every state and through every channel. */
export async function conterSignalements(s: Scene, detail: (texte: string) => void): Promise<void> {
  for (const [rang, conter] of HISTOIRES.entries()) {
    detail(`signalements\u00a0: ${rang + 1} sur ${HISTOIRES.length}`)
    await conter(s)
  }
}
