import type { Browser, Page } from 'playwright-core';
import { writeBoardFile } from '#funding/board/write-file.ts';
import { startPreview } from '#build/preview/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist } from '../support/folders.ts';
import { boardOf } from '../support/followed-opportunities.ts';

/**
 * The follow-up board with 1,000 followed opportunities against 20: how long a gesture waits for its next paint, on a
 * processor four times slower. Run by `npm run bench`. The page is that of the frozen network, filled by its own
 * import.
 */
const [FEW, MANY] = [20, 1000];
const ROUNDS = 9;
const SLOWDOWN = 4;
/** Typing is kept when the hand rests half a second, on any machine: the longest task around it is the wait. */
const REST_MS = 1200;

type Waits = Readonly<Record<string, readonly number[]>>;

/** Milliseconds of each gesture, round after round. */
async function gestures(tab: Page): Promise<Waits> {
  return tab.evaluate(
    async ({ rounds, rest }) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const timed = async (act: () => void) => {
        await frame();
        const start = performance.now();
        act();
        await frame();
        return performance.now() - start;
      };
      const longest = async (act: () => void) => {
        let most = 0;
        const observer = new PerformanceObserver((list) => {
          most = Math.max(most, ...list.getEntries().map(({ duration }) => duration));
        });
        observer.observe({ type: 'longtask' });
        act();
        await new Promise((done) => setTimeout(done, rest));
        observer.disconnect();
        return most;
      };
      const one = (selector: string): HTMLElement => {
        const found = document.querySelector<HTMLElement>(selector);
        if (!found) throw new Error(`The board has no ${selector}.`);
        return found;
      };
      // As a key does: the browser changes the text, then says so.
      const type = (selector: string, letter: string) => () => {
        const field = one(selector) as HTMLInputElement | HTMLTextAreaElement;
        field.setRangeText(letter, letter === '' ? 0 : field.value.length, field.value.length, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      const move = (from: string, to: string) => () => {
        const select = one(`[aria-labelledby="colonne-${from}"] .move select`) as HTMLSelectElement;
        select.value = to;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      };
      const [notes, search] = ['.notes textarea', '.follow-up .search input'];
      const shown = document.querySelectorAll('.followed').length;
      const waits: Record<string, number[]> = {};
      const note = (what: string, wait: number) => (waits[what] ??= []).push(wait);
      for (let round = 0; round < rounds; round++) {
        note('opportunity opened', await timed(() => one('.followed .open').click()));
        one(notes).focus();
        note('letter typed in a note', await timed(type(notes, 'a')));
        note('note kept, longest task', await longest(type(notes, 'b')));
        if (!one('.bar').textContent.includes('Notes')) throw new Error('The note was not kept.');
        note('opportunity closed', await timed(() => (one('dialog.details') as HTMLDialogElement).close()));
        note('opportunity moved', await timed(move('study', 'sent')));
        note('moved back', await timed(move('sent', 'study')));
        one(search).focus();
        note('letter typed in the search', await timed(type(search, String(1 + (round % 9)))));
        note('columns follow, longest task', await longest(type(search, String(round % 9))));
        if (document.querySelectorAll('.followed').length >= shown) throw new Error('The search found everything.');
        note('search cleared', await timed(type(search, '')));
        // The columns follow when the processor has time: they are no part of the next gesture.
        await new Promise((done) => setTimeout(done, rest));
        if (document.querySelectorAll('.followed').length !== shown) throw new Error('The search was not cleared.');
      }
      return waits;
    },
    { rounds: ROUNDS, rest: REST_MS },
  );
}

/** The waits of a board of so many opportunities, on a slow processor. */
async function measured(browser: Browser, url: string, count: number): Promise<Waits> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  await tab.goto(`${url}/financements/suivi/`);
  const buffer = Buffer.from(writeBoardFile(boardOf(count), new Date(0)).text);
  const session = await context.newCDPSession(tab);
  await tab.locator('.follow-up').waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const start = performance.now();
  await tab.locator('input[type=file]').setInputFiles({ name: 'suivi.json', mimeType: 'application/json', buffer });
  await tab.locator('.followed').first().waitFor();
  const imported = performance.now() - start;
  const waits = await gestures(tab);
  const again = performance.now();
  await tab.reload();
  await tab.locator('.followed').first().waitFor();
  const opened = performance.now() - again;
  await context.close();
  return { 'file brought in': [imported], 'page opened again': [opened], ...waits };
}

const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

const preview = await startPreview({ dir: networkDist, port: 0 });
const browser = await launchBrowser();
try {
  const few = await measured(browser, preview.url, FEW);
  const many = await measured(browser, preview.url, MANY);
  for (const [what, times] of Object.entries(many)) {
    const [median, base] = [middle(times), middle(few[what] ?? [])];
    const ratio = base > 0 ? `, × ${(median / base).toFixed(1)} of ${FEW}` : '';
    console.log(
      `${what.padEnd(28)} ${Math.round(median)} ms (worst ${Math.round(Math.max(...times))} ms), ` +
        `${MANY.toLocaleString('en')} followed opportunities, processor × 1/${SLOWDOWN}${ratio}`,
    );
  }
} finally {
  await browser.close();
  await preview.close();
}
