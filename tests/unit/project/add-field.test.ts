/** « Add a field » in CONTRIBUTING.md, on a schema that has one more, declared in one line. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readBackend } from '#admin/backend.ts';
import { cmsConfig } from '#admin/config.ts';
import { cantineColumns } from '#cantines/feeds/columns.ts';
import { cantinesGeojson } from '#cantines/feeds/geojson.ts';
import { rowsJsonSchema } from '#cantines/feeds/json-schema.ts';
import { cantinesCsv, cantinesJson } from '#cantines/feeds/open-data.ts';
import { factsOf } from '#content/facts.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import { decapRefusal } from '../../support/decap-config.ts';
import { entryOf } from '../../support/entries.ts';

const SITE = 'https://exemple.org';

vi.mock(import('#schemas/cantines.ts'), async (original) => {
  const f = await import('#schemas/kit/index.ts');
  const module = await original();
  const declared: Collection = module.cantines;
  const group = f.metaOf(module.cantines.fields.accessibility);
  if (group.kind !== 'group') throw new Error('Accessibility is no group.');
  const dogs = f.yesNoUnknown({ label: 'Chien accepté', column: { name: 'chien_accepte' } });
  const accessibility = f.group({ label: group.label, fields: { ...group.fields, dogs } });
  const extended = f.collection({ ...declared, fields: { ...declared.fields, accessibility } });
  return { ...module, cantines: extended as unknown as typeof module.cantines };
});

let cantine: Cantine;
beforeAll(() => {
  const { entry, problems } = readEntry(cantines, entryOf('cantines', { 'accessibility.dogs': 'no' }));
  expect(problems).toEqual([]);
  if (entry) cantine = entry;
});

test('a wrong value is told by the label of the field', () => {
  const { problems } = readEntry(cantines, entryOf('cantines', { 'accessibility.dogs': 'parfois' }));
  expect(problems).toMatchObject([{ field: 'accessibility.dogs', label: 'Chien accepté', found: '« parfois »' }]);
});

test('the form of the CMS asks for it', async () => {
  const config = cmsConfig({ backend: readBackend({}), workflow: 'direct', siteUrl: SITE });
  const form = config.collections.find(({ name }) => name === 'cantines');
  const group = form?.fields.find(({ name }) => name === 'accessibility');
  expect(group).toMatchObject({
    fields: expect.arrayContaining([
      expect.objectContaining({ name: 'dogs', label: 'Chien accepté', widget: 'select', default: 'unknown' }),
    ]) as unknown,
  });
  expect(await decapRefusal(config)).toBeUndefined();
});

test('the fiche shows it', () => {
  const told = factsOf(cantines.fields.accessibility, cantine.accessibility);
  expect(told).toContainEqual({ name: 'dogs', label: 'Chien accepté', value: 'Non' });
});

describe('the open data', () => {
  const entries = () => [{ id: 'ville-basse', data: cantine }];

  test('gives it after every column that was there: CSV', () => {
    const [header, row] = cantinesCsv(entries(), SITE).split('\r\n');
    expect(header).toMatch(/;acceslibre;chien_accepte$/);
    expect(row).toMatch(/\/cantines\/ville-basse\/;.*;Non$/);
  });

  test('gives it in JSON and in GeoJSON', () => {
    expect(cantinesJson(entries(), SITE).cantines[0]).toMatchObject({ chien_accepte: 'Non' });
    expect(cantinesGeojson(entries(), SITE).features[0]?.properties).toMatchObject({ chien_accepte: 'Non' });
  });

  test('describes it in its schema and on its page', () => {
    expect(cantineColumns.at(-1)).toMatchObject({ name: 'chien_accepte', always: false });
    expect(JSON.stringify(rowsJsonSchema(SITE))).toContain(
      '"chien_accepte":{"type":["string","null"],"title":"Chien accepté","enum":["Oui","Non",null]}',
    );
  });
});
