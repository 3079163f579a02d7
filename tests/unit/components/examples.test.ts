/** A component travels with its examples, which /admin/styles/ shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { shelves } from '#components/examples/shelves.ts';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `/src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.astro'));
const examples = files.filter((file) => file.endsWith('.examples.astro'));
const components = files.filter((file) => file.startsWith('/src/components/') && !examples.includes(file));

it('every component of src/components has its examples beside it', () => {
  const frames = components.filter((file) => file.startsWith('/src/components/examples/'));
  const alone = components.filter((file) => !examples.includes(file.replace('.astro', '.examples.astro')));
  expect(alone).toEqual(frames);
});

it.each(examples)('%s shows its own component, with a name for each example', (file) => {
  const source = readFileSync(`.${file}`, 'utf8');
  const component = basename(file).replace('.examples.astro', '.astro');
  const beside = files.includes(file.replace('.examples.astro', '.astro'));
  if (beside) expect(source).toContain(`from './${component}'`);
  else expect(file).toMatch(/^\/src\/styles\//);
  expect(source).toMatch(/<Example\s+(?:name=|\{name\})/);
});

it('each file of examples stands on one shelf, at an address of its own', () => {
  const pieces = shelves(examples).flatMap((shelf) => shelf.pieces);
  expect(pieces.map(({ file }) => file).toSorted()).toEqual(examples.toSorted());
  expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
});

it('a file stands in the narrowest room that holds it, in the order in which one reads', () => {
  const found = shelves([
    '/src/lists/Filters.examples.astro',
    '/src/components/Cloth.examples.astro',
    '/src/components/parts/Steps.examples.astro',
    '/src/components/parts/Steps.astro',
    '/src/components/AsOf.examples.astro',
  ]);
  expect(found.map(({ label, pieces }) => [label, pieces.map(({ name }) => name)])).toEqual([
    ['Les parties d’une page', ['Steps']],
    ['Les pièces', ['AsOf', 'Cloth']],
    ['Ailleurs', ['Filters']],
  ]);
});
