import type { Page } from 'playwright-core';

/** How many times slower the processor is made: an old phone beside a desktop. */
export const SLOWDOWN = 4;

/** From now on, the processor of this page is slow. */
export async function slowDown(tab: Page): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** Times of one gesture of a hand, in milliseconds. */
export interface Waited {
  /** From the gesture to its next paint, as the browser tells it (Event Timing); 0 when it is under 16. */
  paint: number;
  /** The longest task until all was shown. */
  task: number;
  /** Until all was shown. */
  shown: number;
}

/** Acts, waits until all is shown, and tells how long the hand waited. */
export async function waitedFor(tab: Page, act: () => Promise<void>, shown: () => Promise<unknown>): Promise<Waited> {
  const told = await tab.evaluateHandle(() => {
    const paints: number[] = [];
    const tasks: number[] = [];
    const events = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('interactionId' in entry && Number(entry.interactionId) > 0) paints.push(entry.duration);
    });
    events.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    const long = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    });
    long.observe({ type: 'longtask' });
    return { paints, tasks, observers: [events, long] };
  });
  await act();
  const acted = performance.now();
  await shown();
  const all = performance.now() - acted;
  // The entry of an event comes after the paint that it waits for, and the idle work after it.
  await tab.waitForTimeout(400);
  return told.evaluate(({ paints, tasks, observers }, time) => {
    for (const observer of observers) observer.disconnect();
    return { paint: Math.max(0, ...paints), task: Math.max(0, ...tasks), shown: time };
  }, all);
}

/** « 96 ms (88 to 120) »: the median, the best and the worst; load hides what a machine can do, so all are told. */
export function sayTimes(times: readonly number[]): string {
  const inOrder = times.toSorted((a, b) => a - b).map(Math.round);
  const median = inOrder[Math.floor(inOrder.length / 2)] ?? NaN;
  return `${median} ms (${inOrder[0] ?? NaN} to ${inOrder.at(-1) ?? NaN})`;
}
