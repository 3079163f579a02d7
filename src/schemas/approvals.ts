/** Agreements that a funder may ask for. In a file of its own: the browser says them, and reads no schema. */
export const APPROVALS = {
  jep: 'Agrément jeunesse et éducation populaire',
  'aide-alimentaire': 'Habilitation à l’aide alimentaire',
  'recu-fiscal': 'Apte à émettre des reçus fiscaux',
  esus: 'Agrément ESUS',
} as const;
