/** What a proposal says, beside what the entry says today. */
import { describe, expect, test } from 'vitest';
import { compare, takenIn } from '#admin/proposals/compare.ts';
import { splitInFields } from '#admin/proposals/split.ts';
import { sayAccept, sayGist } from '#admin/proposals/words.ts';
import { withProposal } from '#proposals/apply.ts';
import type { Answer } from '#proposals/proposal.ts';
import { entryOf, type Data } from '../../support/entries.ts';
import { added, allRight, changed, other, proposalOn, right } from '../../support/proposals.ts';

const TODAY = '2026-11-23';
const slots = [{ day: 'tuesday', kind: 'meal', opens: '12:30', closes: '14:30' }];
const data = entryOf('cantines', {
  title: 'Annecy',
  'address.addressLocality': 'Annecy',
  'address.streetAddress': '2 rue du Marché',
  'openingHours.slots': slots,
  'contacts.email': 'bonjour@exemple.org',
  'contacts.telephone': '04 00 00 00 01',
});
const on = (changes: Data = data) => ({ collection: 'cantines', slug: 'annecy', data: changes }) as const;
const said = (answers: Readonly<Record<string, Answer>>, told = {}) => proposalOn(on(), TODAY, answers, told);
const compared = (answers: Readonly<Record<string, Answer>>, now: Data = data, told = {}) =>
  compare(said(answers, told), { ...now, body: 'Un texte.' }, {});
const rowAt = (path: string, ...given: Parameters<typeof compared>) =>
  compared(...given).rows.find((row) => row.path === path);

describe('field by field', () => {
  test('today’s words beside the proposed ones', () => {
    const to = [...slots, { day: 'friday', kind: 'meal', opens: '19:00', closes: '22:30' }];
    expect(
      rowAt('openingHours.slots', { 'openingHours.slots': changed(on(), 'openingHours.slots', to) }),
    ).toMatchObject({
      label: 'Horaires de la semaine › Créneaux',
      today: [expect.stringMatching(/^mardi/i)],
      proposed: [expect.stringMatching(/^mardi/i), expect.stringMatching(/^vendredi/i)],
      state: 'fresh',
      isTaken: true,
    });
  });

  test('a group that changes is told part by part, and what was left as it is holds', () => {
    const { rows } = compared({ address: changed(on(), 'address', { streetAddress: '4 rue du Marché' }) });
    expect(rows.map(({ path, is }) => [path, is])).toEqual([
      ['address.streetAddress', 'changed'],
      ['address.addressLocality', 'right'],
    ]);
    const split = splitInFields(
      said({ address: changed(on(), 'address', { streetAddress: '4 rue du Marché' }) }),
      data,
    );
    const whole = withProposal(data, split, Object.keys(split.answers));
    expect(whole['confirmations']).toEqual([{ fact: 'address', on: TODAY, by: 'team' }]);
    // The street alone does not confirm the town.
    expect(withProposal(data, split, ['address.streetAddress'])['confirmations']).toBeUndefined();
  });

  test('what is known no more is emptied', () => {
    const row = rowAt('contacts.telephone', { contacts: changed(on(), 'contacts', { telephone: null }) });
    expect(row).toMatchObject({ today: ['04 00 00 00 01'], proposed: [], isTaken: true });
  });

  test('other words and « je ne sais pas » are told apart, and nothing is written of them', () => {
    const comparison = compared({
      price: { is: 'unknown' },
      diets: other(on(), 'diets', 'Le jeudi on mange froid.'),
    });
    expect(comparison).toMatchObject({
      rows: [],
      others: [{ label: 'Régimes', says: 'Le jeudi on mange froid.' }],
      unknown: ['Prix'],
      brings: false,
    });
  });
});

describe('what has changed since', () => {
  const moved = { ...data, contacts: { email: 'bonjour@exemple.org', telephone: '04 00 00 00 09' } };

  test('a change is shown, and not taken unless an editor says so', () => {
    const answer = { 'contacts.telephone': changed(on(), 'contacts.telephone', '04 00 00 00 02') };
    expect(rowAt('contacts.telephone', answer, moved)).toMatchObject({
      state: 'changed since',
      today: ['04 00 00 00 09'],
      proposed: ['04 00 00 00 02'],
      canTake: true,
      isTaken: false,
    });
    expect(rowAt('contacts.telephone', answer, moved)?.warning).toContain('a changé depuis');
  });

  test('the parts of a group are held to have changed with it', () => {
    const { rows } = compared({ contacts: changed(on(), 'contacts', { email: 'cantine@exemple.org' }) }, moved);
    expect(rows.map(({ path, state }) => [path, state])).toEqual([['contacts.email', 'changed since']]);
  });

  test('nobody confirms what they have not read', () => {
    const answers = { contacts: right(on(), 'contacts') };
    const { rows, brings } = compared(answers, moved);
    expect(rows).toMatchObject([{ canTake: false, isTaken: false }]);
    expect(rows[0]?.warning).toContain('a changé depuis');
    expect(takenIn(rows, () => true)).toEqual([]);
    expect(brings).toBe(false);
  });

  test('a replayed proposal finds its values there, and brings nothing', () => {
    const answers = { ...allRight(on(), TODAY), dietsNote: changed(on(), 'dietsNote', 'Sans porc.') };
    const before = compared(answers);
    expect(before.brings).toBe(true);
    const written = withProposal(data, before.proposal, takenIn(before.rows));
    const again = compared(answers, written);
    expect(again.rows.map(({ state }) => state)).toEqual(before.rows.map(() => 'already there'));
    expect(again.brings).toBe(false);
    expect(sayGist(again)).toContain('déjà dans la fiche');
  });

  test('a value that an editor wrote meanwhile is signed by who says it', () => {
    const answers = { dietsNote: changed(on(), 'dietsNote', 'Sans porc.') };
    const comparison = compared(answers, { ...data, dietsNote: 'Sans porc.' });
    expect(comparison.rows).toMatchObject([{ state: 'already there' }]);
    expect(comparison.brings).toBe(true);
  });
});

test.each([
  ['jeanne.martin@exemple.org', false],
  ['jeanne@gmail.com', false],
  ['annecy@exemple.org', true],
])('%s as the contact of a cantine', (email, isTaken) => {
  const row = rowAt('contacts.email', { contacts: changed(on(), 'contacts', { email }) });
  expect(row).toMatchObject({ isTaken, canTake: true });
  expect(row?.warning === undefined).toBe(isTaken);
});

test('a period that is added stands beside those that are there', () => {
  const call = entryOf('opportunities', { windows: [{ closesOn: '2026-01-31' }] });
  const place = { collection: 'opportunities', slug: 'un-appel', data: call } as const;
  const answers = { windows: added(place, 'windows', { closesOn: '2027-01-31' }) };
  const proposal = proposalOn(place, TODAY, answers, { source: 'https://exemple.org/appel' });
  expect(compare(proposal, call, {}).rows).toMatchObject([
    { is: 'added', today: [expect.stringContaining('31')], proposed: [expect.stringContaining('2027')], isTaken: true },
  ]);
});

test('the button says how many answers it takes', () => {
  const { rows } = compared(allRight(on(), TODAY));
  expect(sayAccept(rows, rows.length)).toBe(`Accepter les ${rows.length}\u00a0réponses`);
  expect(sayAccept(rows, 1)).toBe(`Accepter 1\u00a0réponse sur ${rows.length}`);
  expect(sayAccept(rows, 0)).toBe('Cochez ce que vous acceptez');
});
