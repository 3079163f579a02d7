import { describe, expect, test } from 'vitest';
import { sayOpening } from '#cantines/hours/opening-words.ts';
import type { Opening, OpeningException } from '#domain/opening.ts';
import { instantOf } from '#domain/zones.ts';

const ZONE = 'Europe/Paris';
// A Tuesday.
const TODAY = '2027-01-12';
const NOW = instantOf(`${TODAY}T10:00`, ZONE);
const on = (day: string, time: string) => instantOf(`${day}T${time}`, ZONE);
const say = (opening: Opening, confirmed = true) =>
  sayOpening(opening, { now: NOW, timezone: ZONE, usual: USUAL, confirmed });
// As the page writes it.
const USUAL = 'On cuisine à 9\u00a0h\u00a030, jours à demander';
/** Spaces as one types them. */
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

type Opens = Extract<Opening, { state: 'opens' }>;
const opens = (day: string, time: string, more: Partial<Opens> = {}): Opens => ({
  state: 'opens',
  day,
  at: on(day, time),
  kind: 'meal',
  closure: undefined,
  doubt: undefined,
  ...more,
});
type Expected = Extract<Opening, { state: 'expected' }>;
const expected = (day: string, service: Expected['service'], more: Partial<Expected> = {}): Expected => ({
  state: 'expected',
  day,
  service,
  kind: 'meal',
  closure: undefined,
  doubt: undefined,
  ...more,
});
const closure = (to: string, reason?: string): OpeningException => ({ from: TODAY, to, kind: 'closed', reason });

