import { describe, expect, test } from 'vitest';
import { headersFile } from '#build/hosting/headers-file.ts';
import { FILES, headersFor, PLACES } from '#build/hosting/rules.ts';
import { headersOf, parseHeaders } from '#build/preview/headers.ts';
import { headersThere, HOSTS } from '../../support/header-hosts.ts';

const ROOT = [
  '404.html',
  'index.html',
  'robots.txt',
  'cantines/',
  'cantines.csv',
  'cantines.json',
  'admin/',
  'sessions/',
];

const PATHS = [
  '/',
  '/index.html',
  '/404.html',
  '/robots.txt',
  '/cantines',
  '/cantines/',
  '/cantines/index.html',
  '/cantines/lyon-vaise/',
  '/cantines/lyon-vaise.vcf',
  '/admin/',
  '/embed/cantines/',
  '/uploads/table.svg',
  '/_astro/x.js',
  '/sw.js',
  '/icon.svg',
  '/icones/192.png',
  ...Object.keys(FILES).filter((path) => ROOT.some((name) => path.startsWith(`/${name.replace(/\/$/, '')}`))),
];

describe('the file of the host', () => {
  const file = headersFile(ROOT);

  test.each(PATHS)('%s has its headers on each host, each once', (path) => {
    for (const [host, reading] of Object.entries(HOSTS)) {
      expect({ host, headers: headersThere(file, path, reading) }).toEqual({ host, headers: headersFor(path) });
    }
    expect(Object.fromEntries(headersOf(parseHeaders(file), path))).toEqual(headersFor(path));
  });

  test('a name that begins like another one with other headers is told', () => {
    expect(() => headersFile([...ROOT, 'a/'])).toThrow('/admin/ begins like /a/');
  });

  test('more rules than a host reads are told', () => {
    expect(() => headersFile(Array.from({ length: 100 }, (_, index) => `page-${index}.html`))).toThrow(
      /rules, where 100/,
    );
  });
});

test('pages are framed by this site alone, but for those made for frames', () => {
  expect(headersFor('/cantines/')['Content-Security-Policy']).toBe("frame-ancestors 'self'");
  expect(headersFor('/admin/')['Content-Security-Policy']).toBe("frame-ancestors 'self'");
  expect(headersFor('/embed/cantines/')['Content-Security-Policy']).toBe('frame-ancestors *');
});

test('what other sites may use says so', () => {
  for (const path of [...Object.keys(FILES), '/embed/cantines/', '/uploads/x.jpg', '/partage/accueil.png', '/icon.svg'])
    expect(headersFor(path)['Cross-Origin-Resource-Policy']).toBe('cross-origin');
  for (const path of Object.keys(FILES)) expect(headersFor(path)['Access-Control-Allow-Origin']).toBe('*');
  for (const path of ['/admin/', '/_astro/x.js', '/lieux/01.json', '/sw.js', '/pagefind/pagefind.js'])
    expect(headersFor(path)['Cross-Origin-Resource-Policy']).toBe('same-origin');
});

test('what an editor uploads is never run', () => {
  expect(headersFor('/uploads/table.svg')['Content-Security-Policy']).toMatch(/default-src 'none'.*sandbox/);
});

test('every place says how long it is kept', () => {
  for (const name of [...Object.keys(PLACES), 'cantines'])
    expect(headersFor(`/${name}/`)['Cache-Control']).toBeDefined();
});
