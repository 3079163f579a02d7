import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_BOARD, merge, write, type Board } from '#funding/board/board.ts';
import { fileNameOf, readFolder, readSealedFile, toWrite, writeFolder } from '#funding/board/team/folder.ts';
import { keyring } from '#funding/board/team/keyring.ts';
import { keyOf, newSalt, phraseOf, readSealed, seal, unseal } from '#funding/board/team/seal.ts';
import { writeBoardFile } from '#funding/board/write-file.ts';
import { boardOf } from '../../support/followed-opportunities.ts';
import { memoryFolder, type MemoryFolder } from '../../support/memory-folder.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const PHRASE = 'quatre carottes un tablier';
// Few turns: what is tested is what the key opens, not how long it takes to guess.
const quickOf =
  (words: string) =>
  async (salt = newSalt()) =>
    keyOf(await phraseOf(words), salt, 1000);
const quick = quickOf(PHRASE);
const other = quickOf('une autre phrase secrète');
const board = boardOf(3);
const sealedOf = (text: string) => {
  const read = readSealed(text);
  if ('closed' in read) throw new Error(read.closed);
  return read.sealed;
};

describe('a sealed text', () => {
  test('opens with its passphrase, whatever it holds, and shows nothing of it', async () => {
    const key = await quick();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const sealed = await seal(text, key);
        expect(await unseal(sealedOf(sealed), await quick(key.salt))).toEqual({ text });
        if (text.length > 8) expect(sealed).not.toContain(text);
      }),
      { numRuns: 50 },
    );
  });

  test('a passphrase is the same however its accents are composed', async () => {
    const sealed = await seal('bonjour', await quickOf('café crème brûlée')('c2Vs'));
    expect(await unseal(sealedOf(sealed), await quickOf(' café crème brûlée'.normalize('NFD'))('c2Vs'))).toEqual({
      text: 'bonjour',
    });
  });

  test('another passphrase, or one changed byte, leaves it closed', async () => {
    const key = await quick();
    const sealed = sealedOf(await seal('bonjour', key));
    expect(await unseal(sealed, await other(key.salt))).toEqual({ closed: 'locked' });
    for (let at = 0; at < sealed.data.length - 2; at += 3) {
      const data = `${sealed.data.slice(0, at)}${sealed.data[at] === 'A' ? 'B' : 'A'}${sealed.data.slice(at + 1)}`;
      expect(await unseal({ ...sealed, data }, key)).toEqual({ closed: 'locked' });
    }
  });

  test.each([
    ['a text', 'bonjour', 'not-sealed'],
    ['a list', '[]', 'not-sealed'],
    ['a board that nobody sealed', writeBoardFile(board, NOW).text, 'not-sealed'],
    ['a later version', '{"app":"petites-cantines-equipe","version":2}', 'later'],
    ['without its parts', '{"app":"petites-cantines-equipe","version":1}', 'not-sealed'],
    [
      'a count that would freeze the page',
      '{"app":"petites-cantines-equipe","version":1,"kdf":{"salt":"c2Vs","iterations":99999999},"cipher":{"iv":"c2Vs"},"data":"c2Vs"}',
      'not-sealed',
    ],
    [
      'bytes that are cut',
      '{"app":"petites-cantines-equipe","version":1,"kdf":{"salt":"A","iterations":1000},"cipher":{"iv":"c2Vs"},"data":"c2Vs"}',
      'not-sealed',
    ],
  ])('%s is told', (_, text, closed) => {
    expect(readSealed(text)).toEqual({ closed });
  });
});

