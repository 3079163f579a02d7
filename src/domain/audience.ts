/** Who may answer an opportunity. */
export const AUDIENCES = {
  'cantine-ouverte': 'Cantine ouverte',
  'cantine-en-montage': 'Cantine en montage',
  reseau: 'Réseau national',
} as const;

export type Audience = keyof typeof AUDIENCES;
