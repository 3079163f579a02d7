import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { vcardOf } from '#cantines/feeds/vcard.ts';
import { fullName } from '#domain/address.ts';
import { collections } from '#schemas/index.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { entries } from '../../support/arbitraries.ts';
import { entryOf, readOf } from '../../support/entries.ts';
import { networkEntries } from '../../support/network.ts';

const cantines = collections.cantines as unknown as Collection;
const cantineOf = (changes: Record<string, unknown> = {}) =>
  readOf('cantines', entryOf('cantines', changes)) as Cantine;
const PAGE = 'https://www.exemple.org/cantines/lyon-vaise/';

/** The properties of a card as ical.js, a reader of its own, understands them. */
function read(card: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(card) as unknown[]);
}
const values = (card: string, name: string) =>
  read(card)
    .getAllProperties(name)
    .map((each) => each.getFirstValue() as unknown);

const unfold = (card: string) => card.replaceAll('\r\n ', '').split('\r\n');

/** What a text becomes in a card: one kind of line break, no other control character. */
const plain = (text: string) =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '');

const awkward = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('é', 'œ', '🍲', '👩🏽‍🍳', ',', ';', '\\', '\\n', ':', '"', '’'),
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

// ical.js takes the semicolon after an escaped backslash for an escaped one (only the sign before it is looked at).
const readable = (text: string) => !text.endsWith('\\');
const street = awkward.filter(readable);

