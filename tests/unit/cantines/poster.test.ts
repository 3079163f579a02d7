import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekInWords } from '#domain/week.ts';
import { doorSlipOf, SLIP_NAME_SIZES } from '#cantines/poster/door.ts';
import { NAME_SIZES, TEXT_SIZES } from '#cantines/poster/fit.ts';
import { posterOf } from '#cantines/poster/poster.ts';
import { collections } from '#schemas/index.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import type { Cantine, Slot } from '#schemas/cantines.ts';
import { entries } from '../../support/arbitraries.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const cantines = collections.cantines as unknown as Collection;
const cantineOf = (changes: Record<string, unknown> = {}) =>
  readOf('cantines', entryOf('cantines', changes)) as Cantine;
const partOf = (cantine: Cantine, heading: string) =>
  posterOf(cantine)
    .parts.find((part) => part.heading === heading)
    ?.paragraphs.map(({ text }) => text);

const slot = (given: Pick<Slot, 'day' | 'kind'> & Partial<Slot>): Slot => ({
  service: undefined,
  opens: undefined,
  closes: undefined,
  ...given,
});

/** One meal for each day: `meals('12:30', 'monday', 'friday')`. */
const meals = (opens: string, ...days: Slot['day'][]): Slot[] => days.map((day) => slot({ day, kind: 'meal', opens }));

describe('a week in words', () => {
  test.each<[Slot[], string[]]>([
    [[], []],
    [meals('12:30', 'monday'), ['Lundi\u00a0: on mange à 12\u00a0h\u00a030']],
    [meals('12:30', 'tuesday', 'wednesday', 'thursday'), ['Du mardi au jeudi\u00a0: on mange à 12\u00a0h\u00a030']],
    [meals('12:30', 'tuesday', 'wednesday'), ['Mardi et mercredi\u00a0: on mange à 12\u00a0h\u00a030']],
    [meals('12:30', 'monday', 'tuesday', 'saturday'), ['Lundi, mardi et samedi\u00a0: on mange à 12\u00a0h\u00a030']],
    [
      [...meals('19:00', 'friday'), ...meals('12:00', 'thursday', 'friday')],
      ['Jeudi\u00a0: on mange à 12\u00a0h', 'Vendredi\u00a0: on mange à 12\u00a0h, on mange à 19\u00a0h'],
    ],
    [
      [
        slot({ day: 'sunday', kind: 'meal', service: 'brunch' }),
        slot({ day: 'sunday', kind: 'cook', opens: '09:30', closes: '12:00' }),
        slot({ day: 'sunday', kind: 'meal', opens: '19:00', closes: '01:00' }),
        slot({ day: 'sunday', kind: 'meal', service: 'afternoon' }),
      ],
      [
        'Dimanche\u00a0: on cuisine de 9\u00a0h\u00a030 à 12\u00a0h, c’est brunch, on mange l’après-midi, on mange de 19\u00a0h à 1\u00a0h',
      ],
    ],
  ])('%#', (slots, said) => {
    expect(weekInWords(slots).map(({ days, services }) => `${days}\u00a0: ${services.join(', ')}`)).toEqual(said);
  });
});

