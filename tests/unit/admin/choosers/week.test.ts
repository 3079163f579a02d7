import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  copied,
  DAYS,
  isPlaced,
  KINDS,
  placeOf,
  readTime,
  wrongIn,
  type DraftSlot,
} from '#admin/choosers/week-slots.ts';

describe('a time as a French hand writes it', () => {
  test.each([
    ['9h30', '09:30'],
    ['9 h 30', '09:30'],
    ['9\u00a0h\u00a030', '09:30'],
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['930', '09:30'],
    ['12 h', '12:00'],
    ['12 heures', '12:00'],
    ['12H', '12:00'],
    ['7', '07:00'],
    ['midi', '12:00'],
    ['24h', '00:00'],
    [' 19:00 ', '19:00'],
  ])('« %s »', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  test.each(['', '25h', '12h60', '24h30', 'vers midi', '9h3', '12-14', '-1', '1e1', '٩:30', '<b>'])(
    '« %s » is none, and stays',
    (text) => {
      expect(readTime(text)).toBe(text);
    },
  );

  test('is read again as itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (text) => {
        expect(readTime(readTime(text))).toBe(readTime(text));
      }),
    );
  });
});

const slot = fc.record({
  day: fc.constantFrom(...DAYS),
  kind: fc.constantFrom(...KINDS),
  opens: fc.constantFrom(undefined, '09:00', '12:00', '19:30'),
});
const junk: DraftSlot = { day: 'lundi', kind: 3 };

describe('a new slot', () => {
  const week: DraftSlot[] = [
    { day: 'tuesday', kind: 'cook', opens: '09:30' },
    { day: 'tuesday', kind: 'meal', opens: '12:30' },
    { day: 'friday', kind: 'meal', opens: '19:00' },
  ];

  test.each<[added: DraftSlot, place: number]>([
    [{ day: 'monday', kind: 'meal' }, 0],
    [{ day: 'tuesday', kind: 'cook' }, 1],
    [{ day: 'tuesday', kind: 'meal', opens: '08:00' }, 1],
    [{ day: 'tuesday', kind: 'meal' }, 2],
    [{ day: 'sunday', kind: 'cook' }, 3],
    [{ kind: 'cook', opens: '09:30' }, 3],
  ])('%j goes to its place', (added, place) => {
    expect(placeOf(week, added)).toBe(place);
  });

  test('of no known day goes last, by its kind and hour, whichever way Decap writes it', () => {
    const someday: DraftSlot[] = [...week, { day: '', kind: 'cook' }, { kind: 'meal', opens: '19:00' }];
    expect(placeOf(someday, { kind: 'meal', opens: '12:00' })).toBe(4);
    expect(placeOf(someday, { day: 'sunday', kind: 'meal' })).toBe(3);
  });

  test('what has no day of a week holds nobody back', () => {
    expect(placeOf([junk, ...week], { day: 'monday', kind: 'cook' })).toBe(0);
  });
});

describe('a copied day', () => {
  test('replaces the others, and moves nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(slot, fc.constant(junk)), { maxLength: 12 }),
        fc.constantFrom(...DAYS),
        fc.subarray(DAYS),
        (slots: DraftSlot[], from, to) => {
          const list = copied(slots, from, to);
          const after = list.map((each) => (typeof each === 'number' ? slots[each] : each));
          const source = slots.filter(({ day }) => day === from);
          const parts = (those: readonly (DraftSlot | undefined)[]) =>
            those.map((each) => `${String(each?.['kind'])} ${String(each?.['opens'])}`);
          for (const day of to) expect(parts(after.filter((each) => each?.['day'] === day))).toEqual(parts(source));
          const kept = list.filter((each) => typeof each === 'number');
          expect(kept).toEqual(
            slots.flatMap(({ day }, index) => (day !== from && to.some((each) => each === day) ? [] : [index])),
          );
        },
      ),
    );
  });
});

describe('what is wrong in a slot', () => {
  test.each<[slot: DraftSlot, part: string]>([
    [{ kind: 'meal' }, 'opens'],
    [{ day: '', kind: 'meal' }, 'opens'],
    [{ day: 'monday', kind: 'meal', opens: '25h' }, 'opens'],
    [{ day: 'monday', kind: 'meal', opens: '12:00', closes: '12:00' }, 'closes'],
    [{ day: 'monday', kind: 'meal', service: 'lunch', closes: '14:00' }, 'closes'],
    [{ day: 'monday', kind: 'meal', service: 'goûter' }, 'service'],
  ])('%j: %s', (wrong, part) => {
    expect(Object.keys(wrongIn(wrong))).toEqual([part]);
  });

  test('nothing in those that the site accepts', () => {
    expect(wrongIn({ day: 'monday', kind: 'meal' })).toEqual({});
    expect(wrongIn({ kind: 'cook', opens: '09:30' })).toEqual({});
    expect(wrongIn({ day: 'monday', kind: 'meal', service: 'lunch' })).toEqual({});
    expect(wrongIn({ day: 'monday', kind: 'meal', opens: '19:00', closes: '01:00' })).toEqual({});
  });
});

test('only a kind of the site, on one of its days or on none, has a cell', () => {
  expect(isPlaced({ day: 'monday', kind: 'cook' })).toBe(true);
  expect(isPlaced({ kind: 'cook' })).toBe(true);
  for (const slotless of [junk, {}, { day: 'monday' }, { day: 'lundi', kind: 'cook' }]) {
    expect(isPlaced(slotless)).toBe(false);
  }
});
