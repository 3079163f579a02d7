import { findBrowser } from './browser.ts';

/** Finds or installs the browser once, before the workers that each open one. */
export default function setup(): void {
  process.env['CHROME_PATH'] = findBrowser();
}
