/** `npm start`: how long /admin/ takes after the first visit of a page, while the search reads the site. */
import { launchBrowser } from '../support/browser.ts';
import { startDevServer } from '../support/dev-server.ts';

const RUNS = 3;
/** The search begins to read two seconds after the first visit. */
const AFTER_VISIT_MS = 3000;

const server = await startDevServer();
const browser = await launchBrowser();
try {
  for (let run = 1; run <= RUNS; run++) {
    const page = await browser.newPage({ baseURL: server.url, locale: 'fr-FR' });
    await page.goto('/');
    await page.waitForTimeout(AFTER_VISIT_MS);
    const started = performance.now();
    await page.goto('/admin/#/');
    await page.getByRole('button', { name: 'Se connecter' }).waitFor({ timeout: 60_000 });
    console.log(`npm start, /admin/ usable: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
