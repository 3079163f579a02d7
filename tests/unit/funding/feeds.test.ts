import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import ical from 'ical.js';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { changeReport } from '#funding/fiche/report-change.ts';
import { deadlineState } from '#domain/deadlines.ts';
import { keepEvents, keepRows } from '#funding/search/keep.ts';
import { partPath, partsOf } from '#funding/search/list-parts.ts';
import { rowHtml } from '#funding/search/opportunity-row.ts';
import { yearsOfWindows } from '#funding/fiche/timeline.ts';
import { sayAmounts, sayShare } from '#funding/amount-words.ts';
import type { OpportunityRecord } from '#funding/search/questions.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { opportunityRecord } from '../../support/opportunity-record.ts';

const TODAY = '2026-11-21';

const RECORD = opportunityRecord('prix', { title: 'Un prix', kind: 'prix' });

const visible = (text: string | undefined) => text?.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

test.each([
  [{}, undefined],
  [{ max: 5000 }, 'jusqu’à 5^000~€'],
  [{ min: 500 }, 'dès 500~€'],
  [{ min: 500, max: 500 }, '500~€'],
  [{ min: 1000, max: 10_000 }, 'de 1^000~€ à 10^000~€'],
])('amounts %j', (amounts, words) => {
  expect(visible(sayAmounts(amounts))).toBe(words);
});

test.each([
  [undefined, 'project', undefined],
  [100, 'project', 'tout le projet'],
  [80, 'project', 'jusqu’à 80~% du projet'],
  [80, 'public', 'jusqu’à 80~% du projet, toutes aides publiques comprises'],
  [55, 'investment', 'jusqu’à 55~% de l’investissement'],
  // France Active guarantees a loan, and a « Parcours emploi compétences » pays a part of the Smic: nothing of a project.
  [65, 'loan', 'jusqu’à 65~% du prêt bancaire, en garantie'],
  [60, 'wage', 'jusqu’à 60~% du Smic brut'],
  [100, 'wage', 'jusqu’à 100~% du Smic brut'],
] as const)('share %s of %s', (share, of, words) => {
  expect(visible(sayShare(share, of))).toBe(words);
});

describe('a row', () => {
  const sheet = (record: Partial<OpportunityRecord>, today?: string) => {
    const whole = { ...RECORD, ...record };
    const html = rowHtml(whole, { state: today === undefined ? undefined : deadlineState(whole, today) });
    return /<p class="sheet[^>]*><b>(.*?)<\/b> <span>(.*?)<\/span>/.exec(html)?.slice(1).join(' ');
  };

  test.each([
    ['closing', { windows: [{ opensOn: undefined, closesOn: '2026-12-01' }] }, '1er déc. 2026'],
    ['opening', { windows: [{ opensOn: '2027-01-12', closesOn: undefined }] }, '12 janv. 2027'],
    ['all year', { rhythm: 'permanent' as const }, '∞ toute l’année'],
    ['closed, with its habit', { usualMonths: { opens: ['3'], closes: [] } }, 'mars retour habituel'],
    ['nothing known', {}, '? dates à demander'],
  ])('%s', (_, record, words) => {
    expect(sheet(record, TODAY)).toBe(words);
  });

  test('without a day, it says only what stays true', () => {
    expect(sheet({ windows: [{ opensOn: undefined, closesOn: '2026-12-01' }] })).toBe('? dates à demander');
  });

  test('no text of an editor is read as HTML, and the HTML is what a parser understands', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('<script>', '"&amp;', "'><b>"));
    fc.assert(
      fc.property(text, text, text, (title, summary, name) => {
        const html = rowHtml({ ...RECORD, title, summary, funder: { slug: undefined, name } });
        const tree = parseFragment(html);
        const tags = [...serialize(tree).matchAll(/<([a-z][a-z0-9-]*)/g)].map(([, tag]) => tag);
        expect(tags).toEqual(['li', 'p', 'b', 'span', 'div', 'deadline-chip', 'h3', 'a', 'p', 'p']);
      }),
    );
  });

  test('reasons are told by a sign and by a word', () => {
    const html = rowHtml(RECORD, { reasons: [{ answer: 'maybe', words: 'Un agrément à vérifier.' }] });
    expect(html).toContain('class="maybe"');
    expect(visible(html)).toContain('à vérifier~: </span>Un agrément');
  });
});

