import { plier } from '#annuaire'
import { type Registre, troue } from '#signalement'
import type { AgentDb } from '#platform'
import { texte as lireTexte } from '../champs.ts'
import type { Envoi } from '../agir.ts'
import { Incomplet, type Dossier } from '../dossier.ts'
import { identitesDe } from '../personne/personne.ts'

/**
 * Beginnings of last words, to be made one's own. Short sentences, known words; no « procédure », no blame, nobody's name. « … » is
 * to be filled in: a text that still holds one does not leave.
 */
export const FIN: Record<Registre, string> = {
  moi: 'Bonjour,\n\nMerci d’avoir parlé. C’est grâce à toi que des adultes ont pu agir. Tu n’y étais pour rien.\n\nNous t’avons demandé plusieurs fois comment ça allait. Aujourd’hui, nous arrêtons de te le demander, mais notre porte reste ouverte.\n\nSi ça recommence, même un peu, écris ici, ou va voir … Nous reprenons tout de suite.',
  camarade:
    'Bonjour,\n\nMerci d’avoir parlé : en le disant, tu as aidé quelqu’un.\n\nDes adultes se sont occupés de ce que tu as raconté, et ils ont vérifié. Nous ne pouvons pas tout te dire, parce que cela concerne d’autres élèves.\n\nSi tu vois que ça recommence, écris ici, ou va voir …',
  parent:
    'Bonjour,\n\nMerci de nous avoir alertés.\n\nNous avons agi, puis nous avons vérifié plusieurs fois. Aujourd’hui, nous arrêtons de prendre des nouvelles chaque semaine.\n\nSi quelque chose recommence, écrivez ici, ou appelez … Nous reprenons sans attendre.',
  pro: 'Bonjour,\n\nMerci de nous avoir alertés. Nous nous en sommes occupés, puis nous avons vérifié plusieurs fois.\n\nSi vous voyez quelque chose, écrivez ici, ou appelez …',
}

export const ECART: Record<Registre, string> = {
  moi: 'Bonjour,\n\nMerci de nous l’avoir dit. Nous t’avons écouté. Ce que tu as vécu t’a fait de la peine, et cela compte.\n\nVoici ce que nous avons compris : …\n\nVoici ce que nous faisons : …\n\nSi ça continue, ou si tu es inquiet pour autre chose, va voir …, ou écris ici. Nous reprenons tout de suite.',
  camarade:
    'Bonjour,\n\nMerci d’avoir parlé. Tu as eu raison de le faire.\n\nNous avons écouté les personnes concernées. Voici ce que nous pouvons te dire : …\n\nSi tu vois autre chose, va voir …, ou écris ici.',
  parent:
    'Bonjour,\n\nMerci de nous avoir alertés : vous avez eu raison.\n\nVoici ce que nous avons compris : …\n\nVoici ce que nous faisons, et quand nous vous en donnerons des nouvelles : …\n\nSi cela continue, appelez …, ou écrivez ici. Nous reprenons sans attendre.',
  pro: 'Bonjour,\n\nMerci de nous avoir alertés. Nous avons écouté les personnes concernées.\n\nVoici ce que nous pouvons vous dire : …\n\nSi cela continue, appelez …, ou écrivez ici.',
}

export const EXPLICATION: Record<Registre, string> = {
  moi: 'Bonjour,\n\nMerci de nous avoir écrit. Nous avons lu ton message en entier, et nous avons vérifié.\n\nVoici ce que nous pouvons te dire : …\n\nSi ça recommence, écris ici, ou va voir …',
  camarade:
    'Bonjour,\n\nMerci d’avoir parlé. Nous avons lu ton message en entier, et nous avons vérifié.\n\nVoici ce que nous pouvons te dire : …\n\nSi tu vois autre chose, écris ici, ou va voir …',
  parent:
    'Bonjour,\n\nMerci de nous avoir écrit. Nous avons lu votre message en entier, et nous avons vérifié.\n\nVoici ce que nous pouvons vous dire : …\n\nSi quelque chose recommence, écrivez ici, ou appelez …',
  pro: 'Bonjour,\n\nMerci de nous avoir écrit. Nous avons lu votre message en entier, et nous avons vérifié.\n\nVoici ce que nous pouvons vous dire : …\n\nSi quelque chose recommence, écrivez ici, ou appelez …',
}

/** To the family of the target, when it is not bullying: what was understood, what will be done, who to see. */
export const FAMILLE =
  'Bonjour,\n\nNous vous remercions de votre confiance. Ce que votre enfant a vécu lui a fait de la peine, et nous l’avons pris au sérieux.\n\nVoici ce que nous avons compris : …\n\nVoici ce que nous faisons, et jusqu’à quand : …\n\nSi cela continue, ou si quelque chose vous inquiète, appelez … Nous reprenons sans attendre.'

const mots = (t: string): string[] => plier(t).split(/[^\p{L}\p{N}]+/u)

/** Names of the people of a dossier that this reader must not meet. Adults of the school may be named: they are whom to go and see. */
async function aTaire(db: AgentDb, o: Dossier, pour: Registre): Promise<string[]> {
  const dits = new Set(pour === 'moi' || pour === 'parent' ? ['cible', 'professionnel', 'responsable_legal'] : ['professionnel'])
  const roles = new Map<string, string[]>()
  for (const r of o.roles) roles.set(r.personne, [...(roles.get(r.personne) ?? []), r.role])
  return (await identitesDe(db, o))
    .filter((p) => !(roles.get(p.id) ?? []).some((r) => dits.has(r)))
    .flatMap((p) => [p, ...p.reunies].flatMap((i) => i.nom.split(/[^\p{L}]+/u)))
    .filter((n) => n.length > 2 && n[0] !== n[0]!.toLowerCase())
}

/** A text on its way to a reporter or a family. @throws Incomplet when it is empty, has a gap, or names somebody else. */
export async function lettre(db: AgentDb, o: Dossier, envoi: Envoi, champ: string, pour: Registre): Promise<string> {
  const t = lireTexte(envoi, champ, 8000, 'Écrivez la réponse : personne ne reste sans un mot.')
  if (troue(t)) throw new Incomplet({ champ, message: 'Complétez les passages marqués « … », ou retirez-les.' })
  const presents = new Set(mots(t))
  const nomme = (await aTaire(db, o, pour)).find((n) => presents.has(plier(n)))
  if (nomme !== undefined)
    throw new Incomplet({ champ, message: `Ce texte nomme « ${nomme} ». On ne nomme personne d’autre dans une réponse.` })
  return t
}
