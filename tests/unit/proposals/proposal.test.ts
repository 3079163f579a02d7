import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { stateOf, withProposal } from '#proposals/apply.ts';
import { digestOf } from '#proposals/digest.ts';
import { decoded, encoded, proposalLink } from '#proposals/link.ts';
import { openFieldAt, openValue, valueAt } from '#proposals/open.ts';
import { MAX_PROPOSAL, type Answer, type Proposal } from '#proposals/proposal.ts';
import { readProposal } from '#proposals/read.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const TODAY = '2026-11-23';

const proposalOf = (answers: Record<string, Answer>, changes: Partial<Proposal> = {}): Proposal => ({
  type: 'proposition',
  version: 1,
  id: '0123456789abcdef0123456789abcdef',
  collection: 'cantines',
  slug: 'lyon-vaise',
  by: 'team',
  saidOn: '2026-11-22',
  answers,
  ...changes,
});

const read = (proposal: unknown) => readProposal(JSON.stringify(proposal), TODAY);
const right = (was = ''): Answer => ({ is: 'right', was });
const changed = (to: unknown, was = ''): Answer => ({ is: 'changed', was, to });

/** The digest of what an entry says, as its page writes it. */
const wasIn = (entry: unknown, path: string): string => {
  const field = openFieldAt('cantines', path);
  return field ? digestOf(openValue(field.meta, valueAt(entry, path))) : '';
};

describe('a link', () => {
  test('carries any text, and nothing but signs of an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const signs = encoded(text.toWellFormed());
        expect(signs).toMatch(/^[\w-]*$/);
        expect(signs === '' ? '' : decoded(signs)).toBe(text.toWellFormed());
      }),
    );
  });

  test('opens as the document that it holds', () => {
    const proposal = proposalOf({ status: right('abc') });
    expect(readProposal(proposalLink('https://exemple.org', JSON.stringify(proposal)), TODAY)).toEqual({ proposal });
  });

  test.each(['', '%%%', 'AAA', '_____', encoded('\u0000'), encoded('{"type":')])(
    'that is cut or spoilt is refused: %s',
    (payload) => {
      expect(readProposal(`https://exemple.org/admin/#/propositions/${payload}`, TODAY).refused).toMatch(
        /proposition.*Rien n’est changé\./,
      );
    },
  );

  test('whose bytes are no text is refused', () => {
    expect(readProposal('gICA', TODAY).refused).toMatch(/lien est coupé/);
  });
});

