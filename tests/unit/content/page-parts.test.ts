import { describe, expect, it, test } from 'vitest';
import type { ReadEntry } from '#content/check/entry.ts';
import { partProblems } from '#content/check/page-parts.ts';
import { shownKinds } from '#content/page-parts.ts';
import { FIXED_PAGES } from '#content/routes.ts';
import { networkEntries } from '../../support/network.ts';

const pageOf = (slug: string, parts: unknown, collection: ReadEntry['collection'] = 'pages'): ReadEntry => ({
  file: `content/${collection}/${slug}.md`,
  collection,
  slug,
  hidden: undefined,
  data: { title: 'Une page', parts },
  problems: [],
  body: { text: '', line: 1 },
  lineOf: () => undefined,
});

describe('a part of a page', () => {
  it('of a kind that its page does not show is refused, with those that it shows', () => {
    expect(partProblems(pageOf('espace-cantines', [{ kind: 'porte' }, { kind: 'question' }]))).toEqual([
      {
        field: 'parts[2].kind',
        label: 'Sorte',
        found: '«\u00a0Une question et sa réponse\u00a0», que cette page ne montre pas',
        expected: 'une de ces sortes : «\u00a0Une carte\u00a0»',
        remedy: 'Choisissez une des sortes que cette page montre, ou écrivez cette partie dans une autre page.',
      },
    ]);
  });

  it('is refused where the page has none, even a text that says no kind', () => {
    const problems = partProblems(pageOf('ouvrir-une-cantine', [{ title: 'Un texte' }]));
    expect(problems.map(({ field, expected }) => [field, expected])).toEqual([['parts[1].kind', 'aucune partie']]);
    expect(problems[0]?.remedy).toContain('dans « Texte »');
  });

  it.each([
    ['its page shows it', pageOf('soutenir', [{ kind: 'porte' }, { title: 'Un texte' }])],
    ['the schema tells that it is no kind', pageOf('soutenir', [{ kind: 'chapitre' }, 'x', null])],
    ['there is no list', pageOf('soutenir', 'porte')],
    ['another collection has parts', pageOf('soutenir', [{ kind: 'facile' }], 'guides')],
  ])('is not this rule’s affair when %s', (_why, entry) => {
    expect(partProblems(entry)).toEqual([]);
  });
});

test('every fixed page of the network shows all its parts', () => {
  const pages = networkEntries('pages').filter(({ data }) => data.parts.length > 0);
  expect(pages.length).toBeGreaterThan(10);
  const unshown = pages.flatMap(({ id, data }) =>
    data.parts.filter(({ kind }) => !shownKinds(id).includes(kind)).map(({ title }) => `${id} : ${title}`),
  );
  expect(unshown).toEqual([]);
  expect(pages.map(({ id }) => id).filter((id) => !Object.hasOwn(FIXED_PAGES, id))).toEqual([]);
});
