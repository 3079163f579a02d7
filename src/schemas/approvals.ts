/** What a funder may ask an association to hold. In a file of its own: the browser says them, and reads no schema. */
export const APPROVALS = {
  jep: 'Agrément jeunesse et éducation populaire',
  'aide-alimentaire': 'Habilitation à l’aide alimentaire',
  'recu-fiscal': 'D’intérêt général, apte à émettre des reçus fiscaux',
  rescrit: 'Rescrit fiscal de mécénat',
  esus: 'Agrément ESUS',
  siret: 'Numéro Siret',
} as const;

export type Approval = keyof typeof APPROVALS;