describe('a document', () => {
  test('is read as it was written, whatever each answer says', () => {
    const proposal = proposalOf({
      status: changed('paused', 'a1'),
      price: changed({ costPrice: 9.5, note: null }),
      'accessibility.stepFree': changed('yes'),
      openingHours: changed({ slots: [{ day: 'monday', kind: 'meal', service: 'lunch', opens: '12:15' }] }),
      exceptions: changed([{ from: '2026-12-24', to: '2027-01-03', kind: 'closed' }]),
      diets: { is: 'other', was: '', says: 'Le jeudi seulement.' },
      languages: { is: 'unknown' },
    });
    expect(read(proposal)).toEqual({ proposal });
  });

  test.each<[string, unknown, RegExp]>([
    ['of no shape', { hello: 1 }, /n’a pas la forme/],
    ['that is a list', [1], /n’est pas une proposition/],
    ['that is null', null, /n’est pas une proposition/],
    ['with a key more', { ...proposalOf({ status: right() }), name: 'Camille' }, /n’a pas la forme/],
    ['of a later version', { ...proposalOf({ status: right() }), version: 2 }, /version plus récente/],
    ['of a role that does not exist', { ...proposalOf({ status: right() }), by: 'maire' }, /« by »/],
    ['without an answer', proposalOf({}), /ne répond à rien/],
    [
      'on a collection that nobody proposes to',
      proposalOf({ title: right() }, { collection: 'settings' }),
      /« settings »/,
    ],
    ['on the prototype', proposalOf({ constructor: right() }), /« constructor » ne se propose pas/],
    [
      'on a field that editors alone write',
      proposalOf({ verifiedOn: changed(TODAY) }),
      /« verifiedOn » ne se propose pas/,
    ],
    ['on the address of alerts', proposalOf({ 'alerts.email': changed('a@exemple.org') }), /ne se propose pas/],
    [
      'on a part that editors alone write',
      proposalOf({ openingHours: changed({ asOf: '2026' }) }),
      /asOf » ne se propose pas/,
    ],
    ['of a day that is not come', proposalOf({ status: right() }, { saidOn: '2026-12-24' }), /pas encore venu/],
    ['of a day that does not exist', proposalOf({ status: right() }, { saidOn: '2026-02-30' }), /n’est pas un jour/],
    ['of long ago', proposalOf({ status: right() }, { saidOn: '2025-11-22' }), /tout a pu changer/],
    [
      'with a script',
      proposalOf({ contacts: changed({ website: 'https://exemple.org/<script>' }) }),
      /contient du code/,
    ],
    [
      'with a script in other words',
      proposalOf({ diets: { is: 'other', was: '', says: '<img src=x>' } }),
      /contient du code/,
    ],
    [
      'with an address that runs',
      proposalOf({ contacts: changed({ website: 'javascript:alert(1)' }) }),
      /contient du code/,
    ],
    ['with a value of another kind', proposalOf({ capacity: changed({ seats: 'beaucoup' }) }), /Places à table/],
    ['with a value out of its limits', proposalOf({ capacity: changed({ seats: 5000 }) }), /Places à table/],
    ['with a choice that does not exist', proposalOf({ status: changed('partie') }), /État/],
    ['with a group that is a text', proposalOf({ price: changed('cher') }), /n’a pas la forme/],
    [
      'that adds to what is no list',
      proposalOf({ status: { is: 'added', was: '', to: 'open' } }),
      /n’est pas une liste/,
    ],
    ['of no entry', proposalOf({ status: right() }, { slug: undefined }), /de quelle fiche/],
    ['that climbs', proposalOf({ status: right() }, { slug: '../settings/site' }), /n’a pas la forme/],
    [
      'on an opportunity, without a source',
      proposalOf(
        { windows: { is: 'added', was: '', to: { closesOn: '2027-01-15' } } },
        { collection: 'opportunities' },
      ),
      /adresse de la page/,
    ],
    [
      'that changes a session',
      proposalOf({ title: changed('Autre') }, { collection: 'sessions' }),
      /de nouvelles fiches/,
    ],
  ])('%s is refused in words', (_what, data, words) => {
    const { proposal, refused } = read(data);
    expect(proposal).toBeUndefined();
    expect(refused).toMatch(words);
    expect(refused).toMatch(/Rien n’est changé\.$/);
  });

  const session = (changes: Record<string, string>, told: Partial<Proposal> = {}) => {
    const values = {
      title: 'Portes ouvertes',
      summary: 'On cuisine ensemble.',
      kind: 'portes-ouvertes',
      startsAt: '2027-01-12T18:30',
      endsAt: '2027-01-12T20:00',
      attendance: 'onSite',
      cantine: 'lyon-vaise',
      ...changes,
    };
    const answers = Object.entries(values).map(([name, to]) => [name, changed(to)]);
    return read(
      proposalOf(Object.fromEntries(answers) as Record<string, Answer>, {
        collection: 'sessions',
        slug: undefined,
        ...told,
      }),
    );
  };

  test('of a session is one that could be published', () => {
    expect(session({}).proposal?.answers['title']).toMatchObject({ to: 'Portes ouvertes' });
    expect(session({ endsAt: '2027-01-12T18:00' }).refused).toMatch(/« Fin » : Corrigez l’heure de fin/);
    expect(session({ status: 'cancelled' }).refused).toMatch(/« status » ne se propose pas/);
    expect(session({}, { by: 'guest' }).refused).toMatch(/l’équipe d’une cantine, ou par le réseau/);
  });

  test('of 5 MB is refused before it is read', () => {
    const huge = JSON.stringify(proposalOf({ diets: { is: 'other', was: '', says: 'x'.repeat(5_000_000) } }));
    expect(readProposal(huge, TODAY).refused).toMatch(new RegExp(`moins de ${MAX_PROPOSAL / 1000}`));
  });

  test('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => encoded(text.toWellFormed())),
        ),
        (text) => {
          expect(readProposal(text, TODAY).refused).toMatch(/Rien n’est changé\.$/);
        },
      ),
    );
  });
});

