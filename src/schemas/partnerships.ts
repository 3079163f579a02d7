import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance, summary, territory } from './common.ts';
import * as f from './kit/index.ts';

export const PARTNERSHIP_KINDS = {
  produits: 'Don de produits',
  animation: 'Animation en cantine',
  equipement: 'Équipement',
  formation: 'Formation',
  benevolat: 'Bénévolat et mécénat de compétences',
} as const;

export const partnerships = f.collection({
  name: 'partnerships',
  label: 'Partenariats',
  labelSingular: 'Partenariat',
  description: 'Les offres de partenaires nationaux, déclinées dans les cantines.',
  slug: '{{title}}',
  summary: '{{title}} — {{kind}}',
  body: { label: 'En détail', required: false, footnotes: false },
  sections: {
    territory: 'Pour qui, et qui confirme',
    ...PROVENANCE_SECTION,
  },
  fields: {
    title: f.text({ label: 'Titre', required: true, maxLength: 110 }),
    summary,
    kind: f.choice({ label: 'Type', options: PARTNERSHIP_KINDS, required: true }),
    partner: f.text({ label: 'Partenaire', required: true }),
    offer: f.paragraph({ label: 'Ce qui est proposé', required: true, maxLength: 600 }),
    howToJoin: f.paragraph({ label: 'Comment une cantine s’y joint', required: true, maxLength: 600 }),
    url: f.url({ label: 'Page du partenaire' }),
    until: f.date({ label: 'Jusqu’au', hint: 'Vide si le partenariat n’a pas de fin connue.' }),
    territory,
    confirmedBy: f.text({
      label: 'Confirmé par',
      hint: 'Le rôle de qui, au réseau, dit que l’accord existe : « la chargée de partenariats ». Pas de nom.',
      maxLength: 80,
    }),
    confirmedOn: f.date({ label: 'Confirmé le', hint: 'Vide tant que le réseau ne l’a pas confirmé.' }),
    funder: f.reference({ label: 'Fiche du financeur', collection: 'funders' }),
    ...provenance,
  },
  rules: [
    {
      fields: ['confirmedBy', 'confirmedOn'],
      path: ['confirmedOn'],
      holds: ({ confirmedBy, confirmedOn }) => confirmedBy === undefined || confirmedOn !== undefined,
      expected: 'le jour de la confirmation',
      remedy: 'Donnez le jour où l’accord a été confirmé, ou videz « Confirmé par ».',
    },
    {
      fields: ['confirmedBy', 'confirmedOn'],
      path: ['confirmedBy'],
      holds: ({ confirmedBy, confirmedOn }) => confirmedOn === undefined || confirmedBy !== undefined,
      expected: 'le rôle de qui confirme',
      remedy: 'Écrivez qui, au réseau, confirme l’accord, ou videz « Confirmé le ».',
    },
  ],
});

export type Partnership = z.output<(typeof partnerships)['schema']>;
