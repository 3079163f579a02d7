import { describe, expect, test } from 'vitest';
import { entryPath, FIXED_PAGES, hasOwnPages } from '#content/routes.ts';
import { collections, type CollectionName } from '#schemas/index.ts';

test.each<[CollectionName, string, string]>([
  ['cantines', 'lyon-vaise', '/cantines/lyon-vaise/'],
  ['sessions', '2027-01-ca-mijote', '/sessions/2027-01-ca-mijote/'],
  ['stories', 'recit', '/plaidoyer/recit/'],
  ['opportunities', 'arrondi', '/financements/arrondi/'],
  ['funders', 'ademe', '/financeurs/ademe/'],
  ['guides', 'bilan', '/guides/bilan/'],
  ['templates', 'bilan', '/modeles/bilan/'],
  ['cohorts', 'promotion-mars-2027', '/ouvrir-une-cantine/#promotion-mars-2027'],
  ['partnerships', 'solaal', '/partenariats/#solaal'],
  ['figures', 'convives', '/chiffres/#convives'],
  ['pages', 'accueil', '/'],
  ['pages', 'mentions-legales', '/mentions-legales/'],
  ['pages', 'inconnue', '/'],
  ['settings', 'site', '/'],
])('%s/%s is at %s', (collection, slug, path) => {
  expect(entryPath(collection, slug)).toBe(path);
});

describe.each(Object.keys(collections) as CollectionName[])('%s', (collection) => {
  test('its path is absolute, with a final slash before any anchor', () => {
    expect(entryPath(collection, 'x')).toMatch(/^\/(?:[a-z-]+\/)*(?:x\/)?(?:#x)?$/);
  });

  test('has a page of its own when its path says so', () => {
    expect(hasOwnPages(collection)).toBe(entryPath(collection, 'x').endsWith('/x/'));
  });
});

test('fixed pages stand at different addresses', () => {
  const paths = Object.values(FIXED_PAGES);
  expect(new Set(paths).size).toBe(paths.length);
});
