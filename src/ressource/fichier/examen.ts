import type { Maison } from '#platform'

/** May these bytes leave? With an antivirus, only when it has seen them; never when it refused them. */
export const telechargeable = (m: Maison, examen: string): boolean =>
  m.config.clamd === undefined ? examen !== 'infecte' : examen === 'sain'
