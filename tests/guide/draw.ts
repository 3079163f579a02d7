/**
 * Draws the pictures of the guide of the CMS (/admin/guide/) from the CMS itself, and writes down the words that are
 * read in them, which tests/e2e/guide.test.ts compares. It needs the built network:
 *
 *     npm run build:network && npm run draw:guide
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { networkDist, projectRoot } from '../support/folders.ts';

process.env['DIST_DIR'] = networkDist;
const { walkGuide } = await import('./walk.ts');

const pictures = new Map<string, Buffer>();
const words = new Map<string, string[]>();
await walkGuide(async (name, read, picture) => {
  words.set(name, read);
  pictures.set(name, await picture());
});

const folder = join(projectRoot, 'admin/guide/pictures');
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
for (const [name, picture] of pictures) await writeFile(join(folder, `${name}.webp`), picture);
const sorted = [...words].toSorted(([one], [other]) => one.localeCompare(other));
const file = join(projectRoot, 'tests/guide/words.json');
const style = { ...(await resolveConfig(file)), filepath: file };
await writeFile(file, await format(JSON.stringify(Object.fromEntries(sorted)), style));

const sizes = [...pictures.values()].map(({ length }) => length);
const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
console.log(
  `${sizes.length} pictures, ${kB(sizes.reduce((sum, size) => sum + size, 0))}, ${kB(Math.max(...sizes))} at most`,
);
