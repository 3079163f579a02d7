import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { contrast } from '#domain/contrast.ts';
import { clothSvg, DYED_APART, DYES, nappeOf, tileOf, type NappePattern, NAPPE_PATTERNS } from '#domain/nappe.ts';

test.each(DYES)('%s on %s can be told apart (3:1)', (colour, ground) => {
  expect(contrast(colour, ground)).toBeGreaterThanOrEqual(DYED_APART);
});

const PATTERNS = Object.keys(NAPPE_PATTERNS) as NappePattern[];
const slugs = Array.from({ length: 500 }, (_, index) => `cantine-${index}`);

describe('the cloth of a slug', () => {
  test('is always the same', () => {
    // Written out: a change of the draw would give every cantine another cloth.
    expect(nappeOf('lyon-vaise')).toMatchInlineSnapshot(`
      {
        "colour": "#b0492f",
        "ground": "#f2ecdf",
        "pattern": "pois",
      }
    `);
    expect(nappeOf('')).toMatchInlineSnapshot(`
      {
        "colour": "#1f5f8b",
        "ground": "#f3ead9",
        "pattern": "carreaux",
      }
    `);
  });

  test('draws every pattern and every dye, none too often', () => {
    const cloths = slugs.map((slug) => nappeOf(slug));
    for (const pattern of PATTERNS) {
      const share = cloths.filter((cloth) => cloth.pattern === pattern).length / slugs.length;
      expect(share, pattern).toBeGreaterThan(0.1);
      expect(share, pattern).toBeLessThan(0.35);
    }
    expect(new Set(cloths.map(({ colour }) => colour)).size).toBe(DYES.length);
  });

  test('gives way to what its entry chose, part by part', () => {
    const drawn = nappeOf('lyon-vaise');
    expect(nappeOf('lyon-vaise', { colour: '#1f5f8b' })).toEqual({ ...drawn, colour: '#1f5f8b' });
    expect(nappeOf('lyon-vaise', { pattern: 'pois', colour: '#000000', ground: '#ffffff' })).toEqual({
      pattern: 'pois',
      colour: '#000000',
      ground: '#ffffff',
    });
  });
});

describe.each(PATTERNS)('the tile %s', (pattern) => {
  const cloth = { pattern, colour: '#c8402a', ground: '#fff4e0' };
  const { size, content } = tileOf(cloth);

  test('is well-formed SVG without a script', () => {
    const errors: string[] = [];
    const fragment = parseFragment(`<svg>${content}</svg>`, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    const names = new Set(descendants(fragment));
    expect([...names].toSorted()).toEqual(
      [...names].filter((name) => ['circle', 'g', 'path', 'rect', 'svg'].includes(name)).toSorted(),
    );
    const opened = content.match(/<[a-z]+(?![^>]*\/>)[^>]*>/g)?.length ?? 0;
    expect(content.match(/<\/[a-z]+>/g)?.length ?? 0).toBe(opened);
  });

  test('covers its square and holds both colours', () => {
    expect(size).toBeGreaterThan(0);
    expect(content).toMatch(new RegExp(`^<rect width="${size}" height="${size}" fill="#[0-9a-f]{6}"/>`));
    expect(content).toContain('#c8402a');
    expect(content).toContain('#fff4e0');
    expect(content).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('makes a whole picture', () => {
    const svg = clothSvg(cloth, 1200, 630, 2);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1200" height="630">/);
    expect(svg).toContain('patternTransform="scale(2)"');
    expect(svg).toContain(content);
    expect(svg).toMatch(/<\/svg>$/);
  });
});

describe('the drawings', () => {
  const contentOf = (pattern: NappePattern) => tileOf({ pattern, colour: '#000000', ground: '#ffffff' }).content;
  /** The circles of a tile: their centre and their radius. */
  const circlesOf = (pattern: NappePattern) =>
    [...contentOf(pattern).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(
      (found) => found.slice(1).map(Number) as [x: number, y: number, radius: number],
    );

  test('are each their own', () => {
    expect(new Set(PATTERNS.map(contentOf)).size).toBe(PATTERNS.length);
  });

  test.each(PATTERNS)('%s has marks upon its ground', (pattern) => {
    const [, marks = ''] = /<g fill="#[0-9a-f]{6}">(.*)<\/g>$/.exec(contentOf(pattern)) ?? [];
    expect(marks).toMatch(/^<(?:path|circle) /);
  });

  test('the flowers of a liberty have five petals, evenly around their heart', () => {
    const circles = circlesOf('liberty');
    const hearts = circles.filter(([, , radius]) => radius === 1.9);
    const petals = circles.filter(([, , radius]) => radius === 3.1);
    expect(hearts).toHaveLength(2);
    expect(petals).toHaveLength(10);
    for (const [x, y] of hearts) {
      const own = petals.filter(([px, py]) => Math.hypot(px - x, py - y) < 10);
      for (const [px, py] of own) expect(Math.hypot(px - x, py - y)).toBeCloseTo(4.2, 1);
      const turns = own.map(([px, py]) => (Math.atan2(py - y, px - x) * 180) / Math.PI).toSorted((a, b) => a - b);
      const gaps = turns.map((turn, index) => (turns[index + 1] ?? (turns[0] ?? 0) + 360) - turn);
      expect(gaps).toHaveLength(5);
      for (const gap of gaps) expect(Math.abs(gap - 72)).toBeLessThan(2);
    }
    expect(contentOf('liberty').match(/<path /g)).toHaveLength(4);
    expect(circles.filter(([, , radius]) => radius < 1.9)).toHaveLength(3);
  });
});

function descendants(node: Tree.ParentNode): string[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child.tagName, ...descendants(child)] : []));
}

describe('the cloth of a page', () => {
  const dressed = (path: string) => nappeOf(path);

  test('has the dye of its section and another pattern than the page above it', () => {
    for (const [above, below] of [
      ['/financements/', '/financements/suivi/'],
      ['/financements/', '/financements/fdva-2/'],
      ['/ouvrir-une-cantine/', '/ouvrir-une-cantine/fiche-projet/'],
      ['/guides/', '/guides/rediger-un-bilan/'],
      ['/inconnue/', '/inconnue/page/'],
    ] as const) {
      expect(dressed(below).colour, below).toBe(dressed(above).colour);
      expect(dressed(below).pattern, below).not.toBe(dressed(above).pattern);
    }
  });

  test('differs in dye and pattern from those beside it in the menu', () => {
    const menu = [
      '/cantines/',
      '/sessions/',
      '/ouvrir-une-cantine/',
      '/plaidoyer/',
      '/restauration/',
      '/financements/',
    ];
    for (const [rank, next] of menu.slice(1).entries()) {
      const path = menu[rank] ?? '';
      expect(dressed(next).colour, `${path} and ${next}`).not.toBe(dressed(path).colour);
      expect(dressed(next).pattern, `${path} and ${next}`).not.toBe(dressed(path).pattern);
    }
  });
});

test('no stripe is so thin that it vibrates', () => {
  const { content } = tileOf({ pattern: 'rayures', colour: '#c8402a', ground: '#fff4e0' });
  const widths = [...content.matchAll(/M\d+ 0h(\d+)v/g)].map(([, width]) => Number(width));
  expect(widths.length).toBeGreaterThan(0);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(6);
});
