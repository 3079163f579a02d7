/** What the built site owes to the entries of the frozen network. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryPath } from '#content/routes.ts';
import { typeset } from '#domain/typography.ts';
import { attr, distDir, fileOf, metaContent, named, readPages, textOf, urlsOfSrcset } from '../support/dist.ts';
import { networkEntries } from '../support/network.ts';

/** The old addresses of the settings of the frozen network, and where they lead. */
const REDIRECTS = {
  '/vaise/': '/cantines/lyon-vaise/',
  '/nous-rejoindre/': 'https://www.lespetitescantines.org/',
};
const all = readPages();
const pages = all.filter(({ path }) => !Object.hasOwn(REDIRECTS, path));
const pathsOf = (pattern: RegExp) => pages.map(({ path }) => path).filter((path) => pattern.test(path));
const cantines = networkEntries('cantines');
const slugs = (status: string) => cantines.filter(({ data }) => data.status === status).map(({ id }) => id);

test.each([
  ['cantines', /^\/cantines\/([^/]+)\/$/, cantines],
  ['cantines', /^\/cantines\/([^/]+)\/affiche\/$/, cantines],
  ['cantines', /^\/cantines\/([^/]+)\/confirmer\/$/, cantines],
  ['cantines', /^\/cantines\/([^/]+)\/confirmer\/affiche\/$/, cantines],
  ['cantines', /^\/financements\/cantine\/([^/]+)\/$/, cantines.filter(({ data }) => data.status !== 'closed')],
  ['sessions', /^\/sessions\/(?!proposer)([^/]+)\/$/, networkEntries('sessions')],
  ['stories', /^\/plaidoyer\/([^/]+)\/$/, networkEntries('stories')],
  [
    'opportunities',
    /^\/financements\/(?!suivi|profil|cantine|digest|changements|ensemble|reponses)([^/]+)\/$/,
    networkEntries('opportunities'),
  ],
  ['joint-answers', /^\/financements\/ensemble\/(?!ouvrir)([^/]+)\/$/, networkEntries('joint-answers')],
  ['funders', /^\/financeurs\/([^/]+)\/$/, networkEntries('funders')],
  ['guides', /^\/guides\/([^/]+)\/$/, networkEntries('guides')],
  ['templates', /^\/modeles\/([^/]+)\/$/, networkEntries('templates')],
] as const)('every entry of %s has its page at %s, and no page has no entry', (_collection, pattern, entries) => {
  const built = pathsOf(pattern).map((path) => pattern.exec(path)?.[1]);
  expect(built.toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
});

test.each(Object.entries(REDIRECTS))('the old address %s leads to %s, with and without the host', (from, to) => {
  const page = all.find(({ path }) => path === from);
  expect(page && named(page, 'meta').map((meta) => attr(meta, 'content'))).toContain(`0; url=${to}`);
  expect(page && named(page, 'a').map((link) => attr(link, 'href'))).toContain(to);
  const read = (file: string) => readFileSync(join(distDir, file), 'utf8');
  expect(read('_redirects')).toContain(`${from} ${to} 301\n`);
  expect(read('sitemap-0.xml')).not.toContain(`${from}<`);
});

test('what cantines live together is in one calendar, and nothing else', () => {
  const calendar = readFileSync(join(distDir, 'sessions/type/vie-du-reseau.ics'), 'utf8');
  expect(calendar.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual([
    expect.stringContaining('Le séminaire des Petites Cantines'),
  ]);
});

describe('a fixed page', () => {
  const composed = networkEntries('pages').filter(({ data }) => data.parts.length > 0);
  const builtOf = (id: string) => pages.find(({ path }) => path === entryPath('pages', id));
  const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

  test.each(composed)('$id shows each of its parts', ({ id, data }) => {
    const page = builtOf(id);
    const said = page ? plain(named(page, 'main').map(textOf).join(' ')) : '';
    const missing = data.parts
      .map(({ title }) => plain(id === 'en' ? title : typeset(title)))
      .filter((title) => !said.includes(title));
    expect(missing).toEqual([]);
  });

  test.each(composed.filter(({ data }) => data.sources.length > 0))('$id lists what it was read in', ({ id, data }) => {
    const page = builtOf(id);
    const linked = new Set(page && named(page, 'a').map((link) => attr(link, 'href')));
    expect(data.sources.map(({ url }) => url).filter((url) => !linked.has(url))).toEqual([]);
  });
});

test('every page to be found is described in a sentence or two', () => {
  const short = pages
    .filter((page) => metaContent(page, 'robots') !== 'noindex' && (metaContent(page, 'description') ?? '').length < 50)
    .map(({ path }) => path);
  expect(short).toEqual([]);
});

describe('the photo of a cantine', () => {
  const PHOTOGRAPHED = ['/cantines/', '/cantines/exemple-ouverte/', '/cantines/exemple-ouverte/affiche/'];

  test('is on its fiche, its card and its poster, and on no other page', () => {
    expect(
      pages
        .filter((page) => named(page, 'picture').length > 0 && page.path !== '/admin/styles/')
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(PHOTOGRAPHED);
  });

  test.each(PHOTOGRAPHED)('holds its place on %s before it is there, in files that are there', (path) => {
    const page = pages.find((each) => each.path === path);
    const [image] = page
      ? named(page, 'picture').flatMap((picture) => picture.childNodes.filter((node) => node.nodeName === 'img'))
      : [];
    const [source] = page ? named(page, 'source') : [];
    if (!image || !('attrs' in image) || !source) throw new Error('The page has no picture.');
    expect([attr(image, 'width'), attr(image, 'height')]).toEqual(['800', '534']);
    const files = [attr(image, 'src') ?? '', ...urlsOfSrcset(attr(source, 'srcset') ?? '')];
    expect(files).toHaveLength(4);
    for (const file of files) expect(existsSync(fileOf(file)), file).toBe(true);
  });

  test('is told to who does not see it, but where the name beside it is enough', () => {
    const alts = PHOTOGRAPHED.map((path) =>
      pages
        .filter((page) => page.path === path)
        .flatMap((page) => named(page, 'img'))
        .filter((image) => !/^\/(?:dessins|scenes)\//.test(attr(image, 'src') ?? ''))
        .map((image) => attr(image, 'alt')),
    );
    expect(alts).toEqual([
      [''],
      ['Une grande table dressée pour huit, dessinée.'],
      ['Une grande table dressée pour huit, dessinée.'],
    ]);
  });
});

describe('a cantine as a schema.org Restaurant', () => {
  const told = (slug: string) =>
    pages
      .filter(({ path }) => path === `/cantines/${slug}/`)
      .flatMap((page) => named(page, 'script'))
      .some((script) => attr(script, 'type') === 'application/ld+json');

  test.each(slugs('open'))('%s, open, is', (slug) => {
    expect(told(slug)).toBe(true);
  });

  test.each([...slugs('preparing'), ...slugs('closed')])('%s, which cannot be visited, is not', (slug) => {
    expect(told(slug)).toBe(false);
  });
});

describe('the opportunities', () => {
  const files = readdirSync(join(distDir, 'financements'), { recursive: true, encoding: 'utf8' });

  test('can be followed in more than fifty calendars, which hold their deadlines', () => {
    const calendars = files.filter((file) => file.endsWith('.ics'));
    expect(calendars.length).toBeGreaterThan(50);
    const calendar = readFileSync(join(distDir, 'financements.ics'), 'utf8');
    for (const slug of ['exemple-tables-ouvertes', 'exemple-repondre-ensemble', 'exemple-une-ville'])
      expect(calendar).toContain(slug);
  });

  test('are told in the tables and in the news, each of them', () => {
    const ids = networkEntries('opportunities').map(({ id }) => id);
    const { financements } = JSON.parse(readFileSync(join(distDir, 'financements.json'), 'utf8')) as {
      financements: { id: string }[];
    };
    expect(financements.map(({ id }) => id).toSorted()).toEqual(ids);
    const feed = readFileSync(join(distDir, 'financements.xml'), 'utf8');
    // A feed keeps its newest hundred: what happens as the days go by takes the place of the oldest.
    const isFull = feed.split('<entry>').length > 100;
    const untold = ids.filter((id) => !feed.includes(`/financements/${id}/`));
    expect(isFull ? [] : untold).toEqual([]);
  });
});

test('a guide shows code and a table without a style of their own', () => {
  const guide = pages.find(({ path }) => path === '/guides/se-servir-de-la-veille/');
  const code = guide && named(guide, 'code').find((element) => attr(element, 'class') === 'language-js');
  expect(code?.parentNode).toMatchObject({ tagName: 'pre', attrs: [] });
  expect(guide && named(guide, 'th').map((element) => attr(element, 'class'))).toEqual([
    'to-left',
    'to-center',
    'to-right',
  ]);
});
