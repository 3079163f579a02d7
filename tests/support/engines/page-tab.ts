import type { Key, Tab } from './tab.ts';

/** What a page of Playwright and one of Puppeteer have in common. */
interface Page {
  goto: (url: string) => Promise<unknown>;
  evaluate: (expression: string) => Promise<unknown>;
  keyboard: { press: (key: Key) => Promise<void>; type: (text: string) => Promise<void> };
  mouse: { click: (x: number, y: number) => Promise<void> };
}

type Rest = Pick<Tab, 'downloads' | 'close' | 'resize'>;

/** A tab over such a page. */
export const pageTab = (page: Page, rest: Rest): Tab => ({
  open: async (url) => {
    await page.goto(url);
  },
  run: (expression) => page.evaluate(expression),
  press: (key) => page.keyboard.press(key),
  type: (text) => page.keyboard.type(text),
  clickAt: (x, y) => page.mouse.click(x, y),
  ...rest,
});
