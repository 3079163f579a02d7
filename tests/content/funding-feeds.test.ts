import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPPORTUNITY_KINDS } from '#schemas/opportunities.ts';
import { atomFault } from '../support/atom.ts';
import { deadlinesByIcalJs, deadlinesByNodeIcal } from '../support/deadlines.ts';
import { attr, distDir, fileOf, readPages, siteUrl } from '../support/dist.ts';

const folder = join(distDir, 'financements');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const ending = (end: string) => files.filter((file) => file.endsWith(end)).map((file) => join(folder, file));
const read = (file: string) => readFileSync(file, 'utf8');
const pages = readPages();

test('every feed that a page offers exists', () => {
  const offered = pages.flatMap(({ path, elements }) =>
    elements.flatMap((element) => {
      const href = attr(element, 'href') ?? '';
      const own = href.startsWith(siteUrl.replace(/^https?:/, 'webcal:')) || attr(element, 'rel') === 'alternate';
      return own ? [{ path, file: new URL(href.replace(/^webcal:/, 'http:'), siteUrl).pathname }] : [];
    }),
  );
  expect(offered.filter(({ file }) => !existsSync(fileOf(file)))).toEqual([]);
});

test('all regions, all types, both audiences and every cantine can be followed both ways', () => {
  const inFolder = (name: string) => files.filter((file) => file.startsWith(`${name}/`));
  const cantines = pages.filter(({ path }) => /^\/financements\/cantine\/[^/]+\/$/.test(path)).length;
  for (const end of ['.ics', '.xml']) {
    const count = (name: string) => inFolder(name).filter((file) => file.endsWith(end)).length;
    expect(count('region')).toBe(18);
    expect(count('type')).toBe(Object.keys(OPPORTUNITY_KINDS).length);
    expect(count('pour')).toBe(2);
    expect(count('cantine')).toBe(cantines);
  }
});

test('every calendar has its twin of announced dates alone', () => {
  const both = files.filter((file) => /^(?:region|type|pour|cantine)\/.*\.ics$/.test(file));
  const alone = files.filter((file) => file.startsWith('dates/') && file.endsWith('.ics'));
  expect(alone.toSorted()).toEqual(['dates/toutes.ics', ...both.map((file) => `dates/${file}`)].toSorted());
  for (const file of alone) expect(read(join(folder, file)), file).not.toContain('STATUS:TENTATIVE');
});

test('the page of an opportunity, or of a joint answer, offers its calendar exactly when there is one', () => {
  const offers = pages.flatMap(({ path, elements }) =>
    elements.some(({ tagName }) => tagName === 'calendar-offer')
      ? `${path.replace(/^\/financements\/|\/$/g, '')}.ics`
      : [],
  );
  expect(offers.toSorted()).toEqual(files.filter((file) => /^(?:ensemble\/)?[^/]+\.ics$/.test(file)).toSorted());
});

test('two programs read the same in every calendar', () => {
  const calendars = [join(distDir, 'financements.ics'), ...ending('.ics')];
  for (const file of calendars) {
    const events = deadlinesByIcalJs(read(file));
    expect(deadlinesByNodeIcal(read(file)), file).toEqual(events);
  }
});

test('libxml2 accepts every news feed', () => {
  const faults = [join(distDir, 'financements.xml'), ...ending('.xml')].flatMap((file) => atomFault(read(file)) ?? []);
  expect(faults).toEqual([]);
});

describe('no opportunity takes the place of something else', () => {
  const slugs = (JSON.parse(read(join(distDir, 'financements.json'))) as { financements: { id: string }[] })
    .financements;

  test('every opportunity has its own fiche', () => {
    const fiches = slugs.filter(({ id }) => !existsSync(join(folder, id, 'index.html')));
    expect(fiches).toEqual([]);
  });

  test('the single calendars are those of opportunities, and every choice is in a folder of its own', () => {
    const known = new Set(slugs.map(({ id }) => `${id}.ics`));
    const single = files.filter((file) => file.endsWith('.ics') && !file.includes('/'));
    expect(single.filter((file) => !known.has(file))).toEqual([]);
    const folders = ['region', 'type', 'pour', 'cantine', 'dates', 'digest', 'ensemble', 'suivi'];
    expect(slugs.filter(({ id }) => folders.includes(id))).toEqual([]);
  });
});
