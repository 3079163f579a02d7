import { check } from '@placemarkio/check-geojson';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CantineEntry } from '#cantines/feeds/column.ts';
import { cantineColumns } from '#cantines/feeds/columns.ts';
import { cantinesCsv } from '#cantines/feeds/open-data.ts';
import { cantinesGeojson } from '#cantines/feeds/geojson.ts';
import { rowsJsonSchema } from '#cantines/feeds/json-schema.ts';
import { cantinesJson, rowOf, updatedOn } from '#cantines/feeds/open-data.ts';
import { vcardOf } from '#cantines/feeds/vcard.ts';
import { cantines } from '#schemas/cantines.ts';
import { isCalendarDate, readEntry } from '#schemas/kit/index.ts';
import { entries } from '../../support/arbitraries.ts';
import { collectionOf, entryOf } from '../../support/entries.ts';
import { networkEntries } from '../../support/network.ts';

const SITE = 'https://exemple.org';

function entryFrom(id: string, data: unknown): CantineEntry {
  const { entry, problems } = readEntry(cantines, data);
  if (!entry) throw new Error(`${id}: ${JSON.stringify(problems)}`);
  return { id, data: entry };
}

const all: CantineEntry[] = networkEntries('cantines');
const one = (changes: Record<string, unknown> = {}, id = 'ville-basse') => entryFrom(id, entryOf('cantines', changes));
const random = fc
  .array(entries(collectionOf('cantines')), { maxLength: 4 })
  .map((all) => all.map((data, index) => entryFrom(`c${index}`, data)));

/** What a spreadsheet reads of a cell: text, with the apostrophe that keeps it from being a formula. */
const shown = (value: string | number | null) =>
  value === null ? '' : typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : String(value);

/** What others read, some by position. */
const PUBLISHED = [
  ...['id', 'nom', 'etat', 'etat_constate_en', 'adresse', 'code_postal', 'commune', 'code_insee', 'departement'],
  ...['latitude', 'longitude', 'precision', 'telephone', 'courriel', 'site_web'],
  ...['horaires_cuisine', 'horaires_repas', 'horaires_lus_en', 'entree_de_plain_pied', 'fiche'],
  ...['etat_date', 'etat_selon', 'horaires_date', 'horaires_selon', 'exceptions_date', 'exceptions_selon'],
  ...['adresse_date', 'adresse_selon', 'contacts_date', 'contacts_selon', 'inscription_date', 'inscription_selon'],
  ...['adhesion_date', 'adhesion_selon', 'prix_date', 'prix_selon', 'places_date', 'places_selon'],
  ...['accessibilite_date', 'accessibilite_selon', 'regimes_date', 'regimes_selon', 'menu_date', 'menu_selon'],
  ...['langues_date', 'langues_selon', 'ouverture_date', 'ouverture_selon', 'association_date', 'association_selon'],
  'acceslibre',
];

