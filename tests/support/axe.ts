import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules that a theme can break: dark changes colours and nothing else. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * What axe has against a page as it stands, in the light theme then in the dark one, as lines: rule, help, place.
 * The page is left light.
 * @param where told at the head of each line.
 * @param within a selector: only what it holds is looked at.
 */
export async function axeFaults(page: Page, where = '', within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const look = async (colorScheme: 'light' | 'dark', options: axe.RunOptions) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await page.evaluate(([context, asked]) => window.axe.run(context, asked), [
      within,
      options,
    ] as const);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => `${where} ${colorScheme} ${id}: ${help} [${target.join(' ')}] ${html}`.trim()),
    );
  };
  const light = await look('light', {});
  const dark = await look('dark', { runOnly: { type: 'rule', values: OF_COLOUR } });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
