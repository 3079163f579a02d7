import { describe, expect, test } from 'vitest';
import { draftPath } from '#admin/preview/address.ts';
import { Drafts } from '#admin/preview/drafts.ts';
import { draftOf, draftProblems, readForm, type PostedForm } from '#admin/preview/form-draft.ts';
import type { DraftEntry } from '#content/draft.ts';
import { showingDraft, withDraft } from '#content/draft.ts';
import { entryOf } from '../../support/entries.ts';

const form = (data: PostedForm['data'], slug = 'annecy'): PostedForm => ({
  key: 'tab-number-1',
  collection: 'cantines',
  slug,
  data,
});

const draft = (id: string, body = ''): DraftEntry => ({ collection: 'cantines', id, data: {}, body, html: '' });

describe('what a form would show', () => {
  test('what the schema takes becomes an entry, its text in HTML', async () => {
    const posted = form({ ...entryOf('cantines', { title: 'Annecy' }), body: 'Un **lac**.' });
    expect(draftProblems(posted)).toEqual([]);
    const made = await draftOf(posted);
    expect(made).toMatchObject({ collection: 'cantines', id: 'annecy', body: 'Un **lac**.' });
    expect(made.data['title']).toBe('Annecy');
    expect(made.html).toContain('<strong>lac</strong>');
  });

  test('a new entry is named by its title, or has a name of the house', async () => {
    expect((await draftOf(form(entryOf('cantines', { title: 'Île du Lac' }), ''))).id).toBe('ile-du-lac');
    expect((await draftOf(form(entryOf('cantines', { title: 'Ω' }), ''))).id).toBe('nouvelle-fiche');
  });

  test.each([
    [{ title: undefined }, '', 'title'],
    [{ status: 'perhaps' }, '', 'status'],
    [{}, '<script>alert(1)</script>', 'texte'],
    [{}, '[ici](javascript:alert(1))', 'texte'],
    [{}, '![x](data:text/html,x)', 'texte'],
  ])('%o and « %s » are refused at %s', (changes, body, field) => {
    const fields = draftProblems(form({ ...entryOf('cantines', changes), body })).map((problem) => problem.field);
    expect(fields).toContain(field);
  });

  test('a page that is not there yet, or a photo that is about to be sent, hides nothing', () => {
    const body = '[un guide](/guides/demain/) ![Une table](/uploads/demain.jpg)';
    expect(draftProblems(form({ ...entryOf('cantines'), body }))).toEqual([]);
  });
});

test.each([
  undefined,
  'cantines',
  {},
  { key: 'short', collection: 'cantines', slug: '', data: {} },
  { key: 'tab-number-1', collection: 'constructor', slug: '', data: {} },
  { key: 'tab-number-1', collection: 'cantines', slug: '../pages/accueil', data: {} },
  { key: 'tab-number-1', collection: 'cantines', slug: '', data: [] },
])('%j is no form', (posted) => {
  expect(readForm(posted)).toBeUndefined();
});

test('the tab is asked for before the anchor', () => {
  expect(draftPath('cantines', 'annecy', 'tab')).toBe('/cantines/annecy/?apercu=tab');
  expect(draftPath('cohorts', 'mars-2027', 'tab')).toBe('/ouvrir-une-cantine/?apercu=tab#mars-2027');
});

describe('the drafts in memory', () => {
  test('each tab has its last one', () => {
    const drafts = new Drafts();
    drafts.keep('one', draft('annecy'));
    drafts.keep('two', draft('metz'));
    drafts.keep('one', draft('lille'));
    expect(drafts.of('one')?.id).toBe('lille');
    expect(drafts.of('two')?.id).toBe('metz');
    expect(drafts.of(null)).toBeUndefined();
  });

  test('the oldest go when there are many, or when they are heavy', () => {
    const many = new Drafts();
    for (let tab = 0; tab < 30; tab += 1) many.keep(String(tab), draft('annecy'));
    expect(many.of('0')).toBeUndefined();
    expect(many.of('29')).toBeDefined();
    const heavy = new Drafts();
    for (const tab of ['one', 'two', 'three']) heavy.keep(tab, draft('annecy', 'x'.repeat(3_000_000)));
    expect(heavy.of('one')).toBeUndefined();
    expect(heavy.of('three')).toBeDefined();
  });
});

describe('a draft over stored entries', () => {
  const stored = [
    { id: 'annecy', collection: 'cantines', data: { title: 'Annecy', draft: false } },
    { id: 'metz', collection: 'cantines', data: { title: 'Metz', draft: false } },
  ];

  test('takes the place of its own, shown whatever its box says', () => {
    const mine = { ...draft('annecy'), data: { title: 'Le lac', draft: true } };
    const entries = showingDraft(mine, () => withDraft('cantines', stored));
    expect(entries.map(({ data }) => data)).toEqual([{ title: 'Le lac', draft: false }, stored[1]?.data]);
  });

  test('comes after the others when it is new, and is nowhere else', () => {
    const ids = showingDraft(draft('lille'), () => [withDraft('cantines', stored), withDraft('sessions', stored)]);
    expect(ids.map((entries) => entries.map(({ id }) => id))).toEqual([
      ['annecy', 'metz', 'lille'],
      ['annecy', 'metz'],
    ]);
    expect(withDraft('cantines', stored)).toEqual(stored);
  });
});
