import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSiteState } from '#publication/site-state.ts';
import { distDir } from '../support/dist.ts';

test('/etat.json says which commit is served, and how many entries', () => {
  const state = readSiteState(readFileSync(join(distDir, 'etat.json'), 'utf8'));
  expect(state?.commit).toBe(state?.commits[0]);
  // Without its fixed pages a site is refused.
  expect(state?.entries['pages']).toBeGreaterThan(0);
  expect(state).not.toHaveProperty('refused');
});
