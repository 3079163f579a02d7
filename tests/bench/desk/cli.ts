/** What the five tasks of each week take of an editor: `npm run bench:desk`. */
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { startBuiltCms } from '../../support/built-cms.ts';
import { openCms } from '../../support/cms-page.ts';
import { networkDist } from '../../support/folders.ts';
import { Keyboard, Thumb, type Editor, type Effort } from './editor.ts';
import { TASKS } from './tasks.ts';

process.env['DIST_DIR'] ??= networkDist;

const DESKS = {
  pouce: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  clavier: { viewport: { width: 1280, height: 900 } },
} as const;

/** One task of an editor who has just logged in, on a site of its own. */
async function measured(
  browser: Browser,
  desk: keyof typeof DESKS,
  task: (editor: Editor) => Promise<void>,
): Promise<Effort> {
  const cms = await startBuiltCms();
  const page = await browser.newPage({ baseURL: cms.url, locale: 'fr-FR', ...DESKS[desk] });
  page.setDefaultTimeout(20_000);
  try {
    await openCms(page);
    const editor = desk === 'pouce' ? new Thumb(page) : new Keyboard(page);
    await task(editor);
    return editor.effort;
  } finally {
    await page.close();
    await cms.close();
  }
}

const told = ({ actions, seconds }: Effort) => `${actions} gestes, ${seconds.toFixed(0)} s`;

const browser = await launchBrowser();
const only = process.argv[2];
for (const { name, form, shortest } of TASKS.filter((task) => !only || task.name.includes(only)))
  for (const desk of Object.keys(DESKS) as (keyof typeof DESKS)[]) {
    const byForm = await measured(browser, desk, form);
    const short = shortest && (await measured(browser, desk, shortest));
    console.log(`${name}, ${desk} : par la fiche ${told(byForm)}${short ? ` ; au plus court ${told(short)}` : ''}`);
  }
await browser.close();
