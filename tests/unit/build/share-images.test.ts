import sharp from 'sharp';
import { expect, test } from 'vitest';
import { nappeOf } from '#domain/nappe.ts';
import drawShareImage from '#build/share-images/draw.ts';

const nappe = { ...nappeOf('/'), colour: '#c8402a', ground: '#fff4e0' };
const PLATE = [255, 253, 248];

async function drawn(title: string) {
  const { data, info } = await sharp(await drawShareImage({ title, kicker: 'Financements', nappe }))
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
