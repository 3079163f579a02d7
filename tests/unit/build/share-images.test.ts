import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { nappeOf } from '#domain/nappe.ts';
import drawShareImage from '#build/share-images/draw.ts';
import { networkContent } from '../../support/folders.ts';

const nappe = { ...nappeOf('/'), colour: '#c8402a', ground: '#fff4e0' };
const PLATE = [255, 253, 248];

const PHOTO = { file: join(networkContent, '../public/uploads/exemple-table.jpg'), hash: 'a' };

const isNear = (pixel: readonly number[], colour: readonly number[]): boolean =>
  colour.every((part, index) => Math.abs(part - (pixel[index] ?? 0)) < 25);

async function drawn(title: string, photo?: { file: string; hash: string }) {
  const { data, info } = await sharp(await drawShareImage({ title, kicker: 'Financements', nappe, photo }))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  const column = (x: number, from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => at(x, from + index));
  return { info, at, column };
}

test.each([
  ['a name', 'Mâcon'],
  ['a sentence', 'Un appel à projets pour les associations qui luttent contre la précarité alimentaire'],
  ['a title without end', 'Anticonstitutionnellement '.repeat(40)],
  ['one word without end', 'a'.repeat(300)],
])('the plate stands inside the cloth, and %s inside the plate', async (_name, title) => {
  const { info, at, column } = await drawn(title);
  expect([info.width, info.height, info.channels]).toEqual([1200, 630, 3]);
  for (const edge of [20, 1180]) expect(column(edge, 0, 630)).not.toContainEqual(PLATE);
  // The margins of the plate are empty on both sides, above and below.
  for (const x of [90, 1110]) expect(new Set(column(x, 110, 520).map(String))).toEqual(new Set([String(PLATE)]));
  for (const y of [80, 550]) for (let x = 110; x < 1090; x += 7) expect(at(x, y)).toEqual(PLATE);
  // And something is written between them.
  const words = Array.from({ length: 900 }, (_, x) => column(124 + x, 112, 520)).flat();
  expect(words.some((pixel) => (pixel[0] ?? 255) < 80)).toBe(true);
});

test.each([
  ['a name', 'Villefranche-sur-Saône'],
  ['a title without end', 'Anticonstitutionnellement '.repeat(40)],
])('a photo fills the right of the plate, upright, beside %s', async (_name, title) => {
  const { at, column } = await drawn(title, PHOTO);
  // The wall of the drawing is above, the wood of its table below, whatever way the camera was held; the corners are round.
  expect(isNear(at(760, 80), [141, 180, 165]) && isNear(at(1000, 555), [185, 120, 58])).toBe(true);
  expect(isNear(at(1134, 66), [141, 180, 165])).toBe(false);
  for (const x of [90, 710]) expect(new Set(column(x, 110, 520).map(String))).toEqual(new Set([String(PLATE)]));
});
