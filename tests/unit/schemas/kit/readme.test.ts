/** What the README of the kit says of its fields is what the kit does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { decapFields } from '#schemas/kit/decap-fields.ts';
import * as f from '#schemas/kit/index.ts';
import { projectRoot } from '../../../support/folders.ts';

const readme = readFileSync(join(projectRoot, 'src/schemas/kit/README.md'), 'utf8');
const label = 'Champ';

/** One field of each kind: a kind that is added to the kit is a type error here. */
const FIELDS: Readonly<Record<FieldMaker, z.ZodType>> = {
  text: f.text({ label }),
  paragraph: f.paragraph({ label }),
  markdown: f.markdown({ label }),
  patterned: f.patterned({ label, pattern: /^x$/, expected: 'un x', remedy: 'Écrivez un x.', examples: ['x'] }),
  url: f.url({ label }),
  link: f.link({ label }),
  email: f.email({ label }),
  telephone: f.telephone({ label }),
  postalCode: f.postalCode({ label }),
  communeCode: f.communeCode({ label }),
  partialDate: f.partialDate({ label }),
  date: f.date({ label }),
  time: f.time({ label }),
  dateTime: f.dateTime({ label }),
  integer: f.integer({ label }),
  decimal: f.decimal({ label }),
  tickBox: f.tickBox({ label }),
  choice: f.choice({ label, options: { a: 'A' } }),
  yesNoUnknown: f.yesNoUnknown({ label }),
  choices: f.choices({ label, options: { a: 'A' } }),
  reference: f.reference({ label, collection: 'songs' }),
  references: f.references({ label, collection: 'songs' }),
  image: f.image({ label }),
  file: f.file({ label }),
  group: f.group({ label, fields: { name: f.text({ label }) } }),
  optionalGroup: f.optionalGroup({ label, fields: { name: f.text({ label }) } }),
  list: f.list({ label, labelSingular: 'champ', item: f.text({ label }) }),
};

/** The names of the kit that make a field. */
type FieldMaker = {
  [Name in keyof typeof f]: (typeof f)[Name] extends (...args: never[]) => z.ZodType ? Name : never;
}[keyof typeof f];

describe('the table', () => {
  const rows = readme.split('\n').flatMap((line) => {
    const [, first = '', second = ''] = line.split('|');
    const makers = [...first.matchAll(/`f\.(\w+)`/g)].map(([, name]) => name);
    const widgets = [...second.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    return makers.map((name, index) => [name, widgets[index]]);
  });

  test('has every field, with the widget that Decap is given', () => {
    const given = decapFields(FIELDS, (text) => text).map(({ name, widget }) => [name, widget]);
    expect(rows.toSorted()).toEqual(given.toSorted());
  });
});

test('the example is the collection of the second site', () => {
  const choir = readFileSync(join(projectRoot, 'tests/fixtures/second-site/choir.ts'), 'utf8');
  const [, example = ''] = /## A collection\n\n```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(example).toContain('f.collection(');
  expect(choir).toContain(example);
});
