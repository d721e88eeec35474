import {
  accordeon,
  alerte,
  bouton,
  boutonImprimer,
  champFichiers,
  champZone,
  chronologie,
  dateLongue,
  definitionListe,
  jourLong,
  encart,
  filMessages,
  html,
  paragraphes,
  prefixeDe,
  resumeErreurs,
  type Evenement,
  type Html,
  type Langue,
  type NomIcone,
} from '#ui'
import { cadrePublic, FORMULAIRE } from '../cadre.ts'
import { IMAGE_TYPES, type RefusImage } from '../depot/pieces.ts'
import { reponsesDe, reponsesDites } from '../depot/dites.ts'
import { lecteursDe } from '../depot/lecteurs.ts'
import { registreDe, textes } from '../textes/index.ts'
import type { Niveau } from '../vocabulaire.ts'
import type { CodeEtape } from './etapes.ts'
import type { Dialogue } from './fil.ts'

export interface VueDialogue extends Dialogue {
  langue: Langue
  acces: string
  /** Names the next message, so that sending it twice writes it once. */
  envoi: string
  brouillon: string
  fait?: 'envoye' | 'contact' | 'avis' | undefined
  erreur?: 'rien' | 'long' | undefined
  refus: readonly RefusImage[]
}

const ICONES: Record<CodeEtape, NomIcone> = {
  pris_en_charge: 'personne',
  protege: 'bouclier',
  ecoute: 'message',
  decide: 'coche',
  surveille: 'oeil',
  fini: 'coche',
  rouvert: 'fleche',
}

/** What the team chose to tell of the protection: its kind, in plain words. Nothing chosen, nothing said. */
function protection(v: VueDialogue): Html | string {
  const t = textes(v.langue, registreDe(v.s.declarant)).suivi
  if (v.mesures.length === 0) return ''
  return encart({
    icone: 'bouclier',
    titre: t.protection,
    balise: 'h2',
    texte: html`<ul>
      ${v.mesures.map((m) => html`<li>${t.mesures[m]}</li>`)}
    </ul>`,
  })
}

/** What happened to the report and to its dossier, in plain words, and what comes next by when. */
function etat(v: VueDialogue): Html {
  const t = textes(v.langue, registreDe(v.s.declarant)).suivi
  const { s, promis } = v
  const dire = (date: Date): string => dateLongue(v.langue, date)
  const qui = (role: string | null): string => t.qui[role ?? 'inconnu'] ?? t.qui.inconnu!
  const equipe = t.niveaux[s.niveau]!
  const pas: Evenement[] = []
  const ajouter = (date: Date | null, titre: string, o: Partial<Evenement> = {}): void => {
    if (date !== null) pas.push({ quand: { iso: date.toISOString(), libelle: dire(date) }, titre: titre, ...o })
  }
  const majuscule = (x: string): string => x.charAt(0).toUpperCase() + x.slice(1)
  const attendu = s.etat === 'recu' && promis !== null && !promis.enRetard
  ajouter(s.recu_le, attendu ? t.etats.recu(majuscule(equipe), dire(promis.le)) : t.etats.arrive, { icone: 'message' })
  ajouter(s.lu_le, t.etats.lu(qui(s.lupar)), { icone: 'oeil' })
  ajouter(s.pris_le, t.etats.pris_en_charge(qui(s.prispar)), { icone: 'bouclier', ton: 'succes' })
  ajouter(s.repondu_le, t.etats.repondu, { icone: 'message', ton: 'succes' })
  for (const e of v.etapes) {
    const jour = new Date(`${e.le}T12:00:00Z`)
    pas.push({ quand: { iso: e.le, libelle: jourLong(v.langue, jour) }, titre: t.etapes[e.code], icone: ICONES[e.code] })
  }
  pas.sort((a, b) => a.quand.iso.slice(0, 10).localeCompare(b.quand.iso.slice(0, 10)))
  ajouter(s.clos_le, t.etats.clos, { icone: 'coche' })
  if (promis?.enRetard === true) {
    const retard = promis.prevenu === null ? t.etats.tarde : t.etats.retard(t.niveaux[promis.prevenu]!)
    ajouter(promis.le, retard, { icone: 'horloge', ton: 'attention' })
  } else if (promis !== null && !attendu) ajouter(promis.le, t.suite(dire(promis.le)), { icone: 'calendrier', avenir: true })
  return chronologie(pas, t.passe)
}

function messages(v: VueDialogue): Html {
  const t = textes(v.langue, registreDe(v.s.declarant)).suivi
  if (v.messages.length === 0) return html`<p>${t.aucun}</p>`
  return filMessages(
    v.messages.map((m) => ({
      auteur: m.auteur === 'declarant' ? t.toi : (t.qui[m.qualite] ?? t.qui.inconnu!),
      quand: { iso: m.le.toISOString(), libelle: dateLongue(v.langue, m.le) },
      texte: paragraphes(m.texte),
      moi: m.auteur === 'declarant',
    })),
    t.messages,
  )
}

/** Once it is over: is it better? Asked in words, answered by one button. */
function avis(v: VueDialogue): Html | string {
  const t = textes(v.langue, registreDe(v.s.declarant)).suivi.avis
  if (v.s.etat !== 'clos') return ''
  if (v.avis === '') return questionFinale(v, 'avis', t)
  return html`<p>${t.dit} <strong>${t.options[v.avis as keyof typeof t.options]}</strong></p>
    ${v.aide === '' ? questionFinale(v, 'aide', t.aide_recue) : ''}`
}

