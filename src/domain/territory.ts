/** How wide something applies, by the official division of the country. */
export const SCOPES = {
  national: 'France entière',
  region: 'Région',
  departement: 'Département',
  epci: 'Intercommunalité',
  commune: 'Commune',
  arrondissement: 'Arrondissement municipal',
  other: 'Autre',
} as const;

export type Scope = keyof typeof SCOPES;

/** Where something applies: the codes are those of its scope (INSEE, SIREN for an EPCI), none for the whole country. */
export interface Area {
  scope: Scope;
  codes: readonly string[];
}

/** The official codes of what contains a place (INSEE, SIREN for an EPCI), from the smallest to the largest. */
export interface TerritoryCodes {
  /** Municipal district of Paris, Lyon or Marseille, when it is known. */
  arrondissement?: string | undefined;
  commune?: string | undefined;
  epci?: string | undefined;
  departement?: string | undefined;
  region?: string | undefined;
}
