import { expect, test } from 'vitest';
import { calendarYear } from '#funding/seasons/calendar-year.ts';
import { opportunityRecord as record } from '../../support/opportunity-record.ts';

test('the year of the calendar holds habits and the last days read, whatever the day', () => {
  const year = calendarYear([
    record('appel', {
      usualMonths: { opens: ['10'], closes: ['12'] },
      windows: [
        { opensOn: '2025-10-01', closesOn: '2025-12-02' },
        { opensOn: '2027-10-01', closesOn: '2027-12-08' },
      ],
    }),
    record('autre', { usualMonths: { opens: [], closes: ['1'] } }),
    record('toujours', { rhythm: 'permanent', usualMonths: { opens: ['1'], closes: [] } }),
    record('inconnu'),
  ]);
  expect(year.map(({ month, lines }) => [month, ...lines.map((line) => `${line.record.slug}: ${line.said}`)])).toEqual([
    ['Janvier', 'autre: Se clôt d’habitude'],
    ['Octobre', 'appel: S’ouvre d’habitude, ouverture lue\u00a0: 1er\u00a0octobre 2027'],
    ['Décembre', 'appel: Se clôt d’habitude, clôture lue\u00a0: 8\u00a0décembre 2027'],
  ]);
});