const questionFinale = (v: VueDialogue, vers: 'avis' | 'aide', q: { question: string; aide: string; options: object }): Html =>
  html`<form method="post" action="${prefixeDe(v.langue)}/suivi" class="preau-form" data-suivi>
    ${cache(v)}
    <h2>${q.question}</h2>
    <p>${q.aide}</p>
    <div class="preau-form__suite">
      ${Object.entries(q.options).map(([code, libelle]) =>
        bouton({ libelle, nom: 'vers', valeur: `${vers}:${code}`, variante: code === 'non' ? 'primaire' : 'secondaire' }),
      )}
    </div>
  </form>`

const cache = (v: VueDialogue): Html => html`<input type="hidden" name="acces" value="${v.acces}" />`

const fauteDuMessage = (v: VueDialogue): string | undefined => {
  const t = textes(v.langue, registreDe(v.s.declarant))
  return v.erreur === 'rien' ? t.suivi.rien : v.erreur === 'long' ? t.commun.tropLong(10_000) : undefined
}

/** At the top, where one lands: the field itself is far below. */
function fautes(v: VueDialogue): Html | undefined {
  const t = textes(v.langue, registreDe(v.s.declarant))
  const message = fauteDuMessage(v)
  return resumeErreurs(t.commun.erreurs, [
    ...(message === undefined ? [] : [{ champ: 'message', message }]),
    ...v.refus.map((raison) => ({ champ: 'images', message: t.reponse.refus[raison] })),
  ])
}

function ecrire(v: VueDialogue): Html {
  const t = textes(v.langue, registreDe(v.s.declarant))
  const erreur = fauteDuMessage(v)
  return html`<form
    method="post"
    action="${prefixeDe(v.langue)}/suivi"
    enctype="multipart/form-data"
    id="${FORMULAIRE}"
    class="preau-form"
    novalidate
    data-suivi
  >
    ${cache(v)}<input type="hidden" name="envoi" value="${v.envoi}" />
    ${champZone({ nom: 'message', libelle: t.suivi.ecrire, aide: t.suivi.ecrireAide, valeur: v.brouillon, lignes: 5, ...(erreur === undefined ? {} : { erreur }) })}
    ${champFichiers({ nom: 'images', libelle: t.suivi.joindre, aide: t.reponse.imagesAide, facultatif: t.commun.facultatif, accepte: IMAGE_TYPES, plusieurs: true })}
    ${bouton({ libelle: t.suivi.envoyer, nom: 'vers', valeur: 'ecrire', icone: 'message' })}
  </form>`
}

/** All that one told, as one told it; and who may read it. */
function raconte(v: VueDialogue): Html {
  const t = textes(v.langue, registreDe(v.s.declarant))
  const { s } = v
  const images = v.images > 0 ? t.commun.chiffres(v.images) : ''
  const dites = reponsesDites(v.langue, reponsesDe(s, s.recit), { ecole: s.nom, images })
    .filter((d) => d.valeur !== '' && d.terme !== t.resume.lignes.reponse)
    .map(({ terme, valeur }) => ({ terme, definition: paragraphes(valeur) }))
  return html`${accordeon({ titre: t.suivi.raconte, contenu: definitionListe(dites) })}
  ${encart({
    icone: 'oeil',
    titre: t.suivi.lecteurs,
    balise: 'h2',
    texte: html`<ul>
        ${lecteursDe(v.langue, s.niveau as Niveau, s.type).map((x) => html`<li>${x}</li>`)}
      </ul>
      <p>${t.lecteurs.toujours}</p>`,
  })}`
}

export function pageDialogue(v: VueDialogue): Html {
  const t = textes(v.langue, registreDe(v.s.declarant)).suivi
  const fait = v.fait === 'envoye' ? t.envoye : v.fait === 'contact' ? t.contactFini : v.fait === 'avis' ? t.avis.merci : ''
  const contact =
    v.s.contact !== 'mail'
      ? ''
      : html`<form method="post" action="${prefixeDe(v.langue)}/suivi" data-suivi>
          ${cache(v)}
          <p>${t.contactAide}</p>
          ${bouton({ libelle: t.contact, nom: 'vers', valeur: 'contact', variante: 'tertiaire' })}
        </form>`
  const mourir = v.s.urgences.includes('suicide')
  const contenu = html`<h1>${t.bonjour}</h1>
    ${mourir && v.s.etat !== 'clos' && encart({ icone: 'bouclier', texte: textes(v.langue, registreDe(v.s.declarant)).quoi.mourir })}
    ${fautes(v)}${fait === '' ? '' : alerte({ type: 'succes', titre: fait, niveau: 2 })}
    <h2>${t.messages}</h2>
    ${messages(v)}${avis(v)}
    <h2>${t.passe}</h2>
    ${etat(v)}${protection(v)} ${ecrire(v)}${contact}${raconte(v)}
    <form method="post" action="${prefixeDe(v.langue)}/suivi" data-suivi>
      <div class="preau-form__suite">
        ${cache(v)}${bouton({ libelle: t.recu.bouton, nom: 'vers', valeur: 'recu', variante: 'tertiaire' })}
        <span class="preau-js">${boutonImprimer(textes(v.langue, registreDe(v.s.declarant)).fin.imprimer)}</span>
      </div>
    </form>
    <form method="post" action="${prefixeDe(v.langue)}/suivi" data-suivi>
      ${cache(v)}${bouton({ libelle: t.fermer, nom: 'vers', valeur: 'fermer', variante: 'secondaire', icone: 'sortie' })}
    </form>`
  return cadrePublic({
    langue: v.langue,
    titre: t.titre,
    contenu,
    chemin: '/suivi',
    script: ['etapes.js', 'rappel.js', 'lire.js', 'imprimer.js'],
    entree: 'ecrire',
    urgencesOuvertes: v.s.etat !== 'clos' && (v.s.danger === 'oui' || mourir),
  })
}
