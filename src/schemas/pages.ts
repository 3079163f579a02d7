import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance } from './common.ts';
import * as f from './kit/index.ts';

export const pages = f.collection({
  name: 'pages',
  label: 'Pages',
  labelSingular: 'Page',
  description: 'Les textes des pages fixes.',
  summary: '{{title}}',
  extensible: false,
  body: { label: 'Texte', required: false },
  sections: PROVENANCE_SECTION,
  fields: {
    title: f.text({ label: 'Titre', hint: 'Le grand titre de la page.', required: true, maxLength: 90 }),
    description: f.paragraph({
      label: 'Description',
      hint: 'Une phrase pour les moteurs de recherche et les partages.',
      required: true,
      maxLength: 200,
    }),
    lead: f.paragraph({ label: 'Chapeau', hint: 'La phrase sous le titre.', maxLength: 400 }),
    ...provenance,
  },
});

export type Page = z.output<(typeof pages)['schema']>;
