import { describe, expect, test } from 'vitest';
import { bodyProblems } from '#schemas/kit/index.ts';
import { holdsPerson } from '#schemas/persons.ts';
import { collectionOf, entryOf, problemsOf } from '../../support/entries.ts';
import { schemaCases } from '../../support/schema-cases.ts';

const part = (changes: Readonly<Record<string, unknown>>) => ({ parts: [{ what: 'Écrire le budget', ...changes }] });

schemaCases(
  'joint-answers',
  [
    ['no call', { opportunity: '' }, 'opportunity'],
    ['a person who is to be written to', { contact: 'jeanne.durand@exemple.org' }, 'contact'],
    ['a free mailbox', { contact: 'jeanne@gmail.com' }, 'contact'],
    ['a person in the summary', { summary: 'Mme Durand écrit.' }, 'summary'],
    ['a number in what is sought', { sought: 'qui appelle le 06 12 34 56 78' }, 'sought'],
    ['a person in the title', { title: 'Avec M. Martin' }, 'title'],
    ['a person who has a part', part({ what: 'Le budget (jeanne@exemple.org)' }), 'parts[1].what'],
    ['a person who has a document', { documents: [{ what: 'Madame Petit signe' }] }, 'documents[1].what'],
    ['a part in two hands', part({ cantine: 'metz', network: true }), 'parts[1].network'],
    ['who leads counted twice', { lead: 'metz', members: ['metz', 'bruz'] }, 'members'],
    ['nobody sought', { seats: 0 }, 'seats'],
    ['a last day in words', { joinBy: 'fin novembre' }, 'joinBy'],
  ],
  [
    ['a shared address', { contact: 'cantine.villebasse@exemple.org' }],
    ['the network leads', { lead: '', members: ['metz'] }],
    ['a part to be taken', part({ cantine: '', amount: '3000', dueOn: '2027-11-30' })],
    ['a year and an amount', { summary: 'Pour 2027, 30 000 € sur 36 mois.' }],
  ],
);

test.each([
  ['Mme Durand', true],
  ['écrit par M. Le Goff', true],
  ['appelez le 0612345678', true],
  ['+33 6 12 34 56 78', true],
  ['à jeanne@exemple.org', true],
  ['un budget de 30 000 € et 12 repas', false],
  ['du 01/12/2027 au 03.12.2027', false],
  ['le SIREN 200046977', false],
  ['M. comme mardi', false],
  ['« Saint-Denis » et « Les Lilas »', false],
])('%s leads to somebody: %s', (text, is) => {
  expect(holdsPerson(text)).toBe(is);
});

describe('what is told of a person', () => {
  test('says what to do', () => {
    const [problem] = problemsOf('joint-answers', entryOf('joint-answers', { summary: 'Mme Durand écrit.' }));
    expect(problem?.remedy).toMatch(/nommez plutôt la cantine/);
    expect(problem?.found).toContain('Mme Durand');
  });

  test('is seen in the text below too', () => {
    const below = (text: string) => bodyProblems(collectionOf('joint-answers'), text).map(({ field }) => field);
    expect(below('Écrire à Mme Durand.')).toEqual(['texte']);
    expect(below('Chaque cantine écrit dix lignes.')).toEqual([]);
  });
});
