import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_BOARD, merge, write, type Board } from '#funding/board/board.ts';
import { boardColumns } from '#funding/board/columns.ts';
import { boardCsv } from '#funding/board/files.ts';
import { readBoardFile } from '#funding/board/read-file.ts';
import { isCard } from '#funding/board/record.ts';
import { totalsBy } from '#funding/board/totals.ts';
import { answerDay, duesOf, followedOpportunities } from '#funding/board/view.ts';
import { writeBoardFile } from '#funding/board/write-file.ts';

const TODAY = '2026-11-21';
const NOW = new Date('2026-11-21T10:00:00Z');

const whole = {
  id: 'ademe-gaspillage',
  cells: { title: { value: 'Un appel', at: 1, by: 'moi' }, state: { value: 'study', at: 1, by: 'moi' } },
  notes: [{ text: 'Appeler.', clock: { moi: 1 } }],
};

test('a card is one', () => {
  expect(isCard(whole)).toBe(true);
});

test.each<[string, unknown]>([
  ['a number', 1],
  ['nothing', null],
  ['a list', [whole]],
  ['no cells', { ...whole, cells: undefined }],
  ['a cell that is a value', { ...whole, cells: { title: 'Un appel' } }],
  ['a cell without its moment', { ...whole, cells: { title: { value: 'Un appel', by: 'moi' } } }],
  ['a moment that is none', { ...whole, cells: { title: { value: 'Un appel', at: NaN, by: 'moi' } } }],
  ['a value that is a list', { ...whole, cells: { title: { value: [], at: 1, by: 'moi' } } }],
  ['no notes', { ...whole, notes: 'Appeler.' }],
  ['a note without its clock', { ...whole, notes: [{ text: 'Appeler.' }] }],
  ['an id that every object has', { ...whole, id: 'constructor' }],
  ['a cell that every object has', { ...whole, cells: { constructor: { value: 1, at: 1, by: 'moi' } } }],
  ['an id with spaces', { ...whole, id: 'un appel' }],
])('%s is no card', (_what, record) => {
  expect(isCard(record)).toBe(false);
});

describe('whatever is kept', () => {
  const names = fc.constantFrom(
    ...[
      'title',
      'funder',
      'slug',
      'people',
      'state',
      'deadline',
      'calendar',
      'asked',
      'obtained',
      'addedAt',
      'deleted',
    ],
    ...['task.1.text', 'task.1.due', 'task', 'task.', 'engagement.1.kind', 'engagement.1.amount', 'autre', '__proto__'],
  );
  const value = fc.oneof(
    fc.anything(),
    fc.constantFrom('study', 'won', TODAY, '2026-02-31', '{"rhythm":"annual","windows":[{"opensOn":"2026-12-01"}]}'),
    fc.constantFrom('{"rhythm":"annual","windows":[1]}', '{"windows":null}', -1, 1e300, NaN, Infinity, true, null),
  );
  const cell = fc.oneof(fc.record({ value, at: fc.nat(), by: fc.constantFrom('moi', 'elle') }), fc.anything());
  const clock = fc.oneof(fc.dictionary(fc.constantFrom('moi', 'elle'), fc.nat(3)), fc.anything());
  const record = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
    fc.record(
      {
        id: fc.constantFrom('a', 'b', 'constructor', '__proto__', 'Un appel'),
        cells: fc.oneof({ weight: 5, arbitrary: fc.dictionary(names, cell, { maxKeys: 4 }) }, fc.anything()),
        notes: fc.oneof(
          { weight: 5, arbitrary: fc.array(fc.record({ text: fc.string(), clock }), { maxLength: 3 }) },
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    ),
  );

  test('what is taken for cards is merged, shown, summed and saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 8 }), async (records) => {
        const board = records.filter(isCard).reduce<Board>((all, card) => merge(all, { [card.id]: card }), EMPTY_BOARD);
        const touched = Object.keys(board).reduce(
          (all, id) => write(all, [{ card: id, cells: { people: 'AB' }, notes: 'Vu.' }], { at: 5, by: 'lui' }),
          board,
        );
        const followed = followedOpportunities(touched);
        for (const card of followed) {
          duesOf(card, TODAY);
          answerDay(card, TODAY);
        }
        boardColumns(followed, 'appel', TODAY);
        totalsBy(followed, 'year');
        totalsBy(followed, 'funder');
        await boardCsv(followed, TODAY);
        const saved = readBoardFile(new TextEncoder().encode(writeBoardFile(touched, NOW).text));
        if ('board' in saved) expect(saved.board).toEqual(touched);
      }),
      { numRuns: 1500 },
    );
  });

  test('a clean card passes through the file', () => {
    const board = { [whole.id]: whole };
    expect(readBoardFile(new TextEncoder().encode(writeBoardFile(board, NOW).text))).toEqual({ board });
  });
});
