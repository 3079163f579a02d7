import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import drawPhoto from '#build/photos/draw.ts';
import { filesOf, photoOf, photoPath, type Photo } from '#content/photo.ts';
import { uploadsRoot } from '#content/root.ts';

const PATH = '/uploads/exemple-table.jpg';

test('a photo is read upright, whatever way the camera was held', async () => {
  expect(await photoOf(PATH)).toMatchObject({
    file: join(uploadsRoot, 'exemple-table.jpg'),
    width: 1600,
    height: 1067,
  });
});

test('its files are upright, of the width that they say, and without metadata', async () => {
  const photo = await photoOf(PATH);
  if (!photo) throw new Error('The frozen network has lost its photo.');
  expect((await sharp(photo.file).metadata()).exif).toBeDefined();
  for (const { width, format } of filesOf(photo)) {
    const made = await sharp(await drawPhoto({ file: photo.file, width, format })).metadata();
    expect(made).toMatchObject({
      width,
      height: Math.round((width * 1067) / 1600),
      format: format === 'jpg' ? 'jpeg' : format,
    });
    expect([made.exif, made.orientation, made.icc]).toEqual([undefined, undefined, undefined]);
  }
});

const sized = (width: number): Photo => ({ file: '', hash: 'a1', width, height: 100 });

test.each([
  [300, ['300.webp', '300.jpg']],
  [400, ['400.webp', '400.jpg']],
  [1000, ['400.webp', '800.webp', '1000.webp', '800.jpg']],
  [1200, ['400.webp', '800.webp', '1200.webp', '800.jpg']],
  [5000, ['400.webp', '800.webp', '1200.webp', '800.jpg']],
])('a photo of %i pixels is never enlarged', (width, files) => {
  expect(filesOf(sized(width)).map((each) => photoPath(sized(width), each.width, each.format))).toEqual(
    files.map((file) => `/photos/a1-${file}`),
  );
});

test('a photo that is not there is left to the content check', async () => {
  expect(await photoOf('/uploads/absente.jpg')).toBeUndefined();
});