describe('what a visitor reads on Tuesday 12 January at 10 h', () => {
  test.each<[string, Opening, string?]>([
    ['Ouvert jusqu’à 14 h 30', { state: 'open', kind: 'meal', until: on(TODAY, '14:30'), meal: undefined }],
    ['Ouvert jusqu’à 0 h', { state: 'open', kind: 'meal', until: on('2027-01-13', '00:00'), meal: undefined }],
    [
      'Ouvert jusqu’à 14 h 30, à table à 12 h 30',
      { state: 'open', kind: 'cook', until: on(TODAY, '14:30'), meal: on(TODAY, '12:30') },
    ],
    [
      'On cuisine jusqu’à 12 h, à table à 12 h 30',
      { state: 'open', kind: 'cook', until: on(TODAY, '12:00'), meal: on(TODAY, '12:30') },
    ],
    [
      'On cuisine jusqu’à 12 h 30, à table à 12 h 30',
      { state: 'open', kind: 'cook', until: on(TODAY, '12:30'), meal: on(TODAY, '12:30') },
    ],
    ['On cuisine jusqu’à 12 h', { state: 'open', kind: 'cook', until: on(TODAY, '12:00'), meal: undefined }],
    [
      'On cuisine depuis 9 h 30',
      { state: 'started', kind: 'cook', since: on(TODAY, '09:30'), meal: undefined },
      'L’heure de fin est à demander.',
    ],
    [
      'On cuisine depuis 9 h 30, à table à 12 h 30',
      { state: 'started', kind: 'cook', since: on(TODAY, '09:30'), meal: on(TODAY, '12:30') },
      'L’heure de fin est à demander.',
    ],
    [
      'À table depuis 9 h',
      { state: 'started', kind: 'meal', since: on(TODAY, '09:00'), meal: undefined },
      'L’heure de fin est à demander.',
    ],
    ['Ouvre à 12 h 30', opens(TODAY, '12:30')],
    ['Ouvre demain à 9 h 30, pour cuisiner', opens('2027-01-13', '09:30', { kind: 'cook' })],
    ['Ouvre lundi à 12 h 30', opens('2027-01-18', '12:30')],
    ['Ouvre mardi 19 janvier à 12 h 30', opens('2027-01-19', '12:30')],
    ['Ouvre vendredi 12 mars à 12 h 30', opens('2027-03-12', '12:30')],
    ['Ouvre lundi 1er février à 12 h 30', opens('2027-02-01', '12:30')],
    ['Ouvre mardi 11 janvier 2028 à 12 h 30', opens('2028-01-11', '12:30')],
    ['À table ce midi', expected(TODAY, 'lunch'), 'L’heure est à demander.'],
    ['On cuisine cet après-midi', expected(TODAY, 'afternoon', { kind: 'cook' }), 'L’heure est à demander.'],
    ['À table ce soir', expected(TODAY, 'dinner'), 'L’heure est à demander.'],
    ['À table aujourd’hui, brunch', expected(TODAY, 'brunch'), 'L’heure est à demander.'],
    ['À table demain après-midi', expected('2027-01-13', 'afternoon'), 'L’heure est à demander.'],
    ['À table vendredi 12 mars, l’après-midi', expected('2027-03-12', 'afternoon'), 'L’heure est à demander.'],
    ['À table vendredi 12 mars, brunch', expected('2027-03-12', 'brunch'), 'L’heure est à demander.'],
    // The year is told beyond 300 days.
    ['Ouvre lundi 8 novembre à 12 h 30', opens('2027-11-08', '12:30')],
    ['Ouvre mardi 9 novembre 2027 à 12 h 30', opens('2027-11-09', '12:30')],
    ['À table demain soir', expected('2027-01-13', 'dinner'), 'L’heure est à demander.'],
    ['À table dimanche, brunch', expected('2027-01-17', 'brunch'), 'L’heure est à demander.'],
    ['À table vendredi 12 mars, le midi', expected('2027-03-12', 'lunch'), 'L’heure est à demander.'],
    [
      'Fermée jusqu’au 25 janvier (congés d’hiver)',
      opens('2027-01-26', '12:30', { closure: closure('2027-01-25', 'Congés d’hiver') }),
      'Rouvre mardi 26 janvier à 12 h 30.',
    ],
    [
      'Fermée aujourd’hui',
      opens('2027-01-13', '09:30', { kind: 'cook', closure: closure(TODAY) }),
      'Rouvre demain à 9 h 30, pour cuisiner.',
    ],
    [
      'Fermée jusqu’à demain',
      expected('2027-01-14', 'lunch', { closure: closure('2027-01-13') }),
      'À table jeudi midi.',
    ],
    ['Fermée jusqu’au 31 décembre 2028', { state: 'closed', closure: closure('2028-12-31') }],
    [
      'Fermée jusqu’au 28 mars',
      opens('2027-03-29', '12:30', { closure: closure('2027-03-28'), doubt: 'lundi de Pâques' }),
      'Lundi de Pâques : horaires à confirmer.',
    ],
    ['Aucune ouverture annoncée', { state: 'closed', closure: undefined }],
    ['Lundi de Pâques : horaires à confirmer', { state: 'unknown', doubt: 'lundi de Pâques', announced: undefined }],
    [
      'Ascension : horaires à confirmer',
      opens(TODAY, '12:30', { doubt: 'Ascension' }),
      'D’habitude, on ouvre à 12 h 30.',
    ],
    [
      'Noël, samedi : horaires à confirmer',
      opens('2027-01-16', '12:30', { doubt: 'Noël' }),
      'D’habitude, on ouvre samedi à 12 h 30.',
    ],
    ['Fête du Travail, demain : horaires à confirmer', expected('2027-01-13', 'lunch', { doubt: 'fête du Travail' })],
    // The name of a holiday may tell its day.
    ['Vendredi saint : horaires à confirmer', expected('2027-01-15', 'lunch', { doubt: 'Vendredi saint' })],
    ['Fête du lundi, jeudi : horaires à confirmer', expected('2027-01-14', 'lunch', { doubt: 'fête du lundi' })],
    ['Fête du vendredi, jeudi : horaires à confirmer', expected('2027-01-14', 'lunch', { doubt: 'fête du vendredi' })],
    ['On cuisine à 9 h 30, jours à demander', { state: 'someday', slots: [{ kind: 'cook', opens: '09:30' }] }],
    ['À table demain, heure à demander', expected('2027-01-13', undefined), 'L’heure est à demander.'],
    ['Horaires à demander', { state: 'unknown', doubt: undefined, announced: undefined }],
    [
      'Ouverture annoncée aujourd’hui à 18 h',
      { state: 'unknown', doubt: undefined, announced: on(TODAY, '18:00') },
      'On cuisine à 9 h 30, jours à demander.',
    ],
    [
      'Ouverture annoncée samedi à 12 h',
      { state: 'unknown', doubt: undefined, announced: on('2027-01-16', '12:00') },
      'On cuisine à 9 h 30, jours à demander.',
    ],
  ])('%s', (words, opening, title) => {
    const said = say(opening);
    expect(plain(said.words)).toBe(words);
    expect(plain(said.title)).toBe(title);
    // A number never stands alone at the end of a line.
    expect(said.words).not.toMatch(/\b\d{1,2} \p{L}|h \d/u);
  });
});

