import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'petites-cantines-cache-'));

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

test('what Astro kept of the entries is not read by other schemas, nor kept for them', async () => {
  vi.stubEnv('BUILD_CACHE', join(root, 'cache'));
  vi.resetModules();
  const { cacheFolder } = await import('#build/cache/index.ts');
  const schema = join(root, 'schema.ts');
  writeFileSync(schema, 'one');
  const first = cacheFolder([schema]);
  mkdirSync(first, { recursive: true });
  mkdirSync(join(root, 'cache', 'astro-another-content'));
  expect(cacheFolder([schema])).toBe(first);
  writeFileSync(schema, 'two');
  const second = cacheFolder([schema]);
  expect(second).not.toBe(first);
  expect(readdirSync(join(root, 'cache'))).toEqual(['astro-another-content']);
});
