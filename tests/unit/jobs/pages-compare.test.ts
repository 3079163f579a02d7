import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/days.ts';
import { changeOf, firstKnown, type Told } from '#jobs/pages/compare.ts';
import type { Known, Reading } from '#jobs/pages/memory.ts';

const MONDAY = '2026-11-23';

/** What a page is one night: its text, the dates of it, those that one of two readings told. */
type Night = readonly [text: string | undefined, dates: string[], unsure?: string[]];

/** What is told of a page, night after night. */
function told(nights: readonly Night[], what: Told = 'all'): string[] {
  let known: Known | undefined;
  let previous: Reading | undefined;
  return nights.map(([text, dates, unsure], index) => {
    const today = addDays(MONDAY, index);
    const reading: Reading = { on: today, text, dates, unsure };
    const readings = previous ? [previous, reading] : [reading];
    previous = reading;
    if (!known) {
      known = firstKnown(reading, today);
      return '';
    }
    const { change, after } = changeOf('https://a.example/', known, readings, { today, told: what });
    known = after;
    if (!change) return '';
    const parts = [...change.appeared.map((date) => `+${date}`), ...change.went.map((date) => `-${date}`)];
    return parts.join(' ') || 'text';
  });
}

describe('what is told of an official page', () => {
  test('nothing the first night, nothing while it stays the same', () => {
    expect(
      told([
        ['a', ['2027-01-15']],
        ['a', ['2027-01-15']],
        ['a', ['2027-01-15']],
      ]),
    ).toEqual(['', '', '']);
  });

  test('a date that appears, the same night, with its new text: once', () => {
    expect(
      told([
        ['a', []],
        ['b', ['2027-01-15']],
        ['b', ['2027-01-15']],
        ['b', ['2027-01-15']],
      ]),
    ).toEqual(['', '+2027-01-15', '', '']);
  });

  test('a date that moves is one piece of news', () => {
    expect(
      told([
        ['a', ['2027-01-15']],
        ['b', ['2027-01-31']],
        ['b', ['2027-01-31']],
      ]),
    ).toEqual(['', '+2027-01-31 -2027-01-15', '']);
  });

  test('a date that goes, once two nights say so: a page that is broken one night says nothing', () => {
    const page: Night = ['a', ['2027-01-15']];
    expect(told([page, ['maintenance', []], page, page])).toEqual(['', '', '', '']);
    expect(told([page, ['b', []], ['b', []], ['b', []]])).toEqual(['', '', '-2027-01-15', '']);
  });

  test('a date that is past, or that of the day, is no news; nor is it when it goes', () => {
    expect(
      told([
        ['a', ['2026-11-24']],
        ['b', ['2026-11-20', '2026-11-24']],
        ['c', []],
        ['d', []],
      ]),
    ).toEqual(['', '', '', '']);
  });

  test('a text alone, once it held two nights; one that was known comes back in silence', () => {
    expect(
      told([
        ['a', []],
        ['b', []],
        ['b', []],
        ['b', []],
        ['a', []],
        ['a', []],
      ]),
    ).toEqual(['', '', 'text', '', '', '']);
  });

  test('a page that changes every day, or at each visit, tells its dates and nothing else', () => {
    const daily = Array.from({ length: 6 }, (_, day): Night => [`J-${day}`, day < 3 ? [] : ['2027-02-01']]);
    expect(told(daily)).toEqual(['', '', '', '+2027-02-01', '', '']);
    const restless = daily.map(([, dates], day): Night => [undefined, dates, [`2027-03-0${day + 1}`]]);
    expect(told(restless)).toEqual(['', '', '', '+2027-02-01', '', '']);
  });

  test('the home page of a funder tells the dates that appear, and nothing else', () => {
    const nights: Night[] = [
      ['a', ['2027-01-15']],
      ['b', []],
      ['b', []],
      ['c', ['2027-03-01']],
      ['c', ['2027-03-01']],
    ];
    expect(told(nights, 'new-dates')).toEqual(['', '', '', '+2027-03-01', '']);
  });

  test('a day without a year, and a month', () => {
    expect(
      told([
        ['a', []],
        ['b', ['--03-01', '2027-02', '2026-10']],
      ]),
    ).toEqual(['', '+--03-01 +2027-02']);
    expect(
      told([
        ['a', []],
        ['b', ['--11-24']],
      ]),
    ).toEqual(['', '']);
  });
});
