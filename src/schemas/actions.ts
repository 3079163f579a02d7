/** What a funder may ask an action to be. In a file of its own: the browser says them, and reads no schema. */
export const ACTIONS = {
  aines: 'Une action avec les personnes de 60 ans et plus',
  familles: 'Une action avec les enfants ou les familles',
  precarite: 'Une action contre la pauvreté ou la précarité alimentaire',
  fete: 'Un repas de fête en fin d’année',
  'formation-benevoles': 'Une formation des bénévoles',
} as const;

export type Action = keyof typeof ACTIONS;

/** Who opens a call that is announced for the whole country, each with its own rules. */
export const LAUNCHERS = {
  region: 'Chaque région',
  local: 'Chaque commune, ou un gestionnaire local',
} as const;

export type Launcher = keyof typeof LAUNCHERS;

/** What a share is a share of, by the words that follow « jusqu’à 80 % ». */
export const SHARES = {
  project: 'du projet',
  public: 'du projet, toutes aides publiques comprises',
  investment: 'de l’investissement',
  loan: 'du prêt bancaire, en garantie',
  wage: 'du Smic brut',
} as const;

export type ShareOf = keyof typeof SHARES;
