import { ROLES } from '#domain/roles.ts';
import * as f from './kit/index.ts';

/** Who said that a fact holds, and when: the last word on each. */
export const confirmations = (facts: f.Fields) =>
  f.list({
    label: 'Confirmations',
    labelSingular: 'confirmation',
    hint: 'Écrites quand on accepte une proposition : une ligne pour chaque fait, avec le jour et le rôle de qui l’a dit, jamais son nom.',
    ask: false,
    item: f.group({
      label: 'Confirmation',
      summary: '{{fields.fact}} — {{fields.on}}',
      fields: {
        fact: f.choice({
          label: 'Ce qui est confirmé',
          options: Object.fromEntries(f.openFields(facts).map(([name, , { label }]) => [name, label])),
          required: true,
        }),
        on: f.date({ label: 'Le', required: true }),
        by: f.choice({ label: 'Par', options: ROLES, required: true }),
      },
    }),
  });

/** The rule of their list. */
export const ONCE_A_FACT = {
  fields: ['confirmations'],
  path: ['confirmations'],
  holds: ({ confirmations: lines }: { confirmations: readonly { fact: string }[] }) =>
    new Set(lines.map(({ fact }) => fact)).size === lines.length,
  expected: 'une seule ligne pour chaque fait',
  remedy: 'Gardez la plus récente des lignes qui parlent du même fait.',
} as const;
