// Our own drawings, 24 × 24, strokes of 1.75 coloured by the stylesheet. `class="plein"` fills instead.
export const INTERFACE = {
  alerte: '<path d="M12 4 2.8 19.5h18.4L12 4Z"/><path d="M12 10v4.5"/><path d="M12 17.2v.1"/>',
  boite:
    '<path d="M3.5 13 6 5.5h12l2.5 7.5V18a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V13Z"/><path d="M3.5 13H8.5c0 2 1.5 3 3.5 3s3.5-1 3.5-3h5"/>',
  bouclier: '<path d="M12 3.5 5 6v5.5c0 4.2 2.8 7.3 7 9 4.2-1.7 7-4.8 7-9V6l-7-2.5Z"/><path d="m9 12 2.2 2.2L15.2 10"/>',
  cadenas: '<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/><path d="M12 14.5v2"/>',
  calendrier: '<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
  chevron: '<path d="m9.5 6 6 6-6 6"/>',
  coche: '<path d="m4.5 12.5 5 5L19.5 7"/>',
  copier:
    '<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2"/><path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5"/>',
  croix: '<path d="m6 6 12 12M18 6 6 18"/>',
  dossier:
    '<path d="M3.5 18V6.5A1.5 1.5 0 0 1 5 5h4.5l2 2.5H19A1.5 1.5 0 0 1 20.5 9v9a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18Z"/>',
  fichier:
    '<path d="M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5l-5-5Z"/><path d="M13.5 3.5v5h5"/>',
  filtre: '<path d="M4 6.5h16M7 12h10M10 17.5h4"/>',
  fleche: '<path d="M4.5 12h15M13.5 6l6 6-6 6"/>',
  horloge: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.5 2"/>',
  image:
    '<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="m4.5 17 4.5-4 3 2.5 3.5-4 4.5 5"/>',
  imprimer:
    '<path d="M7.5 9V4h9v5M7.5 17H5.5A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9h13a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-2"/><path d="M7.5 14.5h9V20h-9z"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.7v.1"/>',
  langue: '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c-5 4.5-5 12.5 0 17 5-4.5 5-12.5 0-17Z"/>',
  loupe: '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
  maison: '<path d="M3.5 11.5 12 4.5l8.5 7"/><path d="M6 9.8V19.5h12V9.8M10 19.5v-5.5h4v5.5"/>',
  message:
    '<path d="M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-5 3.5V17h-.5A1.5 1.5 0 0 1 4 15.5v-9Z"/><path d="M8 9.5h8M8 12.5h5"/>',
  oeil: '<path d="M2.8 12C5 8 8.3 6 12 6s7 2 9.2 6c-2.2 4-5.5 6-9.2 6s-7-2-9.2-6Z"/><circle cx="12" cy="12" r="2.7"/>',
  personne: '<circle cx="12" cy="8" r="3.7"/><path d="M4.8 20c.7-4.2 3.5-6.2 7.2-6.2s6.5 2 7.2 6.2"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  sortie: '<path d="M13.5 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20h7"/><path d="M10 12h10M16.5 8l4 4-4 4"/>',
  telephone:
    '<path d="M8.8 4H5.5A1.5 1.5 0 0 0 4 5.6C4.6 13.5 10.5 19.4 18.4 20a1.5 1.5 0 0 0 1.6-1.5v-3.3l-4.2-1.7-1.8 2.2a13 13 0 0 1-5.7-5.7l2.2-1.8L8.8 4Z"/>',
} as const
