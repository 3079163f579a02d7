import type { Walk } from '../studio.ts';

/** From the door to the list. */
export const desk: Walk = async ({ editor }, take) => {
  const page = await editor('phone');
  await page.goto('/admin/jour/');
  const lines = page.locator('day-board li');
  await lines.first().waitFor();
  await lines.first().scrollIntoViewIfNeeded();
  await take('day', [lines.nth(0), lines.nth(1)]);
  await page.goto('/admin/#/');
  const login = page.getByRole('button', { name: 'Se connecter' });
  await take('login', [login, page.getByRole('img').first()], login);
  await page.close();
};
