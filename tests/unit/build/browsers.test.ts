import { expect, test } from 'vitest';
import { oldestBrowsers } from '#build/browsers.ts';

test('the oldest browsers served, as a bundler names them', () => {
  expect(oldestBrowsers()).toEqual(['chrome109', 'edge109', 'firefox115', 'ios15.6', 'safari15.6']);
});
