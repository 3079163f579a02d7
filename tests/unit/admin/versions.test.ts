/** Two versions of an entry, compared field by field. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cmsConfig } from '#admin/config.ts';
import { areSame } from '#domain/said.ts';
import { differencesOf } from '#admin/versions/differences.ts';

const { collections } = cmsConfig({
  backend: { name: 'proxy', branch: 'main' },
  workflow: 'direct',
  siteUrl: 'https://exemple.org',
});
const fields = collections.find(({ name }) => name === 'cantines')?.fields ?? [];
const compare = (before: object, after: object) => differencesOf(fields, { ...before }, { ...after });

describe('the same', () => {
  test.each([
    [{ title: 'Annecy' }, { title: 'Annecy ', summary: '', sources: [], address: { postalCode: null } }],
    [{ address: { a: 1, b: 2 } }, { address: { b: 2, a: 1 } }],
    [{ body: '\nTexte\n' }, { body: 'Texte' }],
  ])('%j and %j', (before, after) => {
    expect(areSame(before, after)).toBe(true);
    expect(compare(before, after)).toEqual([]);
  });

  test('and an answer of no is an answer', () => {
    expect(areSame({ seats: 0, open: false }, {})).toBe(false);
  });

  test('whatever is said, a version is the same as itself and differs from one more field', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (answers) => {
        expect(areSame(answers, structuredClone(answers))).toBe(true);
        expect(areSame(answers, { ...answers, 'un champ de plus': 'dit' })).toBe(false);
      }),
    );
  });
});

describe('what differs', () => {
  test('is under the names of the form, group by group, in its order', () => {
    expect(
      compare(
        { body: 'Bonjour', title: 'Annecy', contacts: { telephone: '04 00 00 00 00', email: 'a@exemple.org' } },
        { body: 'Bonsoir', title: 'Annecy-le-Vieux', contacts: { email: 'a@exemple.org' } },
      ),
    ).toEqual([
      { label: 'Nom de la cantine', before: 'Annecy', after: 'Annecy-le-Vieux' },
      { label: 'Contacts › Téléphone', before: '04 00 00 00 00', after: '' },
      { label: 'Histoire de la cantine', before: 'Bonjour', after: 'Bonsoir' },
    ]);
  });

  test('is told in words: the label of a choice', () => {
    expect(compare({ status: 'open' }, { status: 'preparing' })).toMatchObject([{ label: 'État', before: 'Ouverte' }]);
  });

  test('of a long text, only the lines', () => {
    const body = ['Un.', 'Deux.', 'Trois.', 'Quatre.'].join('\n\n');
    expect(compare({ body }, { body: body.replace('Deux.', 'Deux et demi.') })).toMatchObject([
      { before: '…\nDeux.\n…', after: '…\nDeux et demi.\n…' },
    ]);
    expect(compare({ body }, { body: `${body}\n\nCinq.` })).toMatchObject([{ before: '…', after: '…\nCinq.' }]);
  });

  test('of a list, the items, with the names of their fields', () => {
    const before = { sources: [{ url: 'https://exemple.org/a' }] };
    const after = { sources: [{ url: 'https://exemple.org/a' }, { url: 'https://exemple.org/b', title: 'B' }] };
    const [difference] = compare(before, after);
    expect(difference).toMatchObject({ label: 'Sources', before: '…' });
    expect(difference?.after).toMatch(
      /Adresse de la page\u00a0: https:\/\/exemple\.org\/b\n {2}Titre ou média\u00a0: B/,
    );
  });

  test('whatever two versions say, a difference is told when they are not the same', () => {
    const answers = fc.record(
      {
        title: fc.string(),
        summary: fc.string(),
        body: fc.string(),
        sources: fc.array(fc.record({ url: fc.string() })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const told = compare(before, after);
        expect(told.length > 0).toBe(!areSame(before, after));
        for (const each of told) expect(each.before).not.toBe(each.after);
      }),
    );
  });
});
