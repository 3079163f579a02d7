/** What a visitor's browser reads, held to the oldest browsers that package.json promises to serve. */
import { expect, test } from 'vitest';
import { readPages } from '../support/dist.ts';
import { lackingIn } from '../support/old-browsers.ts';
import { cmsScripts, shippedScripts, shippedStyles } from '../support/shipped.ts';

test('scripts ask nothing that they lack', () => {
  expect(lackingIn(shippedScripts(readPages()), 'scripts')).toEqual([]);
});

test('styles ask nothing that they lack but niceties', () => {
  expect(lackingIn(shippedStyles(readPages()), 'styles')).toEqual([]);
});

test('the CMS asks nothing that the browsers it names lack', () => {
  const scripts = cmsScripts();
  expect(scripts.length).toBeGreaterThan(0);
  expect(lackingIn(scripts, 'cms')).toEqual([]);
});
