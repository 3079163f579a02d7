import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

/**
 * What becomes of a scene, while it is on the screen.
 * @param words that are read in it
 * @param picture takes it, as WebP at twice the size of the screen
 */
export type Keep = (name: string, words: string[], picture: () => Promise<Buffer>) => Promise<void> | void;

/**
 * Takes a picture of what the guide tells.
 * @param shown what is in it, with a margin
 * @param pressed what is pressed next, ringed
 */
export type Take = (name: string, shown: Locator | readonly Locator[], pressed?: Locator) => Promise<void>;

/** Pixels of the page around what is shown. */
const MARGIN = 14;

/** Flat colours and letters: sharp letters cost little. */
const WEBP = { quality: 72, smartSubsample: true, effort: 6 } as const;

/** A camera that hands over what it sees. */
export const camera =
  (keep: Keep): Take =>
  async (name, shown, pressed) => {
    const parts = 'count' in shown ? [shown] : shown;
    const [first] = parts;
    if (!first) throw new Error(`« ${name} » shows nothing.`);
    const page = first.page();
    for (const part of parts) await part.waitFor();
    await (pressed ?? first).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const boxes = await Promise.all(parts.map((part) => boxOf(name, part)));
    const words = await Promise.all(parts.map((part) => part.innerText()));
    await keep(name, words.flatMap(linesOf), async () => {
      await page.evaluate(async () => {
        await document.fonts.ready;
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      });
      const undress = await dress(page, pressed);
      const png = await page.screenshot({ clip: around(page, boxes), animations: 'disabled', caret: 'hide' });
      await undress();
      return sharp(png).webp(WEBP).toBuffer();
    });
  };

/** Rings what is pressed, and writes days as a French browser does: that of the tests may know English alone. */
async function dress(page: Page, pressed: Locator | undefined): Promise<() => Promise<void>> {
  const days = page.locator('input[type=date]:visible');
  const shown = (await days.count()) > 0 ? await days.elementHandles() : [];
  const values = await Promise.all(shown.map((day) => day.inputValue()));
  for (const [index, day] of shown.entries()) {
    const text = (values[index] ?? '').split('-').reverse().join('/') || 'jj/mm/aaaa';
    await day.evaluate((input, french) => {
      const field = input as HTMLInputElement;
      field.type = 'text';
      field.value = french;
    }, text);
  }
  await pressed?.evaluate((element) => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    element.style.outline = '4px solid #c8402a';
    element.style.outlineOffset = '3px';
  });
  return async () => {
    await pressed?.evaluate((element) => {
      element.style.outline = '';
      element.style.outlineOffset = '';
    });
    for (const [index, day] of shown.entries())
      await day.evaluate((input, value) => {
        const field = input as HTMLInputElement;
        field.type = 'date';
        field.value = value;
      }, values[index] ?? '');
  };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxOf(name: string, part: Locator): Promise<Box> {
  const box = await part.boundingBox();
  if (!box) throw new Error(`« ${name} » shows what is not in sight.`);
  return box;
}

/** The part of the screen that holds these, with its margin. */
function around(page: Page, boxes: readonly Box[]): Box {
  const screen = page.viewportSize() ?? { width: 0, height: 0 };
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - MARGIN);
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - MARGIN);
  const right = Math.min(screen.width, Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN);
  const bottom = Math.min(screen.height, Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What is read, line by line: neither blanks nor where a line ends tell a change of words. */
const linesOf = (text: string): string[] =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
