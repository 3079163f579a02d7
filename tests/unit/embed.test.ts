import { runInNewContext } from 'node:vm';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { choose, readQuery, type Codes } from '../../src/embed/query.ts';
import { embedPath, snippet } from '../../src/embed/snippet.ts';

const read = (search: string) => readQuery(new URLSearchParams(search));

describe('the address of the embedded list', () => {
  test.each([
    ['', undefined],
    ['region=84', { level: 'region', code: '84' }],
    ['departement=2A', { level: 'departement', code: '2A' }],
    ['departement=974', { level: 'departement', code: '974' }],
    ['commune=69123', { level: 'commune', code: '69123' }],
    ['commune=2A004', { level: 'commune', code: '2A004' }],
    ['region= 84 ', { level: 'region', code: '84' }],
    ['commune=69123&region=84&departement=69', { level: 'commune', code: '69123' }],
  ])('« %s »', (search, territory) => {
    expect(read(search)).toEqual({ territory, count: undefined, title: true, notes: [] });
  });

  test('number and title', () => {
    expect(read('n=3&titre=non')).toMatchObject({ count: 3, title: false, notes: [] });
    expect(read('titre=oui')).toMatchObject({ title: true, notes: [] });
  });

  test.each([
    ['region=Rhône', 'region=84'],
    ['departement=', 'departement=69'],
    ['commune=<script>alert(1)</script>', 'commune=69123'],
    ['n=0', 'n=3'],
    ['n=-1', 'n=3'],
    ['n=3.5', 'n=3'],
    ['n=1e3', 'n=3'],
    ['titre=peut-être', 'titre=non'],
    ['ville=Lyon', 'region, departement, commune'],
    ['__proto__=x', 'region, departement, commune'],
    ['constructor=x', 'region, departement, commune'],
  ])('« %s » is ignored, and what to write is told', (search, asks) => {
    const { notes, ...rest } = read(search);
    expect(rest).toEqual({ territory: undefined, count: undefined, title: true });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(asks);
    expect(notes[0]?.length).toBeLessThan(160);
  });

  test('a long value is told in short', () => {
    expect(read(`n=${'x'.repeat(5000)}`).notes[0]?.length).toBeLessThan(160);
  });
});

describe('the choice', () => {
  const place = (region: string, departement: string, ...commune: string[]): Codes => ({
    region: [region],
    departement: [departement],
    commune,
  });
  const cantines = [place('84', '69', '69123', '69389'), place('93', '84', '84007'), place('84', '38', '38185')];
  const shown = (search: string) => {
    const answer = choose(cantines, read(search));
    return [[...answer.shown], answer.found];
  };

  test.each([
    ['', [0, 1, 2], true],
    ['n=2', [0, 1], true],
    ['n=50', [0, 1, 2], true],
    // The same code names a region and a département.
    ['region=84', [0, 2], true],
    ['departement=84', [1], true],
    ['commune=69123', [0], true],
    ['commune=69389', [0], true],
    ['region=84&n=1', [0], true],
  ])('« %s »', (search, ranks, found) => {
    expect(shown(search)).toEqual([ranks, found]);
  });

  test('a place without a cantine shows the others', () => {
    expect(shown('commune=01053&n=2')).toEqual([[0, 1], false]);
    expect(shown('region=99')).toEqual([[0, 1, 2], false]);
  });

  test('no cantine at all is nothing to show', () => {
    expect(choose([], read('region=84'))).toEqual({ shown: new Set(), found: false });
  });
});

describe('the code to copy', () => {
  const html = snippet('https://exemple.org', { territory: 'region=84', count: 3, title: false });
  const nodes = parseFragment(html).childNodes.filter((node): node is Tree.Element => 'tagName' in node);
  const [frame, script] = nodes;
  const attribute = (name: string) => frame?.attrs.find((each) => each.name === name)?.value;

  test('is a titled frame, loaded when it is seen', () => {
    expect(nodes.map(({ tagName }) => tagName)).toEqual(['iframe', 'script']);
    expect(attribute('src')).toBe('https://exemple.org/embed/cantines/?region=84&n=3&titre=non');
    expect(attribute('title')).toBe('Les Petites Cantines');
    expect(attribute('loading')).toBe('lazy');
  });

  test('its script runs, and gives a height only to the frame that asks', () => {
    const frames = [0, 1].map(() => ({ contentWindow: {}, style: { height: '' } }));
    let hear: (event: { source: unknown; data: unknown }) => void = () => undefined;
    const code = script?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
    runInNewContext(code, {
      addEventListener: (_type: string, listener: typeof hear) => {
        hear = listener;
      },
      document: { querySelectorAll: () => frames },
    });
    const message = { type: 'petites-cantines:height', height: 420 };
    hear({ source: {}, data: message });
    hear({ source: frames[0]?.contentWindow, data: { type: 'autre', height: 9 } });
    hear({ source: frames[0]?.contentWindow, data: null });
    expect(frames.map(({ style }) => style.height)).toEqual(['', '']);
    hear({ source: frames[1]?.contentWindow, data: message });
    expect(frames.map(({ style }) => style.height)).toEqual(['', '420px']);
  });

  test('what it asks for is understood', () => {
    const path = embedPath({ territory: 'commune=2A004', count: 12, title: true });
    expect(readQuery(new URL(path, 'https://exemple.org').searchParams).notes).toEqual([]);
    expect(embedPath({ territory: '', count: undefined, title: true })).toBe('/embed/cantines/');
  });
});
