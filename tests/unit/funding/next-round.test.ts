import { expect, test } from 'vitest';
import type { Calendar } from '#domain/deadlines.ts';
import { nextRound, stepsHtml } from '#funding/seasons/next-round.ts';
import { sayAround, sayStep, sayStepDay } from '#funding/seasons/season-words.ts';

const TODAY = '2026-11-21';
const work = { kind: 'subvention', effort: undefined, documents: 2, isSigned: false, joinBy: undefined };
const call = (calendar: Partial<Calendar>) => ({
  calendar: { rhythm: 'annual' as const, windows: [], ...calendar },
  work,
});

test.each<[string, Partial<Calendar>]>([
  [
    'Prochaine campagne\u00a0: s’ouvre d’habitude en décembre et se clôt en mars, à confirmer auprès du financeur. À préparer dès fin janvier.',
    { usualMonths: { opens: ['12'], closes: ['3'] } },
  ],
  [
    'Prochaine campagne\u00a0: du 9\u00a0décembre 2026 au 1er\u00a0mars 2027. À préparer dès le 30\u00a0janvier 2027.',
    { windows: [{ opensOn: '2026-12-09', closesOn: '2027-03-01' }] },
  ],
  [
    'Campagne en cours\u00a0: jusqu’au 10\u00a0janvier 2027. À préparer dès le 11\u00a0décembre 2026.',
    { windows: [{ opensOn: '2026-11-09', closesOn: '2027-01-10' }] },
  ],
  ['Campagne en cours\u00a0: ouverte.', { windows: [{ opensOn: '2026-11-09' }] }],
  [
    'Prochaine campagne\u00a0: se clôt d’habitude en avril, à confirmer auprès du financeur. À préparer dès début mars.',
    { usualMonths: { opens: [], closes: ['4'] } },
  ],
  [
    'Prochaine campagne\u00a0: ni annoncée, ni habituelle. Demandez-la au financeur.',
    { windows: [{ opensOn: '2025-12-09', closesOn: '2026-03-01' }] },
  ],
])('%s', (words, calendar) => {
  expect(nextRound(call(calendar), TODAY).words).toBe(words);
});

test('the middle of a month takes its article after « dès »', () => {
  expect(['2027-02-03', '2027-02-14', '2027-02-25'].map(sayAround)).toEqual([
    'début février',
    'la mi-février',
    'fin février',
  ]);
});

test('the steps, in words', () => {
  const { plan } = nextRound(call({ usualMonths: { opens: [], closes: ['3'] } }), TODAY);
  expect(plan?.steps.map((step) => `${sayStepDay(step, plan)}\u00a0: ${sayStep(step, plan, 2)}`)).toEqual([
    'fin janvier\u00a0: commencer le dossier',
    'début février\u00a0: commencer à réunir les 2\u00a0pièces',
    'mi-février\u00a0: conseil d’administration\u00a0: faire voter la demande, si vos statuts le veulent',
    'fin février\u00a0: déposer',
  ]);
});

test('a plan says so when nobody said how much work the call asks', () => {
  const of = (effort: string | undefined) => {
    const given = { ...call({ usualMonths: { opens: [], closes: ['3'] } }), work: { ...work, effort } };
    const { plan } = nextRound(given, TODAY);
    return plan && stepsHtml(plan, 2);
  };
  expect(of(undefined)).toContain('Travail à estimer, compté comme moyen.');
  expect(of('medium')).not.toContain('à estimer');
});
