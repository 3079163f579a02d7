import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorReport } from '#cantines/fiche/error-report.ts';
import { correctionAddress } from '#forms/error-report.ts';
import { collections } from '#schemas/index.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import type { Cantine } from '#schemas/cantines.ts';
import type { Settings } from '#schemas/settings.ts';
import { entries } from '../../support/arbitraries.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const cantines = collections.cantines as unknown as Collection;
const cantineOf = (changes: Record<string, unknown> = {}) =>
  readOf('cantines', entryOf('cantines', changes)) as Cantine;
const settingsOf = (changes: Record<string, unknown> = {}) =>
  readOf('settings', entryOf('settings', changes)) as Settings;
const PAGE = 'https://www.exemple.org/cantines/lyon-vaise/';

/** The parts of a `mailto:` address, as RFC 6068 reads them: « + » is a plus. */
function read(address: string) {
  const [, to = '', query = ''] = /^mailto:([^?]*)\?(.*)$/s.exec(address) ?? [];
  const fields = new Map(query.split('&').map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]));
  return {
    to: decodeURIComponent(to),
    subject: fields.get('subject') ?? '',
    body: fields.get('body') ?? '',
    names: [...fields.keys()],
  };
}

describe('corrections go', () => {
  const { contacts } = cantineOf({ 'contacts.email': 'cantine@exemple.org' });

  test('to their own address in the settings', () => {
    const settings = settingsOf({ email: 'reseau@exemple.org', 'formRecipients.corrections': 'fiches@exemple.org' });
    expect(correctionAddress(settings, contacts)).toBe('fiches@exemple.org');
  });

  test('else to the network', () => {
    expect(correctionAddress(settingsOf({ email: 'reseau@exemple.org' }), contacts)).toBe('reseau@exemple.org');
  });

  test('else to the cantine', () => {
    expect(correctionAddress(settingsOf(), contacts)).toBe('cantine@exemple.org');
    expect(correctionAddress(undefined, contacts)).toBe('cantine@exemple.org');
  });

  test('else nowhere: no address is made up', () => {
    expect(correctionAddress(settingsOf(), cantineOf().contacts)).toBeUndefined();
  });
});

test('the message says which page, what it says, and what is asked', () => {
  const cantine = cantineOf({
    title: 'Mâcon',
    statusAsOf: '2023-06',
    'address.streetAddress': '34 rue Joseph-Dufour',
    'address.postalCode': '71000',
    'address.addressLocality': 'Mâcon',
    'address.asOf': '2023-05',
    'openingHours.slots': [
      { day: 'monday', kind: 'meal', opens: '12:30' },
      { day: 'tuesday', kind: 'meal', opens: '12:30' },
    ],
    'booking.eat': 'required',
  });
  const { to, subject, body } = read(errorReport('bonjour@exemple.org', cantine, PAGE));
  expect(to).toBe('bonjour@exemple.org');
  expect(subject).toBe('Une information sur la fiche «\u00a0Mâcon\u00a0»');
  expect(body.split('\r\n')).toEqual([
    'Bonjour,',
    '',
    'La fiche «\u00a0Mâcon\u00a0» contient une erreur\u00a0:',
    PAGE,
    '',
    'Elle dit\u00a0:',
    '– État\u00a0: Ouverte (juin 2023)',
    '– Adresse\u00a0: 34 rue Joseph-Dufour, 71000 Mâcon (mai 2023)',
    '– Téléphone\u00a0: pas encore connu',
    '– E-mail\u00a0: pas encore connu',
    '– Horaires\u00a0: Lundi et mardi, on mange à 12\u00a0h\u00a030',
    '– Inscription\u00a0: manger, inscription nécessaire',
    '',
    'Ce qui est faux\u00a0:',
    '',
    'Ce qu’il faudrait écrire\u00a0:',
    '',
    'Comment je le sais\u00a0:',
    '',
  ]);
});

test('of any cantine, the message opens in every mail program and carries only a subject and a body', () => {
  const anyCantine = entries(cantines).map((data) => readEntry(cantines, data).entry as Cantine);
  fc.assert(
    fc.property(anyCantine, fc.string({ unit: 'grapheme', maxLength: 40 }), (cantine, odd) => {
      const title = `${odd}&cc=x@exemple.org?%0d%0a`.slice(0, 60);
      const address = errorReport('a+b&bcc=c@exemple.org', { ...cantine, title }, PAGE);
      expect(address.length).toBeLessThanOrEqual(2000);
      expect(address).toMatch(/^[!-~]+$/);
      const { to, names, body } = read(address);
      expect(to).toBe('a+b&bcc=c@exemple.org');
      expect(names).toEqual(['subject', 'body']);
      expect(body).toContain(PAGE);
      expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 300 },
  );
});
