import type { Page } from 'playwright-core';
import { collections } from '#schemas/index.ts';

/** The route of the list, of the first entry and, where editors add entries, of a new one, for every collection. */
export async function* cmsScreens(page: Page): AsyncGenerator<string> {
  for (const { name, extensible = true } of Object.values(collections)) {
    const list = `#/collections/${name}`;
    await go(page, list);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    yield list;
    const first = page.locator(`a[href*="${list}/entries/"]`).first();
    await first.or(page.getByText('Aucune fiche pour l’instant')).waitFor();
    if ((await first.count()) > 0) {
      await first.click();
      await form(page);
      yield decodeURIComponent(new URL(page.url()).hash);
    }
    if (extensible) {
      await go(page, `${list}/new`);
      await form(page);
      yield `${list}/new`;
    }
  }
}

/** Leaves a form whose untouched fields Decap has filled, if it asks. */
const go = (page: Page, route: string) => page.goto(`/admin/${route}`);

/** Waits until the form is drawn: its box of rich text comes last. */
const form = (page: Page) => page.locator('[data-slate-editor]').last().waitFor();
