import { describe, expect, test } from 'vitest';
import { deadlineState } from '#domain/deadlines.ts';
import type { Match } from '#funding/matching/matching.ts';
import type { OpportunityRecord } from '#funding/search/questions.ts';
import { drawingHtml, placeOf } from '#funding/seasons/drawing.ts';
import { monthsHtml, soonHtml, tableHtml } from '#funding/seasons/lists.ts';
import { byMonth, yearAhead, type AskedCall } from '#funding/seasons/year.ts';
import { sayEvent, sayRow, sayYear } from '#funding/seasons/season-words.ts';
import { opportunityRecord as record } from '../../support/opportunity-record.ts';

const TODAY = '2026-11-21';
const MONTHS = ['2026-11', '2026-12', '2027-01'];

const asked = (given: OpportunityRecord, answer?: Match['answer']): AskedCall => ({
  record: given,
  state: deadlineState(given, TODAY),
  match: answer && { answer, reasons: [] },
});
const habit = (slug: string, opens: string[], closes: string[], more: Partial<OpportunityRecord> = {}) =>
  record(slug, { usualMonths: { opens, closes }, asOf: '2026-01-01', ...more });
const dated = (slug: string, opensOn: string, closesOn: string, more: Partial<OpportunityRecord> = {}) =>
  record(slug, { windows: [{ opensOn, closesOn }], ...more });
const yearOf = (...given: OpportunityRecord[]) =>
  yearAhead(
    given.map((each) => asked(each)),
    TODAY,
  );

describe('the order', () => {
  test('what is to begin first, announced before usual, what is old after', () => {
    const year = yearOf(
      habit('vieux', [], ['12'], { asOf: '2021-06' }),
      habit('printemps', ['3'], ['5']),
      habit('decembre', [], ['12']),
      dated('annonce', '2026-10-01', '2026-12-08'),
      dated('ete', '2027-05-01', '2027-07-01', { effort: 'heavy' }),
      record('ouvert', { windows: [{ opensOn: '2026-10-01' }] }),
    );
    expect(year.rows.map((row) => row.record.slug)).toEqual([
      'annonce',
      'decembre',
      'printemps',
      'ete',
      'ouvert',
      'vieux',
    ]);
    expect(year.rows.map((row) => row.certainty)).toEqual([
      'announced',
      'usual',
      'usual',
      'announced',
      'announced',
      'stale',
    ]);
  });

  test('what is open all year waits, what is refused is not there, what is unknown is counted', () => {
    const year = yearAhead(
      [
        asked(record('lu-en-2022', { rhythm: 'permanent', asOf: '2022-04-28' }), 'yes'),
        asked(record('toujours', { rhythm: 'permanent' }), 'maybe'),
        asked(dated('non', '2026-10-01', '2026-12-08'), 'no'),
        asked(record('inconnu'), 'yes'),
        asked(dated('clos', '2025-10-01', '2025-12-08'), 'yes'),
        asked(dated('peut-etre', '2026-10-01', '2026-12-08'), 'maybe'),
      ],
      TODAY,
    );
    expect(year.permanent.map((each) => [each.record.slug, each.isMaybe, each.isStale])).toEqual([
      ['toujours', true, false],
      ['lu-en-2022', false, true],
    ]);
    expect(year.rows.map((row) => [row.record.slug, row.isMaybe])).toEqual([['peut-etre', true]]);
    expect(year.undated).toBe(2);
    expect(year.months).toHaveLength(12);
    expect([year.months[0], year.months[11]]).toEqual(['2026-11', '2027-10']);
  });
});

