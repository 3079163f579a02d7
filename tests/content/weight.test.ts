/** What the site adds to the words of its editors, however many they write. */
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, readPages, stylesOf, urlsOfCss } from '../support/dist.ts';
import { budgetOf, weigh } from '../support/weight.ts';

/** What an entry may add to a list, besides its words: its markup, and what the list is searched by. */
const ITEM = 150;

const pages = readPages();

describe.each([...Map.groupBy(pages, ({ kind }) => kind)])('%s', (kind, group) => {
  const budget = budgetOf(kind);
  const weights = group.map((page) => ({ path: page.path, ...weigh(page) }));

  test(`HTML, styles and scripts add at most ${budget.page} bytes to the words, and ${ITEM} for each thing listed`, () => {
    const over = weights.filter(({ page, words, items }) => page - words > budget.page + ITEM * items);
    expect(over).toEqual([]);
  });

  test(`scripts weigh at most ${budget.script} bytes`, () => {
    expect(weights.filter(({ script }) => script > budget.script)).toEqual([]);
  });
});

describe('fonts', () => {
  test('a page needs at most two files, of 80 kB together', () => {
    const faults = pages.flatMap((page) => {
      const files = new Set(
        stylesOf(page)
          .flatMap(urlsOfCss)
          .filter((url) => /\.woff2?$/.test(url)),
      );
      const bytes = [...files].reduce((sum, file) => sum + statSync(fileOf(file)).size, 0);
      return files.size > 2 || bytes > 80_000 ? [`${page.path} : ${files.size} files, ${bytes} bytes`] : [];
    });
    expect(faults).toEqual([]);
  });
});