describe('any cantine', () => {
  const anyCantine = entries(cantines)
    .map((data) => readEntry(cantines, data).entry as Cantine)
    .filter(({ address }) => readable(address.addressLocality));

  test('makes a card that another program reads back equal', () => {
    fc.assert(
      fc.property(anyCantine, awkward, street, (cantine, title, street) => {
        const told: Cantine = { ...cantine, title, address: { ...cantine.address, streetAddress: street } };
        const card = vcardOf(told, PAGE);
        expect(values(card, 'version')).toEqual(['4.0']);
        expect(values(card, 'kind')).toEqual(['org']);
        expect(values(card, 'fn')).toEqual([plain(fullName(title))]);
        expect(values(card, 'org')).toEqual([plain(told.association ?? fullName(title))]);
        const { addressLocality, postalCode } = told.address;
        const country = told.timezone === 'Europe/Brussels' ? 'Belgique' : 'France';
        expect(values(card, 'adr')).toEqual([
          ['', '', plain(street), plain(addressLocality), '', postalCode ?? '', country],
        ]);
        expect(values(card, 'email')).toEqual(told.contacts.email === undefined ? [] : [told.contacts.email]);
        expect(values(card, 'tel')).toHaveLength(told.contacts.telephone === undefined ? 0 : 1);
        expect(values(card, 'url')).toEqual([told.contacts.website, PAGE].filter((url) => url !== undefined));
        expect(String(values(card, 'note')[0])).toContain(PAGE);
        const precise = told.location?.precision === 'address' || told.location?.precision === 'street';
        expect(values(card, 'geo')).toEqual(
          precise ? [`geo:${told.location?.latitude},${told.location?.longitude}`] : [],
        );
      }),
      { numRuns: 400 },
    );
  });

  test('makes lines of at most 75 octets that end with CRLF and cut no character', () => {
    fc.assert(
      fc.property(anyCantine, awkward, (cantine, title) => {
        const card = vcardOf({ ...cantine, title }, PAGE);
        expect(card.endsWith('END:VCARD\r\n')).toBe(true);
        expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(Math.max(...card.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        expect(card.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('a long line of emoji is folded between them and read back', () => {
  const title = '🍲'.repeat(30);
  const card = vcardOf(cantineOf({ title }), PAGE);
  expect(card).toContain('\r\n ');
  expect(values(card, 'fn')).toEqual([`Les Petites Cantines ${title}`]);
});

test('a text cannot end the card or begin another property', () => {
  const card = vcardOf({ ...cantineOf(), title: 'a\r\nEND:VCARD\nTEL:0\u0000\u0085' }, PAGE);
  expect(unfold(card).filter((line) => /^(?:END|TEL)/.test(line))).toEqual(['END:VCARD']);
});

test('a component that ends with a backslash leaves its semicolon alone', () => {
  const card = vcardOf(cantineOf({ 'address.streetAddress': 'rue \\' }), PAGE);
  expect(unfold(card)).toContain('ADR;TYPE=work:;;rue \\\\;Lyon;;;France');
});

describe('the name', () => {
  test.each([
    ['Mâcon', 'Les Petites Cantines Mâcon'],
    ['Petites Cantines de Metz', 'Petites Cantines de Metz'],
  ])('%s', (title, name) => {
    expect(fullName(title)).toBe(name);
  });
});

describe('the telephone is dialled from anywhere', () => {
  test.each([
    ['04 26 64 79 24', 'Europe/Paris', '+33 4 26 64 79 24'],
    ['04.26-64 79.24', 'Europe/Paris', '+33 4 26 64 79 24'],
    ['+33 4 26 64 79 24', 'Europe/Paris', '+33 4 26 64 79 24'],
    ['02 62 00 00 00', 'Indian/Reunion', '+262 2 62 00 00 00'],
    ['05 90 00 00 00', 'America/Guadeloupe', '+590 5 90 00 00 00'],
    ['05 96 00 00 00', 'America/Martinique', '+596 5 96 00 00 00'],
    ['05 94 00 00 00', 'America/Cayenne', '+594 5 94 00 00 00'],
  ])('%s in %s', (telephone, timezone, dialled) => {
    const card = vcardOf(cantineOf({ timezone, 'contacts.telephone': telephone }), PAGE);
    expect(values(card, 'tel')).toEqual([dialled]);
  });
});

describe('the point', () => {
  test.each(['address', 'street'])('of a %s is given', (precision) => {
    const card = vcardOf(cantineOf({ location: { latitude: 45.77, longitude: 4.8, precision } }), PAGE);
    expect(unfold(card)).toContain('GEO:geo:45.77,4.8');
  });

  test.each(['district', 'commune'])('of a %s is not: it would lead elsewhere', (precision) => {
    const card = vcardOf(cantineOf({ location: { latitude: 45.77, longitude: 4.8, precision } }), PAGE);
    expect(values(card, 'geo')).toEqual([]);
  });
});

describe('the revision is the newest date of the facts', () => {
  test.each([
    [{ statusAsOf: '2023', 'contacts.asOf': '2018-11' }, '20230101T000000Z'],
    [{ statusAsOf: '2023-06', 'openingHours.asOf': '2023-06-02' }, '20230602T000000Z'],
    [{ 'address.asOf': '2025', verifiedOn: '2026-11-20' }, '20261120T000000Z'],
  ])('%o', (changes, revision) => {
    expect(unfold(vcardOf(cantineOf(changes), PAGE))).toContain(`REV:${revision}`);
  });

  test('and absent when nothing is dated', () => {
    expect(unfold(vcardOf(cantineOf(), PAGE)).filter((line) => line.startsWith('REV'))).toEqual([]);
  });
});

test('the note says how old the address and the contacts are', () => {
  const card = vcardOf(
    cantineOf({
      'address.streetAddress': '1 rue du Port',
      'address.asOf': '2023-05',
      'contacts.telephone': '04 00 00 00 00',
    }),
    PAGE,
  );
  expect(values(card, 'note')).toEqual([
    `Adresse\u00a0: mai 2023. Contacts\u00a0: à confirmer. À confirmer auprès de la cantine\u00a0; fiche à jour\u00a0: ${PAGE}`,
  ]);
});

test.each(networkEntries('cantines'))('a card of $id', ({ data }) => {
  expect(values(vcardOf(data, PAGE), 'fn')).toEqual([`Les Petites Cantines ${data.title}`]);
});
