// What happens, where, and who tells: plain drawings that a child of eight can name. Nothing that frightens.
export const SIGNALEMENT = {
  'fait-argent':
    '<circle cx="9" cy="9.5" r="5"/><path d="M10.8 7.8c-1.8-1.2-3.8-.2-3.8 1.7s2 2.9 3.8 1.7M6.3 9h2.7"/><path d="M4 19.5h5l3.5-1h4l4-3.5c-.8-1.5-2-1.5-3-.7L15 16h-3.5"/>',
  'fait-autre': '<circle cx="12" cy="12" r="8.5"/><path d="M8 12v.1M12 12v.1M16 12v.1"/>',
  'fait-coups':
    '<path d="M7 12.5V9a1.5 1.5 0 0 1 3 0 1.5 1.5 0 0 1 3 0 1.5 1.5 0 0 1 3 0 1.5 1.5 0 0 1 3 .2V14c0 3.5-2.3 6-6 6s-6-2-6-5.5c0-1.3.8-2 2-2h3.5"/><path d="M10 9v2M13 9v2M16 9v2"/><path d="M4 4.5 6 6M9.5 2.8 10 5M2.8 9.5 5 10"/>',
  'fait-ecart':
    '<circle cx="9.5" cy="9.5" r="7"/><circle cx="9.5" cy="6.7" r="1.6"/><circle cx="6.6" cy="11.2" r="1.6"/><circle cx="12.4" cy="11.2" r="1.6"/><circle cx="19.8" cy="19.8" r="2.2"/>',
  'fait-gestes':
    '<path d="M7.5 13V7a1.3 1.3 0 0 1 2.6 0V5.3a1.3 1.3 0 0 1 2.6 0V7a1.3 1.3 0 0 1 2.6 0v2a1.3 1.3 0 0 1 2.6 0v5c0 3.7-2.2 6.2-5.5 6.2-2.7 0-4-1.2-5.2-3.2l-2.6-4.2c-.5-1 .9-2.1 1.8-1.2L7.5 13Z"/><path d="M10.1 7v4M12.7 7v4M15.3 9v2.5"/>',
  'fait-menaces':
    '<path d="M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-5 3.5V17h-.5A1.5 1.5 0 0 1 4 15.5v-9Z"/><path d="M12 7.8v3.7M12 14v.1"/>',
  'fait-mots':
    '<path d="M3.5 6.5A1.5 1.5 0 0 1 5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8Z"/><path d="m7.5 12.5 1.8-3.5 1.8 3.5 1.8-3.5 1.8 3.5L16.5 9"/>',
  'fait-reseaux':
    '<rect x="4" y="3" width="10" height="18" rx="2"/><path d="M8 18h2"/><path d="M10.5 6.5h9A1.5 1.5 0 0 1 21 8v4.5a1.5 1.5 0 0 1-1.5 1.5H16l-2.5 2.5V14h-3"/><path d="M14 10.3v.1M17.5 10.3v.1"/>',
  'fait-rumeurs':
    '<circle cx="6" cy="8" r="2.8"/><path d="M2 19c.3-4 1.7-6 4-6 1.6 0 2.8 1 3.4 2.8"/><circle cx="18" cy="8" r="2.8"/><path d="M22 19c-.3-4-1.7-6-4-6-1.6 0-2.8 1-3.4 2.8"/><path d="M10.5 7.5c1-.7 2-.7 3 0M10.5 10c1 .7 2 .7 3 0"/>',
  'fait-vol':
    '<path d="M8 8V6.5a3 3 0 0 1 6 0V8"/><path d="M5 20v-7a6 5.2 0 0 1 12 0v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1Z"/><path d="M8 21v-5h6v5M8 18.3h6M18 6l3.5-3.5M18.3 2.5h3.2v3.2"/>',
  'lieu-autre':
    '<path d="M12 21c4.5-5 6.5-8.3 6.5-11.3a6.5 6.5 0 0 0-13 0C5.5 12.7 7.5 16 12 21Z"/><path d="M9.5 9.7v.1M12 9.7v.1M14.5 9.7v.1"/>',
  'lieu-cantine':
    '<circle cx="12" cy="12" r="4.5"/><path d="M4 4v4a1.5 1.5 0 0 0 3 0V4M5.5 9.5V20M20 20V4c-2 1-2.8 3.5-2.5 8H20"/>',
  'lieu-classe': '<rect x="3.5" y="4" width="17" height="11" rx="1.5"/><path d="M7 8h6M7 11h9M8 20l1.5-5M16 20l-1.5-5"/>',
  'lieu-couloir':
    '<path d="M3 4.5h18M17.5 4.5v3.7a1.6 1.6 0 0 0 3.2 0M8.5 4.5v3"/><path d="M8.5 7.5 5 9.5l-2 5 2.5.8v5.2h6v-5.2l2.5-.8-2-5-3.5-2ZM8.5 11v9.5"/>',
  'lieu-cour':
    '<path d="M12 20v-7"/><path d="M12 14.5c-4 0-6.5-2-6.5-5.2C5.5 6 8.3 3.5 12 3.5s6.5 2.5 6.5 5.8c0 3.2-2.5 5.2-6.5 5.2Z"/><path d="M12 12.5 9.5 10M12 11l2-2M3.5 20h17"/>',
  'lieu-devant': '<path d="M4 20V9.5L12 4l8 5.5V20"/><path d="M2.5 20h19M9 20v-6h6v6M12 14v6"/><path d="M12 9v.1"/>',
  'lieu-internat':
    '<path d="M3.5 19.5V6M3.5 16.5h17V19.5M20.5 16.5V13a2.5 2.5 0 0 0-2.5-2.5H10v6"/><circle cx="6.7" cy="12.7" r="1.7"/><path d="M15 4.5h3.5L15 8h3.5"/>',
  'lieu-sport':
    '<circle cx="12" cy="12" r="8.5"/><path d="m12 8 3.8 2.8-1.5 4.4H9.7l-1.5-4.4L12 8ZM12 8V3.5M15.8 10.8l4.3-1.4M14.3 15.2l2.7 3.7M9.7 15.2 7 18.9M8.2 10.8 3.9 9.4"/>',
  'lieu-telephone': '<rect x="6.5" y="3" width="11" height="18" rx="2"/><path d="M10.5 18h3M6.5 15.5h11"/>',
  'lieu-toilettes': '<path d="M6 4h5v7H6zM5 11h14c0 3.5-2 5.7-5 6.3V20.5H9v-4C6.5 15.5 5 13.7 5 11Z"/>',
  'lieu-trajet':
    '<rect x="4" y="4" width="16" height="13" rx="2"/><path d="M4 11.5h16M12 4v7.5M7 14.3v.1M17 14.3v.1M7 17v3M17 17v3"/>',
  'qui-autre':
    '<circle cx="12" cy="8" r="3.7"/><path d="M4.8 20c.7-4.2 3.5-6.2 7.2-6.2s6.5 2 7.2 6.2" stroke-dasharray="2.5 2.5"/>',
  'qui-camarade':
    '<circle cx="8" cy="9" r="3.2"/><path d="M2 20c.5-3.9 2.7-5.7 6-5.7s5.5 1.8 6 5.7"/><circle cx="16.5" cy="7.5" r="2.7"/><path d="M15.5 12.6c3.6-.5 6 1.3 6.5 5.4"/>',
  'qui-enfant':
    '<circle cx="8.5" cy="7" r="3.5"/><path d="M2 20.5c.3-5 2.7-7.5 6.5-7.5 1.7 0 3 .5 4 1.4"/><circle cx="17" cy="14" r="2.4"/><path d="M12.8 20.5c.4-2.3 1.9-3.4 4.2-3.4s3.8 1.1 4.2 3.4"/>',
  'qui-moi':
    '<circle cx="12" cy="8.5" r="4.5"/><path d="M10.3 7.8v.1M13.7 7.8v.1M10.3 10.3c1 .8 2.4.8 3.4 0"/><path d="M4 20.5c.8-3.8 3.7-5.7 8-5.7s7.2 1.9 8 5.7"/>',
  'qui-pro':
    '<circle cx="9.5" cy="7.5" r="3.5"/><path d="M2.5 20c.5-4.3 3-6.5 7-6.5 1.4 0 2.6.3 3.6.8"/><rect x="14" y="13.5" width="7.5" height="6.5" rx="1"/><path d="M16.5 13.5V12h2.5v1.5"/>',
} as const
