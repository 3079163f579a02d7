/** Who says that a fact holds: a role, never a person. Stored value → French label. */
export const ROLES = {
  team: 'Équipe de la cantine',
  guest: 'Convive',
  network: 'Réseau',
} as const;

export type Role = keyof typeof ROLES;

/** The same after « confirmé par ». */
export const BY_ROLE: Readonly<Record<Role, string>> = {
  team: 'l’équipe de la cantine',
  guest: 'une personne qui y vient',
  network: 'le réseau',
};

/** Those whose word vouches for a fact: who hosts, and who follows those who host. A guest saw it, and may have missed a change. */
export const vouches = (role: Role): boolean => role !== 'guest';