describe('by month', () => {
  const said = (...given: OpportunityRecord[]) =>
    byMonth(yearOf(...given), TODAY).map(({ month, items }) => [
      month,
      ...items.map(({ row, events }) => `${row.record.slug}: ${events.map(sayEvent).join(', ')}`),
    ]);

  test.each<[string, OpportunityRecord, string[][]]>([
    [
      'announced, with its days',
      dated('appel', '2026-12-01', '2027-02-15', { effort: 'light' }),
      [
        ['2026-12', 'appel: s’ouvre le 1er'],
        ['2027-02', 'appel: à préparer dès le 6, se clôt le 15'],
      ],
    ],
    [
      'open already',
      dated('appel', '2026-10-01', '2026-12-08'),
      [
        ['2026-11', 'appel: à préparer maintenant'],
        ['2026-12', 'appel: se clôt le 8'],
      ],
    ],
    [
      'usual, without a day',
      habit('appel', ['12'], ['3']),
      [
        ['2026-12', 'appel: s’ouvre d’habitude'],
        ['2027-01', 'appel: à préparer dès fin janvier'],
        ['2027-03', 'appel: se clôt d’habitude'],
      ],
    ],
    ['usual this month', habit('appel', [], ['11']), [['2026-11', 'appel: se clôt d’habitude, à préparer maintenant']]],
    [
      'a joint answer',
      dated('appel', '2026-10-01', '2027-01-20', {
        effort: 'light',
        work: { documents: 0, isSigned: false, joinBy: '2026-12-20' },
      }),
      [
        ['2026-12', 'appel: à préparer dès le 6, réponse collective à rejoindre avant le 20'],
        ['2027-01', 'appel: se clôt le 20'],
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(said(given)).toEqual(expected);
  });

  test('the short list holds five lines of this month and the next, or those of the first that comes', () => {
    const many = Array.from({ length: 9 }, (_, index) => habit(`appel-${index}`, [], ['12']));
    expect(soonHtml(yearOf(...many), TODAY).match(/<li/g)).toHaveLength(5);
    expect(soonHtml(yearOf(habit('loin', [], ['8'])), TODAY)).toContain('Juillet 2027');
    expect(soonHtml(yearOf(), TODAY)).toBe('');
  });
});

test.each<[string, OpportunityRecord]>([
  ['jusqu’au 8\u00a0décembre 2026\u202f; à préparer maintenant', dated('appel', '2026-10-01', '2026-12-08')],
  [
    'du 1er\u00a0février 2027 au 1er\u00a0avril 2027\u202f; à préparer dès le 23\u00a0mars 2027',
    dated('appel', '2027-02-01', '2027-04-01', { effort: 'light' }),
  ],
  [
    's’ouvre d’habitude en décembre et se clôt en mars, à confirmer\u202f; à préparer dès fin janvier',
    habit('appel', ['12'], ['3']),
  ],
  [
    'd’habitude ouvert jusqu’en janvier, à confirmer\u202f; à préparer dès début décembre',
    habit('appel', ['10'], ['1']),
  ],
  [
    'se clôt d’habitude en juin, à reconfirmer (vu en 2021)\u202f; à préparer dès début mai',
    habit('appel', [], ['6'], { asOf: '2021-06-19' }),
  ],
  [
    'à partir du 15\u00a0février 2027, se clôt d’habitude en avril\u202f; à préparer dès début mars',
    record('appel', { windows: [{ opensOn: '2027-02-15' }], usualMonths: { opens: ['2'], closes: ['4'] } }),
  ],
  ['ouvert', record('appel', { windows: [{ opensOn: '2026-10-01' }] })],
  [
    'se clôt d’habitude en février, puis se clôt d’habitude en septembre, à confirmer\u202f; à préparer dès début janvier',
    habit('appel', [], ['2', '9'], { rhythm: 'several' }),
  ],
])('%s', (words, given) => {
  const [row] = yearOf(given).rows;
  expect(row && sayRow(row, TODAY)).toBe(words);
});

test.each([
  [[], 'Rien à préparer dès maintenant, sur 0\u00a0appel dans l’année.'],
  [
    [dated('a', '2026-10-01', '2026-12-08'), habit('b', [], ['6'])],
    '1 à préparer maintenant, sur 2\u00a0appels dans l’année, dont 1 à date annoncée.',
  ],
])('the year in a sentence', (given, words) => {
  expect(sayYear(yearOf(...given).rows, TODAY)).toBe(words);
});

describe('the drawing', () => {
  test.each([
    ['2026-11-01', 0],
    ['2026-11-16', 16.7],
    ['2026-12-01', 33.3],
    ['2027-01-31', 98.9],
    ['2027-02-01', 100],
    ['2026-10-01', 0],
  ])('%s is at %s %%', (day, place) => {
    expect(placeOf(day, MONTHS)).toBe(place);
  });

  const html = (...given: OpportunityRecord[]) => drawingHtml(yearOf(...given), TODAY, 2);

  test('tells apart what is announced and what is usual, by shape and by words', () => {
    const drawn = html(dated('sur', '2026-10-01', '2027-01-15'), habit('usuel', [], ['6']));
    const [sure = '', usual = ''] = drawn.split('</li>');
    expect(sure).toContain('class="announced"');
    expect(sure).toContain('>15\u00a0janvier</text>');
    expect(sure).not.toContain('class="usual"');
    expect(usual).toContain('fill="url(#season-hatch)"');
    expect(usual).not.toContain('class="announced" x');
    expect(usual).toContain('aria-label="Se clôt d’habitude en juin, à confirmer');
  });

  test('keeps the rows beyond those asked for, and has a name and a link for each', () => {
    const drawn = html(...['a', 'b', 'c', 'd'].map((slug) => habit(slug, [], ['6'])));
    expect(drawn.match(/data-more hidden/g)).toHaveLength(2);
    expect(drawn.match(/role="img" aria-label="Se clôt/g)).toHaveLength(4);
    expect(drawn.match(/href="\/financements\/[a-d]\/"/g)).toHaveLength(4);
  });

  test('draws no work of the year after', () => {
    expect(html(dated('loin', '2027-10-01', '2028-03-01'))).not.toContain('préparer</text>');
  });
});

test('a hostile title stays a text in each view', () => {
  const year = yearOf(dated('appel', '2026-10-01', '2026-12-08', { title: '<img src=x onerror=alert(1)>"' }));
  for (const html of [drawingHtml(year, TODAY, 8), tableHtml(year, TODAY, 8), monthsHtml(year, TODAY)]) {
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
  }
});
