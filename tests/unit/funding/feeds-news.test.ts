import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { fundingAtom } from '#funding/feeds/news.ts';
import { logOf, type LoggedChange } from '#funding/changes/log.ts';
import { toldChanges, type ToldChange } from '#funding/feeds/told-changes.ts';
import { opportunityName, type ToldOpportunity } from '#funding/feeds/words.ts';
import { sessionsAtom } from '#sessions/feeds/news.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { entries } from '../../support/arbitraries.ts';
import { atomFault } from '../../support/atom.ts';
import { told } from '../../support/calendars.ts';
import { opportunity, toldOpportunity } from '../../support/deadlines.ts';
import { collectionOf } from '../../support/entries.ts';

const SITE = 'https://exemple.org';
const FEED = { path: '/financements/region/84', label: 'Ici', name: 'Financements – Ici', pagePath: '/financements/' };
const at = (moment: string) => ({ changedAt: Date.parse(moment), sequence: 1 });
/** The news of opportunities that the log does not know. */
const coming = (...opportunities: ToldOpportunity[]) => toldChanges(opportunities, [], '9999-12-31');

const entriesOf = (changes: readonly ToldChange[]) =>
  (parseAtomFeed(fundingAtom(FEED, changes, SITE)).entries ?? []).map(({ id, title, updated, content, links }) => ({
    id: id?.replace('tag:lespetitescantines.org,2026:financements/region/84/', ''),
    title: title?.value.replaceAll('\u00a0', ' '),
    updated,
    content: content?.value?.replaceAll('\u00a0', ' '),
    page: links?.[0]?.href,
  }));

describe('what happened to an opportunity', () => {
  const text = (closesOn: string | undefined) =>
    closesOn === undefined ? undefined : `---\ntitle: Prix\nwindows:\n  - closesOn: ${closesOn}\n---\n`;
  const log = logOf(
    new Map([
      [
        'prix.md',
        [
          { on: '2026-11-20', text: text('2027-01-12') },
          { on: '2026-12-03', text: text('2026-12-28') },
          { on: '2027-02-01', text: undefined },
        ],
      ],
    ]),
    { redirects: [], live: true },
  );
  const prix = toldOpportunity({ slug: 'prix', opportunity: opportunity({ title: 'Prix', summary: 'Un résumé.' }) });
  const told = (today: string) => entriesOf(toldChanges([prix], log, today));

  test('is an entry each, the latest first, dated by its day in France; its coming keeps the name of the fiche', () => {
    expect(told('2027-02-01').map(({ id, title, updated }) => [id, title, updated])).toEqual([
      ['prix/2027-02-01/withdrawn', 'Retiré : Prix', '2027-01-31T23:00:00.000Z'],
      ['prix/2026-12-29/closed', 'Clos : Prix', '2026-12-28T23:00:00.000Z'],
      [
        'prix/2026-12-03/moved.closesOn',
        'Urgent, clôture avancée au 28 décembre 2026 : Prix',
        '2026-12-02T23:00:00.000Z',
      ],
      ['prix', 'Nouveau : Prix', '2026-11-19T23:00:00.000Z'],
    ]);
  });

  test('comes on its day, and not before', () => {
    expect(told('2026-12-02').map(({ id }) => id)).toEqual(['prix']);
    expect(told('2026-12-28')).toHaveLength(2);
    expect(told('2026-12-29')).toHaveLength(3);
  });

  test('says what it was, then the fiche as it is; what is withdrawn has none', () => {
    const [withdrawn, , moved, fresh] = told('2027-02-01').map(({ content }) => content ?? '');
    expect(moved).toContain('<p>Clôture avancée au 28 décembre 2026, au lieu du 12 janvier 2027.</p><p>Un résumé.</p>');
    expect(fresh?.startsWith('<p>Un résumé.</p>')).toBe(true);
    expect(withdrawn).toContain('<p>Retiré de la veille.</p>');
    expect(withdrawn).not.toContain('Notre fiche');
  });
});

test('a text that is corrected brings nothing back to the top', () => {
  const log: LoggedChange[] = [
    { id: 'ancien', slug: 'ancien', title: 'A', change: { on: '2026-11-01', kind: 'new' } },
    { id: 'recent', slug: 'recent', title: 'R', change: { on: '2026-12-01', kind: 'new' } },
  ];
  const opportunities = ['ancien', 'recent'].map((slug) =>
    toldOpportunity({ slug, revision: at('2026-12-24T08:00:00Z') }),
  );
  expect(entriesOf(toldChanges(opportunities, log, '2026-12-31')).map(({ id }) => id)).toEqual(['recent', 'ancien']);
});

test('what the log does not know came when it was written', () => {
  const [old, recent] = [
    toldOpportunity({ slug: 'ancien', revision: at('2026-11-01T08:00:00Z') }),
    toldOpportunity({ slug: 'recent', revision: at('2026-12-01T08:00:00Z') }),
  ];
  expect(entriesOf(coming(old, recent)).map(({ id }) => id)).toEqual(['recent', 'ancien']);
});

test('names itself, its page and its last change', () => {
  const feed = parseAtomFeed(fundingAtom(FEED, coming(toldOpportunity()), SITE));
  expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
    ['self', `${SITE}/financements/region/84.xml`],
    ['alternate', `${SITE}/financements/`],
  ]);
  expect(feed.updated).toBe('2026-11-30T23:00:00.000Z');
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
        const text = fundingAtom(FEED, coming(...given), SITE);
        expect(atomFault(text)).toBeUndefined();
        const titles = parseAtomFeed(text).entries?.map(({ title }) => title?.value) ?? [];
        expect(titles.toSorted()).toEqual(
          given.map(({ opportunity: each }) => `Nouveau\u00a0: ${opportunityName(each)}`).toSorted(),
        );
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
    const text = fundingAtom(FEED, coming(toldOpportunity()), SITE);
    const wrong = text.replace(found, put);
    expect(wrong).not.toBe(text);
    expect(atomFault(wrong)).toBeDefined();
  });
});
