import { expect, test } from 'vitest';
import { questionsOf } from '#proposals/questions.ts';
import { cantines } from '#schemas/cantines.ts';
import * as f from '#schemas/kit/index.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const asked = (changes: Readonly<Record<string, unknown>>) =>
  questionsOf(cantines.fields, readOf('cantines', entryOf('cantines', changes)));
const paths = (changes: Readonly<Record<string, unknown>>) => asked(changes).map(({ path }) => path);

test('a bare fiche asks each thing that nobody has said by itself', () => {
  expect(paths({})).toEqual([
    'status',
    'exceptions',
    'openingHours',
    'openingHours.publicHolidays',
    'address',
    'contacts',
    'booking.cook',
    'booking.eat',
    'membership.required',
    'price.costPrice',
    'capacity.seats',
    'capacity.cookingPlaces',
    'accessibility.stepFree',
    'accessibility.wheelchairToilet',
    'accessibility.seatedTasks',
    'accessibility.pushchair',
    'accessibility.hearingLoop',
    'diets',
    'languages',
    'openedOn',
  ]);
});

test('what a group states is asked whole, in words, and only the rest by itself', () => {
  const questions = asked({
    'accessibility.stepFree': 'yes',
    'accessibility.pushchair': 'no',
    'accessibility.note': 'Une marche de 2 cm.',
  }).filter(({ path }) => path.startsWith('accessibility'));
  expect(questions.map(({ path }) => path)).toEqual([
    'accessibility',
    'accessibility.wheelchairToilet',
    'accessibility.seatedTasks',
    'accessibility.hearingLoop',
  ]);
  expect(questions[0]?.known).toEqual([
    { label: 'Entrée de plain-pied', text: 'Oui' },
    { label: 'Place pour une poussette', text: 'Non' },
    { label: 'Précisions', text: 'Une marche de 2 cm.' },
  ]);
});

test('the week is told in sentences, a closure by its days', () => {
  const questions = asked({
    'openingHours.slots': [
      { day: 'monday', kind: 'meal', service: 'lunch', opens: '12:15' },
      { day: 'tuesday', kind: 'meal', service: 'lunch', opens: '12:15' },
    ],
    exceptions: [
      { from: '2026-12-24', to: '2027-01-03', kind: 'closed', reason: 'Congés' },
      { from: '2027-02-07', to: '2027-02-07', kind: 'extra', opens: '11:00', closes: '15:00' },
    ],
  });
  const known = (path: string) =>
    questions.find((each) => each.path === path)?.known.map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '));
  expect(known('openingHours')).toEqual(['Lundi et mardi, on mange à 12 h 15']);
  expect(known('exceptions')).toEqual([
    'Du 24 décembre 2026 au 3 janvier 2027, fermé, Congés',
    'Le 7 février 2027, ouvert en plus, de 11 h à 15 h',
  ]);
});

test('what only editors write is never asked', () => {
  const all = paths({ 'openingHours.asOf': '2024' }).join(' ');
  expect(all).not.toMatch(
    /title|summary|location|commune|timezone|alerts|photo|nappe|sources|verifiedOn|draft|demo|asOf/i,
  );
});

test('a fact that is dated by the group alone states nothing', () => {
  expect(paths({ 'price.asOf': '2024' })).toContain('price.costPrice');
  expect(paths({ 'price.asOf': '2024' })).not.toContain('price');
});

test('a field that is added is asked by its label, without another line', () => {
  const fields = {
    ...cantines.fields,
    dogs: f.yesNoUnknown({ label: 'Chien accepté' }),
    song: f.text({ label: 'Chant' }),
  };
  const questions = questionsOf(fields, { ...readOf('cantines', entryOf('cantines')), dogs: 'yes' });
  expect(questions.slice(-2)).toMatchObject([
    { path: 'dogs', question: 'Chien accepté ?', known: [{ text: 'Oui' }], every: 12 },
    { path: 'song', question: 'Chant ?', known: [] },
  ]);
});
