import type { z } from 'zod';
import { PROVENANCE_SECTION, SOURCED, provenance } from './common.ts';
import * as f from './kit/index.ts';
import { STORY_THEMES } from './stories.ts';

/** What a short quotation may be, in signs: more of somebody else’s words would be a copy. */
const QUOTATION_LENGTH = 300;

const QUOTED = /^[«“"].*[»”"]$/s;

export const quotations = f.collection({
  name: 'quotations',
  label: 'Voix',
  labelSingular: 'Voix',
  description: 'Ce que des convives, des équipes ou des personnes publiques ont dit, mot pour mot, et où cela se lit.',
  slug: '{{title}}',
  summary: '{{title}} — {{spokenBy}}',
  viewGroups: [{ label: 'Thème', field: 'theme' }],
  body: { label: 'Note', hint: 'Pour l’équipe : elle n’est montrée nulle part.', required: false, footnotes: false },
  sections: PROVENANCE_SECTION,
  fields: {
    title: f.text({
      label: 'Nom',
      hint: 'Quelques mots pour la retrouver dans la liste.',
      required: true,
      maxLength: 80,
    }),
    text: f.paragraph({
      label: 'Paroles',
      hint: 'Mot pour mot, sans guillemets, 300 signes au plus. Une coupe se marque par […].',
      required: true,
      maxLength: QUOTATION_LENGTH,
    }),
    spokenBy: f.text({
      label: 'Qui le dit',
      hint: 'Un rôle, sans nom : « une convive ». Le nom d’une personne publique seulement.',
      required: true,
      maxLength: 120,
    }),
    theme: f.choice({ label: 'Thème', options: STORY_THEMES, required: true }),
    cantine: f.reference({ label: 'Cantine', collection: 'cantines' }),
    highlight: f.tickBox({ label: 'En avant', hint: 'Montrée sur l’accueil : une seule suffit.' }),
    ...provenance,
  },
  rules: [
    SOURCED,
    {
      fields: ['text'],
      path: ['text'],
      holds: ({ text }) => !QUOTED.test(text),
      expected: 'des paroles sans guillemets autour : la page les met',
      remedy: 'Retirez les guillemets du début et de la fin.',
    },
  ],
});

export type Quotation = z.output<(typeof quotations)['schema']>;
