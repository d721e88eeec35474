import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Introuvable, Refus, SansSession, TropDeDemandes, page } from '#platform'
import { pageErreur, typo } from '#ui'

const ACCUEIL = { url: '/', libelle: 'Aller à la page d’accueil' }
const RETOUR = { url: '/boite', libelle: 'Aller à la boîte d’entrée' }

export function introuvable(c: Context): Response {
  return page(
    c,
    pageErreur({
      langue: 'fr',
      titre: 'Cette page n’existe pas',
      texte: typo('L’adresse est peut-être incomplète, ou ce qu’elle montrait n’est pas ouvert pour vous.'),
      liens: [ACCUEIL, RETOUR],
    }),
    404,
  )
}

/** Each outcome has its page and its sentence; what we did not foresee has a reference number, and nothing of what was typed. */
export function enCasDErreur(erreur: Error, c: Context): Response | Promise<Response> {
  if (erreur instanceof Introuvable) return introuvable(c)
  if (erreur instanceof SansSession) return c.redirect(`/connexion?vers=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303)
  if (erreur instanceof Refus)
    return page(
      c,
      pageErreur({
        langue: 'fr',
        titre: 'Ce n’est pas possible maintenant',
        texte: typo(erreur.message),
        liens: [RETOUR, ACCUEIL],
      }),
      erreur.statut,
    )
  if (erreur instanceof TropDeDemandes) {
    c.header('Retry-After', String(erreur.secondes))
    return page(
      c,
      pageErreur({
        langue: 'fr',
        titre: 'Beaucoup de demandes en même temps',
        texte: typo(
          `Réessaie dans ${Math.max(1, Math.ceil(erreur.secondes / 60))} minute(s). En cas de danger, appelle le 17, le 15 ou le 112 ; le 114 par SMS.`,
        ),
        liens: [ACCUEIL],
      }),
      429,
    )
  }
  if (erreur instanceof HTTPException && erreur.status < 500) return introuvable(c)
  const ref = c.get('reference')
  c.get('maison').journal.error({ ref, err: erreur }, 'unexpected')
  return page(
    c,
    pageErreur({
      langue: 'fr',
      titre: 'Quelque chose n’a pas marché',
      texte: typo(
        `Rien n’a été perdu de ce qui était déjà envoyé. Réessayez dans un instant. Si cela dure, donnez ce numéro : ${ref}.`,
      ),
      liens: [ACCUEIL, RETOUR],
    }),
    500,
  )
}
