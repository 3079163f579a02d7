import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Calm } from '#search/calm.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function isReached(calm: Calm): Promise<boolean> {
  let reached = false;
  void calm.reached().then(() => {
    reached = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return reached;
}

test('a server that nobody has asked anything is calm', async () => {
  expect(await isReached(new Calm(1000))).toBe(true);
});

test('calm comes back a second after the last of the answers', async () => {
  const calm = new Calm(1000);
  calm.begin();
  calm.begin();
  calm.end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(await isReached(calm)).toBe(false);
  calm.end();
  await vi.advanceTimersByTimeAsync(999);
  expect(await isReached(calm)).toBe(false);
  calm.begin();
  calm.end();
  await vi.advanceTimersByTimeAsync(999);
  expect(await isReached(calm)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isReached(calm)).toBe(true);
});
