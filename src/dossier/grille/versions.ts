import { clock, type AgentDb } from '#platform'
import { jourDe } from '#signalement'
import { GRILLE_NATIONALE, NATIONALES, type Grille } from '../evaluation/grilles.ts'
import * as sql from './grille.sql.ts'
import { enGrille, enModele, questionsDe, type Modele } from './modele.ts'

export interface Publiee extends Omit<sql.PublieesRow, 'contenu'> {
  modele: Modele
}

/** How a version is called on screens: `local-2` is the second of the académie. */
export const nomVersion = (version: string): string => {
  const rang = /^local-(\d+)$/.exec(version)?.[1]
  return rang === undefined ? 'Grille nationale' : `Grille de l’académie, n° ${rang}`
}

/** Every version of the evaluation grid that an académie knows: those of the code, and its own. Whatever reads a grid asks here. */
export class Grilles {
  /** Those of the académie, the first one published first. */
  readonly publiees: readonly Publiee[]
  readonly #jour: string
  /** `jour`: today. */
  constructor(publiees: readonly Publiee[], jour: string) {
    this.publiees = publiees
    this.#jour = jour
  }

  /** @throws when no such version was ever published: an evaluation names the one that it was filled with. */
  de(version: string): Grille {
    const p = this.publiees.find((x) => x.version === version)
    const g = p === undefined ? NATIONALES[version] : enGrille(p.version, p.modele)
    if (g === undefined) throw new Error(`no grid ${version}`)
    return g
  }

  /** The last one that the académie published whose day has come; else the national one. */
  get enVigueur(): Publiee | undefined {
    return this.publiees.findLast((p) => p.du <= this.#jour)
  }

  /** New evaluations are filled with this one. */
  get courante(): Grille {
    return this.enVigueur === undefined ? GRILLE_NATIONALE : this.de(this.enVigueur.version)
  }

  /** The one that a form was begun with, if it may be sent still: it is, or was, in force. Else today's. */
  commencee(version: string): Grille {
    const p = this.publiees.find((x) => x.version === version)
    const connue = p === undefined ? Object.hasOwn(NATIONALES, version) : p.du <= this.#jour
    return connue ? this.de(version) : this.courante
  }

  /** What the last publication asks, whether its day has come or not. */
  get derniere(): Modele {
    return this.publiees.at(-1)?.modele ?? enModele(GRILLE_NATIONALE)
  }

  /** A code that no question of any version, nor of this draft, bears. */
  codeNeuf(brouillon: Modele): string {
    const codes = [...this.publiees.map((p) => p.modele), brouillon].flatMap(questionsDe).map((q) => /^q(\d+)$/.exec(q.code)?.[1])
    return `q${Math.max(0, ...codes.map((n) => Number(n ?? 0))) + 1}`
  }
}

export const grillesDe = async (db: AgentDb, acad: string): Promise<Grilles> =>
  new Grilles(
    (await db.all(sql.publiees, { acad })).map(({ contenu, ...p }) => ({ ...p, modele: contenu as unknown as Modele })),
    jourDe(clock.now()),
  )
