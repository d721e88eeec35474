import { estUuid, Introuvable, type AgentDb } from '#platform'
import { dateHeure } from '#signalement'
import { accordeon, bouton, groupeBoutons, html, lienBouton, typo, type Html } from '#ui'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { leurTexte, vu } from '../fusion.page.ts'
import { onglet } from '../onglet.ts'
import { peut } from '../protocole/peut.ts'
import { CORRIGIBLES } from './champs.ts'
import { qui, recit, valeurDe } from './champs.page.ts'
import { adultesDe, nomsDe, personnesDe, versionsDe, type Adulte, type Entretien } from './entretien.ts'
import { parQui, recitDe } from './entretiens.page.ts'

interface Vue {
  versions: Entretien[]
  nom: string
  adultes: Adulte[]
  noms: ReadonlyMap<string, string>
}

async function charger(db: AgentDb, o: Dossier, params: Readonly<Record<string, string>>): Promise<Vue> {
  const suite = params.id ?? ''
  const versions = estUuid(suite) ? await versionsDe(db, o, suite) : []
  if (versions.length === 0) throw new Introuvable()
  const [personnes, adultes, noms] = await Promise.all([
    personnesDe(db, o),
    adultesDe(db, o),
    nomsDe(
      db,
      o,
      versions.flatMap((e) => e.adultes),
    ),
  ])
  return { versions, adultes, noms, nom: personnes.find((p) => p.id === o.memes.id(versions[0]!.personne))?.nom ?? '' }
}

const titreDe = (v: Vue): string => `Entretien avec ${v.nom}`
const formeDe = (e: Entretien): string => `entretiens/${e.suite}`

const formulaire = (o: Dossier, v: Vue, s: Saisies): Html => {
  const e = v.versions[0]!
  const forme = formeDe(e)
  const valeur = valeurDe(s, 'corriger', e)
  // A colleague who led it and has left since stays in the list of this talk.
  const adultes = [
    ...v.adultes,
    ...e.adultes.filter((a) => !v.adultes.some((x) => x.id === a)).map((id) => ({ id, prenom: v.noms.get(id) ?? '', nom: '' })),
  ]
  return html`${avisBrouillon(o, forme, s)}
    <form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${forme}" novalidate>
      ${champsBrouillon(o, forme, s)} ${CORRIGIBLES.map((champ) => vu(s, 'corriger', champ, e[champ]))}
      ${CORRIGIBLES.map((champ) => leurTexte(s, champ, champ === 'mene' || champ === 'second' ? (v.noms.get(e[champ]) ?? '') : e[champ]))}
      ${recit(s, valeur, e.role)}
      <div class="preau-pile">${qui(s, valeur, adultes)}</div>
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Garder la correction' }), garder(o)])}
    </form>`
}

function contenu(o: Dossier, v: Vue, s: Saisies): Html {
  const [derniere, ...avant] = v.versions
  const e = derniere!
  return html`<h2>${titreDe(v)}</h2>
    <p class="preau-discret">
      ${typo(`${dateHeure(e.le)}, ${parQui(e, v.noms)}. Écrit ${dateHeure(e.ecrit_le)} par ${e.prenom} ${e.nom}${e.version > 1 ? `, version ${e.version}` : ''}.`)}
    </p>
    ${recitDe(e, v.noms)}
    ${
      peut(o.moi, 'entendre', o.situation).regle !== null &&
      accordeon({
        titre: 'Corriger',
        ouvert: s.ici('corriger') || s.garde !== null,
        contenu: html`<p>
            ${typo('Ce qui est écrit n’est pas effacé : votre version s’ajoute. Les réponses sur la sécurité ne se corrigent pas : parlez à nouveau avec l’élève, et notez un autre entretien.')}
          </p>
          ${formulaire(o, v, s)}`,
      })
    }
    ${
      avant.length > 0 &&
      html`<h2>Versions d’avant</h2>
        ${avant.map((a) =>
          accordeon({
            titre: `Version ${a.version}, écrite ${dateHeure(a.ecrit_le)} par ${a.prenom} ${a.nom}`,
            contenu: recitDe(a, v.noms),
          }),
        )}`
    }
    <p>${lienBouton({ libelle: 'Revenir aux entretiens', url: `/dossiers/${o.d.numero}/entretiens`, variante: 'tertiaire' })}</p>`
}

/** GET /dossiers/:numero/entretiens/:id: one talk, as it reads now and as it was written before. */
export const unEntretien = onglet<Vue>({
  code: 'entretiens',
  charger,
  contenu,
  titre: titreDe,
  brouillon: ({ id }) => `entretiens/${id!}`,
  faits: {},
})
