import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../until.ts';
import { choose, expressionOf, focus, middle, texts, values, type Seen, type Target } from './in-page.ts';
import type { Key, Tab } from './tab.ts';
import type { WatchedSite } from './watched-site.ts';

/** Somebody on the site: each gesture waits until it can be made, each look until it is so. */
export interface Visitor {
  open: (path: string) => Promise<void>;
  /** Waits for an address whose path and question match. */
  arrives: (at: RegExp) => Promise<void>;
  click: (target: Target) => Promise<void>;
  /** Replaces what a field holds, by the keyboard. */
  fill: (target: Target, text: string) => Promise<void>;
  choose: (target: Target, words: string) => Promise<void>;
  press: (key: Key) => Promise<void>;
  /** Waits until the first reads so; its text. */
  reads: (target: Target, words?: string | RegExp) => Promise<string>;
  holds: (target: Target, value: string) => Promise<void>;
  /** Waits until none is shown. */
  misses: (target: Target) => Promise<void>;
  /** What each reads, as it is now. */
  texts: (target: Target) => Promise<string[]>;
  /** Waits until a file of that name has arrived whole; its text. */
  receives: (name: RegExp, whole: RegExp) => Promise<string>;
  /** A telephone's width, or what comes nearest in this engine. */
  narrow: () => Promise<void>;
  /** From here on the site does not answer. */
  cut: () => Promise<void>;
}

export const button = (named: string): Target => ({ css: 'button, summary', named });
export const link = (named: string): Target => ({ css: 'a[href]', named });
export const field = (named: string): Target => ({ css: 'input, textarea, select', named });

export function visitorOf(tab: Tab, site: WatchedSite): Visitor {
  const ask = async <Arguments extends readonly unknown[], Result>(
    act: (all: Seen, ...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ) => (await tab.run(expressionOf(act, ...args))) as Result;
  const now = (target: Target) => ask(texts, target);
  /** Waits; a page that is being replaced is asked again. The last thing seen or heard is told with what was awaited. */
  const wait = async (what: string, isSo: () => Promise<boolean>, last: () => unknown) => {
    let trouble = '';
    await until(what, () =>
      isSo().catch((error: unknown) => {
        trouble = error instanceof Error ? error.message : String(error);
        return false;
      }),
    ).catch((error: unknown) => {
      throw new Error(`${String(error)} Last seen: ${JSON.stringify(last())}. ${trouble}`);
    });
  };
  const tell = ({ css, named }: Target) => (named === undefined ? css : `${css} « ${named} »`);
  return {
    open: (path) => tab.open(site.url + path),
    arrives: async (at) => {
      let address = '';
      await wait(
        `the address is ${String(at)}`,
        async () => {
          address = (await tab.run('location.pathname + location.search + location.hash')) as string;
          return at.test(address);
        },
        () => address,
      );
    },
    click: async (target) => {
      let point: [number, number] | null | undefined;
      await wait(
        `${tell(target)} can be clicked`,
        async () => {
          point = await ask(middle, target);
          return Boolean(point);
        },
        () => point,
      );
      if (point) await tab.clickAt(...point);
    },
    fill: async (target, text) => {
      await wait(`${tell(target)} has the focus`, () => ask(focus, target), String);
      await tab.type(text);
    },
    choose: (target, words) => wait(`${tell(target)} offers « ${words} »`, () => ask(choose, target, words), String),
    press: tab.press,
    reads: async (target, words = /./) => {
      let text: string | undefined;
      await wait(
        `${tell(target)} reads ${String(words)}`,
        async () => {
          [text] = await now(target);
          return text !== undefined && (typeof words === 'string' ? text.includes(words) : words.test(text));
        },
        () => text,
      );
      return text ?? '';
    },
    holds: async (target, value) => {
      let held: string | undefined;
      await wait(
        `${tell(target)} holds « ${value} »`,
        async () => {
          [held] = await ask(values, target);
          return held === value;
        },
        () => held,
      );
    },
    misses: async (target) => {
      let left: readonly string[] = [];
      await wait(
        `${tell(target)} is gone`,
        async () => {
          left = await now(target);
          return left.length === 0;
        },
        () => left,
      );
    },
    texts: now,
    receives: async (name, whole) => {
      let text = '';
      await wait(
        `the file ${String(name)} arrives`,
        async () => {
          const file = (await readdir(tab.downloads)).find((each) => name.test(each));
          text = file === undefined ? '' : await readFile(join(tab.downloads, file), 'utf8');
          return whole.test(text);
        },
        () => text.slice(-100),
      );
      return text;
    },
    narrow: () => tab.resize({ width: 360, height: 740 }),
    cut: site.close,
  };
}
