import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath, FIXED_PAGES, hasOwnPages, PAGE_IDS, standInLists } from '#content/routes.ts';
import { PARTNERSHIP_KINDS } from '#schemas/partnerships.ts';
import { projectRoot } from '../../support/folders.ts';
import { collections, type CollectionName } from '#schemas/index.ts';

test.each<[CollectionName, string, string]>([
  ['cantines', 'lyon-vaise', '/cantines/lyon-vaise/'],
  ['sessions', '2027-01-ca-mijote', '/sessions/2027-01-ca-mijote/'],
  ['stories', 'recit', '/plaidoyer/recit/'],
  ['quotations', 'la-vaisselle', '/plaidoyer/#la-vaisselle'],
  ['opportunities', 'arrondi', '/financements/arrondi/'],
  ['joint-answers', 'a-trois', '/financements/ensemble/a-trois/'],
  ['funders', 'ademe', '/financeurs/ademe/'],
  ['guides', 'bilan', '/guides/bilan/'],
  ['templates', 'bilan', '/modeles/bilan/'],
  ['cohorts', 'promotion-mars-2027', '/ouvrir-une-cantine/#promotion-mars-2027'],
  ['partnerships', 'solaal', '/partenariats/#solaal'],
  ['answers', 'qui-nous-sommes', '/financements/reponses/#qui-nous-sommes'],
  ['figures', 'convives', '/chiffres/#convives'],
  ['milestones', 'premiere-cantine', '/qui-sommes-nous/#premiere-cantine'],
  ['pages', 'accueil', '/'],
  ['pages', 'soutenir', '/soutenir/'],
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

test('the ids of the pages are known: no entry of a list may bear one', () => {
  const sources = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.examples)\.astro$/.test(file) && !/^(?:pages\/admin|funding\/watch)\//.test(file))
    .map((file) => readFileSync(join(projectRoot, 'src', file), 'utf8'));
  const literal = sources.flatMap((source) =>
    [...source.matchAll(/\bid(?:="| = ')([^"']+)["']/g)].map(([, id = '']) => id),
  );
  const ofPlaces = ['lieu', 'territoire'].flatMap((id) => [`${id}-choix`, `${id}-note`]);
  const ids = new Set([...literal, ...ofPlaces, ...Object.keys(PARTNERSHIP_KINDS)]);
  expect([...PAGE_IDS].toSorted()).toEqual([...ids].toSorted());
});

test('the lists whose entries are at an anchor', () => {
  const names = Object.keys(collections) as CollectionName[];
  expect(names.filter(standInLists)).toEqual([
    'cantines',
    'cohorts',
    'quotations',
    'partnerships',
    'answers',
    'figures',
    'milestones',
  ]);
});
