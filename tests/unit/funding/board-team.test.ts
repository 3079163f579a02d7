import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_BOARD, merge, write } from '#funding/board/board.ts';
import { fileNameOf, readFolder, readSealedFile, withPassphrase, writeFolder } from '#funding/board/team/folder.ts';
import { keyOf, readSealed, seal, unseal } from '#funding/board/team/seal.ts';
import { writeBoardFile } from '#funding/board/write-file.ts';
import { boardOf } from '../../support/followed-opportunities.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const PHRASE = 'quatre carottes un tablier';
// Few turns: what is tested is what the key opens, not how long it takes to guess.
const quick = (salt?: string) => keyOf(PHRASE, salt, 1000);
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
    const sealed = await seal('bonjour', await keyOf('café crème brûlée', 'c2Vs', 1000));
    expect(await unseal(sealedOf(sealed), await keyOf('café crème brûlée'.normalize('NFD'), 'c2Vs', 1000))).toEqual({
      text: 'bonjour',
    });
  });

  test('another passphrase, or one changed byte, leaves it closed', async () => {
    const key = await quick();
    const sealed = sealedOf(await seal('bonjour', key));
    expect(await unseal(sealed, await keyOf('une autre phrase secrète', key.salt, 1000))).toEqual({ closed: 'locked' });
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
    await writeFolder(folder, 'moi', mine, first.keys[0], NOW);
    const second = await readFolder(folder, 'elle', quick);
    if ('locked' in second) throw new Error('It opens.');
    // She seals with the salt that stands there: one key opens all.
    expect(second.keys.map(({ salt }) => salt)).toEqual([first.keys[0].salt]);
    expect(second.own).toBeUndefined();
    await writeFolder(folder, 'elle', merge(hers, second.board), second.keys[0], NOW);
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
    expect(read.keys.length).toBe(2);
    const other = await readFolder(folder, 'elle', quick);
    expect('keys' in other && other.keys[0].salt).toBe(read.keys[0].salt);
  });

  test('files that stay closed are named, and the others are read', async () => {
    const folder = memoryFolder();
    const key = await quick();
    await writeFolder(folder, 'moi', mine, key, NOW);
    await writeFolder(folder, 'autre', hers, await keyOf('une autre phrase secrète', undefined, 1000), NOW);
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
    expect(await readFolder(folder, 'moi', (salt) => keyOf('pas la bonne phrase', salt, 1000))).toEqual({
      locked: true,
    });
    expect(folder.files.size).toBe(1);
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

test('a file passed on by hand opens with the passphrase that sealed it', async () => {
  const text = await seal(writeBoardFile(board, NOW).text, await keyOf(PHRASE, undefined, 1000));
  const read = await readSealedFile(new Blob([text]), withPassphrase(PHRASE));
  expect('board' in read && read.board).toEqual(board);
  expect(await readSealedFile(new Blob([text]), withPassphrase('une autre phrase'))).toEqual({ closed: 'locked' });
});
