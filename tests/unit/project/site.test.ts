import { describe, expect, test } from 'vitest';
import { readSite } from '#site.ts';

describe('SITE_URL', () => {
  test.each([
    [undefined, 'http://localhost:4321', false],
    ['', 'http://localhost:4321', false],
    ['  ', 'http://localhost:4321', false],
    ['http://localhost:8080', 'http://localhost:8080', false],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080', false],
    ['http://[::1]:8080', 'http://[::1]:8080', false],
    ['https://www.exemple.org', 'https://www.exemple.org', true],
    ['https://www.exemple.org/', 'https://www.exemple.org', true],
    [' https://WWW.Exemple.org ', 'https://www.exemple.org', true],
    ['http://exemple.org:8443', 'http://exemple.org:8443', true],
  ])('%j', (given, url, live) => {
    expect(readSite({ SITE_URL: given })).toEqual({ url, live });
  });

  test.each(['www.exemple.org', 'ftp://exemple.org', 'https://exemple.org/site/', 'javascript:alert(1)', 'https://'])(
    '%j is refused with an example',
    (given) => {
      expect(() => readSite({ SITE_URL: given })).toThrow(/SITE_URL vaut.*par exemple SITE_URL=https:\/\//s);
    },
  );
});
