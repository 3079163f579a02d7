/** What is pasted into a text of the CMS, and the files that are chosen in it, on a copy of the content. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { again } from '../support/again.ts';
import { openCms, publish } from '../support/cms-page.ts';
import { projectRoot } from '../support/folders.ts';
import { builtCms } from '../support/opened-cms.ts';

const GUIDE = '/admin/#/collections/guides/entries/rediger-un-bilan';

const cms = builtCms();
let page: Page;
const pageErrors: string[] = [];

beforeAll(async () => {
  page = await cms.newPage();
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await openCms(page);
});

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const dialog = () => page.getByRole('alertdialog');
const uploads = () => join(cms.content(), '../public/uploads');
const guide = () => readFile(join(cms.content(), 'guides/rediger-un-bilan.md'), 'utf8');

/** Closes the dialog, and returns what it said. */
async function heard(): Promise<string> {
  await dialog().waitFor();
  const told = plain(await dialog().innerText());
  await dialog().getByRole('button', { name: 'Fermer' }).click();
  await dialog().waitFor({ state: 'detached' });
  return told;
}

describe('what is pasted into a text', () => {
  let text: Locator;

  beforeAll(async () => {
    await page.goto(GUIDE);
    text = page.locator('[data-slate-editor]').last();
    await text.waitFor();
  });

  /** What is read in the text: an empty line of it holds a sign of no width. */
  const words = async () =>
    plain(await text.innerText())
      .replaceAll('\ufeff', '')
      .trim();

  /** Puts what a program would into the clipboard, and pastes it by keyboard in place of the text. */
  async function paste(data: Readonly<Record<string, string>>): Promise<void> {
    await page.evaluate((types) => {
      const copy = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        for (const [type, value] of Object.entries(types)) event.clipboardData?.setData(type, value);
      };
      document.addEventListener('copy', copy, { capture: true, once: true });
      // The asynchronous clipboard would clean the HTML itself.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      document.execCommand('copy');
    }, data);
    await text.click();
    await again('slate-hears-late', async () => {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      return (await words()) === '';
    });
    await page.keyboard.press('ControlOrMeta+V');
  }

  test('a picture of another site leaves the form whole, and is told with its place', async () => {
    await paste({
      'text/html': '<p>texte <img src="https://exemple.org/p.png" alt="Une table"> suite</p>',
      'text/plain': 'texte suite',
    });
    const told = await heard();
    expect(told).toContain('Une image n’a pas été collée');
    expect(told).toContain('« Une table », après « …texte »');
    expect(told).not.toContain('médiathèque');
    expect(await words()).toBe('texte suite');
    expect(pageErrors).toEqual([]);
  });

  test('a text of Word is saved as the site publishes it', async () => {
    await paste({
      'text/html': await readFile(join(projectRoot, 'tests/fixtures/paste/word.html'), 'utf8'),
      'text/plain': 'x',
    });
    expect(await heard()).toContain('« La grande table », après « …');
    await publish(page);
    await expect.poll(guide).toContain('## Un repas partagé\n');
    const saved = plain(await guide());
    expect(saved).toContain(
      'On cuisine **ensemble**, puis on *mange* à la même table.\n\n### La cuisine\n\n- Éplucher\n\n  - les carottes\n- Cuire\n',
    );
    expect(saved).toContain(
      '1. Goûter\n2. Servir\n\n**Jour** – **Heure**\n\nMardi – 12 h 30\n\n[Le programme](https://exemple.org/page?n=2)',
    );
  });

  test('a plain text is pasted as it is', async () => {
    await paste({ 'text/plain': 'a <b>\n  b' });
    await expect.poll(() => text.innerText()).toMatch(/a <b>\n+\s*b/);
  });

  test('a text that no entry may hold is refused before it slows the form', async () => {
    await paste({ 'text/html': `<p>${'Un repas partagé. '.repeat(60)}</p>`.repeat(300), 'text/plain': 'x' });
    const told = await heard();
    expect(told).toContain('Ce texte est trop long : rien n’a été collé.');
    expect(told).toContain('40 000 au plus');
    expect(await words()).toBe('');
  });

  test('a piece of the text itself keeps all it had', async () => {
    await paste({ 'text/html': '<h2>Titre</h2><p>un <b>deux</b></p>' });
    await expect.poll(() => text.locator('strong').innerText()).toBe('deux');
    const copied = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          document.addEventListener('copy', ({ clipboardData }) => {
            if (/Titre[^]*deux/.test(clipboardData?.getData('text/plain') ?? '')) resolve();
          });
        }),
    );
    let heardAll = false;
    void copied.then(() => (heardAll = true));
    await again('slate-hears-late', async () => {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('ControlOrMeta+C');
      await page.evaluate(() => document.body.offsetHeight);
      return heardAll;
    });
    for (const key of ['ArrowRight', 'Enter', 'ControlOrMeta+V']) await page.keyboard.press(key);
    await expect.poll(async () => (await words()).match(/Titre\s+un deux/g)?.length).toBe(2);
    expect(pageErrors).toEqual([]);
  });

  test('a picture that came along may go to the media library', async () => {
    const drawn = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c8402a' } })
      .png()
      .toBuffer();
    await paste({
      'text/html': `<p>a <img alt="Le plat du jour" src="data:image/png;base64,${drawn.toString('base64')}"></p>`,
    });
    await dialog().getByRole('button', { name: 'Ajouter à la médiathèque' }).click();
    await page.getByText('le-plat-du-jour.png').first().waitFor();
    expect(pageErrors).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

describe('the files that are chosen', () => {
  const photo = (width: number, height: number) => {
    // Red above, blue below: upright, it is so still.
    const band = { create: { width, height: height / 2, channels: 3, background: '#2040c8' } } as const;
    return sharp({ create: { width, height, channels: 3, background: '#c82020' } }).composite([
      { input: band, top: height / 2, left: 0 },
    ]);
  };

  beforeAll(async () => {
    page.once('dialog', (leave) => void leave.accept());
    await page.goto('/admin/#/collections/cantines');
    await page.reload();
    await page.getByRole('button', { name: 'Photos et fichiers' }).click();
    await page.locator('.nc-fileUploadButton').waitFor();
  });

  const choose = (name: string, buffer: Buffer, mimeType = 'image/jpeg') =>
    page.locator('.nc-fileUploadButton input').setInputFiles({ name, mimeType, buffer });
  const kept = async (name: string) => {
    await expect.poll(() => readdir(uploads())).toContain(name);
    return readFile(join(uploads(), name));
  };

  test('a photo of a telephone is turned upright, made small, and says nothing of where it was taken', async () => {
    const upright = await photo(3000, 2000).jpeg().toBuffer();
    const taken = await sharp(upright)
      .rotate(-90)
      .withExif({
        IFD0: { Make: 'Telephone' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 46/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(taken.includes('Telephone')).toBe(true);
    await choose('Été à table (2).JPG', taken);
    const file = await kept('ete-a-table-2.jpg');
    const { width, height, exif, orientation, format } = await sharp(file).metadata();
    expect({ width, height, exif, orientation, format }).toEqual({
      width: 2000,
      height: 1333,
      exif: undefined,
      orientation: undefined,
      format: 'jpeg',
    });
    expect(file.includes('GPS') || file.includes('Exif') || file.includes('Telephone')).toBe(false);
    const { data } = await sharp(file).resize(1, 2, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
    expect([Number(data[0]) > 150, Number(data[5]) > 150]).toEqual([true, true]);
  });

  test('a small photo is not enlarged, and the second of a name is numbered and told', async () => {
    const small = await photo(400, 300).jpeg().toBuffer();
    await choose('table.jpg', small);
    expect((await sharp(await kept('table.jpg')).metadata()).width).toBe(400);
    // Looked for before: it leaves by itself.
    const told = page
      .getByText(/table-2\.jpg/)
      .first()
      .waitFor();
    await choose('Table.jpg', await photo(200, 100).jpeg().toBuffer());
    await told;
    expect((await sharp(await kept('table-2.jpg')).metadata()).width).toBe(200);
    expect((await sharp(await kept('table.jpg')).metadata()).width).toBe(400);
  });

  test('a picture under the name of another kind gets its own, a drawing keeps its transparency', async () => {
    const drawing = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    await choose('dessin.jpg', drawing);
    expect(await sharp(await kept('dessin.png')).metadata()).toMatchObject({
      format: 'png',
      hasAlpha: true,
      width: 60,
    });
  });

  test.each([
    [
      'IMG_0042.HEIC',
      Buffer.from('\0\0\0\u0024ftypheic\0\0\0\0mif1heic', 'latin1'),
      /format HEIC.*Réglages › Appareil photo › Formats › Le plus compatible/s,
    ],
    ['logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /dessin SVG.*PNG/s],
    ['page.jpg', Buffer.from('<html>'), /contient autre chose/],
    ['vide.jpg', Buffer.from(''), /vide/],
  ])('%s is refused at the choice, with what to do', async (name, buffer, expected) => {
    await choose(name, buffer);
    const told = await heard();
    expect(told).toContain(`« ${name} » n’a pas été ajouté.`);
    expect(told).toMatch(expected);
  });

  test('a photo whose end is missing is refused', async () => {
    const whole = await photo(800, 600).jpeg().toBuffer();
    await choose('coupee.jpg', whole.subarray(0, whole.length / 2));
    expect(await heard()).toContain('abîmée');
    expect((await readdir(uploads())).filter((name) => /coupee|img|logo|page|vide/i.test(name))).toEqual([]);
    expect(pageErrors).toEqual([]);
  });
});
