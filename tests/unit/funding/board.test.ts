import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writesBetween, EMPTY_BOARD, merge, notesText, write, type Board, type Write } from '#funding/board/board.ts';
import { reduce } from '#funding/board/session.ts';
import { boardCalendar, boardCsv } from '#funding/board/files.ts';
import { act, bringIn, redo, newHistory, undo } from '#funding/board/history.ts';
import { readBoardFile } from '#funding/board/read-file.ts';
import { successRate, totalOf, totalsBy, yearOf } from '#funding/board/totals.ts';
import {
  answerDay,
  duesOf,
  followedOpportunities,
  promisesOf,
  STATE_NAMES,
  type Followed,
} from '#funding/board/view.ts';
import { readEuros, readInitials, writeEuros } from '#funding/board/typed.ts';
import { writeBoardFile } from '#funding/board/write-file.ts';
import { instantOf } from '#domain/zones.ts';
import { readByIcalJs, readByNodeIcal } from '../../support/calendars.ts';
import ICAL from 'ical.js';

const NOW = new Date('2026-11-21T10:00:00Z');
const bytes = (text: string) => new TextEncoder().encode(text);

const AT = { at: NOW.getTime(), by: 'moi' };

/** A person who writes on their own copy of the board, now and then. */
const gesture: fc.Arbitrary<Write> = fc.record(
  {
    card: fc.constantFrom('a', 'b', 'c'),
    cells: fc.dictionary(
      fc.constantFrom('state', 'title', 'asked', 'task.1.text', 'task.1.done', 'deleted'),
      fc.oneof(fc.string({ maxLength: 8 }), fc.integer({ min: 0, max: 99 }), fc.boolean(), fc.constant(null)),
      { maxKeys: 3 },
    ),
    notes: fc.string({ maxLength: 12 }),
  },
  { requiredKeys: ['card'] },
);
const written = (by: string) =>
  fc.array(fc.tuple(gesture, fc.integer({ min: 0, max: 50 })), { maxLength: 8 }).map((all) => ({ by, all }));

function play(start: Board, { by, all }: { by: string; all: [Write, number][] }): Board {
  return all.reduce((board, [each, at]) => write(board, [each], { at, by }), start);
}

