import type { Need } from '#schemas/needs.ts';

/** What is read of an opportunity to know what it pays. */
interface Paid {
  kind: string;
  themes: readonly string[];
}

const PROJECTS = ['appel-a-projets', 'prix', 'mecenat', 'subvention'];

const MEETS: Readonly<Record<Need, (paid: Paid) => boolean>> = {
  fonctionnement: ({ themes }) => themes.includes('fonctionnement'),
  projet: ({ kind }) => PROJECTS.includes(kind),
  equipement: ({ themes }) => themes.includes('investissement'),
  locaux: ({ kind, themes }) => themes.includes('investissement') || kind === 'pret' || kind === 'garantie',
  emploi: ({ themes }) => themes.includes('emploi'),
  denrees: ({ kind }) => kind === 'don-en-nature',
  tresorerie: ({ kind }) => kind === 'pret' || kind === 'garantie',
  conseil: ({ kind }) => kind === 'accompagnement',
};

/** Whether an opportunity may pay what a cantine looks for. */
export const meets = (need: Need, paid: Paid): boolean => MEETS[need](paid);
