import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { fundingAtom } from '#funding/feeds/news.ts';
import { opportunityName } from '#funding/feeds/words.ts';
import { sessionsAtom } from '#sessions/feeds/news.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { entries } from '../../support/arbitraries.ts';
import { atomFault } from '../../support/atom.ts';
import { told } from '../../support/calendars.ts';
import { toldOpportunity } from '../../support/deadlines.ts';
import { collectionOf } from '../../support/entries.ts';

const SITE = 'https://exemple.org';
const FEED = { path: '/financements/region/84', label: 'Ici', name: 'Financements – Ici', pagePath: '/financements/' };
const at = (moment: string) => ({ changedAt: Date.parse(moment), sequence: 1 });

test('an entry comes back to the top when it changes', () => {
  const [old, recent] = [
    toldOpportunity({ slug: 'ancien', revision: at('2026-11-01T08:00:00Z') }),
    toldOpportunity({ slug: 'recent', revision: at('2026-12-01T08:00:00Z') }),
  ];
  const ids = (opportunities: Parameters<typeof fundingAtom>[1]) =>
    parseAtomFeed(fundingAtom(FEED, opportunities, SITE)).entries?.map(({ id }) => id?.split('/').at(-1));
  expect(ids([old, recent])).toEqual(['recent', 'ancien']);
  expect(ids([{ ...old, revision: at('2026-12-24T08:00:00Z') }, recent])).toEqual(['ancien', 'recent']);
});

test('names itself, its page and its last change', () => {
  const feed = parseAtomFeed(fundingAtom(FEED, [toldOpportunity()], SITE));
  expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
    ['self', `${SITE}/financements/region/84.xml`],
    ['alternate', `${SITE}/financements/`],
  ]);
  expect(feed.updated).toBe('2026-12-01T10:00:00.000Z');
});

describe('libxml2, by the rules of RFC 4287', () => {
  test('accepts 1,000 random feeds, which are read back with their titles', () => {
    const random = fc.uniqueArray(
      fc.tuple(entries(collectionOf('opportunities')), fc.stringMatching(/^[a-z0-9]{1,8}$/)),
      { maxLength: 3, selector: ([, slug]) => slug },
    );
    fc.assert(
      fc.property(random, (list) => {
        const given = list.map(([data, slug]) =>
          toldOpportunity({ slug, opportunity: opportunities.schema.parse(data) }),
        );
        const text = fundingAtom(FEED, given, SITE);
        expect(atomFault(text)).toBeUndefined();
        const titles = parseAtomFeed(text).entries?.map(({ title }) => title?.value) ?? [];
        expect(titles.toSorted()).toEqual(given.map(({ opportunity }) => opportunityName(opportunity)).toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  test('accepts the empty feed, and the one of the sessions', () => {
    expect(atomFault(fundingAtom(FEED, [], SITE))).toBeUndefined();
    expect(atomFault(sessionsAtom([told()], SITE))).toBeUndefined();
  });

  test.each([
    ['a title that lacks', /<title>[^<]*<\/title>/, ''],
    ['a moment that is not one', /<updated>[^<]*<\/updated>/, '<updated>hier</updated>'],
    ['an identifier that is no address', /<id>[^<]*<\/id>/, '<id>84</id>'],
    ['an element that no one knows', '<entry>', '<entry><surprise/>'],
    ['a tag that is left open', '</entry>', ''],
  ])('refuses %s', (_name, found, put) => {
    const text = fundingAtom(FEED, [toldOpportunity()], SITE);
    const wrong = text.replace(found, put);
    expect(wrong).not.toBe(text);
    expect(atomFault(wrong)).toBeDefined();
  });
});
