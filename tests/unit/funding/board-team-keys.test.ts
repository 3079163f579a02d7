import { describe, expect, test } from 'vitest';
import { EMPTY_BOARD } from '#funding/board/board.ts';
import { troubleIn } from '#funding/board/team/access.ts';
import { opensMore } from '#funding/board/team/closed.ts';
import { readFolder, writeFolder } from '#funding/board/team/folder.ts';
import { keyring } from '#funding/board/team/keyring.ts';
import { keyOf, newSalt, phraseOf, seal } from '#funding/board/team/seal.ts';
import { writeBoardFile } from '#funding/board/write-file.ts';
import { boardOf } from '../../support/followed-opportunities.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const PHRASE = 'quatre carottes un tablier';
const board = boardOf(3);
// Few turns: what is tested is what the key opens, not how long it takes to guess.
const quick = async () => keyOf(await phraseOf(PHRASE), newSalt(), 1000);

describe('what a browser keeps of the passphrase', () => {
  const passedOn = async () => seal(writeBoardFile(board, NOW).text, await quick());

  test('opens a file that was sealed since, by a browser that opens no folder', async () => {
    const folder = memoryFolder();
    const open = keyring({ phrase: await phraseOf(PHRASE) });
    const first = await readFolder(folder, 'moi', open);
    if ('locked' in first) throw new Error('An empty folder opens.');
    await writeFolder(folder, 'moi', EMPTY_BOARD, first.key, NOW);
    folder.files.set('suivi-2026-11-22.equipe.json', await passedOn());
    expect(await readFolder(folder, 'moi', open)).toMatchObject({ board, closed: [] });
  });

  test('derives each key once, and gives none that can be read', async () => {
    const open = keyring({ phrase: await phraseOf(PHRASE) });
    const [once, again] = [await open('c2Vs', 1000), await open('c2Vs', 1000)];
    expect(once).toBe(again);
    expect(once?.key.extractable).toBe(false);
    expect((await phraseOf(PHRASE)).extractable).toBe(false);
    expect((await open())?.salt).toBe((await open())?.salt);
  });

  test('by an earlier version still opens what it did; another file says that it waits, until the phrase is typed', async () => {
    const folder = memoryFolder();
    const key = await quick();
    const kept = keyring({ keys: [key] });
    await writeFolder(folder, 'moi', EMPTY_BOARD, key, NOW);
    const name = 'suivi-2026-11-22.equipe.json';
    folder.files.set(name, await passedOn());
    const read = await readFolder(folder, 'moi', kept);
    if ('locked' in read) throw new Error('It opens.');
    expect(read.key).toBe(key);
    expect(read.closed).toEqual([{ name, why: 'untried' }]);

    const typed = await readFolder(folder, 'moi', keyring({ phrase: await phraseOf(PHRASE) }));
    expect('opened' in typed && opensMore(read.closed, typed.opened)).toBe(true);
    expect(typed).toMatchObject({ board, closed: [] });
  });

  test('gives way to a phrase that opens what waited, and to no other', () => {
    const closed = [
      { name: 'a', why: 'locked' },
      { name: 'b', why: 'unread' },
    ] as const;
    expect(opensMore(closed, ['a'])).toBe(true);
    expect(opensMore(closed, ['b', 'c'])).toBe(false);
    expect(opensMore(closed, [])).toBe(false);
    // Nothing opened at all: whatever opens is more.
    expect(opensMore([], ['c'])).toBe(true);
  });
});

test.each([
  ['NotAllowedError', 'refused', 'asks'],
  ['SecurityError', 'refused', 'asks'],
  ['NotFoundError', 'gone', 'gone'],
  ['NotReadableError', 'unread', 'unread'],
  ['QuotaExceededError', 'full', 'full'],
  ['InvalidStateError', 'ours', 'ours'],
])('%s is told with what cures it, when the folder is chosen and once it is known', (name, chosen, known) => {
  expect([troubleIn(new DOMException('', name)), troubleIn(new DOMException('', name), true)]).toEqual([chosen, known]);
});
