/** The figures of the network, as cards, curves and sources say them. */
import { describe, expect, test } from 'vitest';
import { sayAmount } from '#domain/amounts.ts';
import { networkEntries, networkFiles } from '../../support/network.ts';

const figures = networkEntries('figures');

describe.each(figures.map(({ id, data }) => [id, data] as const))('the figure %s', (_id, data) => {
  test('links its words to what they count', () => {
    expect(sayAmount(data)).not.toMatch(/(?:aine|tiers|million|millier|moitié|quart)s? (?!d[’eu]|des )/);
  });

  test('is dated in its name as in its date', () => {
    const year = data.title.match(/\b20\d\d\b/g)?.at(-1);
    if (year !== undefined) expect([data.asOf, data.asOfUntil].join(' ')).toContain(year);
  });

  test('cites its source among those that were read', () => {
    expect(data.sources.map(({ url }) => url)).toContain(data.source);
  });
});

test.each(networkFiles('figures').map(({ slug, body }) => [slug, body] as const))(
  'the note of %s is told by the network, not by who filed it',
  (_slug, note) => {
    expect(note).not.toMatch(/non datée?|pas datée?|sans date|porte pas de date|nous avons lu|valeur retenue/);
  },
);
