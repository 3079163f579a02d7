import { setTimeout as delay } from 'node:timers/promises';
import { dialogOf, fieldOf, labelled, openCms, openForm, openList, publish, typeOver } from '../../support/cms-page.ts';
import type { Studio, Walk } from '../studio.ts';
import type { Take } from '../camera.ts';

/** What happens when something is in the way. */
export const surprises: Walk = async (studio, take) => {
  await refusals(studio, take);
  await unsaved(studio, take);
  await twoEditors(studio, take);
  await removal(studio, take);
};

async function refusals({ editor }: Studio, take: Take): Promise<void> {
  const page = await editor('phone');
  await openCms(page);
  await openList(page, 'cantines');
  await page.getByRole('button', { name: 'Photos et fichiers' }).click();
  await page.locator('.nc-fileUploadButton input').setInputFiles({
    name: 'IMG_0042.HEIC',
    mimeType: 'image/heic',
    buffer: Buffer.from('\0\0\0\u0024ftypheic\0\0\0\0mif1heic', 'latin1'),
  });
  await take('photo-refused', page.getByRole('alertdialog'));
  await page.close();

  const form = await editor('phone');
  await openForm(form, 'cantines/entries/grenoble');
  await typeOver(fieldOf(form, 'summary'), '');
  await publish(form);
  const message = form.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' });
  await message.waitFor();
  await take('field-refused', [message, labelled(form, 'Résumé')]);
  await form.close();
}

/** Long enough for what was typed to be kept. */
const KEPT_MS = 1_000;

async function unsaved({ editor }: Studio, take: Take): Promise<void> {
  const page = await editor('phone');
  await openForm(page, 'cantines/entries/macon');
  await typeOver(fieldOf(page, 'summary'), 'On y mange le jeudi soir, à vingt.');
  await delay(KEPT_MS);
  const again = await page.context().newPage();
  await page.close();
  await openForm(again, 'cantines/entries/macon');
  const kept = again.locator('#kept');
  await kept.getByText('Comparer', { exact: true }).click();
  await take('kept', kept, kept.getByRole('button', { name: 'Reprendre ce texte' }));
  await again.close();
}

async function twoEditors({ editor }: Studio, take: Take): Promise<void> {
  const [mine, theirs] = [await editor('phone'), await editor('phone')];
  for (const page of [mine, theirs]) await openForm(page, 'cantines/entries/roanne');
  await typeOver(fieldOf(theirs, 'summary'), 'On y cuisine le mardi et le vendredi.');
  await publish(theirs);
  await theirs.locator('#publication [role=status]').filter({ hasText: 'Enregistré' }).waitFor();
  await theirs.close();
  await typeOver(fieldOf(mine, 'summary'), 'On y cuisine le mardi, le jeudi et le vendredi.');
  await publish(mine);
  await take('two-editors', dialogOf(mine));
  await mine.close();
}

async function removal({ editor }: Studio, take: Take): Promise<void> {
  const page = await editor('phone');
  page.on('dialog', (question) => void question.accept());
  await openForm(page, 'funders/entries/ville-de-paris');
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await dialogOf(page)
    .getByText(/fiches? y mèn/)
    .waitFor();
  await take('removal', dialogOf(page));
  await page.close();
}