describe('what is accepted', () => {
  const file = entryOf('cantines', {
    statusAsOf: '2024',
    'capacity.seats': 20,
    'capacity.asOf': '2023',
    'price.costPrice': 9,
    'price.note': 'Une adhésion en plus.',
    exceptions: [{ from: '2026-07-01', to: '2026-08-31', kind: 'closed' }],
    nappe: { pattern: 'vichy' },
  });
  const accept = (proposal: Proposal, accepted = Object.keys(proposal.answers)) =>
    readOf('cantines', withProposal(file, proposal, accepted));

  test('is dated where its fact is, with who said it', () => {
    const entry = accept(proposalOf({ status: right(), capacity: changed({ seats: 24 }) }));
    expect(entry).toMatchObject({
      status: 'open',
      statusAsOf: '2026-11-22',
      capacity: { seats: 24, asOf: '2026-11-22' },
      price: { costPrice: 9, note: 'Une adhésion en plus.' },
      nappe: { pattern: 'vichy' },
      confirmations: [
        { fact: 'status', on: '2026-11-22', by: 'team' },
        { fact: 'capacity', on: '2026-11-22', by: 'team' },
      ],
    });
    expect(entry['verifiedOn']).toBeUndefined();
  });

  test('confirms the whole fiche when a team answered for all that it states', () => {
    const all = { status: right(), address: right(), capacity: right(), price: right() };
    expect(accept(proposalOf(all))['verifiedOn']).toBe('2026-11-22');
    expect(accept(proposalOf(all, { by: 'guest' }))['verifiedOn']).toBeUndefined();
    expect(accept(proposalOf(all), ['status', 'address', 'capacity'])['verifiedOn']).toBeUndefined();
  });

  test('clears what is said to be nothing, and keeps the parts that are not spoken of', () => {
    const { price } = accept(proposalOf({ price: changed({ note: null }) }));
    expect(price).toMatchObject({ costPrice: 9 });
    expect(price).not.toHaveProperty('note', 'Une adhésion en plus.');
  });

  test('does not date a group of which a part alone was answered', () => {
    const { capacity, confirmations } = accept(proposalOf({ 'capacity.cookingPlaces': changed(8) }));
    expect(capacity).toMatchObject({ seats: 20, cookingPlaces: 8, asOf: '2023' });
    expect(confirmations).toEqual([]);
  });

  test('keeps what is behind us in a list', () => {
    const { exceptions } = accept(
      proposalOf({ exceptions: changed([{ from: '2026-12-24', to: '2027-01-03', kind: 'closed' }]) }),
    );
    expect(exceptions).toMatchObject([{ from: '2026-07-01' }, { from: '2026-12-24' }]);
  });

  test('writes nothing of what nobody knows, of other words, nor of what was not taken', () => {
    const answers: Record<string, Answer> = {
      diets: { is: 'unknown' },
      languages: { is: 'other', was: '', says: 'Un peu de breton.' },
      status: changed('closed'),
    };
    expect(withProposal(file, proposalOf(answers), ['diets', 'languages'])).toEqual(file);
  });

  test('of a guest does not replace the word of a team, unless something changed', () => {
    const told = { ...file, confirmations: [{ fact: 'status', on: '2026-11-01', by: 'team' }] };
    const guest = (answer: Answer) =>
      readOf('cantines', withProposal(told, proposalOf({ status: answer }, { by: 'guest' }), ['status']));
    expect(guest(right())['confirmations']).toEqual([{ fact: 'status', on: '2026-11-01', by: 'team' }]);
    expect(guest(changed('paused'))['confirmations']).toEqual([{ fact: 'status', on: '2026-11-22', by: 'guest' }]);
  });

  test('never makes a date older', () => {
    const later = { ...file, verifiedOn: '2026-11-23', statusAsOf: '2026-11-23' };
    const entry = withProposal(
      later,
      proposalOf({ status: right(), address: right(), capacity: right(), price: right() }),
      ['status', 'address', 'capacity', 'price'],
    );
    expect(entry).toMatchObject({ verifiedOn: '2026-11-23', statusAsOf: '2026-11-23' });
  });

  test('of an opportunity is its window, with the page that says so, once', () => {
    const call = entryOf('opportunities', {
      windows: [{ closesOn: '2026-03-01' }],
      sources: [{ url: 'https://exemple.org/appel', title: 'La fondation', readOn: '2026-01-01' }],
    });
    const proposal = proposalOf(
      { windows: { is: 'added', was: '', to: { opensOn: '2027-01-05', closesOn: '2027-02-15' } } },
      { collection: 'opportunities', slug: 'un-appel', source: 'https://exemple.org/appel' },
    );
    expect(read(proposal)).toEqual({ proposal });
    expect(withProposal(call, proposal, ['windows'])).toMatchObject({
      windows: [{ closesOn: '2026-03-01' }, { opensOn: '2027-01-05', closesOn: '2027-02-15' }],
      sources: [{ url: 'https://exemple.org/appel', title: 'La fondation', readOn: '2026-11-22' }],
    });
  });
});

describe('on the entry of today, an answer', () => {
  const entry = readOf('cantines', entryOf('cantines', { 'capacity.seats': 20 }));
  const state = (answer: Answer, of: unknown = entry, changes: Partial<Proposal> = {}) =>
    stateOf(proposalOf({ capacity: answer }, changes), 'capacity', of);

  test('is fresh while the entry says what was shown', () => {
    expect(state(right(wasIn(entry, 'capacity')))).toBe('fresh');
    expect(state(changed({ seats: 24 }, wasIn(entry, 'capacity')))).toBe('fresh');
  });

  test('meets a later edit', () => {
    const later = readOf('cantines', entryOf('cantines', { 'capacity.seats': 30 }));
    expect(state(right(wasIn(entry, 'capacity')), later)).toBe('changed since');
    expect(state(changed({ seats: 24 }, wasIn(entry, 'capacity')), later)).toBe('changed since');
  });

  test('is there already once it was accepted: a repeat writes nothing', () => {
    for (const answer of [right(wasIn(entry, 'capacity')), changed({ seats: 24 }, wasIn(entry, 'capacity'))]) {
      const after = readOf(
        'cantines',
        withProposal(entryOf('cantines', { 'capacity.seats': 20 }), proposalOf({ capacity: answer }), ['capacity']),
      );
      expect(state(answer, after)).toBe('already there');
    }
  });
});
