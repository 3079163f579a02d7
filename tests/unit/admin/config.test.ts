import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, isLocal, readBackend, readWorkflow } from '#admin/backend.ts';
import { DOOR, DOOR_HASH } from '#admin/door.ts';
import { CMS_BROWSERS, FLOOR, FLOOR_HASH } from '#admin/floor.ts';
import { cmsConfig } from '#admin/config.ts';
import { PICKERS } from '#admin/choosers/picker.ts';
import { collections } from '#schemas/index.ts';
import type { DecapField } from '#schemas/kit/decap.ts';
import { metaOf, type Collection, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import { decapRefusal, WIDGETS } from '../../support/decap-config.ts';

const settings = { backend: readBackend({}), workflow: 'direct', siteUrl: 'https://exemple.org' } as const;
const config = cmsConfig(settings);
const declared: readonly Collection[] = Object.values(collections);

/** The options of a field, whatever its widget. */
const optionsOf = (field: DecapField): Readonly<Record<string, unknown>> => ({ ...field });
const fieldsIn = (field: DecapField): readonly DecapField[] => ('fields' in field ? (field.fields ?? []) : []);

/** Every field of a form with the schema it came from, at any depth. */
function pairs(
  fields: readonly DecapField[],
  schemas: Fields,
): { field: DecapField; meta: FieldMeta; where: string }[] {
  return fields.flatMap((field) => {
    const schema = schemas[field.name];
    if (!schema) return [];
    const meta = metaOf(schema);
    const item = meta.kind === 'list' ? metaOf(meta.item) : meta;
    const below = item.kind === 'group' ? pairs(fieldsIn(field), item.fields) : [];
    return [
      { field, meta, where: field.name },
      ...below.map((pair) => ({ ...pair, where: `${field.name}.${pair.where}` })),
    ];
  });
}

const everyField = declared.flatMap(({ name, fields }) =>
  pairs(config.collections.find((each) => each.name === name)?.fields ?? [], fields).map((pair) => ({
    ...pair,
    where: `${name}.${pair.where}`,
  })),
);
const ofKind = <K extends FieldMeta['kind']>(kind: K) =>
  everyField.flatMap(({ field, meta, where }) =>
    meta.kind === kind ? [{ field, where, meta: meta as Extract<FieldMeta, { kind: K }> }] : [],
  );

describe('Decap itself', () => {
  test('accepts the form', async () => {
    expect(await decapRefusal(config)).toBeUndefined();
  });

  test('would refuse a wrong one', async () => {
    const [first] = config.collections;
    const wrong = { ...config, collections: [{ ...first, fields: [{ name: 'a', label: 'A', widget: 'select' }] }] };
    expect(await decapRefusal(wrong)).toMatch(/options/);
  });
});

describe('the whole form', () => {
  test('names choosers that there are, each on its widget', () => {
    const named = everyField.flatMap(({ field: { picker, widget } }) =>
      picker === undefined ? [] : [[picker, widget]],
    );
    expect(new Map(named as [string, string][])).toEqual(new Map(Object.entries(PICKERS)));
  });

  test('holds every collection, in the order of the menu', () => {
    expect(config.collections.map(({ name }) => name)).toEqual(Object.keys(collections));
  });

  test.each(declared)('$name: each field once, in order, then the text', ({ name, fields }) => {
    const form = config.collections.find((each) => each.name === name);
    expect(form?.fields.map((field) => field.name)).toEqual([...Object.keys(fields), 'body']);
  });

  test('has only widgets that are known, and each with a French label', () => {
    for (const { field } of everyField) {
      expect(WIDGETS).toContain(field.widget);
      expect(field.label).toMatch(/^[A-ZÉÀŒ0-9]/);
    }
  });

  test('says of every field whether it is required: Decap would say yes', () => {
    for (const { field } of everyField) expect(typeof field.required).toBe('boolean');
  });

  test('makes sentences typographically right', () => {
    const sentences = everyField.flatMap(({ field }) => [field.label, field.hint ?? '', field.pattern?.[1] ?? '']);
    for (const sentence of sentences) expect(sentence).not.toMatch(/« | »| [;!?€%]| :(?:\s|$)/);
  });

  test('no message of the form speaks of quotation marks, which only a file needs', () => {
    for (const { field, where } of everyField) {
      expect(`${where} ${field.hint ?? ''} ${field.pattern?.[1] ?? ''}`).not.toMatch(/entre guillemets|"/);
    }
  });

  test('shows no stored value of a choice in a list', () => {
    for (const { name, summary, view_groups: groups } of config.collections) {
      const fields: Fields = collections[name].fields;
      const choices = Object.entries(fields).filter(([, schema]) => metaOf(schema).kind === 'choice');
      for (const [field] of choices) expect(summary).not.toContain(`{{${field}`);
      expect(groups).toBeUndefined();
    }
  });

  test('adds and deletes nothing where the entries are fixed', () => {
    for (const { name, create, delete: remove } of config.collections) {
      const fixed = name === 'pages' || name === 'settings';
      expect([create, remove]).toEqual([!fixed, !fixed]);
    }
  });
});

describe('a field', () => {
  test('of text keeps its pattern, anchored, its examples and the spaces around them', () => {
    for (const { field, meta, where } of ofKind('text')) {
      const [pattern] = field.pattern ?? [];
      if (meta.pattern) {
        expect(meta.pattern.source, where).toMatch(/^\^.*\$$/);
        for (const example of meta.examples ?? []) {
          expect(` ${example} `, where).toMatch(pattern ?? /nothing/);
          expect(`x ${example}`, where).not.toMatch(pattern ?? /anything/);
          expect(`${example} x`, where).not.toMatch(pattern ?? /anything/);
        }
      } else {
        expect('a\n'.repeat(meta.maxLength / 2), where).toMatch(pattern ?? /nothing/);
        expect('a'.repeat(meta.maxLength + 1), where).not.toMatch(pattern ?? /anything/);
      }
    }
  });

  test('of number says which', () => {
    for (const { field, meta } of ofKind('number')) {
      expect(field).toMatchObject({ value_type: meta.integer ? 'int' : 'float' });
      const { min, max } = optionsOf(field);
      expect([min, max]).toEqual([meta.min, meta.max]);
      // Decap forgets min and max beside a pattern.
      expect(field.pattern).toBeUndefined();
    }
  });

  test('of day, hour or both writes no offset', () => {
    for (const { field } of ofKind('date')) expect(field).toMatchObject({ format: 'YYYY-MM-DD', time_format: false });
    for (const { field } of ofKind('time')) expect(field).toMatchObject({ format: 'HH:mm', date_format: false });
    for (const { field } of ofKind('datetime')) {
      expect(field).toMatchObject({ format: 'YYYY-MM-DDTHH:mm' });
      expect(field).not.toHaveProperty('time_format');
    }
  });

  test('of choice keeps text values, months included, in the declared order, or in that of their names', () => {
    for (const { field, meta, where } of ofKind('choice')) {
      const { options, multiple, default: first } = optionsOf(field);
      const values = (options as { value: unknown }[]).map(({ value }) => value);
      if (meta.order !== 'label') expect(values, where).toEqual(Object.keys(meta.options));
      expect(values.every((value) => typeof value === 'string')).toBe(true);
      expect(multiple ?? false).toBe(meta.multiple);
      expect(first).toEqual(meta.multiple ? [] : meta.default);
    }
  });

  test('of regions lists them by name, not by code', () => {
    const regions = everyField.find(({ where }) => where === 'settings.alerts.regions');
    const labels = regions && (optionsOf(regions.field)['options'] as { label: string }[]).map(({ label }) => label);
    expect(labels?.slice(0, 4)).toEqual([
      'Auvergne-Rhône-Alpes',
      'Bourgogne-Franche-Comté',
      'Bretagne',
      'Centre-Val de Loire',
    ]);
    expect(labels).toHaveLength(18);
    expect(labels).toEqual(labels?.toSorted((a, b) => a.localeCompare(b, 'fr')));
  });

  test('of tick starts unticked and is never « required »', () => {
    for (const { field } of ofKind('boolean')) expect(field).toMatchObject({ default: false, required: false });
  });

  test('of several values has the least and the most that Decap heeds together', () => {
    for (const { field, meta } of [...ofKind('list'), ...ofKind('choice'), ...ofKind('reference')]) {
      const { min, max } = optionsOf(field);
      const several = meta.kind === 'list' || meta.multiple;
      expect([min, max]).toEqual(several ? [meta.required ? 1 : 0, meta.max] : [undefined, undefined]);
      if (several) expect(max).toBeGreaterThan(0);
    }
  });

  test('of the text below has its limit', () => {
    for (const { fields } of config.collections) {
      const [pattern] = fields.at(-1)?.pattern ?? [];
      expect('a\n'.repeat(20_000)).toMatch(pattern ?? /nothing/);
      expect('a'.repeat(40_001)).not.toMatch(pattern ?? /anything/);
    }
  });

  test('of reference names a collection of the site and stores the file name', () => {
    for (const { field } of ofKind('reference')) {
      expect(Object.keys(collections)).toContain(optionsOf(field)['collection']);
      expect(field).toMatchObject({ value_field: '{{slug}}', options_length: 1000 });
    }
  });

  test('of list starts empty and names its item', () => {
    for (const { field, meta } of ofKind('list')) {
      expect(field).toMatchObject({ default: [], label_singular: meta.labelSingular, required: meta.required });
      const { fields, field: one } = optionsOf(field);
      expect(fields ?? one).toBeDefined();
    }
  });

  test('of an optional group is asked by the save check, not by Decap', () => {
    for (const { field, meta } of ofKind('group')) {
      const asked = fieldsIn(field).flatMap(({ name, required }) => (required ? name : []));
      if (meta.optional) expect(asked).toEqual([]);
      else {
        const required = Object.entries(meta.fields).filter(([, schema]) => metaOf(schema).required);
        expect(asked).toEqual(expect.arrayContaining(required.map(([name]) => name)));
      }
    }
  });
});

describe('the backend', () => {
  const gitlab = { CMS_BACKEND: 'gitlab', CMS_REPO: 'cantines/site', CMS_APP_ID: 'abc' };
  const forge = { ...gitlab, CMS_BASE_URL: 'https://git.exemple.org/' };

  test('is this machine without settings', () => {
    const backend = readBackend({ CMS_BACKEND: ' ' });
    expect(backend).toEqual({ name: 'proxy', proxy_url: '/admin/api/v1/', branch: 'main' });
    expect(isLocal(backend)).toBe(true);
  });

  test.each<[Record<string, string>, Record<string, string>]>([
    [gitlab, { name: 'gitlab', auth_type: 'pkce', app_id: 'abc', repo: 'cantines/site', branch: 'main' }],
    [
      { ...forge, CMS_BRANCH: 'publie' },
      {
        name: 'gitlab',
        auth_type: 'pkce',
        app_id: 'abc',
        base_url: 'https://git.exemple.org',
        api_root: 'https://git.exemple.org/api/v4',
        graphql_api_root: 'https://git.exemple.org/api/graphql',
        repo: 'cantines/site',
        branch: 'publie',
      },
    ],
    ...['forgejo', 'gitea'].map((name): [Record<string, string>, Record<string, string>] => [
      { ...forge, CMS_BACKEND: name },
      {
        name,
        app_id: 'abc',
        base_url: 'https://git.exemple.org',
        api_root: 'https://git.exemple.org/api/v1',
        repo: 'cantines/site',
        branch: 'main',
      },
    ]),
    [
      { CMS_BACKEND: 'github', CMS_REPO: 'cantines/site', CMS_BASE_URL: 'https://auth.exemple.org' },
      { name: 'github', base_url: 'https://auth.exemple.org', repo: 'cantines/site', branch: 'main' },
    ],
  ])('%o', (env, expected) => {
    expect(readBackend(env)).toEqual(expected);
  });

  test.each([
    [{ CMS_BACKEND: 'svn' }, 'CMS_BACKEND vaut'],
    [{ CMS_BACKEND: 'gitlab' }, 'demande encore CMS_REPO et CMS_APP_ID'],
    [{ ...gitlab, CMS_BACKEND: 'forgejo' }, 'demande encore CMS_BASE_URL'],
    [{ CMS_BACKEND: 'github', CMS_REPO: 'a/b' }, 'demande encore CMS_BASE_URL'],
    [{ CMS_REPO: 'a/b' }, 'CMS_REPO est réglé sans CMS_BACKEND'],
    [{ CMS_APP_ID: 'abc' }, 'CMS_APP_ID est réglé sans CMS_BACKEND'],
    [{ ...gitlab, CMS_REPO: 'https://gitlab.com/a/b' }, 'CMS_REPO vaut'],
    [{ ...gitlab, CMS_REPO: 'site' }, 'CMS_REPO vaut'],
    [{ CMS_WORKFLOW: 'relecture' }, 'CMS_WORKFLOW est réglé sans CMS_BACKEND'],
    [{ ...gitlab, CMS_BASE_URL: 'git.exemple.org' }, 'CMS_BASE_URL vaut'],
    [{ ...gitlab, CMS_BASE_URL: 'http://git.exemple.org' }, 'CMS_BASE_URL vaut'],
  ])('%o is told in one sentence', (env, sentence) => {
    expect(() => readBackend(env)).toThrow(sentence);
  });

  test.each(['gitlab', 'forgejo', 'github'] as const)(
    '%s publishes at once, or after a review when asked',
    async (name) => {
      expect(readWorkflow({}, { name })).toBe('direct');
      expect(readWorkflow({ CMS_WORKFLOW: ' directe ' }, { name })).toBe('direct');
      expect(config).toMatchObject({ publish_mode: 'simple' });
      const workflow = readWorkflow({ CMS_WORKFLOW: 'relecture' }, { name });
      const reviewed = cmsConfig({ ...settings, backend: readBackend({ ...forge, CMS_BACKEND: name }), workflow });
      expect(reviewed).toMatchObject({ publish_mode: 'editorial_workflow', backend: { name, squash_merges: true } });
      expect(await decapRefusal(reviewed)).toBeUndefined();
    },
  );

  test.each([
    ['gitlab', 'brouillon', /CMS_WORKFLOW vaut « brouillon ».*écrivez directe ou relecture/],
    ['gitlab', 'constructor', /CMS_WORKFLOW vaut « constructor »/],
    ['gitea', 'relecture', /ne va pas avec CMS_BACKEND=gitea.*CMS_WORKFLOW=directe/],
  ] as const)('%s refuses the workflow « %s » in one sentence', (name, given, sentence) => {
    expect(() => readWorkflow({ CMS_WORKFLOW: given }, { name })).toThrow(sentence);
  });

  test.each([
    [{}, "connect-src 'self' blob: data:;"],
    [gitlab, "connect-src 'self' blob: data: https://gitlab.com;"],
    [forge, "connect-src 'self' blob: data: https://git.exemple.org;"],
    [{ CMS_BACKEND: 'github', CMS_REPO: 'a/b', CMS_BASE_URL: 'https://auth.exemple.org' }, 'https://api.github.com'],
  ])('%o: the policy opens that host and no other', (env, source) => {
    const policy = contentSecurityPolicy(readBackend(env));
    expect(`${policy};`).toContain(source);
    expect(policy).toContain(`script-src 'self' '${DOOR_HASH}' '${FLOOR_HASH}' 'unsafe-eval';`);
    expect(policy).toContain("default-src 'none';");
  });
});

test.each([
  [DOOR, DOOR_HASH],
  [FLOOR, FLOOR_HASH],
])('the policy lets the inline scripts of /admin/ run', (script, hash) => {
  expect(hash).toBe(`sha256-${createHash('sha256').update(script).digest('base64')}`);
});

test('the guide names the browsers that the CMS needs', () => {
  expect(readFileSync('tests/fixtures/network/content/pages/guide-de-redaction.md', 'utf8')).toContain(CMS_BROWSERS);
});
