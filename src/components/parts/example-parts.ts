import type { ShownPart } from './read.ts';

const bare: ShownPart = {
  kind: 'texte',
  kicker: undefined,
  scene: undefined,
  unsourced: undefined,
  title: 'Un titre',
  text: 'Un texte, en phrases courtes. Une idée par phrase.',
  html: '<p>Un texte, en phrases courtes. Une idée par phrase.</p>',
  figures: [],
  links: [],
  sources: [],
};

/** A part with everything. */
export const wholePart: ShownPart = {
  ...bare,
  kicker: '9 h 30',
  title: 'On épluche, on coupe, on goûte',
  scene: 'planche',
  links: [
    { label: 'Trouver une cantine', href: '/cantines/' },
    { label: 'Lire ailleurs', href: 'https://exemple.org/' },
  ],
  sources: [{ url: 'https://exemple.org/un-article', name: 'Un journal local', year: '2025' }],
};

/** Parts of an imaginary page: with everything, with the least. */
export const exampleParts: readonly ShownPart[] = [
  wholePart,
  { ...bare, kicker: '12 h 30', title: 'On passe à table', scene: 'mains' },
  { ...bare, title: 'Une partie sans dessin ni lien' },
];
