import type { Page } from 'playwright-core';

/** What moved, in the words of the Layout Instability API: its share of the screen, and its element. */
export interface Shift {
  value: number;
  moved: string;
}

/** How much slower than this machine the phone is. */
const SLOWDOWN = 4;
/** After the last request: what a script still draws. */
const SETTLE_MS = 600;

/**
 * Opens a page on a slow processor and tells what moved by itself, without anyone's hand
 * (https://wicg.github.io/layout-instability/). Chromium only. Takes a page that has not been opened yet.
 */
export async function shiftsOf(page: Page, path: string): Promise<Shift[]> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        const moved = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : '?'));
        if (!entry.hadRecentInput) shifts.push({ value: entry.value, moved: moved.join(' and ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

export const sumOf = (shifts: readonly Shift[]): number => shifts.reduce((sum, { value }) => sum + value, 0);