describe('the columns', () => {
  const names = cantineColumns.map(({ name }) => name);

  test('that are published stay where they are, whatever is added after them', () => {
    expect(names.slice(0, PUBLISHED.length)).toEqual(PUBLISHED);
  });

  test('have names that every tool takes, each once', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(?:_[a-z]+)*$/.test(name))).toEqual([]);
  });

  test('of a cantine that one knows all about', () => {
    const entry = one({
      status: 'paused',
      statusAsOf: '2026-10',
      'address.streetAddress': '1 rue Haute',
      'address.postalCode': '01000',
      commune: '69389',
      location: { latitude: 45.77, longitude: -4.8, precision: 'street' },
      'contacts.telephone': '04 00 00 00 00',
      'openingHours.slots': [
        { day: 'tuesday', kind: 'meal', opens: '12:30', closes: '14:00' },
        { day: 'wednesday', kind: 'cook', service: 'lunch' },
      ],
      'openingHours.publicHolidays': 'closed',
      'accessibility.stepFree': 'no',
    });
    expect(rowOf(entry, SITE)).toMatchObject({
      id: 'ville-basse',
      nom: 'Lyon Vaise',
      etat: 'En pause',
      etat_constate_en: '2026-10',
      adresse: '1 rue Haute',
      code_postal: '01000',
      commune: 'Lyon',
      code_insee: '69389',
      departement: '69',
      latitude: 45.77,
      longitude: -4.8,
      precision: 'La rue',
      telephone: '04 00 00 00 00',
      courriel: null,
      site_web: null,
      horaires_cuisine: 'We "midi"; PH off',
      horaires_repas: 'Tu 12:30-14:00; PH off',
      horaires_lus_en: null,
      entree_de_plain_pied: 'Non',
      fiche: 'https://exemple.org/cantines/ville-basse/',
    });
  });

  test('of who said each fact, and when', () => {
    const entry = one({
      statusAsOf: '2024-06',
      'openingHours.note': 'Midi',
      'openingHours.asOf': '2026-11-23',
      'price.costPrice': 9,
      languages: ['fr'],
      confirmations: [
        { fact: 'openingHours', on: '2026-11-23', by: 'team' },
        { fact: 'languages', on: '2026-11-24', by: 'guest' },
        { fact: 'capacity', on: '2026-11-23', by: 'team' },
      ],
    });
    expect(rowOf(entry, SITE)).toMatchObject({
      etat_date: '2024-06',
      etat_selon: 'Page publiée',
      horaires_date: '2026-11-23',
      horaires_selon: 'Équipe de la cantine',
      langues_date: '2026-11-24',
      langues_selon: 'Convive',
      // Known, without a date; and confirmed, but nothing is said of it.
      prix_date: null,
      prix_selon: null,
      places_date: null,
    });
    const reread = one({ 'openingHours.note': 'Midi', 'openingHours.asOf': '2024', verifiedOn: '2026-11-23' });
    expect(rowOf(reread, SITE)).toMatchObject({
      horaires_date: '2026-11-23',
      horaires_selon: 'Relecture de la fiche',
    });
  });

  test('what nobody knows is nothing, never « non »', () => {
    const known = Object.entries(rowOf(one(), SITE)).flatMap(([name, value]) => (value === null ? [] : name));
    expect(known).toEqual(['id', 'nom', 'etat', 'commune', 'fiche']);
  });

  test('an example says so', () => {
    expect(rowOf(one({ demo: true }), SITE)['nom']).toBe('Lyon Vaise (exemple)');
  });
});

describe('the CSV', () => {
  const read = (csv: string) => parse<Record<string, string>>(csv, { bom: true, delimiter: ';', columns: true });

  test('opens in a French spreadsheet: mark, semicolons, CRLF', () => {
    const csv = cantinesCsv(all, SITE);
    expect(csv.startsWith('\ufeffid;nom;etat;')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(all.length + 2);
  });

  test('without a cantine it still has its columns', () => {
    expect(cantinesCsv([], SITE)).toBe(`\ufeff${cantineColumns.map(({ name }) => name).join(';')}\r\n`);
  });

  test('is read back as it was: the cantines of a network', () => {
    const lines = cantinesJson(all, SITE).cantines.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shown(value)])),
    );
    expect(read(cantinesCsv(all, SITE))).toEqual(lines);
  });

  test('is read back as it was: random cantines', () => {
    fc.assert(
      fc.property(random, (some) => {
        const lines = cantinesJson(some, SITE).cantines.map((row) => Object.values(row).map(shown));
        expect(read(cantinesCsv(some, SITE)).map((row) => Object.values(row))).toEqual(lines);
      }),
      { numRuns: 150 },
    );
  });

  test.each(['=1+1', '+33 4 00 00 00 00', '-1', '@SUM(A1)', '＝1+1', '=HYPERLINK("https://x";"y")'])(
    '%s runs in no spreadsheet',
    (title) => {
      const [line] = read(cantinesCsv([one({ title })], SITE));
      expect(line?.['nom']).toBe(`'${title}`);
    },
  );

  test('a longitude in the west stays a number', () => {
    const location = { latitude: 44.8, longitude: -0.58, precision: 'commune' };
    expect(read(cantinesCsv([one({ location })], SITE))[0]?.['longitude']).toBe('-0.58');
  });
});

