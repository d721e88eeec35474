import type { Scene } from '../scene.ts'

/** What came by telephone, on paper or through another platform, and that an agent wrote down. */
export const SAISIS: ((s: Scene) => Promise<void>)[] = []
