import { expect, test } from 'vitest';
import { quickAnswers, quickFields } from '#admin/write/quick.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { readEntry } from '#schemas/kit/index.ts';

test('what an entry cannot do without is asked where it is little, and makes an entry that the schema accepts', () => {
  const names = (Object.keys(collections) as CollectionName[]).filter((name) => quickFields(name));
  expect(names).toContain('funders');
  expect(names).not.toContain('settings');
  const fields = quickFields('funders') ?? [];
  expect(fields.map(({ path }) => path.join('.'))).toEqual([
    'title',
    'summary',
    'kind',
    'territory.scope',
    'territory.name',
  ]);
  const answers = quickAnswers(fields, ['Fondation', 'Elle aide.', 'fondation', 'national', 'France']);
  expect(answers).toEqual({
    title: 'Fondation',
    summary: 'Elle aide.',
    kind: 'fondation',
    territory: { scope: 'national', name: 'France' },
  });
  expect(readEntry(collections.funders, answers).problems).toEqual([]);
});