describe('the GeoJSON', () => {
  const lint = (all: readonly CantineEntry[]) => check(JSON.stringify(cantinesGeojson(all, SITE)));

  test('is RFC 7946, says the licence, and has every cantine', () => {
    const found = lint(all);
    expect(found.type).toBe('FeatureCollection');
    expect(cantinesGeojson(all, SITE)).toMatchObject({
      licence: { nom: 'Licence Ouverte 2.0' },
      source: 'Les Petites Cantines',
    });
    expect(cantinesGeojson(all, SITE).features).toHaveLength(all.length);
  });

  test('longitude comes first; a cantine without a point has none', () => {
    const located = one({ location: { latitude: 45.7, longitude: 4.8, precision: 'address' } }, 'a');
    const { features } = cantinesGeojson([one({}, 'b'), located], SITE);
    expect(features.map(({ id, geometry }) => [id, geometry?.coordinates])).toEqual([
      ['a', [4.8, 45.7]],
      ['b', undefined],
    ]);
    expect(features[0]?.properties).toMatchObject({ precision: 'L’adresse exacte' });
    lint([one({}, 'b'), located]);
  });

  test('is right for random cantines', () => {
    fc.assert(
      fc.property(random, (some) => lint(some).type === 'FeatureCollection'),
      { numRuns: 100 },
    );
  });

  test('the linter sees a fault where there is one', () => {
    const broken = JSON.stringify({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: ['4', 45] },
      properties: {},
    });
    expect(() => check(broken)).toThrow();
  });
});

describe('the JSON and its schema', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, formats: { date: isCalendarDate } });
  const validate = ajv.compile(rowsJsonSchema(SITE));
  const refusals = (data: unknown) =>
    validate(JSON.parse(JSON.stringify(data))) ? [] : validate.errors?.map(({ instancePath }) => instancePath);

  test('the cantines of a network follow it', () => {
    expect(refusals(cantinesJson(all, SITE))).toEqual([]);
    expect(refusals(cantinesJson([], SITE))).toEqual([]);
  });

  test('random cantines follow it', () => {
    fc.assert(
      fc.property(random, (some) => {
        expect(refusals(cantinesJson(some, SITE))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['etat', 'open'],
    ['latitude', '45,7'],
    ['latitude', 91],
    ['entree_de_plain_pied', 'Non renseigné'],
    ['code_postal', '1000'],
    ['nom', null],
    ['inconnu', 'x'],
  ])('%s = %j does not', (name, value) => {
    const data = cantinesJson([one()], SITE);
    const row = { ...data.cantines[0], [name]: value };
    expect(refusals({ ...data, cantines: [row] })).toContain(
      name === 'inconnu' ? '/cantines/0' : `/cantines/0/${name}`,
    );
  });
});

test('the date of the data is the last day on which a source was read', () => {
  const sources = [{ url: 'https://exemple.org', readOn: '2026-11-20' }];
  expect(updatedOn([one({ sources }), one({ verifiedOn: '2026-10-01' })])).toBe('2026-11-20');
  expect(updatedOn([one()])).toBeUndefined();
});

test('who receives the alerts on opportunities is in none of them', () => {
  const alerts = { email: 'alertes-secretes@exemple.org', frequency: 'weekly', types: ['prix'], minAmount: 77_777 };
  const entry = one({ alerts, 'contacts.email': 'bonjour@exemple.org' });
  expect(entry.data.alerts).toEqual(alerts);
  const published = [
    cantinesCsv([entry], SITE),
    JSON.stringify(cantinesJson([entry], SITE)),
    JSON.stringify(cantinesGeojson([entry], SITE)),
    vcardOf(entry.data, `${SITE}/cantines/ville-basse/`),
  ];
  for (const text of published) {
    expect(text).toContain('bonjour@exemple.org');
    expect(text).not.toContain('alertes-secretes');
  }
  expect(JSON.stringify(rowsJsonSchema(SITE))).not.toMatch(/alert/i);
});