describe('the words of a poster', () => {
  test('say that hours are unknown, never that it is closed', () => {
    expect(partOf(cantineOf({ 'contacts.telephone': '04 00 00 00 00' }), 'La semaine')).toEqual([
      'Pour les horaires, demandez à la cantine avant de venir.',
    ]);
    // Nobody is sent to ask a cantine that gives neither telephone nor e-mail.
    expect(partOf(cantineOf(), 'La semaine')).toEqual(['Pour les horaires, sa fiche dit à qui demander.']);
  });

  test('of a cantine in preparation do not send anyone to a closed door', () => {
    const poster = posterOf(cantineOf({ status: 'preparing' }));
    expect(poster.status).toContain('la table n’est pas encore mise');
    expect(poster.parts.map(({ heading }) => heading)).toEqual(['La semaine', 'Prix libre', 'Participer']);
  });

  test('of a closed cantine invite nobody', () => {
    const poster = posterOf(cantineOf({ status: 'closed', 'contacts.telephone': '04 00 00 00 00' }));
    expect(poster.parts.map(({ heading }) => heading)).toEqual(['Nous joindre']);
  });

  test.each([
    [{ cook: 'required', eat: 'required' }, 'Pour cuisiner comme pour manger, on s’inscrit.'],
    [{ cook: 'required', eat: 'none' }, 'Pour cuisiner, on s’inscrit. Pour manger, on vient sans s’inscrire.'],
    [{ eat: 'recommended' }, 'Pour manger, mieux vaut s’inscrire.'],
    [{ note: 'Par téléphone.' }, 'Par téléphone.'],
    [{}, 'Pour s’inscrire, sa fiche dit à qui demander.'],
  ])('booking %o', (booking, said) => {
    expect(partOf(cantineOf({ booking }), 'S’inscrire')).toEqual([said]);
  });

  test('tell the cost once', () => {
    const note = 'Environ 13\u00a0€ le menu, début 2023.';
    const told = 'Vous donnez ce que vous voulez, selon vos moyens. Un repas coûte environ 13\u00a0€ à la cantine.';
    expect(partOf(cantineOf({ price: { costPrice: 13, note } }), 'Prix libre')).toEqual([told]);
  });

  test('give each fact its date', () => {
    const cantine = cantineOf({
      statusAsOf: '2023-06',
      address: { streetAddress: '1 rue du Port', addressLocality: 'Lyon', asOf: '2023-05' },
      'openingHours.slots': meals('12:30', 'monday'),
      'openingHours.asOf': '2023-05',
      'contacts.telephone': '04 00 00 00 00',
    });
    expect(posterOf(cantine).dates).toContain(
      'état\u00a0: juin 2023\u202f; adresse, horaires\u00a0: mai 2023\u202f; contacts\u00a0: à confirmer.',
    );
  });
});

test('a poster says who confirmed what it says', () => {
  const confirmations = [{ fact: 'openingHours', on: '2026-11-23', by: 'team' }];
  const cantine = cantineOf({ 'openingHours.note': 'Midi', 'openingHours.asOf': '2026-11-23', confirmations });
  expect(posterOf(cantine).dates).toContain('horaires\u00a0: 23\u00a0novembre 2026, par l’équipe de la cantine');
});

describe('the sheet', () => {
  const css = readFileSync('src/cantines/poster/Poster.astro', 'utf8');

  test.each([...TEXT_SIZES.map((size) => `.text-${size} {`), ...NAME_SIZES.map((size) => `.name-${size} {`)])(
    'knows the size %s',
    (rule) => {
      expect(css).toContain(rule);
    },
  );

  test('of any cantine has a size for its letters, and smaller ones for more words', () => {
    const anyCantine = entries(cantines).map((data) => readEntry(cantines, data).entry as Cantine);
    fc.assert(
      fc.property(anyCantine, (cantine) => {
        const poster = posterOf(cantine);
        expect(TEXT_SIZES).toContain(poster.textSize);
        expect(NAME_SIZES).toContain(poster.nameSize);
        const note = 'Une phrase de plus, assez longue pour prendre deux lignes au moins sur le papier. '
          .repeat(4)
          .trim();
        const longer = posterOf({ ...cantine, price: { ...cantine.price, note } });
        if (!cantine.price.note) expect(longer.textSize).toBeLessThanOrEqual(poster.textSize);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves the hours to the fiche when they would not fit', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    const hours = Array.from({ length: 14 }, (_, hour) => String(hour).padStart(2, '0'));
    const slots = days.flatMap((day, at) =>
      hours.flatMap((hour) => meals(`${hour}:0${at}`, day).map((slot) => ({ ...slot, closes: `${hour}:5${at}` }))),
    );
    expect(partOf(cantineOf({ 'openingHours.slots': slots }), 'La semaine')).toEqual([
      'Les horaires sont sur la fiche de la cantine.',
    ]);
  });
});

describe('the slip for the door', () => {
  const slipOf = (title: string, status: Cantine['status'] = 'open') => doorSlipOf({ title, status });

  test.each(SLIP_NAME_SIZES)('knows the size %s', (size) => {
    expect(readFileSync('src/cantines/poster/DoorSlip.astro', 'utf8')).toContain(`.name-${size} {`);
  });

  test('says a short name large, and a long one smaller', () => {
    expect(slipOf('Metz').nameSize).toBe(140);
    expect(slipOf('Villefranche-sur-Saône — Quartier de la Gare du Nord').nameSize).toBe(80);
  });

  test('asks of a cantine what may have changed there', () => {
    expect(slipOf('Metz').changes).toContain('horaires');
    for (const status of ['preparing', 'paused', 'closed'] as const) {
      expect(slipOf('Metz', status).changes, status).not.toContain('horaires');
    }
  });
});
