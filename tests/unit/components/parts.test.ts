import { describe, expect, test } from 'vitest';
import { placedSources, sectionsOf } from '#components/parts/sections.ts';
import { namedSources } from '#components/parts/sources.ts';
import { stepId } from '#components/parts/step-id.ts';
import type { PartKind } from '#schemas/parts.ts';

const part = (kind: PartKind, title: string) => ({ kind, title });

test('a text opens a section, and what follows stands in it by kind', () => {
  const parts = [
    part('texte', 'Trois activités'),
    part('porte', 'Des cantines'),
    part('porte', 'Un plaidoyer'),
    part('question', 'Et le réseau ?'),
    part('porte', 'Encore une'),
    part('dates', 'Notre histoire'),
    part('texte', 'Et demain'),
  ];
  const [first, dates, last] = sectionsOf(parts);
  expect(first?.head?.title).toBe('Trois activités');
  expect(first?.runs.map(({ kind, parts }) => [kind, parts.length])).toEqual([
    ['porte', 2],
    ['question', 1],
    ['porte', 1],
  ]);
  expect(dates).toEqual({ head: part('dates', 'Notre histoire'), runs: [] });
  expect(last).toEqual({ head: part('texte', 'Et demain'), runs: [] });
});

test('what comes before the first text is kept, without a head', () => {
  const lone = part('etape', 'On arrive');
  expect(sectionsOf([lone])).toEqual([{ runs: [{ kind: 'etape', parts: [lone] }] }]);
  expect(sectionsOf([])).toEqual([]);
});

test('every part of a page is in one section, whatever their order', () => {
  const kinds: PartKind[] = ['recopier', 'etape', 'texte', 'texte', 'question', 'etape', 'dates', 'porte'];
  const parts = kinds.map((kind, index) => part(kind, String(index)));
  const read = sectionsOf(parts).flatMap(({ head, runs }) => [
    ...(head ? [head] : []),
    ...runs.flatMap((run) => run.parts),
  ]);
  expect(read).toEqual(parts);
});

test('a source is named as its page lists it, else by its host, once', () => {
  const listed = [{ url: 'https://www.exemple.org/a', title: 'Un journal', publishedOn: '2022-07-18' }];
  expect(
    namedSources(['https://www.exemple.org/a', 'https://m.exemple.net/b', 'https://www.exemple.org/a'], listed),
  ).toEqual([
    { url: 'https://www.exemple.org/a', name: 'Un journal', year: '2022' },
    { url: 'https://m.exemple.net/b', name: 'exemple.net', year: undefined },
  ]);
});

test('a step is found by its title', () => {
  expect(stepId('On s’assoit, à midi')).toBe('etape-on-s-assoit-a-midi');
});

describe('the sources of a section', () => {
  const citing = (kind: PartKind, ...urls: string[]) => ({ kind, sources: urls.map((url) => ({ url })) });

  test('of cards are said once, below, with those of the text above', () => {
    const [section] = sectionsOf([citing('texte', 'a'), citing('porte', 'b', 'a'), citing('porte', 'b')]);
    const placed = placedSources(section ?? { runs: [] });
    expect(placed.below).toEqual([{ url: 'a' }, { url: 'b' }]);
    const { head, runs } = placed.section;
    expect([head, ...runs.flatMap(({ parts }) => parts)].map((each) => each?.sources)).toEqual([[], [], []]);
  });

  test.each([
    ['a text alone', [citing('texte', 'a')]],
    ['questions', [citing('texte', 'a'), citing('question', 'b'), citing('question', 'c')]],
    ['cards among steps', [citing('porte', 'a'), citing('etape', 'b')]],
  ])('of %s stay with each part', (_title, parts) => {
    const [section] = sectionsOf(parts);
    expect(placedSources(section ?? { runs: [] })).toEqual({ section, below: [] });
  });
});