describe('the time line', () => {
  test('a window is drawn in its year, from its opening to the end of its last day', () => {
    const [year] = yearsOfWindows({ rhythm: 'annual', windows: [{ opensOn: '2026-01-01', closesOn: '2026-12-31' }] });
    expect(year).toEqual({ year: 2026, bars: [{ from: 0, to: 1, known: 'both' }] });
  });

  test('one that crosses a new year is in both', () => {
    const years = yearsOfWindows({ rhythm: 'annual', windows: [{ opensOn: '2025-12-01', closesOn: '2026-01-31' }] });
    expect(years.map(({ year, bars }) => [year, bars.length])).toEqual([
      [2025, 1],
      [2026, 1],
    ]);
    expect(years[0]?.bars[0]?.to).toBe(1);
    expect(years[1]?.bars[0]?.from).toBe(0);
  });

  test('any windows stay within their year, and the five latest years are kept', () => {
    const day = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const window = fc.tuple(day, day, fc.constantFrom('both', 'opens', 'closes')).map(([a, b, known]) => ({
      opensOn: known === 'closes' ? undefined : a < b ? a : b,
      closesOn: known === 'opens' ? undefined : a < b ? b : a,
    }));
    fc.assert(
      fc.property(fc.array(window, { maxLength: 12 }), (windows) => {
        const years = yearsOfWindows({ rhythm: 'annual', windows });
        expect(years.length).toBeLessThanOrEqual(5);
        for (const { bars } of years) {
          for (const { from, to } of bars) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(1);
            expect(to).toBeGreaterThan(from);
          }
        }
      }),
    );
  });
});

describe('what is shown, as a file', () => {
  const csv =
    '\ufeffTitre;Note;Fiche\r\n"Un; titre";"sur\r\ndeux lignes";https://x/financements/un/\r\nDeux;;https://x/financements/deux/\r\n';

  test('a CSV keeps its header, its mark, the rows shown and their order', () => {
    const kept = keepRows(csv, ['deux', 'un', 'absent']);
    expect(kept.startsWith('\ufeff')).toBe(true);
    expect(parse(kept, { delimiter: ';', bom: true })).toEqual([
      ['Titre', 'Note', 'Fiche'],
      ['Deux', '', 'https://x/financements/deux/'],
      ['Un; titre', 'sur\r\ndeux lignes', 'https://x/financements/un/'],
    ]);
  });

  test('a calendar keeps its header and the events of the opportunities shown', () => {
    const event = (uid: string, day = '20261201') =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\n`;
    const whole = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${event('un@a')}${event('un.2@a', '20261120')}${event('deux-trois@a')}${event('un-autre@a')}END:VCALENDAR\r\n`;
    const kept = new ical.Component(ical.parse(keepEvents(whole, ['un', 'deux-trois'], TODAY)) as unknown[]);
    expect(kept.getAllSubcomponents('vevent').map((each) => each.getFirstPropertyValue('uid'))).toEqual([
      'un@a',
      'deux-trois@a',
    ]);
  });
});

test('in a calendar of what is shown, a usual month stays until it ends', () => {
  const event = (uid: string, month: string) =>
    `BEGIN:VEVENT\r\nUID:${uid}@a\r\nDTSTART;VALUE=DATE:${month}01\r\nSTATUS:TENTATIVE\r\nEND:VEVENT\r\n`;
  const whole = event('un', '202611') + event('un.suivant', '202610');
  expect(keepEvents(whole, ['un'], '2026-11-30')).toBe(event('un', '202611'));
  expect(keepEvents(whole, ['un'], '2026-12-01')).toBe('');
});

describe('the parts of the list', () => {
  test.each([
    [0, [0]],
    [60, [60]],
    [120, [120]],
    [121, [120, 1]],
    [300, [120, 120, 60]],
  ])('%d opportunities', (length, sizes) => {
    const parts = partsOf(Array.from({ length }, (_, index) => index));
    expect(parts.map(({ items }) => items.length)).toEqual(sizes);
    expect(parts.flatMap(({ items }) => items)).toHaveLength(length);
    expect(parts.every(({ last }) => last === sizes.length)).toBe(true);
  });

  test('have an address each', () => {
    expect([partPath(1), partPath(2)]).toEqual(['/financements/', '/financements/page/2/']);
  });
});

test('a change is reported with what the fiche says today', () => {
  const opportunity = opportunities.schema.parse({
    title: 'Un prix',
    summary: 'Un résumé.',
    kind: 'prix',
    funder: 'ademe',
    audience: ['cantine-ouverte'],
    territory: { scope: 'national', name: 'France entière' },
    windows: [{ opensOn: '2026-01-02', closesOn: '2026-02-15' }],
    confidence: 'high',
  });
  const message = decodeURIComponent(changeReport('veille@exemple.org', 'prix', opportunity, 'https://exemple.org'));
  expect(message).toMatch(/^mailto:veille@exemple\.org\?subject=/);
  expect(message).toContain('https://exemple.org/financements/prix/');
  expect(visible(message)).toContain('Dernière période connue~: du 2~janvier 2026 au 15~février 2026');
  expect(visible(message)).toContain('Page officielle~: à compléter');
});
