import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { keyOf, Store } from '#build/cache/store.ts';
import { projectRoot } from '../../support/folders.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const scratch = mkdtempSync(join(tmpdir(), 'petites-cantines-store-'));
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined) => value && new TextDecoder().decode(value);

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

let count = 0;
const freshPath = () => join(scratch, `${++count}`, 'made.db');
const opened: Store[] = [];
function open(path = freshPath(), now = NOW, warn = vi.fn<(message: string) => void>()) {
  const store = new Store(path, now, warn);
  opened.push(store);
  return { store, path, warn };
}
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

describe('Store', () => {
  test('makes once, and gives what was made to this build and the next', async () => {
    const { store, path, warn } = open();
    const make = vi.fn(() => Promise.resolve(bytes('plat')));
    expect(text(await store.memo('menu', ['lundi'], make))).toBe('plat');
    expect(text(await store.memo('menu', ['lundi'], make))).toBe('plat');
    expect(text(await open(path).store.memo('menu', ['lundi'], make))).toBe('plat');
    expect(make).toHaveBeenCalledTimes(1);
    await store.memo('menu', ['mardi'], make);
    await store.memo('carte', ['lundi'], make);
    expect(make).toHaveBeenCalledTimes(3);
    expect(warn).not.toHaveBeenCalled();
  });

  test('what could not be made is not kept', async () => {
    const { store } = open();
    const make = () => Promise.reject(new Error('brûlé'));
    await expect(store.memo('menu', ['lundi'], make)).rejects.toThrow('brûlé');
    expect(store.has(keyOf('menu', ['lundi']))).toBe(false);
  });

  test('drops after 15 days what nobody reads, and keeps what is read', () => {
    const { store, path } = open();
    const [read, forgotten] = [keyOf('a', []), keyOf('b', [])];
    for (const key of [read, forgotten]) store.put(key, bytes('x'));
    open(path, NOW + 10 * DAY).store.get(read);
    const later = open(path, NOW + 15 * DAY).store;
    later.prune();
    expect([later.has(read), later.has(forgotten)]).toEqual([true, false]);
  });

  test('drops what was read longest ago when it is too large, and gives the room back', () => {
    const { store, path } = open();
    const large = new Uint8Array(400_000);
    const [old, recent] = [keyOf('old', []), keyOf('recent', [])];
    store.put(old, large);
    const later = open(path, NOW + DAY).store;
    later.put(recent, large);
    later.prune(500_000);
    expect([later.has(old), later.has(recent)]).toEqual([false, true]);
    later.close();
    store.close();
    expect(statSync(path).size).toBeLessThan(600_000);
  });

  test.each([
    ['a text', (path: string) => writeFileSync(path, 'ceci n’est pas une base')],
    ['a file cut in its middle', (path: string) => truncateSync(path, 5000)],
    ['an empty file', (path: string) => truncateSync(path, 0)],
  ])('begins again on %s', (_name, damage) => {
    const { store, path, warn } = open();
    const key = keyOf('a', []);
    for (let index = 0; index < 50; index++) store.put(keyOf('a', [index]), new Uint8Array(2000));
    store.close();
    damage(path);
    const again = open(path, NOW, warn).store;
    again.put(key, bytes('x'));
    expect(text(again.get(key))).toBe('x');
  });

  test('a place that cannot be written is no cache, told once', async () => {
    const file = join(scratch, 'fichier');
    writeFileSync(file, '');
    const { store, warn } = open(join(file, 'made.db'));
    expect(text(await store.memo('a', [], () => Promise.resolve(bytes('x'))))).toBe('x');
    expect(store.get(keyOf('a', []))).toBeUndefined();
    store.prune();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain('ne sert pas à cette construction');
  });

  test('several processes write at once, and one that is killed spoils nothing', () => {
    const path = freshPath();
    const script = `
      import { keyOf, Store } from ${JSON.stringify(join(projectRoot, 'src/build/cache/store.ts'))};
      const [path, name] = process.argv.slice(1);
      const store = new Store(path, ${NOW});
      for (let index = 0; index < 200; index++) store.put(keyOf('part', [index]), new Uint8Array(20_000).fill(index));
      if (name === 'killed') process.kill(process.pid, 'SIGKILL');
    `;
    const run = (name: string) =>
      `"${process.execPath}" --input-type=module -e '${script.replaceAll("'", '"')}' "${path}" ${name}`;
    mkdirSync(join(path, '..'), { recursive: true });
    const { stderr } = spawnSync('sh', ['-c', `${run('one')} & ${run('killed')} & ${run('two')} & wait`], {
      encoding: 'utf8',
    });
    expect(stderr.replace(/^.*Killed.*$/gm, '').trim()).toBe('');
    const { store } = open(path);
    for (let index = 0; index < 200; index++) {
      const value = store.get(keyOf('part', [index]));
      expect(value?.length, `${index}`).toBe(20_000);
      expect(value?.every((byte) => byte === index)).toBe(true);
    }
  });
});

test('no two lists of parts have the same key', () => {
  const parts = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      const alike = keyOf('x', one).equals(keyOf('x', other));
      // A number and its text are told apart by nobody: both are written the same.
      const texts = (list: typeof one) =>
        JSON.stringify(list.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))));
      expect(alike).toBe(same || texts(one) === texts(other));
    }),
  );
});
