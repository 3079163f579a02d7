import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance, summary } from './common.ts';
import { GUIDE_TOPICS } from './guides.ts';
import * as f from './kit/index.ts';

export const templates = f.collection({
  name: 'templates',
  label: 'Modèles de documents',
  labelSingular: 'Modèle de document',
  description: 'Des documents à compléter, en .docx, en tableur et à imprimer : bilan, suivi, remerciement, demande.',
  slug: '{{title}}',
  summary: '{{title}} — {{topic}}',
  viewGroups: [{ label: 'Sujet', field: 'topic' }],
  body: { label: 'Le document', required: true, footnotes: false },
  sections: PROVENANCE_SECTION,
  fields: {
    title: f.text({ label: 'Titre', required: true, maxLength: 110 }),
    summary,
    topic: f.choice({ label: 'Sujet', options: GUIDE_TOPICS, required: true }),
    order: f.integer({ label: 'Rang dans la liste', min: 0, max: 999, default: 100 }),
    guide: f.reference({ label: 'Le guide qui l’explique', collection: 'guides' }),
    landscape: f.tickBox({ label: 'En paysage', hint: 'Pour un document fait surtout d’un grand tableau.' }),
    spreadsheet: f.tickBox({
      label: 'En tableur aussi',
      hint: 'Chaque tableau devient une feuille .xlsx. Une ligne ou une colonne nommée « Total », « Solde », « Reste », « En caisse au début » ou « à la fin » se calcule seule.',
    }),
    ...provenance,
  },
});

export type Template = z.output<(typeof templates)['schema']>;
