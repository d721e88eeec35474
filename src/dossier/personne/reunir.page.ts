import { bouton, champListe, champTexte, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import type { Personne } from './personne.ts'

const FORME = 'reunir_personnes'

/** « C’est la même personne »: the other entry is read under this one; and how to tell them apart again. */
export function reunirPersonnes(o: Dossier, p: Personne, autres: readonly Personne[], s: Saisies): Html | undefined {
  if (autres.length === 0 && p.reunies.length === 0) return undefined
  const ici = `/dossiers/${o.d.numero}/personnes/${p.id}`
  return html`<section class="preau-pile" aria-labelledby="meme">
    <h2 id="meme">La même personne, notée deux fois</h2>
    ${p.reunies.map((r) => separer(o, ici, r, s))} ${autres.length > 0 && reunir(o, ici, autres, s)}
  </section>`
}

const reunir = (o: Dossier, ici: string, autres: readonly Personne[], s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="${ici}/reunion" novalidate>
    ${cache('version', o.d.version)}
    ${champListe({
      nom: 'autre',
      libelle: 'L’autre fiche de cette personne',
      aide: typo(
        'Tout ce qui y est écrit se lira ici, sous ce nom-ci. Rien n’est effacé : les deux fiches peuvent être séparées ensuite.',
      ),
      vide: 'Choisir…',
      valeur: s.valeur(FORME, 'autre'),
      options: autres.map((x) => ({ valeur: x.id, libelle: [x.nom, x.precision].filter((t) => t !== '').join(', ') })),
      ...s.erreur('autre'),
    })}
    ${champTexte({ nom: 'pourquoi_meme', libelle: 'À quoi vous le voyez', valeur: s.valeur(FORME, 'pourquoi_meme'), ...s.erreur('pourquoi_meme') })}
    ${bouton({ libelle: 'C’est la même personne', variante: 'secondaire' })}
  </form>`

const separer = (o: Dossier, ici: string, r: Personne['reunies'][number], s: Saisies): Html => {
  const mien = s.valeur('separer_personnes', 'reunion') === r.reunion
  return html`<form class="preau-pile" method="post" action="${ici}/separation" novalidate>
    ${cache('version', o.d.version)} ${cache('reunion', r.reunion)}
    <p>${typo(`Notée aussi comme : ${[r.nom, r.precision].filter((t) => t !== '').join(', ')}.`)}</p>
    ${champTexte({
      nom: 'pourquoi_deux',
      libelle: 'Pourquoi ce sont deux personnes',
      aide: typo('Ce qui a été écrit depuis la réunion restera sous ce nom-ci.'),
      valeur: mien ? s.valeur('separer_personnes', 'pourquoi_deux') : '',
      ...(mien && s.erreur('pourquoi_deux')),
    })}
    ${bouton({ libelle: 'Séparer', precision: `de ${r.nom}`, variante: 'tertiaire' })}
  </form>`
}
