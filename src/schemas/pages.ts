import type { z } from 'zod';
import { PROVENANCE_SECTION, isNamed, provenance } from './common.ts';
import * as f from './kit/index.ts';
import { parts, unlistedSources } from './parts.ts';
import { wrongLengths } from './words-to-copy.ts';

export const pages = f.collection({
  name: 'pages',
  label: 'Pages',
  labelSingular: 'Page',
  description: 'Les textes des pages fixes.',
  summary: '{{title}}',
  extensible: false,
  body: { label: 'Texte', required: false },
  sections: { parts: 'Les parties de la page', ...PROVENANCE_SECTION },
  fields: {
    title: f.text({ label: 'Titre', hint: 'Le grand titre de la page.', required: true, maxLength: 90 }),
    description: f.paragraph({
      label: 'Description',
      hint: 'Une phrase pour les moteurs de recherche et les partages.',
      required: true,
      maxLength: 200,
    }),
    lead: f.paragraph({ label: 'Chapeau', hint: 'La phrase sous le titre.', maxLength: 400 }),
    parts,
    ...provenance,
  },
  rules: [
    {
      fields: ['parts', 'sources'],
      path: ['parts'],
      holds: ({ parts, sources }) => unlistedSources(parts, sources).length === 0,
      expected: 'des parties dont chaque source est parmi celles de la page',
      remedy: 'Ajoutez à « Sources », en bas du formulaire, l’adresse citée par une partie, ou corrigez-la.',
    },
    {
      fields: ['parts', 'sources'],
      path: ['sources'],
      // What the page does not list at all is the rule above.
      holds: ({ parts, sources }) => {
        const nameless = new Set(sources.filter((source) => !isNamed(source)).map(({ url }) => url));
        return !parts.some((part) => part.sources.some((url) => nameless.has(url)));
      },
      expected: 'un titre et le jour de lecture pour chaque source que cite une partie',
      remedy: 'Ajoutez le nom du média ou de l’organisme, et « Lue le », aux sources que citent les parties.',
    },
    {
      fields: ['parts'],
      path: ['parts'],
      holds: ({ parts }) => wrongLengths(parts).length === 0,
      expected: 'des textes à recopier de la longueur que dit leur surtitre, à un dixième près',
      remedy: 'Raccourcissez ou complétez le texte à recopier, ou corrigez le nombre de mots de son surtitre.',
    },
  ],
});

export type Page = z.output<(typeof pages)['schema']>;
