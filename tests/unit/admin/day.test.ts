import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { dayLines, type DayFacts } from '#admin/day/lines.ts';
import { sayState } from '#admin/day/state.ts';
import { addDays } from '#domain/days.ts';

const TODAY = '2026-11-21';
const NONE: DayFacts = {
  opportunities: [],
  sessions: [],
  cantines: [],
  hours: { open: 0, days: [] },
  yearly: [],
  drafts: [],
};
/** A cantine of which only the hours are asked, each three months. */
const cantine = (slug: string, since: string | undefined) => ({
  slug,
  title: slug,
  confirm: `/cantines/${slug}/confirmer/`,
  facts: [{ name: 'horaires', since, every: 3 }],
});
interface Dates {
  closings?: readonly string[];
  opens?: readonly string[];
}
const opportunity = (
  slug: string,
  { closings = [], opens = [], ...changes }: Partial<DayFacts['opportunities'][number]> & Dates = {},
): DayFacts['opportunities'][number] => ({
  slug,
  title: slug,
  isExample: false,
  checkedOn: TODAY,
  calendar: {
    rhythm: 'annual',
    windows: closings.map((closesOn) => ({ closesOn })),
    usualMonths: { opens, closes: [] },
  },
  suits: 0,
  gaps: [],
  ...changes,
});
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const hrefs = (facts: Partial<DayFacts>, today = TODAY) =>
  dayLines({ ...NONE, ...facts }, today).first.map(({ href }) => href.replace('/admin/#/collections/', ''));
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('drafts that wait on the forge are named, those that others wait for first, with the day when they were seen', () => {
  const draft = (slug: string, status: string) => ({ collection: 'guides', slug, title: slug, status });
  const seen = {
    day: '2026-11-20',
    drafts: [draft('a', 'draft'), draft('b', 'pending_review'), draft('c', 'pending_publish')],
  };
  const { first } = dayLines(NONE, TODAY, seen);
  expect(first.map(({ title }) => title)).toEqual(['c', 'b', 'a']);
  expect(plain(first[1]?.why ?? '')).toBe('attend une relecture, vue ici le 20 novembre 2026');
  expect(first[1]?.href).toBe('/admin/#/collections/guides/entries/b');
  expect(dayLines(NONE, TODAY, { ...seen, day: TODAY }).first[1]?.why).toBe('attend une relecture');
});

test('nothing is asked of a site that is confirmed, dated and read', () => {
  const facts = {
    opportunities: [opportunity('a', { closings: ['2026-12-01'] })],
    sessions: [{ slug: 'b', title: 'b', day: '2027-02-01' }],
    cantines: [cantine('c', '2026-09-01')],
    hours: { open: 1, days: ['2026-09-01'] },
    yearly: [{ slug: 'd', title: 'd', asOf: '2026' }],
    drafts: [{ collection: 'guides', label: 'Guides', many: 0 }],
  };
  expect(dayLines(facts, TODAY)).toEqual({ first: [], others: 0 });
});

describe('is asked for', () => {
  test.each([
    [
      'a closing that nobody has read for a month',
      { opportunities: [opportunity('a', { closings: ['2026-12-10'], checkedOn: '2026-10-21' })] },
      ['opportunities/entries/a'],
    ],
    [
      'the dates of what opens next month',
      { opportunities: [opportunity('a', { opens: ['12'] })] },
      ['opportunities/entries/a'],
    ],
    [
      'not the dates that are known',
      { opportunities: [opportunity('a', { opens: ['12'], closings: ['2027-02-01'] })] },
      [],
    ],
    [
      'the places of a session of the week',
      { sessions: [{ slug: 's', title: 's', day: '2026-11-28' }] },
      ['sessions/entries/s'],
    ],
    [
      'not those of the week after, nor of the day before',
      { sessions: ['2026-11-29', '2026-11-20'].map((day) => ({ slug: day, title: day, day })) },
      [],
    ],
    [
      'a cantine whose hours are to be asked again, the oldest first',
      {
        cantines: [
          cantine('b', '2026-08-21'),
          cantine('a', undefined),
          cantine('c', '2026-08-22'),
          // « 2026-08 » may be its last day.
          cantine('d', '2026-08'),
        ],
      },
      ['cantines/entries/a', 'cantines/entries/b'],
    ],
    [
      'a figure of the law of a past year, the oldest first',
      {
        yearly: [
          { slug: 'b', title: 'b', asOf: '2025' },
          { slug: 'c', title: 'c', asOf: '2026' },
          { slug: 'a', title: 'a', asOf: '2024-02' },
        ],
      },
      ['figures/entries/a', 'figures/entries/b'],
    ],
    [
      'the drafts, by collection',
      { drafts: [{ collection: 'opportunities', label: 'Financements', many: 3 }] },
      ['opportunities'],
    ],
  ] as const)('%s', (_name, facts, expected) => {
    expect(hrefs(facts)).toEqual(expected);
  });
});

