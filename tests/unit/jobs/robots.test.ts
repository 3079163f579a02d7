import { expect, test } from 'vitest';
import { allows } from '#jobs/web/robots.ts';

test.each([
  ['', '/a', true],
  ['User-agent: *\nDisallow: /', '/a', false],
  ['User-agent: *\nDisallow:', '/a', true],
  ['User-agent: *\nDisallow: /prive', '/public', true],
  ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
  ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
  ['User-agent: *\nDisallow: /*.pdf$', '/appel.pdf', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/appel.pdf?v=2', true],
  ['User-agent: *\nDisallow: /*?session', '/a?session=1', false],
  ['User-agent: autre\nDisallow: /', '/a', true],
  ['user-agent: AUTRE\nUser-Agent: veille-petites-cantines # nous\nDisallow: /', '/a', false],
  ['User-agent: *\nDisallow: /\n\nUser-agent: Veille-Petites-Cantines\nDisallow: /b', '/a', true],
  ['Disallow: /\nSitemap: https://a.example/plan.xml', '/a', true],
  ['User-agent: *\r\nCrawl-delay: 10\r\nDisallow: /a(b', '/a(b', false],
])('%j, %s: %s', (robots, path, expected) => {
  expect(allows(robots, 'Veille-Petites-Cantines', path)).toBe(expected);
});
