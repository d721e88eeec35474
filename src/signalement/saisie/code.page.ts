import { alerte, bouton, codeMots, enTete, html, lienBouton, type Html } from '#ui'

/** Shown once, to be read aloud or given on paper: it is written nowhere. `data-envoye`: it is recorded, the tab forgets what was typed. */
export const pageCode = (p: {
  mots: readonly string[]
  url: string
  vu: boolean
  /** Typed for a family of this dossier: the next step is to attach it. */
  dossier?: { numero: string; signalement: string }
}): Html =>
  html`<div class="preau-pile" data-envoye>
    ${enTete({ titre: 'Le code de retour', surtitre: 'Le signalement est enregistré' })}
    <p>
      Donnez ce code à la personne qui vous a parlé, et à elle seule. Avec lui, elle lit les réponses et peut écrire, à la page «
      Lire ma réponse ». Il n’est gardé nulle part : il ne pourra pas être montré une deuxième fois.
    </p>
    ${codeMots({ id: 'code', mots: p.mots, copier: { libelle: 'Copier le code', fait: 'Copié' }, imprimer: 'Imprimer' })}
    ${
      !p.vu &&
      alerte({
        type: 'info',
        niveau: 2,
        titre: 'Tenu au-dessus de l’établissement',
        texte:
          'Un adulte est mis en cause. Le signalement est tenu à un niveau supérieur et vous ne le verrez pas dans votre boîte.',
      })
    }
    ${p.dossier !== undefined && rattacher(p.dossier)}
    <p>
      ${lienBouton({ ...(p.dossier && { variante: 'secondaire' as const }), libelle: p.vu ? 'J’ai donné le code, ouvrir le signalement' : 'J’ai donné le code', url: p.url })}
    </p>
  </div>`

const rattacher = (d: { numero: string; signalement: string }): Html =>
  html`<form method="post" action="/dossiers/${encodeURIComponent(d.numero)}/rattachements">
    <input type="hidden" name="signalement" value="${d.signalement}" />
    ${bouton({ libelle: `J’ai donné le code, rattacher au dossier ${d.numero}` })}
  </form>`