test('a kind of thing never takes all the lines, and none is left empty', () => {
  const incomplete = many(59, (index) =>
    opportunity(`vide-${index}`, { gaps: [{ why: 'pas de source', remedy: 'Donnez-la.' }] }),
  );
  const cantines = many(12, (index) => cantine(`c${index}`, undefined));
  const sessions = [{ slug: 's', title: 's', day: '2026-11-22' }];
  const closing = opportunity('clot', { closings: ['2026-11-25'], checkedOn: '2026-01-01' });
  const { first, others } = dayLines({ ...NONE, opportunities: [...incomplete, closing], cantines, sessions }, TODAY);
  expect(first).toHaveLength(10);
  expect(first[0]?.href).toContain('/clot');
  expect(first[1]?.href).toContain('sessions/entries/s');
  expect(first.filter(({ href }) => href.includes('/vide-')).length).toBeGreaterThan(0);
  expect(others).toBe(59 + 1 + 12 + 1 - 10);
});

test('whatever there is, at most ten lines, each entry once', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
  const slug = fc.stringMatching(/^[a-f]{1,2}$/);
  const facts = fc.record({
    opportunities: fc.array(
      fc
        .record({
          slug,
          checkedOn: fc.option(day, { nil: undefined }),
          closings: fc.array(day, { maxLength: 3 }),
          opens: fc.subarray(['1', '6', '12']),
          gaps: fc.array(fc.constant({ why: 'pas de source', remedy: 'Donnez-la.' }), { maxLength: 2 }),
        })
        .map(({ slug: name, ...changes }) => opportunity(name, changes)),
    ),
    sessions: fc.array(fc.record({ slug, title: slug, day })),
    cantines: fc.array(fc.tuple(slug, fc.option(day, { nil: undefined })).map((each) => cantine(...each))),
    hours: fc.constant({ open: 0, days: [] }),
    yearly: fc.array(fc.record({ slug, title: slug, asOf: day.map((each) => each.slice(0, 4)) })),
    drafts: fc.array(fc.record({ collection: slug, label: slug, many: fc.nat(3) })),
  });
  fc.assert(
    fc.property(facts, (each) => {
      const { first, others } = dayLines(each, TODAY);
      const links = first.map(({ href }) => href);
      expect(new Set(links).size).toBe(links.length);
      expect(links.length).toBeLessThanOrEqual(10);
      expect(others).toBeGreaterThanOrEqual(0);
      if (others > 0) expect(links).toHaveLength(10);
    }),
  );
});

test('a cantine is asked first what misleads soonest, by the page to give to its team', () => {
  const facts = [
    { name: 'horaires', since: '2026-11-01', every: 3 },
    { name: 'état', since: '2024-06', every: 3 },
    { name: 'contacts', since: undefined, every: 6 },
    { name: 'prix', since: '2022', every: 12 },
    { name: 'accessibilité', since: '2025-06', every: 24 },
    { name: 'places', since: '2023', every: 12 },
  ];
  const known = { ...cantine('metz', undefined), facts };
  const unknown = cantine('macon', '2024-01');
  const { first } = dayLines({ ...NONE, cantines: [known, unknown] }, TODAY);
  expect(first.map(({ title }) => title)).toEqual(['macon', 'metz']);
  expect(plain(first[1]?.why ?? '')).toBe(
    'à redemander : état (juin 2024), contacts (sans date), prix (2022) et 1 autre fait',
  );
  expect(first[1]?.page).toBe('/cantines/metz/confirmer/');
  expect(first[1]?.gesture?.id).toBe('verifie');
});

test.each([
  [{ builtAt: '2026-11-21T21:05:00Z' }, 'Le site en ligne a été construit le 21 novembre 2026 à 22 h 05.'],
  [
    { builtAt: '2026-11-21T21:05:00Z', refused: { step: 'la vérification des fiches' } },
    'La dernière publication a été refusée à la vérification des fiches : le site date du 21 novembre 2026 à 22 h 05. Ouvrez la rédaction pour voir quoi corriger.',
  ],
  [undefined, 'Le site montre le contenu tel qu’il est écrit maintenant.'],
  ['<!doctype html>', 'Le site montre le contenu tel qu’il est écrit maintenant.'],
  [{ builtAt: 12 }, 'Le site montre le contenu tel qu’il est écrit maintenant.'],
])('says of the state %o: %s', (state, words) => {
  expect(plain(sayState(state))).toBe(words);
});

test('a figure of the law is asked for from January until its year is written', () => {
  const yearly = [{ slug: 'seuil', title: 'Un seuil', asOf: '2026' }];
  expect(dayLines({ ...NONE, yearly }, '2026-12-31').first).toEqual([]);
  const [line] = dayLines({ ...NONE, yearly }, '2027-01-01').first;
  expect(plain(line?.why ?? '')).toBe('chiffre de 2026 : celui de 2027 est à confirmer');
  expect(line?.remedy).toContain('changez seulement l’année');
});