describe('the folder of a team', () => {
  const mine = write(board, [{ card: 'libre-0', cells: { title: 'À moi' }, notes: 'Moi' }], { at: 9e12, by: 'moi' });
  const hers = write(board, [{ card: 'libre-1', cells: { title: 'À elle' }, notes: 'Elle' }], { at: 9e12, by: 'elle' });

  test('holds a file for each, and gives all of them merged to everybody', async () => {
    const folder = memoryFolder();
    const first = await readFolder(folder, 'moi', quick);
    if ('locked' in first) throw new Error('An empty folder opens.');
    expect(first.board).toEqual(EMPTY_BOARD);
    await writeFolder(folder, 'moi', mine, first.key, NOW);
    const second = await readFolder(folder, 'elle', quick);
    if ('locked' in second) throw new Error('It opens.');
    // She seals with the salt that stands there: one key opens all.
    expect(second.key.salt).toBe(first.key.salt);
    expect(second.own).toBeUndefined();
    await writeFolder(folder, 'elle', merge(hers, second.board), second.key, NOW);
    const both = await readFolder(folder, 'moi', quick);
    expect(both).toMatchObject({ board: merge(mine, hers), own: mine, closed: [] });
    expect([...folder.files.keys()].sort()).toEqual([fileNameOf('elle'), fileNameOf('moi')]);
  });

  test('two that begin at once have two salts, and converge to one', async () => {
    const folder = memoryFolder();
    for (const [member, each] of [
      ['moi', mine],
      ['elle', hers],
    ] as const) {
      await writeFolder(folder, member, each, await quick(), NOW);
    }
    const read = await readFolder(folder, 'moi', quick);
    if ('locked' in read) throw new Error('It opens.');
    expect(read.board).toEqual(merge(mine, hers));
    const hersToo = await readFolder(folder, 'elle', quick);
    expect('key' in hersToo && hersToo.key.salt).toBe(read.key.salt);
  });

  test('files that stay closed are named, and the others are read', async () => {
    const folder = memoryFolder();
    const key = await quick();
    await writeFolder(folder, 'moi', mine, key, NOW);
    await writeFolder(folder, 'autre', hers, await other(), NOW);
    folder.files.set('coupé.equipe.json', '{"app":"petites');
    folder.files.set('notes.txt', 'Bonjour');
    folder.files.set('vide.equipe.json', await seal('{}', key));
    const read = await readFolder(folder, 'moi', quick);
    expect(read).toMatchObject({ board: mine });
    expect('closed' in read && [...read.closed].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'coupé.equipe.json', why: 'not-sealed' },
      { name: fileNameOf('autre'), why: 'locked' },
      { name: 'vide.equipe.json', why: 'board' },
    ]);
  });

  test('a passphrase that opens nothing writes nothing', async () => {
    const folder = memoryFolder();
    await writeFolder(folder, 'autre', hers, await quick(), NOW);
    expect(await readFolder(folder, 'moi', other)).toEqual({
      locked: true,
    });
    expect(folder.files.size).toBe(1);
  });

  test('a file that the disk does not give now keeps nobody apart: the others are read', async () => {
    const folder = memoryFolder();
    const key = await quick();
    await writeFolder(folder, 'moi', mine, key, NOW);
    await writeFolder(folder, 'elle', hers, key, NOW);
    folder.away.add(fileNameOf('elle'));
    expect(await readFolder(folder, 'moi', quick)).toMatchObject({
      board: mine,
      own: mine,
      closed: [{ name: fileNameOf('elle'), why: 'unread' }],
    });
    folder.away.clear();
    expect(await readFolder(folder, 'moi', quick)).toMatchObject({ board: merge(mine, hers), closed: [] });
  });

  test('nothing is known of a folder whose files are all away, not even whose passphrase it is', async () => {
    const folder = memoryFolder();
    await writeFolder(folder, 'elle', hers, await quick(), NOW);
    folder.away.add(fileNameOf('elle'));
    await expect(readFolder(folder, 'moi', other)).rejects.toMatchObject({ name: 'NotReadableError' });
  });

  test('a file of ours that nothing opens is written again, and asks nobody for another passphrase', async () => {
    const folder = memoryFolder();
    await writeFolder(folder, 'moi', mine, await other(), NOW);
    const read = await readFolder(folder, 'moi', quick);
    expect(read).toMatchObject({ own: undefined, opened: [] });
    expect('key' in read && toWrite(read, mine)).toEqual(mine);
  });

  test('a disk that is full leaves the former file whole', async () => {
    const folder = memoryFolder();
    const key = await quick();
    await writeFolder(folder, 'moi', mine, key, NOW);
    const before = folder.files.get(fileNameOf('moi'));
    folder.isFull = true;
    await expect(writeFolder(folder, 'moi', merge(mine, hers), key, NOW)).rejects.toThrow('Quota');
    expect(folder.files.get(fileNameOf('moi'))).toBe(before);
  });
});

describe('two team-mates who write apart', () => {
  /** What a page does each time it looks: hear, then write what its file lacks. */
  const look = async (folder: MemoryFolder, member: string, here: Board): Promise<Board> => {
    const read = await readFolder(folder, member, quick);
    if ('locked' in read) throw new Error('It opens.');
    const lacking = toWrite(read, here);
    if (lacking) await writeFolder(folder, member, lacking, read.key, NOW);
    return merge(here, read.board);
  };
  const set = (at: Board, state: string, when: number, by: string) =>
    write(at, [{ card: 'libre-0', cells: { state } }], { at: 9e12 + when, by });

  test('see the same board, even when one took back what the other’s gesture came between', async () => {
    const folder = memoryFolder();
    const start = await look(folder, 'elle', await look(folder, 'moi', set(board, 'study', 100, 'moi')));
    let hers = set(start, 'sent', 150, 'elle');
    let mine = set(set(start, 'writing', 140, 'moi'), 'study', 160, 'moi');
    hers = await look(folder, 'elle', hers);
    mine = await look(folder, 'moi', mine);
    hers = await look(folder, 'elle', hers);
    expect(hers).toEqual(mine);
    expect(hers['libre-0']?.cells['state']).toEqual({ value: 'study', at: 9e12 + 160, by: 'moi' });
  });

  test('come to rest: who has heard all writes nothing more', async () => {
    const folder = memoryFolder();
    const mine = await look(folder, 'moi', set(board, 'study', 100, 'moi'));
    const hers = await look(folder, 'elle', set(board, 'sent', 150, 'elle'));
    const both = await look(folder, 'moi', mine);
    await look(folder, 'elle', hers);
    const before = new Map(folder.files);
    expect(await look(folder, 'moi', both)).toBe(both);
    await look(folder, 'elle', both);
    expect(folder.files).toEqual(before);
  });

  test('write nothing while there is nothing to say', async () => {
    const folder = memoryFolder();
    await look(folder, 'moi', EMPTY_BOARD);
    expect(folder.files.size).toBe(0);
  });
});

test('a file passed on by hand opens with the passphrase that sealed it', async () => {
  const text = await seal(writeBoardFile(board, NOW).text, await quick());
  const read = await readSealedFile(new Blob([text]), keyring({ phrase: await phraseOf(PHRASE) }));
  expect('board' in read && read.board).toEqual(board);
  expect(await readSealedFile(new Blob([text]), keyring({ phrase: await phraseOf('une autre phrase') }))).toEqual({
    closed: 'locked',
  });
});
