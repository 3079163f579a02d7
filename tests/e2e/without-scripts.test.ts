/** A page of each kind without scripts: nothing that one could type in or press stands there for nothing. */
import { expect, test } from 'vitest';
import { builtSite } from '../support/built-site.ts';
import { readPages } from '../support/dist.ts';

const open = builtSite();

/** What does what it says without a script, by kind of page. */
const USEFUL: Readonly<Record<string, readonly string[]>> = {
  // It asks for the page again.
  '/hors-ligne/': ['Réessayer'],
  // The code of the whole list, to copy.
  '/donnees-ouvertes/': ['embed-code'],
};

// An old address is no page: it leads on.
// The page of examples shows buttons that do nothing anywhere.
const pages = readPages().filter(
  ({ path, html }) => path !== '/admin/styles/' && !html.includes('http-equiv="refresh"'),
);
const kinds = [...Map.groupBy(pages, ({ kind }) => kind)];

test('no page invites to type or to press in vain', async () => {
  await open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, async (page) => {
    const idle: string[] = [];
    for (const [kind, [first]] of kinds) {
      await page.goto(first?.path ?? kind);
      for (const field of await page.locator('input, select, textarea, button').all()) {
        if (!(await field.isVisible())) continue;
        const name = (await field.getAttribute('id')) ?? (await field.textContent())?.trim() ?? '';
        if (!USEFUL[kind]?.includes(name)) idle.push(`${first?.path ?? kind}: ${name}`);
      }
    }
    expect(idle).toEqual([]);
  });
});
