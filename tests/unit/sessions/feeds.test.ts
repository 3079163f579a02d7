import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { addLinks } from '#sessions/feeds/links.ts';
import { sessionsAtom, sessionsJson } from '#sessions/feeds/news.ts';
import { regionsByName } from '#places/territories.ts';
import { regionOf } from '#sessions/region.ts';
import { sessionLines, titleOf } from '#sessions/feeds/words.ts';
import { cantines } from '#schemas/cantines.ts';
import { subscribeLinks, webcal } from '#feeds/subscribe-links.ts';
import { session, told } from '../../support/calendars.ts';

const SITE = 'https://exemple.org';
const at = (moment: string) => ({ changedAt: Date.parse(moment), sequence: 1 });

const NEWS = [
  told({ slug: 'ancienne', revision: at('2026-11-01T08:00:00Z') }),
  told({
    slug: 'annulee',
    page: `${SITE}/sessions/annulee/`,
    revision: at('2026-12-24T18:00:00Z'),
    session: session({ status: 'cancelled', title: 'Cuisine & <table>', summary: 'Fin ]]> & <b>début</b>.' }),
  }),
];

const atom = (news = NEWS) => parseAtomFeed(sessionsAtom(news, SITE));
const json = (news = NEWS) => parseJsonFeed(JSON.parse(JSON.stringify(sessionsJson(news, SITE))));

describe('Atom', () => {
  test('says what it is, and where', () => {
    expect(atom()).toMatchObject({
      id: 'tag:lespetitescantines.org,2026:sessions',
      title: { value: 'Sessions des Petites Cantines' },
      updated: '2026-12-24T18:00:00.000Z',
      authors: [{ name: 'Les Petites Cantines' }],
    });
    expect(atom().links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['self', 'https://exemple.org/sessions.xml'],
      ['alternate', 'https://exemple.org/sessions/'],
    ]);
  });

  test('gives the newest change first, and a cancelled session as such', () => {
    expect(atom().entries?.map(({ id }) => id)).toEqual([
      'tag:lespetitescantines.org,2026:sessions/annulee',
      'tag:lespetitescantines.org,2026:sessions/ancienne',
    ]);
    expect(atom().entries?.[0]).toMatchObject({
      title: { value: 'Annulée\u00a0: Cuisine & <table>' },
      updated: '2026-12-24T18:00:00.000Z',
      links: [{ href: `${SITE}/sessions/annulee/` }],
      categories: [{ term: 'ca-mijote', label: 'Ça mijote' }],
    });
  });

  test('what an editor wrote stays text in the HTML of an entry', () => {
    const { value } = atom().entries?.[0]?.content ?? {};
    expect(value).toContain('<p>Fin ]]&gt; &amp; &lt;b&gt;début&lt;/b&gt;.</p>');
  });

  test('is a feed without any session too', () => {
    expect(atom([]).entries ?? []).toEqual([]);
    expect(atom([]).updated).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('JSON Feed', () => {
  test('says what it is, and where', () => {
    expect(sessionsJson(NEWS, SITE)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
    expect(json()).toMatchObject({
      title: 'Sessions des Petites Cantines',
      language: 'fr',
      home_page_url: 'https://exemple.org/sessions/',
      feed_url: 'https://exemple.org/sessions.json',
    });
  });

  test('is a feed without any session too', () => {
    expect(sessionsJson([], SITE)).toMatchObject({ items: [] });
  });
});

test('both feeds are read back with the titles and the moments that were written', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1.7e9, max: 2e9 }), (title, summary, seconds) => {
      const given = told({
        session: { ...session(), title: `T${title}t`, summary: `S${summary}s` },
        revision: { changedAt: seconds * 1000, sequence: 1 },
      });
      const flat = (words: string | undefined) => words?.replace(/\s+/g, ' ');
      const entry = atom([given]).entries?.[0];
      expect(flat(entry?.title?.value)).toBe(flat(titleOf(given.session)));
      expect(entry?.updated).toBe(new Date(seconds * 1000).toISOString());
      const item = json([given]).items?.[0];
      expect(item).toMatchObject({ title: titleOf(given.session), content_text: sessionLines(given).join('\n') });
      expect(item?.date_modified).toBe(entry?.updated);
    }),
    { numRuns: 500 },
  );
});

describe('web calendars', () => {
  const long = told({
    session: session({
      title: 'Œufs, poireaux & « sauce » + dessert',
      summary: 'é'.repeat(240),
      audience: 'é'.repeat(250),
      hosts: Array.from({ length: 20 }, () => 'é'.repeat(250)),
    }),
  });
  const links = new Map(addLinks(long).map(({ label, href }) => [label, new URL(href)]));

  test('Google Agenda is given the words and the UTC instants', () => {
    const google = links.get('Google Agenda')?.searchParams;
    expect(google?.get('text')).toBe('Œufs, poireaux & «\u00a0sauce\u00a0» + dessert');
    expect(google?.get('dates')).toBe('20270112T173000Z/20270112T190000Z');
    expect(google?.get('details')).toContain(long.page);
  });

  test.each(['Outlook.com', 'Outlook au travail'])('%s too, with spaces that it understands', (label) => {
    const outlook = links.get(label);
    expect(outlook?.searchParams.get('subject')).toBe('Œufs, poireaux & «\u00a0sauce\u00a0» + dessert');
    expect(outlook?.searchParams.get('startdt')).toBe('2027-01-12T17:30:00Z');
    expect(outlook?.searchParams.get('enddt')).toBe('2027-01-12T19:00:00Z');
    expect(outlook?.search).not.toContain('+');
  });

  test('no address is too long for them', () => {
    for (const { href } of links.values()) expect(href.length).toBeLessThan(4000);
  });

  test('a calendar to subscribe to', () => {
    const feed = 'https://exemple.org/sessions.ics';
    expect(webcal(feed)).toBe('webcal://exemple.org/sessions.ics');
    expect(subscribeLinks(feed, 'Sessions – agenda').map(({ href }) => [...new URL(href).searchParams])).toEqual([
      [['cid', 'webcal://exemple.org/sessions.ics']],
      [
        ['url', feed],
        ['name', 'Sessions – agenda'],
      ],
      [
        ['url', feed],
        ['name', 'Sessions – agenda'],
      ],
    ]);
  });
});

describe('regions', () => {
  const at = (postalCode: string) => session({ attendance: 'onSite', venue: { addressLocality: 'Ville', postalCode } });
  const host = cantines.schema.parse({
    title: 'Lyon Vaise',
    summary: 'Une table.',
    status: 'open',
    commune: '69389',
    address: { addressLocality: 'Lyon' },
  });

  test('every region has its calendar', () => {
    expect(regionsByName()).toHaveLength(18);
    expect(regionsByName().map(({ name }) => name)).toContain('Provence-Alpes-Côte d’Azur');
  });

  test.each([
    ['67000', '44'],
    ['20000', '94'],
    ['97400', '04'],
    ['00000', undefined],
  ])('a session at %s is in the region %s', (postcode, code) => {
    expect(regionOf(at(postcode), undefined)).toBe(code);
  });

  test('a session in a cantine is in its region; one online is in none', () => {
    expect(regionOf(session({ attendance: 'mixed', cantine: 'lyon-vaise' }), host)).toBe('84');
    expect(regionOf(session({ cantine: 'lyon-vaise' }), host)).toBeUndefined();
  });
});
