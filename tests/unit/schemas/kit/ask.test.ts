import { expect, test } from 'vitest';
import * as f from '#schemas/kit/index.ts';

const fields = {
  hours: f.text({ label: 'Horaires', ask: { question: 'À quelle heure vient-on ?', every: 3 } }),
  colour: f.text({ label: 'Couleur', ask: false }),
  diets: f.choices({ label: 'Régimes', options: { vegan: 'Végétal' } }),
  links: f.list({
    label: 'Liens',
    labelSingular: 'lien',
    item: f.url({ label: 'Lien' }),
    ask: { every: 6, ifStated: true },
  }),
  place: f.group({ label: 'Lieu', ask: false, fields: { street: f.text({ label: 'Rue' }) } }),
  plan: f.file({ label: 'Plan' }),
  table: f.reference({ label: 'Table', collection: 'cantines' }),
  host: f.reference({ label: 'Chez', collection: 'cantines', ask: { question: 'Chez qui ?' } }),
  shown: f.tickBox({ label: 'Montré', ask: false }),
};

test('a field is open unless it says otherwise, another entry only if it says so, in the order of the form', () => {
  expect(f.openFields(fields).map(([name]) => name)).toEqual(['hours', 'diets', 'links', 'host']);
});

test('a question is the field’s own, else its label, and comes back at its interval', () => {
  expect(f.openFields(fields).map(([, , meta]) => f.askOf(meta))).toEqual([
    { question: 'À quelle heure vient-on ?', every: 3, ifStated: false },
    { question: 'Régimes ?', every: 12, ifStated: false },
    { question: 'Liens ?', every: 6, ifStated: true },
    { question: 'Chez qui ?', every: 12, ifStated: false },
  ]);
});