describe('the colour of the chip', () => {
  const open: Opening = { state: 'open', kind: 'meal', until: on(TODAY, '14:30'), meal: undefined };
  const started: Opening = { state: 'started', kind: 'meal', since: on(TODAY, '09:00'), meal: undefined };
  test.each<[string, Opening, string | undefined]>([
    ['open', open, 'tone-good'],
    ['begun', started, 'tone-good'],
    ['opens', opens('2027-01-13', '12:30'), 'tone-soon'],
    ['expected', expected(TODAY, 'lunch'), 'tone-soon'],
    ['announced', { state: 'unknown', doubt: undefined, announced: on('2027-01-16', '12:00') }, 'tone-soon'],
    ['closed until it opens', opens('2027-01-26', '12:30', { closure: closure('2027-01-25') }), 'tone-late'],
    ['closed until it is expected', expected('2027-01-26', 'lunch', { closure: closure('2027-01-25') }), 'tone-late'],
    [
      'closed until a holiday',
      opens('2027-03-29', '12:30', { closure: closure('2027-03-28'), doubt: 'x' }),
      'tone-late',
    ],
    ['closed for long', { state: 'closed', closure: closure('2028-12-31') }, 'tone-late'],
    ['closed without a word', { state: 'closed', closure: undefined }, undefined],
    ['in doubt', opens(TODAY, '12:30', { doubt: 'Ascension' }), undefined],
  ])('%s', (_state, opening, tone) => {
    expect(say(opening).tone).toBe(tone);
  });

  test.each([open, started, opens('2027-01-13', '12:30'), expected(TODAY, 'lunch')])(
    'what an old week says is told as what is to come: %o',
    (opening) => {
      const { words, tone } = say(opening, false);
      expect(words).toMatch(/, à confirmer$/);
      expect(tone).toBe('tone-soon');
    },
  );
});

test('the hour is the cantine’s', () => {
  const now = Date.parse('2027-01-12T08:45Z');
  const opening: Opening = { state: 'open', kind: 'meal', until: Date.parse('2027-01-12T10:30Z'), meal: undefined };
  expect(plain(sayOpening(opening, { now, timezone: 'Indian/Reunion', usual: '' }).words)).toBe(
    'Ouvert jusqu’à 14 h 30',
  );
});

describe('an old or undated week is to be confirmed, an announced closure is not', () => {
  test.each<[string, Opening]>([
    [
      'Ouvert jusqu’à 14 h 30, à confirmer',
      { state: 'open', kind: 'meal', until: on(TODAY, '14:30'), meal: undefined },
    ],
    ['Ouvre demain à 12 h 30, à confirmer', opens('2027-01-13', '12:30')],
    ['À table demain midi, à confirmer', expected('2027-01-13', 'lunch')],
    ['Fermée jusqu’au 25 janvier', opens('2027-01-26', '12:30', { closure: closure('2027-01-25') })],
    ['Ascension : horaires à confirmer', opens(TODAY, '12:30', { doubt: 'Ascension' })],
    ['Horaires à demander', { state: 'unknown', doubt: undefined, announced: undefined }],
  ])('%s', (words, opening) => {
    const said = say(opening, false);
    expect(plain(said.words)).toBe(words);
    expect(said.tone).not.toBe('tone-good');
  });
});

test('what is unknown is neither open nor closed', () => {
  for (const doubt of [undefined, 'Noël']) {
    const { words, tone } = say({ state: 'unknown', doubt, announced: undefined });
    expect(words).not.toMatch(/ouver|ferm/i);
    expect(tone).toBeUndefined();
  }
});
