import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { factOf, factsOf } from '#content/facts.ts';
import { cantines } from '#schemas/cantines.ts';
import * as f from '#schemas/kit/index.ts';
import { entryOf } from '../../support/entries.ts';

const label = 'Fait';
const options = { a: 'Au four', b: 'À la vapeur', unknown: 'Non renseigné' };

test.each<[string, z.ZodType, unknown, string | undefined]>([
  ['yes', f.yesNoUnknown({ label }), 'yes', 'Oui'],
  ['no', f.yesNoUnknown({ label }), 'no', 'Non'],
  ['nobody has said', f.yesNoUnknown({ label }), 'unknown', undefined],
  ['a choice', f.choice({ label, options }), 'a', 'Au four'],
  ['several choices', f.choices({ label, options }), ['a', 'b'], 'Au four et À la vapeur'],
  ['no choice', f.choices({ label, options }), [], undefined],
  ['a tick', f.tickBox({ label }), true, 'Oui'],
  ['no tick, which says nothing', f.tickBox({ label }), false, undefined],
  ['a number', f.integer({ label }), 0, '0'],
  ['a day', f.date({ label }), '2026-11-01', '1er\u00a0novembre 2026'],
  ['an hour', f.time({ label }), '09:30', '9\u00a0h\u00a030'],
  ['a day and an hour', f.dateTime({ label }), '2027-01-12T18:00', '12\u00a0janvier 2027, 18\u00a0h'],
  ['a text', f.text({ label }), 'Au fond de la cour', 'Au fond de la cour'],
  ['nothing', f.text({ label }), undefined, undefined],
])('%s, in a word', (_title, field, value, expected) => {
  expect(factOf(field, value)).toEqual({ label, value: expected });
});

test('what no word tells is refused', () => {
  expect(() => factOf(cantines.fields.funders, ['ademe'])).toThrow(/Financeurs et partenaires/);
  expect(() => factsOf(cantines.fields.title, {})).toThrow(/Nom de la cantine/);
});

describe('the facts of a group', () => {
  const { entry } = f.readEntry(cantines, entryOf('cantines', { 'accessibility.stepFree': 'no', 'booking.note': 'x' }));
  if (!entry) throw new Error('The cantine is wrong.');

  test('are its fields in their order, but for its note and its date', () => {
    expect(factsOf(cantines.fields.booking, entry.booking)).toEqual([
      { name: 'cook', label: 'Pour cuisiner', value: undefined },
      { name: 'eat', label: 'Pour manger', value: undefined },
    ]);
    expect(factsOf(cantines.fields.accessibility, entry.accessibility)[0]).toEqual({
      name: 'stepFree',
      label: 'Entrée de plain-pied',
      value: 'Non',
    });
  });

  test('leave to a component what no word tells', () => {
    const group = f.group({
      label: 'Cuisine',
      fields: { plan: f.image({ label: 'Plan' }), ovens: f.integer({ label: 'Fours' }) },
    });
    expect(factsOf(group, { plan: '/uploads/plan.png', ovens: 2 })).toEqual([
      { name: 'ovens', label: 'Fours', value: '2' },
    ]);
  });
});
