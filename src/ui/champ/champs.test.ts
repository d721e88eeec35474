import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serre } from '../serre.ts'
import { champCases, champChoix } from './choix.ts'
import { champDate } from './date.ts'
import { champFichiers } from './fichiers.ts'
import { champListe } from './liste.ts'
import { champTexte } from './texte.ts'
import { champZone } from './zone.ts'

test('a text field in error: help and error describe the control, the value is kept and escaped', () => {
  assert.equal(
    serre(champTexte({ nom: 'ville', libelle: 'Ville', aide: 'Exemple', erreur: 'Vide.', valeur: '"x"', requis: true })),
    '<div class="fr-input-group fr-input-group--error"><label class="fr-label" for="ville">Ville</label><span class="fr-hint-text" id="ville-aide">Exemple</span><p class="fr-error-text" id="ville-erreur"><svg><span>Vide.</span></p><input class="fr-input fr-input--error" type="text" id="ville" name="ville" value="&quot;x&quot;" required autocomplete="off" dir="auto" aria-describedby="ville-aide ville-erreur" aria-invalid="true"></div>',
  )
})

test('an optional text field that is the question of its screen, for a code', () => {
  assert.equal(
    serre(
      champTexte({
        nom: 'code',
        libelle: 'Code',
        facultatif: '(facultatif)',
        sansCorrection: true,
        largeur: 'court',
        titrePage: true,
      }),
    ),
    '<div class="fr-input-group"><h1 class="preau-question"><label class="fr-label" for="code">Code <span class="preau-facultatif">(facultatif)</span></label></h1><input class="fr-input preau-largeur--court" type="text" id="code" name="code" autocomplete="off" dir="auto" autocapitalize="off" autocorrect="off" spellcheck="false"></div>',
  )
})

test('a text area: the count is told in words before any script', () => {
  assert.equal(
    serre(
      champZone({
        nom: 'recit',
        libelle: 'Raconte',
        valeur: 'a < b',
        compte: { max: 10, texte: '10 au plus.', reste: 'Reste {n}' },
      }),
    ),
    '<div class="fr-input-group"><label class="fr-label" for="recit">Raconte</label><textarea class="fr-input" id="recit" name="recit" rows="6" autocomplete="off" dir="auto" aria-describedby="recit-compte">a &lt; b</textarea><p class="fr-hint-text preau-compte" id="recit-compte" data-compteur="#recit" data-max="10" data-reste="Reste {n}">10 au plus.</p></div>',
  )
})

test('a text area gives back exactly what was typed, a first line end included', () => {
  const dedans = /<textarea[^>]*>([^]*)<\/textarea>/.exec(
    String(champZone({ nom: 'r', libelle: 'R', valeur: '\n  deux  \n' })),
  )?.[1]
  // The HTML parser drops one line end just after the tag.
  assert.equal(dedans, '\n\n  deux  \n')
})

test('radio buttons: one legend, the first option bears the name that the error summary links to', () => {
  assert.equal(
    serre(
      champChoix({
        nom: 'qui',
        libelle: 'Qui ?',
        titrePage: true,
        aide: 'Une.',
        erreur: 'Choisis.',
        valeur: 'b',
        options: [
          { valeur: 'a', libelle: 'A', icone: 'qui-moi', aide: 'moi' },
          { valeur: 'b', libelle: 'B' },
        ],
      }),
    ),
    '<fieldset class="fr-fieldset preau-options--icones fr-fieldset--error" id="qui-groupe" aria-describedby="qui-aide qui-erreur"><legend class="fr-fieldset__legend"><h1 class="preau-question">Qui ?</h1></legend><span class="fr-hint-text" id="qui-aide">Une.</span><p class="fr-error-text" id="qui-erreur"><svg><span>Choisis.</span></p><div class="preau-options"><div class="fr-radio-group fr-radio-rich"><input type="radio" id="qui" name="qui" value="a" aria-describedby="qui-detail" aria-invalid="true"><span class="fr-radio-rich__pictogram"><svg></span><span class="preau-option__texte"><label class="fr-label" for="qui">A</label><span class="fr-hint-text" id="qui-detail">moi</span></span></div><div class="fr-radio-group fr-radio-rich"><input type="radio" id="qui-2" name="qui" value="b" checked aria-invalid="true"><span class="preau-option__texte"><label class="fr-label" for="qui-2">B</label></span></div></div></fieldset>',
  )
})

test('check boxes in a line: none is required, several are checked', () => {
  const options = ['a', 'b', 'c'].map((valeur) => ({ valeur, libelle: valeur.toUpperCase() }))
  const boite = (id: string, valeur: string, checked = '') =>
    `<div class="fr-checkbox-group"><input type="checkbox" id="${id}" name="lieux" value="${valeur}"${checked}><span class="preau-option__texte"><label class="fr-label" for="${id}">${valeur.toUpperCase()}</label></span></div>`
  assert.equal(
    serre(champCases({ nom: 'lieux', libelle: 'Où ?', enLigne: true, requis: true, valeurs: ['b', 'c'], options })),
    `<fieldset class="fr-fieldset fr-fieldset--inline" id="lieux-groupe"><legend class="fr-fieldset__legend">Où ?</legend><div class="preau-options">${boite('lieux', 'a')}${boite('lieux-2', 'b', ' checked')}${boite('lieux-3', 'c', ' checked')}</div></fieldset>`,
  )
})

test('a list, with an empty line, an entry and a group', () => {
  const options = [
    { valeur: 'p', libelle: 'P' },
    { groupe: 'Collège', entrees: [{ valeur: '5', libelle: '5e' }] },
  ]
  assert.equal(
    serre(champListe({ nom: 'n', libelle: 'Niveau', vide: 'Tous', valeur: '5', options })),
    '<div class="fr-select-group"><label class="fr-label" for="n">Niveau</label><select class="fr-select" id="n" name="n"><option value="">Tous</option><option value="p">P</option><optgroup label="Collège"><option value="5" selected>5e</option></optgroup></select></div>',
  )
})

test('a date with its bounds', () => {
  assert.equal(
    serre(champDate({ nom: 'jour', libelle: 'Jour', valeur: '2026-01-02', max: '2026-11-22' })),
    '<div class="fr-input-group"><label class="fr-label" for="jour">Jour</label><input class="fr-input preau-largeur--moyen" type="date" id="jour" name="jour" value="2026-01-02" max="2026-11-22"></div>',
  )
})

test('files', () => {
  assert.equal(
    serre(champFichiers({ nom: 'f', libelle: 'Images', accepte: ['image/png', 'image/jpeg'], plusieurs: true, erreur: 'Trop.' })),
    '<div class="fr-upload-group fr-upload-group--error"><label class="fr-label" for="f">Images</label><p class="fr-error-text" id="f-erreur"><svg><span>Trop.</span></p><input class="fr-upload" type="file" id="f" name="f" accept="image/png,image/jpeg" multiple aria-describedby="f-erreur" aria-invalid="true"></div>',
  )
})
