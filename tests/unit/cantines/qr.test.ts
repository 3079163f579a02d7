import fc from 'fast-check';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawQr } from '#cantines/poster/qr.ts';

/** The text that a reader of its own finds in the drawing, at `scale` pixels a module. */
async function scan(text: string, scale = 4): Promise<string | undefined> {
  const { size, path } = drawQr(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * scale}" height="${size * scale}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

const slug = fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,12}){0,4}$/);

test('a reader finds the address of any fiche', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webUrl({ validSchemes: ['https'] }), slug, async (origin, name) => {
      const address = `${new URL(origin).origin}/cantines/${name}/`;
      expect(await scan(address)).toBe(address);
    }),
    { numRuns: 60 },
  );
});

test('the quiet zone is four modules wide, on all sides', () => {
  const { size, path } = drawQr('https://www.exemple.org/cantines/macon/');
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map(([, x, y, right, left]) => {
    expect(right).toBe(left);
    return { x: Number(x), y: Number(y), end: Number(x) + Number(right) };
  });
  expect(Math.min(...runs.map(({ x }) => x))).toBe(4);
  expect(Math.min(...runs.map(({ y }) => y))).toBe(4);
  expect(Math.max(...runs.map(({ end }) => end))).toBe(size - 4);
  expect(Math.max(...runs.map(({ y }) => y + 1))).toBe(size - 4);
});
