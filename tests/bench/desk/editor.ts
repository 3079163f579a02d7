import type { Locator, Page } from 'playwright-core';

/**
 * Seconds of a practised person for each thing they do, by the keystroke-level model: a key, a finger brought to a
 * place, a decision before each step.
 * Card, Moran & Newell (1980), https://doi.org/10.1145/358886.358895
 */
const KEY_S = 0.28;
const POINT_S = 1.1;
const DECIDE_S = 1.35;

/** More stops of the keyboard than any way to a field has. */
const MOST_STOPS = 400;

/** What a task took of who did it. */
export interface Effort {
  /** Taps, swipes and keys; a text that is typed counts for one. */
  actions: number;
  /** Of a practised person, the waits for the page included. */
  seconds: number;
}

/** Somebody at the desk, whose hands are counted. */
export abstract class Editor {
  readonly page: Page;
  #actions = 0;
  #hands = 0;
  #waited = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get effort(): Effort {
    return { actions: this.#actions, seconds: this.#hands + this.#waited };
  }

  /** Goes to what is on the screen and presses it. */
  abstract press(target: Locator): Promise<void>;
  /** Goes to a field and writes in it. */
  abstract write(target: Locator, text: string): Promise<void>;
  /** Goes to a choice among labels, and takes one. */
  abstract choose(target: Locator, label: string): Promise<void>;

  /** Waits until the page shows that. */
  async sees(shown: Locator): Promise<void> {
    const from = performance.now();
    await shown.first().waitFor();
    this.#waited += (performance.now() - from) / 1000;
  }

  protected count(actions: number, seconds: number): void {
    this.#actions += actions;
    this.#hands += seconds;
  }

  protected decide(): void {
    this.#hands += DECIDE_S;
  }

  protected typed(text: string): void {
    this.count(1, text.length * KEY_S);
  }
}

/** By thumb: a swipe for each height of screen between here and there, then a tap. */
export class Thumb extends Editor {
  async #reach(target: Locator): Promise<void> {
    await this.sees(target);
    this.decide();
    const swipes = await target.first().evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const away = bottom > innerHeight - 60 ? bottom - innerHeight + 60 : Math.min(0, top - 60);
      return Math.ceil(Math.abs(away) / (innerHeight * 0.8));
    });
    await target.first().scrollIntoViewIfNeeded();
    this.count(swipes + 1, (swipes + 1) * POINT_S);
  }

  async press(target: Locator): Promise<void> {
    await this.#reach(target);
    await target.first().tap();
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.#reach(target);
    await target.first().fill(text);
    this.typed(text);
  }

  async choose(target: Locator, label: string): Promise<void> {
    const box = await boxOf(target);
    await this.#reach(box);
    this.count(1, POINT_S);
    if (await isNative(target)) await target.selectOption(label);
    else {
      await box.tap();
      const option = this.page.getByRole('option', { name: label, exact: true }).first();
      await this.sees(this.page.getByRole('option'));
      // A long list draws what is in sight: some letters bring the rest.
      if ((await option.count()) === 0) {
        await this.page.keyboard.insertText(label);
        this.typed(label);
      }
      await option.tap();
    }
  }
}

/** By keyboard: from stop to stop until there. */
export class Keyboard extends Editor {
  async key(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.count(1, KEY_S);
  }

  async #reach(target: Locator): Promise<void> {
    await this.sees(target);
    this.decide();
    const isThere = () => target.first().evaluate((element) => element.contains(document.activeElement));
    for (let stops = 0; !(await isThere()); stops++) {
      if (stops === MOST_STOPS) throw new Error(`The keyboard does not reach ${String(target)}.`);
      await this.key('Tab');
    }
  }

  async press(target: Locator): Promise<void> {
    await this.#reach(target);
    const isBox = await target.first().evaluate((element) => element.matches('input, [role="switch"]'));
    await this.key(isBox ? 'Space' : 'Enter');
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.#reach(target);
    await this.page.keyboard.press('ControlOrMeta+A');
    const type = await target.first().getAttribute('type');
    // A day is typed as it is said: day, month, year.
    const keys = type === 'date' ? text.split('-').reverse().join('') : text;
    if (type === 'date' || type?.startsWith('datetime')) await target.first().fill(text);
    else await this.page.keyboard.insertText(keys);
    this.typed(keys);
  }

  async choose(target: Locator, label: string): Promise<void> {
    await this.#reach(await boxOf(target));
    const words = label.replace(/ :.*/, '');
    this.typed(words);
    if (await isNative(target)) await target.selectOption(label);
    else {
      await this.page.keyboard.insertText(words);
      await this.sees(this.page.getByRole('option', { name: label, exact: true }));
      await this.key('Enter');
    }
  }
}

const isNative = (target: Locator) => target.first().evaluate((element) => element instanceof HTMLSelectElement);

/** What is seen of a choice: the field of Decap's is too narrow for a hand. */
const boxOf = async (target: Locator): Promise<Locator> =>
  (await isNative(target)) ? target : target.locator('xpath=ancestor::*[contains(@class, "-control")][1]');
