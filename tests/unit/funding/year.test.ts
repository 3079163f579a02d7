import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFrontMatter } from '#content/check/front-matter.ts';
import type { Data } from '../../support/entries.ts';
import { networkContent } from '../../support/folders.ts';
import { YEAR_OF_CHANGES } from '../../support/year-of-changes.ts';
import { isTelling, SITE_CHANNELS, siteOfYear } from '../../support/year-of-site.ts';

const folder = join(networkContent, 'opportunities');
const first = new Map<string, Data>(
  readdirSync(folder).map((file) => [
    file.replace('.md', ''),
    readFrontMatter(readFileSync(join(folder, file), 'utf8')).data ?? {},
  ]),
);
const year = siteOfYear(first, isTelling);

test.each(Object.entries(SITE_CHANNELS))('%s: each change of a year is told once, in time', (_, toldOf) => {
  const told = YEAR_OF_CHANGES.filter(({ tells }) => tells !== 'nothing').flatMap((change) => {
    const found = toldOf(change, year);
    return found ? { change: `${change.on} ${change.slug} ${change.what}`, ...found } : [];
  });
  expect(told.length).toBeGreaterThan(25);
  expect(told.filter(({ days, latest }) => days.length !== 1 || (days[0] ?? '') > latest)).toEqual([]);
});

test('a correction is told nowhere', () => {
  for (const { on, slug } of YEAR_OF_CHANGES.filter(({ tells }) => tells === 'nothing')) {
    expect(year.flatMap(({ feed }) => feed.filter((id) => id.startsWith(`${slug}/${on}/`)))).toEqual([]);
    expect(year.flatMap(({ letter = [] }) => letter.filter((line) => line.endsWith(` ${on}`)))).toEqual([]);
  }
});
