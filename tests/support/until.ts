import { setTimeout as delay } from 'node:timers/promises';
import { WAIT_MS } from './limits.ts';

const BETWEEN_MS = 50;

/**
 * Waits until it is so, where there is no Vitest and its `expect.poll`.
 * @throws Error with what was waited for, when it does not come.
 */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + WAIT_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await delay(BETWEEN_MS);
  }
}
