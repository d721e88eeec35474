/** The one clock. Tests and demonstrations set it; everything else asks it. */
let decalage: (() => Date) | null = null

export const clock = {
  now: (): Date => (decalage === null ? new Date() : decalage()),
  /** Fixes the time, or frees it with null. */
  set(date: Date | null): void {
    decalage = date === null ? null : () => new Date(date)
  },
  isSet: (): boolean => decalage !== null,
}

export const MINUTE = 60_000
export const HEURE = 60 * MINUTE
export const JOUR = 24 * HEURE

export const plus = (date: Date, ms: number): Date => new Date(date.getTime() + ms)