describe('a merge', () => {
  const three = fc.tuple(written('moi'), written('moi'), written('elle'), written('lui'));
  const boards = three.map(([before, mine, hers, his]) => {
    const start = play(EMPTY_BOARD, before);
    return [play(start, mine), play(start, hers), play(start, his)] as const;
  });

  test('is the same in either order, whoever is merged first, and however often', () => {
    fc.assert(
      fc.property(boards, ([a, b, c]) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, a)).toEqual(a);
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  test('is the first board itself when the other has nothing newer, and another as soon as a stamp is', () => {
    fc.assert(
      fc.property(boards, ([a, b]) => {
        const both = merge(a, b);
        expect(merge(both, b)).toBe(both);
        expect(merge(both, a)).toBe(both);
        expect(merge(a, both) === a).toBe(isDeepStrictEqual(a, both));
      }),
      { numRuns: 1000 },
    );
  });

  test('loses no text that two people wrote apart', () => {
    fc.assert(
      fc.property(boards, ([, b, c]) => {
        const both = merge(b, c);
        for (const board of [b, c]) {
          for (const card of Object.values(board)) {
            const other = (board === b ? c : b)[card.id];
            const kept = notesText(both[card.id]?.notes ?? []);
            for (const { text, clock } of card.notes) {
              // Only a text that the other has read and written over may go.
              const seen = other?.notes.some((version) =>
                Object.entries(clock).every(([who, times]) => (version.clock[who] ?? 0) >= times),
              );
              if (!seen) expect(kept).toContain(text);
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps the latest value, even written on a clock that is late', () => {
    const before = write(EMPTY_BOARD, [{ card: 'a', cells: { asked: 1 } }], { at: 1000, by: 'elle' });
    const after = write(before, [{ card: 'a', cells: { asked: 2 } }], { at: 5, by: 'lui' });
    expect(merge(before, after)['a']?.cells['asked']?.value).toBe(2);
  });

  test('two notes written apart are both there, and one edit makes them one again', () => {
    const start = write(EMPTY_BOARD, [{ card: 'a', notes: 'Appeler.' }], AT);
    const hers = write(start, [{ card: 'a', notes: 'Appeler. Fait.' }], { ...AT, by: 'elle' });
    const his = write(start, [{ card: 'a', notes: 'Appeler lundi.' }], { ...AT, by: 'lui' });
    const both = merge(hers, his);
    expect(both['a']?.notes).toHaveLength(2);
    const one = write(both, [{ card: 'a', notes: 'Appelé lundi.' }], { ...AT, by: 'lui' });
    expect(merge(one, hers)['a']?.notes.map(({ text }) => text)).toEqual(['Appelé lundi.']);
  });
});

test('a board heard again is no change, so that who writes after each change comes to rest', () => {
  const session = newHistory(write(EMPTY_BOARD, [{ card: 'a', cells: { asked: 1 }, notes: 'Appeler.' }], AT));
  const copy = structuredClone(session.board);
  expect(reduce(session, { do: 'hear', board: copy })).toBe(session);
  const newer = write(copy, [{ card: 'a', cells: { asked: 1 } }], { ...AT, by: 'elle' });
  expect(reduce(session, { do: 'hear', board: newer }).board).toEqual(newer);
});

test('a note written while another tab’s has not been read leaves it there, and so does undoing it', () => {
  const start = write(EMPTY_BOARD, [{ card: 'a', notes: 'Appeler.' }], AT);
  const seen = start['a']?.notes;
  const heard = write(start, [{ card: 'a', notes: 'Appeler. Fait.' }], { ...AT, by: 'autre' });
  const once = act(newHistory(heard), 'Notes', [{ card: 'a', notes: 'Appeler lundi', seen }], AT);
  const twice = act(once, 'Notes', [{ card: 'a', notes: 'Appeler lundi.', seen }], AT);
  const texts = ({ board }: { board: Board }) => board['a']?.notes.map(({ text }) => text).toSorted();
  expect(texts(twice)).toEqual(['Appeler lundi.', 'Appeler. Fait.']);
  expect(texts(undo(twice, AT))).toContain('Appeler. Fait.');
  expect(texts(redo(undo(twice, AT), AT))).toEqual(['Appeler lundi.', 'Appeler. Fait.']);
});

describe('gestures', () => {
  const values = (board: Board) =>
    Object.fromEntries(
      Object.values(board).map(({ id, cells, notes }) => [
        id,
        [Object.fromEntries(Object.entries(cells).map(([name, { value }]) => [name, value])), notesText(notes)],
      ]),
    );
  const shown = (board: Board) => followedOpportunities(board).map(({ addedAt: _, versions: __, ...card }) => card);

  test('are undone one by one, and done again', () => {
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 12 }), (gestures) => {
        let session = newHistory(EMPTY_BOARD);
        const seen = [session.board];
        gestures.forEach((each, index) => {
          session = act(session, 'Écrire', [each], { at: index, by: 'moi' });
          seen.push(session.board);
        });
        for (let step = gestures.length - 1; step >= 0; step--) {
          session = undo(session, { at: 100, by: 'moi' });
          expect(shown(session.board)).toEqual(shown(seen[step] ?? {}));
        }
        for (const board of seen.slice(1)) {
          session = redo(session, { at: 200, by: 'moi' });
          expect(shown(session.board)).toEqual(shown(board));
        }
      }),
    );
  });

  test('a merge is a gesture: it can be undone, and is told', () => {
    const mine = write(EMPTY_BOARD, [{ card: 'a', cells: { title: 'Un', asked: 1 } }], AT);
    const hers = write(
      mine,
      [
        { card: 'a', cells: { asked: 2 } },
        { card: 'b', cells: { title: 'Deux' } },
      ],
      {
        ...AT,
        by: 'elle',
      },
    );
    const session = bringIn(newHistory(mine), 'Réunir', hers);
    expect(session.board).toEqual(merge(mine, hers));
    expect(writesBetween(mine, session.board).map(({ card }) => card)).toEqual(['a', 'b']);
    expect(shown(undo(session, { ...AT, at: AT.at + 9 }).board)).toEqual(shown(mine));
    expect(bringIn(session, 'Réunir', hers).past).toHaveLength(1);
  });

  test('at least fifty are kept', () => {
    let session = newHistory(EMPTY_BOARD);
    for (let n = 0; n < 300; n++) session = act(session, 'Écrire', [{ card: 'a', cells: { asked: n } }], AT);
    for (let n = 0; n < 50; n++) session = undo(session, AT);
    expect(values(session.board)['a']?.[0]).toEqual({ asked: 249 });
  });
});

describe('a file', () => {
  const board = write(
    EMPTY_BOARD,
    [{ card: 'dla', cells: { title: 'DLA', asked: 12.5, state: 'won' }, notes: 'Été « 100 % »\n✨' }],
    AT,
  );

  test('is read back as it was written, and merges into nothing as it is', () => {
    const { name, text } = writeBoardFile(board, NOW);
    expect(name).toBe('suivi-financements-2026-11-21.json');
    expect(readBoardFile(bytes(text))).toEqual({ board });
  });

  const whole = JSON.parse(writeBoardFile(board, NOW).text) as Record<string, unknown> & {
    cards: Record<string, unknown>[];
  };
  const [card] = whole.cards;
  test.each([
    ['cut', writeBoardFile(board, NOW).text.slice(0, 120), 'coupé'],
    ['not JSON', 'Bonjour', 'pas lisible'],
    ['another file', '{"form":"fiche-projet"}', 'pas un tableau de suivi'],
    ['a list', '[]', 'pas un tableau de suivi'],
    ['a later version', JSON.stringify({ ...whole, version: 2 }), 'version 2'],
    ['no cards', JSON.stringify({ ...whole, cards: 'rien' }), 'le champ « cards » contient "rien", et non une liste'],
    [
      'a wrong stamp',
      JSON.stringify({ ...whole, cards: [{ ...card, cells: { asked: { value: 1, at: 'hier', by: 'x' } } }] }),
      'dans le financement numéro 1, le champ « cells.asked.at » contient "hier", et non',
    ],
    ['notes that are a text', JSON.stringify({ ...whole, cards: [{ ...card, notes: 'a' }] }), 'non une liste'],
    ['an unknown key', JSON.stringify({ ...whole, cards: [{ ...card, secret: 1 }] }), 'financement numéro 1'],
    [
      'a day that is none',
      JSON.stringify({
        ...whole,
        cards: [{ ...card, cells: { 'task.1.due': { value: '2027-02-30', at: 1, by: 'x' } } }],
      }),
      'le champ « task.1.due » contient "2027-02-30", et non un jour',
    ],
    [
      'an unknown state',
      JSON.stringify({ ...whole, cards: [{ ...card, cells: { state: { value: 'gagné', at: 1, by: 'x' } } }] }),
      'et non un de ces états',
    ],
    ['a name that every object has', JSON.stringify({ ...whole, cards: [{ ...card, id: 'constructor' }] }), 'abîmé'],
    [
      'a name that is an object’s own',
      JSON.stringify({ ...whole, cards: [card] }).replace('"id":"dla"', '"id":"__proto__"'),
      'abîmé',
    ],
    ['a card twice', JSON.stringify({ ...whole, cards: [card, card] }), 'deux fois'],
  ])('%s is refused whole, with the reason', (_, text, reason) => {
    const read = readBoardFile(bytes(text));
    expect('refused' in read && read.refused.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(reason);
  });

  test('past 20 MB it is not read at all', () => {
    expect(readBoardFile(new Uint8Array(20_000_001))).toHaveProperty('refused');
  });

  test('a file that another program wrote in another alphabet is refused, and not read askew', () => {
    const { text } = writeBoardFile(board, NOW);
    const read = readBoardFile(Buffer.from(text, 'latin1'));
    expect('refused' in read && read.refused).toContain('UTF-8');
  });
});

const followed = (more: Partial<Followed> = {}): Followed => ({
  id: 'dla',
  title: 'DLA',
  funder: 'Banque des Territoires',
  slug: 'dla',
  state: 'study',
  deadline: undefined,
  calendar: undefined,
  asked: undefined,
  obtained: undefined,
  people: '',
  notes: '',
  versions: [],
  tasks: [],
  engagements: [],
  addedAt: NOW.getTime(),
  ...more,
});

describe('totals', () => {
  const cards = [
    followed({ state: 'won', asked: 1000, obtained: 800, deadline: '2026-02-01' }),
    followed({ state: 'lost', asked: 500, deadline: '2025-02-01' }),
    followed({ state: 'sent', asked: 300, funder: 'ADEME', deadline: '2026-05-01' }),
    followed({ state: 'writing', asked: 9999, obtained: 9999 }),
  ];

  test('count what was sent, what was won, and the share of yes among the answers', () => {
    const total = totalOf(cards);
    expect(total).toEqual({ label: 'Total', asked: 1800, obtained: 800, sent: 3, won: 1, lost: 1 });
    expect(successRate(total)).toBe(0.5);
    expect(successRate(totalOf([]))).toBeUndefined();
  });

  test('by funder and by year, they add up to the total', () => {
    expect(totalsBy(cards, 'funder').map(({ label, asked }) => [label, asked])).toEqual([
      ['Banque des Territoires', 1500],
      ['ADEME', 300],
    ]);
    expect(totalsBy(cards, 'year').map(({ label, obtained }) => [label, obtained])).toEqual([
      ['2026', 800],
      ['2025', 0],
    ]);
  });

  test('a call belongs to the year in which it closes, wherever that is written', () => {
    const windows = [{ opensOn: '2027-10-01', closesOn: '2027-12-08' }];
    const later = followed({ state: 'sent', addedAt: NOW.getTime(), calendar: { rhythm: 'annual', windows } });
    expect(yearOf(later)).toBe('2027');
    expect(yearOf({ ...later, deadline: '2028-01-15' })).toBe('2028');
    expect(yearOf({ ...later, calendar: undefined })).toBe('2026');
    // The last hour of December is the next year in France.
    expect(yearOf(followed({ addedAt: Date.parse('2026-12-31T23:30:00Z') }))).toBe('2027');
  });
});

describe('what is left to do', () => {
  const card = followed({
    state: 'won',
    deadline: '2026-01-01',
    tasks: [
      { id: 't1', text: 'Écrire', due: '2027-03-30', done: false },
      { id: 't2', text: 'Fait', due: '2027-01-01', done: true },
    ],
    engagements: [
      { id: 'e1', kind: 'report', label: '', due: '2027-03-29', done: false, amount: undefined },
      { id: 'e2', kind: 'logo', label: '', due: undefined, done: false, amount: undefined },
    ],
  });

  test('by day, without what is done or has no day', () => {
    expect(duesOf(card, '2026-11-21').map(({ day, what }) => [day, what])).toEqual([
      ['2027-03-29', 'Bilan à rendre'],
      ['2027-03-30', 'Écrire'],
    ]);
    expect(duesOf(followed({ deadline: '2027-01-01' }), '2026-11-21').map(({ what }) => what)).toEqual([
      'Déposer le dossier',
    ]);
  });

  test('the watch says by when, until a person writes another day', () => {
    const windows = [
      { opensOn: '2026-01-01', closesOn: '2026-02-01' },
      { opensOn: '2027-01-01', closesOn: '2027-02-01' },
    ];
    const opportunity = followed({ calendar: { rhythm: 'annual', windows } });
    expect(answerDay(opportunity, '2026-01-15')).toBe('2026-02-01');
    expect(answerDay(opportunity, '2026-06-01')).toBe('2027-02-01');
    expect(answerDay(opportunity, '2027-06-01')).toBeUndefined();
    expect(answerDay({ ...opportunity, deadline: '2027-01-20' }, '2026-06-01')).toBe('2027-01-20');
    expect(duesOf({ ...opportunity, state: 'sent' }, '2026-06-01')).toEqual([]);
  });

  test('nothing is left to do of a call that was refused', () => {
    expect(duesOf({ ...card, state: 'lost' }, '2026-11-21')).toEqual([]);
    expect(promisesOf({ ...card, state: 'lost' })).toEqual([]);
  });

  test('an alarm that is past rings no more', async () => {
    const text = (await boardCalendar([card], new Date('2027-03-27T12:00:00Z'))) ?? '';
    const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent');
    expect(events.map((event) => event.getAllSubcomponents('valarm').length)).toEqual([0, 1]);
  });

  test('nothing to do makes no calendar', async () => {
    expect(await boardCalendar([followed()], NOW)).toBeUndefined();
  });

  test('as a calendar that two programs read the same, with alarms at nine on both sides of summer time', async () => {
    const text = (await boardCalendar([card], NOW)) ?? '';
    const days = (events: readonly { uid: string; summary: string }[]) =>
      events.map(({ uid, summary }) => [uid, summary]);
    expect(days(readByIcalJs(text))).toEqual(days(readByNodeIcal(text)));
    const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent');
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual(['2027-03-29', '2027-03-30']);
    const alarms = events[0]?.getAllSubcomponents('valarm').map((alarm) => {
      const trigger = alarm.getFirstPropertyValue('trigger');
      return trigger instanceof ICAL.Time ? trigger.toJSDate().getTime() : String(trigger);
    });
    // Summer time begins on 28 March 2027.
    expect(alarms).toEqual([
      instantOf('2027-03-22T09:00', 'Europe/Paris'),
      instantOf('2027-03-27T09:00', 'Europe/Paris'),
    ]);
  });
});

test.each([
  ['1 500', 1500],
  ['1\u202f500,50 €', 1500.5],
  ['1.500', 1500],
  ['1500.5', 1500.5],
  ['0', 0],
  ['', null],
  ['  ', null],
  ['12k', undefined],
  ['-5', undefined],
  ['1,2,3', undefined],
  ['1e9', undefined],
  ['mille', undefined],
  ['1,239', 1.24],
  ['9'.repeat(13), undefined],
])('« %s » is read as %s euros', (text, euros) => {
  expect(readEuros(text)).toBe(euros);
});

test.each([
  [undefined, ''],
  [0, '0'],
  [1500, '1500'],
  [12.5, '12,50'],
])('%s euros are shown as « %s »', (euros, text) => {
  expect(writeEuros(euros)).toBe(text);
  if (euros !== undefined) expect(readEuros(text)).toBe(euros);
});

test('initials are at most three letters, in capitals', () => {
  expect(readInitials(' ab, c.d ;élodie 42')).toBe('AB CD ÉLO');
});

test('what a card holds that makes no sense is left aside', () => {
  const cells = {
    deadline: 'hier',
    calendar: '{"rhythm":"annual"}',
    state: 'toString',
    asked: '12',
    'task.1.due': '2027-02-30',
  };
  const [card] = followedOpportunities(write(EMPTY_BOARD, [{ card: 'a', cells }], AT));
  expect(card).toMatchObject({ deadline: undefined, calendar: undefined, state: 'study', asked: undefined });
  expect(card?.tasks).toMatchObject([{ due: undefined }]);
});

test('the table is read back by another program, and runs no formula', async () => {
  const title = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => !/^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(text));
  await fc.assert(
    fc.asyncProperty(title, fc.constantFrom(...STATE_NAMES), title, async (name, state, notes) => {
      const csv = await boardCsv([followed({ title: name, state, notes, asked: 12.5 })], '2026-11-21');
      expect(csv.startsWith('\ufeff')).toBe(true);
      const [row] = parse<Record<string, string>>(csv, { bom: true, delimiter: ';', columns: true });
      expect(row?.['Financement']).toBe(name);
      expect(row?.['Notes']).toBe(notes);
      expect(row?.['Demandé (€)']).toBe('12,5');
    }),
  );
  const csv = await boardCsv([followed({ title: '=HYPERLINK("x")' })], '2026-11-21');
  const rows: string[][] = parse(csv, { bom: true, delimiter: ';' });
  expect(rows[1]?.[0]).toBe('\'=HYPERLINK("x")');
});
