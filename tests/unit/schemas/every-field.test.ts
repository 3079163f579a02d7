import { describe, expect, test } from 'vitest';
import { collections, type CollectionName } from '#schemas/index.ts';
import { metaOf, readEntry, showPath, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import {
  ASKS,
  collectionOf,
  entryOf,
  exampleOf,
  leavesOf,
  problemsOf,
  readOf,
  type Leaf,
} from '../../support/entries.ts';

/** Signs that programs obey, a change of direction without end, and texts with nothing to read. */
const UNSEEN = [
  'a\u0000b',
  'a\u0007b',
  'a\u000bb',
  'a\u001bb',
  'a\u007f',
  'a\u0085b',
  'a\ud800',
  'a\uffff',
  'a\ufdd0',
].concat(['a\u202eb', 'a\u2066b', '\u200b', '\u00ad', '\u2060', '\u3164', '\u2800', ' . ', '\u0301', '…']);

/** Wrong values of a field, from what it says of itself. */
function badValues(meta: FieldMeta): unknown[] {
  switch (meta.kind) {
    case 'text': {
      const code = meta.pattern ? ['javascript:alert(1)'] : [];
      const broken = meta.shape === 'line' ? ['x\nEND:VCALENDAR', 'a\u2028b'] : [];
      return ['x'.repeat(meta.maxLength + 1), ...code, ...broken, ...UNSEEN, '—', 12, { a: 'b' }, ['a']];
    }
    case 'number': {
      const limits = [meta.min !== undefined ? meta.min - 1 : [], meta.max !== undefined ? meta.max + 1 : []].flat();
      return [...limits, 'douze', '12 €', '1 000', ...(meta.integer ? [1.5] : []), Number.NaN];
    }
    case 'boolean':
      return ['peut-être', 1];
    case 'date':
      return ['20/11/2026', '2026-13-01', '2026-02-30', '2026-11', 20261120];
    case 'time':
      return ['24:00', '12:60', '12h', 'midi', 1230];
    case 'datetime':
      return ['2027-01-12', '2027-02-30T18:30', '2027-01-12T18:30:00Z', '2027-01-12T25:00'];
    case 'choice':
      return meta.multiple ? [['inconnu'], 'inconnu', [12]] : ['inconnu', 12];
    case 'reference':
      return meta.multiple ? [['Lyon Vaise'], ['lyon-vaise.md'], [3]] : ['Lyon Vaise', '../x', 'lyon-vaise.md', 3];
    case 'image':
    case 'file':
      return ['photo.jpg', 'https://exemple.org/x.jpg', '/uploads/../x', '/uploads/ma photo.jpg', 'javascript:x', 3];
    case 'group':
    case 'list':
      return [];
  }
}

test('every list has an end', () => {
  const lists = (fields: Fields): FieldMeta[] =>
    Object.values(fields).flatMap((schema) => {
      const meta = metaOf(schema);
      if (meta.kind === 'group') return lists(meta.fields);
      const item = meta.kind === 'list' ? metaOf(meta.item) : undefined;
      return [meta, ...(item?.kind === 'group' ? lists(item.fields) : [])];
    });
  const all = Object.values(collections).flatMap(({ fields }) => lists(fields));
  const endless = all.filter(
    (meta) =>
      (meta.kind === 'list' || ((meta.kind === 'choice' || meta.kind === 'reference') && meta.multiple)) &&
      !(Number(meta.max) <= 400),
  );
  expect(endless.map(({ label }) => label)).toEqual([]);
});

const pathOf = ({ path }: Leaf) => showPath(path.map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
const withValue = (name: CollectionName, leaf: Leaf, value: unknown) =>
  entryOf(name, { ...leaf.around, [leaf.path.join('.')]: value });

describe.each(Object.keys(collections) as CollectionName[])('%s', (name) => {
  const leaves = leavesOf(collectionOf(name).fields);

  test('an entry with its required fields alone is right', () => {
    expect(problemsOf(name, entryOf(name))).toEqual([]);
  });

  test.each(leaves.map((leaf) => [pathOf(leaf), leaf] as const))(
    '%s refuses wrong values, and says what to do',
    (field, leaf) => {
      for (const bad of badValues(metaOf(leaf.schema))) {
        const problem = problemsOf(name, withValue(name, leaf, bad)).find((each) => each.field.startsWith(field));
        expect(problem, `${field} = ${JSON.stringify(bad)} is accepted`).toBeDefined();
        expect(problem?.label).toBe(metaOf(leaf.schema).label);
        expect(problem?.remedy).toMatch(ASKS);
        expect(problem?.expected).not.toBe('');
      }
    },
  );

  test('a missing required field is named', () => {
    for (const leaf of leaves.filter(({ schema }) => metaOf(schema).required)) {
      // An empty item of a list, and a group left empty, are absent as a whole: their room holds a sibling.
      const neighbour = leaves.find(
        (each) => each !== leaf && each.path.slice(0, -1).join() === leaf.path.slice(0, -1).join(),
      );
      const room = neighbour && leaf.path.length > 1 ? { [neighbour.path.join('.')]: exampleOf(neighbour.schema) } : {};
      if (leaf.path.length > 1 && !neighbour) continue;
      for (const empty of [undefined, '', null, '  ']) {
        const entry = entryOf(name, { ...leaf.around, ...room, [leaf.path.join('.')]: empty });
        const problem = problemsOf(name, entry).find(({ field }) => field === pathOf(leaf));
        expect(problem, `${pathOf(leaf)} = ${JSON.stringify(empty)} is accepted`).toBeDefined();
        expect(problem?.remedy).toMatch(ASKS);
      }
    }
  });

  test.each(['', null, '  ', []])('a cleared optional field (%j) is read as one never written', (empty) => {
    for (const leaf of leaves.filter(({ schema }) => !metaOf(schema).required)) {
      const collection = collectionOf(name);
      const without = readEntry(collection, withValue(name, leaf, undefined));
      expect(readEntry(collection, withValue(name, leaf, empty)), pathOf(leaf)).toEqual(without);
    }
  });

  test('a key that no field declares is refused, at any depth, with the names that exist', () => {
    const places = new Set(leaves.map(({ path }) => path.slice(0, -1).join('.')));
    for (const place of [...places].filter(
      (each) =>
        !/(?:^|\.)\d+$/.test(each) ||
        leaves.some(({ path }) => path.slice(0, -1).join('.') === each && path.at(-1) !== '0'),
    )) {
      const leaf = leaves.find(({ path }) => path.slice(0, -1).join('.') === place && path.at(-1) !== '0');
      if (!leaf) continue;
      const key = [...leaf.path.slice(0, -1), 'inconnu'];
      const entry = entryOf(name, {
        ...leaf.around,
        [leaf.path.join('.')]: exampleOf(leaf.schema),
        [key.join('.')]: 'x',
      });
      const field = pathOf({ ...leaf, path: key });
      const problem = problemsOf(name, entry).find((each) => each.field === field);
      expect(problem?.remedy, field).toContain(String(leaf.path.at(-1)));
      expect(problem?.expected).toBe('un nom de champ connu');
    }
  });

  test('numbers written as text, and days that YAML made dates, are read as meant', () => {
    for (const leaf of leaves) {
      const meta = metaOf(leaf.schema);
      if (meta.kind === 'number') {
        const value = Number(exampleOf(leaf.schema));
        const read = readEntry(collectionOf(name), withValue(name, leaf, value));
        expect(readEntry(collectionOf(name), withValue(name, leaf, ` ${value} `)), pathOf(leaf)).toEqual(read);
      }
      if (meta.kind === 'date') {
        const read = readEntry(collectionOf(name), withValue(name, leaf, '2026-11-20'));
        expect(readEntry(collectionOf(name), withValue(name, leaf, new Date('2026-11-20'))), pathOf(leaf)).toEqual(
          read,
        );
      }
    }
  });

  test('nothing at all tells of every required field', () => {
    const required = Object.entries(collectionOf(name).fields).filter(([, schema]) => metaOf(schema).required);
    for (const nothing of [undefined, null, {}]) {
      const fields = problemsOf(name, nothing).map(({ field }) => field);
      for (const [field] of required) expect(fields).toContain(field);
    }
  });

  test('reading what was read changes nothing', () => {
    const once = readOf(name, entryOf(name));
    expect(readOf(name, once)).toEqual(once);
  });
});
