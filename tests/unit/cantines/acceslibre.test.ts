import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACCESLIBRE_COLUMNS } from '#cantines/feeds/acceslibre-columns.ts';
import { acceslibreCsv } from '#cantines/feeds/acceslibre.ts';
import type { CantineEntry } from '#cantines/feeds/column.ts';
import { cantines } from '#schemas/cantines.ts';
import { readEntry } from '#schemas/kit/index.ts';
import { entries } from '../../support/arbitraries.ts';
import { collectionOf, entryOf } from '../../support/entries.ts';
import { networkEntries } from '../../support/network.ts';
import { readTableSchema, tableFaults } from '../../support/table-schema.ts';

const schema = readTableSchema(readFileSync('tests/fixtures/acceslibre/schema.json', 'utf8'));

function one(changes: Record<string, unknown> = {}, id = 'ville-basse'): CantineEntry {
  const { entry, problems } = readEntry(cantines, entryOf('cantines', changes));
  if (!entry) throw new Error(JSON.stringify(problems));
  return { id, data: entry };
}
const KNOWN = {
  status: 'open',
  title: 'Ville-Basse',
  'address.streetAddress': '12 bis rue Haute',
  'address.postalCode': '01000',
  commune: '01053',
  'accessibility.stepFree': 'yes',
};
/** What a file says of its places, without what it leaves empty. */
const told = (...given: CantineEntry[]) =>
  parse<Record<string, string>>(acceslibreCsv(given), { delimiter: ';', columns: true }).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
  );

describe('the access of the cantines', () => {
  test('has the columns of the national schema, in its order', () => {
    expect(schema.version).toBe('0.0.20');
    expect(ACCESLIBRE_COLUMNS).toEqual(schema.fields.map(({ name }) => name));
    expect(acceslibreCsv([])).toBe(`${ACCESLIBRE_COLUMNS.join(';')}\r\n`);
  });

  test('says what is known of a place, and leaves the rest empty', () => {
    const entry = one({
      ...KNOWN,
      'accessibility.wheelchairToilet': 'no',
      'accessibility.hearingLoop': 'yes',
      location: { latitude: 46.2, longitude: 5.2, precision: 'address' },
      'contacts.website': 'https://exemple.org/',
    });
    expect(told(entry)).toEqual([
      {
        id: 'ville-basse',
        name: 'Les Petites Cantines Ville-Basse',
        postal_code: '01000',
        commune: 'Lyon',
        numero: '12 bis',
        voie: 'rue Haute',
        code_insee: '01053',
        site_internet: 'https://exemple.org/',
        longitude: '5.2',
        latitude: '46.2',
        activite: 'Restaurant',
        entree_plain_pied: 'True',
        sanitaires_adaptes: 'False',
        accueil_equipements_malentendants_presence: 'True',
      },
    ]);
  });

  test.each([
    [{ 'accessibility.wheelchairToilet': 'yes' }, { sanitaires_presence: 'True', sanitaires_adaptes: 'True' }],
    [{ languages: ['fr', 'lsf'] }, { accueil_equipements_malentendants: '["lsf"]' }],
    [{ 'address.streetAddress': 'Place de la Gare' }, { voie: 'Place de la Gare' }],
    [{ 'address.streetAddress': '6-8, quai des Arts' }, { numero: '6-8', voie: 'quai des Arts' }],
    [{ 'address.streetAddress': '1 rue ; de la Gare' }, { numero: '1', voie: 'rue , de la Gare' }],
  ])('%o', (changes, expected) => {
    expect(told(one({ ...KNOWN, ...changes }))).toMatchObject([expected]);
  });

  test.each([
    [
      'a loop that is not there says nothing of other aids',
      { ...KNOWN, 'accessibility.hearingLoop': 'no' },
      'accueil_equipements_malentendants_presence',
    ],
    [
      'a point of a commune is not that of a door',
      { ...KNOWN, location: { latitude: 46.2, longitude: 5.2, precision: 'commune' } },
      'longitude',
    ],
  ])('%s', (_name, changes, absent) => {
    expect(Object.keys(told(one(changes))[0] ?? {})).not.toContain(absent);
  });

  test.each([
    ['nothing is known of its access', { ...KNOWN, 'accessibility.stepFree': 'unknown' }],
    ['it is an example', { ...KNOWN, demo: true }],
    ['it has no postcode', { ...KNOWN, 'address.postalCode': undefined }],
    ['it is abroad', { ...KNOWN, timezone: 'Europe/Brussels' }],
    ['it prepares', { ...KNOWN, status: 'preparing' }],
    ['it is closed', { ...KNOWN, status: 'closed' }],
  ])('a cantine is left out when %s', (_name, changes) => {
    expect(told(one(changes))).toEqual([]);
  });

  test('follows the schema: the network, and random cantines', () => {
    expect(tableFaults(acceslibreCsv(networkEntries('cantines')), schema)).toEqual([]);
    const random = fc.array(entries(collectionOf('cantines')), { maxLength: 4 });
    fc.assert(
      fc.property(random, (some) => {
        const all = some.flatMap((data, index) => {
          const { entry } = readEntry(cantines, { ...(data as object), demo: false, status: 'open' });
          return entry ? [{ id: `c${index}`, data: entry }] : [];
        });
        expect(tableFaults(acceslibreCsv(all), schema)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the reader of the schema sees', () => {
  const line = (changes: Readonly<Record<string, string>>) => {
    const row = { id: 'a', name: 'A', postal_code: '01000', commune: 'Bourg', ...changes };
    return [
      ACCESLIBRE_COLUMNS.join(';'),
      schema.fields.map(({ name }) => quoted((row as Record<string, string>)[name] ?? '')).join(';'),
    ].join('\n');
  };
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

  test.each([
    ['nothing to say of a right line', { labels: '["th"]', entree_marches: '2', activite: 'Cantine' }, []],
    ['a lack', { commune: '' }, ['1: commune: required']],
    ['a yes that is none', { entree_plain_pied: 'yes' }, ['1: entree_plain_pied: no boolean: yes']],
    ['a comma in a number', { longitude: '4,8' }, ['1: longitude: no number: 4,8']],
    ['half a step', { entree_marches: '1.5' }, ['1: entree_marches: no integer: 1.5']],
    [
      'a word that is not listed',
      { entree_marches_rampe: 'en bois' },
      ['1: entree_marches_rampe: not among aucune,fixe,amovible'],
    ],
    ['a label that is not listed', { labels: '["x"]' }, ['1: labels: no array: ["x"]']],
    ['a trade that is not listed', { activite: 'Petite cantine' }, ['1: activite: no string: Petite cantine']],
    ['a SIRET too short', { siret: '123' }, ['1: siret: not ^\\d{14}$']],
    ['an address that is none', { site_internet: 'exemple' }, ['1: site_internet: no address']],
  ])('%s', (_name, changes, faults) => {
    expect(tableFaults(line(changes), schema)).toEqual(faults);
  });

  test('a place told twice, and columns in another order', () => {
    const [header = '', row = ''] = line({}).split('\n');
    expect(tableFaults([header, row, row].join('\n'), schema)).toEqual(['2: id: twice']);
    expect(tableFaults(header.replace('id;name', 'name;id'), schema)).toHaveLength(1);
  });
});
