/**
 * A path of ours to go to afterwards, or null. One `/` first, then neither `/` nor `\` (`//elsewhere`), no control
 * character (browsers drop them: `/⇥/elsewhere`), and not the sign-in itself, except its last page.
 */
export function cheminLocal(vers: string | undefined | null): string | null {
  if (vers == null || vers.length > 1000) return null
  // oxlint-disable-next-line no-control-regex -- they are what is refused
  if (!/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(vers)) return null
  const url = new URL(vers, 'http://ici.invalid')
  if (url.host !== 'ici.invalid' || url.pathname.startsWith('//')) return null
  if (/^\/(connexion|deconnexion)(\/|$)/.test(url.pathname) && url.pathname !== REVENU) return null
  return url.pathname + url.search
}

/** « You are signed in, go back to the other tab. » */
export const REVENU = '/connexion/revenu'
