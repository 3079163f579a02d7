import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { HEAD_BYTES, photoKindOf } from '#admin/photos/kinds.ts';
import { keptName } from '#admin/photos/names.ts';
import { chosenRefusal } from '#admin/photos/refusal.ts';
import { isWhole } from '#admin/photos/whole.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const picture = sharp({ create: { width: 4, height: 3, channels: 3, background: '#c8402a' } });
const HEIC = bytes('\0\0\0\u0024ftypheic\0\0\0\0mif1heic');

describe('what a file is, whatever its name says', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('%s', async (format) => {
    expect(photoKindOf((await picture.toFormat(format).toBuffer()).subarray(0, HEAD_BYTES))).toBe(format);
  });

  test.each([
    ['heic', HEIC],
    ['heic', bytes('\0\0\0\u0018ftypmif1\0\0\0\0mif1heix')],
    ['avif', bytes('\0\0\0\u001cftypmif1\0\0\0\0mif1avifmiaf')],
    ['svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['svg', bytes('\u00ef\u00bb\u00bf<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg PUBLIC "a">\n<svg>')],
    ['bmp', bytes('BM\0\0')],
    [undefined, bytes('<html><svg>')],
    [undefined, bytes('%PDF-1.7')],
    [undefined, bytes('')],
  ])('%s by its beginning', (kind, head) => {
    expect(photoKindOf(head)).toBe(kind);
  });
});

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s that was cut is told from a whole one, whatever follows it',
  async (kind) => {
    const whole = await sharp({
      create: {
        width: 300,
        height: 200,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
      },
    })
      .toFormat(kind)
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(isWhole(kind, whole)).toBe(true);
    expect(isWhole(kind, Buffer.concat([whole, Buffer.from('a film of two seconds')]))).toBe(true);
    for (const part of [0.1, 0.5, 0.99]) expect(isWhole(kind, whole.subarray(0, whole.length * part))).toBe(false);
  },
);

describe('the name under which it is kept', () => {
  test.each([
    ['Été à table (2).JPG', undefined, 'ete-a-table-2.jpg'],
    ['photo.jpg', 'webp', 'photo.webp'],
    ['photo', 'jpg', 'photo.jpg'],
    ['..jpg', undefined, 'image.jpg'],
    ['../../etc/passwd.png', undefined, 'etc-passwd.png'],
    ['😀.png', undefined, 'image.png'],
    [`${'a'.repeat(300)}.png`, undefined, `${'a'.repeat(80)}.png`],
    ['bilan.2026.pdf', undefined, 'bilan-2026.pdf'],
  ])('%s', (name, extension, kept) => {
    expect(keptName(name, extension, new Set())).toBe(kept);
  });

  test('is numbered when another has it', () => {
    expect(keptName('Table.JPG', undefined, new Set(['table.jpg', 'table-2.jpg']))).toBe('table-3.jpg');
    expect(keptName('table.jpg', 'webp', new Set(['table.jpg']))).toBe('table.webp');
  });
});

describe('what is refused at the choice', () => {
  const refused = (name: string, head: Uint8Array, { size = 1000, imagesOnly = true } = {}) =>
    chosenRefusal({ name, size, head, kind: photoKindOf(head) }, imagesOnly)
      .join(' ')
      .replace(/[\u00a0\u202f]/g, ' ');
  const jpeg = bytes('\u00ff\u00d8\u00ff\u00e0');

  test.each([
    ['a drawing that may hold code', refused('logo.svg', bytes('<svg>')), /dessin SVG.*exportez-le en PNG/],
    ['the same under another name', refused('logo.png', bytes('<svg>')), /dessin SVG/],
    [
      'a page that says it is a picture',
      refused('photo.jpg', bytes('<html>')),
      /annonce une image.*enregistrez-la en JPEG/,
    ],
    ['a picture of a scanner', refused('scan.tif', bytes('II*\0')), /TIFF/],
    ['a text named as a photo of a telephone', refused('a.heic', bytes('a')), /abîmée/],
    ['a photo of a hundred megabytes', refused('a.jpg', jpeg, { size: 100e6 }), /pèse 100 Mo.*60 Mo/],
    ['an animation of ten', refused('a.gif', bytes('GIF89a'), { size: 10e6 }), /pèse 10 Mo.*8 Mo/],
    ['a document where a picture has its place', refused('a.pdf', bytes('%PDF-')), /pas une image/],
    ['a program', refused('a.exe', bytes('MZ'), { imagesOnly: false }), /ne publie pas/],
    ['a document that is another', refused('a.pdf', bytes('PK'), { imagesOnly: false }), /annonce/],
    ['a heavy document', refused('a.pdf', bytes('%PDF-'), { size: 9e6, imagesOnly: false }), /8 Mo/],
    ['an empty file', refused('a.jpg', bytes(''), { size: 0 }), /vide/],
  ])('%s', (_name, told, expected) => {
    expect(told).toMatch(expected);
  });

  test.each([
    ['a large photo, which is made small', refused('a.jpg', jpeg, { size: 20e6 })],
    ['a photo under the name of another kind, which gets its own', refused('a.png', jpeg)],
    ['a photo that this browser may know how to read', refused('a.heic', HEIC)],
    ['a document in its place', refused('Bilan.PDF', bytes('%PDF-'), { imagesOnly: false })],
  ])('%s is not', (_name, told) => {
    expect(told).toBe('');
  });
});
