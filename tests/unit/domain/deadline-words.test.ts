import { expect, test } from 'vitest';
import { sayDeadline } from '#domain/deadline-words.ts';
import type { DeadlineState } from '#domain/deadlines.ts';

const closing = (days: number): DeadlineState => ({ state: 'closing', closesOn: '2026-12-01', days });
const CLOSED: DeadlineState = { state: 'closed', closedOn: '2026-05-02' };

test.each<[words: string, tone: string | undefined, state: DeadlineState, usual?: string]>([
  ['Ouvert toute l’année', 'tone-good', { state: 'permanent' }],
  ['Ouvert jusqu’au 31 janvier 2027', 'tone-good', { state: 'open', closesOn: '2027-01-31', days: 72 }],
  ['Ouvert', 'tone-good', { state: 'open', closesOn: undefined, days: undefined }],
  ['Clôt aujourd’hui', 'tone-late', closing(0)],
  ['Clôt dans 1 jour, le 1er décembre 2026', 'tone-late', closing(1)],
  ['Clôt dans 2 jours, le 1er décembre 2026', 'tone-late', closing(2)],
  // A week is late.
  ['Clôt dans 7 jours, le 1er décembre 2026', 'tone-late', closing(7)],
  ['Clôt dans 8 jours, le 1er décembre 2026', 'tone-soon', closing(8)],
  ['Ouvre le 4 janvier 2027', 'tone-soon', { state: 'opens', opensOn: '2027-01-04', days: 45 }],
  ['Clos depuis le 2 mai 2026', undefined, CLOSED],
  ['Clos, revient d’habitude en décembre et janvier', undefined, CLOSED, 'décembre et janvier'],
  ['Dates non renseignées', undefined, { state: 'unknown' }],
  ['S’ouvre d’habitude en mars', undefined, { state: 'unknown' }, 'mars'],
])('%s', (words, tone, state, usual) => {
  const said = sayDeadline(state, usual);
  expect(said.words.replaceAll('\u00a0', ' ')).toBe(words);
  expect(said.tone).toBe(tone);
});
