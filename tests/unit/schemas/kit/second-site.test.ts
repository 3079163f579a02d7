import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { preProcessFile } from 'typescript';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { decapCollection } from '#schemas/kit/decap.ts';
import { columnsOf, isCalendarDate, readEntry } from '#schemas/kit/index.ts';
import { jsonSchemaOf } from '#schemas/kit/json-schema.ts';
import { cms, concerts, songs } from '../../../fixtures/second-site/choir.ts';
import { decapRefusal } from '../../../support/decap-config.ts';
import { projectRoot } from '../../../support/folders.ts';

const CONCERT = { title: 'Concert d’hiver', heldOn: '2027-01-12', venue: { name: 'Salle des fêtes' } };

test('the second site needs nothing of the first but the kit', async () => {
  const folder = join(projectRoot, 'tests/fixtures/second-site');
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const imports = texts.flatMap((text) => preProcessFile(text).importedFiles.map(({ fileName }) => fileName));
  expect(imports).not.toEqual([]);
  expect(imports.filter((name) => !name.startsWith('#schemas/kit/'))).toEqual([]);
});

describe('an entry', () => {
  test('is read whole, what is empty by its default', () => {
    const { entry } = readEntry(concerts, { ...CONCERT, programme: ['hymne', ''], bookBy: '' });
    expect(entry).toEqual({
      title: 'Concert d’hiver',
      status: 'planned',
      heldOn: '2027-01-12',
      venue: { name: 'Salle des fêtes', stepFree: 'unknown' },
      programme: ['hymne'],
    });
    if (entry) expectTypeOf(entry.status).toEqualTypeOf<'planned' | 'cancelled'>();
  });

  test.each([
    [
      { ...CONCERT, heldOn: '12/01/2027' },
      {
        field: 'heldOn',
        label: 'Jour du concert',
        found: '« 12/01/2027 »',
        expected: 'une date : année-mois-jour, par exemple 2026-11-20',
        remedy:
          'Écrivez la date sous la forme année-mois-jour, par exemple 2026-11-20, et vérifiez que ce jour existe.',
      },
    ],
    [
      { ...CONCERT, venue: {} },
      {
        field: 'venue.name',
        label: 'Salle',
        found: 'rien',
        expected: 'une ligne de texte',
        remedy: 'Le champ « Salle » est obligatoire : remplissez-le.',
      },
    ],
    [
      { ...CONCERT, bookBy: '2027-01-13' },
      {
        field: 'bookBy',
        label: 'Réserver avant le',
        found: 'une valeur qui contredit les autres',
        expected: 'un jour qui ne vient pas après le concert',
        remedy: 'Avancez la date de réservation, ou videz-la.',
      },
    ],
    [
      { ...CONCERT, stage: 'grande' },
      {
        field: 'stage',
        found: '« grande »',
        expected: 'un nom de champ connu',
        remedy:
          'Retirez ou corrigez « stage », que le site ne connaît pas. Noms possibles ici : title (Titre), status (État), heldOn (Jour du concert), bookBy (Réserver avant le), venue (Lieu), programme (Programme).',
      },
    ],
  ])('that is wrong is told in a sentence: %#', (data, problem) => {
    const [told, ...others] = readEntry(concerts, data).problems;
    expect(others).toEqual([]);
    expect(plainSpaces(told)).toEqual(problem);
  });
});

describe('the CMS', () => {
  test('is one that Decap accepts', async () => {
    expect(await decapRefusal(cms)).toBeUndefined();
  });

  test('asks each field with its widget, then the text', () => {
    const widgets = cms.collections.map(({ fields }) => fields.map(({ name, widget }) => `${name} ${widget}`));
    expect(widgets).toEqual([
      ['title string', 'voices select', 'body markdown'],
      [
        'title string',
        'status select',
        'heldOn datetime',
        'bookBy datetime',
        'venue object',
        'programme list',
        'body markdown',
      ],
    ]);
  });

  test('lists the concerts by their labels: no stored value of a choice', () => {
    expect(cms.collections[1]).toMatchObject({
      folder: 'content/concerts',
      summary: "{{title}} — {{heldOn | date('DD/MM/YYYY')}}",
      view_filters: [
        { label: 'État : Prévu', field: 'status', pattern: '^planned$' },
        { label: 'État : Annulé', field: 'status', pattern: '^cancelled$' },
      ],
    });
    expect(cms.collections[1]).not.toHaveProperty('view_groups');
    expect(cms.collections[1]).not.toHaveProperty('preview_path');
  });

  test('says every text the way of its site, and leads to its pages', () => {
    const form = decapCollection(concerts, {
      say: (text) => text.toUpperCase(),
      previewPath: ({ name }) => `${name}/{{slug}}/`,
    });
    expect(form.preview_path).toBe('concerts/{{slug}}/');
    const texts = [...JSON.stringify(form).matchAll(/"(?:label|label_singular|description|hint)":"([^"]*)"/g)].map(
      ([, text]) => text,
    );
    expect(texts).toEqual(expect.arrayContaining(['CONCERT', 'OÙ NOUS CHANTONS, ET QUAND.', 'SALLE', 'ANNULÉ']));
    for (const text of texts) expect(text).toBe(text?.toUpperCase());
  });

  test('is not made of a collection whose entries have no title', () => {
    const { title: _title, ...fields } = songs.fields;
    expect(() => decapCollection({ ...songs, fields })).toThrow(/songs.*title/);
  });
});

test('the JSON Schema accepts what the site accepts', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: { date: isCalendarDate } });
  const validate = ajv.compile(jsonSchemaOf(concerts, 'https://exemple.org/schemas/concerts.json'));
  expect(validate(readEntry(concerts, CONCERT).entry)).toBe(true);
  expect(validate({ ...CONCERT, heldOn: 'demain' })).toBe(false);
  expect(validate({ title: 'Concert' })).toBe(false);
});

test('the columns of its open data are those that a field asks for', () => {
  const { entry } = readEntry(concerts, { ...CONCERT, venue: { name: 'Salle', stepFree: 'yes' } });
  const row = columnsOf(concerts.fields).map(({ name, read }) => [name, read(entry)]);
  expect(Object.fromEntries(row)).toEqual({ jour: '2027-01-12', de_plain_pied: 'Oui' });
});

/** The same with ordinary spaces, which are easier to write here. */
function plainSpaces<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll(/[\u00a0\u202f]/g, ' ')) as T;
}
