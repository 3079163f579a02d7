import { describe, expect, test } from 'vitest';
import type { Kind } from '#search/kinds.ts';
import { rankPages, titleMatch, type PageFacts, type WordHits } from '#search/rank.ts';

const hits = (word: string, scores: Record<string, number>, ...sections: string[]): WordHits => ({
  word,
  scores: new Map(Object.entries(scores)),
  sections: new Set(sections),
});

const pages = (facts: Record<string, Kind>, examples: string[] = [], lists: string[] = []) =>
  new Map<string, PageFacts>(
    Object.entries(facts).map(([id, kind]) => [
      id,
      { kind, isExample: examples.includes(id), isList: lists.includes(id) },
    ]),
  );

const order = (...args: Parameters<typeof rankPages>) => rankPages(...args).map(({ id }) => id);

describe('rankPages', () => {
  test('a cantine before a session and a funder that say the word as well', () => {
    const facts = pages({ funder: 'Financeurs', session: 'Sessions', cantine: 'Cantines' });
    expect(order([hits('vaise', { funder: 2, session: 2, cantine: 2 })], facts, false)).toEqual([
      'cantine',
      'session',
      'funder',
    ]);
  });

  test('what explains before the rest, for a question', () => {
    const facts = pages({ cantine: 'Cantines', guide: 'Guides', call: 'Financements' });
    expect(order([hits('prix', { cantine: 3, guide: 2.5, call: 4 })], facts, true)).toEqual([
      'guide',
      'cantine',
      'call',
    ]);
  });

  test('an example after the others, a list after its pages unless it is asked for', () => {
    const facts = pages({ example: 'Cantines', real: 'Cantines', list: 'Pages', page: 'Pages' }, ['example'], ['list']);
    const scores = { example: 2, real: 1.5, list: 1.6, page: 1.2 };
    expect(order([hits('soupe', scores)], facts, false)).toEqual(['real', 'page', 'example', 'list']);
    expect(order([hits('cantines', scores, 'list')], facts, false)[0]).toBe('list');
  });

  test('who says the rare word before who says the common one twice, and not who says next to nothing', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `p${index}`);
    const facts = pages(Object.fromEntries(ids.map((id) => [id, 'Pages'])));
    const common = hits('cantine', { ...Object.fromEntries(ids.map((id) => [id, 1])), p0: 9 });
    expect(order([common, hits('forez', { p7: 1 })], facts, false)).toEqual(['p7']);
    expect(order([common], facts, false)).toHaveLength(50);
  });

  test('nothing for no word', () => {
    expect(rankPages([], pages({}), false)).toEqual([]);
  });
});

describe('titleMatch', () => {
  const [prix, libre] = [hits('prix', { a: 1 }), hits('libre', { a: 1 })];
  test.each([
    ['Le prix libre', 1],
    ['Prix libres', 1],
    ['Rien de tel', 0],
    ['', 0],
  ])('%s: %d', (title, expected) => {
    expect(titleMatch(title, [prix, libre], 10)).toBe(expected);
  });

  test('less for a title that says more, or part of what was asked', () => {
    const whole = titleMatch('Prix libre', [prix, libre], 10);
    const longer = titleMatch('Le prix libre expliqué aux convives', [prix, libre], 10);
    const part = titleMatch('Prix', [prix, libre], 10);
    expect(whole).toBeGreaterThan(longer);
    expect(longer).toBeGreaterThan(part);
    expect(part).toBeGreaterThan(0);
  });
});
