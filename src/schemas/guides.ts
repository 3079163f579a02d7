import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance, summary } from './common.ts';
import * as f from './kit/index.ts';

export const GUIDE_TOPICS = {
  bilans: 'Rédiger un bilan',
  partenaires: 'Mettre en valeur ses partenaires',
  engagements: 'Suivre ses engagements',
  'levee-de-fonds': 'Lever des fonds à 360°',
  'modeles-economiques': 'Modèles économiques',
  veille: 'Se servir de la veille',
} as const;

export const guides = f.collection({
  name: 'guides',
  label: 'Guides',
  labelSingular: 'Guide',
  description: 'Les réponses de la hotline : bilans, partenaires, engagements, levée de fonds, modèles économiques.',
  slug: '{{title}}',
  summary: '{{title}} — {{topic}}',
  viewGroups: [{ label: 'Sujet', field: 'topic' }],
  body: { label: 'Texte', required: true, footnotes: false },
  sections: PROVENANCE_SECTION,
  fields: {
    title: f.text({ label: 'Titre', required: true, maxLength: 110 }),
    summary,
    topic: f.choice({ label: 'Sujet', options: GUIDE_TOPICS, required: true }),
    order: f.integer({ label: 'Rang dans la liste', min: 0, max: 999, default: 100 }),
    attachments: f.list({
      label: 'Pièces jointes',
      labelSingular: 'pièce jointe',
      item: f.group({
        label: 'Pièce jointe',
        summary: '{{fields.label}}',
        fields: {
          label: f.text({ label: 'Nom', required: true }),
          file: f.file({ label: 'Fichier', required: true }),
        },
      }),
    }),
    questions: f.list({
      label: 'Questions fréquentes',
      labelSingular: 'question',
      item: f.group({
        label: 'Question',
        summary: '{{fields.question}}',
        fields: {
          question: f.text({ label: 'Question', required: true }),
          answer: f.markdown({ label: 'Réponse', required: true }),
        },
      }),
    }),
    ...provenance,
  },
});

export type Guide = z.output<(typeof guides)['schema']>;
