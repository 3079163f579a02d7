import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed, isText } from '#build/compression.ts';

/** Words that follow no pattern. */
function prose(words: number): Buffer {
  let seed = 42;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
  return Buffer.from(Array.from({ length: words }, () => `mot${(next() >> 8) % 5000}`).join(' '));
}

test.each(['lasting', 'page', 'feed'] as const)('what is compressed as %s is read again as it was', async (worth) => {
  const content = prose(40_000);
  const forms = new Map(await compressed(content, worth));
  expect([...forms.keys()]).toEqual(['.br', '.gz']);
  expect(brotliDecompressSync(forms.get('.br') ?? '').equals(content)).toBe(true);
  expect(gunzipSync(forms.get('.gz') ?? '').equals(content)).toBe(true);
});

test('a page is compressed the better where that saves a round trip, and a feed quickly', async () => {
  const br = async (words: number, worth: 'page' | 'feed') => new Map(await compressed(prose(words), worth)).get('.br');
  const [page, feed] = [await br(40_000, 'page'), await br(40_000, 'feed')];
  expect(feed?.length).toBeGreaterThan(14_000);
  expect(page?.length).toBeLessThan(feed?.length ?? 0);
  expect(await br(500, 'page')).toEqual(await br(500, 'feed'));
  // A list of a thousand lines: the best would take a second, for each of thirty pages.
  expect(await br(80_000, 'page')).toEqual(await br(80_000, 'feed'));
});

test('what would not be smaller has no other form', async () => {
  expect(await compressed(prose(50), 'page')).toEqual([]);
  expect(await compressed(randomBytes(5000), 'page')).toEqual([]);
});

test('pictures and fonts are compressed already', () => {
  expect(['a.html', 'a.ics', 'a.wasm'].map(isText)).toEqual([true, true, true]);
  expect(['a.png', 'a.woff2', 'a.docx'].map(isText)).toEqual([false, false, false]);
});
