import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { nappeOf } from '#domain/nappe.ts';
import drawShareImage, { type ShareImage } from '#build/share-images/draw.ts';
import { sceneOfPage, SCENE_OF_THEME } from '#build/share-images/scenes.ts';
import { stillScene } from '#components/scenes/still.ts';
import { SCENES, type SceneName } from '#schemas/parts.ts';
import { STORY_THEMES } from '#schemas/stories.ts';
import { networkContent } from '../../support/folders.ts';

const nappe = { ...nappeOf('/'), colour: '#c8402a', ground: '#fff4e0' };
const PLATE = [255, 253, 248];

const PHOTO = { file: join(networkContent, '../public/uploads/exemple-table.jpg'), hash: 'a' };

const isNear = (pixel: readonly number[], colour: readonly number[]): boolean =>
  colour.every((part, index) => Math.abs(part - (pixel[index] ?? 0)) < 25);

async function drawn(title: string, beside: Pick<ShareImage, 'photo' | 'scene' | 'figure'> = {}) {
  const { data, info } = await sharp(await drawShareImage({ title, kicker: 'Financements', nappe, ...beside }))
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
  const { at, column } = await drawn(title, { photo: PHOTO });
  // The wall of the drawing is above, the wood of its table below, whatever way the camera was held; the corners are round.
  expect(isNear(at(760, 80), [141, 180, 165]) && isNear(at(1000, 555), [185, 120, 58])).toBe(true);
  expect(isNear(at(1134, 66), [141, 180, 165])).toBe(false);
  for (const x of [90, 710]) expect(new Set(column(x, 110, 520).map(String))).toEqual(new Set([String(PLATE)]));
});

const TITLES = [
  ['a name', 'Restauration'],
  ['a title without end', 'Anticonstitutionnellement '.repeat(40)],
] as const;

/** Where a scene stands, and what is between it and the title. */
const BESIDE = { left: 736, right: 1108 };
const GAP = 706;

test.each(TITLES)('a scene stands in the middle of the right of the plate, beside %s', async (_name, title) => {
  const { at, column } = await drawn(title, { scene: 'graine' });
  // Its ground, green, around its leaf; nothing but the plate above, below and between.
  expect(isNear(at(770, 300), [220, 233, 210])).toBe(true);
  expect(isNear(at(880, 275), [107, 155, 69])).toBe(true);
  for (const y of [90, 150, 480, 540])
    for (let x = BESIDE.left; x < BESIDE.right; x += 5) expect(at(x, y)).toEqual(PLATE);
  for (const x of [GAP, 1120]) expect(new Set(column(x, 110, 520).map(String))).toEqual(new Set([String(PLATE)]));
});

test.each(TITLES)('a quoted figure stands below its scene with its name, beside %s', async (_name, title) => {
  const figure = { amount: '97,5\u00a0%', unit: 'des convives '.repeat(30), name: 'Un nom sans fin '.repeat(30) };
  const { at, column } = await drawn(title, { scene: 'graine', figure });
  expect(isNear(at(770, 214), [220, 233, 210])).toBe(true);
  const below = Array.from({ length: 360 }, (_, x) => column(BESIDE.left + x, 345, 518)).flat();
  // Its amount has the colour of the cloth, its unit that of ink.
  expect(below.some((pixel) => isNear(pixel, [200, 64, 42]))).toBe(true);
  expect(below.some((pixel) => isNear(pixel, [42, 31, 23]))).toBe(true);
  for (let x = BESIDE.left; x < BESIDE.right; x += 5) expect(at(x, 540)).toEqual(PLATE);
  for (const x of [GAP, 1120]) expect(new Set(column(x, 110, 520).map(String))).toEqual(new Set([String(PLATE)]));
});

test('a photo stands before a scene', async () => {
  const alone = await drawShareImage({ title: 'Mâcon', kicker: 'Cantines', nappe, photo: PHOTO });
  const both = await drawShareImage({ title: 'Mâcon', kicker: 'Cantines', nappe, photo: PHOTO, scene: 'porte' });
  expect(Buffer.from(both).equals(Buffer.from(alone))).toBe(true);
});

test('every scene can be drawn without a style sheet, all its colours known', async () => {
  for (const name of Object.keys(SCENES) as SceneName[]) {
    const svg = stillScene(name, 372);
    expect(svg).not.toContain('var(');
    const { info } = await sharp(Buffer.from(svg)).toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([372, 248]);
  }
});

test('a story has the scene of its theme, a fixed page that of its subject, else that of its first drawn part', () => {
  expect(new Set(Object.values(SCENE_OF_THEME)).size).toBe(Object.keys(STORY_THEMES).length);
  expect(sceneOfPage('restauration', [{ scene: 'porte' }])).toBe('toque');
  expect(sceneOfPage('facile-a-lire', [{}, { scene: 'planche' }, { scene: 'porte' }])).toBe('planche');
  expect(sceneOfPage('mentions-legales', [])).toBeUndefined();
  const menu = ['cantines', 'ouvrir-une-cantine', 'plaidoyer', 'financements', 'soutenir', 'qui-sommes-nous', 'presse'];
  expect(new Set(menu.map((page) => sceneOfPage(page, []))).size).toBe(menu.length);
});
