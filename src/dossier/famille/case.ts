import { attributs, html, type Html } from '#ui'

interface Case {
  nom: string
  libelle: string
  aide?: string
  cochee: boolean
  erreur?: string
}

/** One box of a group, under a name of its own: the form reads each apart. */
export const caseSeule = (c: Case): Html => {
  const attr = attributs({
    type: 'checkbox',
    id: c.nom,
    name: c.nom,
    value: 'oui',
    checked: c.cochee,
    'aria-describedby': c.aide || c.erreur ? `${c.nom}-detail` : false,
    'aria-invalid': c.erreur ? 'true' : false,
  })
  return html`<div class="fr-checkbox-group">
    <input${attr}><span class="preau-option__texte"><label class="fr-label" for="${c.nom}">${c.libelle}</label>
      ${(c.aide || c.erreur) && html`<span class="fr-hint-text" id="${c.nom}-detail">${c.erreur ?? c.aide}</span>`}</span>
  </div>`
}
