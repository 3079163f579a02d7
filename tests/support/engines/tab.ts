/** What the journeys ask of an engine: the little that Playwright, Puppeteer and WebDriver all do. */

/** The keys that have no letter. */
export type Key = 'ArrowDown' | 'Backspace' | 'Enter' | 'Escape' | 'Tab';

export interface Size {
  width: number;
  height: number;
}

/** A browser with an empty profile and one tab. What is kept is kept by origin: another site is another visit. */
export interface Tab {
  /** Resolves once the page has loaded. */
  open: (url: string) => Promise<void>;
  /** The value of an expression in the page, or of its promise, which JSON can carry; null or undefined for undefined. */
  run: (expression: string) => Promise<unknown>;
  /** A key of the keyboard, to what has the focus. */
  press: (key: Key) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** A click at a point of what is seen of the page, in CSS pixels. */
  clickAt: (x: number, y: number) => Promise<void>;
  /** Of what is seen of the page, in CSS pixels. */
  resize: (size: Size) => Promise<void>;
  /** The folder where files arrive. */
  downloads: string;
  /** Ends the browser and all that was started for it. */
  close: () => Promise<void>;
}
