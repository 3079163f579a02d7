/** The bank of answers: what one copies says what its entries say, with the amounts of today’s figures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAmounts } from '#content/cited-figures.ts';
import { answerRecord, sayFigure } from '#funding/answers/answer-record.ts';
import { pastedText } from '#feeds/pasted-text.ts';
import { askedBy, versionWithin, type CantineFact } from '#funding/answers/bank.ts';
import { cantineFacts } from '#funding/answers/cantine-facts.ts';
import { countSigns, sayCounts } from '#funding/answers/counts.ts';
import { factsFor, sayFact } from '#funding/answers/fact-words.ts';
import { VERSION_WORDS } from '#schemas/answer-lengths.ts';
import { countWords } from '#schemas/kit/words.ts';
import { entryOf, readOf } from '../../support/entries.ts';
import { networkEntries } from '../../support/network.ts';
import type { Answer } from '#schemas/answers.ts';
import type { Figure } from '#schemas/figures.ts';
import type { Cantine } from '#schemas/cantines.ts';

const figure = (id: string, changes: Partial<Figure>) => ({
  id,
  data: { ...(readOf('figures', entryOf('figures')) as unknown as Figure), ...changes },
});
const FIGURES = [
  figure('ouvertes', { value: 18, unit: 'cantines', asOf: '2026-01' }),
  figure('mefiance', { value: 66.7, display: 'deux tiers', unit: 'des Français se méfient', asOf: '2023' }),
  figure('seuil', { value: 80_011, unit: '€ de recettes', asOf: '2025', yearly: true, sourceTitle: 'La loi' }),
  figure('piege', { value: 1, display: '](https://mal.exemple) <b>*1*</b>', unit: 'x' }),
];
const answer = (changes: Record<string, unknown>) => ({
  id: 'question',
  data: readOf('answers', entryOf('answers', changes)) as unknown as Answer,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a figure in an answer', () => {
  test.each([
    ['is said by its entry', 'Nous sommes [12 cantines](/chiffres/#ouvertes).', 'Nous sommes 18 cantines.'],
    ['in words too', '[Trois quarts](/chiffres/#mefiance) des gens', 'Deux tiers des gens'],
    ['whatever was typed', 'un plafond de [tant](/chiffres/#seuil)', 'un plafond de 80 011 €'],
    ['keeps its words when it is gone', '[12](/chiffres/#absent) fois', '12 fois'],
    ['is plain text', 'Soit [1](/chiffres/#piege).', 'Soit ](https://mal.exemple) <b>*1*</b>.'],
  ])('%s', (_name, markdown, expected) => {
    expect(plain(pastedText(withAmounts(markdown, FIGURES)))).toBe(expected);
  });

  test('has its year and its source under the answer, once', () => {
    const url = 'https://exemple.org/chiffres';
    const entry = answer({
      'versions.short': 'De [1](/chiffres/#ouvertes).',
      'versions.long': 'De [1](/chiffres/#ouvertes) à [2](/chiffres/#seuil).',
      budget: [{ side: 'income', label: 'Recettes', covers: 'La table.', figure: 'seuil' }],
      sources: [
        { url, title: 'Déjà dite' },
        { url: 'https://exemple.org/autre', title: 'Une page', publishedOn: '2022', readOn: '2026-11-20' },
      ],
    });
    const record = answerRecord(entry, FIGURES);
    expect(record.sources.map(plain)).toEqual([
      `18 cantines (janvier 2026) : Un rapport, ${url}`,
      `80 011 € de recettes (2025) : La loi, ${url}`,
      'Une page, 2022, page lue le 20 novembre 2026, https://exemple.org/autre',
    ]);
    expect(record.budget.map(({ mark }) => mark && plain(mark))).toEqual(['80 011 € de recettes (2025)']);
  });
});

test.each([
  [{ value: 20, display: 'une vingtaine', unit: 'administrateurs' }, 'une vingtaine d’administrateurs'],
  [{ value: 9, unit: 'cantines', asOf: '2022-07' }, '9 cantines (juillet 2022)'],
  [{ value: 7, unit: 'cantines', asOf: '2021', asOfUntil: '2022', estimated: true }, '7 cantines (vers 2021 ou 2022)'],
])('a source says its figure: %o', (changes, said) => {
  expect(plain(sayFigure(figure('dite', { asOf: undefined, display: undefined, ...changes })))).toBe(said);
});

describe('the answers of the network', () => {
  const figures = networkEntries('figures');
  const records = networkEntries('answers').map((entry) => answerRecord(entry, figures));

  test('cite figures that are there', () => {
    const slugs = new Set(figures.map(({ id }) => id));
    const cited = networkEntries('answers').flatMap(({ data }) =>
      Object.values(data.versions).flatMap((text) => [...(text ?? '').matchAll(/\/chiffres\/#([\w-]+)/g)]),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.map(([, slug = '']) => slug).filter((slug) => !slugs.has(slug))).toEqual([]);
  });

  test('hold their lengths as they are copied, amounts included', () => {
    for (const { versions } of records)
      for (const { words, text } of versions) expect(countWords(text)).toBeLessThanOrEqual(words);
  });

  test('hold no sign of Markdown nor address of the site', () => {
    for (const { versions } of records)
      for (const { text } of versions) expect(text).not.toMatch(/\]\(|\*\*|\/chiffres/);
  });

  test('say each version of those that are written', () => {
    const written = networkEntries('answers').flatMap(({ data }) => Object.values(data.versions).filter(Boolean));
    expect(records.flatMap(({ versions }) => versions)).toHaveLength(written.length);
  });
});

test('a text is pasted as funders’ forms take it', () => {
  const markdown = `## Titre\n\nUn **mot** et un\nautre.\n\n- a\n- b\n\n1. c\n\n[dehors](https://exemple.org/) [dedans](/guides/) ![une table](/uploads/t.jpg)`;
  expect(plain(pastedText(markdown))).toBe(
    'Titre\n\nUn mot et un autre.\n\n– a\n– b\n\n1. c\n\ndehors (https://exemple.org/) dedans une table',
  );
});

test('no word of a text is lost when it is pasted', () => {
  const word = fc.stringMatching(/^[a-zé]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('', '- ', '1. ', '> ', '## '), fc.array(word, { minLength: 1 }))),
      (blocks) => {
        const pasted = pastedText(blocks.map(([mark, words]) => mark + words.join(' ')).join('\n\n'));
        const words = pasted.split(/\s+/).filter((part) => /[a-zé]/.test(part));
        expect(words).toEqual(blocks.flatMap(([, each]) => each));
      },
    ),
  );
});

test('the version that holds within a length, else the shortest', () => {
  const versions = Object.values(VERSION_WORDS).map((words) => ({ words, text: `${words}` }));
  expect([40, 50, 149, 150, 900].map((words) => versionWithin(versions, words)?.words)).toEqual([50, 50, 50, 150, 500]);
  expect(versionWithin([], 50)).toBeUndefined();
});

test('a call is asked what its kind asks for; a card of one’s own, everything', () => {
  const all = [{ calls: [] }, { calls: ['prix'] }, { calls: ['pret', 'garantie'] }];
  expect(askedBy('prix', all)).toEqual([{ calls: [] }, { calls: ['prix'] }]);
  expect(askedBy('mecenat', all)).toEqual([{ calls: [] }]);
  expect(askedBy(undefined, all)).toEqual(all);
});

test('signs are counted as one sees them, blanks included', () => {
  expect(countSigns('Été 🍲 !')).toBe(7);
  expect(plain(sayCounts('un'))).toBe('1 mot, 2 signes');
});

describe('what the entry of a cantine says', () => {
  const cantine = (changes: Record<string, unknown>) =>
    cantineFacts(readOf('cantines', entryOf('cantines', changes)) as unknown as Cantine);
  const said = (facts: readonly CantineFact[]) => facts.map(({ words }) => plain(words));

  test('is said in sentences, and nothing of what it does not say', () => {
    expect(said(cantine({}))).toEqual(['Notre cantine s’appelle Lyon Vaise.', 'Elle est à Lyon.']);
    expect(
      said(
        cantine({
          openedOn: '2016-09-01',
          'capacity.seats': 30,
          'price.costPrice': 9.5,
          'openingHours.slots': [
            { day: 'monday', kind: 'cook' },
            { day: 'monday', kind: 'meal' },
            { day: 'friday', kind: 'meal' },
          ],
        }),
      ),
    ).toEqual([
      'Notre cantine s’appelle Lyon Vaise.',
      'Elle est à Lyon.',
      'Elle a ouvert le 1er septembre 2016.',
      'Elle ouvre sa table 2 fois par semaine, d’après ses horaires.',
      'Elle a 30 places à table.',
      'Un repas lui revient à 9,50 €.',
    ]);
  });

  test('is to be confirmed after a year, or without a date; a name is not', () => {
    const [name, , seats] = cantine({ 'capacity.seats': 30, 'capacity.asOf': '2025-03' });
    expect(name && sayFact(name, '2027-01-01')).toBe('Notre cantine s’appelle Lyon Vaise.');
    expect(seats && plain(sayFact(seats, '2025-06-01'))).toBe('Elle a 30 places à table.');
    expect(seats && plain(sayFact(seats, '2026-11-22'))).toBe(
      'Elle a 30 places à table. [à confirmer : information de mars 2025]',
    );
    const [, , undated] = cantine({ 'capacity.seats': 30 });
    expect(undated && plain(sayFact(undated, '2026-11-22'))).toContain('[à confirmer]');
    const [, , checked] = cantine({ 'capacity.seats': 30, 'capacity.asOf': '2020', verifiedOn: '2026-10-01' });
    expect(checked && sayFact(checked, '2026-11-22')).not.toContain('confirmer');
  });

  test('enters only the answers that ask for it', () => {
    const record = answerRecord(answer({ facts: ['commune'] }), []);
    const facts = cantine({ 'capacity.seats': 30 });
    expect(factsFor(record, { slug: 'x', title: 'X', facts }, '2026-11-22')).toBe('Elle est à Lyon.');
    expect(factsFor(record, undefined, '2026-11-22')).toBe('');
  });
});
