/** The licence of the open data (SPDX: etalab-2.0). */
export const LICENCE = {
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** Who is to be named with the data, as the licence asks. */
export const PUBLISHER = 'Les Petites Cantines';
