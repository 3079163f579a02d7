import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from '#domain/date-words.ts';
import { datesIn } from '#jobs/pages/dates-in.ts';
import { readableText } from '#jobs/pages/readable.ts';

describe('the dates of a French text', () => {
  test.each([
    ['Clôture le 15 janvier 2027 à midi', ['2027-01-15']],
    ['jusqu’au 1er mars', ['--03-01']],
    ['Date limite : 15/01/2027', ['2027-01-15']],
    ['avant le 15.01.27', ['2027-01-15']],
    ['5-9-2027', ['2027-09-05']],
    ['jusqu’au 15/01', ['--01-15']],
    ['mis à jour : 2026-11-23T10:00', ['2026-11-23']],
    ['du 15 au 30 janvier 2027', ['2027-01-15', '2027-01-30']],
    ['du 15 décembre au 1er mars 2027', ['2026-12-15', '2027-03-01']],
    ['du 3 février au 1er mars 2027', ['2027-02-03', '2027-03-01']],
    ['les 15, 16 et 17 mars 2027', ['2027-03-15', '2027-03-16', '2027-03-17']],
    ['CLÔTURE LE 28 FÉVRIER 2027', ['2027-02-28']],
    ['le 2 août 2027, le 3 Aout 2027', ['2027-08-02', '2027-08-03']],
    ['le 15\u00a0janv. 2027 ; le 4 déc. 2026', ['2026-12-04', '2027-01-15']],
    ['Résultats en juin 2027', ['2027-06']],
    ['le 15 janvier 2027, puis le 15/01/2027', ['2027-01-15']],
    // What looks like a date and is none.
    ['le 31 février 2027, le 45/13/2027', []],
    ['24/7, 1/2 journée, 3/4 des projets', []],
    ['04 72 00 00 00, 2 500 € en 2027', []],
    ['version 1.2.3, IP 10.0.0.1', []],
    ['', []],
  ])('« %s »', (text, dates) => {
    expect(datesIn(text)).toEqual(dates);
  });

  test('whatever day, as we write it ourselves, is read back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.lorem({ maxCount: 5 }),
        (date, around) => {
          const day = date.toISOString().slice(0, 10);
          expect(datesIn(`${around} ${formatDate(day)}. ${around}`)).toEqual([day]);
          expect(datesIn(`${around} ${day.split('-').toReversed().join('/')} ${around}`)).toEqual([day]);
        },
      ),
    );
  });

  test('reads any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(datesIn(text))));
  });
});

test.each([
  ['days without end', '1 et 1 et '.repeat(200_000)],
  ['figures without end', '1/1/1/'.repeat(300_000)],
  ['nothing but spaces', ' \u00a0'.repeat(1_000_000)],
  ['periods that hold no day', '1 mai au '.repeat(50_000)],
])('%s are read at once', (_, text) => {
  expect(datesIn(text).length).toBeLessThanOrEqual(1);
});

describe('what one reads of a page', () => {
  test('however deep or wrong its HTML', () => {
    expect(readableText(`Appel${'<b><div>'.repeat(200_000)}`)).toBe('Appel');
    expect(readableText('</main></p><p>Appel<main>')).toBe('Appel');
  });

  test('its main part, without what every page of a site repeats', () => {
    expect(
      readableText(
        '<html><head><title>Site</title></head><body><nav>Menu 1</nav><main><h1>Appel</h1><p>Avant le <b>15</b> janvier</p><script>var a = 1</script><div hidden>non</div></main><footer>© 2026</footer></body></html>',
      ),
    ).toBe('Appel Avant le 15 janvier');
  });

  test('all of it when nothing is said to be main, or when what is main is empty', () => {
    expect(readableText('<nav>Menu</nav><h1>Appel</h1><table><tr><td>1<td>2</table><style>a{}</style>')).toBe(
      'Appel 1 2',
    );
    expect(readableText('<main></main><p>Appel</p>')).toBe('Appel');
    expect(readableText('')).toBe('');
  });
});
