import type { Scene } from './scene.ts'

export async function conterDossiers(_s: Scene, _detail: (texte: string) => void): Promise<void> {}
