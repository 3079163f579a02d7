/** What a visitor's browser reads, held to the oldest browsers that package.json promises to serve. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf, readPages } from '../support/dist.ts';
import { lackingIn } from '../support/old-browsers.ts';
import { cmsScripts, shippedScripts, shippedStyles } from '../support/shipped.ts';

test('scripts ask nothing that they lack', () => {
  expect(lackingIn(shippedScripts(readPages()), 'scripts')).toEqual([]);
});

test('styles ask nothing that they lack but niceties', () => {
  expect(lackingIn(shippedStyles(readPages()), 'styles')).toEqual([]);
});

test('no colour is left to light-dark(), of which older browsers are given two colours at once', () => {
  const pages = [...readPages(), { path: '/admin/', html: readFileSync(fileOf('/admin/'), 'utf8') }];
  const halved = pages.filter(({ html }) => /light-dark\(|var\(--lightningcss-light/.test(html));
  expect(halved.map(({ path }) => path)).toEqual([]);
});

test('the CMS asks nothing that the browsers it names lack', () => {
  const scripts = cmsScripts();
  expect(scripts.length).toBeGreaterThan(0);
  expect(lackingIn(scripts, 'cms')).toEqual([]);
});
