/** What a cantine may look for. In a file of its own: the browser says them, and reads no schema. */
export const NEEDS = {
  fonctionnement: 'Le fonctionnement de tous les jours',
  projet: 'Un projet, une action',
  equipement: 'De l’équipement',
  locaux: 'Un local, des travaux',
  emploi: 'Un emploi',
  denrees: 'Des denrées, des dons en nature',
  tresorerie: 'De la trésorerie',
  conseil: 'Des conseils, un accompagnement',
} as const;

export type Need = keyof typeof NEEDS;
