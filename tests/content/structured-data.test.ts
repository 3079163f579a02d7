import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attr, fileOf, named, readPages, textOf } from '../support/dist.ts';

const fiches = readPages().filter(({ kind }) => kind === '/cantines/*/');

interface Restaurant {
  '@type': string;
  url: string;
  image: string;
  address: { addressLocality: string };
}

const told = fiches.flatMap((page) =>
  named(page, 'script')
    .filter((script) => attr(script, 'type') === 'application/ld+json')
    .map((script) => ({ path: page.path, data: JSON.parse(textOf(script)) as Restaurant })),
);

test('what is told as a schema.org Restaurant has an address and an image that exist', () => {
  for (const { path, data } of told) {
    expect(data['@type']).toBe('Restaurant');
    expect(new URL(data.url).pathname).toBe(path);
    expect(readFileSync(fileOf(new URL(data.image).pathname)).length).toBeGreaterThan(1000);
    expect(data.address.addressLocality).not.toBe('');
  }
});
